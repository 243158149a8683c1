import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence, Span } from '../../analysis/candidate.js';
import type { Standard } from '../../model/dataset.js';
import { termOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { chooseLink, hostOf, outLink } from './link.js';
import { marked } from './marked.js';
import { overlapMessages } from '../messages-overlaps.js';

type Row = readonly [label: string, body: unknown];

function list(items: readonly unknown[], none: string): unknown {
  if (items.length === 0) return html`<span class="small">${none}</span>`;
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function dates({ catalogue, format }: PanelContext, standard: Standard): string {
  const first = catalogue.firstDate(standard);
  const latest = catalogue.latestDate(standard);
  if (first === undefined || latest === undefined) return overlapMessages.undated;
  return first === latest ? format.date(first) : overlapMessages.dateRange(format.date(first), format.date(latest));
}

function rowsOf(context: PanelContext, standard: Standard, other: Standard): readonly Row[] {
  const { catalogue, messages } = context;
  const words = overlapMessages;
  const shared = (isShared: boolean, body: unknown): unknown =>
    isShared ? html`<mark>${body}<span class="hidden"> (${words.onBoth})</span></mark>` : body;
  const sdos = catalogue.sdosOf(standard).map((id) => chooseLink(context, id, catalogue.sdo(id)?.name ?? id));
  const committees = standard.committees.map((id) => chooseLink(context, id, id));
  const topics = standard.topics.map((id) => shared(other.topics.includes(id), catalogue.topic(id)?.label ?? id));
  return [
    [words.sdo, list(sdos, '')],
    [words.committees, list(committees, words.noCommittees)],
    [words.role, shared(standard.role === other.role, termOf(messages, standard.role))],
    [words.status, `${termOf(messages, standard.status)} · ${standard.deliverable}, ${termOf(messages, standard.kind).toLowerCase()}`],
    [words.dates, dates(context, standard)],
    [words.topics, list(topics, '')],
    [
      words.page,
      standard.url === undefined
        ? html`<span class="small">${words.noPage}</span>`
        : outLink(context, standard.url, messages.officialPage(hostOf(standard.url))),
    ],
  ];
}

function side(context: PanelContext, standard: Standard, other: Standard, spans: readonly Span[]): TemplateResult {
  return html`<article class="side">
    <h4>${chooseLink(context, standard.id, standard.id)}</h4>
    <p class="official" dir="auto">${marked(standard.title, spans)}</p>
    ${rowsOf(context, standard, other).map(([label, body]) => html`<dl><dt>${label}</dt><dd dir="auto">${body}</dd></dl>`)}
  </article>`;
}

/** Two standards side by side, one below the other where there is no room, with what they share marked. */
export function sides(context: PanelContext, evidence: Evidence): TemplateResult | typeof nothing {
  const { catalogue } = context;
  const a = catalogue.standard(evidence.a);
  const b = catalogue.standard(evidence.b);
  if (!a || !b) return nothing;
  const spans = (end: 'a' | 'b'): readonly Span[] => evidence.terms.flatMap((term) => term[end]);
  return html`<section><h3>${overlapMessages.compare}</h3>
    <div class="sides">${side(context, a, b, spans('a'))}${side(context, b, a, spans('b'))}</div></section>`;
}
