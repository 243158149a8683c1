/** How far a finger goes at least, CSS px, and how much farther along than across. */
const FAR = 48;
const ALONG = 1.5;
/** Movement up to which it is a tap. */
const TAP = 10;

/** What a finger asks of a presentation: the way it goes as the page is read, or the buttons. */
export type Swipe = 'next' | 'previous' | 'tap';

/**
 * What a finger asked for that went this far: to the left goes on, in a page read from right to left to the right.
 *
 * @param dx @param dy CSS px
 * @returns undefined for what is neither a swipe nor a tap
 */
export function swipeOf(dx: number, dy: number, isRtl: boolean): Swipe | undefined {
  if (Math.hypot(dx, dy) <= TAP) return 'tap';
  if (Math.abs(dx) < FAR || Math.abs(dx) < ALONG * Math.abs(dy)) return undefined;
  return dx < 0 === isRtl ? 'previous' : 'next';
}

/**
 * Listens to one finger on an element, before what stands in it hears of it; two fingers are left to it. Ends with `signal`.
 *
 * @param isOurs whether a press is a swipe at all; a press on a button is not
 */
export function listenForSwipes(
  element: HTMLElement,
  {
    isOurs,
    isRtl,
    swiped,
  }: { readonly isOurs: (event: PointerEvent) => boolean; readonly isRtl: () => boolean; readonly swiped: (swipe: Swipe) => void },
  signal: AbortSignal,
): void {
  let from: { readonly id: number; readonly x: number; readonly y: number } | undefined;
  const options = { signal, capture: true };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch' || !isOurs(event)) return;
      event.stopPropagation();
      from = event.isPrimary ? { id: event.pointerId, x: event.clientX, y: event.clientY } : undefined;
    },
    options,
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== from?.id) return;
      event.stopPropagation();
      const swipe = swipeOf(event.clientX - from.x, event.clientY - from.y, isRtl());
      from = undefined;
      if (swipe) swiped(swipe);
    },
    options,
  );
  // The browser has taken it to scroll what can be scrolled
  element.addEventListener('pointercancel', () => (from = undefined), options);
}
