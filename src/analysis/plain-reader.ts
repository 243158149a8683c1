import type { Catalogue } from '../model/catalogue.js';
import { compact } from './fold.js';
import { latestOf } from './day.js';
import { valuesBy } from './listing.js';
import { ACTIVE, CLOSED, formatTerm, MAX_FILTER_LENGTH, MAX_FILTER_TERMS, yearRange, type Field, type FieldTerm } from './terms.js';

/** Fields whose values stand in a record as they are. */
const PLAIN = ['sdo', 'committee', 'topic', 'role', 'level', 'kind', 'deliverable', 'status', 'tier', 'year'] as const;
type PlainField = (typeof PLAIN)[number];

/** A filter that fields alone answer. */
export interface PlainFilter {
  readonly terms: readonly FieldTerm[];
}

const PIECE = /(?:"[^"]*"|[^\s"])+/g;
const TERM = /^(-?)([a-z]+):((?:"[^"]*"|[^",]+)(?:,(?:"[^"]*"|[^",]+))*)$/;
const VALUE = /"[^"]*"|[^",]+/g;

/** Whether the full reader would keep a value as it is written. */
function isKept(field: PlainField, value: string): boolean {
  if (/^ | {2}| $|[*?\\]|^[^a-z0-9]*$/i.test(value)) return false;
  if (field === 'year') return (([first, last]) => first <= last)(yearRange(value) ?? [1, 0]);
  return CLOSED.get(field)?.includes(value) ?? (!(field === 'sdo' || field === 'topic') || value === value.toLowerCase());
}

function readTerm(piece: string): FieldTerm | undefined {
  const [, not, name, written = ''] = TERM.exec(piece) ?? [];
  const field = PLAIN.find((one) => one === name);
  const values = written.match(VALUE)?.map((value) => value.replaceAll('"', '')) ?? [];
  const isUsual = field !== undefined && values.every((value) => value !== '' && isKept(field, value));
  return isUsual && new Set(values.map((value) => value.toLowerCase())).size === values.length
    ? { field, not: not === '-', values }
    : undefined;
}

/**
 * A filter of usual fields as programs, pages and facets write it, in a fraction of the code of `readTerms`.
 *
 * @returns what `readTerms` reads, where that is beyond doubt: printable ASCII, values spelt as they are kept, each once, no wildcards; else undefined
 */
export function readPlain(text: string): PlainFilter | undefined {
  const pieces = text.match(PIECE) ?? [];
  if (text.length > MAX_FILTER_LENGTH || pieces.length > MAX_FILTER_TERMS || !/^[ -~]*$/.test(text) || text.split('"').length % 2 === 0)
    return undefined;
  const terms = new Map<string, FieldTerm>();
  for (const piece of pieces) {
    const term = readTerm(piece);
    if (!term) return undefined;
    terms.set(formatTerm(term), term);
  }
  return { terms: [...terms.values()] };
}

type OpenField = 'sdo' | 'committee' | 'topic' | 'deliverable';

const memo = new WeakMap<Catalogue, Map<OpenField, ReadonlyMap<string, readonly string[]>>>();

/** The ids of an open field by their one spelling. */
function idsOf(catalogue: Catalogue, field: OpenField): ReadonlyMap<string, readonly string[]> {
  const fields = memo.get(catalogue) ?? new Map<OpenField, ReadonlyMap<string, readonly string[]>>();
  memo.set(catalogue, fields);
  const known = fields.get(field);
  if (known) return known;
  const { sdos, committees, topics } = catalogue;
  const records = { sdo: sdos, committee: committees, topic: topics };
  const spelt = new Map<string, string[]>();
  for (const id of field === 'deliverable' ? valuesBy(catalogue, field).values : records[field].map((record) => record.id))
    spelt.set(compact(id), [...(spelt.get(compact(id)) ?? []), id]);
  fields.set(field, spelt);
  return spelt;
}

/**
 * What a value of a plain filter names; `resolve` is the same where anything is found.
 *
 * @returns empty for names and aliases, which take more than ids
 */
export function namedPlainly(given: Catalogue, field: Field, value: string): readonly string[] {
  const catalogue = latestOf(given);
  if (field === 'status' && value === 'active') return ACTIVE;
  if (field === 'sdo' || field === 'committee' || field === 'topic' || field === 'deliverable')
    return idsOf(catalogue, field).get(compact(value)) ?? [];
  return [value];
}

/** The filter of a text where it asks for nothing but values of usual fields that the dataset has: who passes is a matter of the records. @param catalogue default: any dataset */
export function plainFilter(text: string, catalogue?: Catalogue): PlainFilter | undefined {
  const filter = readPlain(text);
  return catalogue && !filter?.terms.every(({ field, values }) => values.every((value) => namedPlainly(catalogue, field, value).length > 0))
    ? undefined
    : filter;
}
