import type { Catalogue } from '../model/catalogue.js';
import type {
  Claim,
  Committee,
  CommitteeId,
  Dataset,
  Expectation,
  Finding,
  SdoId,
  Source,
  SourceId,
  Standard,
  StandardId,
  Story,
  TopicId,
} from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { aboutLines, type AboutWords, type Provenance } from './provenance.js';
import { BATCH, finish, type Steps } from './steps.js';
import { latestOf } from '../analysis/day.js';

/** What of a dataset stays. */
interface Kept {
  readonly standards: ReadonlySet<StandardId>;
  readonly committees: ReadonlySet<CommitteeId>;
  readonly sdos: ReadonlySet<SdoId>;
  readonly topics: ReadonlySet<TopicId>;
  /** Standards that do not stay, by topic. */
  readonly leftOut: ReadonlyMap<TopicId, readonly Standard[]>;
}

const within = (ids: readonly string[], kept: ReadonlySet<string>): boolean => ids.every((id) => kept.has(id));
const inside = (ids: readonly string[], kept: ReadonlySet<string>): readonly string[] =>
  within(ids, kept) ? ids : ids.filter((id) => kept.has(id));

/** The standards, the committees that own them with all above, the SDOs of both with those they are joint of, the topics. */
function keptOf(catalogue: Catalogue, ids: ReadonlySet<StandardId>): Kept {
  const standards = catalogue.standards.filter(({ id }) => ids.has(id));
  const committees = new Set(standards.flatMap((standard) => standard.committees.flatMap((id) => catalogue.path(id).map((one) => one.id))));
  const sdos = new Set(standards.flatMap((standard) => catalogue.sdosOf(standard)));
  for (const id of committees) sdos.add(catalogue.committee(id)?.sdo ?? '');
  const topics = new Set(standards.flatMap((standard) => standard.topics));
  // That one SDO's records are missing is said of the cells too that sum all SDOs up
  for (const { state, sdo, topics: on } of catalogue.dataset.expectations ?? [])
    if (state === 'no-data' && sdo !== undefined && within(on, topics)) sdos.add(sdo);
  for (const id of sdos) for (const part of catalogue.sdo(id)?.jointOf ?? []) sdos.add(part);
  const leftOut = new Map<TopicId, Standard[]>();
  for (const standard of catalogue.standards) {
    if (ids.has(standard.id)) continue;
    for (const topic of standard.topics) {
      const list = leftOut.get(topic);
      if (list) list.push(standard);
      else leftOut.set(topic, [standard]);
    }
  }
  return { standards: ids, committees, sdos, topics, leftOut };
}

/** A standard whose relations to what is left out lead outside. */
function standardIn(standard: Standard, { standards }: Kept): Standard {
  const { relations } = standard;
  if (!relations?.some(({ to, external }) => external !== true && !standards.has(to))) return standard;
  return {
    ...standard,
    relations: relations.map((relation) =>
      relation.external === true || standards.has(relation.to) ? relation : { ...relation, external: true },
    ),
  };
}

function committeeIn(committee: Committee, { committees }: Kept): Committee {
  const { liaisons, predecessors, successors, ...rest } = committee;
  return {
    ...rest,
    ...(predecessors && { predecessors: predecessors.filter((one) => committees.has(one.committee)) }),
    ...(successors && { successors: successors.filter((one) => committees.has(one.committee)) }),
    ...(liaisons && { liaisons: inside(liaisons, committees) }),
  };
}

/**
 * Whether a curator's word on a cell holds for the excerpt: that coverage is expected says something only where all of the cell is there,
 * as a filter is no gap; the other two speak of the world.
 */
function holdsIn(catalogue: Catalogue, { topics, role, sdo, state }: Expectation, kept: Kept): boolean {
  if (!within(topics, kept.topics) || (sdo !== undefined && !kept.sdos.has(sdo))) return false;
  return (
    state !== 'expected' || !isAnyLeftOut(catalogue, { topics, ...(sdo !== undefined && { sdo }), ...(role && { roles: [role] }) }, kept)
  );
}

/** What a standard may have to belong to a cell or a claim. */
type Asked = Partial<Pick<Claim, 'roles' | 'sdo'>> & Pick<Claim, 'topics'>;

