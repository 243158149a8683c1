import { html, nothing, type TemplateResult } from 'lit';
import type { CommitteeMatrix, CommitteePair } from '../../analysis/committee-matrix.js';
import type { CommitteePairDetail } from '../../analysis/committee-pair.js';
import { wordOf } from '../word-of.js';
import { pairSentence } from './committee-cell.js';
import { firstPairs, pairOf } from './committee-order.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { chooseLink, sourceLine } from './link.js';
import { headingName } from './matrix-axes.js';
import { counted } from './counted.js';
import type { MatrixProps } from './matrix-props.js';
import { committeeMessages } from '../messages-committees.js';
import { matrixMessages } from '../messages-matrix.js';
import { groupMessages } from '../messages-groups.js';

type Part = TemplateResult | typeof nothing;
type Counted = MatrixProps & { readonly committees: CommitteeMatrix };

/** Entries of each list. */
const LISTED = 25;
const FIRST = 15;

const section = (title: string, body: Part): TemplateResult => html`<section><h3>${title}</h3>${body}</section>`;

function list<T>({ format }: PanelContext, all: readonly T[], row: (one: T) => TemplateResult, name = 'near-list'): TemplateResult {
  return html`<ul class=${name}>${all.slice(0, LISTED).map(row)}</ul>
    ${all.length > LISTED ? html`<p class="small">${committeeMessages.more(format.number(all.length - LISTED))}</p>` : nothing}`;
}

function sharedCells(context: PanelContext, { goTo }: Counted, { cells }: CommitteePairDetail): TemplateResult {
  const { messages, catalogue, format } = context;
  const texts = committeeMessages;
  if (cells.length === 0) return html`<p class="small">${texts.noCells} ${texts.noDomain}</p>`;
  return section(
    texts.cells(counted(format, cells.length)),
    list(context, cells, ({ domain, capability, a, b }) => {
      const name = `${headingName(catalogue, messages, 'domain', domain)} × ${headingName(catalogue, messages, 'capability', capability)}`;
      return html`<li><button type="button" class="text" @click=${() => {
        goTo({ rows: 'domain', columns: 'capability' }, { row: domain, column: capability });
      }}><bdi>${name}</bdi></button> <span class="small">${texts.cell(format.number(a), format.number(b))}</span></li>`;
    }),
  );
}

function candidates(context: PanelContext, { choosePair }: Counted, detail: CommitteePairDetail): TemplateResult {
  const { format } = context;
  const texts = committeeMessages;
  if (!detail.candidates) return html`<p class="small">${matrixMessages.candidatesComing}</p>`;
  if (detail.candidates.length === 0) return html`<p class="small">${texts.noCandidates}</p>`;
  return section(
    texts.candidates(counted(format, detail.candidates.length)),
    list(
      context,
      detail.candidates,
      ({ a, b, band }) =>
        html`<li><button type="button" class="text" @click=${() => {
          choosePair(a, b);
        }}><bdi>${a}</bdi> – <bdi>${b}</bdi></button> <span class="small">${matrixMessages.bands[band] ?? band}</span></li>`,
      'pairs',
    ),
  );
}

function liaison(context: PanelContext, pair: CommitteePair, { declaredBy, sources }: CommitteePairDetail): TemplateResult {
  const texts = committeeMessages;
  const said = texts.liaisons[pair.liaison];
  return section(
    texts.liaison,
    html`<p>${said.charAt(0).toLocaleUpperCase('en')}${said.slice(1)}.</p>
      ${declaredBy.map((id) => html`<p class="small">${texts.declaredBy(id)}</p>`)}${sources.map((id) => sourceLine(context, id))}
      ${pair.kin ? html`<p class="small">${texts.kin}</p>` : nothing}`,
  );
}

function works(context: PanelContext, { owned, relations }: CommitteePairDetail): TemplateResult {
  const { messages, format } = context;
  const texts = committeeMessages;
  return html`${
    owned.length === 0
      ? nothing
      : section(
          texts.owned(counted(format, owned.length)),
          list(context, owned, (id) => html`<li>${chooseLink(context, id, id)}</li>`),
        )
  }${
    relations.length === 0
      ? nothing
      : section(
          texts.relations(counted(format, relations.length)),
          list(
            context,
            relations,
            ({ from, relation }) => html`<li>${chooseLink(context, from, from)}
              <span class="small">${wordOf(messages.relationOut, relation.type)}</span> ${chooseLink(context, relation.to, relation.to)}</li>`,
          ),
        )
  }`;
}

