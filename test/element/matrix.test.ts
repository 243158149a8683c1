import { describe, expect, test } from 'vitest';
import { AXES, type Axis, type Cell, type Coverage, type Heading } from '../../src/analysis/cell.js';
import { isGoalFramework } from '../../src/analysis/goals.js';
import { AXIS_PAIRS, fits, headingName, swapped, withAxis } from '../../src/element/parts/matrix-axes.js';
import { clamped, moved } from '../../src/element/parts/matrix-keys.js';
import { AS_COUNTED, cellAt, cellOf, nextOrder, ordered, UNSORTED, type Order } from '../../src/element/parts/matrix-order.js';
import { shadeBreaks, shadeOf } from '../../src/element/parts/matrix-shade.js';
import { en } from '../../src/element/messages.js';
import { catalogue } from '../../src/model/catalogue.js';
import { dataset } from '../fixtures/small.js';

describe('M1 the axes of a matrix', () => {
  test('M1 pair any two that differ, but topics never with domains or capabilities, which are topics', () => {
    const isNew = (axis: Axis): boolean => axis === 'committee' || isGoalFramework(axis);
    const former = AXIS_PAIRS.filter(({ rows, columns }) => !isNew(rows) && !isNew(columns));
    expect(former.map(({ rows, columns }) => `${rows} ${columns}`)).toEqual([
      'domain capability',
      'domain role',
      'domain sdo',
      'capability domain',
      'capability role',
      'capability sdo',
      'topic role',
      'topic sdo',
      'role domain',
      'role capability',
      'role topic',
      'role sdo',
      'sdo domain',
      'sdo capability',
      'sdo topic',
      'sdo role',
    ]);
  });

  test('M1 whatever axis the reader chooses for a side stands there, the two fit, and a partner that fits stays', () => {
    let tried = 0;
    for (const pair of AXIS_PAIRS)
      for (const side of ['rows', 'columns'] as const)
        for (const axis of AXES) {
          const { rows, columns } = withAxis(pair, side, axis);
          const other = side === 'rows' ? 'columns' : 'rows';
          expect({ rows, columns }[side]).toBe(axis);
          expect(fits(rows, columns)).toBe(true);
          if (fits(axis, pair[other])) expect({ rows, columns }[other]).toBe(pair[other]);
          tried += 1;
        }
    expect(tried).toBe(AXIS_PAIRS.length * 2 * AXES.length);
    expect(AXIS_PAIRS).toHaveLength(16 + 9 + 6 * (2 * 5 + 2 + 5));
  });

  test('M1 goals go with every other axis, committees with all but the SDOs they belong to, and with themselves', () => {
    expect(AXES.filter((axis) => !fits('sdg', axis))).toEqual(['sdg']);
    expect(AXES.filter((axis) => !fits('committee', axis))).toEqual(['sdo']);
    expect(withAxis({ rows: 'committee', columns: 'domain' }, 'columns', 'committee')).toEqual({ rows: 'committee', columns: 'committee' });
    expect(withAxis({ rows: 'committee', columns: 'committee' }, 'rows', 'sdo')).toEqual({ rows: 'sdo', columns: 'topic' });
  });

  test('M1 the axis of the other side changes places with it', () => {
    expect(withAxis({ rows: 'domain', columns: 'capability' }, 'rows', 'capability')).toEqual({ rows: 'capability', columns: 'domain' });
    expect(swapped({ rows: 'topic', columns: 'sdo' })).toEqual({ rows: 'sdo', columns: 'topic' });
    expect(withAxis({ rows: 'domain', columns: 'capability' }, 'rows', 'topic')).toEqual({ rows: 'topic', columns: 'sdo' });
  });

  test('M1 headings are called as their records are, and by their id where there is none', () => {
    const records = catalogue(dataset());
    const names: readonly (readonly [Axis, string, string])[] = [
      ['domain', 'mobility', 'Transport and mobility'],
      ['role', 'interface-data', 'Interfaces and data'],
      ['sdo', 'jtc1', 'ISO/IEC JTC 1'],
      ['topic', 'nowhere', 'nowhere'],
      ['sdo', '__proto__', '__proto__'],
    ];
    for (const [axis, id, name] of names) expect(headingName(records, en, axis, id)).toBe(name);
  });
});

const heading = (id: string, works: number, gaps: number): Heading => ({ id, works, standards: works, gaps });

/** Works by row: three rows, two columns. */
const WORKS = [
  [1, 5],
  [4, 5],
  [2, 0],
];
const ROWS = [heading('a', 6, 0), heading('b', 9, 2), heading('c', 2, 2)];
const COLUMNS = [heading('x', 7, 1), heading('y', 10, 3)];
const given: Coverage = {
  rows: 'domain',
  columns: 'capability',
  rowHeadings: ROWS,
  columnHeadings: COLUMNS,
  cells: WORKS.flatMap((row, r) =>
    row.map((works, c): Cell => ({
      row: ROWS[r]?.id ?? '',
      column: COLUMNS[c]?.id ?? '',
      state: 'covered',
      gap: false,
      standards: [],
      works,
      covering: works,
      inForce: works,
      underDevelopment: 0,
      informative: 0,
      unknown: 0,
      beyond: 0,
      sdos: [],
      effectiveSdos: 0,
      reasons: [],
    })),
  ),
  at: '',
  scope: 5,
  unplaced: 0,
};

