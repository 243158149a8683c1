import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACET_FIELDS, facets, periodOf, toggle } from '../../src/analysis/facets.js';
import type { FacetField } from '../../src/analysis/facets.js';
import { formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { EVERYTHING } from '../../src/analysis/terms.js';
import { visible } from '../../src/analysis/visible.js';
import { landscape } from './landscape.js';

const map = landscape();
const options = (text: string, field: FacetField) =>
  facets(map, parseFilter(text).filter).find((facet) => facet.field === field)?.options ?? [];
const counts = (text: string, field: FacetField) => options(text, field).map(({ value, count }) => `${value} ${String(count)}`);
const switched = (text: string, ...[field, value]: [FacetField, string]) => formatFilter(toggle(parseFilter(text).filter, field, value));

describe('facets', () => {
  test('C1 there is one for each field, in a fixed order', () => {
    expect(facets(map, EVERYTHING).map(({ field }) => field)).toEqual([...FACET_FIELDS]);
  });

  test('C2 options go by count, then label', () => {
    expect(counts('', 'sdo')).toEqual(['iso 4', 'itu-t 2', 'etsi 1', 'iec 1', 'jtc1 1']);
    expect(counts('', 'tier')).toEqual(['core 4', 'vertical 3']);
  });

  test('C3 a committee counts what is below it', () => {
    expect(counts('sdo:iso -sdo:jtc1', 'committee')).toEqual(['ISO/TC 268 2', 'ISO/TC 204 1', 'ISO/TC 268/SC 1 1']);
  });

  test('C4 an option has the name people know it by', () => {
    expect(options('', 'sdo')[4]).toEqual({
      value: 'jtc1',
      label: 'ISO/IEC JTC 1',
      title: 'Information technology',
      count: 1,
      selected: false,
      excluded: false,
    });
    expect(options('', 'committee').find(({ value }) => value === 'ITU-T SG20')).toMatchObject({
      label: 'ITU-T SG20',
      title: 'Internet of things and smart cities',
    });
    expect(options('', 'topic').find(({ value }) => value === 'mobility')).toMatchObject({ label: 'Transport and mobility' });
  });

  test('C5 years come in periods, the newest first; an undated standard is in none', () => {
    expect(options('', 'year').map(({ label, count }) => `${label} ${String(count)}`)).toEqual([
      '2020–2024 3',
      '2015–2019 2',
      '2005–2009 1',
    ]);
    expect(['1987', '1999', '2000', '2019', '2025'].map(Number).map(periodOf)).toEqual([
      '..1999',
      '..1999',
      '2000..2004',
      '2015..2019',
      '2025..2029',
    ]);
  });

  test('C6 a facet leaves its own terms out, so that a second value can be added', () => {
    expect(counts('topic:energy', 'topic')).toEqual(counts('', 'topic'));
    expect(counts('topic:energy', 'sdo')).toEqual(['iso 1']);
    expect(counts('-role:architecture', 'role')).toEqual(counts('', 'role'));
  });

  test('C7 a value without standards is listed only while the filter names it', () => {
    expect(counts('sdo:etsi topic:energy', 'topic')).toEqual(['architecture 1', 'energy 0']);
    expect(options('topic:nonsense', 'topic').find(({ value }) => value === 'nonsense')).toMatchObject({
      label: 'nonsense',
      count: 0,
      selected: true,
    });
  });

  test('C8 what the filter names in another spelling is selected; what it rules out is excluded', () => {
    expect(options('sdo:"ISO/IEC JTC 1" -sdo:ETSI', 'sdo').filter((option) => option.selected || option.excluded)).toMatchObject([
      { value: 'etsi', selected: false, excluded: true },
      { value: 'jtc1', selected: true, excluded: false },
    ]);
    expect(
      options('status:active', 'status')
        .filter(({ selected }) => selected)
        .map(({ value }) => value)
        .sort(),
    ).toEqual(['in-force', 'under-development', 'under-revision']);
  });

  test('C9 a range of years somebody typed is an option of its own', () => {
    expect(options('year:2019..', 'year')[0]).toMatchObject({ value: '2019..', label: '2019–', count: 4, selected: true });
  });

  test('C10 a count is what the filter shows when only that value of the field is asked for', () => {
    const filter = fc.array(
      fc.constantFrom(
        'sdo:iso',
        'topic:assessment,architecture',
        '-role:architecture',
        'status:active',
        'year:2018..',
        'smart',
        '-tier:core',
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(filter, (terms) => {
        const parsed = parseFilter(terms.join(' ')).filter;
        for (const { field, options: listed } of facets(map, parsed)) {
          const others = parsed.terms.filter((term) => term.field !== field);
          for (const { value, count } of listed) {
            expect(
              visible(map, { terms: [...others, { field, not: false, values: [value] }] }),
              `${terms.join(' ')} ${field}:${value}`,
            ).toHaveLength(count);
          }
        }
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});

describe('toggle', () => {
  test.each([
    ['C11 on, a first value is a new term', '', 'sdo', 'iso', 'sdo:iso'],
    ['C11 on, a second value joins the term', 'sdo:iso smart', 'sdo', 'etsi', 'sdo:iso,etsi smart'],
    ['C11 on, of two terms the last takes it', 'topic:a topic:b', 'topic', 'c', 'topic:a topic:b,c'],
    ['C12 off, the value leaves', 'sdo:iso,etsi smart', 'sdo', 'iso', 'sdo:etsi smart'],
    ['C12 off, a term without values goes', 'sdo:iso smart', 'sdo', 'ISO', 'smart'],
    ['C12 off in every term', 'topic:a,b topic:b', 'topic', 'b', 'topic:a'],
    ['C13 a value ruled out is asked for', '-role:security,vocabulary', 'role', 'security', '-role:vocabulary role:security'],
    ['C13 ruled out alone', 'sdo:iso -role:security', 'role', 'security', 'sdo:iso role:security'],
    ['C14 active is spelled out when one of it goes', 'status:active', 'status', 'in-force', 'status:under-development,under-revision'],
    ['C14 active stays when another status comes', 'status:active', 'status', 'withdrawn', 'status:active,withdrawn'],
    ['C15 a period of years', '', 'year', '2020..2024', 'year:2020..2024'],
    ['C15 a year is not its range', 'year:2020..', 'year', '2020', 'year:2020..,2020'],
    ['C16 a committee with spaces is quoted', '', 'committee', 'ISO/TC 268/SC 1', 'committee:"ISO/TC 268/SC 1"'],
  ] as const)('%s', (_, before, field, value, after) => {
    expect(switched(before, field, value)).toBe(after);
  });

  test('C17 an option that is switched changes its box, and switching back changes nothing visible', () => {
    const starts = fc.constantFrom('', 'sdo:iso', 'topic:assessment status:active', 'smart', 'committee:"ISO/TC 268"', 'year:2020..2024');
    fc.assert(
      fc.property(starts, fc.constantFrom(...FACET_FIELDS), fc.nat(), (text, field, pick) => {
        const filter = parseFilter(text).filter;
        const listed = options(text, field);
        const option = listed[pick % Math.max(1, listed.length)];
        if (!option) return;
        const once = toggle(filter, field, option.value);
        expect(options(formatFilter(once), field).find(({ value }) => value === option.value)?.selected ?? false).toBe(!option.selected);
        expect(visible(map, toggle(once, field, option.value))).toEqual(visible(map, filter));
        expect(parseFilter(formatFilter(once))).toEqual({ ok: true, filter: once });
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('C18 does not change the filter it was given', () => {
    const filter = Object.freeze(parseFilter('sdo:iso').filter);
    toggle(filter, 'sdo', 'etsi');
    expect(formatFilter(filter)).toBe('sdo:iso');
  });
});
