import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facets, toggle } from '../../src/analysis/facets.js';
import { formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { namedPlainly, plainFilter, readPlain } from '../../src/analysis/plain-reader.js';
import { plainFacets } from '../../src/analysis/plain-facets.js';
import { plainVisible } from '../../src/analysis/plain-terms.js';
import { compact } from '../../src/analysis/fold.js';
import { resolve } from '../../src/analysis/resolve.js';
import { visible } from '../../src/analysis/visible.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { shipped } from './shipped.js';

/** The shipped dataset twice, so that neither way of answering can be told what the other has found. */
const [one, other]: readonly [Catalogue, Catalogue] = [shipped(), catalogue(structuredClone(shipped().dataset))];

const PLAIN = [
  '',
  'sdo:iso,itu-t',
  '-sdo:iso topic:energy',
  'status:active year:2020..',
  'committee:"ISO/TC 268"',
  'year:..2015,2019',
  ' deliverable:IS  -role:security,vocabulary ',
  'sdo:iso sdo:iso',
];

test.each(PLAIN)('PT1 of a plain filter the fields alone tell who passes and what can be asked next: %s', (text) => {
  const { filter } = parseFilter(text);
  expect(plainFilter(text, one)).toEqual(filter);
  expect(plainVisible(one, filter)).toEqual(visible(other, filter));
  expect(plainFacets(one, filter)).toEqual(facets(other, filter));
});

test.each([
  ['a free word', 'water'],
  ['a phrase', '-"smart city"'],
  ['what is near a standard', 'near:"ISO 37122"'],
  ['a path', 'path:"ISO 37122..ISO 37120"'],
  ['a wildcard in a closed list', 'status:in*'],
  ['a wildcard in an open list', 'committee:ISO*'],
  ['dates', 'first:..2015'],
  ['counts', 'relations:2..'],
  ['a classification', 'ics:13'],
  ['an unknown field', 'sdos:iso'],
  ['an unknown value of a closed list', 'status:activ'],
  ['a range that is none', 'year:2020..2010'],
  ['an open quotation mark', 'committee:"ISO/TC 268'],
  ['a lone quotation mark', 'topic:energy "'],
  ['a value run on behind a quoted one', 'topic:energy"water"'],
  ['a doubled quotation mark', 'committee:"ISO""TC"'],
  ['single standards', 'id:"ISO 37122"'],
  ['relations', 'relation:supersedes'],
  ['goals', 'sdg:11'],
  ['capital letters that are not kept', 'topic:Energy'],
  ['a value twice', 'deliverable:IS,is'],
  ['spaces that are not kept', 'committee:"ISO/TC  268"'],
  ['letters beyond ASCII', 'committee:é'],
  ['an invisible mark', 'topic:en\u00ADergy'],
  ['years joined by a dash', 'year:2015-2019'],
  ['two minuses', '--tier:core'],
  ['a value that says nothing', 'committee:"-"'],
])('PT2 a filter with %s is not plain, whatever the dataset: %s', (_, text) => {
  expect([plainFilter(text), plainFilter(`sdo:iso ${text}`, one)]).toEqual([undefined, undefined]);
});

test.each(['sdo:isso', 'committee:"ISO/TC 2680"', 'topic:"smart buildings"', 'deliverable:IS,XS'])(
  'PT2 nor is one with a value that the dataset does not have: %s',
  (text) => {
    expect([plainFilter(text) !== undefined, plainFilter(text, one)]).toEqual([true, undefined]);
  },
);

test('PT1 of a filter that is not plain the fields alone refuse to tell anything', () => {
  const { filter } = parseFilter('sdo:iso water');
  expect(() => plainVisible(catalogue(structuredClone(shipped().dataset)), filter)).toThrow('bug: ');
});

/** Pieces of filters, sound and broken, of which texts are put together. */
const PIECES = [
  ...[
    'sdo',
    'topic',
    'committee',
    'year',
    'status',
    'deliverable',
    'id',
    'near',
    'sdos',
    ':',
    ',',
    '"',
    '""',
    '-',
    ' ',
    '  ',
    '..',
    '~2',
    '*',
  ],
  ...[
    'iso',
    'ISO',
    'energy',
    'ISO/TC 268',
    '"ISO/TC 268"',
    '2019',
    '2020..',
    '2020-2021',
    'active',
    'in-force',
    'water',
    'é',
    '\u00AD',
    '“',
  ],
];
const SOUND = [
  'sdo:iso',
  '-topic:energy',
  'year:2019',
  'year:2020..',
  'status:active,in-force',
  'committee:"ISO/TC 268",IEC',
  'level:technical',
  ' ',
  '  ',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...SOUND, 'water', 'year:2020-2021', '"'), { maxLength: 5 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('', '-'),
        fc.constantFrom(...PIECES.slice(0, 8)),
        fc.array(fc.constantFrom(...PIECES.slice(19)), { minLength: 1, maxLength: 3 }),
      ),
      { maxLength: 4 },
    )
    .map((terms) => terms.map(([not, field, values]) => `${not}${field}:${values.join(',')}`).join(' ')),
);

test('PT3 what is read plainly is what is read in full, without a complaint; and a facet writes what is read plainly', () => {
  let plain = 0;
  fc.assert(
    fc.property(anyText, (text) => {
      const filter = readPlain(text);
      if (!filter) return;
      plain += filter.terms.length > 0 ? 1 : 0;
      expect(parseFilter(text)).toEqual({ ok: true, filter });
    }),
    { numRuns: 5000, seed: 7 },
  );
  expect(plain).toBeGreaterThan(500);
  const options = facets(one, { terms: [] }).flatMap(({ field, options }) =>
    options.map(({ value }) => toggle({ terms: [] }, field, value)),
  );
  expect(options.length).toBeGreaterThan(100);
  for (const filter of options) expect(plainFilter(formatFilter(filter), one)).toEqual(filter);
});

test('PT3 ids that are spelt alike are named by both readers alike, names and aliases by the full one alone', () => {
  const found = (field: 'sdo' | 'topic', value: string): readonly string[] => namedPlainly(one, field, value);
  expect(found('sdo', 'itu-t')).toEqual(resolve(other, 'sdo', 'itu-t'));
  expect(found('sdo', 'itu t')).toEqual(resolve(other, 'sdo', 'itu t'));
  const { label } = one.topics.find(({ id, label: text }) => compact(id) !== compact(text)) ?? { label: '' };
  expect([found('topic', label), resolve(other, 'topic', label).length]).toEqual([[], 1]);
});
