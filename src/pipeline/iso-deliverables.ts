import type { Source } from '../model/dataset.js';
import { Cell } from './cell.js';
import { Contradiction, Unreadable, type Omission } from './faults.js';
import { isoReference } from './iso-committees.js';
import { jsonLines } from './json-lines.js';
import type { Reading } from './read.js';
import type { CatalogueRecord, RawRelation } from './record.js';
import { decodeEntities } from './titles.js';
import type { Watch } from './watch.js';
import { text } from './yaml-value.js';

/** Longest scope that is looked at, UTF-16 units. */
const SCOPE = 20_000;
const DAY = /^\d{4}(-\d{2}){0,2}$/;

/** One line of ISO Open Data's `iso_deliverables_metadata.jsonl`, its relations still by number. */
interface Deliverable {
  readonly id: number;
  readonly record: Omit<CatalogueRecord, 'source' | 'relations'>;
  readonly replaces: readonly number[];
  readonly replacedBy: readonly number[];
}

/** Text where there is one; ISO leaves out what it does not have, or gives null. */
const textIn = (cell: Cell): string =>
  cell.value === undefined || cell.value === null ? '' : text(typeof cell.value === 'string' ? cell.value : cell.fail('text'));

const listIn = (cell: Cell): readonly Cell[] => (cell.value === undefined || cell.value === null ? [] : cell.list());

/** The text in one language of `{"en": …, "fr": …}`. */
const inLanguage = (cell: Cell, language: string): string =>
  cell.value === undefined || cell.value === null ? '' : textIn(cell.at(language));

/** ISO's stage as the stage codes write it: 6060 → `60.60`, 60 → `00.60`; empty where there is none. */
export function stageOf(cell: Cell): string {
  if (cell.value === undefined || cell.value === null) return '';
  const stage = String(cell.integer(0)).padStart(4, '0');
  return stage.length === 4 ? `${stage.slice(0, 2)}.${stage.slice(2)}` : cell.fail('a stage of at most four digits, such as 6060');
}

/** A scope without its HTML: it is read to classify, and never stored. */
const plainScope = (html: string): string => text(decodeEntities(html.slice(0, SCOPE).replace(/<[^<>]*>/g, ' ')));

function dateIn(cell: Cell): CatalogueRecord['dates'] {
  const value = textIn(cell);
  if (value === '') return [];
  return DAY.test(value) ? [{ kind: 'published', value }] : cell.fail('a day such as 2024-09-30');
}

function deliverableOf(cell: Cell): Deliverable {
  const id = cell.at('id').integer(1);
  const designation = textIn(cell.at('reference')) || cell.at('reference').fail('a designation such as ISO 37122:2019');
  const [title, scope, edition, owner] = [cell.at('title'), cell.at('scope'), cell.at('edition'), textIn(cell.at('ownerCommittee'))];
  const french = inLanguage(title, 'fr');
  return {
    id,
    record: {
      catalogue: 'iso',
      file: `${String(id)}.json`,
      model: '',
      designation,
      otherIds: [],
      title: inLanguage(title, 'en'),
      titles: french === '' ? {} : { fr: french },
      doctype: textIn(cell.at('deliverableType')),
      stage: stageOf(cell.at('currentStage')),
      dates: dateIn(cell.at('publicationDate')),
      edition: edition.value === undefined || edition.value === null ? '' : String(edition.integer(0)),
      committees: owner === '' ? [] : [isoReference(owner)],
      ics: listIn(cell.at('icsCode')).map((code) => code.text()),
      url: `https://www.iso.org/standard/${String(id)}.html`,
      keywords: [],
      abstract: plainScope(inLanguage(scope, 'en')),
    },
    replaces: listIn(cell.at('replaces')).map((other) => other.integer(1)),
    replacedBy: listIn(cell.at('replacedBy')).map((other) => other.integer(1)),
  };
}

