import { expect, test } from 'vitest';
import { catalogueAt } from '../../src/analysis/catalogue-at.js';
import { visible, visibleSet } from '../../src/analysis/visible.js';
import { spanOf } from '../../src/scene/timeline-days.js';
import { timelineOfDay } from '../../src/scene/timeline-day.js';
import { countBetween, timeline, type TimelineLayout } from '../../src/scene/timeline.js';
import { shipped } from '../fixtures/shipped.js';

const map = shipped();
const all = visibleSet(visible(map, ''));

/** The row of the oldest text of every standard of a layout, by its lane. */
function rowsOf({ lanes, starts, order, texts }: TimelineLayout): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  lanes.forEach(({ id, firstRow, rows: count }) => {
    for (let row = 0; row < count; row++)
      for (let at = starts[firstRow + row] ?? 0; at < (starts[firstRow + row + 1] ?? 0); at++) {
        const first = texts.chains[order[at] ?? 0]?.texts[0];
        if (first) rows.set(`${id} ${first.edition.id}`, row);
      }
  });
  return rows;
}

test.each(['2005', '2016-06-30', '2024-07'])(
  'TL50 on %s every text stands in the row that the latest has for it, in the same lanes on the same axis, and none is later',
  (day) => {
    for (const by of ['sdo', 'committee', 'topic'] as const) {
      const then = catalogueAt(map, day);
      const shown = visibleSet(visible(map, '', { at: day }));
      const layout = timelineOfDay(then, shown, all, by);
      const latest = timeline(map, all, by);
      expect(layout.lanes.map(({ id, firstRow, rows }) => [id, firstRow, rows])).toEqual(
        latest.lanes.map(({ id, firstRow, rows }) => [id, firstRow, rows]),
      );
      expect([layout.texts.first, layout.texts.last, layout.firstYear, layout.years]).toEqual([
        latest.texts.first,
        latest.texts.last,
        latest.firstYear,
        latest.years,
      ]);
      const rows = rowsOf(latest);
      const moved = [...rowsOf(layout)].filter(([text, row]) => rows.has(text) && rows.get(text) !== row);
      expect(moved).toEqual([]);
      const [, end] = spanOf(day);
      expect(layout.texts.today).toBe(end);
      const texts = layout.texts.chains.flatMap((chain) => chain.texts);
      expect(texts.filter(({ from, to }) => from > end || to > end).map(({ edition }) => edition.id)).toEqual([]);
      expect(layout.standards).toBe(shown.size);
    }
  },
);

test('TL51 counts of a past day are of its texts, in columns of the latest', () => {
  const then = catalogueAt(map, '2016-06-30');
  const shown = visibleSet(visible(map, '', { at: '2016-06-30' }));
  const layout = timelineOfDay(then, shown, all, 'sdo');
  const latest = timeline(map, all, 'sdo');
  const sum = (of: TimelineLayout, from: number, to: number): number =>
    of.lanes.reduce((total, _, lane) => total + countBetween(of, lane, from, to), 0);
  expect(sum(layout, 2017, 2030)).toBe(0);
  expect(sum(layout, 1980, 2015)).toBe(sum(latest, 1980, 2015));
  expect(sum(layout, 2016, 2016)).toBeLessThan(sum(latest, 2016, 2016));
  expect(layout.latest).toBe(latest);
});

test('TL52 a bar of a past day ends at its line where the text was in force, and says what superseded it where it was not', () => {
  const then = catalogueAt(map, '2016-06-30');
  const layout = timelineOfDay(then, visibleSet(visible(map, '', { at: '2016-06-30' })), all, 'sdo');
  const bars = layout.texts.chains.flatMap(({ texts }) => texts).filter(({ shape }) => shape === 'bar');
  const open = bars.filter(({ edition }) => edition.status === 'in-force');
  expect(open.length).toBeGreaterThan(400);
  expect(open.filter(({ ending, to }) => ending !== 'open' || to !== layout.texts.today).map(({ edition }) => edition.id)).toEqual([]);
  expect(bars.filter(({ ending }) => ending === 'next').length).toBeGreaterThan(20);
});
