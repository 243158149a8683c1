import { describe, expect, test } from 'vitest';
import { cellFilter } from '../../src/element/cell-filter.js';
import { columnValue } from '../../src/analysis/columns.js';
import { coverage } from '../../src/analysis/coverage.js';
import { facets, toggle } from '../../src/analysis/facets.js';
import { checkFilter, formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { goalsByReach } from '../../src/analysis/goal-reach.js';
import { goalCodes, goalFrameworks, goalName, goalsOf } from '../../src/analysis/goals.js';
import { EVERYTHING } from '../../src/analysis/terms.js';
import { visible } from '../../src/analysis/visible.js';
import { GOAL_FRAMEWORKS } from '../../src/model/dataset.js';
import { classOf, legendOf, slotsOf } from '../../src/scene/classes.js';
import { field, says, work } from './field.js';
import { goalLens } from './lens.js';
import { shipped } from './shipped.js';

const on = (...topics: string[]) => ({ topics, reasons: topics.map(() => 'a test') });
const road = work('ISO 1', 'iso', { title: 'Road traffic', ...on('mobility') });
const crash = work('ISO 2', 'iso', { title: 'Forward collision warning', ...on('mobility') });
const city = work('ITU-T Y.1', 'itu-t', { title: 'Security of smart cities', ...on('energy', 'security') });
const both = work('ITU-T Y.2', 'itu-t', { title: 'Smart city traffic', ...on('mobility', 'energy', 'security') });
const words = work('ETSI 1', 'etsi', { title: 'Vocabulary', ...on('terminology') });
const standards = [road, crash, city, both, words];
const map = field(standards, goalLens());
const plain = field(standards);
const codes = (standard: typeof road) => goalsOf(map, standard, 'sdg').map(({ goal }) => goal.code);

describe('goals of a standard', () => {
  test('GL1 a standard has the goals that its topics lead to; a line with phrases holds where the title has one of them', () => {
    expect(codes(road)).toEqual(['11']);
    expect(codes(crash)).toEqual(['11', '3']);
    expect(codes(words)).toEqual([]);
    expect(goalsOf(map, crash, 'sdg')[1]?.lines).toEqual([goalLens().goalTopics?.[1]]);
  });

  test('GL1 a phrase begins where a word begins and may end within one', () => {
    const at = (title: string) => goalsOf(map, { ...road, title }, 'sdg').map(({ goal }) => goal.code);
    expect(at('Emergency calls')).toEqual(['11', '3']);
    expect(at('Collisions')).toEqual(['11', '3']);
    expect(at('Precollision')).toEqual(['11']);
  });

  test('GL2 the goal that most topics lead to comes first; of equals the one whose line is first for the first topic', () => {
    expect(codes(both)).toEqual(['11', '7']);
    expect(codes(city)).toEqual(['7', '11']);
    expect(goalsOf(map, both, 'sdg')[0]?.lines.map(({ topic }) => topic)).toEqual(['mobility', 'security']);
  });

  test('GL3 a standard without a goal counts as none; a dataset without the framework says nothing', () => {
    expect(goalCodes(map, words, 'sdg')).toEqual(['none']);
    expect(goalCodes(map, words, 'vertical')).toEqual([]);
    expect(goalCodes(plain, road, 'sdg')).toEqual([]);
    expect(goalFrameworks(plain)).toEqual([]);
    expect(goalFrameworks(map).map(({ id }) => id)).toEqual(['sdg', 'purpose']);
  });

  test('GL3 goals that no topic leads to are known', () => {
    const { mapped, unmapped } = goalsByReach(map, 'sdg');
    expect(mapped.map(goalName)).toEqual([
      '3 Good Health and Well-being',
      '7 Affordable and Clean Energy',
      '11 Sustainable Cities and Communities',
    ]);
    expect(unmapped.map(goalName)).toEqual(['14 Life below Water']);
  });

  test('GL3 the column of a table has the ids of all frameworks, and nothing where there is none', () => {
    expect(columnValue(map, both, 'goals')).toEqual(['sdg-11', 'sdg-7', 'purpose-resilience']);
    expect(columnValue(map, words, 'goals')).toBeUndefined();
    expect(columnValue(plain, both, 'goals')).toBeUndefined();
  });
});

describe('goals in a filter', () => {
  test.each([
    ['sdg:11', 4],
    ['sdg:sdg-11', 4],
    ['sdg:"SDG 11"', 4],
    ['SDG:"sustainable cities and communities"', 4],
    ['sdg:3,7', 3],
    ['-sdg:11', 1],
    ['sdg:none', 1],
    ['sdg:11 sdg:7', 2],
    ['purpose:Resilience', 2],
  ])('GL4 %s leaves %i', (filter, count) => {
    expect(parseFilter(filter).ok).toBe(true);
    expect(checkFilter(map, parseFilter(filter).filter)).toEqual([]);
    expect(visible(map, filter)).toHaveLength(count);
  });

  test('GL4 what is no goal is told with the nearest, and so is a dataset without these goals', () => {
    const told = (catalogue: typeof map, filter: string) =>
      checkFilter(catalogue, parseFilter(filter).filter).map(({ message }) => message);
    expect(told(map, 'purpose:resiliense')).toEqual([
      'filter at 8: got "resiliense", expected a goal of the field purpose, or none. Nearest: "resilience".',
    ]);
    expect(told(plain, 'sdg:11')).toEqual([
      'filter at 4: got "11", expected a goal of the field sdg, or none; this dataset has none of these goals.',
    ]);
    expect(visible(plain, 'sdg:11')).toEqual([]);
  });

  test('GL5 a facet of goals comes where it is asked for or filtered by, with none beside the goals', () => {
    const last = (text: string, ...goals: 'sdg'[]) => facets(map, parseFilter(text).filter, goals).at(-1);
    expect(last('')?.field).toBe('year');
    expect(last('sdg:3')).toMatchObject({ field: 'sdg' });
    expect(last('', 'sdg')?.options.map(({ value, label, count }) => `${value} ${label} ${String(count)}`)).toEqual([
      '11 11 Sustainable Cities and Communities 4',
      '7 7 Affordable and Clean Energy 2',
      '3 3 Good Health and Well-being 1',
      'none none 1',
    ]);
    expect(facets(plain, EVERYTHING, ['sdg']).at(-1)).toEqual({ field: 'sdg', options: [] });
    expect(formatFilter(toggle(parseFilter('sdg:3').filter, 'sdg', '7'))).toBe('sdg:3,7');
  });
});

describe('goals in matrix and colours', () => {
  test('GL6 the rows are the goals that a topic leads to, then what has none, so that no standard is hidden', () => {
    const { rowHeadings, unplaced } = coverage(map, { rows: 'sdg', columns: 'sdo' });
    expect(rowHeadings.map(({ id, standards: n }) => `${id} ${String(n)}`)).toEqual(['3 1', '7 2', '11 4', 'none 1']);
    expect(unplaced).toBe(0);
    expect(coverage(plain, { rows: 'sdg', columns: 'sdo' }).rowHeadings).toEqual([]);
  });

  test('GL6 every cell has the standards that its filter leaves', () => {
    const matrix = coverage(map, { rows: 'sdg', columns: 'capability' });
    const filled = matrix.cells.filter((cell) => cell.standards.length > 0);
    expect(filled.length).toBeGreaterThan(2);
    for (const cell of filled) expect(visible(map, cellFilter('', matrix, cell))).toEqual(cell.standards);
  });

  test('GL6 a cell along goals has no data where its topics have none, and where it is empty and one of them has none', () => {
    const state = (topics: string[], row: string, column: string) =>
      coverage(field(standards, { ...goalLens(), expectations: [says('no-data', { topics })] }), {
        rows: 'sdg',
        columns: 'capability',
      }).cells.find((cell) => cell.row === row && cell.column === column)?.state;
    expect(state(['energy'], '7', 'security')).toBe('no-data');
    expect(state(['energy'], '11', 'security')).not.toBe('no-data');
    expect(state(['mobility'], '3', 'terminology')).toBe('no-data');
    expect(state(['mobility'], '11', 'terminology')).toBe('no-data');
    expect(state(['mobility'], '7', 'terminology')).toBe('uncovered');
    expect(state(['mobility'], 'none', 'security')).toBe('uncovered');
  });

  test('GL6 nobody expects a goal to be covered, so that no cell along goals is a gap', () => {
    const expected = field([], { ...goalLens(), expectations: [says('expected', { topics: ['mobility', 'security'] })] });
    expect(coverage(expected).cells.some(({ gap }) => gap)).toBe(true);
    expect(coverage(expected, { rows: 'sdg', columns: 'capability' }).cells.filter(({ gap }) => gap)).toEqual([]);
  });

  test('GL6 a committee is a row with what it and the groups below it own; it is no single source, and lacks nothing that others have', () => {
    const matrix = coverage(field(standards, { expectations: [says('no-data', { sdo: 'iso' })] }), {
      rows: 'committee',
      columns: 'domain',
    });
    expect(matrix.rowHeadings.map(({ id }) => id)).toEqual(['iso', 'itu-t', 'etsi']);
    expect(matrix.cells.filter(({ state }) => state === 'single-source' || state === 'no-data')).toEqual([]);
  });

  test('GL7 colours stand for the nearest goal; what has none is neutral and has its own line in the legend', () => {
    expect(standards.map((one) => classOf(map, 'sdg', one))).toEqual(['11', '11', '7', '11', 'none']);
    expect([...slotsOf(map, 'sdg')]).toEqual([
      ['11', 1],
      ['7', 2],
    ]);
    expect(legendOf(map, 'sdg', new Set(visible(map, '')))).toEqual([
      { slot: 1, value: '11', count: 3 },
      { slot: 2, value: '7', count: 1 },
      { slot: 0, value: 'none', count: 1 },
    ]);
    expect(legendOf(plain, 'sdg', new Set(visible(plain, '')))).toEqual([{ slot: 0, count: 5 }]);
  });
});

describe('goals of the shipped dataset', () => {
  const built = shipped();
  const share = (framework: (typeof GOAL_FRAMEWORKS)[number]) =>
    built.standards.filter((standard) => goalsOf(built, standard, framework).length > 0).length / built.standards.length;

  test('GL1 it has all six frameworks, and each maps more than a third of the standards and not all of them', () => {
    expect(goalFrameworks(built).map(({ id }) => id)).toEqual([...GOAL_FRAMEWORKS]);
    for (const framework of GOAL_FRAMEWORKS) {
      expect(share(framework)).toBeGreaterThan(1 / 3);
      expect(share(framework)).toBeLessThan(0.9);
    }
  });

  test.each([
    ['ITU-T Y.4903/L.1603', 'sdg', ['11', '17']],
    ['ISO 37120', 'purpose', ['cohesion', 'well-being']],
    ['ISO 37123', 'purpose', ['resilience']],
    ['ISO 24536', 'category', ['water-sanitation', 'drainage']],
    ['ISO 24536', 'sdg', ['11', '6']],
  ] as const)('GL1 %s has the goals of %s that its title asks for', (id, framework, expected) => {
    const standard = built.standard(id);
    if (!standard) throw new Error(`no ${id}`);
    expect(goalsOf(built, standard, framework).map(({ goal }) => goal.code)).toEqual(expected);
  });

  test('GL1 no line leads nowhere: every line is the reason of some standard', () => {
    const used = new Set(
      built.standards.flatMap((standard) =>
        GOAL_FRAMEWORKS.flatMap((framework) => goalsOf(built, standard, framework).flatMap(({ lines }) => lines)),
      ),
    );
    expect((built.dataset.goalTopics ?? []).filter((line) => !used.has(line))).toEqual([]);
  });
});
