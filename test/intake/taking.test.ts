import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROW_PROBLEMS } from '../../src/intake/problem.js';
import { restricted } from '../../src/intake/merge.js';
import { takeDataset } from '../../src/intake/take-dataset.js';
import { sourceOf, type TakenTable } from '../../src/intake/take-table.js';
import { filesPanelMessages } from '../../src/element/messages-files-panel.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset, Standard } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { dataset, standard } from '../fixtures/small.js';
import { shipped } from '../fixtures/shipped.js';
import { problemsOf, take } from './files.js';

const small = (): ReturnType<typeof catalogue> => catalogue(dataset());
const HEAD = ['Reference', 'Title', 'SDO', 'Committee', 'Status', 'Date', 'Topics'] as const;
const SOURCE = 'own file: list.csv';

/** The dataset that comes of a table, checked; throws with what is wrong. */
function valid(made: Dataset): Dataset {
  const parsed = parse(made, { name: 'result' });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  expect(parsed.warnings).toEqual([]);
  return parsed.dataset;
}
const recordOf = (made: Dataset, id: string): Standard | undefined => made.standards.find((one) => one.id === id);
const onlyRow = (...cells: readonly string[]): TakenTable => take(small(), [HEAD, cells]);

describe('rows about standards that are known', () => {
  test('IN13 a row that says what the record says adds its source and nothing else, in any spelling', () => {
    for (const reference of ['ISO 37122:2019', 'iso 37122', 'ISO 37122', 'ISO37122 : 2019']) {
      const taken = onlyRow(
        reference,
        'Sustainable cities and communities – indicators for smart cities',
        'ISO',
        'TC 268',
        'Published',
        '05/2019',
        'assessment',
      );
      expect(problemsOf(taken)).toEqual([]);
      const before = small().standard('ISO 37122');
      expect(taken.annotated).toEqual([{ ...before, sources: [...(before?.sources ?? []), SOURCE] }]);
      expect(taken.added).toEqual([]);
    }
  });

  test('IN13 numbers alone are found by their SDO, dual numbers by either, joint committees by their parents', () => {
    const taken = take(small(), [
      HEAD,
      ['37122', 'Sustainable cities and communities - Indicators for smart cities', 'ISO', '', '', '', ''],
      ['Y.4903', 'Key performance indicators for smart sustainable cities', 'ITU-T', 'SG20', '', '', ''],
      ['30141', 'Internet of Things (IoT) - Reference architecture', 'ISO/IEC JTC 1', 'JTC1/SC41', '', '', ''],
    ]);
    expect(problemsOf(taken)).toEqual([]);
    expect(taken.annotated.map(({ id }) => id)).toEqual(['ISO 37122', 'ITU-T Y.4903/L.1603', 'ISO/IEC 30141']);
  });

  test('IN13 a title leads to its standard where the designation is missing', () => {
    const taken = onlyRow('', 'Overview of the Internet of Things', '', '', '', '', '');
    expect(taken.annotated.map(({ id }) => id)).toEqual(['ITU-T Y.4000']);
  });

  test('IN14 where the file says something else, the record keeps its facts and gets both as a conflict', () => {
    const taken = onlyRow('ISO 37122:2019', 'Another title', 'ISO', 'ISO/IEC JTC 1/SC 41', 'Withdrawn', '2020-01', 'energy');
    const before = small().standard('ISO 37122');
    const [record] = taken.annotated;
    expect(record).toEqual({ ...before, sources: ['iso', SOURCE], conflicts: record?.conflicts });
    const conflict = (field: string, value: string, otherValue: string) => ({
      field,
      value,
      source: 'iso',
      otherValue,
      otherSource: SOURCE,
    });
    expect(record?.conflicts).toEqual([
      conflict('title', 'Sustainable cities and communities - Indicators for smart cities', 'Another title'),
      conflict('ISO 37122:2019 date', '2019-05', '2020-01'),
      conflict('ISO 37122:2019 status', 'in-force', 'withdrawn'),
      conflict('committees', 'ISO/TC 268', 'ISO/IEC JTC 1/SC 41'),
      conflict('topics', 'assessment', 'energy'),
    ]);
    expect(problemsOf(taken)).toEqual([
      '2 B differs (note)',
      '2 F differs (note)',
      '2 E differs (note)',
      '2 D differs (note)',
      '2 G differs (note)',
    ]);
  });

  test('IN14 an edition that the map does not have is a difference, not a new edition', () => {
    const taken = onlyRow('ISO 37122:2029', '', '', '', '', '', '');
    expect(taken.annotated[0]?.editions).toEqual(small().standard('ISO 37122')?.editions);
    expect(taken.annotated[0]?.conflicts).toEqual([
      { field: 'editions', value: 'ISO 37122:2019', source: 'iso', otherValue: 'ISO 37122:2029', otherSource: SOURCE },
    ]);
  });

  test('IN14 a date that is less precise does not differ, nor does a subcommittee of the same committee', () => {
    const taken = onlyRow('ISO/TS 37151:2020', '', 'ISO', 'ISO/TC 268', 'In force', '2020', 'Energy');
    expect(problemsOf(taken)).toEqual([]);
  });

  test('IN14 what the record leaves open is filled in: its page and its classification', () => {
    const taken = take(small(), [
      ['Reference', 'ICS', 'Link'],
      ['ISO 37122', '13.020.20; 91.120', 'www.iso.org/standard/69050.html'],
    ]);
    expect(taken.annotated[0]).toMatchObject({ ics: ['13.020.20', '91.120'], url: 'https://www.iso.org/standard/69050.html' });
    expect(taken.annotated[0]?.conflicts).toBeUndefined();
  });

  test('IN14 a TS is not taken for the standard of the same number', () => {
    const taken = onlyRow('ISO/TS 37122', 'Title of another', 'ISO', '', '', '', 'energy');
    expect(taken.added.map(({ id, deliverable }) => [id, deliverable])).toEqual([['ISO/TS 37122', 'TS']]);
  });
});

