import type { Catalogue } from '../model/catalogue.js';
import type { Committee, CommitteeId, PartialDate, SdoId, StandardId } from '../model/dataset.js';
import { checkDay, isActive } from './at.js';
import { axisPlaces } from './axes.js';
import type { Candidate } from './candidate.js';
import { overlaps } from './overlaps.js';
import { nameOf, Recent } from './recent.js';
import { worksOf } from './work-groups.js';
import { statusesAt } from './standing.js';
import { catalogueAt } from './catalogue-at.js';
import { countThere, latestAndDay } from './day.js';

/**
 * What a dataset says of a liaison of two committees: one of them names the other; one has a list that could name the other and does not;
 * or there is no such list, so that the dataset cannot know. Lists of an SDO's committees can name those of another SDO when one of them
 * does: what ISO publishes names committees of ISO and JTC 1 only.
 */
export const LIAISONS = ['declared', 'not-declared', 'no-list'] as const;
export type Liaison = (typeof LIAISONS)[number];

/** A committee that owns active standards. */
export interface CommitteeHeading {
  readonly id: CommitteeId;
  readonly sdo: SdoId;
  /** Active works that name it, coordinated ones once, and the standards behind them. */
  readonly works: number;
  readonly standards: number;
  /** Cells of domain and capability in which it has active standards. */
  readonly cells: number;
  /** Open candidates with one of its standards; undefined while they are looked for. */
  readonly candidates: number | undefined;
}

/** How two committees stand to each other; on the diagonal one to itself. */
export interface CommitteePair {
  readonly row: CommitteeId;
  readonly column: CommitteeId;
  /** Cells of domain and capability in which both have active standards; on the diagonal those in which the one has. */
  readonly shared: number;
  /** Active works that both own, or whose standards declared relations join; on the diagonal its own. */
  readonly common: number;
  /** Open candidates between a standard of the one and a standard of the other; undefined while they are looked for. */
  readonly candidates: number | undefined;
  readonly liaison: Liaison;
  /** One of the two belongs to the other. */
  readonly kin: boolean;
  /** Open candidates, and no liaison is declared in the dataset: what a coordinator looks at first. */
  readonly attention: boolean;
}

/** Committees by committees. */
export interface CommitteeMatrix {
  /** Rows and columns: by SDO in the order of the dataset, then most works first, then by id. */
  readonly committees: readonly CommitteeHeading[];
  /** Row by row: row r and column c is `pairs[r * committees.length + c]`; symmetric. */
  readonly pairs: readonly CommitteePair[];
  /** Committees with active standards that are not among them, having fewer works. */
  readonly left: number;
  /** Standards looked at; active ones that name no committee. */
  readonly scope: number;
  readonly ownerless: number;
  /** The day asked for; empty: the latest. */
  readonly at: PartialDate;
}

/** What to compare. */
export interface CommitteeOptions {
  /** Default the latest. */
  readonly at?: PartialDate;
  /** Only these standards; default all. */
  readonly standards?: ReadonlySet<StandardId>;
  /** Open candidates; null while they are looked for. Default those of `overlaps`. */
  readonly candidates?: readonly Pick<Candidate, 'a' | 'b'>[] | null;
  /** Most committees, those with most works; integer ≥ 1, default 60. */
  readonly most?: number;
}

/** As many committees as a screen and a reader can take: 60 by 60 are 3,600 cells. */
export const MOST_COMMITTEES = 60;

/** What one committee has on the day. */
interface Portfolio {
  readonly id: CommitteeId;
  readonly sdo: SdoId;
  /** Places of its active standards. */
  readonly standards: number[];
  readonly works: Set<number>;
  /** Cells as numbers. */
  readonly cells: Set<number>;
}

/** The cells of domain and capability that every standard stands in, as numbers. */
export function cellsOfStandards(catalogue: Catalogue): (place: number) => readonly number[] {
  const [domains, capabilities] = [axisPlaces(catalogue, 'domain'), axisPlaces(catalogue, 'capability')];
  const width = capabilities.ids.length;
  return (place) => (domains.of[place] ?? []).flatMap((row) => (capabilities.of[place] ?? []).map((column) => row * width + column));
}

/** Committees with the active standards that name them, and how many active ones name none. */
function portfolios(catalogue: Catalogue, at: PartialDate, standards: ReadonlySet<StandardId> | undefined): [Portfolio[], number] {
  const statuses = statusesAt(catalogue, at);
  const works = worksOf(catalogueAt(catalogue, at));
  const cellsOf = cellsOfStandards(catalogue);
  const all = new Map<CommitteeId, Portfolio>();
  let ownerless = 0;
  catalogue.standards.forEach(({ id, committees }, place) => {
    if (!isActive(statuses[place]) || standards?.has(id) === false) return;
    if (committees.length === 0) ownerless += 1;
    for (const committee of new Set(committees)) {
      const sdo = catalogue.committee(committee)?.sdo ?? '';
      const own = all.get(committee) ?? { id: committee, sdo, standards: [], works: new Set(), cells: new Set() };
      all.set(committee, own);
      own.standards.push(place);
      own.works.add(works[place] ?? place);
      for (const cell of cellsOf(place)) own.cells.add(cell);
    }
  });
  return [[...all.values()], ownerless];
}

/** Those with most works, by SDO, then works, then id. */
function chosen(catalogue: Catalogue, all: readonly Portfolio[], most: number): readonly Portfolio[] {
  const sdoAt = new Map(catalogue.sdos.map(({ id }, at) => [id, at]));
  const byWorks = (a: Portfolio, b: Portfolio): number => b.works.size - a.works.size || (a.id < b.id ? -1 : 1);
  const kept = [...all].sort(byWorks).slice(0, most);
  return kept.sort((a, b) => (sdoAt.get(a.sdo) ?? 0) - (sdoAt.get(b.sdo) ?? 0) || byWorks(a, b));
}

