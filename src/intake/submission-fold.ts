import { lastDayOf } from '../analysis/at.js';
import type { PartialDate, Relation, SourceId, Standard, StandardId, TopicId } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { submissionSource, type SubmittedStandard } from '../model/submission.js';
import { foldEditions } from './submission-editions.js';
import { Facts } from './submission-facts.js';
import type { Names } from './submission-names.js';
import { missingOf, usable, type Idle, type Statement } from './submission-statement.js';
import { led } from './led.js';

/** A standard as its catalogue and all submissions together have it. */
export interface Folded {
  readonly standard: Standard;
  /** Who is behind each fact, by its name. */
  readonly sources: ReadonlyMap<string, SourceId>;
  readonly idle: readonly Idle[];
}

/** What a fold needs to know of the whole. */
export interface Whole {
  readonly names: Names;
  /** Every standard that there is, those that come with submissions among them. */
  readonly standards: ReadonlySet<StandardId>;
  /** Day on which each source stood. */
  readonly days: ReadonlyMap<SourceId, PartialDate>;
  /** Relations of supersession that would close a circle, as `standard supersedes other`. */
  readonly circles: ReadonlySet<string>;
}

interface Topics {
  readonly topics: readonly TopicId[];
  readonly reasons: readonly string[];
}

const plain = { text: String };
const listed = { text: (list: readonly string[]): string => list.join('; ') };
const unordered = { ...listed, key: (list: readonly string[]): string => [...list].sort().join('; ') };
const topical = {
  text: ({ topics }: Topics): string => topics.join('; '),
  key: ({ topics }: Topics): string => [...topics].sort().join('; '),
};

/** Why a standard has the topics that a submission states: its own reasons, else who says so. */
function topicsOf({ submission, stated }: Statement): Topics | undefined {
  if (stated.topics === undefined) return undefined;
  const who = submission.liaison === undefined ? submission.by : `${submission.by}, ${submission.liaison}`;
  const why = (stated.reason === undefined ? `stated by ${who}` : `${who}: ${stated.reason}`).slice(0, LIMITS.title);
  return { topics: stated.topics, reasons: stated.reasons ?? stated.topics.map(() => why) };
}

export const supersession = (from: StandardId, to: StandardId): string => `${from} supersedes ${to}`;

/** Relations by what they are and where they lead; the first that states one has its evidence. */
function foldRelations(facts: Facts, id: StandardId, { standards, circles }: Whole): readonly Relation[] | undefined {
  const own = facts.base?.relations;
  const known = new Set(own?.map(({ type, to }) => `${type} ${to}`));
  const added: Relation[] = [];
  for (const { submission, stated } of facts.statements)
    for (const { type, to, evidence, date } of stated.relations ?? []) {
      const key = `${type} ${to}`;
      if (known.has(key) || to === id) continue;
      const source = submissionSource(submission.id);
      if (type === 'supersedes' && circles.has(supersession(id, to))) {
        const got = supersession(id, to);
        facts.idle.push({ submission: submission.id, about: id, field: 'relations', code: 'cycle', got, expected: supersession(to, id) });
        facts.disagree({
          field: key.slice(0, LIMITS.id),
          value: supersession(to, id),
          source: facts.base?.sources[0] ?? source,
          otherValue: got,
          otherSource: source,
        });
        continue;
      }
      known.add(key);
      facts.sources.set(`relations ${key}`, source);
      const outside = standards.has(to) ? {} : { external: true };
      added.push({ type, to, ...outside, evidence, source, ...(date !== undefined && { date }) });
    }
  if (!own && added.length === 0) return undefined;
  return [...(own ?? []).map((relation) => led(relation, standards)), ...added];
}

function foldTitles(facts: Facts): Readonly<Record<string, string>> | undefined {
  const own = facts.base?.titles;
  const all = [own ?? {}, ...facts.statements.map(({ stated }) => stated.titles ?? {})];
  const languages = [...new Set(all.flatMap((titles) => Object.keys(titles)))];
  if (languages.length === 0) return own;
  const titles = languages.map((tag) => [tag, facts.fact(`titles.${tag}`, own?.[tag], (record) => record.titles?.[tag], plain)] as const);
  return Object.fromEntries(titles.flatMap(([tag, title]) => (title === undefined ? [] : [[tag, title]])));
}

/** Facts that a standard must have; a new one has them of its statements. */
function must<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Error(`bug: nobody states ${field}`);
  return value;
}

