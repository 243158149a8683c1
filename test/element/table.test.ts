import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/analysis/columns.js';
import { GROUP_FIELDS } from '../../src/analysis/grouping.js';
import { tableLines } from '../../src/analysis/table-lines.js';
import { en } from '../../src/element/messages.js';
import { MOST_SELECTED, ranged, switched } from '../../src/element/parts/table-choice.js';
import { shifted, toggled } from '../../src/element/parts/table-columns.js';
import { columnName, fieldName, nextSort } from '../../src/element/parts/table-props.js';
import { columnTracks } from '../../src/element/parts/table-rows.js';
import { rowWindow, scrollTopFor, type RowSpace } from '../../src/element/parts/table-window.js';

const space = (given: Partial<RowSpace>): RowSpace => ({ count: 1000, rowHeight: 30, viewHeight: 300, scrollTop: 0, ...given });

describe('TV4 rows in view', () => {
  test('TV4 at any place of the scroll bar the rows in view are drawn, where they belong, and some forty more at most', () => {
    fc.assert(
      fc.property(
        fc.nat(400_000),
        fc.integer({ min: 20, max: 80 }),
        fc.nat(1200),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, rowHeight, viewHeight, part) => {
          const { height } = rowWindow(space({ count, rowHeight, viewHeight }));
          const scrollTop = part * Math.max(0, height - viewHeight);
          const { first, end, shift } = rowWindow(space({ count, rowHeight, viewHeight, scrollTop }));
          expect(end - first).toBeLessThanOrEqual(Math.ceil(viewHeight / rowHeight) + 22);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(count);
          if (count === 0) return;
          // What is drawn covers the view from edge to edge, as far as there are rows
          expect(first * rowHeight + shift).toBeLessThanOrEqual(scrollTop + 1e-6);
          expect(end * rowHeight + shift).toBeGreaterThanOrEqual(Math.min(scrollTop + viewHeight, count * rowHeight) - 1e-6);
        },
      ),
    );
  });

  test('TV4 the box is never taller than a browser lays out, and its end is the last row', () => {
    const many = space({ count: 1_000_000, rowHeight: 56, viewHeight: 600 });
    const { height } = rowWindow(many);
    expect(height).toBe(10_000_000);
    expect(rowWindow({ ...many, scrollTop: height - 600 }).end).toBe(1_000_000);
    expect(rowWindow({ ...many, scrollTop: 0 }).first).toBe(0);
  });

  test('TV4 a row that is asked for is wholly in view, and one that is there already moves nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400_000 }), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (count, some, part) => {
        const row = some % count;
        const list = space({ count });
        const scrollTop = part * Math.max(0, rowWindow(list).height - list.viewHeight);
        const next = { ...list, scrollTop: scrollTopFor({ ...list, scrollTop }, row) };
        const y = row * 30 + rowWindow(next).shift - next.scrollTop;
        expect(y).toBeGreaterThanOrEqual(-1e-3);
        expect(y + 30).toBeLessThanOrEqual(list.viewHeight + 1e-3);
        expect(scrollTopFor(next, row)).toBeCloseTo(next.scrollTop, 3);
      }),
    );
  });
});

describe('TV5 lines', () => {
  const plan = {
    by: 'sdo',
    order: Uint32Array.of(3, 1, 2),
    groups: [
      { value: 'iso', label: 'ISO', places: Uint32Array.of(3, 1) },
      { value: '', label: '', places: Uint32Array.of(2) },
    ],
  } as const;
  test('TV5 each group has a heading, and a folded one nothing else', () => {
    expect([...tableLines(plan, new Set())]).toEqual([-1, 3, 1, -2, 2]);
    expect([...tableLines(plan, new Set(['iso']))]).toEqual([-1, -2, 2]);
    expect([...tableLines(plan, new Set(['', 'iso']))]).toEqual([-1, -2]);
    expect([...tableLines({ ...plan, by: undefined, groups: [] }, new Set(['iso']))]).toEqual([3, 1, 2]);
  });
});