const isKin = (catalogue: Catalogue, a: CommitteeId, b: CommitteeId): boolean =>
  a !== b && [catalogue.path(a), catalogue.path(b)].some((path, at) => path.some(({ id }) => id === (at === 0 ? b : a)));

const reaches = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Pairs of SDOs, as `iso jtc1`, of which lists of the first one name committees of the second. */
function reachOf(catalogue: Catalogue): ReadonlySet<string> {
  const known = reaches.get(catalogue);
  if (known) return known;
  const reach = new Set(
    catalogue.committees.flatMap(({ sdo, liaisons = [] }) => liaisons.map((id) => `${sdo} ${catalogue.committee(id)?.sdo ?? ''}`)),
  );
  reaches.set(catalogue, reach);
  return reach;
}

/** What the dataset says of a liaison of two committees. */
export function liaisonOf(catalogue: Catalogue, a: CommitteeId, b: CommitteeId): Liaison {
  const [one, other] = [catalogue.committee(a), catalogue.committee(b)];
  if (one?.liaisons?.includes(b) === true || other?.liaisons?.includes(a) === true) return 'declared';
  const couldName = (from: Committee | undefined, to: Committee | undefined): boolean =>
    from?.liaisons !== undefined && to !== undefined && reachOf(catalogue).has(`${from.sdo} ${to.sdo}`);
  return couldName(one, other) || couldName(other, one) ? 'not-declared' : 'no-list';
}

const overlapOf = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let both = 0;
  for (const one of a) if (b.has(one)) both += 1;
  return both;
};

/** How many open candidates lie between two committees, row by row, and how many each takes part in. */
function candidatesBetween(catalogue: Catalogue, kept: readonly Portfolio[], candidates: readonly Pick<Candidate, 'a' | 'b'>[]) {
  const at = new Map<StandardId, number[]>();
  kept.forEach(({ standards }, number) => {
    for (const place of standards) {
      const id = catalogue.standards[place]?.id ?? '';
      at.set(id, [...(at.get(id) ?? []), number]);
    }
  });
  const between = new Uint32Array(kept.length * kept.length);
  const each = new Uint32Array(kept.length);
  for (const { a, b } of candidates) {
    const [rows = [], columns = []] = [at.get(a), at.get(b)];
    // What lies outside of what is shown is no pair in it
    if (rows.length === 0 || columns.length === 0) continue;
    for (const one of new Set([...rows, ...columns])) each[one] = (each[one] ?? 0) + 1;
    for (const row of rows)
      for (const column of columns)
        for (const place of new Set([row * kept.length + column, column * kept.length + row])) between[place] = (between[place] ?? 0) + 1;
  }
  return { between, each };
}

function compute(catalogue: Catalogue, options: CommitteeOptions): CommitteeMatrix {
  const { at = '', standards, most = MOST_COMMITTEES } = options;
  const [all, ownerless] = portfolios(catalogue, at, standards);
  const kept = chosen(catalogue, all, most);
  const candidates = options.candidates === undefined ? overlaps(catalogue, { at }) : options.candidates;
  const found = candidates && candidatesBetween(catalogue, kept, candidates);
  const pair = (row: Portfolio, r: number, column: Portfolio, c: number): CommitteePair => {
    const count = found?.between[r * kept.length + c];
    const liaison = liaisonOf(catalogue, row.id, column.id);
    const kin = isKin(catalogue, row.id, column.id);
    return {
      row: row.id,
      column: column.id,
      shared: overlapOf(row.cells, column.cells),
      common: overlapOf(row.works, column.works),
      candidates: count,
      liaison,
      kin,
      attention: r !== c && !kin && (count ?? 0) > 0 && liaison !== 'declared',
    };
  };
  return Object.freeze({
    committees: kept.map(({ id, sdo, works, standards: places, cells }, at): CommitteeHeading => ({
      id,
      sdo,
      works: works.size,
      standards: places.length,
      cells: cells.size,
      candidates: found?.each[at],
    })),
    pairs: kept.flatMap((row, r) => kept.map((column, c) => pair(row, r, column, c))),
    left: all.length - kept.length,
    scope:
      standards === undefined ? countThere(catalogueAt(catalogue, at)) : catalogue.standards.filter(({ id }) => standards.has(id)).length,
    ownerless,
    at,
  });
}

const KEPT = 8;
const memo = new WeakMap<Catalogue, Recent<CommitteeMatrix>>();

/**
 * Committees by committees: where two of them work side by side, and what the dataset knows of their coordination.
 *
 * A committee has the active standards that name it; what the groups below it own is theirs. The measure is the number of cells of domain
 * and capability in which both have active standards.
 *
 * @returns the same frozen answer for the same catalogue and options, sets and lists compared by identity
 * @throws RangeError when `at` is no date or `most` is no integer ≥ 1
 */
export function committeeMatrix(given: Catalogue, asked: CommitteeOptions = {}): CommitteeMatrix {
  const { at: day = '' } = asked;
  checkDay('committeeMatrix', day);
  const [catalogue, at] = latestAndDay(given, day);
  const options = { ...asked, at };
  const { standards, candidates, most = MOST_COMMITTEES } = options;
  if (!Number.isInteger(most) || most < 1) throw new RangeError(`committeeMatrix: most must be an integer ≥ 1, got ${String(most)}`);
  const answers = memo.get(catalogue) ?? new Recent<CommitteeMatrix>(KEPT);
  memo.set(catalogue, answers);
  const question = [at, nameOf(standards), candidates === null ? 'soon' : nameOf(candidates), most].join(' ');
  return answers.get(question, () => compute(catalogue, options));
}
