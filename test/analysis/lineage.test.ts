import { describe, expect, test } from 'vitest';
import { lineage } from '../../src/analysis/lineage.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Edition, Relation } from '../../src/model/dataset.js';
import { dataset, standard } from '../fixtures/small.js';

const supersedes = (to: string, given: Partial<Relation> = {}): Relation => ({ type: 'supersedes', to, evidence: 'catalogue', ...given });
const edition = (id: string, date?: string): Edition => ({ id, status: 'in-force', ...(date !== undefined && { date }) });

const map = catalogue(
  dataset({
    standards: [
      standard('ISO 4', { relations: [supersedes('ISO 3', { date: '2021-03' }), supersedes('ISO 30', { external: true })] }),
      standard('ISO 3', { relations: [supersedes('ISO 1'), supersedes('ISO 2')], editions: [edition('ISO 3:2012', '2012-04')] }),
      standard('ISO 1', {}),
      standard('ISO 2', {}),
      standard('ISO 5', {
        relations: [supersedes('ISO 6')],
        editions: [edition('ISO 5:2019', '2019'), edition('ISO 5:2011', '2011'), edition('ISO/DIS 5'), edition('ISO 5:2015', '2015-02')],
      }),
      standard('ISO 6', { relations: [supersedes('ISO 5'), { type: 'references', to: 'ISO 1', evidence: 'clause 2' }] }),
    ],
  }),
);

const names = (id: string) => {
  const found = lineage(map, id);
  return found && { before: found.before.map(({ designation }) => designation), after: found.after.map(({ designation }) => designation) };
};

describe('lineage', () => {
  test('L1 goes from the oldest work to the newest, each step with its distance', () => {
    expect(names('ISO 4')).toEqual({ before: ['ISO 1', 'ISO 2', 'ISO 30', 'ISO 3'], after: [] });
    expect(names('ISO 1')).toEqual({ before: [], after: ['ISO 3', 'ISO 4'] });
    expect(names('ISO 3')).toEqual({ before: ['ISO 1', 'ISO 2'], after: ['ISO 4'] });
    expect(lineage(map, 'ISO 4')?.before.map(({ steps }) => steps)).toEqual([2, 2, 1, 1]);
  });

  test('L2 a work outside the dataset is named without a record', () => {
    const outside = lineage(map, 'ISO 4')?.before[2];
    expect(outside).toEqual({ designation: 'ISO 30', steps: 1, date: '2020-05' });
    expect(lineage(map, 'ISO 4')?.before[3]?.standard).toBe(map.standard('ISO 3'));
  });

  test('L3 a date is that of the relation, else of the first text of the newer work', () => {
    expect(lineage(map, 'ISO 1')?.after.map(({ date }) => date)).toEqual(['2012-04', '2021-03']);
    expect(lineage(map, 'ISO 3')?.before.map(({ date }) => date)).toEqual(['2012-04', '2012-04']);
  });

  test('L4 editions are oldest first, an undated one behind the one it follows', () => {
    expect(lineage(map, 'ISO 5')?.editions.map(({ id }) => id)).toEqual(['ISO 5:2011', 'ISO/DIS 5', 'ISO 5:2015', 'ISO 5:2019']);
  });

  test('L5 two works that supersede each other end the walk', () => {
    expect(names('ISO 5')).toEqual({ before: ['ISO 6'], after: ['ISO 6'] });
  });

  test('L6 a reference is no succession, and an unknown id has no lineage', () => {
    expect(names('ISO 1')?.after).not.toContain('ISO 6');
    expect(lineage(map, 'ISO 9')).toBeUndefined();
    expect(lineage(map, '__proto__')).toBeUndefined();
  });
});
