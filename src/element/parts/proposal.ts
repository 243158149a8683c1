import { html, nothing, type TemplateResult } from 'lit';
import type { Match, Proposal } from '../../analysis/candidate.js';
import type { Liaison, ProposalContext } from '../../analysis/check.js';
import { TOPIC_AXES, type TopicId } from '../../model/dataset.js';
import { termOf, wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { objectionList } from './evidence-why.js';
import { chooseLink } from './link.js';
import { marked } from './marked.js';
import { counted } from './counted.js';
import { overlapMessages } from '../messages-overlaps.js';
import { groupMessages } from '../messages-groups.js';

/** A new work item as it was typed. */
export interface TypedProposal {
  readonly title: string;
  readonly scope: string;
  readonly topics: readonly TopicId[];
}

/** What was found for a proposal. */
export interface ProposalAnswer {
  readonly proposal: Proposal;
  readonly matches: readonly Match[];
  readonly around: ProposalContext;
}

/** What the box for a proposal shows, and what can be done with it. */
export interface ProposalProps {
  readonly typed: TypedProposal;
  /** The reader asked for a check without a title. */
  readonly tried: boolean;
  readonly answer?: ProposalAnswer;
  readonly change: (made: (typed: TypedProposal) => TypedProposal) => void;
  readonly check: () => void;
  readonly clear: () => void;
}

/** Works of the same cell that are written out; the map shows the others. */
const LISTED = 12;
/** Matches that are open to the eye; the others are behind a summary. */
const NEAREST = 8;
/** Longest texts, as titles and prose of a dataset. */
const LONGEST_TITLE = 1000;
const LONGEST_SCOPE = 4000;

const textOf = (event: Event): string =>
  event.currentTarget instanceof HTMLInputElement || event.currentTarget instanceof HTMLTextAreaElement ? event.currentTarget.value : '';

function topicBoxes({ catalogue, messages }: PanelContext, { typed, change }: ProposalProps): TemplateResult {
  const words = overlapMessages;
  const box = (id: TopicId, label: string): TemplateResult => {
    const on = typed.topics.includes(id);
    return html`<label class="choice"><input type="checkbox" .checked=${on} @change=${() => {
      change((last) => ({ ...last, topics: on ? last.topics.filter((one) => one !== id) : [...last.topics, id] }));
    }}><span dir="auto">${label}</span></label>`;
  };
  return html`<details class="topics" ?open=${typed.topics.length > 0}><summary>${words.proposalTopics}</summary><div class="row">${TOPIC_AXES.map(
    (axis) =>
      html`<fieldset class="field"><legend>${messages.axes[axis]}</legend>${catalogue.topics
        .filter((topic) => topic.axis === axis)
        .map(({ id, label }) => box(id, label))}</fieldset>`,
  )}</div></details>`;
}

function form(context: PanelContext, props: ProposalProps): TemplateResult {
  const words = overlapMessages;
  const { typed, tried, change, check, clear, answer } = props;
  const isMissing = typed.title.trim() === '';
  return html`<form novalidate autocomplete="off" @submit=${(event: Event) => {
    event.preventDefault();
    check();
    if (isMissing && event.currentTarget instanceof HTMLFormElement) event.currentTarget.querySelector('input')?.focus();
  }}>
    <label class="field"><span>${words.proposalName}</span>
      <input name="title" dir="auto" maxlength=${String(LONGEST_TITLE)} .value=${typed.title} aria-invalid=${tried && isMissing ? 'true' : 'false'}
        aria-describedby="proposal-error" @input=${(event: Event) => {
          const title = textOf(event);
          change((last) => ({ ...last, title }));
        }}>
      <span class="problem" id="proposal-error">${tried && isMissing ? words.proposalNameMissing : nothing}</span></label>
    <label class="field"><span>${words.proposalScope}</span>
      <textarea name="scope" dir="auto" rows="3" maxlength=${String(LONGEST_SCOPE)} .value=${typed.scope} @input=${(event: Event) => {
        const scope = textOf(event);
        change((last) => ({ ...last, scope }));
      }}></textarea></label>
    ${topicBoxes(context, props)}
    <div class="buttons"><button type="submit" class="primary">${words.proposalCheck}</button>
      ${answer ? html`<button type="button" @click=${clear}>${words.proposalClear}</button>` : nothing}</div>
  </form>`;
}

function matchRow(context: PanelContext, match: Match): TemplateResult {
  const { catalogue, messages, format } = context;
  const words = overlapMessages;
  const standard = catalogue.standard(match.id);
  if (!standard) return html``;
  const terms = match.terms.map(({ term }) => term).join(', ');
  const topics = match.topics.map((id) => catalogue.topic(id)?.label ?? id).join(' · ');
  return html`<li class="match">
    <p>${chooseLink(context, match.id, match.id)} <span class="badge">${words.score} ${format.score(match.score)}</span>
      <span class="badge">${termOf(messages, standard.status)}</span></p>
    <p class="official" dir="auto">${marked(
      standard.title,
      match.terms.flatMap(({ b }) => b),
    )}</p>
    <p class="small">${standard.committees.map((id) => html`${chooseLink(context, id, id)} `)}</p>
    ${terms === '' ? nothing : html`<p class="small" dir="auto">${words.sharesTerms(terms)}</p>`}
    ${topics === '' ? nothing : html`<p class="small" dir="auto">${words.sharedTopics}: ${topics}</p>`}
    ${match.against.length === 0 ? nothing : objectionList(context, match.against)}
  </li>`;
}

function sameCell(context: PanelContext, { proposal, around }: ProposalAnswer): TemplateResult | typeof nothing {
  const { catalogue, format, filterBy } = context;
  const words = overlapMessages;
  const { topics, sameCell: ids } = around;
  if (topics.length === 0) return nothing;
  const names = topics.map((id) => catalogue.topic(id)?.label ?? id).join(' · ');
  const isGiven = (proposal.topics ?? []).length > 0;
  const rest = ids.length - LISTED;
  return html`<section><h3>${words.sameCell(format.number(ids.length))}</h3>
    <p class="small" dir="auto">${isGiven ? words.topicsOf(names) : words.topicsGuessed(names)}</p>
    ${ids.length === 0 ? html`<p>${words.sameCellNone}</p>` : nothing}
    <ul>${ids
      .slice(0, LISTED)
      .map(
        (id) =>
          html`<li>${chooseLink(context, id, id)} <span class="small" dir="auto">${catalogue.standard(id)?.title ?? nothing}</span></li>`,
      )}</ul>
    ${
      rest > 0
        ? html`<p class="small">${words.moreHere(format.number(rest))}</p>
          <button type="button" class="more" @click=${() => {
            filterBy([...topics.map((id) => `topic:${id}`), 'status:active'].join(' '));
          }}>${words.showOnMap}</button>`
        : nothing
    }</section>`;
}

function liaisonRow(context: PanelContext, liaison: Liaison): TemplateResult {
  const { catalogue, format } = context;
  const words = overlapMessages;
  const committee = catalogue.committee(liaison.committee);
  const why = liaison.by === 'owns' ? words.ownsNear(counted(format, liaison.standards.length)) : words.inLiaison(liaison.with ?? '');
  return html`<li>${chooseLink(context, liaison.committee, liaison.committee)} <span class="small" dir="auto">${committee?.title ?? nothing}</span>
    <div class="small">${committee ? `${wordOf(groupMessages.committeeKinds, committee.kind)} · ` : nothing}${why}</div></li>`;
}

/** The first items of a list as they are, the others behind a summary. */
const folded = (items: readonly TemplateResult[], open: number, summary: (count: number) => string): TemplateResult =>
  html`${items.slice(0, open)}${
    items.length > open
      ? html`<li class="rest"><details><summary>${summary(items.length - open)}</summary><ul>${items.slice(open)}</ul></details></li>`
      : nothing
  }`;

function results(context: PanelContext, answer: ProposalAnswer): TemplateResult {
  const { format } = context;
  const words = overlapMessages;
  const { matches, around } = answer;
  const owners = around.liaisons.filter(({ by }) => by === 'owns').length;
  const rows = matches.map((match) => matchRow(context, match));
  const groups = around.liaisons.map((liaison) => liaisonRow(context, liaison));
  return html`<div class="results">
    <section><h3>${words.nearest} <span class="number">(${format.number(matches.length)})</span></h3>
      ${matches.length === 0 ? html`<p>${words.nearestNone}</p>` : html`<ul>${folded(rows, NEAREST, (count) => words.moreNear(format.number(count)))}</ul>`}</section>
    <section><h3>${words.liaise}</h3>${
      groups.length === 0
        ? html`<p class="small">${words.liaiseNone}</p>`
        : html`<ul>${folded(groups, owners, (count) => words.liaisePartners(format.number(count)))}</ul>`
    }</section>
    ${sameCell(context, answer)}
  </div>`;
}

/** A box for a new work item, and what this dataset has near it. */
export function proposalBox(context: PanelContext, props: ProposalProps): TemplateResult {
  const words = overlapMessages;
  return html`<section class="proposal" aria-label=${words.proposalTitle}>
    <p class="small">${words.proposalNote}</p>
    ${form(context, props)}
    <p class="hidden" role="status">${props.answer ? `${words.nearest}: ${context.format.number(props.answer.matches.length)}` : nothing}</p>
    ${props.answer ? results(context, props.answer) : nothing}
  </section>`;
}