const committee = (context: PanelContext, id: string): TemplateResult => html`<p>${chooseLink(context, id, id)}
  <span class="small" dir="auto">${context.catalogue.committee(id)?.title ?? ''}</span>
  <button type="button" class="text" @click=${() => {
    context.filterBy(`committee:"${id.replaceAll('"', '""')}" status:active`);
  }}>${groupMessages.onlyThese}</button></p>`;

/** The open pair: who they are, what they share, what may overlap, who declares a liaison, what joins their standards. */
function openPair(context: PanelContext, props: Counted, pair: CommitteePair, detail: CommitteePairDetail): TemplateResult {
  const { messages, format } = context;
  const texts = committeeMessages;
  const isSelf = pair.row === pair.column;
  const own = props.committees.committees.find(({ id }) => id === pair.row);
  const close = (): void => {
    props.openCell(undefined);
  };
  return html`<aside class="matrix-detail" aria-label=${texts.detail} @keydown=${(event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }}>
    <header><h2 tabindex="-1"><bdi>${pair.row}</bdi>${isSelf ? nothing : html` × <bdi>${pair.column}</bdi>`}</h2>
      <button type="button" class="icon" aria-label=${messages.close} @click=${close}>${closeIcon}</button></header>
    <p class="meaning">${isSelf ? texts.selfName(pair.row, counted(format, own?.works ?? 0), counted(format, pair.shared)) : `${pair.row} – ${pair.column}: ${pairSentence(context, pair)}.`}</p>
    ${committee(context, pair.row)}${isSelf ? nothing : committee(context, pair.column)}
    ${isSelf ? nothing : html`${liaison(context, pair, detail)}${candidates(context, props, detail)}`}
    ${isSelf ? ownCells(context, props, detail) : sharedCells(context, props, detail)}
    ${isSelf ? nothing : works(context, detail)}
  </aside>`;
}

const ownCells = (context: PanelContext, { goTo }: Counted, { cells }: CommitteePairDetail): TemplateResult =>
  list(context, cells, ({ domain, capability, a }) => {
    const { catalogue, messages, format } = context;
    const name = `${headingName(catalogue, messages, 'domain', domain)} × ${headingName(catalogue, messages, 'capability', capability)}`;
    return html`<li><button type="button" class="text" @click=${() => {
      goTo({ rows: 'domain', columns: 'capability' }, { row: domain, column: capability });
    }}><bdi>${name}</bdi></button> <span class="small">${matrixMessages.works(counted(format, a))}</span></li>`;
  });

/** Where no pair is open: the pairs to look at first. */
function first(context: PanelContext, { committees, openCell, isBusy }: Counted): Part {
  const { format } = context;
  const texts = committeeMessages;
  const all = firstPairs(committees);
  return html`<aside class="matrix-first" aria-label=${texts.first}><h2>${texts.first}</h2>
    <p class="small">${all.length > 0 ? texts.firstMeaning : isBusy === true ? matrixMessages.counting : texts.noneFirst}</p>
    <ol>${all.slice(0, FIRST).map(
      (pair) =>
        html`<li><button type="button" class="text" @click=${() => {
          openCell({ row: pair.row, column: pair.column }, { byKey: true });
        }}><bdi>${texts.firstRow(pair.row, pair.column)}</bdi></button> <span class="small">${texts.firstSaid(counted(format, pair.candidates ?? 0), counted(format, pair.shared))}</span></li>`,
    )}</ol>
    ${all.length > FIRST ? html`<p class="small">${texts.moreFirst(counted(format, all.length - FIRST))}</p>` : nothing}
  </aside>`;
}

/** The open pair, else the pairs to look at first. */
export function committeeDetail(context: PanelContext, props: Counted): Part {
  const { open, committees, pairOf: behind } = props;
  const pair = open && pairOf(committees, open.row, open.column);
  return pair && behind ? openPair(context, props, pair, behind(pair.row, pair.column)) : first(context, props);
}
