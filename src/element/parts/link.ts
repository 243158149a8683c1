import { html, nothing, type TemplateResult } from 'lit';
import type { Source, SourceId } from '../../model/dataset.js';
import { isHttpUrl } from '../../model/value.js';
import type { PanelContext } from './context.js';

/** A button that reads as a link: chooses another record. */
export const chooseLink = (context: PanelContext, id: string, text: string): TemplateResult =>
  html`<button type="button" class="text" @click=${() => {
    context.choose(id);
  }}><bdi>${text}</bdi></button>`;

/** A link out of the page; text alone where the address is not http or https, whatever the dataset says. */
export function outLink(context: PanelContext, url: string | undefined, text: string): TemplateResult | typeof nothing {
  if (url === undefined) return nothing;
  if (!isHttpUrl(url)) return html`<span>${text}</span>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}<span class="hidden"> (${context.messages.newWindow})</span></a>`;
}

/** The host of an address as a reader knows it: `itu.int`. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url);

/** A source by its name, linked where it has an address: a file of the reader's own has none. */
export const sourceLink = (context: PanelContext, { url, catalogue }: Source): TemplateResult | typeof nothing =>
  url === undefined ? html`<bdi>${catalogue}</bdi>` : outLink(context, url, catalogue);

/** The publication that somebody rests a statement on; nothing where none is named. */
export function sourceLine(context: PanelContext, id: SourceId | undefined): TemplateResult | typeof nothing {
  const source = id === undefined ? undefined : context.catalogue.source(id);
  return source ? html`<p class="small">${context.messages.sources}: ${sourceLink(context, source)}</p>` : nothing;
}
