import { html, nothing, type TemplateResult } from 'lit';
import type { Hit } from '../../interact/map-view.js';
import type { CandidateRef, IndirectRef, NodeRef } from '../../scene/scene.js';
import { termOf, wordOf } from '../word-of.js';
import { changeLine } from './change-words.js';
import type { PanelContext } from './context.js';
import { handMessages } from '../messages-hands.js';
import { lensMessages } from '../messages-lens.js';

function lines(context: PanelContext, node: NodeRef): readonly (string | undefined)[] {
  const { catalogue, messages } = context;
  const kind = wordOf(messages.kinds, node.kind);
  if (node.kind === 'standard') {
    const standard = catalogue.standard(node.id);
    const change = context.changes?.changes.of(node.id);
    return [
      node.id,
      standard?.title,
      standard && termOf(messages, standard.status),
      change?.facts.length ? changeLine(context, change) : undefined,
    ];
  }
  if (node.kind === 'committee') return [node.id, catalogue.committee(node.id)?.title, kind];
  if (node.kind === 'topic') return [catalogue.topic(node.id)?.label, kind];
  return [catalogue.sdo(node.id)?.name, catalogue.sdo(node.id)?.title, kind];
}

function record(context: PanelContext, node: NodeRef, most = 4): TemplateResult {
  const [head, ...rest] = lines(context, node)
    .filter((line) => line !== undefined)
    .slice(0, most);
  return html`<strong dir="auto">${head ?? nothing}</strong>${rest.map((line) => html`<span dir="auto">${line}</span>`)}`;
}

/** What a link says: both ends, and what joins them. */
function joined(context: PanelContext, target: CandidateRef | IndirectRef): TemplateResult {
  const lens = lensMessages;
  const text = target.kind === 'candidate' ? lens.candidate(lens.bands[target.band]) : target.text;
  return html`${[target.a, target.b].map((id) => record(context, { kind: 'standard', id }, 2))}<span class="band" dir="auto">${text}</span>`;
}

/** Title and status of the record under the pointer, or both ends of a link and what it says; `placeTooltip` puts it beside. */
export function tooltip(context: PanelContext, { target, missing }: Hit): TemplateResult {
  const body =
    target.kind === 'candidate' || target.kind === 'indirect'
      ? joined(context, target)
      : html`${record(context, target)}${missing === undefined ? nothing : html`<span>${missing}</span>`}${
          context.byHand?.isByHand(target.id) === true ? html`<span class="by-hand">${handMessages.byHand}</span>` : nothing
        }`;
  return html`<div class="tooltip" part="tooltip" role="presentation">${body}</div>`;
}
