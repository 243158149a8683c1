import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import * as commandLine from './io.js';

const FIXTURES = join('test', 'fixtures');
const CORRECTION = {
  standard: 'ITU-T Y Suppl. 53',
  field: 'committees',
  value: ['ITU-T SG20'],
  reason: 'its title names the Y.4000 series',
  source: 'the title',
};

let folder = '';
let errors = '';
let printed = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  cpSync(join(FIXTURES, 'relaton'), join(folder, 'relaton'), { recursive: true });
  mkdirSync(join(folder, 'tables'));
  cpSync('data/taxonomy.json', join(folder, 'tables', 'taxonomy.json'));
  cpSync('data/sources', join(folder, 'tables', 'sources'), { recursive: true });
  writeFileSync(join(folder, 'tables', 'sources', 'corrections.json'), JSON.stringify({ about: 'fixture', corrections: [CORRECTION] }));
  [errors, printed] = ['', ''];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const out = (): string => join(folder, 'out.json');

/** Runs `import` over the folder's catalogues, or over what is given. */
async function run(...more: readonly string[]): Promise<number> {
  return importOf('relaton', ...more);
}

async function importOf(...args: readonly string[]): Promise<number> {
  const committees = join(process.cwd(), FIXTURES, 'iso_technical_committees.jsonl');
  const {
    code,
    out: text,
    said,
  } = await commandLine.run(folder, ['import', ...args, ...['--iso-committees', committees, '--tables', 'tables', '--out', 'out.json']]);
  [printed, errors] = [text, said];
  return code;
}

function written(): Dataset {
  const result = parse(JSON.parse(readFileSync(out(), 'utf8')));
  if (!result.ok) throw new Error(result.issues.map((issue) => issue.message).join('\n'));
  return result.dataset;
}

test('the Relaton folders of eight catalogues in two models become one valid dataset', async () => {
  expect(await run()).toBe(0);
  const dataset = written();
  expect(dataset.standards.map((standard) => [standard.id, standard.status])).toEqual([
    ['ETSI EN 303 645', 'in-force'],
    ['ETSI TS 103 645', 'superseded'],
    ['ETSI TS 118 101', 'in-force'],
    ['IEC SRD 63233-1', 'in-force'],
    ['IEEE Std 2413', 'in-force'],
    ['ISO 37122', 'in-force'],
    ['ISO 37151', 'in-force'],
    ['ISO/IEC 30141', 'in-force'],
    ['ISO/TS 37151', 'superseded'],
    ['ITU-T X.1352', 'unknown'],
    ['ITU-T Y Suppl. 53', 'in-force'],
    ['ITU-T Y.4500.1', 'in-force'],
    ['ITU-T Y.4903/L.1603', 'in-force'],
    ['OASIS mqtt', 'unknown'],
    ['OGC 18-088', 'unknown'],
    ['W3C wot-discovery', 'in-force'],
  ]);
  expect(dataset.asOf).toBe('2026-08-22');
  expect(
    dataset.standards.flatMap((standard) => (standard.relations ?? []).map((relation) => `${standard.id} ${relation.type} ${relation.to}`)),
  ).toEqual([
    'ETSI EN 303 645 supersedes ETSI TS 103 645',
    'ISO 37151 supersedes ISO/TS 37151',
    'ITU-T Y.4500.1 same-text ETSI TS 118 101',
  ]);
});

test('a record carries the facts of its catalogue, the French title and the reasons of its topics', async () => {
  await run();
  const standard = written().standards.find(({ id }) => id === 'ISO 37122');
  expect(standard).toMatchObject({
    title: 'Sustainable cities and communities – Indicators for smart cities',
    publishers: ['iso'],
    committees: ['ISO/TC 268'],
    deliverable: 'IS',
    kind: 'normative',
    titles: { fr: 'Villes et communautés territoriales durables – Indicateurs pour les villes intelligentes' },
    tier: 'core',
    url: 'https://www.iso.org/standard/69050.html',
    editions: [{ id: 'ISO 37122:2019', date: '2019-05', status: 'in-force', stage: '90.93' }],
    ics: ['13.020.20'],
    sources: ['relaton-iso'],
  });
  expect(standard?.reasons).toHaveLength(standard?.topics.length ?? 0);
});

test('P13 expectations and claims come with their sources; what speaks of an SDO that is not there is left out, and said', async () => {
  expect(await run('--verbose')).toBe(0);
  const { expectations = [], claims = [], sources, sdos } = written();
  const known = new Set(sources.map(({ id }) => id));
  expect(claims.length).toBeGreaterThan(20);
  expect(expectations.length).toBeGreaterThan(90);
  expect([...claims, ...expectations].filter(({ source }) => source !== undefined && !known.has(source))).toEqual([]);
  const here = new Set(sdos.map(({ id }) => id));
  expect(here.has('itu-r')).toBe(false);
  expect(expectations.filter(({ sdo }) => sdo !== undefined && !here.has(sdo))).toEqual([]);
  expect(printed).toContain('expectation of an SDO that is not in the set: itu-r on government');
});

