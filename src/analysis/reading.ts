import type { Catalogue } from '../model/catalogue.js';
import { fold } from './fold.js';
import { checkValue, isField, parseFilter } from './filter.js';
import { scan, type Scanned, type ScannedValue } from './scan.js';
import { formatFieldValue, type Field, type Filter, type FilterIssue } from './terms.js';
import { valueIssues } from './value-issues.js';

/** An issue with the piece of the typed text that it speaks of. */
export interface PlacedIssue extends FilterIssue {
  /** End of the piece that begins at `at`, in UTF-16 units; equal to `at` where something is missing there. */
  readonly to: number;
  /** The field whose value is wrong; absent where no field is. */
  readonly field?: Field;
}

/** A typed filter against a dataset: what was understood, and everything that is wrong with it. */
export interface Reading {
  readonly filter: Filter;
  /** By place in the text, both those of the grammar and those that only the dataset can know. */
  readonly issues: readonly PlacedIssue[];
}

const fieldOf = ({ name }: Scanned): Field | undefined => {
  const field = name === undefined ? '' : fold(name);
  return isField(field) ? field : undefined;
};

/** The piece of the text that an issue of the grammar speaks of. */
function placed(issue: FilterIssue, pieces: readonly Scanned[], end: number): PlacedIssue {
  const piece =
    pieces.find(({ at, to }) => at <= issue.at && issue.at <= to && issue.at < Math.max(to, at + 1)) ??
    pieces.findLast(({ to }) => to === issue.at);
  if (!piece || issue.code === 'too-long') return { ...issue, to: end };
  if (issue.code === 'unknown-field') return { ...issue, at: piece.bodyAt, to: piece.bodyAt + (piece.name ?? '').length };
  const field = fieldOf(piece);
  const value = issue.at === piece.at ? undefined : piece.values.find(({ at }) => at === issue.at);
  return { ...issue, to: value?.to ?? piece.to, ...(field && value && { field }) };
}

/** Where one of the two names of a path is wrong, its place; else the whole value. */
function partOf(text: string, { at, to }: ScannedValue, got: string): { readonly at: number; readonly to: number } {
  const isQuoted = text.charAt(at) === '"' || text.charAt(at) === '\u201C';
  const from = text.slice(at, to).lastIndexOf(got);
  const isWhole = from < 0 || got.length + (isQuoted ? 2 : 0) >= to - at;
  return isWhole ? { at, to } : { at: at + from, to: at + from + got.length };
}

/**
 * Reads what somebody types in a search box: as `parseFilter` and `checkFilter` together, with every issue at its place in the text as it was typed.
 *
 * Never throws.
 */
export function readFilter(catalogue: Catalogue, text: string): Reading {
  const parsed = parseFilter(text);
  const pieces = scan(text);
  const issues = parsed.ok ? [] : parsed.issues.map((issue) => placed(issue, pieces, text.length));
  for (const piece of pieces) {
    const field = fieldOf(piece);
    if (field === undefined) continue;
    for (const value of piece.values) {
      const checked = checkValue(field, value);
      if ('issue' in checked) continue;
      for (const issue of valueIssues(catalogue, field, checked.value, value.at))
        issues.push({ ...issue, ...partOf(text, value, issue.got), field });
    }
  }
  return { filter: parsed.filter, issues: issues.sort((a, b) => a.at - b.at) };
}

/** Whether a place is inside of quotation marks. */
const isQuoted = (text: string, at: number): boolean => (text.slice(0, at).match(/["\u201C-\u201F]/g)?.length ?? 0) % 2 === 1;

/** The text with the nearest valid field or value in the place of the wrong one; undefined where none is near. */
export function mend(text: string, { at, to, nearest, field }: PlacedIssue): string | undefined {
  if (nearest === undefined) return undefined;
  return text.slice(0, at) + (field === undefined || isQuoted(text, at) ? nearest : formatFieldValue(field, nearest)) + text.slice(to);
}
