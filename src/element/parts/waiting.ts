import { html, nothing, type TemplateResult } from 'lit';
import type { DatasetState } from '../dataset-controller.js';
import { firstMessages } from '../messages-first.js';
import type { Messages } from '../messages.js';

/** Issues written out; the event carries more. */
const SHOWN_ISSUES = 100;

type Failed = Extract<DatasetState, { phase: 'failed' }>;

function failedMessage({ kind, issues, total }: Failed, retry: (() => void) | undefined): TemplateResult {
  const more = total - Math.min(issues.length, SHOWN_ISSUES);
  return html`<div class="failed" role="alert">
    <h2>${kind === 'network' ? firstMessages.networkFailed : firstMessages.failed}</h2>
    <ul>
      ${issues.slice(0, SHOWN_ISSUES).map((issue) => html`<li dir="auto">${issue.message}</li>`)}
    </ul>
    ${more > 0 ? html`<p>${firstMessages.moreIssues(String(more))}</p>` : nothing}
    ${retry ? html`<button type="button" class="retry" @click=${retry}>${firstMessages.retry}</button>` : nothing}
  </div>`;
}

/**
 * What stands in place of the drawing: what the reader should know, and the page's own fallback below it.
 *
 * @param busy what is going on; undefined when nothing is
 * @param retry tries again what failed; undefined where it would fail again
 * @param isOver the fallback is a picture of the map, and stands over everything
 */
export function waiting(
  failed: Failed | undefined,
  busy: string | undefined,
  retry: (() => void) | undefined,
  isOver = false,
): TemplateResult {
  const notice = failed
    ? failedMessage(failed, retry)
    : busy === undefined
      ? nothing
      : html`<div class="busy" role="status"><div class="spinner"></div><p>${busy}</p></div>`;
  return html`<div class=${isOver && !failed ? 'waiting over' : 'waiting'}>${notice}<slot></slot></div>`;
}

/** What stands on the surface when no standard passes the filter. */
export function noneVisible(messages: Messages, showAll: () => void): TemplateResult {
  return html`<div class="message"><slot name="empty"><p>${messages.empty}</p>
    <button type="button" @click=${showAll}>${messages.showAll}</button></slot></div>`;
}
