import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/model/parse.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { catalogueDataset } from '../../src/pipeline/catalogue/dataset.js';
import { onDiscs } from '../../src/pipeline/catalogue/discs.js';
import { icsTopics } from '../../src/pipeline/catalogue/ics.js';
import { main } from '../../src/pipeline/catalogue/main.js';
import { readRows, TABLES, type Row, type TableName } from '../../src/pipeline/catalogue/rows.js';
import { Report } from '../../src/pipeline/report.js';
import { readTables } from '../../src/pipeline/tables.js';

const ROOT = resolve(import.meta.dirname, '../..');
const COMMITTEES = resolve(ROOT, 'test/fixtures/iso_technical_committees.jsonl');
const tables = readTables(resolve(ROOT, 'data'), COMMITTEES);

/** One line of a table: what a test does not say is dull. */
const line = (id: string, given: object = {}): object => ({
  id,
  sdo: ['ISO'],
  t: 'Textiles - Tests for colour fastness',
  ty: 'IS',
  st: 'published',
  d: '2019-05',
  c: ['ISO/TC 38'],
  url: 'https://www.iso.org/standard/1.html',
  w: id.split(':')[0],
  ...given,
});
const rows = (catalogue: TableName, ...lines: readonly object[]): readonly Row[] =>
  readRows(lines.map((one) => JSON.stringify(one)).join('\n'), catalogue);
const ICS = `<fields>
  <field>
    <identifier>59</identifier>
    <title xml:lang="en">Textile and leather technology</title>
    <field>
      <identifier>59.080</identifier>
      <title xml:lang="en">Products of the textile industry</title>
    </field>
  </field>
</fields>`;
const build = (list: readonly Row[], current = false) => catalogueDataset(list, tables, { current, ics: ICS }, new Report());
const ids = (list: readonly Row[], current = false): readonly string[] => build(list, current).standards.map(({ id }) => id);

