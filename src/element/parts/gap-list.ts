import { html, nothing, type TemplateResult } from 'lit';
import type { Axis, CellGap, ClaimedGap, Gap, LifeCycleGap, ReferenceGap } from '../../analysis/cell.js';
import type { Scope } from '../../analysis/scope.js';
import type { StandardId } from '../../model/dataset.js';
import { termOf, wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { chooseLink, outLink, sourceLink, sourceLine } from './link.js';
import { headingName } from './matrix-axes.js';
import { stateWords } from './matrix-cell.js';
import { counted } from './counted.js';
import { gapMessages } from '../messages-gaps.js';

type Kind = Gap['kind'];
const KINDS: readonly Kind[] = ['cell', 'life-cycle', 'claimed', 'reference'];

/** Rows of a kind that are built at first, and with every press of the button below them. */
export const GAP_ROWS = 15;
/** Standards written out in a row. */
const LISTED = 4;

/** What the list of gaps shows, and what can be done with it. */
export interface GapListProps {
  /** As `gaps` answers them. */
  readonly gaps: readonly Gap[];
  /** What they were looked for in. */
  readonly scope: Scope;
  /** Rows that are built, by kind; `GAP_ROWS` where none are given. */
  readonly shown: Partial<Readonly<Record<Kind, number>>>;
  readonly show: (shown: Partial<Readonly<Record<Kind, number>>>) => void;
  readonly chooseCell: (rows: Axis, columns: Axis, row: string, column: string) => void;
}

function standards(context: PanelContext, label: string, ids: readonly StandardId[]): TemplateResult | typeof nothing {
  if (ids.length === 0) return nothing;
  const rest = ids.length - LISTED;
  return html`<p class="small">${label}: ${ids.slice(0, LISTED).map((id) => html`${chooseLink(context, id, id)} `)}
    ${rest > 0 ? gapMessages.others(context.format.number(rest)) : nothing}</p>`;
}

const roles = ({ messages }: PanelContext, list: readonly string[]): string => list.map((role) => termOf(messages, role)).join(' · ');

function cellRow(context: PanelContext, gap: CellGap, { chooseCell }: GapListProps): TemplateResult {
  const { catalogue, messages, format } = context;
  const words = gapMessages;
  const { cell, rows, columns, expectation, near } = gap;
  const name = (axis: Axis, id: string): string => headingName(catalogue, messages, axis, id);
  return html`<p><button type="button" class="text strong" @click=${() => {
    chooseCell(rows, columns, cell.row, cell.column);
  }}>${words.cross(name(rows, cell.row), name(columns, cell.column))}</button> <span class="badge">${stateWords(cell)}</span></p>
    <p dir="auto">${expectation.reason}</p>
    <p class="small" dir="auto">${words.expectedBy(expectation.by, format.date(expectation.date))}</p>
    ${sourceLine(context, expectation.source)}
    ${standards(context, words.nearest, near)}`;
}

function lifeCycleRow(context: PanelContext, gap: LifeCycleGap, { chooseCell }: GapListProps): TemplateResult {
  const { topic, capability, present, missing, standards: ids } = gap;
  const words = gapMessages;
  const name = (id: string): string => context.catalogue.topic(id)?.label ?? id;
  const about =
    capability === undefined
      ? chooseLink(context, topic, name(topic))
      : html`<button type="button" class="text strong" @click=${() => {
          chooseCell('domain', 'capability', topic, capability);
        }}>${words.cross(name(topic), name(capability))}</button>`;
  return html`<p>${about}</p>
    <p><span class="small">${words.missing}:</span> <strong>${roles(context, missing)}</strong></p>
    <p class="small">${words.present}: ${roles(context, present)}</p>
    ${standards(context, words.standards, ids)}`;
}

function claimedRow(context: PanelContext, { claim, state, standards: ids }: ClaimedGap): TemplateResult {
  const { catalogue, format } = context;
  const words = gapMessages;
  const source = catalogue.source(claim.source);
  const publication = words.claimedIn(source?.catalogue ?? claim.source, claim.clause, format.date(claim.date));
  return html`<p><span class="badge strong">${wordOf(words.claimStates, state)}</span> <span class="small">${wordOf(words.claimMeanings, state)}</span></p>
    <p dir="auto">${claim.text}</p>
    <p class="small" dir="auto">${source?.url === undefined ? publication : outLink(context, source.url, publication)}</p>
    ${claim.note === undefined ? nothing : html`<p class="small" dir="auto">${claim.note}</p>`}
    ${standards(context, words.standards, ids)}`;
}

function referenceRow(context: PanelContext, { from, to, why, evidence, successors }: ReferenceGap): TemplateResult {
  const { catalogue } = context;
  const words = gapMessages;
  return html`<p>${chooseLink(context, from, from)} ${words.refersTo} ${catalogue.standard(to) ? chooseLink(context, to, to) : html`<bdi>${to}</bdi>`}
      <span class="badge">${wordOf(words.why, why)}</span></p>
    <p class="small" dir="auto">${evidence}</p>
    ${standards(context, words.successors, successors)}`;
}

function row(context: PanelContext, gap: Gap, props: GapListProps): TemplateResult {
  switch (gap.kind) {
    case 'cell':
      return cellRow(context, gap, props);
    case 'life-cycle':
      return lifeCycleRow(context, gap, props);
    case 'claimed':
      return claimedRow(context, gap);
    case 'reference':
      return referenceRow(context, gap);
  }
}

function group(context: PanelContext, kind: Kind, props: GapListProps): TemplateResult | typeof nothing {
  const { format } = context;
  const words = gapMessages;
  const all = props.gaps.filter((gap) => gap.kind === kind);
  if (all.length === 0) return nothing;
  const limit = props.shown[kind] ?? GAP_ROWS;
  const rest = all.length - limit;
  const filled = all.filter((gap) => gap.kind === 'claimed' && gap.state === 'filled-since').length;
  const count =
    filled === 0 ? words.counted(format.number(all.length)) : words.countedOpen(format.number(all.length - filled), format.number(filled));
  return html`<section><h3>${wordOf(words.kinds, kind)} <span class="number">${count}</span></h3>
    <p class="small">${wordOf(words.kindNotes, kind)}</p>
    <ul>${all.slice(0, limit).map((gap) => html`<li class="gap">${row(context, gap, props)}</li>`)}</ul>
    ${
      rest > 0
        ? html`<button type="button" class="more" @click=${() => {
            props.show({ ...props.shown, [kind]: limit + GAP_ROWS });
          }}>${words.more(format.number(Math.min(GAP_ROWS, rest)), format.number(rest))}</button>`
        : nothing
    }</section>`;
}

/** The sources behind a view, how old they are, and what they leave open. */
export function scopeList(context: PanelContext, { sources }: Scope): TemplateResult {
  const { format } = context;
  const words = gapMessages;
  return html`<section class="scope-line"><h3>${words.scopeTitle}</h3><ul>${sources.map(
    ({ source, standards: count, unknown }) =>
      html`<li class="small">${sourceLink(context, source)}, ${words.scopeRow(counted(format, count), counted(format, unknown), format.date(source.asOf))}</li>`,
  )}</ul></section>`;
}

/** Where the landscape is thin although it should not be, each with who says so and on what. */
export function gapList(context: PanelContext, props: GapListProps): TemplateResult {
  const words = gapMessages;
  return html`<section class="gaps" aria-label=${words.title}>
    <p class="small">${words.note}</p>
    ${props.gaps.length === 0 ? html`<p>${words.none}</p>` : nothing}
    ${KINDS.map((kind) => group(context, kind, props))}
    ${scopeList(context, props.scope)}
  </section>`;
}
