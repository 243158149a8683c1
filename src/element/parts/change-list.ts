import { html, nothing, type TemplateResult } from 'lit';
import { CHANGED, type ChangedClass, type ChangeSum, type ChangeSums, type StandardChange } from '../../analysis/change.js';
import { lastDayOf } from '../../analysis/at.js';
import { isPartialDate } from '../../model/value.js';
import { sinceChoices } from '../../analysis/since.js';
import type { PartialDate, StandardId } from '../../model/dataset.js';
import type { SinceView } from '../since-view.js';
import { changedClass, changeIcon, factText, whyText } from './change-words.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import { changeMessages } from '../messages-changes.js';

/** Rows of each class that are built at first, and with every press of the button below them. */
export const ROWS = 25;

/** What the reader asked of the list. */
export interface ChangeListState {
  /** Classes that are listed and drawn; none stands for all. */
  readonly classes: readonly ChangedClass[];
  /** Rows that are built of each class; default ROWS. */
  readonly limits: Readonly<Partial<Record<ChangedClass, number>>>;
}

/** The list before the reader asked anything of it. */
export const EVERY_CHANGE: ChangeListState = { classes: [], limits: {} };

/** What the list of changes shows, and what can be done with it. */
export interface ChangeListProps {
  readonly view: SinceView;
  /** The day was taken by the map, not chosen by the reader. */
  readonly isTaken: boolean;
  /** What has changed of what is shown and of `beyond`, in the order in which it is listed. */
  readonly changed: readonly StandardChange[];
  readonly sums: ChangeSums;
  /** SDOs of whose standards it cannot be known, with how many. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Ended, and left out by what the filter says of the status. */
  readonly beyond: readonly StandardId[];
  readonly selected: readonly string[];
  readonly state: ChangeListState;
  readonly set: (state: ChangeListState) => void;
  readonly setSince: (since: PartialDate) => void;
}

const pressed = (on: boolean): 'true' | 'false' => (on ? 'true' : 'false');

/** The day from which on changes count: as a date, and as what is often meant. */
function dayControl(context: PanelContext, { view, setSince }: ChangeListProps): TemplateResult {
  const { catalogue, format } = context;
  const { since, at } = view.changes;
  const words = changeMessages;
  const choices = sinceChoices(catalogue, at);
  const isOwn = choices.every((choice) => choice.since !== since);
  const take = (value: string): void => {
    if (value !== since && isPartialDate(value)) setSince(value);
  };
  return html`<div class="since row">
    <label class="field"><span>${words.sinceWhat}</span>
      <select @change=${(event: Event) => {
        if (event.currentTarget instanceof HTMLSelectElement) take(event.currentTarget.value);
      }}>${isOwn ? html`<option value=${since} .selected=${true}>${words.own(format.date(since))}</option>` : nothing}
        ${choices.map((choice) => html`<option value=${choice.since} .selected=${choice.since === since}>${whyText(context, choice)}</option>`)}</select></label>
    <label class="field"><span>${words.day}</span>
      <input type="date" .value=${lastDayOf(since)} @change=${(event: Event) => {
        if (event.currentTarget instanceof HTMLInputElement) take(event.currentTarget.value);
      }}></label>
  </div>`;
}

function classFilter(context: PanelContext, { state, set, sums }: ChangeListProps): TemplateResult {
  const { format } = context;
  return html`<div class="bands" role="group" aria-label=${changeMessages.classFilter}>${CHANGED.map((change) => {
    const on = state.classes.includes(change);
    return html`<button type="button" class="chip-toggle" aria-pressed=${pressed(on)} @click=${() => {
      set({
        limits: {},
        classes: on
          ? state.classes.filter((one) => one !== change)
          : CHANGED.filter((one) => one === change || state.classes.includes(one)),
      });
    }}>${changeIcon(change)} ${changeMessages.classes[change]} <span class="number">${format.number(sums.counts[change])}</span></button>`;
  })}</div>`;
}

function row(context: PanelContext, one: StandardChange, change: ChangedClass, isBeyond: boolean, isSelected: boolean): TemplateResult {
  const { catalogue } = context;
  return html`<li><button type="button" class="pair" aria-current=${pressed(isSelected)} @click=${() => {
    context.choose(one.id);
  }}>
    <span class="change-head">${changeIcon(change, one.isSure)} <strong dir="auto">${one.id}</strong>${isBeyond ? html` <span class="badge">${changeMessages.beyondFilter}</span>` : nothing}</span>
    <span class="side" dir="auto">${catalogue.standard(one.id)?.title ?? ''}</span>
    ${one.facts.map((fact) => html`<span class="small" dir="auto">${factText(context, fact)}</span>`)}
  </button></li>`;
}