/** Facts with one value each. */
function singles(facts: Facts) {
  const { base } = facts;
  const one = <T extends string>(field: string, own: T | undefined, of: (stated: SubmittedStandard) => T | undefined): T | undefined =>
    facts.fact(field, own, of, plain);
  return {
    title: must(
      one('title', base?.title, ({ title }) => title),
      'title',
    ),
    deliverable: must(
      one('deliverable', base?.deliverable, ({ deliverable }) => deliverable),
      'deliverable',
    ),
    kind: must(
      one('kind', base?.kind, ({ kind }) => kind),
      'kind',
    ),
    role: must(
      one('role', base?.role, ({ role }) => role),
      'role',
    ),
    level: must(
      one('level', base?.level, ({ level }) => level),
      'level',
    ),
    tier: must(
      one('tier', base?.tier, ({ tier }) => tier),
      'tier',
    ),
    status: one('status', base?.status, ({ status }) => status) ?? ('unknown' as const),
    withdrawn: one('withdrawn', base?.withdrawn, ({ withdrawn }) => withdrawn),
    url: one('url', base?.url, ({ url }) => url),
  };
}

/** Facts whose value is a list. */
function lists(facts: Facts, whole: Whole, id: StandardId, isWithdrawn: boolean) {
  const { base, statements } = facts;
  const topics = new Map(statements.map((statement) => [statement.stated, topicsOf(statement)]));
  return {
    titles: foldTitles(facts),
    aliases: facts.union('aliases', base?.aliases, (stated) => stated.aliases),
    publishers: must(
      facts.fact('publishers', base?.publishers, (stated) => stated.publishers, unordered),
      'publishers',
    ),
    copublishers: facts.union('copublishers', base?.copublishers, (stated) => stated.copublishers),
    committees: must(
      facts.fact('committees', base?.committees, (stated) => stated.committees, listed),
      'committees',
    ),
    editions: foldEditions(facts, isWithdrawn),
    ics: facts.union('ics', base?.ics, (stated) => stated.ics),
    topics: must(
      facts.fact<Topics>('topics', base && { topics: base.topics, reasons: base.reasons }, (stated) => topics.get(stated), topical),
      'topics',
    ),
    relations: foldRelations(facts, id, whole),
  };
}

/** The record that comes of all facts, in the order of the schema. */
function record(facts: Facts, id: StandardId, whole: Whole): Standard {
  const { base, statements } = facts;
  const { withdrawn, url, title, deliverable, kind, role, level, tier, status } = singles(facts);
  const isWithdrawn =
    status === 'withdrawn' && statements.some(({ submission }) => facts.sources.get('status') === submissionSource(submission.id));
  const { titles, aliases, publishers, copublishers, committees, editions, ics, topics, relations } = lists(facts, whole, id, isWithdrawn);
  const { conflicts } = facts;
  return {
    ...{ id, title },
    ...(titles && { titles }),
    ...(aliases && { aliases }),
    publishers,
    ...(copublishers && { copublishers }),
    ...{ committees, deliverable, kind, role, level, tier, status },
    ...(withdrawn !== undefined && { withdrawn }),
    editions,
    ...(ics && { ics }),
    ...(url !== undefined && { url }),
    ...topics,
    ...(relations && { relations }),
    ...((base?.conflicts ?? conflicts.length > 0) && { conflicts }),
    sources: [...new Set([...(base?.sources ?? []), ...statements.map(({ submission }) => submissionSource(submission.id))])],
    ...(base?.xy && { xy: base.xy }),
  };
}

/**
 * What the catalogue and all submissions together say of one standard.
 *
 * @param base the catalogue's record; absent for a standard that came with submissions
 * @param given the statements about it by date and id, at least one
 * @returns without a standard where there is none and the statements do not make one
 */
export function foldStandard(
  id: StandardId,
  base: Standard | undefined,
  given: readonly Statement[],
  whole: Whole,
): Folded | { readonly standard?: undefined; readonly idle: readonly Idle[]; readonly missing: readonly string[] } {
  const { statements, idle } = usable(id, given, whole.names);
  const missing = base ? [] : missingOf(statements);
  if (missing.length > 0) return { idle, missing };
  const days = base?.sources.map((source) => whole.days.get(source) ?? '') ?? [];
  const until = days.sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1)).at(-1) ?? '';
  const facts = new Facts(id, base, statements, whole.names, until);
  const standard = record(facts, id, whole);
  return { standard, sources: facts.sources, idle: [...idle, ...facts.idle] };
}
