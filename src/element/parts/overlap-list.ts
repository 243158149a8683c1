import { html, nothing, type TemplateResult } from 'lit';
import { BANDS, type Band, type Candidate } from '../../analysis/candidate.js';
import type { Judgement } from '../../analysis/findings.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { StandardId } from '../../model/dataset.js';
import { wordOf } from '../word-of.js';
import { bandBadge, bandIcon, earlyBadge } from './bands.js';
import type { PanelContext } from './context.js';
import { overlapMessages } from '../messages-overlaps.js';
import { findingMessages } from '../messages-findings.js';

/** What the reader asked of the list. */
export interface OverlapListState {
  /** Bands that are listed; none stands for all. */
  readonly bands: readonly Band[];
  readonly early: boolean;
  /** Two SDOs as `pairKey` writes them; empty for any. */
  readonly sdos: string;
  readonly settled: boolean;
  /** Rows that are built. */
  readonly limit: number;
}

/** Rows that are built at first, and with every press of the button below them. */
export const ROWS = 50;

/** The list before the reader asked anything of it. */
export const EVERY_CANDIDATE: OverlapListState = { bands: [], early: false, sdos: '', settled: false, limit: ROWS };

/** What the list of candidates shows, and what can be done with it. */
export interface OverlapListProps {
  /** Strongest first; undefined as long as none is known. */
  readonly candidates: readonly Candidate[] | undefined;
  /** How much of the comparison is done, 0-1; undefined when all of it is. */
  readonly progress?: number;
  /** Pairs that people have settled. */
  readonly settled: readonly Judgement[];
  readonly state: OverlapListState;
  readonly set: (state: OverlapListState) => void;
  readonly choosePair: (a: StandardId, b: StandardId) => void;
  /** The pair that is chosen. */
  readonly chosen?: readonly [a: StandardId, b: StandardId];
}

/** The SDOs of a pair, in one spelling for both orders. */
function pairKey(catalogue: Catalogue, { a, b }: Pick<Candidate, 'a' | 'b'>): string {
  const homes = [a, b].map((id) => {
    const standard = catalogue.standard(id);
    return standard ? catalogue.home(standard) : '';
  });
  return homes.sort().join(' ');
}

/** The candidates that pass what the reader asked of the list, in their order: what it lists and the graph draws. */
export function listed(
  catalogue: Catalogue,
  candidates: readonly Candidate[],
  { bands, early, sdos }: Pick<OverlapListState, 'bands' | 'early' | 'sdos'>,
): readonly Candidate[] {
  if (bands.length === 0 && !early && sdos === '') return candidates;
  return candidates.filter(
    (candidate) =>
      (bands.length === 0 || bands.includes(candidate.band)) &&
      (!early || candidate.early) &&
      (sdos === '' || pairKey(catalogue, candidate) === sdos),
  );
}

const pressed = (on: boolean): 'true' | 'false' => (on ? 'true' : 'false');

function bandFilter(context: PanelContext, candidates: readonly Candidate[], { state, set }: OverlapListProps): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  return html`<div class="bands" role="group" aria-label=${words.bandFilter}>${BANDS.map((band) => {
    const on = state.bands.includes(band);
    const count = candidates.filter((candidate) => candidate.band === band).length;
    return html`<button type="button" class="chip-toggle" aria-pressed=${pressed(on)} @click=${() => {
      set({ ...state, bands: on ? state.bands.filter((one) => one !== band) : [...state.bands, band], limit: ROWS });
    }}>${bandIcon(band)} ${wordOf(words.bands, band)} <span class="number">${format.number(count)}</span></button>`;
  })}
    <button type="button" class="chip-toggle" aria-pressed=${pressed(state.early)} title=${words.earlyHint} @click=${() => {
      set({ ...state, early: !state.early, limit: ROWS });
    }}>${words.earlyOnly} <span class="number">${format.number(candidates.filter(({ early }) => early).length)}</span></button>
  </div>`;
}

function sdoFilter(context: PanelContext, candidates: readonly Candidate[], { state, set }: OverlapListProps): TemplateResult {
  const { format, catalogue } = context;
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    const key = pairKey(catalogue, candidate);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const names = (key: string): readonly [string, string] => {
    const [a = '', b = ''] = key.split(' ').map((id) => catalogue.sdo(id)?.name ?? id);
    return [a, b];
  };
  const options = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return html`<label class="field"><span>${overlapMessages.pairOf}</span><select @change=${(event: Event) => {
    if (event.currentTarget instanceof HTMLSelectElement) set({ ...state, sdos: event.currentTarget.value, limit: ROWS });
  }}><option value="" .selected=${state.sdos === ''}>${overlapMessages.anyPair}</option>${options.map(
    ([key, count]) =>
      html`<option value=${key} .selected=${key === state.sdos}>${overlapMessages.pairName(...names(key), format.number(count))}</option>`,
  )}</select></label>`;
}

