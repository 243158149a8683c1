import { html, nothing, type TemplateResult } from 'lit';
import type { PanelContext } from './context.js';
import { handMessages } from '../messages-hands.js';

/** Says which of the records the reader has dragged, and takes it back in one step; nothing where none was. */
export function byHandNote({ byHand, format }: PanelContext, ids: readonly string[]): TemplateResult | typeof nothing {
  const moved = byHand ? ids.filter((id) => byHand.isByHand(id)) : [];
  if (!byHand || moved.length === 0) return nothing;
  const words = handMessages;
  return html`<p class="by-hand"><span>${ids.length === 1 ? words.byHand : words.someByHand(format.number(moved.length))}</span>
    <button type="button" @click=${() => {
      byHand.back(...moved);
    }}>${moved.length === 1 ? words.back : words.backAgain}</button></p>`;
}
