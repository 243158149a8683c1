import { html, nothing, type TemplateResult } from 'lit';
import { closeOnEscape } from './close-on-escape.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';

/** What stands at the side of the map. */
export interface SidePanel {
  /** What sort of thing it is, above its name. */
  readonly kicker?: string;
  readonly title: string;
  readonly body: unknown;
  /** Absent where the panel stays. */
  readonly close?: () => void;
  /** Wide enough for two standards side by side. */
  readonly wide?: boolean;
}

/** A panel at the side of the map, as the one with the details of a record. */
export function sidePanel({ messages }: PanelContext, { kicker, title, body, close, wide }: SidePanel): TemplateResult {
  return html`<aside class=${wide ? 'detail wide' : 'detail'} part="detail" aria-label=${title} @keydown=${closeOnEscape(close)}>
    <header>
      <div>${kicker === undefined ? nothing : html`<p class="kicker">${kicker}</p>`}<h2 tabindex="-1"><bdi>${title}</bdi></h2></div>
      ${close ? html`<button type="button" class="icon" aria-label=${messages.close} @click=${close}>${closeIcon}</button>` : nothing}
    </header>
    ${body}
  </aside>`;
}
