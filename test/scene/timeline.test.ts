import { describe, expect, test } from 'vitest';
import { visible, visibleSet } from '../../src/analysis/visible.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Edition, Standard } from '../../src/model/dataset.js';
import { dateOf, dayOf, spanOf, ticksOf, yearOf } from '../../src/scene/timeline-days.js';
import { movedCursor, rowTexts, settled } from '../../src/scene/timeline-cursor.js';
import { laneIndex } from '../../src/scene/timeline-lanes.js';
import { timelineLineage } from '../../src/scene/timeline-lineage.js';
import { GAP, packed } from '../../src/scene/timeline-pack.js';
import { NEVER, textFinish, timelineTexts, type TimelineText } from '../../src/scene/timeline-texts.js';
import { boundWindow, showsBars, stackOf, wholeWindow, xOf, zoomed } from '../../src/scene/timeline-window.js';
import { countBetween, timeline, type TimelineLayout } from '../../src/scene/timeline.js';
import { seeded } from '../../src/layout/random.js';
import { dataset, standard } from '../fixtures/small.js';

const of = (...standards: readonly Standard[]): Catalogue => catalogue(dataset({ standards }));
const edition = (id: string, date: string | undefined, status: Edition['status'], given: Partial<Edition> = {}): Edition => ({
  id,
  status,
  ...(date !== undefined && { date }),
  ...given,
});
const textsOf = (landscape: Catalogue): readonly TimelineText[] => timelineTexts(landscape).chains.flatMap(({ texts }) => texts);
const only = (landscape: Catalogue, id: string): TimelineText => {
  const found = [...textsOf(landscape), ...timelineTexts(landscape).aside].find((text) => text.edition.id === id);
  if (!found) throw new Error(`no text ${id}`);
  return found;
};
const all = (landscape: Catalogue, filter = ''): TimelineLayout => timeline(landscape, visibleSet(visible(landscape, filter)), 'sdo');
const days = ({ from, fromLast, to, toLast }: TimelineText): readonly string[] => [from, fromLast, to, toLast].map(dateOf);

describe('days', () => {
  test('TL1 a date of a year or a month can be any of its days', () => {
    expect(spanOf('2019').map(dateOf)).toEqual(['2019-01-01', '2019-12-31']);
    expect(spanOf('2020-02').map(dateOf)).toEqual(['2020-02-01', '2020-02-29']);
    expect(spanOf('2019-05-23').map(dateOf)).toEqual(['2019-05-23', '2019-05-23']);
    expect(yearOf(dayOf(1)) === 1 && yearOf(dayOf(99, 12, 31)) === 99 && yearOf(dayOf(9999, 12, 31)) === 9999).toBe(true);
  });

  test('TL2 ticks stand at calendar steps, farther apart than was asked for, at every zoom', () => {
    const [from, to] = [dayOf(1988), dayOf(2026, 8, 22)];
    for (let zoom = 0.02; zoom < 12; zoom *= 1.31) {
      const width = 1200 / zoom;
      const ticks = ticksOf(to - Math.min(to - from, width), to, zoom, 44);
      expect(ticks.length).toBeGreaterThan(1);
      ticks.slice(1).forEach(({ day }, i) => {
        // Of days of a month the last is followed by the first after 7 to 10 days; of quarters 90 to 92
        expect((day - (ticks[i]?.day ?? 0)) * zoom, String(zoom)).toBeGreaterThan(44 * 0.9);
      });
    }
    expect(ticksOf(from, to, 0.08, 44).map(({ date }) => date)).toEqual([
      '1988',
      '1990',
      '1992',
      '1994',
      '1996',
      '1998',
      '2000',
      '2002',
      '2004',
      '2006',
      '2008',
      '2010',
      '2012',
      '2014',
      '2016',
      '2018',
      '2020',
      '2022',
      '2024',
      '2026',
    ]);
    expect(ticksOf(dayOf(2019), dayOf(2019, 12, 31), 1.5, 44).map(({ date, major }) => `${date}${major ? '!' : ''}`)).toEqual([
      '2019-01!',
      '2019-02',
      '2019-03',
      '2019-04',
      '2019-05',
      '2019-06',
      '2019-07',
      '2019-08',
      '2019-09',
      '2019-10',
      '2019-11',
      '2019-12',
    ]);
    expect(ticksOf(dayOf(2019, 2, 27), dayOf(2019, 3, 2), 60, 44).map(({ date }) => date)).toEqual([
      '2019-02-27',
      '2019-02-28',
      '2019-03-01',
      '2019-03-02',
    ]);
  });
});

