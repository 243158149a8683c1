/** Texts of the panel of coordination meetings, in English. Numbers and dates arrive formatted. */
export const activityMessages = {
  title: 'Coordination meetings',
  note: 'What reports say of each meeting. A dash is a number that the report does not give; it is never zero.',
  charts: 'Per meeting',
  /** What a small chart says to those who do not see it. */
  chart: (name: string, values: string) => `${name} per meeting: ${values}. All numbers are in the table.`,
  value: (date: string, value: string) => `${date} ${value}`,
  notReported: 'not reported',
  nothing: 'not reported for any meeting',
  table: 'Meetings in numbers',
  changesSince: 'What changed since',
  show: 'show',
  showChanges: (date: string) => `Changes after ${date}`,
  notes: 'Deliverables',
  source: 'Source',
  none: 'This dataset has no meetings.',
} as const;
