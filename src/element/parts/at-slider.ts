import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lastDayOf } from '../../analysis/at.js';
import type { PartialDate } from '../../model/dataset.js';
import { dateOf, dayOf, yearOf, type Day } from '../../scene/timeline-days.js';
import { meetingAt, meetingFrom, monthsFrom, placeOf, type DayScale, type Meeting } from '../at-days.js';
import type { PanelContext } from './context.js';
import { nextIcon, previousIcon } from './arrow-icons.js';
import { closeIcon } from './icons.js';
import { dayMessages } from '../messages-at.js';

/** What the slider shows and does. */
export interface DaySliderProps {
  readonly scale: DayScale;
  /** The day that the reader holds or looks at; empty: the latest. */
  readonly at: PartialDate;
  /** Standards that were there on it. */
  readonly there: number;
  /** Standards of the latest. */
  readonly all: number;
  /** Goes to a day of the scale: by the slider, in one step of undo as long as it is held. */
  readonly slide: (day: Day) => void;
  /** Goes to a date as it was given. */
  readonly go: (at: PartialDate) => void;
  /** A date was typed; empty where it is none. */
  readonly type: (text: string) => void;
  readonly close: () => void;
}

const MONTHS = 12;
/** Years between two marks of the scale. */
const YEARS = 5;

/** What a meeting is called. */
const meetingName = ({ format }: PanelContext, { committees, date }: Meeting): string =>
  dayMessages.meeting(format.date(date), committees.join(', '));

/** The day that a key goes to; undefined for other keys. */
function dayOfKey({ key }: KeyboardEvent, { scale, at }: DaySliderProps, isRtl: boolean): Day | PartialDate | undefined {
  const day = placeOf(scale, at);
  switch (key) {
    case 'ArrowRight':
      return monthsFrom(day, isRtl ? -1 : 1);
    case 'ArrowLeft':
      return monthsFrom(day, isRtl ? 1 : -1);
    case 'ArrowUp':
      return monthsFrom(day, 1);
    case 'ArrowDown':
      return monthsFrom(day, -1);
    case 'PageUp':
      return monthsFrom(day, MONTHS);
    case 'PageDown':
      return monthsFrom(day, -MONTHS);
    case 'Home':
      return scale.first;
    case 'End':
      return scale.last;
    case '[':
      return meetingFrom(scale, day, -1)?.date;
    case ']':
      return meetingFrom(scale, day, 1)?.date;
    default:
      return undefined;
  }
}

function onKey(event: KeyboardEvent, props: DaySliderProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isRtl = event.target instanceof Element && getComputedStyle(event.target).direction === 'rtl';
  const goal = dayOfKey(event, props, isRtl);
  if (goal === undefined) return;
  event.preventDefault();
  if (typeof goal === 'number') props.slide(goal);
  else props.go(goal);
}

const share = ({ first, last }: DayScale, day: Day): string => `${String((100 * (day - first)) / Math.max(1, last - first))}%`;

/** Years and meetings along the track. The names of meetings are in their list too. */
function marks(context: PanelContext, { scale }: DaySliderProps): TemplateResult {
  const years = Array.from({ length: yearOf(scale.last) - yearOf(scale.first) }, (_, i) => yearOf(scale.first) + 1 + i);
  const written = years.filter((year) => year % YEARS === 0);
  return html`<svg class="day-marks" aria-hidden="true">
    ${years.map((year) => {
      const x = share(scale, dayOf(year));
      return svg`<line class=${written.includes(year) ? 'year major' : 'year'} x1=${x} x2=${x} y1="26" y2=${written.includes(year) ? '32' : '29'}></line>`;
    })}
    ${written.map((year) => svg`<text x=${share(scale, dayOf(year))} y="43">${context.format.date(String(year))}</text>`)}
    ${scale.meetings.map((meeting) => {
      const x = share(scale, meeting.day);
      return svg`<g><title>${meetingName(context, meeting)}</title><line class="meeting" x1=${x} x2=${x} y1="3" y2="16"></line>
        <circle class="meeting" cx=${x} cy="5" r="4.5"></circle></g>`;
    })}
  </svg>`;
}

