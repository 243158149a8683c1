import { html, nothing, type TemplateResult } from 'lit';
import type { CommonAncestor, ComparedPair, Comparison, DescentStep } from '../../analysis/comparison.js';
import type { Ancestor, Lineage } from '../../analysis/lineage.js';
import { wordOf } from '../word-of.js';
import { bandBadge } from './bands.js';
import type { CompareProps } from './compare-props.js';
import type { PanelContext } from './context.js';
import { coordinationChain } from './evidence-why.js';
import { compareMessages } from '../messages-compare.js';
import { overlapMessages } from '../messages-overlaps.js';
import { findingMessages } from '../messages-findings.js';
import { tableMessages } from '../messages-table.js';

function record(context: PanelContext, { choose }: CompareProps, designation: string, isHere: boolean): TemplateResult {
  if (!isHere) return html`<bdi>${designation}</bdi> <span class="small">(${context.messages.externalStandard})</span>`;
  return html`<button type="button" class="text" @click=${() => {
    choose(designation);
  }}><bdi>${designation}</bdi></button>`;
}

/** Which terms stand in which title: a table of its own. */
function terms({ standards, terms: shared }: Comparison): TemplateResult {
  const words = compareMessages;
  if (shared.length === 0) return html`<p class="small">${words.noTerms}</p>`;
  return html`<table class="terms"><thead><tr><th scope="col">${words.term}</th>${standards.map(({ id }) => html`<th scope="col"><bdi>${id}</bdi></th>`)}</tr></thead>
    <tbody>${shared.map(
      (one) =>
        html`<tr><th scope="row"><span dir="auto">${one.term}</span></th>${standards.map(
          ({ id }) =>
            html`<td>${one.standards.includes(id) ? html`<span aria-hidden="true">●</span><span class="hidden">${words.inTitle}</span>` : nothing}</td>`,
        )}</tr>`,
    )}</tbody></table>`;
}

const chain = ({ messages }: PanelContext, steps: readonly DescentStep[]): string =>
  steps.map(({ from, by, to }) => `${from} ${wordOf(messages.relationOut, by).toLowerCase()} ${to}`).join(' → ');

function ancestor(context: PanelContext, props: CompareProps, { designation, standard, descendants }: CommonAncestor): TemplateResult {
  const words = compareMessages;
  return html`<li>${record(context, props, designation, standard !== undefined)}
    ${standard ? html`<span class="small" dir="auto">${standard.title}</span>` : nothing}
    <ul>${descendants.map(({ id, steps }) => html`<li class="small"><bdi>${steps.length === 0 ? words.itself(id) : chain(context, steps)}</bdi></li>`)}</ul></li>`;
}

function lineageOf(context: PanelContext, props: CompareProps, { standard, before, after }: Lineage): TemplateResult {
  const words = compareMessages;
  const works = (name: string, list: readonly Ancestor[]): unknown =>
    list.length === 0
      ? nothing
      : html`<p class="small">${name}</p><ol>${list.map(
          (one) =>
            html`<li>${record(context, props, one.designation, one.standard !== undefined)}${
              one.date === undefined ? nothing : html` <time class="small" datetime=${one.date}>${context.format.date(one.date)}</time>`
            }</li>`,
        )}</ol>`;
  return html`<article><h4><bdi>${standard.id}</bdi></h4>
    ${works(words.before, before)}${works(words.after, after)}
    ${before.length + after.length === 0 ? html`<p class="small">${words.noLineage}</p>` : nothing}</article>`;
}

function pair(context: PanelContext, { choosePair }: CompareProps, { a, b, declared, evidence }: ComparedPair): TemplateResult {
  const { messages, format } = context;
  const words = compareMessages;
  const relations = declared.map(({ relation, outgoing, designation }) => {
    const said = wordOf(outgoing ? messages.relationOut : messages.relationIn, relation.type).toLowerCase();
    return html`<li><bdi>${overlapMessages.step(a, said, designation)}</bdi> <span class="small" dir="auto">${relation.evidence}</span></li>`;
  });
  return html`<article><h4><bdi>${words.pair(a, b)}</bdi></h4>
    <p class="badges"><span class="badge tier">${wordOf(overlapMessages.tiers, evidence.tier)}</span>
      ${evidence.band ? bandBadge(evidence.band) : nothing}
      ${evidence.finding ? html`<span class="badge strong">${wordOf(findingMessages.verdicts, evidence.finding.verdict)}</span>` : nothing}
      <span class="small">${words.score(format.score(evidence.score))}</span>
      <button type="button" class="to-evidence" aria-label=${words.evidenceOf(a, b)} @click=${() => {
        choosePair(a, b);
      }}>${words.evidence}</button></p>
    ${relations.length > 0 ? html`<ul>${relations}</ul>` : nothing}
    ${evidence.coordination && relations.length === 0 ? coordinationChain(context, evidence.coordination.steps) : nothing}
    ${relations.length === 0 && !evidence.coordination ? html`<p class="small">${words.nothingDeclared}</p>` : nothing}</article>`;
}

/** What the standards are to each other: shared terms, every two, where they come from. */
export function compareBelow(context: PanelContext, props: CompareProps, comparison: Comparison): TemplateResult {
  const words = compareMessages;
  const { ancestors, lineages, pairs } = comparison;
  return html`<div class="below">
    <section><h3>${words.terms}</h3><div class="scroll">${terms(comparison)}</div></section>
    <section class="between"><h3>${words.pairs}</h3>
      ${props.isSeeking ? html`<p class="small">${tableMessages.seekingAll}</p>` : nothing}
      <div class="articles">${pairs.map((one) => pair(context, props, one))}</div></section>
    <section class="ancestors"><h3>${words.ancestors}</h3><p class="small">${words.ancestorsNote}</p>
      ${ancestors.length === 0 ? html`<p>${words.noAncestors}</p>` : html`<ul>${ancestors.map((one) => ancestor(context, props, one))}</ul>`}</section>
    <section class="lineages"><h3>${words.lineage}</h3><div class="articles">${lineages.map((one) => lineageOf(context, props, one))}</div></section>
  </div>`;
}
