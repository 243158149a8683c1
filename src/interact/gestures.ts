import { Presses, type OnGesture, type OnGrab } from './presses.js';

/** One line and one page of a wheel that counts in them, CSS px. */
const WHEEL_LINE = 20;
const WHEEL_PAGE = 400;
/** How many times nearer for 500 px of a wheel, or 100 of a pinch on a touchpad, which arrives as a wheel with Ctrl in small steps. */
const NEARER = 2;

/**
 * Drag, pinch and wheel on a surface: with one pointer the ground follows it, with several it also grows with their distance.
 *
 * A press that moves no farther than 4 px stays a click; one that moves farther is none. The surface takes touches for itself, and the page
 * does not scroll under the wheel. Ends with `signal`.
 *
 * @param grab what a press takes hold of instead of the ground; default: nothing
 * @param options `wheel`: false leaves the wheel to the page. Default true
 */
export function listenForGestures(
  surface: HTMLElement,
  onGesture: OnGesture,
  signal: AbortSignal,
  grab: OnGrab = () => undefined,
  { wheel = true }: { readonly wheel?: boolean } = {},
): void {
  const presses = new Presses(surface, onGesture, grab);
  surface.style.touchAction = 'none';
  surface.style.userSelect = 'none';
  surface.addEventListener('pointerdown', presses.press, { signal });
  surface.addEventListener('pointermove', presses.move, { signal });
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    surface.addEventListener(name, presses.release, { signal });
  }
  surface.addEventListener('click', presses.click, { signal, capture: true });
  surface.addEventListener('contextmenu', presses.menu, { signal });
  // Before whoever clears the selection with it
  surface.addEventListener('keydown', presses.key, { signal, capture: true });
  signal.addEventListener('abort', presses.end);
  const turn = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? WHEEL_LINE : event.deltaMode === 2 ? WHEEL_PAGE : 1;
    const point = presses.at(event);
    onGesture(point, point, NEARER ** (-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.002)));
  };
  if (wheel) surface.addEventListener('wheel', turn, { signal, passive: false });
}
