import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Relation, SourceId, StandardId, TopicId } from '../model/dataset.js';
import { isActive } from './at.js';
import { axisPlaces } from './axes.js';
import type { Candidate } from './candidate.js';
import { cellsOfStandards, type CommitteeOptions } from './committee-matrix.js';
import { worksOf } from './work-groups.js';
import { statusesAt } from './standing.js';
import { catalogueAt } from './catalogue-at.js';

/** A cell in which both committees have active standards. */
export interface SharedCell {
  readonly domain: TopicId;
  readonly capability: TopicId;
  /** Active works of each in it, coordinated ones once. */
  readonly a: number;
  readonly b: number;
}

/** A declared relation between standards of the two. */
export interface SharedRelation {
  readonly from: StandardId;
  readonly relation: Relation;
}

/** What two committees have to do with each other, in full. */
export interface CommitteePairDetail<C extends Pick<Candidate, 'a' | 'b'> = Candidate> {
  /** Fullest first, by the smaller of the two; then dataset order. */
  readonly cells: readonly SharedCell[];
  /** Open candidates between them, in the order given; undefined while they are looked for. */
  readonly candidates: readonly C[] | undefined;
  /** Active standards that both own. */
  readonly owned: readonly StandardId[];
  /** Relations declared between a standard of the one and one of the other, in dataset order; what both own aside. */
  readonly relations: readonly SharedRelation[];
  /** The committees of the two that name the other as a liaison, and the sources that say so. */
  readonly declaredBy: readonly CommitteeId[];
  readonly sources: readonly SourceId[];
}

/** Works in each cell. */
function worksByCell(catalogue: Catalogue, places: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
  const works = worksOf(catalogue);
  const cellsOf = cellsOfStandards(catalogue);
  const found = new Map<number, Set<number>>();
  for (const place of places)
    for (const cell of cellsOf(place)) {
      const own = found.get(cell) ?? new Set<number>();
      found.set(cell, own.add(works[place] ?? place));
    }
  return found;
}

/**
 * What stands behind a pair of committees: their shared cells, open candidates, works and relations, and who declares the liaison.
 *
 * @param candidates as in `committeeMatrix`; null while they are looked for
 */
export function committeePair<C extends Pick<Candidate, 'a' | 'b'>>(
  given: Catalogue,
  a: CommitteeId,
  b: CommitteeId,
  { at = '', standards, candidates }: Pick<CommitteeOptions, 'at' | 'standards'> & { readonly candidates: readonly C[] | null },
): CommitteePairDetail<C> {
  const catalogue = catalogueAt(given, at);
  const statuses = statusesAt(catalogue, '');
  const placesOf = (committee: CommitteeId): readonly number[] =>
    catalogue.standards.flatMap(({ id, committees }, place) =>
      committees.includes(committee) && isActive(statuses[place]) && standards?.has(id) !== false ? [place] : [],
    );
  const idsOf = (places: readonly number[]): ReadonlySet<StandardId> =>
    new Set(places.flatMap((place) => catalogue.standards[place]?.id ?? []));
  const [first, second] = [placesOf(a), placesOf(b)];
  const [mine, theirs] = [idsOf(first), idsOf(second)];
  const owned = [...mine].filter((id) => theirs.has(id));
  const joins = (x: StandardId, y: StandardId): boolean => (mine.has(x) && theirs.has(y)) || (mine.has(y) && theirs.has(x));
  const [domains, capabilities] = [axisPlaces(catalogue, 'domain').ids, axisPlaces(catalogue, 'capability').ids];
  const [here, there] = [worksByCell(catalogue, first), worksByCell(catalogue, second)];
  const cells = [...here]
    .flatMap(([cell, works]): (SharedCell & { readonly cell: number })[] => {
      const others = there.get(cell);
      const [domain, capability] = [domains[Math.floor(cell / capabilities.length)], capabilities[cell % capabilities.length]];
      return others && domain !== undefined && capability !== undefined
        ? [{ cell, domain, capability, a: works.size, b: others.size }]
        : [];
    })
    .sort((x, y) => Math.min(y.a, y.b) - Math.min(x.a, x.b) || y.a + y.b - x.a - x.b || x.cell - y.cell);
  const declaredBy = [
    ...(catalogue.committee(a)?.liaisons?.includes(b) ? [a] : []),
    ...(a !== b && catalogue.committee(b)?.liaisons?.includes(a) ? [b] : []),
  ];
  return {
    cells: cells.map(({ domain, capability, a: x, b: y }) => ({ domain, capability, a: x, b: y })),
    candidates: candidates?.filter((one) => joins(one.a, one.b)),
    owned,
    relations: catalogue.standards.flatMap((standard) =>
      (standard.relations ?? [])
        .filter(({ to, external }) => external !== true && standard.id !== to && joins(standard.id, to))
        .map((relation) => ({ from: standard.id, relation })),
    ),
    declaredBy,
    sources: [...new Set(declaredBy.flatMap((id) => catalogue.committee(id)?.sources ?? []))],
  };
}
