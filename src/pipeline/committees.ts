import type { Committee, CommitteeId, Sdo, Source, Succession } from '../model/dataset.js';
import { COMMITTEE_KINDS } from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import { Cell, given } from './cell.js';
import { Contradiction } from './faults.js';
import { isoCommittees } from './iso-committees.js';
import type { IsoCommittee } from './iso-committees.js';
import type { CatalogueName, CatalogueRecord } from './record.js';
import { CATALOGUES } from './record.js';
import type { Report } from './report.js';
import { readSource } from './source.js';

/** How a name printed in one catalogue is read; title and designation narrow a name that several groups share. */
interface PrintedName {
  readonly catalogue: CatalogueName;
  readonly printed: string;
  readonly committee: CommitteeId;
  readonly title?: RegExp;
  readonly designation?: RegExp;
}

/** A name that a catalogue prints where another committee is meant. */
interface Misfiled {
  readonly catalogue: CatalogueName;
  readonly printed: string;
  readonly designation: RegExp;
}

type Named = Pick<CatalogueRecord, 'catalogue' | 'designation' | 'title'>;

/** What is known of SDOs and committees, and the reading of the names that catalogues print. */
export interface CommitteeRegistry {
  /**
   * The committee that a printed name means, or null when the registry does not know it.
   *
   * Counts the traps it meets: 7 (a committee with predecessors or successors), 8 (known to be filed wrongly), 17 (a name
   * several ETSI groups share), 18 (IEC's name without IEC). A name that means nothing becomes a note, never silence.
   */
  readonly resolve: (record: Named, printedName: string, report: Report) => CommitteeId | null;
  /**
   * The committees of the ids with their ancestors, predecessors and successors, and the coordination groups that every
   * dataset has. Liaisons are those within the set. In natural order of the id.
   *
   * @throws Error for an id that no committee has, with the nearest one
   */
  readonly used: (ids: Iterable<CommitteeId>) => readonly Committee[];
  readonly sdos: () => readonly Sdo[];
  /** Sources that the committees name beside the background documents. */
  readonly sources: () => readonly Source[];
}

const COMMITTEE_KEYS = ['id', 'title', 'sdo', 'kind', 'parent', 'aliases', 'created', 'dissolved', 'contacts', 'url', 'sources', 'always'];

function readSdo(cell: Cell): Sdo {
  cell.table('id', 'name', 'title', 'url', 'jointOf');
  return {
    id: cell.at('id').text(),
    name: cell.at('name').text(),
    title: cell.at('title').text(),
    ...given('url', cell.at('url'), (url) => url.url()),
    ...given('jointOf', cell.at('jointOf'), (list) => list.texts()),
  };
}

/** A group address; a person's would have a name before the @. */
function address(cell: Cell): string {
  const text = cell.text();
  return /^[a-z0-9]+@lists\.itu\.int$/.test(text) ? text : cell.fail('the address of a mailing list, t25sg20all@lists.itu.int');
}

function readCommittee(cell: Cell, sdos: readonly Sdo[]): Committee {
  cell.table(...COMMITTEE_KEYS);
  return {
    id: cell.at('id').text(),
    title: cell.at('title').text(),
    sdo: cell.at('sdo').oneOf(sdos.map((sdo) => sdo.id)),
    kind: cell.at('kind').oneOf(COMMITTEE_KINDS),
    ...given('parent', cell.at('parent'), (parent) => parent.text()),
    ...given('aliases', cell.at('aliases'), (list) => list.texts()),
    ...given('created', cell.at('created'), (date) => date.date()),
    ...given('dissolved', cell.at('dissolved'), (date) => date.date()),
    ...given('contacts', cell.at('contacts'), (list) => list.list().map(address)),
    ...given('url', cell.at('url'), (url) => url.url()),
    ...given('sources', cell.at('sources'), (list) => list.texts()),
  };
}