describe('rows about new standards', () => {
  test('IN15 what the file states is taken as it stands', () => {
    const taken = onlyRow('ISO/DIS 39999', 'Something new', 'ISO', 'ISO/TC 268/SC 1/WG 9', '40.20', '23.05.2026', 'Energy; mobility');
    expect(problemsOf(taken)).toEqual(['2 D new-committee (note)']);
    expect(taken.added[0]).toMatchObject({
      id: 'ISO 39999',
      title: 'Something new',
      publishers: ['iso'],
      committees: ['ISO/TC 268/SC 1/WG 9'],
      status: 'under-development',
      editions: [{ id: 'ISO/DIS 39999', kind: 'draft', date: '2026-05-23', status: 'under-development', stage: '40.20' }],
      topics: ['energy', 'mobility'],
      sources: [SOURCE],
    });
    const made = valid(taken.dataset('beside'));
    expect(made.committees.at(-1)).toEqual({
      id: 'ISO/TC 268/SC 1/WG 9',
      title: 'ISO/TC 268/SC 1/WG 9',
      sdo: 'iso',
      kind: 'working-group',
      parent: 'ISO/TC 268/SC 1',
      sources: [SOURCE],
    });
  });

  test('IN15 rows about several texts of one work are one standard with its editions, oldest first', () => {
    const taken = take(small(), [
      HEAD,
      ['ISO 39999:2024', 'New title', 'ISO', '', 'Published', '2024', 'energy'],
      ['ISO 39999:2014', 'Old title', 'ISO', '', 'Withdrawn', '2014', 'energy'],
      ['ISO 39999:2024', 'New title', 'ISO', '', 'Published', '2024', 'energy'],
    ]);
    expect(taken.added).toHaveLength(1);
    expect(taken.added[0]).toMatchObject({
      title: 'New title',
      status: 'in-force',
      editions: [
        { id: 'ISO 39999:2014', title: 'Old title', status: 'withdrawn' },
        { id: 'ISO 39999:2024', status: 'in-force' },
      ],
    });
    expect(problemsOf(taken)).toEqual(['4 A repeated (note)']);
  });

  test('IN16 topic, role and level that the file does not state come of the nearest standards, and the record says so', () => {
    const taken = take(shipped(), [
      ['Reference', 'Title', 'Status'],
      ['ISO 39999', 'Maturity model for smart sustainable cities', 'Draft'],
    ]);
    const [added] = taken.added;
    expect(added?.topics).toEqual(['assessment']);
    expect(added?.reasons).toHaveLength(1);
    expect(added?.reasons[0]).toMatch(
      /^derived from the nearest standards, not stated by the file: .+\(0\.\d\d\).*; role and level of the nearest standards: /,
    );
    expect(added?.role).toBe('assessment-test');
    expect(valid(taken.dataset('beside')).standards).toHaveLength(2209);
  });

  test('IN16 no topic is invented: where nothing is near the row waits for the reader', () => {
    const rows = [
      ['Reference', 'Title'],
      ['ISO 39999', 'Zoological nomenclature of beetles'],
    ];
    const without = take(shipped(), rows);
    expect(without.added).toEqual([]);
    expect(problemsOf(without)).toEqual(['2 no-topic (error)']);
    const chosen = take(shipped(), rows, { topic: 'environment' });
    expect(chosen.added[0]).toMatchObject({ topics: ['environment'] });
    expect(chosen.added[0]?.reasons[0]).toMatch(
      /^chosen by the reader .*not stated by the file; role and level as most standards of ISO have them$/,
    );
    expect(problemsOf(chosen)).toEqual([]);
  });

  test('IN16 an SDO that is new comes in by its name, one that cannot be told is a problem', () => {
    const taken = take(small(), [
      HEAD,
      ['DIN SPEC 91357', 'Open urban platform', 'DIN', '', '', '', 'architecture'],
      ['EN 17701', 'Beetles', '', 'CEN/TC 465', '', '', 'energy'],
      ['17702', 'Ants', '', '', '', '', 'energy'],
    ]);
    expect(taken.added.map(({ id, publishers }) => [id, publishers])).toEqual([
      ['DIN SPEC 91357', ['din']],
      ['EN 17701', ['cen']],
    ]);
    expect(problemsOf(taken)).toEqual([
      '2 C new-sdo (note)',
      '3 C new-sdo (note)',
      '3 D new-committee (note)',
      '4 A not-a-reference (error)',
    ]);
    expect(valid(taken.dataset('instead')).sdos.map(({ id }) => id)).toEqual(['din', 'cen']);
  });
});

