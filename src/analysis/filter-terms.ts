import { fold, wordsOf } from './fold.js';
import { endsOf, nearOf, nearValue, pathValue } from './focus.js';
import { scan } from './scan.js';
import type { Scanned, ScannedValue } from './scan.js';
import { countRange, dateRange, isCounted, isDated } from './ranges.js';
import { CLOSED, FIELDS, formatTerm, MAX_FILTER_LENGTH, MAX_FILTER_TERMS, yearRange } from './terms.js';
import type { Counted, Dated } from './ranges.js';
import type { Field, FieldTerm, Filter, Term } from './terms.js';
import { hasWildcard, matchesWord, pieces, valuePattern } from './wildcards.js';

/** What of a filter cannot be understood. */
export type Unread =
  | { readonly code: 'value'; readonly field: Field; readonly value: ScannedValue }
  | { readonly code: 'open-quote' | 'too-many-terms' | 'unknown-field'; readonly scanned: Scanned };

/** Told of all that cannot be understood, in the order of the text; who does not ask has no need of the sentences. */
export type Explain = (unread: Unread) => void;

export const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

const isInOrder = (ends: readonly [number, number] | undefined): boolean => ends !== undefined && ends[0] <= ends[1];

/** A range of dates or counts without spaces, with two dots between its ends. */
export function tidyRange(field: Dated | Counted, text: string): string {
  const range = text.replace(/\s+/g, '').replace(/…|\u2013/g, '..');
  return isCounted(field) ? range.replace(/^(\d+)-(\d+)$/, '$1..$2') : range;
}

/** The same of years, which a dash may join. */
export const tidyYears = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/…/g, '..')
    .replace(/^(\d{4})[-\u2013](\d{4})$/, '$1..$2');

/** A value of a closed list as it is spelt there. */
export const tidyWord = (text: string): string => fold(text).replace(/[\s_]+/g, '-');

function tidyClosed(known: readonly string[], text: string): string | undefined {
  const word = tidyWord(text);
  const isPattern = (): boolean => hasWildcard(word) && known.some((one) => matchesWord(valuePattern(word), pieces(one)));
  return known.includes(word) || isPattern() ? word : undefined;
}

function tidyNear(text: string): string | undefined {
  const near = nearOf(text);
  return near && near.id !== '' ? nearValue(near) : undefined;
}

/** A value of a field as a filter keeps it; undefined where it is none. */
export function tidyValue(field: Field, text: string): string | undefined {
  if (text === '') return undefined;
  if (field === 'year') return isInOrder(yearRange(tidyYears(text))) ? tidyYears(text) : undefined;
  if (isDated(field) || isCounted(field)) {
    const range = tidyRange(field, text);
    return isInOrder(isCounted(field) ? countRange(range) : dateRange(range)) ? range : undefined;
  }
  if (field === 'ics') return /^\d{2}(?:\.\d{3}(?:\.\d{2})?)?(?=\.?$)/.exec(text.replace(/\s+/g, ''))?.[0];
  if (field === 'near') return tidyNear(text);
  if (field === 'path') {
    const ends = endsOf(text.replace(/…/g, '..'));
    return ends && pathValue(...ends);
  }
  const known = CLOSED.get(field);
  if (known) return tidyClosed(known, text);
  return field === 'sdo' || field === 'topic' ? text.toLowerCase() : text;
}

/** The values of a field, each once. */
function fieldTerm(field: Field, scanned: Scanned, explain: Explain | undefined): FieldTerm | undefined {
  const values = new Map<string, string>();
  for (const value of scanned.values) {
    const tidy = tidyValue(field, value.text);
    if (tidy === undefined) explain?.({ code: 'value', field, value });
    else if (!values.has(fold(tidy))) values.set(fold(tidy), tidy);
  }
  return values.size === 0 ? undefined : { field, not: scanned.not, values: [...values.values()] };
}

/** Whether nothing stands behind the colon. */
export const isBare = ({ values }: Scanned): boolean => values.every(({ text }) => text === '');

/** The term of one scanned piece; undefined when it says nothing (`&`, `""`) or nothing valid. */
function termOf(scanned: Scanned, explain: Explain | undefined): Term | undefined {
  if (scanned.open) explain?.({ code: 'open-quote', scanned });
  if (scanned.name === undefined) {
    if (wordsOf(scanned.text).length === 0) return undefined;
    return { field: 'text', not: scanned.not, text: scanned.text, phrase: scanned.phrase };
  }
  const name = fold(scanned.name);
  if (isField(name)) return fieldTerm(name, scanned, explain);
  explain?.({ code: 'unknown-field', scanned });
  // "Smart cities: overview" is a title somebody pasted, not a field without a value.
  return isBare(scanned) ? { field: 'text', not: scanned.not, text: `${scanned.name}:`, phrase: false } : undefined;
}

/** What is understood of a filter; `parseFilter` is the same with what is not, in sentences. Never throws. */
export function readTerms(text: string, explain?: Explain): Filter {
  const terms = new Map<string, Term>();
  for (const scanned of scan(text.slice(0, MAX_FILTER_LENGTH))) {
    if (terms.size === MAX_FILTER_TERMS) {
      explain?.({ code: 'too-many-terms', scanned });
      break;
    }
    const term = termOf(scanned, explain);
    if (term && !terms.has(formatTerm(term))) terms.set(formatTerm(term), term);
  }
  return { terms: [...terms.values()] };
}
