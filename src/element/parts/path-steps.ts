import { html, nothing, type TemplateResult } from 'lit';
import { pathBetween, type NetworkStep } from '../../analysis/network.js';
import type { StandardId } from '../../model/dataset.js';
import { wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { selectionMessages } from '../messages-selection.js';

function sentence({ from, to, by, outgoing, committees }: NetworkStep): string {
  const words = selectionMessages;
  if (by === 'committee') return words.both(from, to, committees.join(', '));
  if (by === 'liaison') return words.liaison(from, to, committees.join(' – '));
  return words.pathStep(from, wordOf(outgoing ? words.out : words.in, by), to);
}

function step(context: PanelContext, one: NetworkStep): TemplateResult {
  const { catalogue, format } = context;
  const source = one.source === undefined ? undefined : catalogue.source(one.source);
  const rest = [one.evidence, source ? selectionMessages.source(source.catalogue, format.date(source.asOf)) : ''].filter(
    (text) => text !== '',
  );
  return html`<li><bdi>${sentence(one)}</bdi>${rest.length === 0 ? nothing : html`<div class="small" dir="auto">${rest.join(' · ')}</div>`}</li>`;
}

/** How two standards hang together, a sentence a step, each with what it rests on. */
export function pathSteps(context: PanelContext, a: StandardId, b: StandardId): TemplateResult {
  const words = selectionMessages;
  const path = pathBetween(context.catalogue, a, b);
  return html`<section class="path-steps"><h3>${words.pathTitle}</h3>${
    path ? html`<ol class="chain">${path.steps.map((one) => step(context, one))}</ol>` : html`<p class="small">${words.noPath}</p>`
  }</section>`;
}
