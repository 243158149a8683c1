import { ledStandard } from './led.js';
import { without } from './without.js';
import type { Committee, Dataset, PartialDate, Sdo, Source, Standard, StandardId } from '../model/dataset.js';

/** What comes to a dataset. */
export interface Arrivals {
  readonly sources: readonly Source[];
  readonly sdos: readonly Sdo[];
  readonly committees: readonly Committee[];
  /** Standards that the dataset does not have. */
  readonly standards: readonly Standard[];
  /** Records that take the place of the dataset's own: the same facts, with what else is said about them. */
  readonly annotated: ReadonlyMap<StandardId, Standard>;
}

const newest = (days: readonly PartialDate[]): PartialDate => [...days].sort().at(-1) ?? '';

/** A dataset with what has come beside it. What was there keeps its order, its facts and its place. */
export function beside(dataset: Dataset, arrivals: Arrivals): Dataset {
  const arrived = new Set(arrivals.standards.map(({ id }) => id));
  return {
    ...dataset,
    asOf: newest([dataset.asOf, ...arrivals.sources.map(({ asOf }) => asOf)]),
    sources: [...dataset.sources, ...arrivals.sources],
    sdos: [...dataset.sdos, ...arrivals.sdos],
    committees: [...dataset.committees, ...arrivals.committees],
    standards: [
      ...dataset.standards.map((standard) => ledStandard(arrivals.annotated.get(standard.id) ?? standard, arrived)),
      ...arrivals.standards,
    ],
  };
}

const only = <T extends string>(list: readonly T[] | undefined, known: ReadonlySet<string>): readonly T[] | undefined =>
  list?.filter((id) => known.has(id));

/** A committee without ties to those that are left out. */
function untied(committee: Committee, kept: ReadonlySet<string>): Committee {
  const { predecessors, successors, liaisons, ...rest } = committee;
  const left = only(liaisons, kept);
  return {
    ...rest,
    ...(predecessors && { predecessors: predecessors.filter((one) => kept.has(one.committee)) }),
    ...(successors && { successors: successors.filter((one) => kept.has(one.committee)) }),
    ...(left && { liaisons: left }),
  };
}

/** A committee and its ancestors. */
function withAncestors(committees: readonly Committee[], wanted: Iterable<string>): ReadonlySet<string> {
  const parents = new Map(committees.map(({ id, parent }) => [id, parent]));
  const kept = new Set<string>();
  for (const id of wanted) for (let at: string | undefined = id; at !== undefined && !kept.has(at); at = parents.get(at)) kept.add(at);
  return kept;
}

/** Every source that these records and the goals name. */
const sourcesOf = (
  { goalFrameworks = [], goalTopics = [] }: Dataset,
  standards: readonly Standard[],
  committees: readonly Committee[],
): ReadonlySet<string> =>
  new Set([
    ...[...goalFrameworks, ...goalTopics].map(({ source }) => source),
    ...standards.flatMap(({ sources, relations = [], conflicts = [] }) => [
      ...sources,
      ...relations.flatMap(({ source }) => source ?? []),
      ...conflicts.flatMap(({ source, otherSource }) => [source, otherSource]),
    ]),
    ...committees.flatMap(({ sources = [] }) => sources),
  ]);

/**
 * The part of a dataset that some of its standards make: with their committees, SDOs and sources, the whole taxonomy with its goals, and the findings that are
 * about nothing else. Relations that lead out of it are marked so. What speaks of the landscape as a whole (opening, gaps that are claimed,
 * expectations, facts, stories) is left out: it would be wrong of a part.
 */
export function restricted(dataset: Dataset, ids: ReadonlySet<StandardId>, title: string): Dataset {
  const { findings = [] } = dataset;
  const rest = without(dataset, 'opening', 'activities', 'facts', 'expectations', 'claims', 'stories', 'findings');
  const standards = dataset.standards
    .filter(({ id }) => ids.has(id))
    .map((standard) =>
      standard.relations
        ? {
            ...standard,
            relations: standard.relations.map((relation) =>
              relation.external === true || ids.has(relation.to) ? relation : { ...relation, external: true },
            ),
          }
        : standard,
    );
  const groups = withAncestors(
    dataset.committees,
    standards.flatMap(({ committees }) => committees),
  );
  const committees = dataset.committees.filter(({ id }) => groups.has(id)).map((committee) => untied(committee, groups));
  const named = new Set([...standards.flatMap(({ publishers }) => publishers), ...committees.map(({ sdo }) => sdo)]);
  const sdos = dataset.sdos.filter(
    ({ id, jointOf }) =>
      named.has(id) ||
      dataset.sdos.some((other) => named.has(other.id) && other.jointOf?.includes(id)) ||
      jointOf?.every((one) => named.has(one)),
  );
  const known = new Set(sdos.map(({ id }) => id));
  const used = sourcesOf(dataset, standards, committees);
  const about = findings.filter((finding) => finding.standards.every((id) => ids.has(id)));
  const kept = new Set(about.map(({ id }) => id));
  return {
    ...rest,
    title,
    sources: dataset.sources
      .filter(({ id }) => used.has(id))
      .map(({ sdos: of, ...source }) => ({ ...source, ...(of && { sdos: only(of, known) ?? [] }) })),
    sdos: sdos.map(({ jointOf, ...sdo }) => ({ ...sdo, ...(jointOf && { jointOf: only(jointOf, known) ?? [] }) })),
    committees,
    standards,
    ...(about.length > 0 && {
      findings: about.map(({ replaces, ...finding }) => ({ ...finding, ...(replaces && { replaces: only(replaces, kept) ?? [] }) })),
    }),
  };
}
