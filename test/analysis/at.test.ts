import { describe, expect, test } from 'vitest';
import { isActiveAt, isBy, lastDayOf, statusAt } from '../../src/analysis/at.js';
import { statusesAt } from '../../src/analysis/standing.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Standard } from '../../src/model/dataset.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';

const over = (one: Standard, ...days: readonly string[]) => days.map((day) => statusAt(one, day) ?? 'not there');

describe('the landscape at a day', () => {
  test('AT1 the latest is what the catalogue says', () => {
    const withdrawn = standard('ISO 1', { status: 'withdrawn', editions: [{ id: 'ISO 1:2007', date: '2007', status: 'withdrawn' }] });
    expect(statusAt(withdrawn, '')).toBe('withdrawn');
  });

  test('AT2 a standard published in 2019 was not there in 2018, and is in force from then on', () => {
    const one = standard('ISO 1', { editions: [{ id: 'ISO 1:2019', date: '2019-05-23', status: 'in-force' }] });
    expect(over(one, '2018', '2019-05-22', '2019-05-23', '2019-05', '2019', '2030')).toEqual([
      'not there',
      'not there',
      'in-force',
      'in-force',
      'in-force',
      'in-force',
    ]);
    expect([isActiveAt(one, '2018'), isActiveAt(one, '2019'), isActiveAt(one, '')]).toEqual([false, true, true]);
  });

  test('AT3 a date of a month or a year counts from its last day, and a day that is asked for as a month or year is its last', () => {
    expect(['2019', '2019-02', '2020-02', '2019-04-07', '2100-02'].map(lastDayOf)).toEqual([
      '2019-12-31',
      '2019-02-28',
      '2020-02-29',
      '2019-04-07',
      '2100-02-28',
    ]);
    const month = standard('ISO 1', { editions: [{ id: 'ISO 1:2019', date: '2019-02', status: 'in-force' }] });
    expect(over(month, '2019-02-27', '2019-02-28', '2019-02')).toEqual(['not there', 'in-force', 'in-force']);
    const year = standard('ISO 2', { editions: [{ id: 'ISO 2:2019', date: '2019', status: 'in-force' }] });
    expect(over(year, '2019-12-30', '2019-12-31', '2019', '2020')).toEqual(['not there', 'in-force', 'in-force', 'in-force']);
    expect([isBy('2019-05', '2019'), isBy('2019', '2019-05')]).toEqual([true, false]);
  });

  test('AT4 between two texts it was in force, whatever became of it later', () => {
    const one = standard('ISO 1', {
      status: 'withdrawn',
      editions: [
        { id: 'ISO 1:2010', date: '2010', status: 'superseded' },
        { id: 'ISO 1:2010/Amd 1:2014', kind: 'amendment', date: '2014', status: 'superseded' },
        { id: 'ISO 1:2018', date: '2018', status: 'withdrawn' },
      ],
    });
    expect(over(one, '2009', '2011', '2017')).toEqual(['not there', 'in-force', 'in-force']);
  });

  test('AT5 when it was withdrawn nobody says: unknown from its last text on', () => {
    const one = standard('ISO 1', { status: 'withdrawn', editions: [{ id: 'ISO 1:2010', date: '2010', status: 'withdrawn' }] });
    expect(over(one, '2009', '2012', '2025')).toEqual(['not there', 'unknown', 'unknown']);
  });

  test('AT6 what another standard superseded was in force until that came out; its draft ends nothing', () => {
    const map = catalogue(
      dataset({
        standards: [
          standard('ISO/TS 1', { status: 'superseded', editions: [{ id: 'ISO/TS 1:2010', date: '2010-03', status: 'superseded' }] }),
          standard('ISO 1', {
            relations: [{ type: 'supersedes', to: 'ISO/TS 1', evidence: 'same number' }],
            editions: [
              { id: 'ISO/DIS 1', kind: 'draft', date: '2013-01', status: 'under-development' },
              { id: 'ISO 1:2015', date: '2015-06', status: 'in-force' },
            ],
          }),
        ],
      }),
    );
    const old = map.standards[0];
    if (!old) throw new Error('no standard');
    expect(['2009', '2014', '2015-06', '2019'].map((day) => statusAt(old, day, map))).toEqual([
      undefined,
      'in-force',
      'superseded',
      'superseded',
    ]);
    expect(statusAt(old, '2019')).toBe('unknown');
    expect(statusesAt(map, '2013-05')).toEqual(['in-force', 'under-development']);
    expect(statusesAt(map, '2013-05')).toBe(statusesAt(map, '2013-05'));
  });

  test('AT7 a draft counts from its date; one without date on the day of its catalogue only', () => {
    const dated = standard('ISO 1', {
      status: 'under-development',
      editions: [{ id: 'ISO/CD 1', kind: 'draft', date: '2024-03', status: 'under-development' }],
    });
    expect(over(dated, '2023', '2024-03', '2025')).toEqual(['not there', 'under-development', 'under-development']);
    const revision = standard('ISO 2', {
      status: 'under-revision',
      editions: [
        { id: 'ISO 2:2012', date: '2012', status: 'under-revision' },
        { id: 'ISO/CD 2', kind: 'draft', date: '2024-03', status: 'under-development' },
      ],
    });
    expect(over(revision, '2015', '2024-03')).toEqual(['in-force', 'under-revision']);
    const undated = standard('ISO 3', {
      status: 'under-development',
      editions: [{ id: 'ISO/CD 3', kind: 'draft', status: 'under-development' }],
    });
    const map = catalogue(dataset({ standards: [undated] }));
    const asOf = map.sources[0]?.asOf ?? '';
    expect([statusAt(undated, '2015', map), statusAt(undated, asOf, map), statusAt(undated, '2030', map)]).toEqual([
      undefined,
      'under-development',
      'under-development',
    ]);
  });

  test('AT8 what a catalogue does not say stays unknown: no status, or no date at all', () => {
    const silent = standard('ITU-T X.1', { status: 'unknown', editions: [{ id: 'ITU-T X.1 (2014)', date: '2014', status: 'unknown' }] });
    expect(over(silent, '2013', '2015')).toEqual(['not there', 'unknown']);
    const undated = standard('ISO 1', { editions: [{ id: 'ISO 1', status: 'in-force' }] });
    expect(over(undated, '1990', '')).toEqual(['unknown', 'in-force']);
  });

  test('AT9 on the shipped data: nothing is in force before it came out, what is out stays known, and the last day is the latest', () => {
    const map = shipped();
    const days = Array.from({ length: 32 }, (_, i) => String(1995 + i));
    const before: string[] = [];
    for (const one of map.standards) {
      const seen = days.map((day) => statusAt(one, day, map));
      days.forEach((day, i) => {
        const texts = one.editions.filter(({ date }) => date !== undefined && isBy(date, day));
        if (seen[i] === 'in-force' && texts.length === 0) before.push(`${one.id} ${day}`);
        if (seen[i] === undefined && i > 0 && seen[i - 1] !== undefined) before.push(`${one.id} vanishes in ${day}`);
      });
      if (seen.at(-1) !== one.status) before.push(`${one.id} is ${String(seen.at(-1))} at last`);
    }
    expect(before).toEqual([]);
    const y4903 = map.find('Y.4903');
    expect(['2015', '2017', '2026'].map((day) => y4903 && statusAt(y4903, day, map))).toEqual([undefined, 'in-force', 'in-force']);
  });
});
