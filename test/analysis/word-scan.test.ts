import { expect, test } from 'vitest';
import { plainlyVisible } from '../../src/analysis/plain-filter.js';
import { visible } from '../../src/analysis/visible.js';
import { wordIndex } from '../../src/analysis/word-index.js';
import { textTest } from '../../src/analysis/word-scan.js';
import { wordsOf } from '../../src/analysis/fold.js';
import { shipped } from '../fixtures/shipped.js';

const landscape = shipped();
// A catalogue of its own, so that nothing remembered by one way of looking answers for the other
const other = shipped();
test('WS1 reading every record answers every word of the dataset as the word index does', () => {
  const words = [...new Set(landscape.standards.flatMap(({ title, id }, i) => (i % 9 === 0 ? wordsOf(`${title} ${id}`) : [])))];
  expect(words.length).toBeGreaterThan(800);
  const index = wordIndex(landscape);
  const wrong = words.filter((word) => {
    const test = textTest(other, { field: 'text', not: false, text: word, phrase: false });
    const found = other.standards.flatMap((standard, number) => (test(standard, number) ? [number] : []));
    return found.join() !== index.standardsWith([word]).join();
  });
  expect(wrong).toEqual([]);
});

test('WS2 filters with words, phrases, wildcards, slips of the pen and stop words pass the same standards either way', () => {
  const filters = [
    'smart city',
    'digital twin sdo:iso',
    '"smart cities"',
    '"internet of things"',
    'indicatr',
    'sustainabel cites',
    'ts0001',
    'Y.4903',
    'y49*',
    'io?',
    '"smart * model"',
    'the of',
    'villes durables',
    'tc 268',
    '-"smart cities" mobility status:in-force',
    'nosuchwordatall',
    'ISO 37122',
    'sdo:itu-t topic:indicators year:2016.. -role:security',
    'committee:"ISO/TC 268" relation:adopts',
    'status:active tier:core latest:2020.. editions:2..',
    'id:"ISO 37120","L.1603"',
    'sdg:11 ics:13',
  ];
  for (const filter of filters) expect([filter, [...plainlyVisible(other, filter)]]).toEqual([filter, [...visible(landscape, filter)]]);
});
