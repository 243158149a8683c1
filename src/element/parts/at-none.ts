import { html, type TemplateResult } from 'lit';
import { dayShown, latestOf } from '../../analysis/day.js';
import { firstTextDay } from '../../analysis/standing.js';
import type { PanelContext } from './context.js';

/** What stands on the surface of a day on which nothing was there. */
export function nothingThere({ catalogue, messages, format }: PanelContext, showLatest: () => void): TemplateResult {
  const first = firstTextDay(latestOf(catalogue));
  return html`<div class="message"><slot name="empty"><p>${messages.day.nothing(format.longDate(dayShown(catalogue)), first && format.longDate(first))}</p>
    <button type="button" @click=${showLatest}>${messages.day.today}</button></slot></div>`;
}