function meetingButton(context: PanelContext, props: DaySliderProps, way: -1 | 1): TemplateResult {
  const words = dayMessages;
  const meeting = meetingFrom(props.scale, placeOf(props.scale, props.at), way);
  const name = words[way === 1 ? 'after' : 'before'](meeting && meetingName(context, meeting));
  return html`<button type="button" class="icon" data-meeting=${way === 1 ? 'after' : 'before'} aria-label=${name} title=${name}
    aria-disabled=${meeting ? 'false' : 'true'} aria-keyshortcuts=${way === 1 ? ']' : '['} @click=${() => {
      if (meeting) props.go(meeting.date);
    }}>${way === 1 ? nextIcon : previousIcon}</button>`;
}

/** The meetings by name: what the marks tell those who see and point. */
function meetingList(context: PanelContext, props: DaySliderProps): TemplateResult | typeof nothing {
  const { scale, at, go } = props;
  if (scale.meetings.length === 0) return nothing;
  const words = dayMessages;
  const chosen = meetingAt(scale, at)?.date ?? '';
  return html`${meetingButton(context, props, -1)}
    <select aria-label=${words.meetings} .value=${live(chosen)} @change=${(event: Event) => {
      if (event.target instanceof HTMLSelectElement && event.target.value !== '') go(event.target.value);
    }}>
      <option value="" ?selected=${chosen === ''}>${words.noMeeting}</option>
      ${scale.meetings.toReversed().map((meeting) => html`<option value=${meeting.date} ?selected=${meeting.date === chosen}>${meetingName(context, meeting)}</option>`)}
    </select>
    ${meetingButton(context, props, 1)}`;
}

function range(context: PanelContext, props: DaySliderProps): TemplateResult {
  const { format } = context;
  const { scale, at, there } = props;
  const day = placeOf(scale, at);
  const name = at === '' ? dayMessages.latest(format.longDate(dateOf(scale.last))) : format.longDate(at);
  const onInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) props.slide(event.target.valueAsNumber);
  };
  return html`<div class="day-track">
    ${marks(context, props)}
    <input type="range" min=${scale.first} max=${scale.last} step="1" .value=${live(String(day))} aria-label=${dayMessages.slider} aria-describedby="day-help"
      aria-valuetext=${dayMessages.value(name, { n: there, text: format.number(there) })} aria-keyshortcuts="[ ]"
      @input=${onInput} @keydown=${(event: KeyboardEvent) => {
        onKey(event, props);
      }}>
    <span class="hidden" id="day-help">${dayMessages.sliderHelp}</span>
  </div>`;
}

/** The slider with its meetings, a field for an exact day, and the way back to the latest. */
export function daySlider(context: PanelContext, props: DaySliderProps): TemplateResult {
  const words = dayMessages;
  const { scale, at } = props;
  const exact = at === '' ? dateOf(scale.last) : lastDayOf(at);
  return html`<div class="day-more">
      ${meetingList(context, props)}
      <input type="date" aria-label=${words.date} title=${words.date} min="1865-01-01" max=${dateOf(scale.last)} .value=${live(exact)} @change=${(
        event: Event,
      ) => {
        if (event.target instanceof HTMLInputElement) props.type(event.target.value);
      }}>
      <button type="button" class="day-latest" aria-disabled=${at === '' ? 'true' : 'false'} @click=${() => {
        props.go('');
      }}>${words.today}</button>
      <button type="button" class="icon" aria-label=${words.close} title=${words.close} @click=${props.close}>${closeIcon}</button>
    </div>
    ${range(context, props)}`;
}

/** Escape closes what is open, and nothing else. */
function closeMeaning(event: KeyboardEvent): void {
  const { currentTarget: details } = event;
  if (event.key !== 'Escape' || !(details instanceof HTMLDetailsElement) || !details.open) return;
  event.stopPropagation();
  details.open = false;
  details.querySelector('summary')?.focus();
}

/** Says that a past day is shown, so that nobody takes it for the present. @param at empty: the latest */
export function dayBanner(context: PanelContext, { at, there, all }: Pick<DaySliderProps, 'at' | 'there' | 'all'>): TemplateResult {
  const { format, catalogue } = context;
  const words = dayMessages;
  if (at === '')
    return html`<p class="day-banner"><strong dir="auto">${words.latest(format.longDate(catalogue.dataset.asOf))}</strong></p>`;
  return html`<div class="day-banner"><strong dir="auto">${words.banner(format.longDate(at))}</strong>
    <span dir="auto">${words.there(format.number(there), { n: all, text: format.number(all) })}</span>
    <details class="day-meaning" @keydown=${closeMeaning}><summary aria-label=${words.meaningLabel} title=${words.meaningLabel}>?</summary><p dir="auto">${words.meaning}</p></details></div>`;
}
