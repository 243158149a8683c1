import { html, nothing, type TemplateResult } from 'lit';
import type { PanelContext } from './context.js';

/** How many of how many standards, and how old each source is. */
export function statusLine(context: PanelContext, shown: number, beyond: number): TemplateResult {
  const { catalogue, messages, format } = context;
  return html`<div class="status" part="status">
    <span role="status"><strong>${messages.count(format.number(shown), format.number(catalogue.standards.length))}</strong>
      ${beyond > 0 ? messages.beyond(format.number(beyond)) : nothing}</span>
    <span class="sources">${messages.asOf}: ${catalogue.sources
      .filter((s) => s.sdos !== undefined)
      .map(
        (s) =>
          html`<span><bdi>${(s.sdos ?? [])
            .map((id) => catalogue.sdo(id)?.name ?? id)
            .join(', ')}</bdi> <time datetime=${s.asOf}>${format.date(s.asOf)}</time></span>`,
      )}</span>
  </div>`;
}
