import { html, nothing, type TemplateResult } from 'lit';
import type { StandardId } from '../../model/dataset.js';
import { termOf } from '../word-of.js';
import { byHandNote } from './by-hand.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { chooseLink } from './link.js';
import { counted } from './counted.js';
import { selectionBar } from './selection-bar.js';
import { selectionMessages } from '../messages-selection.js';

/** Rows that are listed; the filter “only these” shows all of them in the table. */
const LISTED = 200;

/** How many have each name, the most first, then by name. */
function tally(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

function tallied({ format }: PanelContext, title: string, names: readonly string[]): TemplateResult {
  return html`<section><h3>${title}</h3><ul class="tally">${tally(names).map(
    ([name, count]) => html`<li><bdi>${name}</bdi> <span class="number">${format.number(count)}</span></li>`,
  )}</ul></section>`;
}

/** Three selected standards and more: what can be done with them, how many of which SDO and status, and which they are. */
export function selectionList(context: PanelContext, selected: readonly string[], visible: ReadonlySet<StandardId>): TemplateResult {
  const { catalogue, messages, format, selection } = context;
  const words = selectionMessages;
  const standards = selected.flatMap((id) => catalogue.standard(id) ?? []);
  const known = new Set(standards.map(({ id }) => id));
  const others = selected.filter((id) => !known.has(id) && (catalogue.committee(id) ?? catalogue.sdo(id) ?? catalogue.topic(id)));
  const unknown = selected.length - standards.length - others.length;
  const outside = standards.filter(({ id }) => !visible.has(id)).length;
  const sdoOf = (id: string): string => catalogue.sdo(id)?.name ?? id;
  return html`<div class="selection">
    ${selectionBar(context, selected)}
    ${outside > 0 ? html`<p class="small">${words.outside(counted(format, outside))}</p>` : nothing}
    ${byHandNote(context, selected)}
    ${unknown > 0 ? html`<p class="small">${words.unknown(counted(format, unknown))}</p>` : nothing}
    <div class="tallies">
      ${tallied(
        context,
        words.bySdo,
        standards.map((standard) => sdoOf(catalogue.home(standard))),
      )}
      ${tallied(
        context,
        words.byStatus,
        standards.map(({ status }) => termOf(messages, status)),
      )}
    </div>
    ${others.length > 0 ? html`<section><h3>${words.others}</h3><ul>${others.map((id) => html`<li>${chooseLink(context, id, id)}</li>`)}</ul></section>` : nothing}
    <section><h3>${words.list}</h3><ul class="chosen">${standards.slice(0, LISTED).map(
      ({ id, title }) => html`<li>${chooseLink(context, id, id)}
        <button type="button" class="icon" aria-label=${words.takeOut(id)} title=${words.takeOut(id)} @click=${() => {
          selection?.set({ selected: selected.filter((other) => other !== id) });
        }}>${closeIcon}</button>
        <span class="small" dir="auto">${title}</span></li>`,
    )}</ul>
    ${standards.length > LISTED ? html`<p class="small">${words.more(format.number(standards.length - LISTED))}</p>` : nothing}</section>
  </div>`;
}