test('P13 a statement that names what nothing has ends the run before anything is written', async () => {
  const file = join(folder, 'tables', 'sources', 'expectations.json');
  const table = JSON.parse(readFileSync(file, 'utf8')) as { expectations: { topics: string[] }[] };
  table.expectations[0]?.topics.splice(0, 1, 'mobilty');
  writeFileSync(file, JSON.stringify(table));
  expect(await run()).toBe(2);
  expect(errors).toContain('expectations.json expectations[0].topics[0]: got "mobilty"');
  expect(errors).toContain('Nearest: "mobility".');
  expect(existsSync(out())).toBe(false);
});

test('two runs over the same folders write the same bytes', async () => {
  await run();
  const [first, report] = [readFileSync(out(), 'utf8'), printed];
  printed = '';
  expect(await run()).toBe(0);
  expect(readFileSync(out(), 'utf8')).toBe(first);
  expect(printed).toBe(report);
});

test('abstracts, names of persons and links that are no web addresses never reach the file', async () => {
  await run();
  const text = readFileSync(out(), 'utf8');
  expect(text).toContain('https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html');
  for (const word of ['must never reach', 'Must Not Appear', 'javascript:']) expect(text).not.toContain(word);
});

test('every record has a line of its own, so that a difference shows one line per record', async () => {
  await run();
  const lines = readFileSync(out(), 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith('{"id":"ISO 37122"'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('"id":"ISO 37122"') && line.includes('"id":"ISO 37151"'))).toHaveLength(0);
});

test('the report on stdout counts each of the 28 traps and the size; --report keeps it', async () => {
  expect(await run('--report', 'report.txt')).toBe(0);
  expect([...printed.matchAll(/^T\d+ /gm)]).toHaveLength(28);
  expect(printed).toMatch(/^T1 {7}1 {2}stale duplicate files$/m);
  expect(printed).toMatch(/^bytes \d+, gzip -9 \d+$/m);
  expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(printed);
});

test('CL1 IM1 an input that is not there or holds nothing that is known ends the run with 2 and says what is expected', async () => {
  expect(await importOf('absent')).toBe(2);
  expect(errors).toContain('absent: not found. Expected a folder with Relaton repositories');
  expect(await importOf('.')).toBe(2);
  expect(errors).toContain('holds no catalogue. Expected a folder with Relaton repositories (relaton-data-itu, ');
  expect(await importOf()).toBe(2);
  expect(errors).toContain('import: no input. Expected a folder with Relaton repositories');
  writeFileSync(join(folder, 'note.md'), '# Note');
  expect(await importOf('relaton', 'note.md')).toBe(2);
  expect(errors).toContain('note.md: its beginning tells no form that is known.');
  expect(await importOf('relaton', 'out.json')).toBe(2);
  expect(await run('--all', '--kepe-going')).toBe(2);
  expect(existsSync(out())).toBe(false);
});

test('IM1 a repository and its folder data are the same input; one catalogue twice is refused', async () => {
  expect(await importOf('relaton/relaton-data-iso')).toBe(0);
  const repository = readFileSync(out(), 'utf8');
  expect(await importOf('relaton/relaton-data-iso/data')).toBe(0);
  expect(readFileSync(out(), 'utf8')).toBe(repository);
  expect(written().standards.map(({ id }) => id)).toEqual(['ISO 37122', 'ISO 37151', 'ISO/IEC 30141', 'ISO/TS 37151']);
  expect(await importOf('relaton', 'relaton/relaton-data-iso')).toBe(2);
  expect(errors).toContain('the catalogue iso is given twice');
});

