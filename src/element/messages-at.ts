import type { Count } from './messages-count.js';

const standards = ({ n, text }: Count): string => `${text} ${n === 1 ? 'standard' : 'standards'}`;

/** The landscape as of a past day, in English. Numbers and dates arrive formatted. */
export const dayMessages = {
  title: 'Landscape as of a day',
  banner: (date: string) => `Landscape as of ${date}`,
  latest: (date: string) => `Latest, as of ${date}`,
  /** Behind the banner. */
  there: (there: string, all: Count) => `${there} of today's ${standards(all)} were there`,
  meaning:
    'Known from the dates of published texts. Not known: drafts without a date, and what was withdrawn on a day that no source gives – its status is then unknown from its last text on. Topics, committees and groups are today’s.',
  meaningLabel: 'What is known of a past day',
  slider: 'Day of the landscape',
  sliderHelp:
    'Arrow keys move by a month, Page Up and Page Down by a year, Home and End to the first text and to the latest; [ and ] to the meeting before and after.',
  value: (date: string, count: Count) => `${date}, ${standards(count)}`,
  date: 'Exact day',
  today: 'Latest',
  before: (meeting: string | undefined) => (meeting === undefined ? 'No earlier meeting' : `Meeting before: ${meeting}`),
  after: (meeting: string | undefined) => (meeting === undefined ? 'No later meeting' : `Meeting after: ${meeting}`),
  meetings: 'Meetings',
  meeting: (date: string, committee: string) => `${date}, ${committee}`,
  noMeeting: 'Meetings…',
  close: 'Close the day',
  tooLate: (date: string, last: string) => `${date} is not before the day of this dataset, ${last}: the latest is shown.`,
  notADay: (text: string) => `“${text}” is not a day. Expected year, month and day, such as 2025-09-26.`,
  nothing: (date: string, first: string | undefined) =>
    first === undefined
      ? `No text in this dataset has a date, so nothing is known of ${date}.`
      : `Nothing is known of ${date}: the first text in this dataset is of ${first}.`,
  noneThen: (date: string) => `No standard that was there on ${date} passes this filter.`,
  countOf: (shown: string, all: string, date: string) => `${shown} of ${all} standards, as of ${date}`,
  statusThen: (date: string, then: string, today: string) => `As of ${date}: ${then}. Today: ${today}.`,
  notThere: (date: string, first: string | undefined) =>
    first === undefined
      ? `Not known as of ${date}: none of its texts has a date.`
      : `Not there yet as of ${date}: its first text is of ${first}.`,
  laterText: 'later',
  undatedText: 'without date',
  laterRelation: 'not yet on that day',
  later: 'Later: not shown',
  ofToday: (name: string) => `${name} (today)`,
} as const;