function row(
  context: PanelContext,
  pair: { readonly a: StandardId; readonly b: StandardId },
  badges: unknown,
  rest: unknown,
  { chosen, choosePair }: OverlapListProps,
): TemplateResult {
  const { catalogue } = context;
  const isChosen = chosen?.includes(pair.a) === true && chosen.includes(pair.b);
  const side = (id: StandardId): TemplateResult =>
    html`<span class="side" dir="auto"><strong><bdi>${id}</bdi></strong> ${catalogue.standard(id)?.title ?? nothing}</span>`;
  return html`<li><button type="button" class="pair" aria-current=${pressed(isChosen)} @click=${() => {
    choosePair(pair.a, pair.b);
  }}><span class="badges">${badges}</span>${side(pair.a)}<span class="hidden">${overlapMessages.and}</span>${side(pair.b)}${rest}</button></li>`;
}

function candidateRow(context: PanelContext, candidate: Candidate, props: OverlapListProps): TemplateResult {
  const { catalogue } = context;
  const topics = candidate.topics.map((id) => catalogue.topic(id)?.label ?? id).join(' · ');
  return row(
    context,
    candidate,
    html`${bandBadge(candidate.band)} ${candidate.early ? earlyBadge() : nothing}`,
    topics === '' ? nothing : html`<span class="small">${overlapMessages.sharedTopics}: ${topics}</span>`,
    props,
  );
}

function settledRows(context: PanelContext, props: OverlapListProps): TemplateResult {
  const { format } = context;
  return html`<h3>${overlapMessages.settledTitle}</h3><ul class="pairs">${props.settled.map((judgement) => {
    const { finding } = judgement;
    const badge = finding && html`<span class="badge strong">${wordOf(findingMessages.verdicts, finding.verdict)}</span>`;
    const rest = finding && html`<span class="small">${findingMessages.byline(finding.by, format.date(finding.date))}</span>`;
    return row(context, judgement, badge, rest, props);
  })}</ul>`;
}

function rows(context: PanelContext, candidates: readonly Candidate[], props: OverlapListProps): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  const { state, set, progress } = props;
  const passing = listed(context.catalogue, candidates, state);
  const rest = passing.length - state.limit;
  const isDone = progress === undefined;
  return html`<p class="small" role="status">${
    passing.length > 0
      ? words.counted(format.number(passing.length), format.number(candidates.length))
      : isDone
        ? candidates.length > 0
          ? words.noneHere
          : words.none
        : nothing
  }</p>
    <ol class="pairs">${passing.slice(0, state.limit).map((candidate) => candidateRow(context, candidate, props))}</ol>
    ${
      rest > 0
        ? html`<button type="button" class="more" @click=${() => {
            set({ ...state, limit: state.limit + ROWS });
          }}>${words.more(format.number(Math.min(ROWS, rest)), format.number(rest))}</button>`
        : nothing
    }`;
}

/** How far the comparison is; of one that has only begun nobody can say how far it is. */
function computing({ format }: PanelContext, progress: number): TemplateResult {
  const words = overlapMessages;
  const text = words.computing(progress > 0 ? `${format.number(Math.floor(progress * 100))} %` : '');
  return html`<div class="computing">${
    progress > 0
      ? html`<progress max="1" value=${String(progress)} aria-label=${words.computing('')}></progress>`
      : html`<progress aria-label=${words.computing('')}></progress>`
  }<span class="small">${text}</span></div>`;
}

/** Pairs that people should look at, strongest first; choosing one shows its evidence. */
export function overlapList(context: PanelContext, props: OverlapListProps): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  const { candidates = [], progress, settled, state, set } = props;
  return html`<section class="overlaps" aria-label=${words.title}>
    <p class="small">${words.note}</p>
    ${progress === undefined ? nothing : computing(context, progress)}
    ${candidates.length > 0 ? [bandFilter(context, candidates, props), sdoFilter(context, candidates, props)] : nothing}
    ${rows(context, candidates, props)}
    ${
      settled.length > 0
        ? html`<label class="switch"><input type="checkbox" .checked=${state.settled} @change=${() => {
            set({ ...state, settled: !state.settled });
          }}><span>${words.showSettled(format.number(settled.length))}</span></label>`
        : nothing
    }
    ${state.settled && settled.length > 0 ? settledRows(context, props) : nothing}
  </section>`;
}