/** Whether the dataset has standards on these topics, of one of the roles and of the SDO, that are left out. */
function isAnyLeftOut(catalogue: Catalogue, { topics, roles, sdo }: Asked, { leftOut }: Kept): boolean {
  const [first = '', ...others] = topics;
  return (leftOut.get(first) ?? []).some(
    (standard) =>
      others.every((topic) => standard.topics.includes(topic)) &&
      (roles === undefined || roles.includes(standard.role)) &&
      (sdo === undefined || catalogue.sdosOf(standard).includes(sdo)),
  );
}

/** A claim is judged by what speaks to it: it holds where all of that is there. */
const claimHolds = (catalogue: Catalogue, claim: Claim, kept: Kept): boolean =>
  within(claim.topics, kept.topics) && (claim.sdo === undefined || kept.sdos.has(claim.sdo)) && !isAnyLeftOut(catalogue, claim, kept);

/**
 * Findings on standards that are there. One on a group is one on each pair in it, so that it holds for the pairs that are left; what it takes
 * the place of is on at least two of the same standards.
 */
function findingsIn(findings: readonly Finding[], { standards }: Kept): readonly Finding[] {
  const left = new Map(
    findings.flatMap((finding) => {
      const about = inside(finding.standards, standards);
      return about.length < 2 ? [] : [[finding.id, { ...finding, standards: about }] as const];
    }),
  );
  return [...left.values()].map((finding) => {
    const about = new Set(finding.standards);
    const { clauses, replaces } = finding;
    return {
      ...finding,
      ...(clauses && { clauses: clauses.filter(({ standard }) => about.has(standard)) }),
      ...(replaces && { replaces: replaces.filter((id) => (left.get(id)?.standards.filter((one) => about.has(one)).length ?? 0) >= 2) }),
    };
  });
}

/** Stories go along whole; their scenes name only what is there. A list that nothing is left of is left out: it would show nothing. */
function storiesIn(stories: readonly Story[], { standards, committees, topics, sdos }: Kept): readonly Story[] {
  const isKept = (id: string): boolean => [standards, committees, topics, sdos].some((records) => records.has(id));
  return stories.map((story) => ({
    ...story,
    scenes: story.scenes.map(({ selected, moved, show, ...scene }) => {
      const [chosen, places, shown] = [selected?.filter(isKept), moved?.filter(({ id }) => isKept(id)), show?.filter(isKept)];
      return {
        ...scene,
        ...(chosen && chosen.length > 0 && { selected: chosen }),
        ...(places && places.length > 0 && { moved: places }),
        ...(shown && shown.length > 0 && { show: shown }),
      };
    }),
  }));
}

/** Sources that anything in the excerpt names. */
function sourcesOf(parts: Omit<Dataset, 'sources'>): ReadonlySet<SourceId> {
  const { standards, committees, activities = [], facts = [], expectations = [], claims = [] } = parts;
  const named = new Set<SourceId>();
  for (const { sources, relations = [], conflicts = [] } of standards) {
    for (const id of sources) named.add(id);
    for (const { source } of relations) if (source !== undefined) named.add(source);
    for (const { source, otherSource } of conflicts) named.add(source).add(otherSource);
  }
  for (const id of committees.flatMap(({ sources = [] }) => sources)) named.add(id);
  for (const { source } of [...activities, ...facts, ...expectations, ...claims]) if (source !== undefined) named.add(source);
  return named;
}

/** The beginning of a text that is as long as a field of prose may be, in whole characters. */
const cut = (text: string): string => (text.length > LIMITS.text ? `${text.slice(0, LIMITS.text - 1).replace(/\p{Cs}$/u, '')}…` : text);

/** What a dataset says of itself, with where the excerpt comes from first: that is what must not be cut off. */
function description(dataset: Dataset, provenance: Provenance, words?: AboutWords): string {
  const about = aboutLines(provenance, words).map(([term, value, url]) => `${term}: ${value}${url === undefined ? '' : ` ${url}`}`);
  // The link says the filter once more, and both may be long: what is short stands before them
  const [link, others] = provenance.link === '' ? [undefined, about] : [about.at(-1), about.slice(0, -1)];
  const short = others.map((line) => (line.length > LIMITS.text / 4 ? `${line.slice(0, LIMITS.text / 4).replace(/\p{Cs}$/u, '')}…` : line));
  return cut([short.join('\n'), link, dataset.description].filter((part) => part !== undefined).join('\n'));
}

