import { html, type TemplateResult } from 'lit';
import { dayShown, latestOf } from '../../analysis/day.js';
import { firstTextDay } from '../../analysis/standing.js';
import type { PanelContext } from './context.js';
import { dayMessages } from '../messages-at.js';

/** What stands on the surface of a day on which nothing was there. */
export function nothingThere({ catalogue, format }: PanelContext, showLatest: () => void): TemplateResult {
  const first = firstTextDay(latestOf(catalogue));
  return html`<div class="message"><slot name="empty"><p>${dayMessages.nothing(format.longDate(dayShown(catalogue)), first && format.longDate(first))}</p>
    <button type="button" @click=${showLatest}>${dayMessages.today}</button></slot></div>`;
}

/** What stands there when no standard of the day passes the filter: the day may be the cause. */
export function noneThen({ catalogue, messages, format }: PanelContext, showAll: () => void, showLatest: () => void): TemplateResult {
  return html`<div class="message"><slot name="empty"><p dir="auto">${dayMessages.noneThen(format.longDate(dayShown(catalogue)))}</p>
    <button type="button" @click=${showLatest}>${dayMessages.today}</button>
    <button type="button" @click=${showAll}>${messages.showAll}</button></slot></div>`;
}
