import { html, nothing, type TemplateResult } from 'lit';
import type { Hit } from '../../interact/map-view.js';
import { termOf, wordOf } from '../messages.js';
import type { PanelContext } from './context.js';

/** Gap between a mark and its tooltip, in CSS px. */
const GAP = 14;

function lines(context: PanelContext, { node }: Hit): readonly (string | undefined)[] {
  const { catalogue, messages } = context;
  const kind = wordOf(messages.kinds, node.kind);
  if (node.kind === 'standard') {
    const standard = catalogue.standard(node.id);
    return [node.id, standard?.title, standard && termOf(messages, standard.status)];
  }
  if (node.kind === 'committee') return [node.id, catalogue.committee(node.id)?.title, kind];
  if (node.kind === 'topic') return [catalogue.topic(node.id)?.label, kind];
  return [catalogue.sdo(node.id)?.name, catalogue.sdo(node.id)?.title, kind];
}

/** Title and status of the record under the pointer; `placeTooltip` puts it beside its mark. */
export function tooltip(context: PanelContext, hit: Hit): TemplateResult {
  const [head, ...rest] = lines(context, hit).filter((line) => line !== undefined);
  return html`<div class="tooltip" part="tooltip" role="presentation">
    <strong dir="auto">${head ?? nothing}</strong>${rest.map((line) => html`<span dir="auto">${line}</span>`)}</div>`;
}

/**
 * Puts the tooltip beside its mark, on the roomier side.
 *
 * Its place is set on the element's style object: a style attribute would break a strict Content-Security-Policy.
 *
 * @param width width of the surface in CSS px
 */
export function placeTooltip(element: HTMLElement, hit: Hit, width: number): void {
  const toLeft = hit.x > width / 2;
  element.style.transform = `translate(${String(toLeft ? hit.x - GAP : hit.x + GAP)}px, ${String(hit.y)}px) translate(${toLeft ? '-100%' : '0'}, -50%)`;
}