describe('bars', () => {
  test('TL3 an edition lasts from its first possible day to that of the next one, and the last of them to the day of its source', () => {
    const landscape = of(
      standard('ISO 1', { editions: [edition('ISO 1:2014', '2014-05', 'superseded'), edition('ISO 1:2018', '2018-07-12', 'in-force')] }),
    );
    const [first, last] = textsOf(landscape);
    expect(first && [...days(first), first.ending, first.endedBy]).toEqual([
      '2014-05-01',
      '2014-05-31',
      '2018-07-12',
      '2018-07-12',
      'next',
      'ISO 1:2018',
    ]);
    // ISO stood as of 2 June 2025, the dataset as of 22 August 2026
    expect(last && [...days(last), last.ending]).toEqual(['2018-07-12', '2018-07-12', '2025-06-02', '2025-06-02', 'open']);
    expect(dateOf(timelineTexts(landscape).today)).toBe('2026-08-22');
  });

  test('TL3 editions that follow each other stand in one row, however vague their dates are; those in force at once do not', () => {
    const rows = (...editions: readonly Edition[]): number => timelineTexts(of(standard('ISO 1', { editions }))).chains.length;
    expect(rows(edition('a', '2010', 'superseded'), edition('b', '2016', 'superseded'), edition('c', '2016-05', 'in-force'))).toBe(1);
    expect(rows(edition('a', '2010', 'in-force'), edition('b', '2016', 'in-force'))).toBe(2);
  });

  test('TL4 a text that another standard supersedes ends with the first text of that one, or on the day of the relation', () => {
    const old = (id: string): Standard => standard(id, { status: 'superseded', editions: [edition(`${id}:2010`, '2010', 'superseded')] });
    const landscape = of(
      old('ISO 1'),
      old('ISO 2'),
      standard('ISO 3', {
        editions: [edition('ISO/DIS 3', '2011', 'under-development', { kind: 'draft' }), edition('ISO 3:2015', '2015-02', 'in-force')],
        relations: [
          { type: 'supersedes', to: 'ISO 1', evidence: 'foreword' },
          { type: 'supersedes', to: 'ISO 2', evidence: 'foreword', date: '2016-03-01' },
        ],
      }),
    );
    const [one, two] = [only(landscape, 'ISO 1:2010'), only(landscape, 'ISO 2:2010')];
    expect([one.ending, one.endedBy, dateOf(one.to), dateOf(one.toLast)]).toEqual(['successor', 'ISO 3', '2015-02-01', '2015-02-28']);
    expect(dateOf(two.to)).toBe('2016-03-01');
  });

  test('TL5 a withdrawn text without a day of withdrawal ends nobody knows when, and a status not stated is not made up', () => {
    const landscape = of(
      standard('ISO 1', { status: 'withdrawn', editions: [edition('ISO 1:2010', '2010-03-04', 'withdrawn')] }),
      standard('ISO 2', { status: 'unknown', editions: [edition('ISO 2:2010', '2010-03-04', 'unknown')] }),
    );
    for (const [id, ending, finish] of [
      ['ISO 1:2010', 'unknown', 'crossed'],
      ['ISO 2:2010', 'unstated', 'dashed'],
    ] as const) {
      const text = only(landscape, id);
      expect([text.ending, textFinish(text), dateOf(text.to), dateOf(text.toLast), text.endedBy]).toEqual([
        ending,
        finish,
        '2010-03-04',
        '2025-06-02',
        undefined,
      ]);
    }
  });

  test('TL5 a withdrawn text ends on the day of the withdrawal where a source gives it', () => {
    const text = only(
      of(
        standard('ISO 1', {
          status: 'withdrawn',
          withdrawn: '2024-11',
          editions: [edition('ISO 1:2010', '2010-03-04', 'withdrawn')],
        }),
      ),
      'ISO 1:2010',
    );
    expect([text.ending, textFinish(text), dateOf(text.to), dateOf(text.toLast), text.endedBy]).toEqual([
      'withdrawn',
      'crossed',
      '2024-11-01',
      '2024-11-30',
      undefined,
    ]);
  });

  test('TL6 a draft without a date stands ahead in the row of its standard and has no day; one that a newer text has overtaken does not', () => {
    const draft = edition('ISO/DIS 1', undefined, 'under-development', { kind: 'draft', stage: '40.20' });
    const landscape = of(
      standard('ISO 1', { status: 'under-revision', editions: [edition('ISO 1:2015', '2015-05', 'under-revision'), draft] }),
      standard('ISO 2', { editions: [{ ...draft, id: 'ISO/DIS 2' }, edition('ISO 2:2020', '2020', 'in-force')] }),
    );
    const { chains, aside } = timelineTexts(landscape);
    expect(chains.map(({ texts }) => texts.map(({ edition: { id }, shape }) => `${id} ${shape}`))).toEqual([
      ['ISO 1:2015 bar', 'ISO/DIS 1 ahead'],
      ['ISO 2:2020 bar'],
    ]);
    expect(aside.map(({ edition: { id } }) => id)).toEqual(['ISO/DIS 2']);
    expect(textFinish(only(landscape, 'ISO/DIS 1'))).toBe('hollow');
  });

  test('TL7 what has no date, or one more than twenty years ahead, stands beside the axis and does not stretch it', () => {
    const landscape = of(
      standard('ISO 1', { editions: [edition('ISO 1:2015', '2015', 'in-force'), edition('ISO 1:2199', '2199', 'in-force')] }),
      standard('ISO 2', { editions: [edition('ISO 2', undefined, 'in-force')] }),
    );
    const { aside, last } = timelineTexts(landscape);
    expect(aside.map(({ edition: { id } }) => id)).toEqual(['ISO 1:2199', 'ISO 2']);
    expect(yearOf(last)).toBe(2026);
    expect(all(landscape).aside).toHaveLength(2);
    expect(all(landscape).standards).toBe(2);
  });

  test('TL8 an amendment marks the bar it adds to and ends nothing', () => {
    const landscape = of(
      standard('ISO 1', {
        editions: [
          edition('ISO 1:2015', '2015-05', 'in-force'),
          edition('ISO 1:2015/Amd 1:2018', '2018-02', 'in-force', { kind: 'amendment' }),
        ],
      }),
    );
    expect(textsOf(landscape).map(({ shape, ending }) => `${shape} ${ending}`)).toEqual(['bar open', 'mark open']);
    expect(timelineTexts(landscape).chains).toHaveLength(1);
  });

  test('TL9 no bar runs backwards, whatever the dates say', () => {
    const random = seeded(7);
    const date = (): string | undefined => {
      const year = 1865 + Math.floor(random() * 334);
      const kind = random();
      if (kind < 0.15) return undefined;
      return kind < 0.4 ? String(year) : kind < 0.7 ? `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}` : `${year}-02-28`;
    };
    const statuses = ['in-force', 'superseded', 'withdrawn', 'unknown', 'under-development', 'under-revision', 'proposed'] as const;
    const kinds = ['edition', 'amendment', 'draft', 'supplement'] as const;
    const landscape = of(
      ...Array.from({ length: 200 }, (_, i) =>
        standard(`ISO ${i}`, {
          status: statuses[i % 7] ?? 'in-force',
          editions: Array.from({ length: 1 + (i % 6) }, (_e, n) =>
            edition(`ISO ${i}:${n}`, date(), statuses[Math.floor(random() * 7)] ?? 'unknown', {
              kind: kinds[Math.floor(random() * 4)] ?? 'edition',
            }),
          ),
          ...(i > 0 && { relations: [{ type: 'supersedes' as const, to: `ISO ${i - 1}`, evidence: 'made up' }] }),
        }),
      ),
    );
    const { chains, aside, first, last } = timelineTexts(landscape);
    for (const { texts } of chains)
      for (const { shape, from, fromLast, to, toLast } of texts) {
        if (shape === 'ahead') continue;
        expect(from).toBeLessThanOrEqual(fromLast);
        expect(to).toBeLessThanOrEqual(toLast);
        expect(from).toBeLessThanOrEqual(toLast);
        expect(from).toBeGreaterThanOrEqual(first);
        expect(from).toBeLessThanOrEqual(last);
      }
    const edges = landscape.standards.reduce((sum, { editions }) => sum + editions.length, 0);
    expect(chains.flatMap(({ texts }) => texts).length + aside.length).toBe(edges);
  });
});

