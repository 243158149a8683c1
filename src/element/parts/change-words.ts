import { html, nothing, svg, type TemplateResult } from 'lit';
import { lastDayOf } from '../../analysis/at.js';
import { CHANGED, type ChangeClass, type ChangedClass, type ChangeFact, type StandardChange } from '../../analysis/change.js';
import type { SinceChoice } from '../../analysis/since.js';
import type { Messages } from '../messages.js';
import { wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { changeMessages } from '../messages-changes.js';

/** Signs as `render/change-looks.ts` draws them: shape, whether it says plus or minus, and the custom property of its colour. */
const SIGNS: Readonly<Record<ChangedClass, { readonly d: string; readonly strokes: string; readonly colour: string }>> = {
  came: { d: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z', strokes: 'M6.5 10h7M10 6.5v7', colour: 'var(--_came)' },
  revised: { d: 'M10 2.5L17.5 16h-15z', strokes: '', colour: 'var(--_change)' },
  started: { d: 'M10 2l8 8-8 8-8-8z', strokes: '', colour: 'var(--_came)' },
  left: { d: 'M4 4h12v12H4z', strokes: 'M6.5 10h7', colour: 'var(--_left)' },
  'left-undated': { d: 'M4 4h12v12H4z', strokes: 'M6.5 10h7', colour: 'var(--_left)' },
};

/** The classes that have a sign of their own. */
export const changedClass = (change: ChangeClass): ChangedClass | undefined => CHANGED.find((one) => one === change);

/** The sign of a class as the drawing has it; hollow where it is not sure. */
export function changeIcon(change: ChangedClass, isSure = change !== 'left-undated'): TemplateResult {
  const { d, strokes, colour } = SIGNS[change];
  return html`<svg class="change-icon" viewBox="0 0 20 20" aria-hidden="true">${svg`<path d=${d} fill=${isSure ? colour : 'none'} stroke=${colour} stroke-width="1.75" stroke-dasharray=${isSure ? 'none' : '3.2 2'}></path>`}${
    strokes === '' ? nothing : svg`<path d=${strokes} stroke=${isSure ? 'var(--_background)' : colour} stroke-width="2"></path>`
  }</svg>`;
}

/** The name of a class, also of those in which nothing has changed. */
export const changeName = (messages: Messages, change: ChangeClass): string =>
  wordOf({ ...changeMessages.classes, ...changeMessages.others }, change);

/** Why a day can be meant: `the meeting of Jan 2025, JCA-IoT …`, `two years back`. */
export function whyText({ format }: PanelContext, { since, why }: SinceChoice): string {
  return 'meeting' in why ? changeMessages.meeting(format.date(since), why.meeting) : changeMessages.years(why.years);
}

/** What happened, in one line of text. */
export function factText({ format }: PanelContext, { kind, designation, date, isSure }: ChangeFact): string {
  const changes = changeMessages;
  const isEnd = kind === 'withdrawn' || kind === 'superseded';
  const what = `${wordOf(changes.facts, kind)}${designation === undefined ? '' : isEnd ? ` ${changes.by(designation)}` : ` ${designation}`}`;
  const when = date === undefined ? `${changes.noDay}${isSure ? `, ${changes.sureToo}` : ''}` : format.date(date);
  return `${what}, ${when}${isSure || date === undefined ? '' : ` (${changes.unsure})`}`;
}

/** What became of a standard, in one line: the class and the newest of what happened. */
export function changeLine(context: PanelContext, one: StandardChange): string {
  const name = changeName(context.messages, one.change);
  const [newest] = one.facts;
  return newest === undefined ? name : `${name}: ${factText(context, newest)}`;
}

/** The signs of the lens with their words, for legends; nothing while it is off. */
export function changeKey({ format, changes }: PanelContext): TemplateResult | typeof nothing {
  if (!changes) return nothing;
  const words = changeMessages;
  return html`<ul class="change-key"><li><strong>${words.legend} ${words.sinceDate(format.date(lastDayOf(changes.changes.since)))}</strong></li>${CHANGED.map(
    (change) => html`<li>${changeIcon(change)} <span>${words.classes[change]}</span></li>`,
  )}</ul>`;
}
