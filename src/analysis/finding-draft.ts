import type { ClauseReference, Finding, PartialDate, StandardId, Verdict } from '../model/dataset.js';
import { isPartialDate } from '../model/value.js';
import { compareText } from './findings.js';

/** A finding while somebody writes it: texts as they were typed. */
export interface FindingDraft {
  /** At least two. */
  readonly standards: readonly StandardId[];
  readonly verdict?: Verdict;
  readonly reason: string;
  readonly by: string;
  /** One piece of evidence a line. */
  readonly evidence: string;
  readonly level?: number | undefined;
  /** Clauses by standard, in the order of `standards`; several between semicolons. */
  readonly clauses: readonly string[];
  /** Ids of the findings whose place it takes. */
  readonly replaces: readonly string[];
  /** Absent for the day on which it is given. */
  readonly date?: PartialDate | undefined;
}

/** A draft of which nothing is written yet. */
export const emptyDraft = (standards: readonly StandardId[]): FindingDraft => ({
  standards,
  reason: '',
  by: '',
  evidence: '',
  clauses: standards.map(() => ''),
  replaces: [],
});

/** What a draft lacks. */
export type DraftProblem =
  | { readonly field: 'verdict' | 'reason' | 'by'; readonly kind: 'missing' | 'too-long' }
  | { readonly field: 'evidence'; readonly kind: 'too-long' }
  | { readonly field: 'date'; readonly kind: 'no-date' }
  | { readonly field: 'clauses'; readonly standard: StandardId; readonly kind: 'missing' | 'too-long' };

/** Longest texts in characters, as the schema of a dataset has them. */
const LONGEST = { reason: 4000, by: 1000, evidence: 4000, clause: 120 } as const;

const piecesOf = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
const linesOf = (text: string): readonly string[] => piecesOf(text, /\r?\n/);
const clausesOf = (text: string | undefined): readonly string[] => piecesOf(text ?? '', /[;\n]/);

/** What keeps a draft from being a finding, in the order of the form; empty when nothing does. */
export function draftProblems(draft: FindingDraft): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.verdict === undefined) problems.push({ field: 'verdict', kind: 'missing' });
  for (const field of ['by', 'reason'] as const) {
    const { length } = draft[field].trim();
    if (length === 0) problems.push({ field, kind: 'missing' });
    else if (length > LONGEST[field]) problems.push({ field, kind: 'too-long' });
  }
  for (const [at, standard] of draft.standards.entries()) {
    const clauses = clausesOf(draft.clauses[at]);
    if (draft.verdict === 'conflict' && clauses.length === 0) problems.push({ field: 'clauses', standard, kind: 'missing' });
    if (clauses.some((clause) => clause.length > LONGEST.clause)) problems.push({ field: 'clauses', standard, kind: 'too-long' });
  }
  if (draft.date !== undefined && !isPartialDate(draft.date)) problems.push({ field: 'date', kind: 'no-date' });
  if (linesOf(draft.evidence).some((line) => line.length > LONGEST.evidence)) problems.push({ field: 'evidence', kind: 'too-long' });
  return problems;
}

/** A hash of 53 bits. @source cyrb53 by bryc, public domain: two multiply-xor chains of 32 bits */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** A text of ten letters and digits that another text has only by a chance of one in 10^15. */
export const shortHash = (text: string): string => hash53(text).toString(36).padStart(11, '0');

/** Everything a finding says, without its id, always in one spelling. */
export const contentOf = (finding: Omit<Finding, 'id'>): string =>
  JSON.stringify([
    finding.standards,
    finding.verdict,
    finding.reason,
    finding.by,
    finding.date,
    finding.evidence ?? [],
    finding.level ?? 0,
    (finding.clauses ?? []).map(({ standard, clause }) => [standard, clause]),
    finding.replaces ?? [],
  ]);

/** At most so many UTF-16 units, none of them half a character: ids of a dataset have at most 120. */
function cut(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  let head = '';
  for (const character of plain) {
    if (head.length + character.length >= most) break;
    head += character;
  }
  return `${head}…`;
}

/**
 * The id of a finding, made of what it says: the same content has the same id on every machine, other content another one.
 *
 * @returns `2026-11-22 liaison officer: ISO 37122, ITU-T Y.4903/L.1603 #0a1b2c3d4e5`, at most 120 characters
 */
export function findingId(content: Omit<Finding, 'id'>): string {
  const [a = '', b = ''] = content.standards;
  return `${content.date} ${cut(content.by, 16)}: ${cut(a, 20)}, ${cut(b, 20)} #${shortHash(contentOf(content))}`;
}

/**
 * The finding that a draft is, with its texts trimmed and its standards sorted.
 *
 * @param date the day on which it is given, for a draft that names none
 * @throws RangeError when the draft still has problems
 */
export function findingOf(draft: FindingDraft, date: PartialDate): Finding {
  const { verdict } = draft;
  const problems = draftProblems(draft);
  if (verdict === undefined || problems.length > 0)
    throw new RangeError(`findingOf: the draft lacks ${problems.map(({ field }) => field).join(', ')}`);
  const clauses: readonly ClauseReference[] = draft.standards
    .flatMap((standard, at) => clausesOf(draft.clauses[at]).map((clause) => ({ standard, clause })))
    .sort((one, other) => compareText(one.standard, other.standard));
  const evidence = linesOf(draft.evidence);
  const content = {
    standards: [...draft.standards].sort(compareText),
    verdict,
    reason: draft.reason.trim(),
    by: draft.by.trim(),
    date: draft.date ?? date,
    ...(evidence.length > 0 && { evidence }),
    ...(draft.level !== undefined && { level: draft.level }),
    ...(clauses.length > 0 && { clauses }),
    ...(draft.replaces.length > 0 && { replaces: draft.replaces }),
  };
  return { id: findingId(content), ...content };
}
