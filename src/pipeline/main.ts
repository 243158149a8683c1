import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from '../model/parse.js';
import { place } from '../scene/place.js';
import { build } from './build.js';
import { findingsFiles, withFindings } from './findings.js';
import { printout } from './measure.js';
import { folderOf, readCatalogues } from './read.js';
import { recall } from './recall.js';
import { CATALOGUES } from './record.js';
import { Report } from './report.js';
import { Absent, read, readTables } from './tables.js';
import { datasetText, writeWhole } from './write.js';

const OPTIONS = {
  relaton: { type: 'string', default: '../shared/relaton' },
  'iso-committees': { type: 'string' },
  tables: { type: 'string', default: 'data' },
  out: { type: 'string', default: 'data/smart-cities.json' },
  report: { type: 'string' },
  'same-text': { type: 'string' },
  verbose: { type: 'boolean', default: false },
} as const;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function run(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
  const folders = CATALOGUES.map((name) => `relaton-data-${name}`).join(', ');
  if (!existsSync(values.relaton)) {
    throw new Absent(
      `${values.relaton}: not found. Expected a folder with the Relaton repositories ${folders}. Clone them from https://github.com/relaton side by side and name their folder with --relaton.`,
    );
  }
  const tables = readTables(
    values.tables,
    values['iso-committees'] ?? join(dirname(values.relaton), 'iso-open-data', 'iso_technical_committees.jsonl'),
  );
  say(`reading ${values.relaton}`);
  const { records, failures, missing } = readCatalogues(values.relaton);
  if (missing.length === CATALOGUES.length)
    throw new Absent(`${values.relaton}: holds none of ${folders}. Expected at least ${folderOf('.', 'itu')}.`);
  for (const name of missing) say(`no catalogue: ${folderOf(values.relaton, name)}`);
  for (const failure of failures) say(`cannot be read: ${failure}`);
  if (failures.length > 0) return 1;
  say(`${records.length} records, building`);
  const report = new Report();
  const judged = withFindings(place(build(records, tables, report)), findingsFiles(join(values.tables, 'sources', 'findings')));
  for (const line of judged.says) say(line);
  if (!judged.ok) return 1;
  const { dataset } = judged;
  const text = datasetText(dataset);
  const checked = parse(JSON.parse(text), { name: values.out });
  if (!checked.ok) {
    for (const issue of checked.issues) say(issue.message);
    say(`${checked.total} issues; ${values.out} is left as it was`);
    return 1;
  }
  for (const warning of checked.warnings) say(warning.message);
  writeWhole(values.out, text);
  const known =
    values['same-text'] === undefined
      ? ''
      : recall(read(values['same-text'], 'a table of pairs {"a": designation, "b": designation}, one JSON object per line'), dataset);
  const printed = `read ${records.length} records, ${failures.length} failures\n${printout(dataset, text, report, values.verbose)}${known}`;
  process.stdout.write(printed);
  if (values.report !== undefined) writeWhole(values.report, printed);
  say(`wrote ${values.out}`);
  return 0;
}

/** Runs and turns what goes wrong into a line on stderr and an exit code. */
function attempt(args: readonly string[]): number {
  try {
    return run(args);
  } catch (error) {
    const option = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!(error instanceof Error)) throw error;
    say(error.message);
    return error instanceof Absent || option ? 2 : 1;
  }
}

/**
 * `npm run data`: the Relaton folders and the tables under data/ → data/smart-cities.json.
 *
 * `--relaton DIR` (default ../shared/relaton), `--iso-committees FILE` (default iso-open-data/iso_technical_committees.jsonl beside
 * that folder), `--tables DIR` (default data), `--out FILE`, `--report FILE`, `--verbose`,
 * `--same-text FILE` (pairs known to be one text, one JSON object {a, b} per line: how many of them the dataset knows).
 * Progress and problems on stderr, the report on stdout.
 *
 * @returns 0 when the file was written, 1 when records or the dataset have issues, 2 when an input is absent or an option is not known
 */
export function main(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => resolve(attempt(args)));
}