/** Without standards nothing names an SDO, a topic or a source; a dataset has at least one of each. */
const atLeast = <T>(records: readonly T[], all: readonly T[]): readonly T[] => (records.length > 0 ? records : all);

/** SDOs, committees and topics. */
const groupsIn = (catalogue: Catalogue, kept: Kept): Pick<Dataset, 'sdos' | 'committees' | 'topics'> => ({
  sdos: atLeast(
    catalogue.sdos.filter(({ id }) => kept.sdos.has(id)),
    catalogue.sdos,
  ),
  committees: catalogue.committees.filter(({ id }) => kept.committees.has(id)).map((committee) => committeeIn(committee, kept)),
  topics: atLeast(
    catalogue.topics.filter(({ id }) => kept.topics.has(id)),
    catalogue.topics,
  ),
});

/** As `excerpt`, in parts. Of a past day the records as the sources have them: what follows from dates is no word of theirs. */
export function* excerptSteps(given: Catalogue, ids: readonly StandardId[], provenance: Provenance, words?: AboutWords): Steps<Dataset> {
  const catalogue = latestOf(given);
  const { format, version, title, asOf, layoutSeed, sources, activities, facts, expectations, claims, findings, stories } =
    catalogue.dataset;
  const kept = keptOf(catalogue, new Set(ids));
  yield 0.2;
  const standards: Standard[] = [];
  for (const [at, standard] of catalogue.standards.entries()) {
    if (kept.standards.has(standard.id)) standards.push(standardIn(standard, kept));
    if (at % BATCH === 0) yield 0.2 + (0.6 * at) / catalogue.standards.length;
  }
  const [expected, claimed]: [Expectation[], Claim[]] = [[], []];
  for (const expectation of expectations ?? []) {
    if (holdsIn(catalogue, expectation, kept)) expected.push(expectation);
    yield 0.8;
  }
  for (const claim of claims ?? []) {
    if (claimHolds(catalogue, claim, kept)) claimed.push(claim);
    yield 0.9;
  }
  const parts = {
    format,
    version,
    title,
    description: description(catalogue.dataset, provenance, words),
    asOf,
    ...(layoutSeed !== undefined && { layoutSeed }),
    ...groupsIn(catalogue, kept),
    standards,
    ...(activities && { activities: activities.filter(({ committee }) => kept.committees.has(committee)) }),
    ...(facts && { facts: facts.filter(({ about }) => kept.committees.has(about) || kept.sdos.has(about)) }),
    ...(expectations && { expectations: expected }),
    ...(claims && { claims: claimed }),
    ...(findings && { findings: findingsIn(findings, kept) }),
    ...(stories && { stories: storiesIn(stories, kept) }),
  };
  yield 0.95;
  return { ...parts, sources: sourcesIn(sources, parts) };
}

/** The sources that are named, without the SDOs that are left out. */
function sourcesIn(sources: readonly Source[], parts: Omit<Dataset, 'sources'>): readonly Source[] {
  const named = sourcesOf(parts);
  const sdos = new Set(parts.sdos.map(({ id }) => id));
  const cited = atLeast(
    sources.filter(({ id }) => named.has(id)),
    sources,
  );
  return cited.map((source) => ({ ...source, ...(source.sdos && { sdos: inside(source.sdos, sdos) }) }));
}

/**
 * A part of a dataset that is a valid dataset again: these standards in the order of the dataset, with the committees, SDOs, topics and
 * sources they need, what is said of those, and the findings, expectations and claims that hold for the part too.
 *
 * Relations to standards that are left out become `external`. Places stay. What the whole opens with is left out: all of the part is shown.
 * Of no standards, the SDOs, topics and sources of the whole stay.
 *
 * @param provenance goes into `description`, before that of the dataset; cut to what the field can hold
 */
export const excerpt = (catalogue: Catalogue, ids: readonly StandardId[], provenance: Provenance, words?: AboutWords): Dataset =>
  finish(excerptSteps(catalogue, ids, provenance, words));
