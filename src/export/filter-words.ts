import { parseFilter } from '../analysis/filter.js';
import type { FieldTerm, Term } from '../analysis/terms.js';
import { isGoalFramework } from '../analysis/goals.js';
import { valueLabel } from '../analysis/columns.js';
import type { Catalogue } from '../model/catalogue.js';

const NAMES: Readonly<Partial<Record<FieldTerm['field'], string>>> = {
  sdo: 'SDO',
  ics: 'ICS',
  id: 'designation',
  year: 'year of the newest text',
  first: 'first text',
  latest: 'newest text',
  editions: 'number of texts',
  relations: 'number of relations',
  relation: 'declared relation',
  near: 'near',
  path: 'on the way between',
};

/** A range as people say it: `2020..` is `2020 or later`. */
function rangeWords(value: string): string {
  const [from = '', to] = value.split('..');
  if (to === undefined) return value;
  if (from === '') return `${to} or earlier`;
  return to === '' ? `${from} or later` : `${from} to ${to}`;
}

const RANGES: ReadonlySet<string> = new Set(['year', 'first', 'latest', 'editions', 'relations']);

function valueWords(catalogue: Catalogue, field: FieldTerm['field'], value: string): string {
  if (RANGES.has(field)) return rangeWords(value);
  if (field === 'topic') return catalogue.topic(value)?.label ?? value;
  if (field === 'sdo' || isGoalFramework(field)) return valueLabel(catalogue, field, value);
  return value;
}

function termWords(catalogue: Catalogue, term: Term): string {
  if (term.field === 'text') return `${term.not ? 'without' : 'with'} ${term.phrase ? 'the words' : 'the word'} “${term.text}”`;
  const { field, not, values } = term;
  return `${NAMES[field] ?? field}${not ? ' not' : ''} ${values.map((value) => valueWords(catalogue, field, value)).join(' or ')}`;
}

/** A filter in words: `SDO ISO or ITU-T; topic Energy; status in-force`. Every standard passes an empty one. */
export function filterWords(catalogue: Catalogue, filter: string): string {
  const { terms } = parseFilter(filter).filter;
  return terms.length === 0 ? 'all standards of the map' : terms.map((term) => termWords(catalogue, term)).join('; ');
}