describe('the dataset of whole catalogues', () => {
  test('P7 every document is a standard of its own, in the order of the designations, and the dataset is valid', () => {
    const data = build([
      ...rows('iso', line('ISO 105:2020', { ics: ['59.080.01', 'no code'] }), line('ISO 105:2019', { st: 'superseded' })),
      ...rows('etsi', line('ETSI EN 1', { sdo: ['ETSI'], ty: 'EN', c: ['Some new group'], alt: ['3GPP TS 1'], kw: ['RADIO'] })),
    ]);
    expect(data.standards.map(({ id }) => id)).toEqual(['ETSI EN 1', 'ISO 105:2019', 'ISO 105:2020']);
    expect(parse(JSON.parse(JSON.stringify(data)))).toMatchObject({ ok: true, warnings: [] });
    expect(data.standards[2]).toMatchObject({ ics: ['59.080.01'], editions: [{ id: 'ISO 105:2020', date: '2019-05' }], tier: 'extended' });
    expect(data.standards[0]).toMatchObject({ aliases: ['3GPP TS 1'], committees: ['ETSI Some new group'] });
  });

  test('P7 an ICS field is a topic, and speaks where no rule of the classification does', () => {
    expect(icsTopics(ICS)).toEqual([
      { id: 'ics-59', label: 'Textile and leather technology', axis: 'domain', sources: ['ICS 59: Textile and leather technology'] },
    ]);
    const [plain, city] = build(
      rows(
        'iso',
        line('ISO 1:2019', { t: 'Yarn', ics: ['59.080.01', '59.060'] }),
        line('ISO 2:2019', { t: 'Smart city energy', ics: ['01.040'] }),
      ),
    ).standards;
    expect(plain?.topics.filter((topic) => topic.startsWith('ics-'))).toEqual(['ics-59']);
    expect(plain?.reasons).not.toContain('no rule matches');
    expect(city?.topics).toContain('energy');
    expect(city?.topics.some((topic) => topic.startsWith('ics-'))).toBe(false);
  });

  test('P8 a text that two catalogues list is one standard with both sources; the fresher snapshot decides and the other stays as a conflict', () => {
    const id = 'ISO/IEC 30141:2024';
    const data = build([
      ...rows('iso', line(id, { sdo: ['ISO', 'IEC'], c: ['ISO/IEC JTC 1/SC 41'], st: 'superseded' })),
      ...rows('iec', line(id, { sdo: ['ISO', 'IEC'], c: ['IEC TC 34/SC 34B'], d: '2024-01-01' })),
    ]);
    expect(data.standards).toHaveLength(1);
    expect(data.standards[0]).toMatchObject({
      status: 'in-force',
      sources: ['relaton-iec', 'relaton-iso'],
      editions: [{ date: '2024' }],
      conflicts: [{ field: 'status', value: 'in-force', source: 'relaton-iec', otherValue: 'superseded', otherSource: 'relaton-iso' }],
    });
    expect(data.committees.find(({ id: one }) => one === 'IEC TC 34/SC 34B')).toMatchObject({
      parent: 'IEC TC 34',
      sdo: 'iec',
      kind: 'subcommittee',
    });
    expect(data.committees.map(({ id: one }) => one)).toContain('IEC TC 34');
  });

  test('P9 superseding leads from newer to older only: tables that contradict themselves make no circle', () => {
    const replaced = (id: string, d: string, ...rel: object[]): object => line(id, { d, rel });
    const data = build([
      ...rows(
        'iso',
        replaced('ISO 1:2010', '2010-01', { t: 'replaces', id: 'ISO 1:2020' }, { t: 'replacedBy', id: 'ISO 1:2020' }),
        replaced(
          'ISO 1:2020',
          '2020-01',
          { t: 'replaces', id: 'ISO 1:2010' },
          { t: 'replaces', id: 'ISO 9:1999' },
          { t: 'hasAmendment', id: 'ISO 1:2020/Amd 1' },
        ),
        line('ISO 1:2020/Amd 1', { ty: 'Amendment', amd: 'Amd 1' }),
      ),
      ...rows(
        'itu',
        ...['1990', '2000', '2010'].map((year) =>
          line(`ITU-T X.1 (${year})`, {
            sdo: ['ITU-T'],
            ty: 'Recommendation',
            c: [],
            d: year,
            w: 'ITU-T X.1',
            rel: [{ t: 'hasEdition', id: 'ITU-T X.1 (1990)' }],
          }),
        ),
      ),
    ]);
    const relations = data.standards.flatMap(({ id, relations: list }) => (list ?? []).map(({ type, to }) => `${id} ${type} ${to}`));
    expect(relations).toEqual([
      'ISO 1:2020 supersedes ISO 1:2010',
      'ISO 1:2020/Amd 1 amends ISO 1:2020',
      'ITU-T X.1 (2000) supersedes ITU-T X.1 (1990)',
      'ITU-T X.1 (2010) supersedes ITU-T X.1 (2000)',
    ]);
  });

  test('P10 what is superseded, withdrawn or given up is left out when only current documents are asked for', () => {
    const list = rows(
      'iso',
      ...['published', 'draft', 'unknown', 'superseded', 'withdrawn', 'deleted'].map((st) => line(`ISO ${st}`, { st })),
    );
    expect(ids(list, true)).toEqual(['ISO draft', 'ISO published', 'ISO unknown']);
    expect(ids(list)).toHaveLength(6);
    expect(() => ids(rows('iso', line('ISO 1', { st: 'lost' })))).toThrow('ISO 1: got the status "lost", expected published, draft');
  });

  test('P11 quick places stand apart and are whole numbers', () => {
    const placed = onDiscs(
      build(rows('iso', ...Array.from({ length: 200 }, (_, n) => line(`ISO ${1000 + n}`, { c: [`ISO/TC ${1 + (n % 7)}`] })))),
    );
    const places = placed.standards.map(({ xy }) => xy?.join(' '));
    expect(new Set(places).size).toBe(200);
    expect(placed.standards.every(({ xy }) => xy?.every(Number.isInteger))).toBe(true);
    expect(parse(JSON.parse(JSON.stringify(placed))).ok).toBe(true);
  });
});

describe('npm run catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  const put = (name: string, lines: readonly object[]): void =>
    writeFileSync(join(folder, `${name}.jsonl.gz`), gzipSync(lines.map((one) => JSON.stringify(one)).join('\n')));

  test('P12 writes compact files of both extents, each also gzipped, and ends with 2 where a table is absent', async () => {
    const out = join(folder, 'out');
    const args = [folder, '--out', out, '--layout', 'discs', '--tables', join(ROOT, 'data'), '--committees', COMMITTEES];
    put('iso', [line('ISO 1:2020'), line('ISO 1:2010', { st: 'withdrawn' })]);
    expect(await main(args)).toBe(2);
    for (const name of TABLES) if (name !== 'iso') put(name, []);
    expect(await main(args)).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['all.smc', 'all.smc.gz', 'current.smc', 'current.smc.gz']);
    const all = readCompact(readFileSync(join(out, 'all.smc')));
    expect(all.ok && all.dataset.standards.map(({ id }) => id)).toEqual(['ISO 1:2010', 'ISO 1:2020']);
    expect(gunzipSync(readFileSync(join(out, 'all.smc.gz')))).toEqual(readFileSync(join(out, 'all.smc')));
    const current = readCompact(readFileSync(join(out, 'current.smc')));
    expect(current.ok && current.dataset.standards).toHaveLength(1);
    expect(await main([...args, '--layout', 'rings'])).toBe(2);
    expect(await main([...args, '--depth'])).toBe(2);
  });
});
