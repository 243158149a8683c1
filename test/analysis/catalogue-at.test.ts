import { describe, expect, test } from 'vitest';
import { lastDayOf, statusAt } from '../../src/analysis/at.js';
import { catalogueAt } from '../../src/analysis/catalogue-at.js';
import { coordinated } from '../../src/analysis/coordinated.js';
import { coverage } from '../../src/analysis/coverage.js';
import { evidence } from '../../src/analysis/evidence.js';
import { facets } from '../../src/analysis/facets.js';
import { parseFilter } from '../../src/analysis/filter.js';
import { gaps } from '../../src/analysis/gaps.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { quickSearch } from '../../src/analysis/quick-search.js';
import { search } from '../../src/analysis/search.js';
import { statusesAt } from '../../src/analysis/standing.js';
import { visible, visibleSet } from '../../src/analysis/visible.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Standard } from '../../src/model/dataset.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';

const ALL = parseFilter('').filter;

/** A standard of 2012 and 2019 with an amendment, one that it superseded, a draft of 2024, and a text without date. */
const landscape = () =>
  catalogue(
    dataset({
      standards: [
        standard('ISO/TS 9', { status: 'superseded', editions: [{ id: 'ISO/TS 9:2005', date: '2005-04', status: 'superseded' }] }),
        standard('ISO 9', {
          title: 'Smart city platforms',
          status: 'under-revision',
          relations: [
            { type: 'supersedes', to: 'ISO/TS 9', evidence: 'same number' },
            { type: 'references', to: 'ISO 7', evidence: 'clause 2' },
            { type: 'references', to: 'ISO/TS 9', evidence: 'a letter', date: '2021' },
          ],
          editions: [
            { id: 'ISO 9:2012', date: '2012-03', status: 'superseded' },
            { id: 'ISO 9:2012/Amd 1:2014', kind: 'amendment', date: '2014-08', status: 'superseded' },
            { id: 'ISO 9:2019', date: '2019-06', status: 'under-revision' },
            { id: 'ISO/CD 9', kind: 'draft', date: '2024-01', status: 'under-development' },
          ],
        }),
        standard('ISO 7', {
          status: 'withdrawn',
          withdrawn: '2018-02',
          editions: [{ id: 'ISO 7:2010', date: '2010', status: 'withdrawn' }],
        }),
        standard('ISO 5', { editions: [{ id: 'ISO 5', status: 'in-force' }] }),
      ],
    }),
  );

