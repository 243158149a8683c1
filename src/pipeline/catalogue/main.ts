import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { writeCompact } from '../../model/compact.js';
import type { Dataset } from '../../model/dataset.js';
import { readCompact } from '../../model/parse-compact.js';
import { place } from '../../scene/place.js';
import { Absent } from '../faults.js';
import { Report } from '../report.js';
import { readTables } from '../tables.js';
import { writeWhole } from '../write.js';
import { catalogueDataset } from './dataset.js';
import { onDiscs } from './discs.js';
import { readRows, TABLES, type Row } from './rows.js';

const OPTIONS = {
  current: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  tables: { type: 'string', default: 'data' },
  out: { type: 'string', default: 'demo/.catalogue' },
  layout: { type: 'string', default: 'forces' },
  committees: { type: 'string' },
} as const;

/** How the standards get their places. */
const LAYOUTS: ReadonlyMap<string, (dataset: Dataset) => Dataset> = new Map([
  ['forces', (dataset: Dataset) => place(dataset)],
  ['discs', onDiscs],
  ['none', (dataset: Dataset) => dataset],
]);

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function readTable(folder: string): readonly Row[] {
  return TABLES.flatMap((name) => {
    const file = join(folder, `${name}.jsonl.gz`);
    if (!existsSync(file)) throw new Absent(`${file}: not found. Expected the table of a catalogue, one JSON object per line, gzipped.`);
    const rows = readRows(gunzipSync(readFileSync(file)).toString('utf8'), name);
    say(`read ${rows.length} rows of ${file}`);
    return rows;
  });
}

/** Size of a file per standard, as it is and as a server sends it. */
function sizes(dataset: Dataset, bytes: Uint8Array, packed: Uint8Array): string {
  const json = Buffer.from(JSON.stringify(dataset));
  const count = dataset.standards.length;
  const each = (size: number): string => (size / count).toFixed(1);
  return [
    `${count} standards, ${dataset.committees.length} committees, ${dataset.topics.length} topics, `,
    `${dataset.standards.reduce((sum, { relations }) => sum + (relations?.length ?? 0), 0)} relations\n`,
    `bytes per standard: compact ${each(bytes.length)}, gzip -9 ${each(packed.length)}; `,
    `JSON ${each(json.length)}, gzip -9 ${each(gzipSync(json, { level: 9 }).length)}\n`,
  ].join('');
}

function write(dataset: Dataset, file: string): boolean {
  const bytes = writeCompact(dataset);
  const checked = readCompact(bytes, { name: file });
  if (!checked.ok) {
    for (const issue of checked.issues.slice(0, 20)) say(issue.message);
    say(`${checked.total} issues; ${file} is left as it was`);
    return false;
  }
  for (const warning of checked.warnings.slice(0, 20)) say(warning.message);
  const packed = gzipSync(bytes, { level: 9 });
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, bytes);
  writeWhole(`${file}.gz`, packed);
  process.stdout.write(`${file}: ${sizes(dataset, bytes, packed)}`);
  return true;
}

function run(args: readonly string[]): number {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  const folder = positionals[0] ?? '../shared/catalogue';
  const placed = LAYOUTS.get(values.layout);
  if (!placed) throw new Absent(`--layout ${values.layout}: expected one of ${[...LAYOUTS.keys()].join(', ')}.`);
  const open = join(dirname(folder), 'iso-open-data');
  const tables = readTables(values.tables, values.committees ?? join(open, 'iso_technical_committees.jsonl'));
  const xml = join(open, 'ICS-simple.xml');
  if (!existsSync(xml)) say(`${xml}: not found; standards get no topics by their ICS codes`);
  const ics = existsSync(xml) ? readFileSync(xml, 'utf8') : '';
  const rows = readTable(folder);
  const both = values.current === values.all;
  const wanted = [...(both || values.current ? [true] : []), ...(both || values.all ? [false] : [])];
  const written = wanted.map((current) => {
    const dataset = catalogueDataset(rows, tables, { current, ics }, new Report());
    say(`placing ${dataset.standards.length} standards (${values.layout})`);
    return write(placed(dataset), join(values.out, current ? 'current.smc' : 'all.smc'));
  });
  return written.every(Boolean) ? 0 : 1;
}

/**
 * `npm run catalogue`: the tables of four whole catalogues → compact files for the map, `current.smc` and `all.smc`, each also gzipped.
 *
 * `[DIR]` (default ../shared/catalogue), `--current` or `--all` for one of the two, `--out DIR` (default demo/.catalogue),
 * `--layout forces|discs|none` (default forces; discs is a quick arrangement by committee), `--tables DIR` (default data),
 * `--committees FILE` (default iso-open-data/iso_technical_committees.jsonl beside DIR).
 * Progress and problems on stderr, sizes on stdout.
 *
 * @returns 0 when the files were written, 1 when a dataset has issues, 2 when an input is absent or an option is not known
 */
export function main(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    try {
      resolve(run(args));
    } catch (error) {
      const option = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
      if (!(error instanceof Error) || !(error instanceof Absent || option)) throw error;
      say(error.message);
      resolve(2);
    }
  });
}