describe('M2 the order of rows and columns', () => {
  const by = (order: Order): string =>
    ordered(given, { rows: order, columns: AS_COUNTED })
      .rows.map((place) => ROWS[place]?.id)
      .join('');

  test('M2 is as counted, or by works, by gaps, or by the works of one column, and equal ones stay as counted', () => {
    expect(by(AS_COUNTED)).toBe('abc');
    expect(by({ by: 'works', heading: '', ascending: false })).toBe('bac');
    expect(by({ by: 'works', heading: '', ascending: true })).toBe('cab');
    expect(by({ by: 'gaps', heading: '', ascending: false })).toBe('bca');
    expect(by({ by: 'heading', heading: 'x', ascending: false })).toBe('bca');
    expect(by({ by: 'heading', heading: 'y', ascending: false })).toBe('abc');
    expect(by({ by: 'heading', heading: 'y', ascending: true })).toBe('cab');
  });

  test('M2 of rows and of columns do not depend on each other, and a heading that is gone sorts nothing', () => {
    const order: Order = { by: 'heading', heading: 'c', ascending: true };
    expect(ordered(given, { rows: { by: 'works', heading: '', ascending: false }, columns: order })).toEqual({
      rows: [1, 0, 2],
      columns: [1, 0],
    });
    expect(by({ by: 'heading', heading: 'gone', ascending: false })).toBe('abc');
    expect(ordered(given, UNSORTED)).toEqual({ rows: [0, 1, 2], columns: [0, 1] });
  });

  test('M2 a heading chosen again and again gives most first, fewest first, as counted', () => {
    const first = nextOrder(AS_COUNTED, 'heading', 'x');
    expect(first).toEqual({ by: 'heading', heading: 'x', ascending: false });
    const second = nextOrder(first, 'heading', 'x');
    expect(second).toEqual({ by: 'heading', heading: 'x', ascending: true });
    expect(nextOrder(second, 'heading', 'x')).toBe(AS_COUNTED);
    expect(nextOrder(second, 'heading', 'y')).toEqual({ by: 'heading', heading: 'y', ascending: false });
  });

  test('M2 a cell is found by place and by ids, and asking for one that cannot be is told', () => {
    expect(cellAt(given, 1, 0)).toMatchObject({ row: 'b', column: 'x', works: 4 });
    expect(cellOf(given, 'c', 'y')).toMatchObject({ row: 'c', column: 'y', works: 0 });
    expect(cellOf(given, 'c', 'z')).toBeUndefined();
    expect(() => cellAt(given, 9, 0)).toThrow(RangeError);
  });
});

describe('M3 the shades', () => {
  test('M3 rise from 1 and never fall, whatever the fullest cell has', () => {
    for (const most of [1, 2, 3, 4, 5, 8, 13, 40, 87, 305, 5000]) {
      const breaks = shadeBreaks(most);
      expect(breaks[0]).toBe(1);
      expect(breaks.length).toBeLessThanOrEqual(5);
      expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
      expect(new Set(breaks).size).toBe(breaks.length);
      expect(breaks.at(-1)).toBeLessThanOrEqual(most);
      expect(shadeOf(most, breaks)).toBe(breaks.length);
      expect(shadeOf(1, breaks)).toBe(1);
    }
    expect(shadeBreaks(305)).toEqual([1, 3, 10, 31, 97]);
  });

  test('M3 have none for nothing, and no strong one where there are few works', () => {
    expect(shadeBreaks(0)).toEqual([]);
    expect(shadeOf(0, [1, 2])).toBe(0);
    expect(shadeOf(1, shadeBreaks(1))).toBe(1);
  });
});

describe('M4 the keys', () => {
  const size = { rows: 12, columns: 8 };
  const to = (key: string, { ctrl = false, rtl = false } = {}, row = 3, column = 4) => moved({ row, column }, key, size, { ctrl, rtl });

  test('M4 lead a step, to the ends of a row, five rows on, and with Control to the corners', () => {
    expect(to('ArrowUp')).toEqual({ row: 2, column: 4 });
    expect(to('ArrowDown')).toEqual({ row: 4, column: 4 });
    expect(to('ArrowLeft')).toEqual({ row: 3, column: 3 });
    expect(to('ArrowRight')).toEqual({ row: 3, column: 5 });
    expect(to('Home')).toEqual({ row: 3, column: 0 });
    expect(to('End')).toEqual({ row: 3, column: 7 });
    expect(to('Home', { ctrl: true })).toEqual({ row: 0, column: 0 });
    expect(to('End', { ctrl: true })).toEqual({ row: 11, column: 7 });
    expect(to('PageDown')).toEqual({ row: 8, column: 4 });
    expect(to('PageUp', {}, 7)).toEqual({ row: 2, column: 4 });
    expect(to('a')).toBeUndefined();
    expect(to('constructor')).toBeUndefined();
  });

  test('M4 go where they point from right to left, and never beyond the grid', () => {
    expect(to('ArrowLeft', { rtl: true })).toEqual({ row: 3, column: 5 });
    expect(to('ArrowRight', { rtl: true })).toEqual({ row: 3, column: 3 });
    expect(to('ArrowUp', {}, 0)).toEqual({ row: 0, column: 4 });
    expect(to('PageDown', {}, 10)).toEqual({ row: 11, column: 4 });
    expect(to('ArrowRight', {}, 3, 7)).toEqual({ row: 3, column: 7 });
    expect(clamped({ row: 40, column: -1 }, size)).toEqual({ row: 11, column: 0 });
  });
});
