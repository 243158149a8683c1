import { html, nothing, type TemplateResult } from 'lit';
import type { Candidate } from '../../analysis/candidate.js';
import { coordinated, coordinatedWith } from '../../analysis/coordinated.js';
import type { Coordination } from '../../analysis/coordination.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { StandardId } from '../../model/dataset.js';
import { bandBadge, earlyBadge } from './bands.js';
import type { PanelContext } from './context.js';
import { coordinationChain } from './evidence-why.js';
import { counted } from './counted.js';
import { overlapMessages } from '../messages-overlaps.js';

/** What the panel of a standard says of its pairs. */
export interface StandardPairs {
  /** Candidates with it, strongest first; undefined as long as they are computed. */
  readonly candidates: readonly Candidate[] | undefined;
  /** Standards that declared relations join to it, nearest first, with the way there. */
  readonly coordinated: readonly (readonly [id: StandardId, coordination: Coordination])[];
  /** Standards that only share a committee with it. */
  readonly sameCommittee: number;
  readonly choosePair: (a: StandardId, b: StandardId) => void;
}

/** Candidates of a standard that are listed; the list of candidates has the others. */
const LISTED = 8;
const LISTED_TEXTS = 12;

/** What is known of the pairs of a standard. @param candidates of the whole dataset, strongest first; undefined as long as they are computed */
export function pairsOf(
  catalogue: Catalogue,
  id: StandardId,
  candidates: readonly Candidate[] | undefined,
  choosePair: StandardPairs['choosePair'],
): StandardPairs {
  const joined = coordinatedWith(catalogue, id);
  const known = new Set([id, ...joined]);
  const neighbours = new Set(catalogue.standard(id)?.committees.flatMap((committee) => catalogue.standardsOf(committee)));
  return {
    candidates: candidates?.filter(({ a, b }) => a === id || b === id),
    coordinated: joined.flatMap((other) => {
      const coordination = coordinated(catalogue, id, other);
      return coordination ? [[other, coordination] as const] : [];
    }),
    sameCommittee: [...neighbours].filter((one) => !known.has(one.id)).length,
    choosePair,
  };
}

function otherButton({ catalogue }: PanelContext, id: StandardId, other: StandardId, { choosePair }: StandardPairs): TemplateResult {
  return html`<button type="button" class="text" title=${overlapMessages.evidenceOf(other)} @click=${() => {
    choosePair(id, other);
  }}><bdi>${other}</bdi></button> <span class="small" dir="auto">${catalogue.standard(other)?.title ?? nothing}</span>`;
}

function candidateRows(context: PanelContext, id: StandardId, pairs: StandardPairs): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  const { candidates } = pairs;
  if (!candidates) return html`<p class="small">${words.candidatesPending}</p>`;
  if (candidates.length === 0) return html`<p class="small">${words.candidatesNone}</p>`;
  return html`<p class="small">${words.note}</p><ul class="pair-list">${candidates.slice(0, LISTED).map(
    (candidate) => html`<li>${bandBadge(candidate.band)} ${candidate.early ? earlyBadge() : nothing}
      ${otherButton(context, id, candidate.a === id ? candidate.b : candidate.a, pairs)}</li>`,
  )}</ul>${candidates.length > LISTED ? html`<p class="small">${words.allOf(counted(format, candidates.length))}</p>` : nothing}`;
}

function coordinatedRows(context: PanelContext, id: StandardId, pairs: StandardPairs): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  const { coordinated, sameCommittee } = pairs;
  const more = coordinated.length - LISTED_TEXTS;
  return html`<ul class="pair-list">${coordinated
    .slice(0, LISTED_TEXTS)
    .map(([other, { steps }]) => html`<li>${otherButton(context, id, other, pairs)}${coordinationChain(context, steps)}</li>`)}</ul>
    ${more > 0 ? html`<p class="small">${words.moreHere(format.number(more))}</p>` : nothing}
    ${sameCommittee > 0 ? html`<p class="small">${words.sharesCommittee(counted(format, sameCommittee))}</p>` : nothing}`;
}

/** The overlap candidates of a standard, and the texts it is coordinated with: two sections of its panel. */
export function standardPairs(context: PanelContext, id: StandardId, pairs: StandardPairs): TemplateResult {
  const words = overlapMessages;
  const { coordinated, sameCommittee } = pairs;
  return html`<section class="standard-pairs"><h3>${words.ofStandard}</h3>${candidateRows(context, id, pairs)}</section>
    ${
      coordinated.length + sameCommittee === 0
        ? nothing
        : html`<section class="standard-pairs"><h3>${words.coordinatedTexts}</h3>${coordinatedRows(context, id, pairs)}</section>`
    }`;
}
