import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Evidence, EvidenceTerm, Objection, ObjectionCode } from '../../analysis/candidate.js';
import type { CoordinationStep } from '../../analysis/coordination.js';
import { termOf, wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { overlapMessages } from '../messages-overlaps.js';
import { findingMessages } from '../messages-findings.js';

const HUNDRED = 100;

/** A bar as long as the value, 0-1; the number stands beside it. */
const bar = (value: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="8"></rect>${svg`<rect class="filled" width=${String(Math.max(0, Math.min(1, value)) * HUNDRED)} height="8"></rect>`}</svg>`;

function parts(context: PanelContext, evidence: Evidence): TemplateResult | typeof nothing {
  const { format } = context;
  const words = overlapMessages;
  if (evidence.parts.length === 0) return nothing;
  const sum = evidence.parts.reduce((total, part) => total + part.points, 0);
  return html`<table class="parts">
    <thead><tr><th scope="col">${words.part}</th><th scope="col">${words.alike}</th><th scope="col">${words.points}</th></tr></thead>
    <tbody>${evidence.parts.map(
      (part) =>
        html`<tr><th scope="row">${wordOf(words.parts, part.part)}</th><td>${bar(part.value)} ${format.score(part.value)}</td><td>${format.score(part.points)}</td></tr>`,
    )}</tbody></table>
    ${evidence.against.some(({ factor }) => factor !== undefined) ? html`<p class="small">${words.beforeObjections(format.score(sum))}</p>` : nothing}`;
}

function terms(context: PanelContext, evidence: Evidence): TemplateResult {
  const { catalogue, format } = context;
  const words = overlapMessages;
  if (evidence.terms.length === 0) return html`<p class="small">${words.noTerms}</p>`;
  const all = format.number(catalogue.standards.length);
  return html`<table class="terms">
    <caption>${words.termsTitle}</caption>
    <thead><tr><th scope="col">${words.term}</th><th scope="col">${words.found}</th><th scope="col">${words.weight}</th><th scope="col">${words.points}</th></tr></thead>
    <tbody>${evidence.terms.map(
      (term) =>
        html`<tr><th scope="row"><bdi>${term.term}</bdi></th><td>${words.inTitles(format.number(term.standards), all)}</td>
          <td>${format.score(term.weight)}</td><td>${format.score(term.share)}</td></tr>`,
    )}</tbody></table>`;
}

function only(context: PanelContext, id: string, list: readonly EvidenceTerm[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<p class="small"><bdi>${overlapMessages.onlyIn(id)}</bdi>: <span dir="auto">${list.map(({ term }) => term).join(', ')}</span></p>`;
}

/** The score of a pair taken apart: parts, shared terms with their weights, and what only one title has. */
export function why(context: PanelContext, evidence: Evidence): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  return html`<section class="why"><h3>${words.whyTitle}</h3>
    <p><strong>${words.score} ${words.ofOne(format.score(evidence.score))}</strong> <span class="small">${words.scoreNote}</span></p>
    ${parts(context, evidence)}
    ${terms(context, evidence)}
    ${only(context, evidence.a, evidence.onlyA)}
    ${only(context, evidence.b, evidence.onlyB)}
  </section>`;
}

/** A value of an objection as its record or term is called; words of titles as they are. */
function valueName({ catalogue, messages }: PanelContext, code: ObjectionCode, value: string): string {
  if (code === 'same-owner') return catalogue.sdo(value)?.name ?? value;
  if (code === 'settled') return wordOf(findingMessages.verdicts, value);
  return code === 'roles-differ' || code === 'kinds-differ' || code === 'inactive' ? termOf(messages, value) : value;
}

function objection(context: PanelContext, { code, values, factor }: Objection): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  const effect = factor === undefined ? words.off : words.factor(format.score(factor));
  const named = values
    .filter((value) => value !== '')
    .map((value) => valueName(context, code, value))
    .join(' · ');
  return html`<li><span dir="auto">${words.against[code](named)}</span> <span class="small">(${effect})</span></li>`;
}

/** Objections, a sentence each. */
export const objectionList = (context: PanelContext, objections: readonly Objection[]): TemplateResult =>
  html`<ul class="sentences">${objections.map((one) => objection(context, one))}</ul>`;

/** What speaks against a pair. */
export function against(context: PanelContext, evidence: Evidence): TemplateResult {
  const words = overlapMessages;
  return html`<section><h3>${words.againstTitle}</h3>${
    evidence.against.length === 0 ? html`<p class="small">${words.nothingAgainst}</p>` : objectionList(context, evidence.against)
  }</section>`;
}

function step(context: PanelContext, { from, to, by, committee, evidence, source }: CoordinationStep): TemplateResult {
  const { messages, catalogue, format } = context;
  const words = overlapMessages;
  const relation = by === 'committee' ? words.sharedCommittee(committee ?? '') : wordOf(messages.relationOut, by).toLowerCase();
  const known = source === undefined ? undefined : catalogue.source(source);
  const rest = [evidence, ...(known ? [words.source(known.catalogue, format.date(known.asOf))] : [])].filter((text) => text !== '');
  return html`<li><bdi>${words.step(from, relation, to)}</bdi>${rest.length === 0 ? nothing : html`<div class="small" dir="auto">${rest.join(' · ')}</div>`}</li>`;
}

/** The chain of declared relations and shared committees that joins two standards. */
export function coordinationChain(context: PanelContext, steps: readonly CoordinationStep[]): TemplateResult {
  return html`<ol class="chain">${steps.map((one) => step(context, one))}</ol>`;
}