function group(
  context: PanelContext,
  change: ChangedClass,
  props: ChangeListProps,
  beyond: ReadonlySet<StandardId>,
): TemplateResult | typeof nothing {
  const { format } = context;
  const { changed, state, set, selected } = props;
  const words = changeMessages;
  if (state.classes.length > 0 && !state.classes.includes(change)) return nothing;
  const all = changed.filter((one) => one.change === change);
  const limit = state.limits[change] ?? ROWS;
  const rest = all.length - limit;
  return html`<section data-class=${change}><h3>${words.classes[change]} <span class="number">(${format.number(all.length)})</span></h3>
    <p class="small" dir="auto">${words.notes[change]}</p>
    ${all.length === 0 ? html`<p dir="auto">${words.noneOfClass}</p>` : nothing}
    <ul class="pairs">${all.slice(0, limit).map((one) => row(context, one, change, beyond.has(one.id), selected.includes(one.id)))}</ul>
    ${
      rest > 0
        ? html`<button type="button" class="more" @click=${() => {
            set({ ...state, limits: { ...state.limits, [change]: limit + 2 * ROWS } });
          }}>${words.more(format.number(Math.min(2 * ROWS, rest)), format.number(rest))}</button>`
        : nothing
    }</section>`;
}

/** Classes as columns of the sums. */
const SUMMED = ['came', 'revised', 'started', 'left', 'left-undated'] as const satisfies readonly ChangedClass[];

function sumTable(
  context: PanelContext,
  head: string,
  sums: readonly ChangeSum[],
  nameOf: (id: string) => string,
  unknown: ReadonlyMap<string, number> = new Map(),
): TemplateResult | typeof nothing {
  const { format } = context;
  const silent = [...unknown.keys()].filter((id) => sums.every((one) => one.id !== id));
  if (sums.length + silent.length === 0) return nothing;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${head}><table>
    <thead><tr><th scope="col">${head}</th>${SUMMED.map((change) => html`<th scope="col">${changeMessages.classes[change]}</th>`)}</tr></thead>
    <tbody>${sums.map(
      ({ id, counts }) =>
        html`<tr><th scope="row"><button type="button" class="text" @click=${() => {
          context.choose(id);
        }}><bdi>${nameOf(id)}</bdi></button></th>${SUMMED.map((change) => html`<td>${format.number(counts[change])}</td>`)}</tr>`,
    )}${silent.map(
      (id) =>
        html`<tr class="silent"><th scope="row"><bdi>${nameOf(id)}</bdi></th><td colspan=${SUMMED.length} dir="auto">? ${changeMessages.cannotKnow(format.number(unknown.get(id) ?? 0))}</td></tr>`,
    )}</tbody></table></div>`;
}

function sumTables(context: PanelContext, { sums, unknown }: ChangeListProps): TemplateResult {
  const { catalogue } = context;
  const words = changeMessages;
  return html`<details class="sums"><summary>${words.bySdo}</summary>
    ${sumTable(context, words.sdoHead, sums.sdos, (id) => catalogue.sdo(id)?.name ?? id, unknown)}
    ${sumTable(context, words.topicHead, sums.topics, (id) => catalogue.topic(id)?.label ?? id)}</details>`;
}

/** What the reader has to know of the period before the list: whose choice the day is, what cannot be known, what the filter leaves out. */
function remarks(context: PanelContext, { view, isTaken, sums, unknown, beyond, changed }: ChangeListProps): TemplateResult {
  const { catalogue, format } = context;
  const words = changeMessages;
  const { since, at } = view.changes;
  const taken = isTaken ? (view.usual ?? sinceChoices(catalogue, at).find((choice) => choice.since === since)) : undefined;
  const why = taken && whyText(context, taken);
  return html`
    ${why === undefined || !taken ? nothing : html`<p class="small taken" dir="auto">${'meeting' in taken.why ? words.usual(why) : words.usualYears(why, at === '' ? '' : format.date(at))}</p>`}
    ${lastDayOf(at === '' ? catalogue.dataset.asOf : at) <= lastDayOf(since) ? html`<p class="backwards" dir="auto">${words.backwards}</p>` : nothing}
    ${
      sums.counts.unknown > 0
        ? html`<p class="small unknown" dir="auto">${words.unknown(
            counted(format, sums.counts.unknown),
            [...unknown].map(([id, n]) => words.unknownOf(catalogue.sdo(id)?.name ?? id, format.number(n))).join(', '),
          )}</p>`
        : nothing
    }
    ${beyond.length > 0 ? html`<p class="small ghosts" dir="auto">${words.ghosts(counted(format, beyond.length))}</p>` : nothing}
    ${changed.length === 0 ? html`<p dir="auto">${words.none}</p>` : nothing}`;
}

/** What came, was revised, started and left, the newest first, with the day from which on it counts. */
export function changeList(context: PanelContext, props: ChangeListProps): TemplateResult {
  const beyond = new Set(props.beyond);
  return html`<section class="overlaps changes" aria-label=${changeMessages.heading}>
    ${dayControl(context, props)}
    ${remarks(context, props)}
    ${classFilter(context, props)}
    ${props.changed.length === 0 ? nothing : sumTables(context, props)}
    ${props.changed.length === 0 ? nothing : CHANGED.map((change) => group(context, change, props, beyond))}
  </section>`;
}

/** Newest first; of one day as in the dataset, what has no day before all others. */
export function inListOrder(changes: readonly StandardChange[]): readonly StandardChange[] {
  const dayOf = ({ facts }: StandardChange): PartialDate => facts[0]?.date ?? '9';
  return changes
    .filter(({ change }) => changedClass(change) !== undefined)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
}
