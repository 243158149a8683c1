import { basename, join } from 'node:path';
import type { Dataset } from '../model/dataset.js';
import { parse } from '../model/parse.js';
import { build } from './build.js';
import { sourceOf } from './catalogues.js';
import { Contradiction, type Omission } from './faults.js';
import { findingsFiles, withFindings } from './findings.js';
import { catalogueFolders, type CatalogueFolder } from './folders.js';
import { fresher, readDeliverables } from './iso-deliverables.js';
import { readFolder, type Reading } from './read.js';
import { CATALOGUES, type CatalogueName, type CatalogueRecord } from './record.js';
import { Report } from './report.js';
import { readTables } from './tables.js';
import { breathe, type Watch } from './watch.js';

/** What catalogues are imported with. */
export interface ImportOptions {
  /** Folder laid out like `data/`: taxonomy.json and sources/. */
  readonly tables: string;
  /** ISO Open Data's iso_technical_committees.jsonl. */
  readonly isoCommittees: string;
  /** ISO Open Data's iso_deliverables_metadata.jsonl: a fresher ISO catalogue than Relaton's, or the only one. */
  readonly isoDeliverables?: string;
  /** The day of the run, which no snapshot can be later than. */
  readonly today: string;
  /** Every standard of the catalogues; default only those of the smart-city selection. */
  readonly all?: boolean;
  /** What can be read is taken although something cannot; default false. */
  readonly keepGoing?: boolean;
  /**
   * Days of the snapshots by catalogue, `iso-open-data` for the deliverables. Default: the days of the snapshots that the published dataset is
   * made of, and that of the newest deliverable.
   */
  readonly asOf?: ReadonlyMap<CatalogueName | 'iso-open-data', string>;
}

/** What an import read. */
export interface Taken {
  readonly records: number;
  /** What could not be read. */
  readonly omissions: readonly Omission[];
}

/** A dataset of catalogues; or none, since records could not be read or the dataset has faults. */
export type Imported =
  | (Taken & { readonly ok: true; readonly dataset: Dataset; readonly report: Report })
  | (Taken & {
      readonly ok: false;
      /** Faults of the dataset; none where records could not be read. */
      readonly issues: readonly string[];
    });

function foldersOf(inputs: readonly string[], watch: Watch): readonly CatalogueFolder[] {
  const found = new Map<CatalogueName, CatalogueFolder>();
  for (const input of inputs) {
    const { folders, others } = catalogueFolders(input);
    for (const name of others) watch.say(`${name}: left aside; the catalogues that are read are ${CATALOGUES.join(', ')}`);
    for (const folder of folders) {
      if (found.has(folder.catalogue))
        throw new Contradiction(`${input}: the catalogue ${folder.catalogue} is given twice. Expected it once.`);
      found.set(folder.catalogue, folder);
    }
  }
  return CATALOGUES.flatMap((name) => found.get(name) ?? []);
}

async function readOpenData({ isoDeliverables, asOf, today }: ImportOptions, watch: Watch): Promise<Reading> {
  if (isoDeliverables === undefined) return { records: [], omissions: [] };
  const name = basename(isoDeliverables);
  const day = asOf?.get('iso-open-data');
  const reading = await readDeliverables(isoDeliverables, { name, today, ...(day !== undefined && { asOf: day }) }, watch);
  watch.say(`${name}: ${String(reading.records.length)} records, as of ${reading.records[0]?.source.asOf ?? 'no day'}`);
  return reading;
}

async function readAll(folders: readonly CatalogueFolder[], options: ImportOptions, watch: Watch): Promise<Reading> {
  const { asOf } = options;
  const records: CatalogueRecord[] = [];
  const omissions: Omission[] = [];
  for (const folder of folders) {
    const source = sourceOf(folder.catalogue, asOf?.get(folder.catalogue));
    const reading = await readFolder(folder, { catalogue: folder.catalogue, source }, watch);
    for (const record of reading.records) records.push(record);
    omissions.push(...reading.omissions);
    watch.say(`${folder.shown}: ${String(reading.records.length)} records, as of ${source.asOf}`);
  }
  const open = await readOpenData(options, watch);
  omissions.push(...open.omissions);
  if (open.records.length === 0) return { records, omissions };
  const all = fresher(records, open.records);
  const left = records.length + open.records.length - all.length;
  if (left > 0) watch.say(`${String(left)} records of ISO's older snapshot are left for those of the fresher one`);
  return { records: all, omissions };
}

/**
 * Catalogues → dataset, without positions: equal folders and tables give equal datasets.
 *
 * @param inputs folders of Relaton: the one with the repositories, single repositories, or their folders data
 * @throws Absent when an input or a table is not there; Contradiction when a table is wrong; the reason of the signal when it is aborted
 */
export async function importCatalogues(inputs: readonly string[], options: ImportOptions, watch: Watch): Promise<Imported> {
  const folders = foldersOf(inputs, watch);
  const tables = readTables(options.tables, options.isoCommittees);
  const { records, omissions } = await readAll(folders, options, watch);
  const taken: Taken = { records: records.length, omissions };
  if (omissions.length > 0 && options.keepGoing !== true) return { ...taken, ok: false, issues: [] };
  watch.say(`building a dataset of ${String(records.length)} records`);
  await breathe(watch.signal);
  const report = new Report();
  const built = build(records, tables, report, options.all);
  await breathe(watch.signal);
  const judged = withFindings(built, findingsFiles(join(options.tables, 'sources', 'findings')));
  if (!judged.ok) throw new Contradiction(judged.says.join('\n'));
  for (const line of judged.says) watch.say(line);
  // The format's own order of keys, and what only a file can show: JSON knows no undefined
  const checked = parse(JSON.parse(JSON.stringify(judged.dataset)));
  if (!checked.ok) return { ...taken, ok: false, issues: checked.issues.map(({ message }) => message) };
  for (const warning of checked.warnings) watch.say(warning.message);
  return { ...taken, ok: true, dataset: checked.dataset, report };
}