const idsAt = (at: string, filter = '') => visible(landscape(), filter, { at });
const at = (map: ReturnType<typeof landscape>, day: string, id: string): Standard => {
  const found = catalogueAt(map, day).standard(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('a day on which a withdrawal is dated', () => {
  test('AT11 a standard that says when it was withdrawn was in force until then', () => {
    const one = standard('ISO 7', {
      status: 'withdrawn',
      withdrawn: '2018-02',
      editions: [{ id: 'ISO 7:2010', date: '2010', status: 'withdrawn' }],
    });
    expect(['2009', '2010', '2018-02-27', '2018-02-28', '2018-02', '2022'].map((day) => statusAt(one, day))).toEqual([
      undefined,
      'in-force',
      'in-force',
      'withdrawn',
      'withdrawn',
      'withdrawn',
    ]);
    const replaced = catalogue(
      dataset({
        standards: [
          { ...one, status: 'superseded' },
          standard('ISO 8', {
            relations: [{ type: 'supersedes', to: 'ISO 7', evidence: 'foreword' }],
            editions: [{ id: 'ISO 8:2015', date: '2015-01-05', status: 'in-force' }],
          }),
        ],
      }),
    );
    expect(['2016', '2019'].map((day) => statusesAt(replaced, day)[0])).toEqual(['in-force', 'superseded']);
  });
});

describe('the catalogue as of a day', () => {
  test('AT12 shows what was known to exist: from the first dated text on, what had ended included, and nothing that no date places', () => {
    expect(idsAt('2004')).toEqual([]);
    expect(idsAt('2011')).toEqual(['ISO/TS 9', 'ISO 7']);
    expect(idsAt('2015')).toEqual(['ISO/TS 9', 'ISO 9', 'ISO 7']);
    expect(idsAt('')).toEqual(['ISO/TS 9', 'ISO 9', 'ISO 7', 'ISO 5']);
  });

  test('AT13 asks status, years, dates, editions and relations of that day, and all other fields of any day', () => {
    expect(idsAt('2011', 'status:in-force')).toEqual(['ISO/TS 9', 'ISO 7']);
    expect(idsAt('2015', 'status:superseded')).toEqual(['ISO/TS 9']);
    expect(idsAt('2015', 'status:active')).toEqual(['ISO 9', 'ISO 7']);
    expect(idsAt('2020', 'status:withdrawn')).toEqual(['ISO 7']);
    expect(idsAt('2015', 'year:2014')).toEqual(['ISO 9']);
    expect(idsAt('2020', 'year:2014')).toEqual([]);
    expect(idsAt('2015', 'editions:2')).toEqual(['ISO 9']);
    expect(idsAt('2015', 'latest:2014..')).toEqual(['ISO 9']);
    expect(idsAt('2011', 'relation:supersedes')).toEqual([]);
    expect(idsAt('2012', 'relation:supersedes')).toEqual(['ISO/TS 9', 'ISO 9']);
    expect(idsAt('2015', 'platforms')).toEqual(['ISO 9']);
    expect(idsAt('2011', 'platforms')).toEqual([]);
    expect(idsAt('2011', '-topic:energy')).toEqual([]);
    expect(() => idsAt('2020-13')).toThrow('expected at as a date');
  });

  test('AT14 gives each standard the texts that were out, as they stood, and leaves places, titles and the dataset as they are', () => {
    const map = landscape();
    const then = catalogueAt(map, '2015-05-01');
    expect(then.standards.map(({ id }) => id)).toEqual(map.standards.map(({ id }) => id));
    expect(then.dataset).toBe(map.dataset);
    expect(at(map, '2015-05-01', 'ISO 9')).toMatchObject({
      status: 'in-force',
      title: 'Smart city platforms',
      editions: [
        { id: 'ISO 9:2012', status: 'in-force' },
        { id: 'ISO 9:2012/Amd 1:2014', status: 'in-force' },
      ],
    });
    expect(at(map, '2020', 'ISO 9').editions.map(({ id, status }) => [id, status])).toEqual([
      ['ISO 9:2012', 'superseded'],
      ['ISO 9:2012/Amd 1:2014', 'superseded'],
      ['ISO 9:2019', 'under-revision'],
    ]);
    expect([then.latestDate(at(map, '2015', 'ISO 9')), then.firstDate(at(map, '2015', 'ISO 9'))]).toEqual(['2014-08', '2012-03']);
    expect(then.find('iso9:2019')).toBe(then.standard('ISO 9'));
    expect(then.standardsOf('ISO/TC 268')).toEqual(['ISO/TS 9', 'ISO 9', 'ISO 7'].map((id) => then.standard(id)));
    expect([catalogueAt(map, ''), catalogueAt(then, '')]).toEqual([map, then]);
    expect(catalogueAt(then, '2020')).toBe(catalogueAt(map, '2020'));
  });

  test('AT15 counts a relation from the day on when both texts were there and its own date had come, and a replacement once it was published', () => {
    const map = landscape();
    const namesAt = (day: string) =>
      catalogueAt(map, day)
        .neighbours('ISO 9')
        .map(({ relation, designation }) => `${relation.type} ${designation}`);
    expect(namesAt('2011')).toEqual([]);
    expect(namesAt('2013')).toEqual(['supersedes ISO/TS 9', 'references ISO 7']);
    expect(namesAt('2022')).toEqual(['supersedes ISO/TS 9', 'references ISO 7', 'references ISO/TS 9']);
    expect(coordinated(catalogueAt(map, '2011'), 'ISO/TS 9', 'ISO 9')?.steps.map(({ by }) => by)).not.toContain('supersedes');
    const drafted = catalogue(
      dataset({
        standards: [
          standard('ISO 1', { status: 'in-force' }),
          standard('ISO 2', {
            status: 'under-development',
            relations: [{ type: 'supersedes', to: 'ISO 1', evidence: 'scope' }],
            editions: [{ id: 'ISO/CD 2', kind: 'draft', date: '2021', status: 'under-development' }],
          }),
        ],
      }),
    );
    expect(catalogueAt(drafted, '2022').neighbours('ISO 1')).toEqual([]);
  });

  test('AT16 counts, search and suggestions leave out what was not there', () => {
    const then = catalogueAt(landscape(), '2011');
    const status = facets(then, ALL).find(({ field }) => field === 'status')?.options;
    expect(status?.map(({ value, count }) => [value, count])).toEqual([['in-force', 2]]);
    const years = facets(then, ALL).find(({ field }) => field === 'year')?.options;
    expect(years?.map(({ value, count }) => [value, count])).toEqual([
      ['2010..2014', 1],
      ['2005..2009', 1],
    ]);
    expect(search(then, 'platforms')).toEqual([]);
    expect(search(then, 'ISO 9')).not.toContainEqual(expect.objectContaining({ id: 'ISO 9' }));
    expect(quickSearch(then, 'platforms', 5)).toEqual([]);
    expect(search(landscape(), 'platforms').map(({ id }) => id)).toEqual(['ISO 9']);
  });

  test('AT17 from the day on for which its catalogue vouches, and after the last day of the dataset, the latest holds', () => {
    const map = landscape();
    const asOf = map.source('iso')?.asOf ?? '';
    expect(visible(map, '', { at: asOf })).toEqual(visible(map, ''));
    expect(catalogueAt(map, '2199').standards).toEqual(map.standards);
  });
});

describe('the shipped landscape as of a day', () => {
  const map = shipped();
  const days = ['1987', '1999', '2010-06-15', '2020-05-01', '2022-07', '2025-05-01', '2025-09-26', '2026-08-22'];

  /** Counted from the dataset alone. */
  const expected = (day: string): readonly string[] => {
    const end = lastDayOf(day);
    const asOf = (id: string): string => lastDayOf(map.source(id)?.asOf ?? '9999');
    return map.dataset.standards
      .filter(
        ({ editions, sources }) =>
          editions.some(({ date }) => date !== undefined && lastDayOf(date) <= end) || (sources.map(asOf).sort().at(-1) ?? '9') <= end,
      )
      .map(({ id }) => id);
  };

  test.each(days)('AT12 on %s as many standards are there as the dates of the dataset say', (day) => {
    expect(visible(map, '', { at: day })).toEqual(expected(day));
  });

  test.each(days)('AT18 on %s every standard of the catalogue as of a day stands as statusAt says', (day) => {
    const then = catalogueAt(map, day);
    const here = visibleSet(visible(map, '', { at: day }));
    const wrong = map.standards.filter((one, place) => here.has(one.id) && then.standards[place]?.status !== statusAt(one, day, map));
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(statusesAt(map, day)).toEqual(map.standards.map((one) => statusAt(one, day, map)));
  });

  test.each(['2015-03-31', '2024-07'])(
    'AT19 coverage, gaps, candidates and evidence of the catalogue as of %s are those asked with that day',
    (day) => {
      const then = catalogueAt(map, day);
      const candidates = overlaps(map, { at: day });
      expect(overlaps(then)).toBe(candidates);
      expect(gaps(then)).toBe(gaps(map, { at: day }));
      expect(coverage(then, { candidates })).toBe(coverage(map, { at: day, candidates }));
      const [first] = candidates;
      expect(first && evidence(then, first.a, first.b)).toEqual(first);
      const here = visibleSet(visible(map, 'status:active', { at: day }));
      expect(candidates.filter(({ a, b }) => !here.has(a) || !here.has(b))).toEqual([]);
      expect(candidates.length).toBeGreaterThan(10);
    },
  );
});
