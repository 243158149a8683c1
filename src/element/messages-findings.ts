type Words = Readonly<Record<string, string>>;

const plural = (count: string, one: string, more: string): string => `${count} ${count === '1' ? one : more}`;

/** Texts about findings and gaps, in English. Numbers and dates arrive formatted. */
export const findingMessages = {
  title: 'Findings',
  verdicts: {
    duplication: 'Duplication',
    overlap: 'Overlap',
    complementary: 'Complementary',
    coordinated: 'Coordinated',
    conflict: 'Conflict',
    'not-related': 'Not related',
  } satisfies Words,
  meanings: {
    duplication: 'both do the same work',
    overlap: 'they cover some of the same ground',
    complementary: 'each needs or completes the other',
    coordinated: 'the groups know and have agreed; settles the pair',
    conflict: 'nobody can follow both; clauses needed',
    'not-related': 'they only look alike; settles the pair',
  } satisfies Words,
  byline: (by: string, date: string) => `${by}, ${date}`,
  levelIs: (level: string) => `escalation level ${level} of 4`,
  verdictTitle: 'Verdict of people',
  noVerdict: 'Nobody has given a verdict on this pair yet.',
  disputed: 'Disputed: findings in force disagree, so none of them holds.',
  history: 'History',
  replaced: 'replaced by a newer finding',
  local: 'kept in this browser',
  clause: (standard: string, clause: string) => `${standard}: ${clause}`,
  clauses: 'Clauses',
  evidence: 'Evidence',
} as const;

export { plural };
