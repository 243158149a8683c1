import type {
  Committee,
  CommitteeId,
  Dataset,
  Edition,
  PartialDate,
  Relation,
  Sdo,
  SdoId,
  Source,
  SourceId,
  Standard,
  StandardId,
  Topic,
  TopicId,
} from './dataset.js';
import { belonging } from './belonging.js';
import { deepFreeze } from './freeze.js';
import { placesIn } from './places.js';

/** A declared relation seen from one of its two standards. */
export interface Neighbour {
  readonly relation: Relation;
  /** True when the standard asked about is the subject; false when it is the object. */
  readonly outgoing: boolean;
  /** The standard at the other end; absent when it is outside the dataset. */
  readonly standard?: Standard;
  /** Designation of the other end. */
  readonly designation: string;
}

/** What `find` answers: the standard, and the edition when the text named one. */
export interface Found {
  readonly standard: Standard;
  readonly edition?: Edition;
}

/** Frozen lookups over one valid dataset. Every list keeps the order of the dataset. */
export interface Catalogue {
  readonly dataset: Dataset;
  readonly standards: readonly Standard[];
  readonly committees: readonly Committee[];
  readonly sdos: readonly Sdo[];
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
  /** The standard of exactly this id. */
  standard(id: StandardId): Standard | undefined;
  committee(id: CommitteeId): Committee | undefined;
  sdo(id: SdoId): Sdo | undefined;
  topic(id: TopicId): Topic | undefined;
  source(id: SourceId): Source | undefined;
  /** The standard that any id, alias or edition designation names, in any usual spelling: `ISO37122`, `iso 37122:2019`, `L.1603`. */
  find(text: string): Standard | undefined;
  /** As `find`, with the edition when the text names one. */
  locate(text: string): Found | undefined;
  /** The SDO in whose territory a standard stands: that of its leading committee, else its first publisher. */
  home(standard: Standard): SdoId;
  /** Every SDO a standard counts under: its home, its publishers, the SDOs of its committees; each once, home first. */
  sdosOf(standard: Standard): readonly SdoId[];
  /** A committee and its ancestors, nearest first; empty for an unknown id. */
  path(id: CommitteeId): readonly Committee[];
  /** Committees whose parent is this one. */
  children(id: CommitteeId): readonly Committee[];
  /** Standards that name this committee, not those of its subcommittees. */
  standardsOf(id: CommitteeId): readonly Standard[];
  /** Declared relations of a standard in both directions: its own first, then those that point to it. */
  neighbours(id: StandardId): readonly Neighbour[];
  /** Date of the oldest dated text of a standard; undefined when none is dated. */
  firstDate(standard: Standard): PartialDate | undefined;
  /** Date of the newest dated text of a standard; undefined when none is dated. */
  latestDate(standard: Standard): PartialDate | undefined;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> => new Map(records.map((r) => [r.id, r]));

function grouped<T>(records: readonly T[], keysOf: (record: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

const NONE: readonly never[] = Object.freeze([]);

function neighbourIndex(
  standards: readonly Standard[],
  standardOf: (id: StandardId) => Standard | undefined,
): ReadonlyMap<string, readonly Neighbour[]> {
  const outgoing = new Map<string, Neighbour[]>();
  const incoming = new Map<string, Neighbour[]>();
  const add = (index: Map<string, Neighbour[]>, id: string, neighbour: Neighbour): void => {
    const list = index.get(id);
    if (list) list.push(neighbour);
    else index.set(id, [neighbour]);
  };
  for (const standard of standards) {
    for (const relation of standard.relations ?? NONE) {
      const object = relation.external ? undefined : standardOf(relation.to);
      add(outgoing, standard.id, { relation, outgoing: true, designation: relation.to, ...(object && { standard: object }) });
      if (object) add(incoming, object.id, { relation, outgoing: false, designation: standard.id, standard });
    }
  }
  for (const [id, list] of incoming) outgoing.set(id, [...(outgoing.get(id) ?? NONE), ...list]);
  return outgoing;
}

/** Dates compare as text because the more precise of two equal beginnings is the longer. */
function extremeDate(standard: Standard, newest: boolean): PartialDate | undefined {
  let found: PartialDate | undefined;
  for (const { date } of standard.editions) if (date && (found === undefined || (newest ? date > found : date < found))) found = date;
  return found;
}

/** How the standards of a dataset are found by a text that names one. */
export type Locator = (standards: readonly Standard[]) => Catalogue['locate'];

/** `catalogue` with a way of its own to find designations. */
export function catalogueWith(dataset: Dataset, locator: Locator): Catalogue {
  deepFreeze(dataset);
  const { standards, committees, sdos, topics, sources } = dataset;
  const committeeIndex = byId(committees);
  const sdoIndex = byId(sdos);
  const topicIndex = byId(topics);
  const sourceIndex = byId(sources);
  const childIndex = grouped(committees, (c) => (c.parent ? [c.parent] : NONE));
  let owned: ReadonlyMap<string, readonly Standard[]> | undefined;
  const locate = locator(standards);
  let neighbours: ReadonlyMap<string, readonly Neighbour[]> | undefined;
  const { home, sdosOf, path } = belonging(committeeIndex);
  const standard = (id: StandardId): Standard | undefined => standards[placesIn(self).get(id) ?? -1];
  const self: Catalogue = Object.freeze({
    dataset,
    standards,
    committees,
    sdos,
    topics,
    sources,
    standard,
    committee: (id: CommitteeId) => committeeIndex.get(id),
    sdo: (id: SdoId) => sdoIndex.get(id),
    topic: (id: TopicId) => topicIndex.get(id),
    source: (id: SourceId) => sourceIndex.get(id),
    find: (text: string) => locate(text)?.standard,
    locate,
    home,
    sdosOf,
    path,
    children: (id: CommitteeId) => childIndex.get(id) ?? NONE,
    standardsOf: (id: CommitteeId) => {
      owned ??= grouped(standards, (s) => s.committees);
      return owned.get(id) ?? NONE;
    },
    neighbours: (id: StandardId) => {
      neighbours ??= neighbourIndex(standards, standard);
      return neighbours.get(id) ?? NONE;
    },
    firstDate: (standard: Standard) => extremeDate(standard, false),
    latestDate: (standard: Standard) => extremeDate(standard, true),
  });
  return self;
}