function readName(cell: Cell, known: ReadonlyMap<CommitteeId, Committee>): PrintedName {
  cell.table('catalogue', 'printed', 'committee', 'title', 'designation');
  return {
    catalogue: cell.at('catalogue').oneOf(CATALOGUES),
    printed: cell.at('printed').text(),
    committee: cell.at('committee').oneOf([...known.keys()]),
    ...given('title', cell.at('title'), (pattern) => pattern.pattern('iu')),
    ...given('designation', cell.at('designation'), (pattern) => pattern.pattern('u')),
  };
}

function readMisfiled(cell: Cell): Misfiled {
  cell.table('catalogue', 'printed', 'designation', 'reason');
  cell.at('reason').text();
  return {
    catalogue: cell.at('catalogue').oneOf(CATALOGUES),
    printed: cell.at('printed').text(),
    designation: cell.at('designation').pattern('u'),
  };
}

/** Adds the end of each succession to both committees. */
function withSuccessions(known: ReadonlyMap<CommitteeId, Committee>, cells: readonly Cell[]): ReadonlyMap<CommitteeId, Committee> {
  const result = new Map(known);
  for (const cell of cells) {
    cell.table('from', 'to', 'date', 'reason');
    cell.at('reason').text();
    const ids = [...known.keys()];
    const from = cell.at('from').oneOf(ids);
    const to = cell.at('to').oneOf(ids);
    const end = (committee: CommitteeId): Succession => ({ committee, ...given('date', cell.at('date'), (date) => date.date()) });
    const [older, newer] = [result.get(from), result.get(to)];
    if (older) result.set(from, { ...older, successors: [...(older.successors ?? []), end(to)] });
    if (newer) result.set(to, { ...newer, predecessors: [...(newer.predecessors ?? []), end(from)] });
  }
  return result;
}

/** The committee and its ancestors; throws where a parent is unknown or the chain turns in a circle. */
function lineage(known: ReadonlyMap<CommitteeId, Committee>, id: CommitteeId): readonly Committee[] {
  const chain: Committee[] = [];
  for (let next: CommitteeId | undefined = id; next !== undefined;) {
    const committee: Committee | undefined = known.get(next);
    if (!committee) {
      const near = nearest(next, known.keys());
      const hint = near === undefined ? '' : ` Nearest: "${near}".`;
      throw new Contradiction(`committees "${id}": got the committee "${next}", expected one the registry knows.${hint}`);
    }
    if (chain.includes(committee))
      throw new Contradiction(`committees "${id}": got the parent "${next}" for the second time, expected no circle.`);
    chain.push(committee);
    next = committee.parent;
  }
  return chain;
}

/** Every spelling under which a committee is known, to its id; a spelling two committees share throws. */
function spellingsOf(known: ReadonlyMap<CommitteeId, Committee>): ReadonlyMap<string, CommitteeId> {
  const spellings = new Map([...known.keys()].map((id) => [id, id]));
  for (const committee of known.values()) {
    for (const alias of committee.aliases ?? []) {
      const other = spellings.get(alias);
      if (other !== undefined && other !== committee.id) {
        throw new Contradiction(
          `committees.json "${committee.id}": got the alias "${alias}" that "${other}" has, too; expected one owner.`,
        );
      }
      spellings.set(alias, committee.id);
    }
  }
  return spellings;
}

/** ISO's own titles to the ids, those that one committee only has. */
function titlesOf(iso: ReadonlyMap<CommitteeId, Committee>): ReadonlyMap<string, CommitteeId | null> {
  const titles = new Map<string, CommitteeId | null>();
  for (const { id, title } of iso.values()) titles.set(title, titles.has(title) ? null : id);
  return titles;
}

interface Reading {
  readonly known: ReadonlyMap<CommitteeId, Committee>;
  readonly spellings: ReadonlyMap<string, CommitteeId>;
  readonly isoTitles: ReadonlyMap<string, CommitteeId | null>;
  readonly names: readonly PrintedName[];
  readonly misfiled: readonly Misfiled[];
}

