import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/analysis/fold.js';
import { isTelling, singular } from '../../src/analysis/stop-words.js';
import { quickSearch } from '../../src/analysis/quick-search.js';
import { recordOf } from '../../src/analysis/records.js';
import { hasWordIndex, wordIndex, wordIndexSteps, type WordIndex } from '../../src/analysis/word-index.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { dataset, standard } from '../fixtures/small.js';

const everything = { most: 50, accepts: () => true };

function made(of: Catalogue): { readonly index: WordIndex; readonly parts: number } {
  const steps = wordIndexSteps(of);
  for (let parts = 1; ; parts++) {
    const step = steps.next();
    if (step.done) return { index: step.value, parts };
  }
}

const town = catalogue(
  dataset({
    standards: [
      ...dataset().standards,
      standard('ISO 9001', { title: 'Quality management systems – Requirements', tier: 'extended', committees: [] }),
      standard('ISO 9000', { title: 'Quality management systems – Fundamentals and vocabulary', tier: 'extended', status: 'withdrawn' }),
      standard('ISO 105', {
        title: 'Textiles – Tests for colour fastness',
        tier: 'extended',
        titles: { fr: 'Textiles – Essais de solidité des coloris' },
      }),
      standard('ETSI TS 118 101', { title: 'oneM2M; Functional architecture', aliases: ['oneM2M TS-0001'], committees: ['ITU-T SG20'] }),
    ],
  }),
);
const { index } = made(town);
const names = (...words: string[]): readonly (string | undefined)[] =>
  index.hits(words, 'AND', everything).map(({ record }) => index.record(record)?.id);

describe('the index of words', () => {
  test('S20 finds the standards that a reader of every record finds, for any words of the dataset', () => {
    const wordsAt = town.standards.map((_, at) => {
      const { names = [], editions = [], titles = [], committees = [], topics = [], sdos = [] } = recordOf(town, at) ?? {};
      const own = [...names, ...editions, ...titles, ...committees, ...topics].flatMap(wordsOf).filter(isTelling);
      // Of an SDO its short names tell, of a number its bare digits too
      return [...own, ...sdos.flatMap(wordsOf), ...own.flatMap((word) => /^[a-z]{1,2}(\d{2,})$/.exec(word)?.[1] ?? [])];
    });
    const known = town.standards.flatMap(({ id, title }) => `${id} ${title}`.toLowerCase().match(/[a-z0-9]{3,}/g) ?? []).filter(isTelling);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 3 }), fc.nat(3), (words, cut) => {
        const asked = words.map((word) => word.slice(0, Math.max(3, word.length - cut)));
        const expected = [...wordsAt.keys()].filter((at) =>
          asked.every((word) => wordsAt[at]?.some((own) => own.startsWith(singular(word)) || singular(own).startsWith(singular(word)))),
        );
        expect(index.standardsWith(asked)).toEqual(expected);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });

  test('S20 knows words by their beginnings, in the singular, without accents, and what is nearly a word', () => {
    expect(names('quality', 'managem')).toEqual(['ISO 9001', 'ISO 9000']);
    expect(names('textile')).toEqual(['ISO 105']);
    expect(names('solidite')).toEqual(['ISO 105']);
    expect(names('textlies')).toEqual(['ISO 105']);
    expect(names('9002')).toEqual([]);
  });

  test('S20 a number tells more than a title, and a group tells of its standards', () => {
    expect(names('9001')[0]).toBe('ISO 9001');
    expect(names('study', 'group', '20')[0]).toBe('ITU-T SG20');
    expect(names('study', 'group', '20')).toContain('ETSI TS 118 101');
    expect(names('onem2m')).toContain('ETSI TS 118 101');
  });

  test('S20 tells the words and places of a hit', () => {
    const [hit] = index.hits(['9001', 'requirement'], 'AND', everything);
    expect(hit?.match).toEqual({ '9001': ['designation'], requirements: ['title'] });
  });

  test('S20 keeps to the hits that are wanted, the best of them', () => {
    const all = index.hits(['iso', 'quality'], 'OR', everything);
    const some = index.hits(['iso', 'quality'], 'OR', { most: 2, accepts: (record) => record % 2 === 0 });
    expect(some.map(({ record }) => record)).toEqual(
      all
        .map(({ record }) => record)
        .filter((record) => record % 2 === 0)
        .slice(0, 2),
    );
    expect(all[0]?.answered).toBe(2);
  });

  test('S21 is made in many parts, and a small catalogue never waits for one', () => {
    const many = catalogue(dataset({ standards: Array.from({ length: 2000 }, (_, n) => standard(`ISO ${n}`)) }));
    expect(made(many).parts).toBeGreaterThan(20);
    expect(hasWordIndex(many)).toBe(true);
    const large = catalogue(
      dataset({ standards: Array.from({ length: 20_000 }, (_, n) => standard(`ISO ${n}`)), stories: [], findings: [] }),
    );
    expect(hasWordIndex(large)).toBe(false);
    expect(wordIndex(large).standardsWith(['iso', '777'])).toContain(777);
    expect(hasWordIndex(large)).toBe(true);
  });
});

describe('a search before there is an index', () => {
  test('S22 finds what has every word as it stands, groups first, in dataset order', () => {
    expect(quickSearch(town, 'QUALITY 900', 9).map(({ id }) => id)).toEqual(['ISO 9001', 'ISO 9000']);
    expect(quickSearch(town, 'ISO 9001', 1).map(({ id }) => id)).toEqual(['ISO 9001']);
    expect(quickSearch(town, 'sdo:iso internet', 2).map(({ id }) => id)).toEqual(['ITU-T SG20', 'ISO/IEC JTC 1/SC 41']);
    expect(quickSearch(town, '(.*', 9)).toEqual([]);
    expect(quickSearch(town, '', 9)).toEqual([]);
  });
});
