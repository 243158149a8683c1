import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/analysis/columns.js';
import { commonAncestors, comparison } from '../../src/analysis/comparison.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Relation, RelationType } from '../../src/model/dataset.js';
import { dataset, standard } from '../fixtures/small.js';

const to = (type: RelationType, id: string, external = false): Relation => ({
  type,
  to: id,
  evidence: `${type} ${id}`,
  ...(external && { external }),
});

const map = catalogue(
  dataset({
    findings: [
      { id: 'f1', standards: ['ISO 1', 'ITU-T Y.2'], verdict: 'complementary', reason: 'r', by: 'liaison officer', date: '2026-01-01' },
    ],
    standards: [
      standard('ISO 1', {
        title: 'Smart cities - Maturity model',
        topics: ['energy', 'mobility'],
        reasons: ['a', 'b'],
        relations: [to('supersedes', 'ISO 8')],
      }),
      standard('ITU-T Y.2', {
        title: 'Maturity model for sustainable cities',
        publishers: ['itu-t'],
        committees: ['ITU-T SG20'],
        topics: ['mobility'],
        relations: [to('adopts', 'ISO 7'), to('references', 'ISO 9')],
        editions: [{ id: 'ITU-T Y.2 (01/2021)', date: '2021-01', status: 'in-force' }],
      }),
      standard('ISO 3', {
        title: 'Quality of tea',
        topics: ['energy'],
        relations: [to('references', 'ISO 9'), to('incorporates', 'BSI PAS 1', true)],
      }),
      standard('ISO 7', { relations: [to('supersedes', 'ISO 8')] }),
      standard('ISO 8', { relations: [to('adopts', 'BSI PAS 1', true), to('references', 'ISO 3')] }),
      standard('ISO 9', { relations: [to('references', 'ISO 8')] }),
    ],
  }),
);
const ids = (...list: readonly string[]) => list.flatMap((id) => map.standard(id) ?? []);

describe('fields', () => {
  const two = comparison(map, ['ISO 1', 'ITU-T Y.2']);
  const field = (column: string) => two.fields.find((one) => one.column === column);

  test('CM1 every column is there in its order, with a value a standard', () => {
    expect(two.fields.map(({ column }) => column)).toEqual(COLUMNS);
    expect(two.standards.map(({ id }) => id)).toEqual(['ISO 1', 'ITU-T Y.2']);
    expect(two.fields.every(({ values }) => values.length === 2)).toBe(true);
  });

  test('CM2 what is the same does not differ, and lists say what only one has', () => {
    expect(field('role')?.differs).toBe(false);
    expect(field('sdo')?.differs).toBe(true);
    expect([field('topics')?.differs, [...(field('topics')?.single ?? [])]]).toEqual([true, ['energy']]);
  });

  test('CM2 the order of a list is no difference', () => {
    const turned = catalogue(
      dataset({
        standards: [standard('ISO 1', { topics: ['energy', 'mobility'] }), standard('ISO 2', { topics: ['mobility', 'energy'] })],
      }),
    );
    const topics = comparison(turned, ['ISO 1', 'ISO 2']).fields.find(({ column }) => column === 'topics');
    expect([topics?.differs, topics?.single.size]).toEqual([false, 0]);
  });

  test('CM3 overlaps are not known until candidates are, and then numbers', () => {
    expect(field('overlaps')?.values).toEqual([undefined, undefined]);
    const known = comparison(map, ['ISO 1', 'ITU-T Y.2'], { overlaps: new Map([['ISO 1', 2]]) });
    expect(known.fields.find(({ column }) => column === 'overlaps')).toMatchObject({ values: [2, 0], differs: true });
  });

  test('CM4 texts, relations at either end and findings are lists', () => {
    expect(two.lists.texts.map((texts) => texts.map(({ id }) => id))).toEqual([['ISO 1:2020'], ['ITU-T Y.2 (01/2021)']]);
    expect(comparison(map, ['ISO 8', 'ISO 9']).lists.declared.map((list) => list.length)).toEqual([5, 3]);
    expect(two.lists.findings.map((list) => list.map(({ id }) => id))).toEqual([['f1'], ['f1']]);
    expect([...two.differing].sort()).toEqual(['declared', 'texts']);
  });
});