describe('lanes and rows', () => {
  test('TL10 lanes keep the order of the dataset; a standard stands in its home SDO, its leading committee, each of its topics', () => {
    const landscape = catalogue(dataset());
    const place = landscape.standards.findIndex(({ topics }) => topics.length > 1);
    const { ids, of: lanesOf } = laneIndex(landscape, 'topic');
    expect(ids).toEqual(['energy', 'mobility', 'assessment', 'architecture']);
    if (place >= 0) expect(lanesOf[place]?.map((lane) => ids[lane])).toEqual(landscape.standards[place]?.topics);
    const bare = of(standard('ISO 1', { committees: [] }), standard('ISO 2'));
    expect(timeline(bare, visibleSet(visible(bare, '')), 'committee').lanes.map(({ id, standards }) => [id, standards])).toEqual([
      ['ISO/TC 268', 1],
      ['', 1],
    ]);
  });

  test('TL11 rows are as few as can be, nothing in them meets, and two standards of a row are two years apart', () => {
    const random = seeded(3);
    const chains = Array.from({ length: 500 }, () => {
      const from = Math.floor(random() * 12_000);
      return { from, free: random() < 0.3 ? NEVER : from + Math.floor(random() * 3000) };
    }).sort((a, b) => a.from - b.from);
    const rows = packed(chains);
    const until = new Map<number, number>();
    chains.forEach(({ from, free }, i) => {
      const row = rows[i] ?? -1;
      expect(from).toBeGreaterThanOrEqual((until.get(row) ?? -Infinity) + (until.has(row) ? GAP : 0));
      until.set(row, free);
    });
    const most = Math.max(...chains.map(({ from }) => chains.filter((other) => other.from <= from && other.free + GAP > from).length));
    expect(new Set(rows).size).toBe(most);
  });

  test('TL12 a filter keeps the order of lanes and of standards in them, and only closes rows up', () => {
    const landscape = of(
      ...Array.from({ length: 60 }, (_, i) =>
        standard(`ISO ${i}`, {
          role: i % 3 === 0 ? 'security' : 'requirements',
          editions: [edition(`ISO ${i}:a`, `${1990 + ((i * 7) % 30)}-01`, 'in-force')],
        }),
      ),
    );
    const orderOf = ({ order, texts, rows, starts }: TimelineLayout): readonly number[] =>
      Array.from({ length: rows }, (_, row) => texts.chains[order[starts[row] ?? 0] ?? 0]?.standard ?? -1);
    const [whole, part] = [all(landscape), all(landscape, 'role:security')];
    expect(part.rows).toBe(20);
    expect(orderOf(part)).toEqual(orderOf(whole).filter((place) => place % 3 === 0));
    expect(all(landscape, 'role:security')).toBe(part);
  });

  test('TL13 a density counts each text that came out once, in its year, whatever the columns', () => {
    const landscape = of(
      ...['2014', '2014-07', '2015-01-01', '2019'].map((date, i) =>
        standard(`ISO ${i}`, { editions: [edition(`ISO ${i}:a`, date, 'in-force')] }),
      ),
      standard('ISO 9', {
        status: 'under-development',
        editions: [edition('ISO/DIS 9', '2025-01', 'under-development', { kind: 'draft' })],
      }),
    );
    const layout = all(landscape);
    expect([countBetween(layout, 0, 2014, 2014), countBetween(layout, 0, 2015, 2018), countBetween(layout, 0, 2010, 2019)]).toEqual([
      2, 1, 4,
    ]);
    expect([countBetween(layout, 0, 1, 9999), countBetween(layout, 0, 2025, 2025), layout.lanes[0]?.ahead]).toEqual([4, 0, 1]);
  });

  test('TL14 a thousand editions of one standard, all in force, are rows of their own, and an id of 4,000 characters breaks nothing', () => {
    const long = 'ISO '.padEnd(4000, '9');
    const landscape = of(
      standard(long, { editions: Array.from({ length: 1000 }, (_, i) => edition(`${long}:${i}`, '2020-01-01', 'in-force')) }),
    );
    const layout = all(landscape);
    expect(layout.rows).toBe(1000);
    expect(layout.lanes[0]).toMatchObject({ standards: 1, rows: 1000 });
  });

  test('TL15 nothing shown is a timeline without lanes', () => {
    const landscape = catalogue(dataset());
    expect(all(landscape, 'title-that-nobody-has')).toMatchObject({ rows: 0, standards: 0, lanes: [] });
  });
});

