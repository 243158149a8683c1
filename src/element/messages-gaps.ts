import type { Count } from './messages-count.js';

type Words = Readonly<Record<string, string>>;

/** Texts of the list of gaps, in English. Numbers and dates arrive formatted. */
export const gapMessages = {
  title: 'Gaps',
  note: 'A gap is named only where somebody has said, with a reason, that coverage is to be expected, or where the records themselves show a break. Everything else is uncovered in this dataset.',
  none: 'Nothing here is known to be a gap. Cells without standards are uncovered in this dataset; the matrix shows them.',
  kinds: {
    cell: 'Expected, and not covered',
    'life-cycle': 'Life-cycle gaps',
    claimed: 'Gaps that publications claim',
    reference: 'Reference gaps',
  } satisfies Words,
  kindNotes: {
    cell: 'A curator expects coverage here and says why.',
    'life-cycle': 'Requirements or an architecture are in force, and nothing to implement by or to test by.',
    claimed: 'What a publication said was missing, and what this dataset says of it now.',
    reference: 'An active standard that points to a text that is withdrawn, superseded or not in any catalogue read here.',
  } satisfies Words,
  counted: (count: string) => `(${count})`,
  /** Claims that came true are no gaps any more: they are told apart. */
  countedOpen: (open: string, filled: string) => `(${open}, and ${filled} filled since)`,
  cross: (row: string, column: string) => `${row} × ${column}`,
  expectedBy: (by: string, date: string) => `Expected by ${by}, ${date}`,
  nearest: 'Nearest standards',
  present: 'There',
  missing: 'Missing',
  standards: 'Standards',
  claimStates: { agrees: 'agrees', 'filled-since': 'filled since', 'still-open': 'still open' } satisfies Words,
  claimMeanings: {
    agrees: 'Nothing normative or pre-normative is in force in this dataset either.',
    'filled-since': 'What is in force came after the publication.',
    'still-open': 'What is here is older than the claim, or the dataset cannot know.',
  } satisfies Words,
  claimedIn: (publication: string, clause: string | undefined, date: string) =>
    clause === undefined ? `${publication}, ${date}` : `${publication}, clause ${clause}, ${date}`,
  refersTo: 'refers to',
  why: { withdrawn: 'withdrawn', superseded: 'superseded', absent: 'in no catalogue read here' } satisfies Words,
  successors: 'Superseded by',
  more: (count: string, rest: string) => `Show ${count} more of ${rest}`,
  others: (rest: string) => `and ${rest} more`,
  scopeTitle: 'What this rests on',
  scopeRow: ({ n, text }: Count, unknown: Count, date: string) =>
    `as of ${date}, ${text} ${n === 1 ? 'standard' : 'standards'}${unknown.n === 0 ? '' : `, ${unknown.text} without a status`}`,
} as const;
