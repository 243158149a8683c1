import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../../model/catalogue.js';
import type { Source } from '../../model/dataset.js';
import type { PanelContext } from './context.js';
import { countThere } from '../../analysis/day.js';

const memo = new WeakMap<Catalogue, readonly Source[]>();

/** The catalogues that standards were taken from; documents about committees have their date in the panels. */
function catalogues({ catalogue }: PanelContext): readonly Source[] {
  const known = memo.get(catalogue);
  if (known) return known;
  const used = new Set<string>();
  for (const { sources } of catalogue.standards) for (const source of sources) used.add(source);
  const found = catalogue.sources.filter((source) => used.has(source.id));
  memo.set(catalogue, found);
  return found;
}

const sdoNames = ({ catalogue }: PanelContext, source: Source): string =>
  source.sdos?.map((id) => catalogue.sdo(id)?.name ?? id).join(', ') ?? source.catalogue;

/** How old each catalogue is, by the SDOs that it lists. */
export function sourceDates(context: PanelContext): TemplateResult {
  const { messages, format } = context;
  return html`<span class="sources">${messages.asOf}: ${catalogues(context).map(
    (source) =>
      html`<span><bdi>${sdoNames(context, source)}</bdi> <time datetime=${source.asOf}>${format.date(source.asOf)}</time></span> `,
  )}</span>`;
}

/** How many of how many standards, and how old each source is. */
export function statusLine(context: PanelContext, shown: number, beyond: number): TemplateResult {
  const { catalogue, messages, format, further } = context;
  const [count, of] = [format.number(shown), format.number(countThere(catalogue))];
  return html`<div class="status" part="status">
    <span role="status"><strong dir="auto">${further?.then(context)?.count(count, of) ?? messages.count(count, of)}</strong>
      ${beyond > 0 ? messages.beyond(format.number(beyond)) : nothing}</span>
    ${sourceDates(context)}
  </div>`;
}