describe('TV2 a heading that is chosen', () => {
  const key = (column: 'id' | 'title' | 'latest', descending = false) => ({ column, descending });
  test('TV2 sorts one way, the other way, and not at all', () => {
    expect(nextSort([], 'id', false)).toEqual([key('id')]);
    expect(nextSort([key('id')], 'id', false)).toEqual([key('id', true)]);
    expect(nextSort([key('id', true)], 'id', false)).toEqual([]);
  });
  test('TV2 dates and counts begin with the newest and the most', () => {
    expect(nextSort([], 'latest', false)).toEqual([key('latest', true)]);
    expect(nextSort([key('latest', true)], 'latest', false)).toEqual([key('latest')]);
    expect(nextSort([key('latest')], 'latest', false)).toEqual([]);
  });
  test('TV2 with Shift it comes after the others, keeps its place when it turns, and leaves the others when it goes', () => {
    const both = nextSort([key('title')], 'id', true);
    expect(both).toEqual([key('title'), key('id')]);
    expect(nextSort(both, 'title', true)).toEqual([key('title', true), key('id')]);
    expect(nextSort([key('title', true), key('id')], 'title', true)).toEqual([key('id')]);
    expect(nextSort(both, 'id', false)).toEqual([key('id', true)]);
  });
});

describe('TV3 columns', () => {
  test('TV3 a column goes a place up or down, never out of the list', () => {
    expect(shifted(['id', 'title', 'sdo'], 'title', -1)).toEqual(['title', 'id', 'sdo']);
    expect(shifted(['id', 'title', 'sdo'], 'title', 1)).toEqual(['id', 'sdo', 'title']);
    expect(shifted(['id', 'title'], 'id', -1)).toEqual(['id', 'title']);
    expect(shifted(['id', 'title'], 'sdo', 1)).toEqual(['id', 'title']);
  });
  test('TV3 one that comes back stands last, and the last one stays', () => {
    expect(toggled(['id', 'title'], 'id')).toEqual(['title']);
    expect(toggled(['title'], 'id')).toEqual(['title', 'id']);
    expect(toggled(['title'], 'title')).toEqual(['title']);
  });
  test('TV1 every column and every field to group by has a name for readers, and a width', () => {
    for (const column of COLUMNS) expect(columnName(column), column).not.toBe(column);
    for (const field of GROUP_FIELDS) expect(fieldName(en, field), field).not.toBe(field);
    expect(columnTracks(COLUMNS).tracks.split(/ (?![^(]*\))/)).toHaveLength(COLUMNS.length);
  });
});

describe('TV7 the selection', () => {
  const ids = ['a', 'b', undefined, 'c', 'd'];
  const idAt = (line: number) => ids[line];
  test('TV7 a range goes from the first row to the second, over headings of groups, in either direction', () => {
    expect(ranged(['x'], 1, 4, { add: false }, idAt).ids).toEqual(['b', 'c', 'd']);
    expect(ranged(['x'], 4, 1, { add: false }, idAt).ids).toEqual(['d', 'c', 'b']);
    expect(ranged(['x', 'c'], 0, 3, { add: true }, idAt).ids).toEqual(['x', 'c', 'a', 'b']);
  });
  test('TV7 a row goes in and out of the selection', () => {
    expect(switched(['a'], 'b').ids).toEqual(['a', 'b']);
    expect(switched(['a', 'b'], 'a').ids).toEqual(['b']);
  });
  test('TV7 a selection that is too large for an address is cut, and says so', () => {
    const many = ranged([], 0, 62_827, { add: false }, String);
    expect(many.ids).toHaveLength(MOST_SELECTED);
    expect(many.ids[0]).toBe('0');
    expect(many.isCut).toBe(true);
    expect(ranged([], 0, MOST_SELECTED - 1, { add: false }, String).isCut).toBe(false);
    expect(switched(many.ids, 'one more').isCut).toBe(true);
  });
});
