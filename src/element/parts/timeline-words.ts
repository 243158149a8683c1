import { dateOf } from '../../scene/timeline-days.js';
import type { TimelineText } from '../../scene/timeline-texts.js';
import type { TimelineLayout } from '../../scene/timeline.js';
import type { AxisWords } from '../../render/timeline-axis.js';
import { termOf, wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { dayShown } from '../../analysis/day.js';
import { timelineMessages } from '../messages-timeline.js';
import { dayMessages } from '../messages-at.js';

/** A draft's stage in words with its code: `enquiry 40.20`; what the catalogue writes where it is no code; empty where it says nothing. */
export function stageOf({ edition: { stage } }: TimelineText): string {
  if (stage === undefined) return '';
  const code = /^(\d\d)\.\d\d$/.exec(stage)?.[1];
  const word = code === undefined ? undefined : timelineMessages.stages[code];
  return word === undefined ? stage : `${word} ${stage}`;
}

/** What became of a text, in words. */
function fateOf(context: PanelContext, text: TimelineText): string {
  const { messages, format } = context;
  const words = timelineMessages;
  const { edition, shape, ending, endedBy } = text;
  if (shape === 'mark') return termOf(messages, edition.status).toLowerCase();
  if (shape === 'ahead' || (ending === 'open' && (edition.status === 'under-development' || edition.status === 'proposed')))
    return words.inPreparation(stageOf(text));
  switch (ending) {
    case 'open':
      return edition.status === 'under-revision' ? words.underRevision : words.inForce;
    case 'next':
    case 'successor':
      return words.supersededBy(endedBy ?? '', format.date(endDate(text)));
    case 'withdrawn':
      return words.withdrawnOn(format.date(endDate(text)));
    case 'unknown':
      return words.withdrawnUnknown(termOf(messages, edition.status).toLowerCase());
    case 'unstated':
      return words.unstated;
  }
}

/** The day on which a text ended, as precise as it is known. */
function endDate({ to, toLast }: TimelineText): string {
  const [first, last] = [dateOf(to), dateOf(toLast)];
  if (first === last) return first;
  return first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first.slice(0, 4);
}

/** The full name of a text: `ISO 37122, edition of May 2019, in force`. */
export function textName(context: PanelContext, text: TimelineText): string {
  const { messages, format } = context;
  const { edition, standard } = text;
  const timeline = timelineMessages;
  const kind = termOf(messages, edition.kind ?? 'edition').toLowerCase();
  const isEdition = edition.kind === undefined || edition.kind === 'edition';
  return timeline.text({
    id: isEdition ? standard.id : edition.id,
    kind: edition.date === undefined ? timeline.undated(kind) : kind,
    date: edition.date === undefined ? undefined : format.date(edition.date),
    status: fateOf(context, text),
  });
}

/** What a lane is called. */
export function laneName({ catalogue }: PanelContext, { by }: TimelineLayout, id: string): string {
  if (id === '') return by === 'topic' ? timelineMessages.withoutTopic : timelineMessages.withoutCommittee;
  if (by === 'sdo') return catalogue.sdo(id)?.name ?? id;
  return by === 'topic' ? (catalogue.topic(id)?.label ?? id) : id;
}

/** A lane's full title, where it has one beside its name. */
export const laneTitle = ({ catalogue }: PanelContext, { by }: TimelineLayout, id: string): string =>
  (by === 'sdo' ? catalogue.sdo(id)?.title : by === 'committee' ? catalogue.committee(id)?.title : undefined) ?? '';

/** The words of the axis. */
export function axisWords({ catalogue, format }: PanelContext): AxisWords {
  const day = dayShown(catalogue);
  const isPast = day !== '';
  return {
    tick: ({ date }) => (date.length === 4 ? format.date(date) : date.length === 7 ? format.month(date) : String(Number(date.slice(8)))),
    context: (date) => format.date(date.length > 7 ? date.slice(0, 7) : date.slice(0, 4)),
    today: timelineMessages.today(format.date(isPast ? day : catalogue.dataset.asOf)),
    ahead: isPast ? [] : [timelineMessages.ahead, timelineMessages.aheadShort],
    ...(isPast && { later: dayMessages.later }),
  };
}

/** The word for a status of the legend's finishes. */
export const finishWord = (finish: string): string => wordOf(timelineMessages.finishes, finish);
