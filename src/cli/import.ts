import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isPartialDate } from '../model/value.js';
import { Absent, Contradiction, omissionText } from '../pipeline/faults.js';
import { importCatalogues, type Imported } from '../pipeline/import.js';
import { printout, trapCounts } from '../pipeline/measure.js';
import { recall } from '../pipeline/recall.js';
import { CATALOGUES } from '../pipeline/record.js';
import { read } from '../pipeline/tables.js';
import { datasetText } from '../pipeline/write.js';
import { Unusable, type Command, type ExitCode, type Io, type Options } from './command.js';
import { deliver } from './dataset-file.js';
import { IMPORT_TABLE_OPTIONS, importTables } from './import-table.js';
import { INPUTS, inputKind, type InputKind } from './input-kind.js';
import { migrateFile } from './migrate-file.js';
import { packageFolder } from './package-folder.js';
import { parseArguments, type Arguments } from './parse-arguments.js';

/** Remarks of one kind that are printed one by one. */
const SHOWN = 10;

const OPTIONS = {
  out: { type: 'string', value: 'FILE', says: 'where the result goes; stdout otherwise' },
  all: { type: 'boolean', says: 'every standard of the catalogues, not only those of the smart-city selection' },
  'keep-going': { type: 'boolean', says: 'take what can be read, list what is left out (exit 1)' },
  tables: { type: 'string', value: 'DIR', says: 'folder with taxonomy.json and sources/; otherwise data, or that of the package' },
  'iso-committees': { type: 'string', value: 'FILE', says: 'ISO Open Data, iso_technical_committees.jsonl' },
  'as-of': { type: 'string', multiple: true, value: 'NAME=DAY', says: 'day of a snapshot: itu=2026-08-22, iso-open-data=2026-11-01' },
  'same-text': { type: 'string', value: 'FILE', says: 'pairs {a, b} known to be one text, JSON lines: how many are found' },
  report: { type: 'string', value: 'FILE', says: 'keeps the report in a file' },
  json: { type: 'boolean', says: 'the report as JSON on stdout; needs --out' },
  verbose: { type: 'boolean', says: 'the report with examples and notes' },
  ...IMPORT_TABLE_OPTIONS,
} as const satisfies Options;

type Values = Arguments<typeof OPTIONS>['values'];

interface Input {
  readonly file: string;
  readonly kind: InputKind;
}

/** The committees of ISO: as given, or beside the catalogues where a clone of the project has them. */
function isoCommitteesOf(inputs: readonly Input[], values: Values, io: Io): string {
  const given = values['iso-committees'] ?? inputs.find(({ kind }) => kind === 'iso-committees')?.file;
  if (given !== undefined) return resolve(io.cwd, given);
  const name = 'iso_technical_committees.jsonl';
  const beside = inputs
    .filter(({ kind }) => kind === 'folder')
    .map(({ file }) => join(dirname(resolve(io.cwd, file)), 'iso-open-data', name))
    .find((file) => existsSync(file));
  if (beside !== undefined) return beside;
  throw new Unusable(
    `import: no list of ISO's committees. Expected ISO Open Data's ${name} as an input or with --iso-committees; get it from https://www.iso.org/open-data.html.`,
  );
}

/** What a run found out, for people or for programs. */
function reportOf(imported: Imported & { readonly ok: true }, text: string, values: Values, io: Io): string {
  const { dataset, report, records, omissions } = imported;
  if (values.json) {
    const { standards } = dataset;
    const counts = { records, standards: standards.length, editions: standards.flatMap(({ editions }) => editions).length };
    return `${JSON.stringify({ ...counts, leftOut: omissions, traps: trapCounts(report), notes: report.notes }, null, 2)}\n`;
  }
  const pairs = values['same-text'];
  const what = 'a table of pairs {"a": designation, "b": designation}, one JSON object per line';
  const known = pairs === undefined ? '' : recall(read(resolve(io.cwd, pairs), what), dataset);
  return `read ${String(records)} records, ${String(omissions.length)} failures\n${printout(dataset, text, report, values.verbose)}${known}`;
}

const SNAPSHOTS = [...CATALOGUES, 'iso-open-data'] as const;

/** The days of snapshots that were given. */
function daysOf(given: readonly string[]): ReadonlyMap<(typeof SNAPSHOTS)[number], string> {
  return new Map(
    given.map((one) => {
      const [name, day] = one.split('=');
      const catalogue = SNAPSHOTS.find((known) => known === name);
      if (catalogue !== undefined && day !== undefined && isPartialDate(day)) return [catalogue, day];
      throw new Unusable(
        `import: --as-of ${one} is no day of a snapshot. Expected NAME=DAY, NAME one of ${SNAPSHOTS.join(', ')}, DAY such as 2026-08-22.`,
      );
    }),
  );
}