describe('the window', () => {
  const ground = { first: dayOf(1990), last: dayOf(2026), width: 1200, ahead: 200 };
  test('TL16 the whole time fills the drawing up to the room ahead, and no window leaves the axis', () => {
    const whole = wholeWindow(ground);
    expect(xOf(whole, ground.first)).toBe(0);
    expect(xOf(whole, ground.last)).toBeCloseTo(1000, 6);
    for (const wanted of [
      { from: -1e6, pxPerDay: 1 },
      { from: 1e6, pxPerDay: 1 },
      { from: dayOf(2000), pxPerDay: 1e-9 },
      { from: dayOf(2000), pxPerDay: 1e9 },
    ]) {
      const bound = boundWindow(ground, wanted);
      expect(bound.from).toBeGreaterThanOrEqual(ground.first);
      expect(xOf(bound, ground.last)).toBeGreaterThanOrEqual(1000 - 1e-6);
    }
  });
  test('TL17 a zoom keeps the day under the pointer', () => {
    const before = { from: dayOf(2005), pxPerDay: 0.2 };
    expect(xOf(zoomed(ground, before, 300, 1.7), before.from + 300 / 0.2)).toBeCloseTo(300, 6);
  });
  test('TL18 more than 150 rows are densities until eight years or fewer are in view', () => {
    expect([showsBars({ rows: 150 }, 20_000), showsBars({ rows: 151 }, 20_000), showsBars({ rows: 60_000 }, 8 * 365)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the keys', () => {
  const landscape = of(
    standard('ISO 1', { editions: [edition('ISO 1:2010', '2010', 'superseded'), edition('ISO 1:2016', '2016', 'in-force')] }),
    standard('ISO 2', { editions: [edition('ISO 2:2015', '2015', 'in-force')] }),
    standard('ITU-T Y.1', {
      publishers: ['itu-t'],
      committees: ['ITU-T SG20'],
      editions: [edition('ITU-T Y.1 (2019)', '2019', 'in-force')],
    }),
  );
  const layout = all(landscape);
  const { open } = stackOf(layout, () => true, { row: 20, density: 46, strip: 0, gap: 6, least: 46 });
  const ground = { layout, open, bin: 1 };
  const walk = (...keys: readonly string[]): string => {
    let cursor = settled(ground, { lane: 0, row: 0, at: 0 });
    for (const key of keys) cursor = cursor && movedCursor(ground, cursor, key.replace('^', ''), key.startsWith('^'));
    return cursor ? (rowTexts(layout, cursor.row)[cursor.at]?.edition.id ?? `column ${cursor.at}`) : 'nowhere';
  };

  test('TL19 arrows go along a row, and up and down to what is nearest in time, past the ends of lanes', () => {
    expect(walk()).toBe('ISO 1:2010');
    expect(walk('ArrowRight')).toBe('ISO 1:2016');
    expect(walk('ArrowRight', 'ArrowRight')).toBe('ISO 1:2016');
    expect(walk('ArrowRight', 'ArrowDown', 'ArrowUp')).toBe('ISO 1:2016');
    expect(walk('ArrowDown', 'ArrowDown')).toBe('ITU-T Y.1 (2019)');
    expect(walk('ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('ITU-T Y.1 (2019)');
    expect(walk('PageDown', 'PageUp')).toBe('ISO 1:2016');
    expect([walk('End'), walk('End', 'Home'), walk('^End'), walk('^End', '^Home')]).toEqual([
      'ISO 1:2016',
      'ISO 1:2010',
      'ITU-T Y.1 (2019)',
      'ISO 1:2016',
    ]);
    expect(walk('x')).toBe('nowhere');
  });

  test('TL20 in a lane of densities they go from column to column that counts something', () => {
    const closed = { ...ground, open: [false, false] };
    const start = settled(closed, { lane: 0, row: 0, at: 0 });
    expect(start).toEqual({ lane: 0, row: -1, at: 2010 });
    expect(start && movedCursor(closed, start, 'ArrowRight', false)).toEqual({ lane: 0, row: -1, at: 2015 });
    expect(start && movedCursor(closed, start, 'ArrowDown', false)).toEqual({ lane: 1, row: -1, at: 2019 });
  });

  test('TL21 a cursor whose row a filter took away stands on the nearest that is left', () => {
    const less = all(landscape, 'id:"ITU-T Y.1"');
    expect(settled({ layout: less, open: [true], bin: 1 }, { lane: 1, row: 2, at: 5 })).toEqual({ lane: 0, row: 0, at: 0 });
    expect(settled({ layout: all(landscape, 'nobody-has-this'), open: [], bin: 1 }, { lane: 1, row: 2, at: 5 })).toBeUndefined();
  });
});

test('TL22 the lineage of a selection has what came before and after it, with links, and names what is not in the dataset', () => {
  const landscape = of(
    standard('ISO 1', { status: 'superseded' }),
    standard('ISO 2', {
      relations: [
        { type: 'supersedes', to: 'ISO 1', evidence: 'foreword' },
        { type: 'supersedes', to: 'BS 8904', external: true, evidence: 'foreword' },
      ],
    }),
    standard('ISO 3', { relations: [{ type: 'supersedes', to: 'ISO 2', evidence: 'foreword' }] }),
    standard('ISO 4'),
  );
  const { rows, links, beyond } = timelineLineage(landscape, ['ISO 2', 'ISO/TC 268']);
  expect(rows.map(({ standard: { id }, isSelected }) => [id, isSelected])).toEqual([
    ['ISO 1', false],
    ['ISO 2', true],
    ['ISO 3', false],
  ]);
  expect(links).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(beyond).toEqual(['BS 8904']);
});
