import { html, nothing, type TemplateResult } from 'lit';
import { periodOf, withPeriod, type Period } from '../../analysis/period.js';
import { ENCODINGS, LANES, type Settings, type State } from '../../state/state.js';
import { wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { closeIcon, fitIcon, minusIcon, plusIcon } from './icons.js';
import { timelineMessages } from '../messages-timeline.js';

/** Zoom of one press of a button. */
const STEP = 1.5;

/** What the tools of the timeline show and do. */
export interface TimelineToolProps {
  readonly state: State;
  readonly set: (settings: Settings) => void;
  readonly zoomBy: (factor: number) => void;
  readonly showAll: () => void;
}

const chosen = (event: Event): number => (event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.selectedIndex : -1);

const control = (label: string, icon: TemplateResult, act: () => void): TemplateResult =>
  html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${act}>${icon}</button>`;

/** A period with an end that was typed; the other end goes along where it would be passed, or the next year that is typed would join the two. */
function withEnd(period: Period | undefined, end: 'from' | 'to', value: number | null): Period {
  const { from = null, to = null } = period ?? {};
  if (end === 'from') return { from: value, to: value !== null && to !== null ? Math.max(value, to) : to };
  return { from: value !== null && from !== null ? Math.min(value, from) : from, to: value };
}

/** First and last year of the period that the filter asks for, to read and to write. */
function period({ state, set }: TimelineToolProps): TemplateResult {
  const words = timelineMessages;
  const now = periodOf(state.filter);
  const year = (end: 'from' | 'to'): TemplateResult =>
    html`<input type="number" min="1865" max="2199" step="1" class=${`year ${end}`} aria-label=${end === 'from' ? words.fromYear : words.toYear}
      .value=${String(now?.[end] ?? '')} @change=${(event: Event) => {
        if (!(event.currentTarget instanceof HTMLInputElement) || !event.currentTarget.reportValidity()) return;
        const value = event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber;
        set({ filter: withPeriod(state.filter, withEnd(periodOf(state.filter), end, value)) });
      }}>`;
  return html`<fieldset class="period-years" title=${words.periodMeaning}><legend>${words.period}</legend>
    ${year('from')}<span>${words.to}</span>${year('to')}
    ${
      now
        ? control(words.clearPeriod, closeIcon, () => {
            set({ filter: withPeriod(state.filter, undefined) });
          })
        : nothing
    }</fieldset>`;
}

/** What lanes and colours stand for, the period, and the zoom. */
export function timelineTools(context: PanelContext, props: TimelineToolProps): TemplateResult {
  const { messages } = context;
  const { state, set, zoomBy, showAll } = props;
  const words = timelineMessages;
  return html`<div class="timeline-tools" role="group" aria-label=${words.tools}>
    <label><span>${words.lanes}</span><select class="lanes" @change=${(event: Event) => {
      const lanes = LANES[chosen(event)];
      if (lanes) set({ lanes });
    }}>${LANES.map((lanes) => html`<option .selected=${lanes === state.lanes}>${words.lanesBy[lanes]}</option>`)}</select></label>
    <label><span>${messages.color}</span><select class="color" @change=${(event: Event) => {
      const color = ENCODINGS[chosen(event)];
      if (color) set({ color });
    }}>${ENCODINGS.map((color) => html`<option .selected=${color === state.color}>${wordOf(messages.colors, color)}</option>`)}</select></label>
    ${period(props)}
    <span class="zooms">${control(words.zoomOut, minusIcon, () => {
      zoomBy(1 / STEP);
    })}${control(words.zoomIn, plusIcon, () => {
      zoomBy(STEP);
    })}${control(words.whole, fitIcon, showAll)}</span>
  </div>`;
}