function parsed(line: string | Unreadable): Deliverable {
  if (line instanceof Unreadable) throw line;
  try {
    return deliverableOf(new Cell(JSON.parse(line), 'deliverable'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable(`is no JSON: ${error.message}. Expected one JSON object per line.`);
    if (error instanceof Contradiction) throw new Unreadable(error.message);
    throw error;
  }
}

/** The snapshot as a source: its day is that of the newest text in it that is out. */
const sourceOf = (asOf: string): Source => ({
  id: 'iso-open-data-deliverables',
  catalogue: 'ISO Open Data, deliverables metadata',
  asOf,
  licence: 'ODC-By 1.0: contains information from ISO Open Data, made available under the Open Data Commons Attribution License',
  url: 'https://www.iso.org/open-data.html',
  sdos: ['iso', 'jtc1'],
});

function recordsOf(
  deliverables: readonly Deliverable[],
  asOf: string,
): { readonly records: readonly CatalogueRecord[]; readonly lost: number } {
  const source = sourceOf(asOf);
  const references = new Map(deliverables.map(({ id, record }) => [id, record.designation]));
  let lost = 0;
  const named = (type: string, ids: readonly number[]): readonly RawRelation[] =>
    ids.flatMap((id) => {
      const to = references.get(id);
      if (to === undefined) lost += 1;
      return to === undefined ? [] : [{ type, to }];
    });
  const records = deliverables.map(({ record, replaces, replacedBy }) => ({
    ...record,
    source,
    relations: [...named('obsoletes', replaces), ...named('obsoletedBy', replacedBy)],
  }));
  return { records, lost };
}

/** What ISO Open Data is read with. */
export interface DeliverablesOptions {
  /** How messages name the file. */
  readonly name: string;
  /** Day of the snapshot; default that of its newest text which is out on the day of the run. */
  readonly asOf?: string;
  /** The day of the run. */
  readonly today: string;
}

/**
 * The records of ISO Open Data's deliverables: one JSON object per line, relations resolved over the whole file.
 *
 * @returns lines that cannot be read as omissions
 * @throws the reason of the signal when it is aborted
 */
export async function readDeliverables(path: string, { name, asOf, today }: DeliverablesOptions, watch: Watch): Promise<Reading> {
  const deliverables: Deliverable[] = [];
  const omissions: Omission[] = [];
  try {
    for await (const { line, text: json } of jsonLines(path, name, watch)) {
      try {
        deliverables.push(parsed(json));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        omissions.push({ file: name, line, says: error.message });
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    omissions.push({ file: name, ...(error.line !== undefined && { line: error.line }), says: error.message });
  }
  if (deliverables.length === 0 && omissions.length === 0)
    omissions.push({ file: name, says: 'is empty. Expected one JSON object per line.' });
  const days = deliverables.flatMap(({ record }) => record.dates.map(({ value }) => value)).filter((day) => day <= today);
  const day = asOf ?? days.reduce((newest, one) => (one > newest ? one : newest), '');
  const { records, lost } = recordsOf(deliverables, day === '' ? today : day);
  if (lost > 0) watch.say(`${name}: ${String(lost)} relations name numbers that no line has`);
  return { records, omissions };
}

/** ISO's project number in the address of a page. */
const projectIn = (url: string): string => /iso\.org\/standard\/(\d+)\.html/.exec(url)?.[1] ?? '';

/**
 * Two snapshots of ISO's one catalogue as one: of a project that both have, the fresher record stays. An older one is no second opinion, and a
 * difference between the two is no conflict.
 */
export function fresher(relaton: readonly CatalogueRecord[], open: readonly CatalogueRecord[]): readonly CatalogueRecord[] {
  const [openDay, relatonDay] = [open[0]?.source.asOf ?? '', relaton.find(({ catalogue }) => catalogue === 'iso')?.source.asOf ?? ''];
  const isOpenFresher = openDay >= relatonDay;
  const projects = (records: readonly CatalogueRecord[]): ReadonlySet<string> =>
    new Set(records.filter(({ catalogue }) => catalogue === 'iso').map(({ url }) => projectIn(url)));
  const known = projects(isOpenFresher ? open : relaton);
  const isKept = ({ catalogue, url }: CatalogueRecord): boolean =>
    catalogue !== 'iso' || !known.has(projectIn(url)) || projectIn(url) === '';
  return isOpenFresher ? [...relaton.filter(isKept), ...open] : [...relaton, ...open.filter(isKept)];
}
