import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, columnValue } from '../../src/analysis/columns.js';
import { GROUP_FIELDS } from '../../src/analysis/grouping.js';
import { naturalKey } from '../../src/analysis/ordering.js';
import { tableOf } from '../../src/analysis/table.js';
import { formatFields, formatSort, parseBy, parseFields, parseSort, USUAL_COLUMNS } from '../../src/analysis/table-settings.js';
import { visible } from '../../src/analysis/visible.js';
import { catalogue } from '../../src/model/catalogue.js';
import { dataset, standard } from '../fixtures/small.js';
import { landscape } from './landscape.js';

const map = landscape();
const all = map.standards.map(({ id }) => id);
const rows = (sort: string, of = map, overlaps?: ReadonlyMap<string, number>): readonly string[] =>
  tableOf(
    of,
    of.standards.map(({ id }) => id),
    { sort },
    overlaps,
  ).rows.map(({ id }) => id);

/** Standards that differ in what a test is about. */
const of = (...given: readonly Parameters<typeof standard>[]) =>
  catalogue(dataset({ standards: given.map((one) => standard(...one)), findings: [], expectations: [], claims: [] }));

describe('the order of a table', () => {
  test('TB1 without an order the rows stand as they were given', () => {
    expect(rows('')).toEqual(all);
    expect(tableOf(map, [...all].reverse()).rows.map(({ id }) => id)).toEqual([...all].reverse());
  });

  test('TB2 numbers in designations go by their value, and case and diacritics do not count', () => {
    const designations = of(['ISO 37122-10'], ['ISO 9'], ['ÏSO 40'], ['iso 37122-2'], ['ISO 37122']);
    expect(rows('id', designations)).toEqual(['ISO 9', 'ÏSO 40', 'ISO 37122', 'iso 37122-2', 'ISO 37122-10']);
    expect(rows('-id', designations)).toEqual(['ISO 37122-10', 'iso 37122-2', 'ISO 37122', 'ÏSO 40', 'ISO 9']);
  });

  test('TB3 a further column breaks the ties of those before it, and what is still alike stays as it was given', () => {
    const ties = of(
      ['C', { role: 'security', level: 'technical' }],
      ['B', { role: 'vocabulary', level: 'technical' }],
      ['D', { role: 'security', level: 'strategic' }],
      ['A', { role: 'security', level: 'technical' }],
    );
    expect(rows('role', ties)).toEqual(['B', 'C', 'D', 'A']);
    expect(rows('role,level', ties)).toEqual(['B', 'D', 'C', 'A']);
    expect(rows('-role,level,-id', ties)).toEqual(['D', 'C', 'A', 'B']);
  });

  test('TB4 statuses go from proposed to withdrawn, and one that is not stated comes last in both directions', () => {
    const statuses = of(
      ['W', { status: 'withdrawn' }],
      ['?', { status: 'unknown' }],
      ['F', { status: 'in-force' }],
      ['P', { status: 'proposed' }],
    );
    expect(rows('status', statuses)).toEqual(['P', 'F', 'W', '?']);
    expect(rows('-status', statuses)).toEqual(['W', 'F', 'P', '?']);
  });

  test('TB5 dates go as far as they are known, and what is not dated comes last in both directions', () => {
    const dated = (id: string, ...dates: readonly (string | undefined)[]): Parameters<typeof standard> => [
      id,
      { editions: dates.map((date, at) => ({ id: `${id}:${String(at)}`, status: 'in-force', ...(date !== undefined && { date }) })) },
    ];
    const dates = of(
      dated('new', '2019', '2023-01-05'),
      dated('none', undefined),
      dated('old', '2001'),
      dated('month', '2023-01'),
      dated('year', '2023'),
    );
    expect(rows('latest', dates)).toEqual(['old', 'year', 'month', 'new', 'none']);
    expect(rows('-latest', dates)).toEqual(['new', 'month', 'year', 'old', 'none']);
    expect(rows('first', dates)).toEqual(['old', 'new', 'year', 'month', 'none']);
  });

  test('TB6 lists go by what their entries are called: SDOs by name, topics by label', () => {
    const lists = of(
      ['both', { topics: ['energy', 'mobility'] }],
      ['mobility', { topics: ['mobility'] }],
      ['energy', { topics: ['energy'] }],
    );
    expect(rows('topics', lists)).toEqual(['energy', 'both', 'mobility']);
    const topics = [
      { id: 'a', label: 'Zones', axis: 'domain', sources: ['x'] },
      { id: 'z', label: 'Air', axis: 'domain', sources: ['x'] },
    ] as const;
    const labelled = catalogue(dataset({ topics, standards: [standard('1', { topics: ['a'] }), standard('2', { topics: ['z'] })] }));
    expect(rows('topics', labelled)).toEqual(['2', '1']);
    expect(rows('aliases', of(['none'], ['b', { aliases: ['b 10'] }], ['a', { aliases: ['b 9'] }]))).toEqual(['a', 'b', 'none']);
  });

  test('TB7 while overlaps are looked for, ordering by them changes nothing; then the counts decide', () => {
    const three = of(['a'], ['b'], ['c']);
    const counts = new Map([
      ['b', 7],
      ['c', 2],
    ]);
    expect(rows('-overlaps', three)).toEqual(['a', 'b', 'c']);
    expect(rows('-overlaps', three, counts)).toEqual(['b', 'c', 'a']);
    expect(rows('overlaps', three, counts)).toEqual(['a', 'c', 'b']);
    expect(rows('-overlaps', three, new Map([['a', 1]]))).toEqual(['a', 'b', 'c']);
  });

  test('TB8 every column can be sorted by, in both directions, and no row is lost', () => {
    for (const column of COLUMNS)
      for (const sort of [column, `-${column}`]) expect([...rows(sort, map, new Map())].sort(), sort).toEqual([...all].sort());
  });

  test('TB8 any order is that of a plain stable sort by the same keys', () => {
    const keyed = fc.array(fc.record({ level: fc.constantFrom('strategic', 'process', 'technical'), n: fc.nat(30) }), { maxLength: 40 });
    fc.assert(
      fc.property(keyed, fc.boolean(), (given, descending) => {
        const standards = given.map(({ level, n }, at) => standard(`S ${String(n)}.${String(at)}`, { level: level as 'process' }));
        const own = catalogue(dataset({ standards }));
        const levels = ['strategic', 'process', 'technical'];
        const expected = [...standards].sort(
          (a, b) =>
            (descending ? -1 : 1) * (levels.indexOf(a.level) - levels.indexOf(b.level)) || standards.indexOf(a) - standards.indexOf(b),
        );
        expect(rows(descending ? '-level' : 'level', own)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  test('TB2 a longer number is a larger one, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.nat(99999), fc.nat(99999), (a, b) => {
        expect(naturalKey(`ISO ${String(a)}-x`) < naturalKey(`ISO ${String(b)}-x`)).toBe(a < b);
      }),
    );
  });
});

describe('the groups of a table', () => {
  const grouped = (settings: Parameters<typeof tableOf>[2], shown: readonly string[] = all, from = map) =>
    tableOf(from, shown, settings).groups.map(({ label, rows: within }) => `${label}: ${within.map(({ id }) => id).join(' | ')}`);

  test('TB9 a standard with several values stands in each of their groups, and each group keeps the order of the table', () => {
    const table = tableOf(map, all, { by: 'sdo', sort: 'id' });
    const expected = map.sdos.flatMap(({ id }) => {
      const within = table.rows.filter((one) => map.sdosOf(one).includes(id));
      return within.length > 0 ? [[map.sdo(id)?.name, within.map((one) => one.id)]] : [];
    });
    expect(Object.fromEntries(table.groups.map(({ label, rows: within }) => [label, within.map((one) => one.id)]))).toEqual(
      Object.fromEntries(expected),
    );
    const sum = table.groups.reduce((total, { rows: within }) => total + within.length, 0);
    expect(sum).toBeGreaterThan(table.rows.length);
    expect(table.rows).toHaveLength(all.length);
  });

  test('TB10 the largest group comes first, and what has no value last, however much it is', () => {
    const own = of(['a', { committees: [] }], ['b', { committees: [] }], ['c', { committees: ['ISO/TC 268'] }]);
    expect(grouped({ by: 'committee' }, ['a', 'b', 'c'], own)).toEqual(['ISO/TC 268: c', ': a | b']);
    expect(tableOf(map, all, { by: 'topic' }).groups.map(({ rows: { length } }) => length)).toEqual(
      tableOf(map, all, { by: 'topic' })
        .groups.map(({ rows: { length } }) => length)
        .sort((x, y) => y - x),
    );
  });

  test('TB11 where the order begins with the same field, the groups follow it; years are newest first', () => {
    const own = of(
      ['a', { status: 'withdrawn' }],
      ['b', { status: 'withdrawn' }],
      ['c', { status: 'proposed' }],
      ['d', { editions: [{ id: 'd:2024', date: '2024-03', status: 'in-force' }] }],
    );
    const four = ['a', 'b', 'c', 'd'];
    expect(grouped({ by: 'status' }, four, own)).toEqual(['withdrawn: a | b', 'proposed: c', 'in-force: d']);
    expect(grouped({ by: 'status', sort: 'status,-id' }, four, own)).toEqual(['proposed: c', 'in-force: d', 'withdrawn: b | a']);
    expect(grouped({ by: 'status', sort: '-status' }, four, own)).toEqual(['withdrawn: a | b', 'in-force: d', 'proposed: c']);
    expect(grouped({ by: 'year' }, four, own)).toEqual(['2024: d', '2020: a | b | c']);
    expect(grouped({ by: 'year', sort: 'latest' }, four, own)).toEqual(['2020: a | b | c', '2024: d']);
  });

  test('TB12 every field groups, and a group has what the filter with its value shows', () => {
    for (const by of GROUP_FIELDS)
      for (const { value, rows: within } of tableOf(map, all, { by }).groups) {
        if (value === '') continue;
        expect(
          within.map(({ id }) => id),
          `${by}:${value}`,
        ).toEqual(visible(map, `${by}:"${value}"`));
      }
  });

  test('TB12 groups of a part of the standards have that part only', () => {
    const part = visible(map, 'sdo:itu-t');
    expect(new Set(tableOf(map, part, { by: 'topic' }).groups.flatMap(({ rows: within }) => within.map(({ id }) => id)))).toEqual(
      new Set(part),
    );
  });
});

describe('what a table is asked for', () => {
  test('TB13 a word that cannot be used is told with what was expected and what is nearest, and the rest counts', () => {
    const { rows: found, columns, groups, issues } = tableOf(map, all, { sort: 'statis,-id', fields: 'id,titel', by: 'topics' });
    expect(issues.map(({ message }) => message)).toEqual([
      `sort: got "statis", expected one of the columns ${COLUMNS.join(', ')}. Nearest: "status".`,
      `fields: got "titel", expected one of the columns ${COLUMNS.join(', ')}. Nearest: "title".`,
      `by: got "topics", expected one of the fields ${GROUP_FIELDS.join(', ')}, or nothing. Nearest: "topic".`,
    ]);
    expect(columns).toEqual(['id']);
    expect(groups).toEqual([]);
    expect(found.map(({ id }) => id)).toEqual(rows('-id'));
  });

  test('TB13 a column that is named twice is told, and stands once', () => {
    expect(parseSort('id,-id')).toMatchObject({
      sort: [{ column: 'id', descending: false }],
      issues: [{ got: '-id', expected: 'each column once' }],
    });
    expect(parseFields('id,title,id')).toMatchObject({ columns: ['id', 'title'], issues: [{ got: 'id' }] });
  });

  test('TB14 columns stand in the order asked for; none asked for, or none that can be used: the usual ones', () => {
    expect(parseFields('status, id').columns).toEqual(['status', 'id']);
    expect(parseFields('').columns).toEqual(USUAL_COLUMNS);
    expect(parseFields('colour').columns).toEqual(USUAL_COLUMNS);
    expect(formatFields(USUAL_COLUMNS)).toBe('');
    expect(parseBy('').issues).toEqual([]);
  });

  test('TB14 what was read prints to a text that reads back alike', () => {
    const columns = fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1 });
    fc.assert(
      fc.property(columns, fc.array(fc.boolean(), { minLength: COLUMNS.length, maxLength: COLUMNS.length }), (chosen, turned) => {
        const sort = chosen.map((column, at) => ({ column, descending: turned[at] === true }));
        expect(parseSort(formatSort(sort))).toEqual({ sort, issues: [] });
        expect(parseFields(formatFields(chosen))).toEqual({ columns: chosen, issues: [] });
      }),
    );
  });

  test('TB15 ids that the catalogue does not have are left out', () => {
    expect(tableOf(map, ['nothing of the sort', 'ISO 37122']).rows.map(({ id }) => id)).toEqual(['ISO 37122']);
  });

  test('TB16 a column says nothing where the dataset says nothing', () => {
    const [bare] = of(['bare', { editions: [{ id: 'bare', status: 'unknown' }] }]).standards;
    const own = of(['bare', { editions: [{ id: 'bare', status: 'unknown' }] }]);
    if (!bare) throw new Error('no standard');
    for (const column of ['latest', 'first', 'url', 'ics', 'aliases', 'overlaps'] as const)
      expect(columnValue(own, bare, column), column).toBeUndefined();
    expect(columnValue(own, bare, 'relations')).toBe(0);
    expect(columnValue(own, bare, 'overlaps', new Map())).toBe(0);
  });
});
