/** A ratio nearer to 1 than this is rounding: `offsetWidth` counts in whole px. */
const ROUNDING = 0.02;

/**
 * How many times larger than its own CSS px an element stands on the page, by a transform of itself or of what it stands in; 1 without one, and where it is
 * not displayed. Points of the page are divided by it, and a canvas has as many more pixels.
 */
export function pageScale(element: HTMLElement, { width }: Pick<DOMRect, 'width'> = element.getBoundingClientRect()): number {
  const own = element.offsetWidth;
  const ratio = own > 0 && width > 0 ? width / own : 1;
  return Math.abs(ratio - 1) < ROUNDING ? 1 : ratio;
}

/** A point of the page in CSS px of an element from its top left corner, however large it stands there. */
export function pointOn(element: HTMLElement, { clientX, clientY }: MouseEvent): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect();
  const scale = pageScale(element, box);
  return { x: (clientX - box.left) / scale, y: (clientY - box.top) / scale };
}
