import { html, nothing, type TemplateResult } from 'lit';
import type { Neighbour } from '../../model/catalogue.js';
import type { Edition, Standard } from '../../model/dataset.js';
import { termOf, wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { chooseLink, hostOf, outLink, sourceLink } from './link.js';

type Part = TemplateResult | typeof nothing;

/** Says that something came later. */
const laterBadge = (later: string | undefined): Part => (later === undefined ? nothing : html`<span class="later">${later}</span>`);

const section = (title: string, body: Part): TemplateResult => html`<section><h3>${title}</h3>${body}</section>`;

/** Of a past day: what came later, or has no date. */
function editionRow(context: PanelContext, edition: Edition, later: string | undefined): TemplateResult {
  const { messages, format } = context;
  const kind = edition.kind === undefined || edition.kind === 'edition' ? '' : `${termOf(messages, edition.kind)}, `;
  return html`<li class=${later === undefined ? '' : 'is-later'}>
    <span><bdi>${edition.id}</bdi> ${laterBadge(later)}</span>
    <span>${edition.date === undefined ? nothing : html`<time datetime=${edition.date}>${format.date(edition.date)}</time>`}</span>
    <span class="small">${kind}${termOf(messages, edition.status)}${edition.stage === undefined ? nothing : html` · <bdi>${edition.stage}</bdi>`}</span>
    ${edition.title === undefined ? nothing : html`<span class="small" dir="auto">${edition.title}</span>`}
    ${edition.variants === undefined ? nothing : html`<span class="small">${messages.variants} <bdi>${edition.variants.join(', ')}</bdi></span>`}
  </li>`;
}

function committeePaths(context: PanelContext, standard: Standard): TemplateResult {
  const { catalogue, messages } = context;
  if (standard.committees.length === 0) return html`<p class="small">${messages.noCommittee}</p>`;
  return html`${standard.committees.map((id) => {
    const path = catalogue.path(id);
    const sdo = catalogue.sdo(path.at(-1)?.sdo ?? '');
    return html`<ul class="path">
      ${path.map((committee) => html`<li>${chooseLink(context, committee.id, committee.id)} <span class="small" dir="auto">${committee.title}</span></li>`)}
      ${sdo ? html`<li>${chooseLink(context, sdo.id, sdo.name)}</li>` : nothing}
    </ul>`;
  })}`;
}

function relationRow(context: PanelContext, neighbour: Neighbour, later: string | undefined): TemplateResult {
  const { messages, catalogue, format } = context;
  const { relation, standard } = neighbour;
  const words = neighbour.outgoing ? messages.relationOut : messages.relationIn;
  const source = relation.source === undefined ? undefined : catalogue.source(relation.source);
  const rest = [relation.evidence, source?.catalogue, relation.date === undefined ? undefined : format.date(relation.date)].filter(
    (text) => text !== undefined,
  );
  return html`<li class=${later === undefined ? '' : 'is-later'}>
    ${laterBadge(later)} ${wordOf(words, relation.type)}
    ${standard ? chooseLink(context, standard.id, standard.id) : html`<bdi>${neighbour.designation}</bdi> <span class="small">(${messages.externalStandard})</span>`}
    <div class="small" dir="auto">${rest.join(' · ')}</div>
  </li>`;
}

function topicRows(context: PanelContext, standard: Standard): TemplateResult {
  const { catalogue } = context;
  return html`<ul>${standard.topics.map(
    (id, i) => html`<li>
    ${chooseLink(context, id, catalogue.topic(id)?.label ?? id)} <span class="small" dir="auto">${standard.reasons[i] ?? ''}</span>
  </li>`,
  )}</ul>`;
}

function conflictRows(context: PanelContext, standard: Standard): Part {
  const { messages, catalogue } = context;
  const name = (id: string): string => catalogue.source(id)?.catalogue ?? id;
  return html`<ul>${(standard.conflicts ?? []).map(
    (c) => html`<li class="small" dir="auto">
    ${messages.conflict(c.field, c.value, name(c.source), c.otherValue, name(c.otherSource))}</li>`,
  )}</ul>`;
}

function headline(context: PanelContext, standard: Standard): TemplateResult {
  const { messages, catalogue, format, further } = context;
  const then = further?.then(context);
  return html`
    <p class="official" dir="auto">${standard.title}</p>
    ${Object.entries(standard.titles ?? {}).map(([language, title]) => html`<p class="other" lang=${language} dir="auto">${title}</p>`)}
    <div class="badges">
      <span class="badge strong">${then?.later(standard) ?? termOf(messages, standard.status)}</span>
      <span class="badge">${standard.deliverable}, ${termOf(messages, standard.kind).toLowerCase()}</span>
      <span class="badge">${termOf(messages, standard.role)}</span>
      <span class="badge">${messages.level}: ${termOf(messages, standard.level).toLowerCase()}</span>
    </div>
    ${standard.status === 'withdrawn' && standard.withdrawn !== undefined ? html`<p class="small">${messages.withdrawnOn(format.date(standard.withdrawn))}</p>` : nothing}
    ${then?.note(standard) ?? nothing}
    <p class="small">${[...standard.publishers.map((id) => catalogue.sdo(id)?.name ?? id), ...(standard.copublishers ?? [])].join(' · ')}</p>
    ${standard.url === undefined ? nothing : html`<p>${outLink(context, standard.url, messages.officialPage(hostOf(standard.url)))}</p>`}`;
}

/** Everything the dataset says of one standard. */
export function standardDetail(context: PanelContext, standard: Standard): TemplateResult {
  const { catalogue, messages, format, further } = context;
  const then = further?.then(context);
  const neighbours = then?.neighbours(standard) ?? catalogue.neighbours(standard.id).map((neighbour) => [neighbour, undefined] as const);
  const editions = then?.editions(standard) ?? standard.editions.map((edition) => [edition, undefined] as const);
  return html`${headline(context, standard)}
    ${further?.change(context, standard.id) ?? nothing}
    ${section(messages.editions, html`<ol class="editions">${editions.map(([edition, later]) => editionRow(context, edition, later))}</ol>`)}
    ${section(messages.committees, committeePaths(context, standard))}
    ${neighbours.length === 0 ? nothing : section(messages.relations, html`<ul>${neighbours.map(([neighbour, later]) => relationRow(context, neighbour, later))}</ul>`)}
    ${further?.pairs(context, standard.id) ?? nothing}
    ${section(messages.topics, topicRows(context, standard))}
    ${further?.goals(context, standard) ?? nothing}
    ${standard.aliases === undefined ? nothing : section(messages.aliases, html`<p><bdi>${standard.aliases.join(', ')}</bdi></p>`)}
    ${standard.ics === undefined ? nothing : section(messages.ics, html`<p><bdi>${standard.ics.join(', ')}</bdi></p>`)}
    ${standard.conflicts === undefined ? nothing : section(messages.conflicts, conflictRows(context, standard))}
    ${section(
      messages.sources,
      html`<ul>${standard.sources.map((id) => {
        const source = catalogue.source(id);
        return html`<li class="small">${source ? html`${sourceLink(context, source)}, ${messages.asOf.toLowerCase()} ${format.date(source.asOf)}` : id}</li>`;
      })}</ul>`,
    )}`;
}
