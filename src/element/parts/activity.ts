import { html, nothing, type TemplateResult } from 'lit';
import { lastDayOf } from '../../analysis/at.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { Activity, CommitteeId } from '../../model/dataset.js';
import { seriesChart } from './activity-chart.js';
import type { PanelContext } from './context.js';
import { chooseLink, sourceLink } from './link.js';
import { activityMessages } from '../messages-activity.js';
import { groupMessages } from '../messages-groups.js';

/** What is counted of a meeting, in the order in which it is told. */
const SERIES = [
  'participants',
  'inputDocuments',
  'deliverables',
  'outputLiaisonStatements',
  'contactPoints',
] as const satisfies readonly (keyof Activity & keyof typeof groupMessages)[];

const byDate = (a: Activity, b: Activity): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** Meetings by the committee that met, oldest first; committees in the order of their first meeting in the dataset. */
export function meetingsOf({ dataset }: Pick<Catalogue, 'dataset'>): ReadonlyMap<CommitteeId, readonly Activity[]> {
  const found = new Map<CommitteeId, readonly Activity[]>();
  for (const activity of dataset.activities ?? [])
    found.set(activity.committee, [...(found.get(activity.committee) ?? []), activity].sort(byDate));
  return found;
}

/** Notes of all meetings, each once, in the order of the meetings. */
export const notesOf = (activities: readonly Activity[]): readonly string[] => [
  ...new Set(activities.flatMap(({ deliverableNotes }) => deliverableNotes ?? [])),
];

function cell({ format }: PanelContext, value: number | boolean | null): TemplateResult | string {
  if (value === null)
    return html`<span role="img" aria-label=${activityMessages.notReported} title=${activityMessages.notReported}>–</span>`;
  return typeof value === 'number' ? format.number(value) : value ? groupMessages.yes : groupMessages.no;
}

/** The numbers of a meeting's notes, behind its number of deliverables. */
function marks(context: PanelContext, activity: Activity, notes: readonly string[]): TemplateResult | typeof nothing {
  const own = (activity.deliverableNotes ?? []).map((note) => notes.indexOf(note) + 1);
  return own.length === 0 ? nothing : html` <sup>(${own.map((n) => context.format.number(n)).join(', ')})</sup>`;
}

function table(context: PanelContext, activities: readonly Activity[], notes: readonly string[]): TemplateResult {
  const { format, selection } = context;
  const words = activityMessages;
  const row = (name: string, body: (activity: Activity) => unknown): TemplateResult =>
    html`<tr><th scope="row">${name}</th>${activities.map((activity) => html`<td>${body(activity)}</td>`)}</tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.table}><table class="activity-table">
    <caption class="hidden">${words.table}</caption>
    <thead><tr><th scope="col">${groupMessages.meeting}</th>${activities.map(({ date }) => html`<th scope="col"><time datetime=${date}>${format.date(date)}</time></th>`)}</tr></thead>
    <tbody>
      ${SERIES.map((name) => row(groupMessages[name], (activity) => html`<bdi dir="ltr">${cell(context, activity[name])}${name === 'deliverables' ? marks(context, activity, notes) : nothing}</bdi>`))}
      ${row(groupMessages.termsOfReferenceUpdated, ({ termsOfReferenceUpdated }) => cell(context, termsOfReferenceUpdated))}
      ${
        selection
          ? row(
              words.changesSince,
              ({ date }) =>
                html`<button type="button" class="text" aria-label=${words.showChanges(format.date(lastDayOf(date)))} @click=${() => {
                  selection.set({ highlight: ['changes'], since: date });
                }}>${words.show}</button>`,
            )
          : nothing
      }
    </tbody></table></div>`;
}

/** The meetings of one committee: a small chart of each number, all numbers as a table, what the deliverables were, and where it is reported. */
export function activityBody(context: PanelContext, activities: readonly Activity[]): TemplateResult | typeof nothing {
  if (activities.length === 0) return nothing;
  const { catalogue, messages, format } = context;
  const words = activityMessages;
  const notes = notesOf(activities);
  const sources = [...new Set(activities.map(({ source }) => source))];
  return html`<div class="activity">
    <div class="charts" role="group" aria-label=${words.charts}>${SERIES.map((name) => {
      const values = activities.map((activity) => activity[name]);
      return values.every((value) => value === null)
        ? html`<p class="small">${groupMessages[name]}: ${words.nothing}</p>`
        : seriesChart(context, groupMessages[name], activities, values);
    })}</div>
    ${table(context, activities, notes)}
    ${notes.length === 0 ? nothing : html`<ol class="small notes" aria-label=${words.notes}>${notes.map((note) => html`<li><span dir="auto">${note}</span></li>`)}</ol>`}
    <p class="small" dir="auto">${words.note}</p>
    ${sources.map((id) => {
      const source = catalogue.source(id);
      return html`<p class="small">${words.source}: ${source ? html`${sourceLink(context, source)}, ${messages.asOf.toLowerCase()} ${format.date(source.asOf)}` : id}</p>`;
    })}
  </div>`;
}

/** The meetings of every committee that has any. */
export function activityPanel(context: PanelContext): TemplateResult {
  const { catalogue } = context;
  const found = [...meetingsOf(catalogue)];
  if (found.length === 0) return html`<p dir="auto">${activityMessages.none}</p>`;
  return html`${found.map(
    ([id, activities]) => html`<section><h3>${catalogue.committee(id) ? chooseLink(context, id, id) : html`<bdi>${id}</bdi>`}</h3>
      <p class="small" dir="auto">${catalogue.committee(id)?.title ?? ''}</p>
      ${activityBody(context, activities)}</section>`,
  )}`;
}
