import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Standard } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { classify, readClassification } from '../../src/pipeline/classify.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** A record of the tables in ../shared/catalogue, as far as it is read here. */
export interface Row {
  readonly id: string;
  readonly w?: string;
  readonly t: string;
  readonly d?: string;
  readonly ty?: string;
  readonly st?: string;
  readonly sdo: readonly string[];
  readonly c?: readonly string[];
  readonly ics?: readonly string[];
  readonly kw?: readonly string[];
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/**
 * The values of a file with one JSON value per line, compressed or not.
 *
 * @param whole the file is one value
 */
export function readLines(path: string, whole = false): readonly unknown[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (whole) return [JSON.parse(text) as unknown];
  return linesOf(text).map((line) => JSON.parse(line) as unknown);
}

/** The shipped dataset. */
export function shippedCatalogue(): Catalogue {
  const parsed = parse(JSON.parse(readFileSync(resolve(ROOT, 'data/smart-cities.json'), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message ?? 'data/smart-cities.json is no dataset');
  return catalogue(parsed.dataset);
}

const sdoId = (name: string): string => name.toLowerCase();

/** A work by its newest record that has a title; status as the table has it, published ones in force. */
function standardOf(work: string, row: Row, known: Standard | undefined, rules: ReturnType<typeof readClassification>): Standard {
  const publishers = row.sdo.map(sdoId);
  const given =
    known ??
    classify(
      {
        id: work,
        title: row.t,
        abstract: '',
        keywords: row.kw ?? [],
        deliverable: row.ty ?? '',
        sdo: publishers[0] ?? '',
        committees: [],
        group: '',
      },
      rules,
    );
  return {
    id: work,
    title: row.t,
    publishers,
    committees: row.c ?? [],
    deliverable: row.ty ?? '',
    kind: given.kind,
    role: given.role,
    level: given.level,
    tier: 'core',
    status: row.st === 'published' ? 'in-force' : row.st === 'draft' ? 'under-development' : 'superseded',
    editions: [{ id: row.id, status: 'in-force', ...(row.d === undefined ? {} : { date: row.d }) }],
    ...(row.ics ? { ics: row.ics } : {}),
    topics: given.topics,
    reasons: given.reasons,
    sources: ['table'],
  };
}

/** Newest record of every work, in the order of the table. */
function worksOf(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const works = new Map<string, Row>();
  for (const row of rows) {
    const work = row.w ?? row.id;
    const known = works.get(work);
    if (row.t !== '' && (known === undefined || (row.d ?? '') > (known.d ?? ''))) works.set(work, row);
  }
  return works;
}

/** A catalogue of plain records: titles, publishers, committees and ICS of the tables, topics and role by the project's own rules. */
export function catalogueOf(rows: readonly Row[], shipped: Catalogue): Catalogue {
  const rules = readClassification(
    JSON.parse(readFileSync(resolve(ROOT, 'data/sources/classification.json'), 'utf8')),
    JSON.parse(readFileSync(resolve(ROOT, 'data/taxonomy.json'), 'utf8')),
  );
  const standards = [...worksOf(rows)].map(([work, row]) => standardOf(work, row, shipped.find(work), rules));
  const sdos = [...new Set(standards.flatMap(({ publishers }) => publishers))].map((id) => ({ id, name: id, title: id }));
  return catalogue({ ...shipped.dataset, standards, sdos, committees: [], findings: [], asOf: shipped.dataset.asOf });
}

/** Where the reference files lie; undefined when they are not there. */
export function sharedFolder(given = '../shared'): string | undefined {
  const folder = resolve(ROOT, given);
  return existsSync(resolve(folder, 'analysis/labelled_pairs.jsonl')) ? folder : undefined;
}