test('CM5 terms that titles share stand where their spans say', () => {
  const three = comparison(map, ['ISO 1', 'ITU-T Y.2', 'ISO 3']);
  expect(three.terms.map(({ term, standards }) => [term, standards])).toContainEqual(['maturity model', ['ISO 1', 'ITU-T Y.2']]);
  const words = three.spans.map((spans, at) => spans.map(([from, end]) => three.standards[at]?.title.slice(from, end).toLowerCase()));
  expect(words[0]).toContain('maturity model');
  expect(words[1]).toContain('maturity model');
  expect(words[2]).toEqual([]);
});

test('CM6 every two are told, with what one declares to the other', () => {
  const { pairs } = comparison(map, ['ISO 7', 'ISO 8', 'ISO 3']);
  expect(pairs.map(({ a, b, declared }) => [a, b, declared.map(({ relation, outgoing }) => [relation.type, outgoing])])).toEqual([
    ['ISO 7', 'ISO 8', [['supersedes', true]]],
    ['ISO 7', 'ISO 3', []],
    ['ISO 8', 'ISO 3', [['references', true]]],
  ]);
  expect(pairs[0]?.evidence.tier).toBe('coordinated');
});

describe('common ancestors', () => {
  const found = (...list: readonly string[]) =>
    commonAncestors(map, ids(...list)).map(({ designation, descendants }) => [
      designation,
      ...descendants.map(({ id, steps }) => `${id}: ${steps.map(({ by, to: end }) => `${by} ${end}`).join(', ')}`),
    ]);

  test('CM7 are reached over any number of steps, works outside the dataset included', () => {
    expect(found('ISO 1', 'ITU-T Y.2')).toEqual([
      ['ISO 8', 'ISO 1: supersedes ISO 8', 'ITU-T Y.2: adopts ISO 7, supersedes ISO 8'],
      ['BSI PAS 1', 'ISO 1: supersedes ISO 8, adopts BSI PAS 1', 'ITU-T Y.2: adopts ISO 7, supersedes ISO 8, adopts BSI PAS 1'],
    ]);
  });

  test('CM8 what both refer to counts, what a cited text comes from does not', () => {
    expect(found('ITU-T Y.2', 'ISO 3')).toEqual([
      ['ISO 9', 'ITU-T Y.2: references ISO 9', 'ISO 3: references ISO 9'],
      ['BSI PAS 1', 'ITU-T Y.2: adopts ISO 7, supersedes ISO 8, adopts BSI PAS 1', 'ISO 3: incorporates BSI PAS 1'],
    ]);
  });

  test('CM9 one of the standards is the ancestor of another', () => {
    expect(found('ISO 7', 'ISO 8')[0]).toEqual(['ISO 8', 'ISO 7: supersedes ISO 8', 'ISO 8: ']);
  });

  test('CM10 rings end, and standards without relations have none', () => {
    const ring = catalogue(
      dataset({
        standards: [
          standard('ISO 1', { relations: [to('supersedes', 'ISO 2')] }),
          standard('ISO 2', { relations: [to('supersedes', 'ISO 1')] }),
          standard('ISO 3'),
        ],
      }),
    );
    expect(commonAncestors(ring, ring.standards).map(({ designation }) => designation)).toEqual(['ISO 1', 'ISO 2']);
    expect(comparison(map, ['ISO 1', 'ISO 9']).ancestors.map(({ designation }) => designation)).toEqual(['ISO 8']);
  });
});

test('CM11 fewer than two, more than six, one twice and one that is not there are refused', () => {
  for (const list of [
    ['ISO 1'],
    ['ISO 1', 'ISO 1'],
    ['ISO 1', 'ISO 404'],
    ['ISO 1', 'ISO 3', 'ISO 7', 'ISO 8', 'ISO 9', 'ITU-T Y.2', 'ISO 10'],
  ])
    expect(() => comparison(map, list), list.join()).toThrow(RangeError);
});
