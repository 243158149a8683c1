import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { overlaps } from '../../src/analysis/overlaps.js';
import { isSameTitle } from '../../src/analysis/same-title.js';
import { NEIGHBOURS, similarity, type Similarity } from '../../src/analysis/similarity.js';
import { elementsOf } from '../../src/analysis/title.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { placesIn } from '../../src/model/places.js';
import { catalogueDataset } from '../../src/pipeline/catalogue/dataset.js';
import { readRows, TABLES, type Row } from '../../src/pipeline/catalogue/rows.js';
import { Report } from '../../src/pipeline/report.js';
import { readTables } from '../../src/pipeline/tables.js';
import { PlainTfIdf } from './plain-tfidf.js';

const ROOT = resolve(import.meta.dirname, '../..');
/** Titles that the plain method is asked about; the whole is their mean times all titles. */
const ASKED = 100;

const say = (line: string): void => void process.stdout.write(`  ${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

interface Timed<T> {
  readonly result: T;
  /** Milliseconds by the clock, and of the processor. */
  readonly clock: number;
  readonly cpu: number;
}

function timed<T>(run: () => T): Timed<T> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = run();
  const { user, system } = process.cpuUsage(used);
  return { result, clock: performance.now() - start, cpu: (user + system) / 1000 };
}

const both = ({ clock, cpu }: Timed<unknown>): string => `${seconds(clock)} by the clock, ${seconds(cpu)} of the processor`;

const tableRows = (shared: string): readonly Row[] =>
  TABLES.flatMap((name) => readRows(gunzipSync(readFileSync(resolve(shared, `catalogue/${name}.jsonl.gz`))).toString('utf8'), name));

/** The four catalogues as one dataset: current standards, or every record as a work of its own. */
function wholeCatalogue(shared: string, extent: 'current' | 'records'): Catalogue {
  const tables = readTables(resolve(ROOT, 'data'), resolve(shared, 'iso-open-data/iso_technical_committees.jsonl'));
  const rows = tableRows(shared);
  const ics = readFileSync(resolve(shared, 'iso-open-data/ICS-simple.xml'), 'utf8');
  const dataset = catalogueDataset(rows, tables, { current: true, ics }, new Report());
  if (extent === 'current') return catalogue(dataset);
  const [one] = dataset.standards;
  if (!one) throw new Error('the tables have no standard');
  const records = rows.flatMap(({ id, title, publishers, committees }, at) =>
    title === '' ? [] : { ...one, id: `${id} ${at}`, title, publishers, committees, ics: [], relations: [] },
  );
  return catalogue({ ...dataset, standards: records });
}

/** All neighbours by every term, measured on some and multiplied; the honest part is that the plain method has no shortcut. */
function plainTime({ standards }: Catalogue, index: Similarity): number {
  const build = timed(() => new PlainTfIdf(standards.map(({ title }) => title)));
  const step = Math.max(1, Math.floor(standards.length / ASKED));
  const places = [...standards.keys()].filter((at) => at % step === 0);
  const asked = timed(() => places.forEach((at) => build.result.nearest(at, 10, (other) => index.differentOwners(at, other))));
  const whole = build.cpu + (asked.cpu / places.length) * standards.length;
  say(
    `plain TF-IDF, all pairs: ${seconds(whole)} of the processor (${seconds(build.cpu)} to build, then ${places.length} of ${standards.length} titles, multiplied)`,
  );
  return whole;
}

function neighboursOfAll(known: Catalogue): { readonly index: Similarity; readonly cpu: number } {
  const built = timed(() => similarity(known));
  say(`index: ${both(built)}; ${built.result.terms.size} terms`);
  const near = timed(() => known.standards.forEach((_, at) => built.result.neighbours(at)));
  say(`the ten nearest of other owners of every title: ${both(near)}`);
  return { index: built.result, cpu: built.cpu + near.cpu };
}

const peak = (): string => `${Math.round(process.resourceUsage().maxRSS / 1000)} MB at most, the tables and the catalogue among them`;

/** Works of four catalogues by the title of their newest edition and their publishers, nothing else known of them. */
function titlesOnly(rows: readonly Row[], like: Catalogue): Catalogue {
  const [one] = like.standards;
  if (!one) throw new Error('the tables have no standard');
  const works = new Map<string, Row>();
  for (const row of rows) if (!row.isAmendment && row.date >= (works.get(row.work)?.date ?? '')) works.set(row.work, row);
  const standards = [...works].map(([id, { title, publishers }]) => ({
    ...one,
    id,
    title,
    publishers: publishers.map((name) => name.toLowerCase()),
    committees: [],
    ics: [],
    relations: [],
  }));
  return catalogue({ ...like.dataset, standards });
}

/** ITU-T Recommendations whose record carries the identifier of an ISO or IEC work. */
function declaredTwins(rows: readonly Row[], places: ReadonlyMap<string, number>): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  for (const { catalogue: table, work, aliases } of rows)
    for (const alias of table === 'itu' ? aliases : []) {
      const [from, to] = [places.get(work), places.get(alias)];
      if (/^(?:ISO|IEC)/.test(alias) && from !== undefined && to !== undefined) pairs.set(`${from} ${to}`, [from, to]);
    }
  return [...pairs.values()];
}

/** Declared same texts of ITU-T and ISO/IEC, found by nothing but their titles among all works of four catalogues. */
export function printTwins(shared: string): void {
  const rows = tableRows(shared);
  const known = titlesOnly(rows, wholeCatalogue(shared, 'current'));
  const index = similarity(known);
  const pairs = declaredTwins(rows, placesIn(known));
  const rankIn = (from: number, to: number): number => {
    const rank = index.neighbours(from).findIndex(({ at }) => at === to);
    return rank < 0 ? NEIGHBOURS : rank;
  };
  const share = (holds: (pair: readonly [number, number]) => boolean): string =>
    `${((100 * pairs.filter(holds).length) / pairs.length).toFixed(1)} %`;
  process.stdout.write(
    `\n${pairs.length} declared same texts of ITU-T and ISO/IEC among ${known.standards.length} works, by titles alone\n`,
  );
  say(`each is the nearest of the other: ${share(([a, b]) => index.rank(a, b) === 0)} (floor 79 %, aim 85 %)`);
  say(`asked from ITU-T: the nearest ${share(([a, b]) => rankIn(a, b) === 0)}, among ten ${share(([a, b]) => rankIn(a, b) < NEIGHBOURS)}`);
  const titles = (at: number) => ({ title: known.standards[at]?.title ?? '', elements: elementsOf(known.standards[at]?.title ?? '') });
  say(`their titles are equal as the tier same-text has it: ${share(([a, b]) => isSameTitle(titles(a), titles(b)))}`);
}

/** Current standards of four catalogues: index, neighbours, candidates. */
export function printCurrent(shared: string): void {
  const known = wholeCatalogue(shared, 'current');
  process.stdout.write(`\n${known.standards.length} current standards of four catalogues, Node, one thread\n`);
  const { index, cpu } = neighboursOfAll(known);
  const listed = timed(() => overlaps(known));
  say(`candidates: ${both(listed)}; ${listed.result.length} pairs`);
  const whole = cpu + listed.cpu;
  say(`whole: ${seconds(whole)} of the processor (at most 60 s); ${peak()} (at most 1,500)`);
  say(`ratio to the plain method: ${(plainTime(known, index) / whole).toFixed(0)} times faster`);
}

/** Every record of four catalogues: index and neighbours. */
export function printRecords(shared: string): void {
  const known = wholeCatalogue(shared, 'records');
  process.stdout.write(`\n${known.standards.length} records of four catalogues, Node, one thread\n`);
  const { index, cpu } = neighboursOfAll(known);
  say(`whole: ${seconds(cpu)} of the processor (floor 20 s, aim 10 s); ${peak()}`);
  say(`ratio to the plain method: ${(plainTime(known, index) / cpu).toFixed(0)} times faster`);
}
