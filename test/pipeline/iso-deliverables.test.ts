import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sourceOf } from '../../src/pipeline/catalogues.js';
import { fresher, readDeliverables } from '../../src/pipeline/iso-deliverables.js';
import type { Reading } from '../../src/pipeline/read.js';
import { landscape, record } from './catalogue-record.js';

const FIXTURE = join('test', 'fixtures', 'iso_deliverables_metadata.jsonl');
const folder = mkdtempSync(join(tmpdir(), 'deliverables-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const said: string[] = [];
const watch = { say: (line: string) => void said.push(line), progress: () => undefined, signal: new AbortController().signal };
const options = { name: 'deliverables.jsonl', today: '2026-11-22' };

function reading(lines: string | Buffer): Promise<Reading> {
  const file = join(folder, 'lines.jsonl');
  writeFileSync(file, lines);
  return readDeliverables(file, options, watch);
}
const line = (more: object): string => JSON.stringify({ id: 1, reference: 'ISO 1:2022', ...more });

test('IS1 a line of ISO Open Data is a record: titles, stage with point, day, committee, ICS, page; the scope without HTML', async () => {
  const { records, omissions } = await readDeliverables(FIXTURE, options, watch);
  expect(omissions).toEqual([]);
  expect(records[0]).toEqual({
    catalogue: 'iso',
    source: {
      id: 'iso-open-data-deliverables',
      catalogue: 'ISO Open Data, deliverables metadata',
      asOf: '2026-10-05',
      licence: 'ODC-By 1.0: contains information from ISO Open Data, made available under the Open Data Commons Attribution License',
      url: 'https://www.iso.org/open-data.html',
      sdos: ['iso', 'jtc1'],
    },
    file: '69050.json',
    model: '',
    designation: 'ISO 37122:2019',
    otherIds: [],
    title: 'Sustainable cities and communities — Indicators for smart cities',
    titles: { fr: 'Villes et communautés territoriales durables — Indicateurs pour les villes intelligentes' },
    doctype: 'IS',
    stage: '90.92',
    dates: [{ kind: 'published', value: '2019-05-27' }],
    edition: '1',
    committees: ['ISO/TC 268'],
    ics: ['13.020.20'],
    url: 'https://www.iso.org/standard/69050.html',
    relations: [{ type: 'obsoletedBy', to: 'ISO/CD 37122' }],
    keywords: [],
    abstract: 'Filler of the fixture: indicators & data; must never reach the dataset',
  });
});

test('IS2 numbers of relations are resolved over the whole file, later lines too; those no line has are counted', async () => {
  said.length = 0;
  const { records } = await readDeliverables(FIXTURE, options, watch);
  expect(records[2]?.relations).toEqual([{ type: 'obsoletes', to: 'ISO/TS 99119:2020' }]);
  expect(said).toEqual(['deliverables.jsonl: 1 relations name numbers that no line has']);
  expect(landscape(...records).statements.map(({ subject, relation }) => `${subject} ${relation.type} ${relation.to}`)).toEqual([
    'ISO 99120 supersedes ISO/TS 99119',
  ]);
});

test('IS3 stages of two and three digits are padded; others are refused', async () => {
  const { records } = await reading([60, 2000, 998, null].map((currentStage, id) => line({ id: id + 1, currentStage })).join('\n'));
  expect(records.map(({ stage }) => stage)).toEqual(['00.60', '20.00', '09.98', '']);
  const { omissions } = await reading(line({ currentStage: 60_601 }));
  expect(omissions).toMatchObject([
    { line: 1, says: expect.stringContaining('currentStage: got 60601, expected a stage of at most four') as string },
  ]);
});

test('IS4 the day of the snapshot is that of the newest text that is out, or the one that is given', async () => {
  const { records } = await readDeliverables(FIXTURE, { ...options, asOf: '2026-11-01' }, watch);
  expect(records[0]?.source.asOf).toBe('2026-11-01');
  const { records: early } = await readDeliverables(FIXTURE, { ...options, today: '2020-01-01' }, watch);
  expect(early[0]?.source.asOf).toBe('2019-05-27');
});

test('IS5 a broken line, one of another form, one in another encoding: each is left out with its number; the others are read', async () => {
  const good = line({});
  const latin = Buffer.from(line({ id: 3, title: { en: 'Méthode' } }), 'latin1');
  const { records, omissions } = await reading(
    Buffer.concat([
      Buffer.from(`${good}\n${good.slice(0, 20)}\n{"reference":"ISO 2"}\n`),
      latin,
      Buffer.from(
        `\n\n[]\n${line({ id: 4, icsCode: '1' })}\n${line({ id: 5, replaces: ['x'] })}\n${line({ id: 6, publicationDate: '5/2022' })}`,
      ),
    ]),
  );
  expect(records.map(({ designation }) => designation)).toEqual(['ISO 1:2022']);
  expect(omissions.map(({ line: at, says }) => `${String(at)} ${says}`)).toEqual([
    expect.stringMatching(/^2 is no JSON: .*Expected one JSON object per line\.$/),
    '3 deliverable.id: got nothing, expected an integer ≥ 1.',
    '4 is not in UTF-8. Expected a text in UTF-8; save it in that encoding.',
    '6 deliverable: got a list of 0, expected an object.',
    '7 deliverable.icsCode: got "1", expected a list.',
    '8 deliverable.replaces[0]: got "x", expected an integer ≥ 1.',
    '9 deliverable.publicationDate: got "5/2022", expected a day such as 2024-09-30.',
  ]);
});

test('IS5 a file of 2 GB is refused by its size, a folder and a line without end are named, an empty file is said to be empty', async () => {
  const large = join(folder, 'large.jsonl');
  writeFileSync(large, '');
  truncateSync(large, 2 ** 31);
  const of = async (path: string): Promise<unknown> => (await readDeliverables(path, options, watch)).omissions[0]?.says;
  expect(await of(large)).toBe('has 2,147.5 MB. Expected at most 1,000 MB; it was not read.');
  expect(await of(folder)).toBe('is a folder. Expected a file of JSON lines.');
  expect((await reading(`${line({})}\n${' '.repeat(3_000_000)}`)).omissions).toMatchObject([
    { line: 2, says: expect.stringContaining('has more than') as string },
  ]);
  expect((await reading('')).omissions[0]?.says).toBe('is empty. Expected one JSON object per line.');
});

test('IS5 an aborted signal ends the reading with its reason', async () => {
  const stop = new AbortController();
  stop.abort(new Error('interrupted'));
  await expect(readDeliverables(FIXTURE, options, { ...watch, signal: stop.signal })).rejects.toThrow('interrupted');
});

test("IS6 of a project that both snapshots of ISO's catalogue have, the fresher record stays; the others stand beside each other", () => {
  const page = (project: number): { url: string } => ({ url: `https://www.iso.org/standard/${String(project)}.html` });
  const old = [
    record('iso', 'ISO/DIS 1', page(1)),
    record('iso', 'ISO 2:2020', page(2)),
    record('iec', 'IEC 3:2020', page(1)),
    record('iso', 'ISO 4:2020'),
  ];
  const at = (asOf: string) => [
    record('iso', 'ISO 1:2026', { ...page(1), source: { ...sourceOf('iso'), id: 'open', asOf } }),
    record('iso', 'ISO 5:2026', { ...page(5), source: { ...sourceOf('iso'), id: 'open', asOf } }),
  ];
  const names = (asOf: string): readonly string[] => fresher(old, at(asOf)).map(({ designation }) => designation);
  expect(names('2026-10-05')).toEqual(['ISO 2:2020', 'IEC 3:2020', 'ISO 4:2020', 'ISO 1:2026', 'ISO 5:2026']);
  expect(names('2024-10-05')).toEqual(['ISO/DIS 1', 'ISO 2:2020', 'IEC 3:2020', 'ISO 4:2020', 'ISO 5:2026']);
  expect(readFileSync(FIXTURE, 'utf8').split('\n')).toHaveLength(6);
});