test('IM2 a record that cannot be read ends the run with 1, names file and line and leaves the old dataset as it was', async () => {
  await run();
  const before = readFileSync(out(), 'utf8');
  const data = join(folder, 'relaton', 'relaton-data-iso', 'data');
  writeFileSync(join(data, 'broken.yaml'), 'a: 1\ntitle: [');
  writeFileSync(join(data, 'no-record.yaml'), 'hello: world');
  expect(await run()).toBe(1);
  expect(errors).toMatch(/left out: relaton-data-iso\/data\/broken\.yaml line 2: is no YAML: /);
  expect(errors).toContain(
    'relaton-data-iso/data/no-record.yaml: names no document. Expected a Relaton record with docid or docidentifier.',
  );
  expect(errors).toContain('2 files cannot be read; nothing was written. --keep-going takes the others');
  expect([readFileSync(out(), 'utf8'), printed]).toEqual([before, '']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('IM2 --keep-going takes the good records, lists what it left out and ends with 1', async () => {
  await run();
  const before = readFileSync(out(), 'utf8');
  writeFileSync(join(folder, 'relaton', 'relaton-data-iso', 'data', 'broken.yaml'), 'a: 1\ntitle: [');
  expect(await run('--keep-going', '--json')).toBe(1);
  expect(readFileSync(out(), 'utf8')).toBe(before);
  expect(errors).toMatch(/left out: relaton-data-iso\/data\/broken\.yaml line 2: /);
  const said = JSON.parse(printed) as { records: number; leftOut: unknown[]; traps: { trap: number; count: number }[] };
  expect(said.leftOut).toMatchObject([{ file: 'relaton-data-iso/data/broken.yaml', line: 2 }]);
  expect([said.records, said.traps.length, said.traps[0]?.count]).toEqual([23, 28, 1]);
});

test('IM1 the catalogues that are there are read, and named with their day', async () => {
  rmSync(join(folder, 'relaton', 'relaton-data-w3c'), { recursive: true });
  expect(await run()).toBe(0);
  expect(errors).not.toContain('relaton-data-w3c');
  expect(errors).toContain('relaton-data-itu/data: 6 records, as of 2026-08-22');
  expect(written().standards.some((standard) => standard.publishers.includes('w3c'))).toBe(false);
});

test('a table with a mistake ends the run with 2 and says where', async () => {
  writeFileSync(
    join(folder, 'tables', 'sources', 'corrections.json'),
    JSON.stringify({ about: '', corrections: [{ ...CORRECTION, field: 'comittees' }] }),
  );
  expect(await run()).toBe(2);
  expect(errors).toContain('corrections.json corrections[0].field: got "comittees"');
});

test('IM3 --all keeps every standard of the catalogues, with the committees that they print', async () => {
  const file = join(folder, 'relaton', 'relaton-data-iec', 'data', 'iec_srd_63233-1_2022.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('SyC Smart Cities');
  writeFileSync(
    join(file, '..', 'iec_60034-1.yaml'),
    text
      .replaceAll('SRD 63233-1', '60034-1')
      .replaceAll('SyC Smart Cities', 'TC 2')
      .replace(/content: .*[Ss]mart cit.*/g, 'content: Rotating machines'),
  );
  expect(await run()).toBe(0);
  expect(written().standards.map(({ id }) => id)).not.toContain('IEC 60034-1');
  expect(await run('--all')).toBe(0);
  const { standards, committees, title } = written();
  expect(standards.find(({ id }) => id === 'IEC 60034-1')).toMatchObject({ tier: 'extended', committees: ['IEC TC 2'] });
  expect(committees.find(({ id }) => id === 'IEC TC 2')).toMatchObject({ sdo: 'iec', kind: 'technical-committee' });
  expect([title, standards.length]).toEqual(['Standards of whole catalogues', 17]);
});

test('IM4 a dataset is taken as it is; beside others it is refused', async () => {
  await run();
  const before = readFileSync(out(), 'utf8');
  expect((await commandLine.run(folder, ['import', 'out.json'])).out).toBe(before);
  const { code, said } = await commandLine.run(folder, ['import', 'out.json', 'relaton']);
  expect([code, said]).toEqual([2, 'import: a dataset beside other inputs. Expected it alone; standards-map merge puts several together.']);
});

test('IM6 ISO Open Data takes the place of the older records of its projects, and is named as their source', async () => {
  const open = join(process.cwd(), FIXTURES, 'iso_deliverables_metadata.jsonl');
  expect(await importOf('relaton', open, '--as-of', 'iso-open-data=2026-11-01')).toBe(0);
  expect(errors).toContain('iso_deliverables_metadata.jsonl: 5 records, as of 2026-11-01');
  expect(errors).toMatch(/\d records of ISO's older snapshot are left for those of the fresher one/);
  const { standards, sources, asOf } = written();
  expect(standards.find(({ id }) => id === 'ISO 37122')).toMatchObject({
    status: 'under-revision',
    editions: [
      { id: 'ISO 37122:2019', date: '2019-05-27', stage: '90.92' },
      { id: 'ISO/CD 37122', kind: 'draft', stage: '30.60' },
    ],
    sources: ['iso-open-data-deliverables'],
  });
  expect(standards.find(({ id }) => id === 'ISO 37122')).not.toHaveProperty('conflicts');
  expect(standards.find(({ id }) => id === 'ISO 99120')?.relations).toMatchObject([{ type: 'supersedes', to: 'ISO/TS 99119' }]);
  expect(standards.find(({ id }) => id === 'ISO/TS 37151')?.sources).toEqual(['relaton-iso']);
  expect(sources.find(({ id }) => id === 'iso-open-data-deliverables')).toMatchObject({ asOf: '2026-11-01' });
  expect(sources.find(({ id }) => id === 'iso-open-data-deliverables')?.licence).toContain(
    'ODC-By 1.0: contains information from ISO Open Data',
  );
  expect(asOf).toBe('2026-11-01');
  expect(readFileSync(out(), 'utf8')).not.toContain('must never reach');
  expect(await importOf(open)).toBe(0);
  expect(written().standards.map(({ id }) => id)).toEqual(['ISO 37122', 'ISO 99120', 'ISO 99121', 'ISO/TS 99119']);
  expect(await importOf('relaton', '--as-of', 'iso=yesterday')).toBe(2);
  expect(errors).toContain('--as-of iso=yesterday is no day of a snapshot. Expected NAME=DAY');
});

test('IM2 a committee that no table knows is said, with the standard that names it; the standard is kept', async () => {
  const file = join(folder, 'relaton', 'relaton-data-iso', 'data', 'iso-37122-2019.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('ISO/TC 268', 'ISO/TC 999'));
  rmSync(join(file, '..', 'iso-37122-2019-copy.yaml'));
  expect(await run()).toBe(0);
  expect(errors).toContain('committee not known: "ISO/TC 999" of ISO 37122:2019 (iso); the standard comes without it.');
  expect(written().standards.find(({ id }) => id === 'ISO 37122')?.committees).toEqual([]);
  expect(await run('--all')).toBe(0);
  expect(written().committees.map(({ id }) => id)).toContain('ISO/TC 999');
});

test("IM2 a broken list of ISO's committees ends the run with 2 and says the line", async () => {
  const list = readFileSync(join(FIXTURES, 'iso_technical_committees.jsonl'), 'utf8').split('\n');
  const go = async (): Promise<string> =>
    (await commandLine.run(folder, ['import', 'relaton', 'list.jsonl', '--tables', 'tables', '--out', 'out.json'])).said;
  writeFileSync(join(folder, 'list.jsonl'), [...list.slice(0, 2), '{"id":'].join('\n'));
  expect(await go()).toMatch(/^iso_technical_committees\.jsonl line 3: is no JSON: /);
  writeFileSync(join(folder, 'list.jsonl'), [...list.slice(0, 2), '{"id":1}'].join('\n'));
  expect(await go()).toContain('iso_technical_committees.jsonl line 3.');
  expect(existsSync(out())).toBe(false);
});

test('IM5 an interrupted run ends with the reason, and nothing is written', async () => {
  const stop = new AbortController();
  const reason = new Error('interrupted');
  const progress = (): void => {
    stop.abort(reason);
  };
  const args = ['import', 'relaton', '--iso-committees', join(process.cwd(), FIXTURES, 'iso_technical_committees.jsonl')];
  const ended = commandLine.run(folder, [...args, '--tables', 'tables', '--out', 'out.json'], { signal: stop.signal, progress });
  await expect(ended).rejects.toBe(reason);
  expect(readdirSync(folder).sort()).toEqual(['relaton', 'tables']);
});

test('each of the 28 traps has a test of its own that names it', () => {
  const texts = readdirSync(join('test', 'pipeline'))
    .filter((name) => name.startsWith('traps-'))
    .map((name) => readFileSync(join('test', 'pipeline', name), 'utf8'));
  const named = new Set(texts.flatMap((text) => [...text.matchAll(/^test\(['"]T(\d+) /gm)].map((match) => Number(match[1]))));
  expect([...named].sort((a, b) => a - b)).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
});

test('IM7 where no tables are at hand those of the package are taken', async () => {
  const committees = join(process.cwd(), FIXTURES, 'iso_technical_committees.jsonl');
  const { code, said } = await commandLine.run(folder, ['import', 'relaton', '--iso-committees', committees, '--out', 'out.json']);
  // They were read: their corrections are about standards that these few records do not have
  expect([code, said.includes('corrections.json: no standard of the set is called')]).toEqual([2, true]);
  expect(existsSync(out())).toBe(false);
});

test('IM8 a dataset of an earlier version comes out as the present one, whatever its first line is', async () => {
  const row = {
    id: 'ISO 37122:2019',
    sdo: ['ISO'],
    t: 'Indicators for smart cities',
    ty: 'IS',
    st: 'published',
    d: '2019-05',
    w: 'ISO 37122',
  };
  writeFileSync(join(folder, 'old.jsonl'), `${JSON.stringify({ ...row, tier: 'core', topics: ['assessment'] })}\n`);
  expect(await importOf('old.jsonl')).toBe(0);
  expect(errors).toContain('version 0 to 1');
  expect(written().standards.map(({ id }) => id)).toEqual(['ISO 37122']);
});