/** Names of committees that no registry has, for whoever keeps the tables. */
function tellUnknown(notes: readonly string[], io: Io): void {
  const unknown = notes.filter((note) => note.startsWith('committee not known:'));
  for (const note of unknown.slice(0, SHOWN)) io.say(`${note}; the standard comes without it. Expected a name of sources/committees.json.`);
  if (unknown.length > SHOWN) io.say(`… and ${String(unknown.length - SHOWN)} more (--verbose lists them)`);
}

/** The folder of the tables that say what is selected and how it is classified: as given, that of a clone, else what the package brings. */
function tablesOf(given: string | undefined, io: Io): string {
  const own = resolve(io.cwd, given ?? 'data');
  if (given !== undefined || existsSync(join(own, 'taxonomy.json'))) return own;
  return join(packageFolder(), 'data');
}

async function catalogues(inputs: readonly Input[], values: Values, io: Io): Promise<ExitCode> {
  const folders = inputs.filter(({ kind }) => kind === 'folder').map(({ file }) => resolve(io.cwd, file));
  const [deliverables, ...more] = inputs.filter(({ kind }) => kind === 'iso-deliverables');
  if (more.length > 0) throw new Unusable('import: ISO Open Data is given twice. Expected one file of deliverables.');
  const options = {
    today: io.today,
    asOf: daysOf(values['as-of']),
    ...(deliverables && { isoDeliverables: resolve(io.cwd, deliverables.file) }),
    tables: tablesOf(values.tables, io),
    isoCommittees: isoCommitteesOf(inputs, values, io),
    all: values.all,
    keepGoing: values['keep-going'],
  };
  const imported = await importCatalogues(folders, options, io);
  for (const omission of imported.omissions) io.say(`left out: ${omissionText(omission)}`);
  if (!imported.ok) {
    for (const issue of imported.issues) io.say(issue);
    const [count, what] = [
      imported.issues.length || imported.omissions.length,
      imported.issues.length > 0 ? 'issues' : 'files cannot be read',
    ];
    io.say(`${String(count)} ${what}; nothing was written${imported.issues.length > 0 ? '' : '. --keep-going takes the others'}`);
    return 1;
  }
  tellUnknown(imported.report.notes, io);
  const text = datasetText(imported.dataset);
  const printed = reportOf(imported, text, values, io);
  deliver(text, values.out, io);
  if (values.report !== undefined) deliver(printed, values.report, io);
  if (values.out !== undefined) io.out(printed);
  else if (values.report === undefined) for (const line of printed.trimEnd().split('\n')) io.say(line);
  return imported.omissions.length > 0 ? 1 : 0;
}

/** The road of an input: all of one run take the same. */
async function byKind(inputs: readonly Input[], values: Values, io: Io): Promise<ExitCode> {
  const [first, ...more] = inputs;
  if (first === undefined) throw new Unusable(`import: no input. Expected ${INPUTS}.`);
  const kinds = new Set(inputs.map(({ kind }) => kind));
  if (kinds.has('dataset')) {
    if (more.length > 0)
      throw new Unusable('import: a dataset beside other inputs. Expected it alone; standards-map merge puts several together.');
    return migrateFile(first.file, values.out, io);
  }
  if (kinds.has('table')) {
    if (kinds.size > 1)
      throw new Unusable(
        'import: a table beside catalogues. Expected tables alone; standards-map merge takes the submission that they become.',
      );
    const { out, against, json } = values;
    return importTables({ files: inputs.map(({ file }) => file), out, against, keepGoing: values['keep-going'], json, values, io });
  }
  if (!kinds.has('folder') && !kinds.has('iso-deliverables'))
    throw new Unusable('import: committees alone. Expected a catalogue with them.');
  return catalogues(inputs, values, io);
}

/** `standards-map import`: catalogues → dataset, tables → submission. */
export const importCommand: Command = {
  name: 'import',
  summary: 'makes a dataset of catalogues, and a submission of tables',
  usage: 'INPUT... [--out FILE]',
  about: [
    'Inputs are told by what they hold: folders of Relaton (the one with the repositories relaton-data-*,',
    'a repository, or its folder data), JSON lines of ISO Open Data, a dataset, tables of contact persons.',
    'Without --keep-going a record that cannot be read ends the run, and nothing is written.',
  ].join('\n'),
  options: OPTIONS,
  examples: [
    'standards-map import relaton iso_technical_committees.jsonl --out map.json',
    'standards-map import relaton iso_deliverables_metadata.jsonl iso_technical_committees.jsonl --out map.json',
    'standards-map import relaton/relaton-data-itu --iso-committees committees.jsonl --all --out itu.json',
    'standards-map import iso.xlsx --against map.json --body iso --date 2026-11-20 --out iso-2026-11.json',
  ],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    if (values.json && values.out === undefined)
      throw new Unusable('import: --json without --out. Expected --out FILE, for the report takes stdout.');
    const inputs = positionals.map((file) => ({ file, kind: inputKind(file, io) }));
    try {
      return await byKind(inputs, values, io);
    } catch (error) {
      if (error instanceof Absent || error instanceof Contradiction) throw new Unusable(error.message);
      throw error;
    }
  },
};
