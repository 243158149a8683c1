import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Cell, Coverage } from '../../analysis/cell.js';
import { termOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { chooseLink, sourceLine } from './link.js';
import { headingName } from './matrix-axes.js';
import { deltaSentence } from './matrix-changes.js';
import { cellClass, cellName, isFilteredOut, stateWords } from './matrix-cell.js';
import { counted } from './counted.js';
import { cellOf } from './matrix-order.js';
import type { MatrixProps } from './matrix-props.js';
import { reasonSteps, reasonText } from './matrix-why.js';
import { matrixMessages } from '../messages-matrix.js';
import { groupMessages } from '../messages-groups.js';

type Part = TemplateResult | typeof nothing;
type Counted = MatrixProps & { readonly coverage: Coverage };

/** Standards, pairs and neighbours listed in the panel. */
const LISTED = 40;
const PAIRS = 8;
const NEIGHBOURS = 4;

const section = (title: string, body: Part): TemplateResult => html`<section><h3>${title}</h3>${body}</section>`;

/** A share as a bar: the width is an attribute of a drawing, which no policy on styles forbids. */
const bar = (share: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${share * 100} height="8"></rect>`}</svg>`;

function why(context: PanelContext, cell: Cell): TemplateResult {
  const texts = matrixMessages;
  // An empty cell needs no number.
  const decisive = cell.state === 'uncovered' ? undefined : cell.reasons.at(-1);
  const isBare = !cell.gap && (cell.state === 'uncovered' || cell.state === 'being-filled' || cell.state === 'informative-only');
  return html`<p class="meaning">${isFilteredOut(cell) ? texts.filteredOutMeaning : texts.meanings[cell.state]}</p>
    ${cell.gap ? html`<p class="meaning">${texts.gapMeaning}</p>` : isBare && cell.expectation === undefined && cell.beyond === 0 ? html`<p class="small">${texts.noGap}</p>` : nothing}
    ${cell.beyond > 0 ? html`<p class="meaning">${texts.hidden(counted(context.format, cell.beyond))}</p>` : nothing}
    ${isBare && cell.beyond > 0 && cell.expectation?.state === 'expected' ? html`<p class="meaning">${texts.expectedBeyond}</p>` : nothing}
    ${decisive ? html`<p class="meaning">${texts.decided(reasonText(context, decisive))}</p>` : nothing}
    ${reasonSteps(context, cell.reasons)}`;
}

function expectation(context: PanelContext, { expectation }: Cell): Part {
  if (!expectation) return nothing;
  const { format } = context;
  const texts = matrixMessages;
  return section(
    texts.expectation,
    html`<p>${{ expected: texts.expected, 'not-applicable': texts.notApplicable, 'no-data': texts.noDataSaid }[expectation.state]}:</p>
      <blockquote dir="auto">${expectation.reason}</blockquote>
      <p class="small" dir="auto">${texts.saidBy(expectation.by, format.date(expectation.date))}</p>
      ${sourceLine(context, expectation.source)}`,
  );
}

function numbers({ format }: PanelContext, cell: Cell): TemplateResult {
  const texts = matrixMessages;
  const rows = [
    [texts.covering, cell.covering],
    [texts.inForce, cell.inForce],
    [texts.underDevelopment, cell.underDevelopment],
    [texts.informative, cell.informative],
    [texts.unknown, cell.unknown],
    [texts.beyond, cell.beyond],
  ] as const;
  return html`${cell.works === 0 ? nothing : html`<p>${texts.worksOfStandards(counted(format, cell.works), counted(format, cell.standards.length))}</p>`}<dl>
    ${rows.filter(([, count]) => count > 0).map(([term, count]) => html`<dt>${term}</dt><dd>${format.number(count)}</dd>`)}
    ${cell.latest === undefined ? nothing : html`<dt>${texts.newest}</dt><dd><time datetime=${cell.latest}>${format.date(cell.latest)}</time></dd>`}
  </dl>`;
}

function shares({ catalogue, format }: PanelContext, cell: Cell): Part {
  const texts = matrixMessages;
  const sum = cell.sdos.reduce((total, { works }) => total + works, 0);
  if (sum === 0) return nothing;
  return section(
    texts.shares,
    html`<ul class="shares">${cell.sdos.map(
      ({ sdo, works }) =>
        html`<li><bdi>${catalogue.sdo(sdo)?.name ?? sdo}</bdi>${bar(works / sum)}<span class="number">${format.number(Math.round(works * 100) / 100)}</span></li>`,
    )}</ul><p class="small">${texts.effective(counted(format, Math.round(cell.effectiveSdos * 10) / 10))}</p>`,
  );
}

function standards(context: PanelContext, props: Counted, cell: Cell): TemplateResult {
  const { catalogue, messages, format } = context;
  const texts = matrixMessages;
  const count = counted(format, cell.standards.length);
  if (count.n === 0)
    return section(texts.standardsHere(count), html`<p class="small">${cell.beyond > 0 ? texts.noneFiltered : texts.noStandards}</p>`);
  const row = (id: string): Part => {
    const standard = catalogue.standard(id);
    if (!standard) return nothing;
    const latest = catalogue.latestDate(standard);
    const rest = [catalogue.sdo(catalogue.home(standard))?.name, termOf(messages, standard.status), latest && format.date(latest)];
    return html`<li class=${props.selected.has(id) ? 'chosen' : ''}>${chooseLink(context, id, id)}
      <span class="title" dir="auto">${standard.title}</span>
      <span class="small">${rest.filter((text) => text !== undefined).join(' · ')}</span></li>`;
  };
  return section(
    texts.standardsHere(count),
    html`<button type="button" class="only" @click=${() => {
      props.filterTo(cell);
    }}>${groupMessages.onlyThese}</button>
    <ul class="works">${cell.standards.slice(0, LISTED).map(row)}</ul>
    ${count.n > LISTED ? html`<p class="small">${texts.moreStandards(format.number(count.n - LISTED))}</p>` : nothing}`,
  );
}

function candidates({ format }: PanelContext, props: Counted, cell: Cell): Part {
  if (!props.candidates) return nothing;
  const texts = matrixMessages;
  const found = props.candidates(cell);
  if (!found) return html`<p class="small">${texts.candidatesComing}</p>`;
  if (found.length === 0) return html`<p class="small">${texts.noCandidates}</p>`;
  return section(
    texts.candidates(counted(format, found.length)),
    html`<ul class="pairs">${found.slice(0, PAIRS).map(
      ({ a, b, band }) =>
        html`<li><button type="button" class="text" @click=${() => {
          props.choosePair(a, b);
        }}><bdi>${a}</bdi> – <bdi>${b}</bdi></button> <span class="small">${texts.bands[band] ?? band}</span></li>`,
    )}</ul>`,
  );
}

/** The fullest other cells of the same row and column. */
function neighbours(context: PanelContext, props: Counted, cell: Cell): TemplateResult {
  const { catalogue, messages, format } = context;
  const { coverage, openCell } = props;
  const list = (side: 'row' | 'column'): TemplateResult => {
    const other = side === 'row' ? 'column' : 'row';
    const cells = coverage.cells.filter((one) => one[side] === cell[side] && one !== cell && (one.works > 0 || one.gap));
    const nearest = [...cells].sort((a, b) => b.works - a.works).slice(0, NEIGHBOURS);
    const name = (axis: 'row' | 'column', id: string): string =>
      headingName(catalogue, messages, axis === 'row' ? coverage.rows : coverage.columns, id);
    if (nearest.length === 0) return html``;
    return html`<p class="small">${matrixMessages.inRow(name(side, cell[side]))}:</p>
      <ul class="near">${nearest.map(
        (one) =>
          html`<li><button type="button" class="text" title=${cellName(context, coverage, one, false)} @click=${() => {
            openCell({ row: one.row, column: one.column }, { byKey: true });
          }}><bdi>${name(other, one[other])}</bdi></button> <span class="small">${format.number(one.works)}</span></li>`,
      )}</ul>`;
  };
  return section(matrixMessages.neighbours, html`${list('row')}${list('column')}`);
}

/** The open cell: its state and why, numbers, SDOs, standards, candidates and neighbours. */
export function matrixDetail(context: PanelContext, props: Counted): Part {
  const { coverage, open, openCell } = props;
  const cell = open && cellOf(coverage, open.row, open.column);
  if (!cell) return nothing;
  const { catalogue, messages } = context;
  const texts = matrixMessages;
  const name = (axis: Coverage['rows'], id: string): TemplateResult => html`<bdi>${headingName(catalogue, messages, axis, id)}</bdi>`;
  const close = (): void => {
    openCell(undefined);
  };
  return html`<aside class="matrix-detail" aria-label=${texts.detail} @keydown=${(event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }}>
    <header><h2 tabindex="-1">${name(coverage.rows, cell.row)} × ${name(coverage.columns, cell.column)}</h2>
      <button type="button" class="icon" aria-label=${messages.close} @click=${close}>${closeIcon}</button></header>
    <p class="state"><span class=${`sample ${cellClass(cell, cell.works > 0 ? 2 : 0)}`} aria-hidden="true"></span><strong>${stateWords(cell)}</strong></p>
    ${why(context, cell)}
    ${expectation(context, cell)}
    ${deltaSentence(context, props, cell)}
    ${numbers(context, cell)}
    ${shares(context, cell)}
    ${candidates(context, props, cell)}
    ${standards(context, props, cell)}
    ${neighbours(context, props, cell)}
  </aside>`;
}
