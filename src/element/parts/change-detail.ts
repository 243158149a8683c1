import { html, nothing, type TemplateResult } from 'lit';
import { lastDayOf } from '../../analysis/at.js';
import type { ChangeFact } from '../../analysis/change.js';
import type { StandardId } from '../../model/dataset.js';
import { changedClass, changeIcon, changeName, factText } from './change-words.js';
import type { PanelContext } from './context.js';
import { sourceLink } from './link.js';
import { changeMessages } from '../messages-changes.js';

/** One thing that happened, with the sources it rests on, how old they are, and who said so. */
function factRow(context: PanelContext, fact: ChangeFact): TemplateResult {
  const { catalogue, messages, format } = context;
  const said = (catalogue.dataset.submissions ?? []).filter(({ id }) => fact.submissions.includes(id));
  return html`<li><span dir="auto">${factText(context, fact)}</span>
    ${fact.sources.map((id) => {
      const source = catalogue.source(id);
      return html`<span class="small">${source ? html`${sourceLink(context, source)}, ${messages.asOf.toLowerCase()} ${format.date(source.asOf)}` : id}</span>`;
    })}
    ${said.map(({ by, body, date, liaison }) => html`<span class="small" dir="auto">${changeMessages.saidBy(by, catalogue.sdo(body)?.name ?? body, format.date(date), liaison)}</span>`)}
  </li>`;
}

/** What became of a standard since the day of the lens; nothing while that is off. */
export function changeSection(context: PanelContext, id: StandardId): TemplateResult | typeof nothing {
  const { messages, format, changes } = context;
  const one = changes?.changes.of(id);
  if (!changes || !one) return nothing;
  const words = changeMessages;
  const { since, at } = changes.changes;
  const sign = changedClass(one.change);
  const quiet = one.doubt ? words.doubts[one.doubt] : one.change === 'absent' ? words.absent : words.unchanged;
  return html`<section class="since-change"><h3>${words.title(format.date(lastDayOf(since)), at === '' ? '' : format.date(at))}</h3>
    ${
      sign
        ? html`<p>${changeIcon(sign, one.isSure)} <strong>${changeName(messages, one.change)}</strong></p>
        <ul>${one.facts.map((fact) => factRow(context, fact))}</ul>`
        : html`<p class="small" dir="auto">${quiet}</p>`
    }</section>`;
}
