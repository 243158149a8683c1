import type { Count } from './messages-count.js';

const standards = ({ n, text }: Count): string => (n === 1 ? `${text} standard` : `${text} standards`);
const texts = ({ n, text }: Count): string => (n === 1 ? `${text} text` : `${text} texts`);

/** What the name of a text is made of. Dates and statuses arrive as they are read. */
export interface TextWords {
  /** Of its standard; of a draft or an amendment its own. */
  readonly id: string;
  /** `edition`, `draft`, `amendment` … */
  readonly kind: string;
  readonly date: string | undefined;
  readonly status: string;
}

/** Stages of ISO and IEC by their first two digits. @source ISO, International harmonized stage codes */
const stages: Readonly<Record<string, string>> = {
  '00': 'preliminary',
  '10': 'proposal',
  '20': 'preparatory',
  '30': 'committee',
  '40': 'enquiry',
  '50': 'approval',
  '60': 'publication',
};

/** Texts of the timeline. */
export const timelineMessages = {
  name: (lanes: string) => `Timeline by ${lanes}`,
  tools: 'Lanes, colours and period',
  lanes: 'Lanes',
  lanesBy: { sdo: 'SDO', committee: 'Committee', topic: 'Topic' },
  withoutCommittee: 'No committee named',
  withoutTopic: 'No topic named',
  period: 'Newest text of',
  periodMeaning: 'Shows the standards whose newest text is of these years: the filter year:… says the same.',
  to: 'to',
  fromYear: 'First year of the period',
  toYear: 'Last year of the period',
  clearPeriod: 'Remove the period',
  zoomOut: 'Zoom out in time',
  zoomIn: 'Zoom in on time',
  whole: 'Show the whole time',
  axis: 'Time axis',
  axisHelp:
    'Drag along the axis to filter by a period. Left and right arrow keys move in time, up and down through the lanes, plus and minus zoom, 0 shows everything. The wheel zooms here, and with Control anywhere; elsewhere it goes through the lanes.',
  surfaceHelp:
    'Arrow keys go from text to text and from row to row, Home and End to the ends of a row, Page Up and Page Down to another lane. Enter selects, with Shift in addition. Plus and minus zoom, 0 shows everything, Escape clears the selection.',
  today: (date: string) => `As of ${date}`,
  ahead: 'In preparation, no date',
  aheadShort: 'No date',
  openLane: (lane: string, count: Count) => `${lane}, ${standards(count)}: show its bars`,
  closeLane: (lane: string, count: Count) => `${lane}, ${standards(count)}: show how many a year`,
  standards,
  texts,
  text: ({ id, kind, date, status }: TextWords) => [id, date === undefined ? kind : `${kind} of ${date}`, status].join(', '),
  undated: (kind: string) => `${kind} without a date`,
  stages,
  inPreparation: (stage: string) => (stage === '' ? 'in preparation' : `in preparation: ${stage}`),
  noDate: 'no date',
  inForce: 'in force',
  inForceKnown: (date: string) => `in force as of ${date}, the day of its source`,
  underRevision: 'in force, under revision',
  supersededBy: (by: string, date: string) => `superseded by ${by}, ${date}`,
  withdrawnOn: (date: string) => `withdrawn on ${date}`,
  withdrawnUnknown: (status: string) => `${status}, day unknown`,
  unstated: 'status not stated',
  adds: 'adds to the text below it',
  selected: 'selected',
  column: (lane: string, years: string, count: Count) => `${lane}, ${years}: ${texts(count)} came out`,
  columnHelp: 'Enter shows the bars of these years.',
  aheadColumn: (lane: string, count: Count) => `${lane}: ${texts(count)} in preparation`,
  years: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
  none: 'Nothing to draw: no standard passes the filter.',
  legend: 'Legend',
  finishes: {
    filled: 'In force',
    hollow: 'In preparation',
    crossed: 'Superseded or withdrawn (× day known, ? day unknown)',
    dashed: 'Status not stated',
    soft: 'Soft edge: only the month or the year is known',
    tail: 'Dotted: not read since the day of its source',
    mark: 'Amendment or corrigendum',
    column: 'Texts that came out: height within a lane, shade across lanes',
  },
  aside: (count: Count) => `${texts(count)} without a date`,
  asideMeaning: 'Without a date, or dated more than twenty years ahead, so they have no place on the axis.',
  more: (count: string) => `and ${count} more; a filter shows fewer`,
  lineage: 'Selected, with what came before and after',
  beyond: (names: string) => `not in this dataset: ${names}`,
  moreLineage: (count: string) => `and ${count} more`,
  cut: (shown: string, all: string) => `${shown} of ${all} px high: the picture ends here. A filter makes it shorter.`,
} as const;
