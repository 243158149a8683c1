import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceOf } from '../../src/pipeline/catalogues.js';
import { omissionText } from '../../src/pipeline/faults.js';
import { catalogueFolders } from '../../src/pipeline/folders.js';
import { readFolder, type Reading } from '../../src/pipeline/read.js';

const GOOD = join('test', 'fixtures', 'relaton', 'relaton-data-iso', 'data', 'iso-37122-2019.yaml');
const text = readFileSync(GOOD, 'utf8');
const watch = { say: () => undefined, progress: () => undefined, signal: new AbortController().signal };

let root = '';
let data = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'bad-yaml-')));
  data = join(root, 'relaton', 'relaton-data-iso', 'data');
  mkdirSync(data, { recursive: true });
  copyFileSync(GOOD, join(data, 'good.yaml'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

async function reading(): Promise<Reading> {
  const [folder] = catalogueFolders(join(root, 'relaton')).folders;
  if (!folder) throw new Error('no folder');
  return readFolder(folder, { catalogue: 'iso', source: sourceOf('iso') }, watch);
}

/** What is said of one file beside a good one, which is read in any case. */
async function saidOf(content: string | Buffer): Promise<string> {
  writeFileSync(join(data, 'bad.yaml'), content);
  const { records, omissions } = await reading();
  expect([records.map(({ file }) => file), omissions.length]).toEqual([['good.yaml'], 1]);
  return omissions.map(omissionText).join('\n');
}

const BAD = 'relaton-data-iso/data/bad.yaml';

test('BY1 a record that ends in the middle of a text is named with the line', async () => {
  expect(await saidOf('---\ntitle:\n- content: "Smart cit')).toMatch(
    new RegExp(`^${BAD} line 3: is no YAML: Missing closing "quote\\. Expected a whole record; get the file again\\.$`),
  );
  expect(await saidOf(text.slice(0, text.indexOf('docid:')))).toBe(
    `${BAD}: names no document. Expected a Relaton record with docid or docidentifier.`,
  );
});

test('BY2 aliases that explode are refused before they are unfolded, and so is nesting that would exhaust the parser', async () => {
  const bomb = Array.from(
    { length: 40 },
    (_, at) => `a${String(at)}: &x${String(at)} [${at > 0 ? `*x${String(at - 1)}, *x${String(at - 1)}` : '1'}]`,
  );
  expect(await saidOf(bomb.join('\n'))).toContain(`${BAD}: uses aliases as no record does: Excessive alias count`);
  for (const piece of ['[', '- ', 'a: {', '? ']) {
    expect(await saidOf(piece.repeat(60_000))).toBe(
      `${BAD} line 1: is nested deeper than can be read. Expected a record, which has some ten levels.`,
    );
  }
  const steps = Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
  expect(await saidOf(steps)).toMatch(/line \d+: is nested deeper than can be read/);
});

test('BY3 a file of 2 GB is refused by its size; a long text that is not what the catalogues write is not given to the parser', async () => {
  writeFileSync(join(data, 'bad.yaml'), '');
  truncateSync(join(data, 'bad.yaml'), 2 ** 31);
  const { omissions } = await reading();
  expect(omissions.map(omissionText)).toEqual([`${BAD}: has 2,147.5 MB. Expected at most 4 MB; it was not read.`]);
  expect(await saidOf(Array.from({ length: 60_000 }, (_, at) => `"k${String(at)}": 1`).join('\n'))).toContain(
    'Expected at most 0.4 MB; it was not read.',
  );
});

test('BY4 a folder in the place of a file, and a link that leads nowhere, are named', async () => {
  mkdirSync(join(data, 'bad.yaml'));
  symlinkSync(join(data, 'gone.yaml'), join(data, 'link.yaml'));
  const { records, omissions } = await reading();
  expect(records).toHaveLength(1);
  expect(omissions.map(omissionText)).toEqual([
    `${BAD}: is a folder. Expected a file.`,
    'relaton-data-iso/data/link.yaml: leads nowhere. Expected a file; a link to it is broken.',
  ]);
});

test('BY5 a link that leads out of the folder is refused, unread; one within it is followed', async () => {
  const secret = join(root, 'secret.yaml');
  writeFileSync(secret, text.replaceAll('37122', '1'));
  symlinkSync(secret, join(data, 'out.yaml'));
  symlinkSync(join(data, 'good.yaml'), join(data, 'within.yaml'));
  const { records, omissions } = await reading();
  expect(records.map(({ designation }) => designation)).toEqual(['ISO 37122:2019', 'ISO 37122:2019']);
  expect(omissions.map(omissionText)).toEqual([
    'relaton-data-iso/data/out.yaml: is a link that leads out of the folder. Expected nothing but what lies in it; it was not read.',
  ]);
  const outside = join(root, 'outside');
  mkdirSync(join(outside, 'data'), { recursive: true });
  symlinkSync(outside, join(root, 'relaton', 'relaton-data-itu'));
  expect(() => catalogueFolders(join(root, 'relaton'))).toThrow(
    'leads out of the folder that was named. Expected nothing but what lies in it; name the repository itself.',
  );
});

test('BY6 a text that is not in UTF-8 is named with its line; a mark of UTF-8 at its beginning is none of it', async () => {
  expect(await saidOf(Buffer.from('a: 1\nb: Méthode\n', 'latin1'))).toBe(
    `${BAD} line 2: is not in UTF-8. Expected a text in UTF-8; save it in that encoding.`,
  );
  expect(await saidOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toContain('line 1: is not in UTF-8.');
  expect(await saidOf(Buffer.from('a: 1', 'utf16le'))).toContain('line 1: holds a zero byte: it is UTF-16 or no text.');
  writeFileSync(join(data, 'bad.yaml'), `\uFEFF${text}`);
  expect((await reading()).records).toHaveLength(2);
});

test('BY7 a folder without a record is said to be empty', async () => {
  rmSync(join(data, 'good.yaml'));
  writeFileSync(join(data, 'README.md'), '# none');
  expect((await reading()).omissions.map(omissionText)).toEqual([
    'relaton-data-iso/data: is empty. Expected the records of the catalogue, a YAML file each.',
  ]);
});