function meaning(reading: Reading, record: Named, printed: string, report: Report): CommitteeId | null {
  const named = reading.names.filter((name) => name.catalogue === record.catalogue && name.printed === printed);
  const fit = named.find((name) => (name.title?.test(record.title) ?? true) && (name.designation?.test(record.designation) ?? true));
  if (new Set(named.map((name) => name.committee)).size > 1) report.add(17, `${record.designation}: ${printed}`);
  if (fit) return fit.committee;
  const known = reading.spellings.get(printed);
  if (known !== undefined) return known;
  const prefixed = record.catalogue === 'iec' ? reading.spellings.get(`IEC ${printed}`) : undefined;
  if (prefixed !== undefined) {
    report.add(18, `${record.designation}: ${printed}`);
    return prefixed;
  }
  return (record.catalogue === 'iso' || record.catalogue === 'iec' ? reading.isoTitles.get(printed) : undefined) ?? null;
}

function resolve(reading: Reading, record: Named, printedName: string, report: Report): CommitteeId | null {
  const printed = printedName.replace(/\s+/g, ' ').trim();
  const id = meaning(reading, record, printed, report);
  if (id === null) {
    report.note(`committee not known: "${printed}" of ${record.designation} (${record.catalogue})`);
    return null;
  }
  const committee = reading.known.get(id);
  if (committee?.predecessors || committee?.successors) report.add(7, `${record.designation}: ${id}`);
  const wrong = reading.misfiled.some(
    (entry) => entry.catalogue === record.catalogue && entry.printed === printed && entry.designation.test(record.designation),
  );
  if (wrong) report.add(8, `${record.designation}: ${printed}`);
  return id;
}

/** Numbers of equal width, so that `SG9` comes before `SG11`. */
const sortKey = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(6, '0'));

function used(known: ReadonlyMap<CommitteeId, Committee>, ids: Iterable<CommitteeId>): readonly Committee[] {
  const set = new Map<CommitteeId, Committee>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (set.has(id)) continue;
    for (const committee of lineage(known, id)) {
      if (set.has(committee.id)) continue;
      set.set(committee.id, committee);
      for (const end of [...(committee.predecessors ?? []), ...(committee.successors ?? [])]) waiting.push(end.committee);
    }
  }
  const sorted = [...set.values()].sort((a, b) => (sortKey(a.id) < sortKey(b.id) ? -1 : 1));
  return sorted.map(({ liaisons, ...committee }) => {
    const within = (liaisons ?? []).filter((id) => set.has(id));
    return within.length > 0 ? { ...committee, liaisons: within } : committee;
  });
}

/**
 * The registry of SDOs and committees: `data/sources/committees.json` and ISO's own committee file.
 *
 * @throws Error that says where, what was found, what was expected and the nearest valid name; also for parents in a circle,
 *   an alias with two owners and a committee that both files have
 */
export function readCommittees(registryJson: unknown, isoRecords: readonly IsoCommittee[]): CommitteeRegistry {
  const file = new Cell(registryJson, 'committees.json');
  file.table('about', 'isoSource', 'sources', 'sdos', 'successions', 'misfiled', 'committees', 'names');
  const sources = file.at('sources').list().map(readSource);
  const sdos = file.at('sdos').list().map(readSdo);
  const iso = isoCommittees(isoRecords, file.at('isoSource').oneOf(sources.map((source) => source.id)));
  const cells = file.at('committees').list();
  const own = cells.map((cell) => readCommittee(cell, sdos));
  const all = new Map(iso);
  for (const [index, committee] of own.entries()) {
    if (all.has(committee.id)) cells[index]?.at('id').fail('an id that no other committee has');
    all.set(committee.id, committee);
  }
  const known = withSuccessions(all, file.at('successions').list());
  for (const id of known.keys()) lineage(known, id);
  const always = cells
    .map((cell) => cell.at('always'))
    .flatMap((cell, index) => (cell.present && cell.flag() ? (own[index]?.id ?? []) : []));
  const reading: Reading = {
    known,
    spellings: spellingsOf(known),
    isoTitles: titlesOf(iso),
    names: file
      .at('names')
      .list()
      .map((cell) => readName(cell, known)),
    misfiled: file.at('misfiled').list().map(readMisfiled),
  };
  return {
    resolve: (record, printedName, report) => resolve(reading, record, printedName, report),
    used: (ids) => used(known, [...always, ...ids]),
    sdos: () => sdos,
    sources: () => sources,
  };
}
