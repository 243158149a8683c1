import type { Hit } from '../../interact/map-view.js';

/** Gap between a mark and its tooltip, in CSS px. */
const GAP = 14;

/**
 * Puts the tooltip beside its mark, on the roomier side.
 *
 * Its place is set on the element's style object: a style attribute would break a strict Content-Security-Policy.
 *
 * @param surface what it must keep within, CSS px
 */
export function placeTooltip(
  element: HTMLElement,
  hit: Hit,
  surface: { readonly clientWidth: number; readonly clientHeight: number },
): void {
  const toLeft = hit.x > surface.clientWidth / 2;
  const { offsetHeight: height } = element;
  const top = Math.max(0, Math.min(hit.y - height / 2, surface.clientHeight - height));
  element.style.transform = `translate(${String(toLeft ? hit.x - GAP : hit.x + GAP)}px, ${String(top)}px) translate(${toLeft ? '-100%' : '0'}, 0)`;
}
