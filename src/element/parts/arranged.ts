import { html, nothing, type TemplateResult } from 'lit';
import type { Arrangement } from '../arrangement.js';
import type { Messages } from '../messages.js';
import { wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function noteOf(messages: Messages, { task, setback, standing }: Arrangement): string | undefined {
  // What stands in for a first picture says so in its place.
  if (!standing) return undefined;
  const by = (group: string): string => wordOf(messages.groups, group);
  if (task) return task.work === 'rearrange' ? messages.rearranging : messages.arrangingBy(by(task.group));
  if (setback) return messages.notArranged(reasonOf(setback.error));
  if (standing.work === 'place') return undefined;
  return standing.work === 'rearrange' ? messages.rearranged : messages.arrangedBy(by(standing.group));
}

/** What happens to the arrangement of the map since its first picture: written over the drawing while it matters, and for all to hear. */
export function arranged({ messages }: PanelContext, arrangement: Arrangement): TemplateResult {
  const { task, setback, standing } = arrangement;
  const isTold = standing && (task ?? setback);
  const retry = (): void => {
    arrangement.retry();
  };
  return html`<div class=${isTold ? 'arranged' : 'arranged hidden'}><p role="status" dir="auto">${noteOf(messages, arrangement) ?? nothing}</p>
    ${isTold && !task ? html`<button type="button" @click=${retry}>${messages.retry}</button>` : nothing}</div>`;
}