describe('problems of rows', () => {
  test('IN17 each is told with its row, its column and what to do, and takes no more than it must', () => {
    const taken = take(small(), [
      HEAD,
      ['not a designation', 'x', '', '', '', '', ''],
      ['ISO 39999', '', '', '', '', '', 'energy'],
      ['ISO 39998', 'Good', 'ISO', '', 'maybe', 'soon', 'energie; mobility'],
      ['ISO 1; ISO 2', 'Two in one', 'ISO', '', '', '', 'energy'],
      ['ISO 39997', 'Good', 'ISO', '', '#REF!', '05/06/2019', 'energy'],
      ['', 'Nobody knows this', '', '', '', '', ''],
    ]);
    expect(problemsOf(taken)).toEqual([
      '2 A not-a-reference (error)',
      '3 B no-title (error)',
      '4 E status (warning)',
      '4 F date (warning)',
      '4 G topic (warning)',
      '5 A several-references (error)',
      '6 E cell-error (warning)',
      '6 F date-order (note)',
      '7 A no-reference (error)',
    ]);
    expect(taken.added.map(({ id, topics }) => [id, topics])).toEqual([
      ['ISO 39998', ['mobility']],
      ['ISO 39997', ['energy']],
    ]);
    expect(taken.problems.find(({ code }) => code === 'topic')?.expected).toBe('Energy');
    valid(taken.dataset('beside'));
  });

  test('IN17 every kind of problem has a sentence', () => {
    for (const code of ROW_PROBLEMS)
      for (const expected of code === 'several-references' ? ['2'] : ['', 'y'])
        expect(filesPanelMessages.rows[code]('x', expected), code).toMatch(/^\S.*[.)]$/);
  });

  test('IN17 several designations in a row are several standards where the titles tell them apart or the map knows them all', () => {
    const taken = take(small(), [
      HEAD,
      ['ISO 39999\nISO 39998', 'One\nTwo', 'ISO', '', '', '', 'energy'],
      ['ISO 37122; Y.4903', 'Both', '', '', '', '', ''],
      ['Y.4903 | L.1603', 'Key performance indicators for smart sustainable cities', '', '', '', '', ''],
    ]);
    expect(taken.added.map(({ id, title }) => [id, title])).toEqual([
      ['ISO 39999', 'One'],
      ['ISO 39998', 'Two'],
    ]);
    expect(taken.annotated.map(({ id }) => id)).toEqual(['ISO 37122', 'ITU-T Y.4903/L.1603']);
    expect(problemsOf(taken)).toEqual(['4 A repeated (note)']);
  });

  test('IN18 headings between rows are passed over, and name the group of the rows below', () => {
    const taken = take(small(), [
      ['Reference', 'Title', 'Topics'],
      ['ISO/TC 268', '', ''],
      ['ISO 39999', 'One', 'energy'],
      ['Part two', '', ''],
      ['ISO 39998', 'Two', 'energy'],
      ['ITU-T SG20', '', ''],
      ['ITU-T Y.9999', 'Three', 'energy'],
    ]);
    expect(taken.added.map(({ id, committees }) => [id, committees])).toEqual([
      ['ISO 39999', ['ISO/TC 268']],
      ['ISO 39998', ['ISO/TC 268']],
      ['ITU-T Y.9999', ['ITU-T SG20']],
    ]);
    expect(problemsOf(taken)).toEqual(['2 heading (note)', '4 heading (note)', '6 heading (note)']);
  });

  test('IN18 blank cells below a joined one say the same, where the reader wants it', () => {
    const rows = [
      ['Committee', 'Reference', 'Title', 'Topics'],
      ['ISO/TC 268', 'ISO 39999', 'One', 'energy'],
      ['', 'ISO 39998', 'Two', ''],
      ['ITU-T SG20', 'ITU-T Y.9999', 'Three', 'mobility'],
      ['', 'ITU-T Y.9998', 'Four', 'energy'],
    ];
    const committees = (repeat: boolean): unknown =>
      take(small(), rows, { mapping: { repeat }, topic: 'assessment' }).added.map((one) => [one.id, one.committees[0], one.topics[0]]);
    expect(committees(true)).toEqual([
      ['ISO 39999', 'ISO/TC 268', 'energy'],
      ['ISO 39998', 'ISO/TC 268', 'assessment'],
      ['ITU-T Y.9999', 'ITU-T SG20', 'mobility'],
      ['ITU-T Y.9998', 'ITU-T SG20', 'energy'],
    ]);
    expect(committees(false)).toEqual([
      ['ISO 39999', 'ISO/TC 268', 'energy'],
      ['ISO 39998', undefined, 'assessment'],
      ['ITU-T Y.9999', 'ITU-T SG20', 'mobility'],
      ['ITU-T Y.9998', undefined, 'energy'],
    ]);
  });
});

