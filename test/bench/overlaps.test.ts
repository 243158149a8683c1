import { describe, expect, test } from 'vitest';
import { overlaps } from '../../src/analysis/overlaps.js';
import { coordinated } from '../../src/analysis/coordinated.js';
import { atMostTwice, auc, aucOf, countLabels, ourMethod, plainMethod, recallAt10 } from './overlap-figures.js';
import { JUDGED, known, labelsOf, readPairs } from './overlap-labels.js';
import { catalogueOf, readLines, sharedFolder, shippedCatalogue, type Row } from './overlap-set.js';

const shared = sharedFolder();
if (shared === undefined)
  console.info('../shared is not there: the floors of the labelled set are not tested, those of the judged pairs are');
const shipped = shippedCatalogue();

describe('figures that may not fall', () => {
  test('O9 of the first sixty candidates that people have read at least 53 % are overlaps and at most 4 % unrelated', () => {
    const { overlap, related, unrelated, unread } = countLabels(atMostTwice(overlaps(shipped), 60), labelsOf(shipped, shared));
    const read = overlap + related + unrelated;
    // Without ../shared only the pairs that our own readers have judged are known
    expect(read + unread).toBe(60);
    expect(read).toBeGreaterThanOrEqual(shared === undefined ? 25 : 55);
    expect(unrelated / read).toBeLessThanOrEqual(0.04);
    if (shared !== undefined) expect(overlap / read).toBeGreaterThanOrEqual(0.53);
  });

  test('O10 no candidate is coordinated, and the plain method shows what that is worth', () => {
    const joined = (pairs: readonly { a: string; b: string }[]) => pairs.filter(({ a, b }) => coordinated(shipped, a, b)).length;
    expect(joined(overlaps(shipped))).toBe(0);
    expect(joined(atMostTwice(plainMethod(shipped).ranked(), 100))).toBeGreaterThan(10);
  });

  test('O11 judged pairs are pairs of the shipped dataset with a label and a reason, each once', () => {
    const pairs = readPairs(JUDGED);
    expect(pairs.length).toBeGreaterThanOrEqual(100);
    expect(known(shipped, pairs)).toHaveLength(pairs.length);
    expect(new Set(pairs.map(({ a, b }) => `${a} | ${b}`)).size).toBe(pairs.length);
    for (const line of readLines(JUDGED)) expect((line as { reason: string }).reason).not.toBe('');
  });

  test('O12 the chance that one list is above another is counted, ties as half', () => {
    expect(auc([2, 3], [1])).toBe(1);
    expect(auc([1], [1])).toBe(0.5);
    expect(auc([0], [1, 2])).toBe(0);
  });

  if (shared !== undefined) {
    const set = catalogueOf(readLines(`${shared}/catalogue/smartcity.jsonl.gz`) as readonly Row[], shipped);
    const labelled = known(set, readPairs(`${shared}/analysis/labelled_pairs.jsonl`));
    const gold = known(set, readPairs(`${shared}/analysis/gold_overlap.jsonl`));
    const { score, nearest } = ourMethod(set);

    test('O13 overlaps score above unrelated and related pairs as often as the floors ask', () => {
      expect([labelled.length, gold.length]).toEqual([166, 62]);
      expect(aucOf(labelled, score, ['overlap'], 'unrelated')).toBeGreaterThanOrEqual(0.88);
      expect(aucOf(labelled, score, ['overlap'], 'related')).toBeGreaterThanOrEqual(0.7);
      expect(aucOf(gold, score, ['overlap', 'same-text'], 'unrelated')).toBeGreaterThanOrEqual(0.88);
    });

    test('O14 an overlap is among the first ten of other owners as often as the floor asks', () => {
      const overlapping = labelled.filter(({ label }) => label === 'overlap');
      expect(recallAt10(overlapping, nearest)).toBeGreaterThanOrEqual(0.85);
    });
  }
});
