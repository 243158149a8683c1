import { describe, expect, test } from 'vitest';
import { checkFilter, formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { neighbourhood, pathBetween, type Depth } from '../../src/analysis/network.js';
import { visible } from '../../src/analysis/visible.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Committee, Relation, Standard } from '../../src/model/dataset.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';

const committee = (id: string, liaisons: readonly string[] = []): Committee => ({
  id,
  title: id,
  sdo: 'iso',
  kind: 'technical-committee',
  ...(liaisons.length > 0 && { liaisons }),
});
const relation = (type: Relation['type'], to: string, given: Partial<Relation> = {}): Relation => ({
  type,
  to,
  evidence: 'a test',
  ...given,
});
const work = (id: string, home: string, given: Partial<Standard> = {}): Standard =>
  standard(id, { committees: [home], topics: ['energy'], reasons: ['a test'], ...given });
const map = (standards: readonly Standard[], committees: readonly Committee[] = []): Catalogue =>
  catalogue(
    dataset({ standards, committees: ['A', 'B', 'C', 'D', 'E'].map((id) => committees.find((one) => one.id === id) ?? committee(id)) }),
  );
const around = (field: Catalogue, id: string, depth: Depth): Readonly<Record<string, number>> =>
  Object.fromEntries([...neighbourhood(field, id, depth)].map(([at, steps]) => [field.standards[at]?.id ?? '', steps]));

describe('a neighbourhood', () => {
  const field = map(
    [
      work('ISO 1', 'A', { relations: [relation('references', 'ISO 2')] }),
      work('ISO 2', 'B', { relations: [relation('supersedes', 'ISO 3')] }),
      work('ISO 3', 'C', { topics: ['mobility'] }),
      work('ISO 4', 'A'),
      work('ISO 5', 'A', { topics: ['mobility'] }),
      work('ISO 6', 'D'),
      work('ISO 7', 'D', { topics: ['mobility'] }),
      work('ISO 8', 'B'),
    ],
    [committee('A', ['D'])],
  );

  test('NW1 one step is a declared relation, whichever end declares it', () => {
    expect(around(field, 'ISO 2', 1)).toEqual({ 'ISO 2': 0, 'ISO 1': 1, 'ISO 3': 1 });
  });

  test('NW2 two steps are two relations, or a committee with a topic in common', () => {
    expect(around(field, 'ISO 1', 2)).toEqual({ 'ISO 1': 0, 'ISO 2': 1, 'ISO 3': 2, 'ISO 4': 2 });
  });

  test('NW2 three steps are one relation more, or a topic in common across a declared liaison, from either side', () => {
    expect(around(field, 'ISO 1', 3)).toEqual({ 'ISO 1': 0, 'ISO 2': 1, 'ISO 3': 2, 'ISO 4': 2, 'ISO 6': 3, 'ISO 8': 3 });
    expect(around(field, 'ISO 6', 3)).toEqual({ 'ISO 6': 0, 'ISO 1': 3, 'ISO 4': 3 });
  });

  test('NW2 a text outside the dataset joins the two standards that name it, in two steps', () => {
    const outside = [relation('adopts', 'EN 1', { external: true })];
    const two = map([work('ISO 1', 'A', { relations: outside }), work('ISO 2', 'B', { relations: outside })]);
    expect(around(two, 'ISO 1', 1)).toEqual({ 'ISO 1': 0 });
    expect(around(two, 'ISO 1', 2)).toEqual({ 'ISO 1': 0, 'ISO 2': 2 });
  });

  test('NW3 a committee in which more than 60 standards share a topic with one leads to none of them', () => {
    const crowd = (size: number): Catalogue => map(Array.from({ length: size }, (_, at) => work(`ISO ${String(at + 1)}`, 'A')));
    expect(neighbourhood(crowd(61), 'ISO 1', 2).size).toBe(61);
    expect(neighbourhood(crowd(62), 'ISO 1', 3).size).toBe(1);
  });

  test('NW4 on the shipped data three steps are no hairball: a twelfth of the standards at most, 34 at the median', () => {
    const field = shipped();
    const sizes = (depth: Depth): readonly number[] =>
      field.standards.map(({ id }) => neighbourhood(field, id, depth).size).sort((a, b) => a - b);
    const [one, two, three] = [sizes(1), sizes(2), sizes(3)];
    expect([one, two, three].map((all) => all.at(-1) ?? 0).every((most) => most <= field.standards.length / 12)).toBe(true);
    const median = (all: readonly number[]): number => all[all.length >> 1] ?? 0;
    expect(median(one)).toBeLessThanOrEqual(median(two));
    expect(median(three)).toBeLessThanOrEqual(60);
    expect(median(three)).toBeGreaterThan(1);
  });

  test('NW4 an unknown standard has none', () => {
    expect(neighbourhood(field, 'ISO 9', 3).size).toBe(0);
  });
});

describe('a path', () => {
  const field = map(
    [
      work('ISO 1', 'A', { relations: [relation('references', 'ISO 2', { evidence: 'clause 2' })] }),
      work('ISO 2', 'B'),
      work('ISO 3', 'B', { topics: ['mobility'], relations: [relation('part-of', 'ISO 4')] }),
      work('ISO 4', 'C'),
      work('ISO 5', 'D'),
      work('ISO 6', 'E', { committees: [] }),
    ],
    [committee('D', ['C'])],
  );

  test('NW5 is made of declared relations, shared committees and liaisons, each with what it rests on', () => {
    expect(pathBetween(field, 'ISO 1', 'ISO 5')?.steps).toEqual([
      { from: 'ISO 1', to: 'ISO 2', by: 'references', outgoing: true, committees: [], evidence: 'clause 2' },
      { from: 'ISO 2', to: 'ISO 3', by: 'committee', outgoing: true, committees: ['B'], evidence: '' },
      { from: 'ISO 3', to: 'ISO 4', by: 'part-of', outgoing: true, committees: [], evidence: 'a test' },
      { from: 'ISO 4', to: 'ISO 5', by: 'liaison', outgoing: true, committees: ['C', 'D'], evidence: '' },
    ]);
  });

  test('NW5 reads the other way round from the other end', () => {
    const back = pathBetween(field, 'ISO 5', 'ISO 1');
    expect(back?.steps.map(({ from, by, outgoing, to }) => `${from} ${by} ${String(outgoing)} ${to}`)).toEqual([
      'ISO 5 liaison true ISO 4',
      'ISO 4 part-of false ISO 3',
      'ISO 3 committee true ISO 2',
      'ISO 2 references false ISO 1',
    ]);
    expect(back?.standards).toEqual(pathBetween(field, 'ISO 1', 'ISO 5')?.standards);
  });

  test('NW5 prefers declared relations to a committee where both are as long, and has the standards of every shortest chain', () => {
    const ring = map([
      work('ISO 1', 'A', { relations: [relation('references', 'ISO 2'), relation('references', 'ISO 3')] }),
      work('ISO 2', 'B', { relations: [relation('references', 'ISO 4')] }),
      work('ISO 3', 'C', { relations: [relation('references', 'ISO 4')] }),
      work('ISO 4', 'A'),
    ]);
    const path = pathBetween(ring, 'ISO 1', 'ISO 4');
    expect(path?.steps.map(({ by }) => by)).toEqual(['references', 'references']);
    expect(path?.standards).toEqual(['ISO 1', 'ISO 2', 'ISO 3', 'ISO 4']);
  });

  test('NW5 prefers the nearer: a shared committee is nearer than three relations', () => {
    const long = map([
      work('ISO 1', 'A', { relations: [relation('references', 'ISO 2')] }),
      work('ISO 2', 'B', { relations: [relation('references', 'ISO 3')] }),
      work('ISO 3', 'C', { relations: [relation('references', 'ISO 4')] }),
      work('ISO 4', 'A'),
    ]);
    expect(pathBetween(long, 'ISO 1', 'ISO 4')?.steps.map(({ by }) => by)).toEqual(['committee']);
  });

  test('NW6 there is none where nothing joins the two, none to an unknown standard, and an empty one to itself', () => {
    expect(pathBetween(field, 'ISO 1', 'ISO 6')).toBeUndefined();
    expect(pathBetween(field, 'ISO 1', 'ISO 9')).toBeUndefined();
    expect(pathBetween(field, 'ISO 1', 'ISO 1')).toEqual({ steps: [], standards: ['ISO 1'] });
  });

  test('NW7 in a filter: those near several standards, those of a path, and not those', () => {
    expect(visible(field, 'near:iso1,"ISO 4"')).toEqual(['ISO 1', 'ISO 2', 'ISO 3', 'ISO 4']);
    expect(visible(field, 'near:"ISO 1"~2')).toEqual(['ISO 1', 'ISO 2']);
    expect(visible(field, '-near:"ISO 1"')).toEqual(['ISO 3', 'ISO 4', 'ISO 5', 'ISO 6']);
    expect(visible(field, 'path:"ISO 1..ISO 3"')).toEqual(['ISO 1', 'ISO 2', 'ISO 3']);
  });

  test('NW7 the two ends of a path that there is not are shown, and it is told', () => {
    expect(visible(field, 'path:"ISO 1..ISO 6"')).toEqual(['ISO 1', 'ISO 6']);
    const check = (text: string) => checkFilter(field, parseFilter(text).filter);
    expect(check('path:"ISO 1..ISO 6"')).toMatchObject([{ code: 'no-path', at: 5, got: 'ISO 1..ISO 6' }]);
    expect(check('path:"ISO 1..ISO 3"')).toEqual([]);
  });

  test('NW7 an unknown end and an unknown centre are told where they stand, with the nearest', () => {
    const check = (text: string) => checkFilter(field, parseFilter(text).filter);
    expect(check('sdo:iso path:"ISO 1..ISO 33"')).toMatchObject([{ code: 'unknown-value', at: 21, got: 'ISO 33', nearest: 'ISO 3' }]);
    expect(check('near:ISO1,"ISO 22"~3')).toMatchObject([{ code: 'unknown-value', at: 10, got: 'ISO 22', nearest: 'ISO 2' }]);
    expect(formatFilter(parseFilter('path:"ISO 1..ISO 33"').filter).slice(13)).toBe('ISO 33"');
  });
});