describe('the dataset that comes of it', () => {
  const rows = [
    HEAD,
    ['ISO 39999', 'One', 'ISO', 'ISO/TC 268', 'Published', '2026', 'energy'],
    ['ISO/IEC 30141', '', '', '', '', '', ''],
  ] as const;

  test('IN19 beside: all that was there is there, in its order and at its place, and the file is a source of its day', () => {
    const made = valid(take(shipped(), rows).dataset('beside'));
    const before = shipped().dataset;
    expect(made.standards.slice(0, -1).map(({ id, xy }) => [id, xy])).toEqual(before.standards.map(({ id, xy }) => [id, xy]));
    expect(made.standards.at(-1)?.xy).toBeUndefined();
    expect([made.layoutSeed, made.opening]).toEqual([before.layoutSeed, before.opening]);
    expect(made.sources.at(-1)).toEqual({
      id: SOURCE,
      catalogue: 'list.csv',
      asOf: '2026-10-01',
      licence: 'none stated',
      note: 'Opened by the reader on 2026-11-22',
    });
    expect(made.asOf).toBe('2026-10-01');
    expect(made.findings).toEqual(before.findings);
  });

  test('IN19 instead: only the standards of the file, known ones with what the map knows of them', () => {
    const made = valid(take(shipped(), rows).dataset('instead'));
    expect(made.standards.map(({ id }) => id)).toEqual(['ISO/IEC 30141', 'ISO 39999']);
    expect(recordOf(made, 'ISO/IEC 30141')?.xy).toEqual(shipped().standard('ISO/IEC 30141')?.xy);
    expect([made.topics, made.goals, made.goalTopics]).toEqual([
      shipped().dataset.topics,
      shipped().dataset.goals,
      shipped().dataset.goalTopics,
    ]);
    expect([made.opening, made.claims, made.expectations, made.facts, made.stories]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('IN19 any part of the shipped dataset is a valid dataset', () => {
    const { dataset: whole } = shipped();
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(whole.standards.length - 1), { minLength: 1, maxLength: 40 }), (places) => {
        valid(restricted(whole, new Set(places.map((at) => whole.standards[at]?.id ?? '')), 'part'));
      }),
      { seed: 6, numRuns: 15 },
    );
  });

  test('IN19 a relation that led out of the map leads to the standard that has come', () => {
    const map = catalogue(
      dataset({ standards: [standard('ISO 1', { relations: [{ type: 'references', to: 'ISO 39999', external: true, evidence: 'x' }] })] }),
    );
    const made = valid(
      take(map, [
        ['Reference', 'Title', 'Topics'],
        ['ISO 39999', 'One', 'energy'],
      ]).dataset('beside'),
    );
    expect(recordOf(made, 'ISO 1')?.relations).toEqual([{ type: 'references', to: 'ISO 39999', evidence: 'x' }]);
  });

  test('IN19 whatever a table holds, the result is a valid dataset', () => {
    const map = small();
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '',
        'ISO 37122:2019',
        'ITU-T Y.4903',
        'ISO 39999',
        'ISO/IEC TS 5',
        'Y Suppl. 58',
        'ISO',
        'ITU-T SG20',
        'ISO/TC 268',
        'Published',
        '2019',
        '43608',
        'energy',
        'x'.repeat(5000),
        '__proto__',
        'constructor',
        '=1+1',
        '#REF!',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 6 }), (cells) => {
        const taken = take(map, [HEAD, ...cells], { topic: 'energy' });
        for (const mode of ['beside', 'instead'] as const) {
          if (taken.added.length + taken.annotated.length === 0) continue;
          const parsed = parse(taken.dataset(mode), { name: 'result' });
          expect(parsed.ok ? [] : parsed.issues.map(({ message }) => message)).toEqual([]);
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test('IN19 two files of one name are two sources', () => {
    const origin = { file: 'list.csv', sheet: 'A', asOf: '2026', readOn: '2026' };
    expect(sourceOf(origin, new Set(['own file: list.csv, A'])).id).toBe('own file: list.csv, A 2');
  });
});

describe('a dataset beside the one that is shown', () => {
  test('IN20 what is new comes in with its groups and sources, what both have keeps its facts', () => {
    const own = dataset({
      sources: [{ id: 'iso', catalogue: 'Another ISO list', asOf: '2026-11-01', licence: 'none stated' }],
      standards: [
        standard('ISO 37122', { title: 'Another title', topics: ['assessment'], sources: ['iso'] }),
        standard('ISO 39999', {
          sources: ['iso'],
          xy: [1, 2],
          relations: [
            { type: 'references', to: 'ISO 37122', evidence: 'x', source: 'iso' },
            { type: 'references', to: 'ISO 5', evidence: 'x', external: true },
          ],
        }),
      ],
      committees: dataset().committees.map((committee) => ({ ...committee, sources: [] })),
      sdos: dataset().sdos,
      findings: [],
      expectations: [],
      claims: [],
    });
    valid(own);
    const taken = takeDataset(own, small());
    const made = valid(taken.dataset);
    expect(taken.added.map(({ id }) => id)).toEqual(['ISO 39999']);
    expect(recordOf(made, 'ISO 39999')).toMatchObject({
      sources: ['iso (2)'],
      relations: [
        { to: 'ISO 37122', source: 'iso (2)' },
        { to: 'ISO 5', external: true },
      ],
    });
    expect(recordOf(made, 'ISO 39999')?.xy).toBeUndefined();
    expect(recordOf(made, 'ISO 37122')).toMatchObject({ title: small().standard('ISO 37122')?.title, sources: ['iso', 'iso (2)'] });
    expect(recordOf(made, 'ISO 37122')?.conflicts?.map(({ field }) => field)).toContain('title');
    expect(made.sources.map(({ id }) => id)).toEqual(['iso', 'itu', 'iso (2)']);
  });

  test('IN20 a dataset beside itself changes nothing but what is the same', () => {
    const taken = takeDataset(dataset(), small());
    expect(taken.added).toEqual([]);
    expect(taken.differences).toBe(0);
    expect(valid(taken.dataset)).toEqual(dataset());
  });
});
