import { expect, test } from 'vitest';
import { facets } from '../../src/analysis/facets.js';
import { parseFilter } from '../../src/analysis/filter.js';
import { isPlain, plainFacets, plainVisible } from '../../src/analysis/plain-terms.js';
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
  'id:"ISO 37122",Y.4903',
  'relation:supersedes,adopts',
  'year:..2015,2019 sdg:11',
  'deliverable:IS -role:security,vocabulary',
];

test.each(PLAIN)('PT1 of a plain filter the fields alone tell who passes and what can be asked next: %s', (text) => {
  const { filter } = parseFilter(text);
  expect(isPlain(text, one)).toBe(true);
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
])('PT2 a filter with %s is not plain, whatever the dataset: %s', (_, text) => {
  expect([isPlain(text), isPlain(`sdo:iso ${text}`, one)]).toEqual([false, false]);
});

test.each(['sdo:isso', 'committee:"ISO/TC 2680"', 'id:"ISO 37122","ISO 0"'])(
  'PT2 nor is one with a value that the dataset does not have: %s',
  (text) => {
    expect([isPlain(text), isPlain(text, one)]).toEqual([true, false]);
  },
);

test('PT1 of a filter that is not plain the fields alone refuse to tell anything', () => {
  const { filter } = parseFilter('sdo:iso water');
  expect(() => plainVisible(catalogue(structuredClone(shipped().dataset)), filter)).toThrow('bug: ');
});
