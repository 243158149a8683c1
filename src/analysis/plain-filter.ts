import type { Catalogue } from '../model/catalogue.js';
import type { Standard, StandardId } from '../model/dataset.js';
import { askedWords, isAsking } from './asked-words.js';
import { latestOf, presentIn } from './day.js';
import { readTerms } from './filter-terms.js';
import { DATED_TERMS } from './dated-terms.js';
import { countRange, dateRange, daysOf, isCounted, isDated } from './ranges.js';
import { yearRange, type FieldTerm, type Term, type TextTerm } from './terms.js';
import { resolve } from './resolve.js';
import { valuesOf } from './all-values.js';
import { isListed } from './values.js';
import { hasWildcard } from './wildcards.js';
import { textTest } from './word-scan.js';

type Test = (standard: Standard, number: number) => boolean;
type Range = readonly [number, number];

const within = (ranges: readonly Range[], first: number, last = first): boolean => ranges.some(([from, to]) => from <= first && last <= to);

/** A date known to the year only is in a range when all of its year is; a standard without one is in none. */
function dateTest(catalogue: Catalogue, { field, values }: FieldTerm): Test {
  const isYear = field === 'year';
  const ranges = values.flatMap((value) => {
    const range = isYear ? yearRange(value) : dateRange(value);
    return range ? [range] : [];
  });
  return (standard) => {
    const date = field === 'first' ? catalogue.firstDate(standard) : catalogue.latestDate(standard);
    return date !== undefined && (isYear ? within(ranges, Number(date.slice(0, 4))) : within(ranges, ...daysOf(date)));
  };
}

function countTest(catalogue: Catalogue, { field, values }: FieldTerm): Test {
  const ranges = values.flatMap((value) => {
    const range = countRange(value);
    return range ? [range] : [];
  });
  return ({ id, editions }) => within(ranges, field === 'editions' ? editions.length : catalogue.neighbours(id).length);
}

function fieldTest(catalogue: Catalogue, term: FieldTerm): Test {
  const { field, values } = term;
  if (field === 'year' || isDated(field)) return dateTest(catalogue, term);
  if (isCounted(field)) return countTest(catalogue, term);
  if (field === 'ics') return ({ ics = [] }) => ics.some((code) => values.some((value) => code === value || code.startsWith(`${value}.`)));
  const wanted = new Set(values.flatMap((value) => resolve(catalogue, field, value)));
  if (field === 'relation') return ({ id }) => catalogue.neighbours(id).some(({ relation }) => wanted.has(relation.type));
  if (isListed(field)) return (standard) => valuesOf(catalogue, standard, field).some((value) => wanted.has(value));
  if (field === 'id') return ({ id }) => wanted.has(id);
  throw new RangeError(`static: the filter has ${field}:. Expected ids from visible(catalogue, filter) beside it.`);
}

function testOf(given: Catalogue, term: Term): Test {
  const catalogue = DATED_TERMS.has(term.field) ? given : latestOf(given);
  const test = term.field === 'text' ? textTest(catalogue, term) : fieldTest(catalogue, term);
  return (standard, number) => test(catalogue.standards[number] ?? standard, number) !== term.not;
}

const isFreeWord = (term: Term): term is TextTerm => term.field === 'text' && !term.not && !term.phrase;

/** The free words together: each standard that has them all, and the one that they name when read as a designation. */
function wordsTest(given: Catalogue, words: readonly TextTerm[]): Test {
  const catalogue = latestOf(given);
  const telling = words.filter(({ text }) => askedWords(text, false).some(isAsking));
  const tests = (telling.length > 0 ? telling : words).map((word) => textTest(catalogue, word));
  const isWild = words.some(({ text }) => hasWildcard(text, false));
  const named = isWild || words.length === 0 ? undefined : catalogue.find(words.map(({ text }) => text).join(' '));
  return (standard, number) => standard.id === named?.id || tests.every((test) => test(standard, number));
}

/**
 * `visible` of a filter in a quarter of its code, for where few filters are asked: nothing is indexed or remembered, every record is read.
 *
 * @returns in dataset order, as `visible`
 * @throws RangeError where the filter has `near:` or `path:`, which need the whole network
 */
export function plainlyVisible(catalogue: Catalogue, filter: string): readonly StandardId[] {
  const { terms } = readTerms(filter);
  const present = presentIn(catalogue);
  const words = terms.filter(isFreeWord);
  const tests = [...terms.filter((term) => !isFreeWord(term)).map((term) => testOf(catalogue, term)), wordsTest(catalogue, words)];
  return catalogue.standards.flatMap((standard, number) =>
    present?.[number] !== 0 && tests.every((test) => test(standard, number)) ? [standard.id] : [],
  );
}
