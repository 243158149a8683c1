import { html, nothing, type TemplateResult } from 'lit';
import type { Committee, Fact, Sdo, Standard, Succession, Topic } from '../../model/dataset.js';
import { wordOf } from '../word-of.js';
import { activityBody, meetingsOf } from './activity.js';
import type { PanelContext } from './context.js';
import { chooseLink, hostOf, outLink } from './link.js';
import { standardsThere } from '../../analysis/day.js';
import { groupMessages } from '../messages-groups.js';

/** Standards listed in a panel; the map itself shows the others. */
const LISTED = 40;

const section = (title: string, body: TemplateResult): TemplateResult => html`<section><h3>${title}</h3>${body}</section>`;

function standardList(context: PanelContext, standards: readonly Standard[], filter: string): TemplateResult | typeof nothing {
  const { format } = context;
  if (standards.length === 0) return nothing;
  const more = standards.length - LISTED;
  return section(
    `${groupMessages.standardsHere} (${format.number(standards.length)})`,
    html`
    <button type="button" @click=${() => {
      context.filterBy(filter);
    }}>${groupMessages.onlyThese}</button>
    <ul>${standards.slice(0, LISTED).map((s) => html`<li>${chooseLink(context, s.id, s.id)} <span class="small" dir="auto">${s.title}</span></li>`)}</ul>
    ${more > 0 ? html`<p class="small">${groupMessages.moreStandards(format.number(more))}</p>` : nothing}`,
  );
}

function factSections(context: PanelContext, about: string): readonly TemplateResult[] {
  const { catalogue } = context;
  const facts = (catalogue.dataset.facts ?? []).filter((fact) => fact.about === about);
  const row = (fact: Fact): TemplateResult =>
    html`<li dir="auto">${fact.text} ${fact.url === undefined ? nothing : outLink(context, fact.url, hostOf(fact.url))}</li>`;
  return [...new Set(facts.map((fact) => fact.kind))].map((kind) =>
    section(wordOf(groupMessages.facts, kind), html`<ul>${facts.filter((fact) => fact.kind === kind).map(row)}</ul>`),
  );
}

function meetings(context: PanelContext, { id }: Committee): TemplateResult | typeof nothing {
  const activities = meetingsOf(context.catalogue).get(id) ?? [];
  return activities.length === 0 ? nothing : section(groupMessages.activities, html`${activityBody(context, activities)}`);
}

function succession(context: PanelContext, title: string, list: readonly Succession[] | undefined): TemplateResult | typeof nothing {
  if (list === undefined || list.length === 0) return nothing;
  return section(
    title,
    html`<ul>${list.map(
      (s) => html`<li>${chooseLink(context, s.committee, s.committee)}
    ${s.date === undefined ? nothing : html`<span class="small">${context.format.date(s.date)}</span>`}</li>`,
    )}</ul>`,
  );
}

const idList = (context: PanelContext, ids: readonly string[]): TemplateResult =>
  html`<ul>${ids.map(
    (id) => html`<li>
  ${chooseLink(context, id, id)} <span class="small" dir="auto">${context.catalogue.committee(id)?.title ?? ''}</span></li>`,
  )}</ul>`;

/** Everything the dataset says of one committee. */
export function committeeDetail(context: PanelContext, committee: Committee): TemplateResult {
  const { catalogue, messages } = context;
  const ancestors = catalogue.path(committee.id).slice(1);
  const sdo = catalogue.sdo(committee.sdo);
  const children = catalogue.children(committee.id);
  return html`
    <p class="official" dir="auto">${committee.title}</p>
    ${committee.url === undefined ? nothing : html`<p>${outLink(context, committee.url, messages.officialPage(hostOf(committee.url)))}</p>`}
    ${section(
      groupMessages.parent,
      html`<ul class="path">
      ${ancestors.map((c) => html`<li>${chooseLink(context, c.id, c.id)} <span class="small" dir="auto">${c.title}</span></li>`)}
      ${sdo ? html`<li>${chooseLink(context, sdo.id, sdo.name)}</li>` : nothing}</ul>`,
    )}
    ${succession(context, groupMessages.predecessor, committee.predecessors)}
    ${succession(context, groupMessages.successor, committee.successors)}
    ${meetings(context, committee)}
    ${factSections(context, committee.id)}
    ${committee.contacts === undefined ? nothing : section(groupMessages.contacts, html`<ul>${committee.contacts.map((c) => html`<li><bdi>${c}</bdi></li>`)}</ul>`)}
    ${
      children.length === 0
        ? nothing
        : section(
            groupMessages.subgroups,
            idList(
              context,
              children.map((c) => c.id),
            ),
          )
    }
    ${standardList(context, catalogue.standardsOf(committee.id), `committee:"${committee.id}"`)}
    ${committee.liaisons === undefined ? nothing : section(groupMessages.liaisons, idList(context, committee.liaisons))}
    ${committee.aliases === undefined ? nothing : section(messages.aliases, html`<p><bdi>${committee.aliases.join(', ')}</bdi></p>`)}`;
}

/** Everything the dataset says of one SDO. */
export function sdoDetail(context: PanelContext, sdo: Sdo): TemplateResult {
  const { catalogue, messages, format } = context;
  const roots = catalogue.committees.filter(
    (c) => c.sdo === sdo.id && (c.parent === undefined || catalogue.committee(c.parent)?.sdo !== sdo.id),
  );
  const sources = catalogue.sources.filter((s) => s.sdos?.includes(sdo.id));
  return html`
    <p class="official" dir="auto">${sdo.title}</p>
    ${sdo.url === undefined ? nothing : html`<p>${outLink(context, sdo.url, messages.officialPage(hostOf(sdo.url)))}</p>`}
    ${factSections(context, sdo.id)}
    ${sources.length === 0 ? nothing : section(messages.sources, html`<ul>${sources.map((s) => html`<li class="small">${groupMessages.sourceAsOf(s.catalogue, format.date(s.asOf))}</li>`)}</ul>`)}
    ${
      roots.length === 0
        ? nothing
        : section(
            messages.committees,
            idList(
              context,
              roots.map((c) => c.id),
            ),
          )
    }
    ${standardList(
      context,
      standardsThere(catalogue).filter((s) => catalogue.sdosOf(s).includes(sdo.id)),
      `sdo:${sdo.id}`,
    )}`;
}

/** Everything the dataset says of one topic. */
export function topicDetail(context: PanelContext, topic: Topic): TemplateResult {
  const { catalogue, messages, format } = context;
  const standards = standardsThere(catalogue).filter((s) => s.topics.includes(topic.id));
  const counts = catalogue.sdos
    .map((sdo) => ({ sdo, count: standards.filter((s) => catalogue.home(s) === sdo.id).length }))
    .filter(({ count }) => count > 0);
  return html`
    <p class="small" dir="auto">${groupMessages.from}: ${topic.sources.join('; ')}</p>
    ${section(wordOf(messages.facets, 'sdo'), html`<ul>${counts.map(({ sdo, count }) => html`<li>${chooseLink(context, sdo.id, sdo.name)} <span class="small">${format.number(count)}</span></li>`)}</ul>`)}
    ${standardList(context, standards, `topic:${topic.id}`)}`;
}
