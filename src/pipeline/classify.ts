import type { CommitteeId, Kind, Level, Role, SdoId, TopicAxis, TopicId } from '../model/dataset.js';
import type { ClassificationRules, OrderedRule, TopicRule } from './classification.js';
import { Contradiction } from './faults.js';

export { readClassification } from './classification.js';
export type { ClassificationRules } from './classification.js';

/** What the classification looks at: a work with its texts, which stay out of the dataset. */
export interface Classifiable {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly deliverable: string;
  readonly sdo: SdoId;
  readonly committees: readonly CommitteeId[];
  /** The group of the selection. */
  readonly group: string;
}

export interface Classification {
  /** Most specific first; at least one, at most `limits.topics`. */
  readonly topics: readonly TopicId[];
  /** Why each topic was given, in the order of `topics`: `title: “maturity”`. */
  readonly reasons: readonly string[];
  readonly role: Role;
  readonly level: Level;
  readonly kind: Kind;
}

type Found = Map<TopicId, string>;

/** Letters beyond both ends of a match, so that the reason shows whole words. */
function wholeWords(text: string, at: number, length: number): string {
  const before = /[\p{L}\p{N}-]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^[\p{L}\p{N}-]*/u.exec(text.slice(at + length))?.[0] ?? '';
  return (before + text.slice(at, at + length) + after).trim();
}

/** The words of the first match of any of the patterns. */
function shown(text: string, ...patterns: readonly (RegExp | undefined)[]): string | null {
  const matches = patterns.map((pattern) => pattern?.exec(text) ?? null).filter((match) => match !== null);
  const [match] = matches.sort((a, b) => a.index - b.index);
  return match ? wholeWords(text, match.index, match[0].length) : null;
}

const mentions = (text: string, pattern: RegExp): number => text.match(new RegExp(pattern.source, `${pattern.flags}g`))?.length ?? 0;

/** The title without phrases that say nothing about the topic: series names, names of other organizations' texts. */
function ownWords(title: string, rules: ClassificationRules): string {
  return rules.noise.reduce((text, pattern) => text.replace(pattern, ' '), title);
}

function axesOf(found: Found, rules: ClassificationRules): ReadonlySet<TopicAxis> {
  return new Set([...found.keys()].flatMap((id) => rules.topics.filter((topic) => topic.id === id).map((topic) => topic.axis)));
}

/** Gives topics by one text, only on the axes that have none yet. */
function fill(found: Found, rules: ClassificationRules, source: string, read: (topic: TopicRule) => string | null): void {
  const taken = axesOf(found, rules);
  for (const topic of rules.topics) {
    const words = taken.has(topic.axis) ? null : read(topic);
    if (words !== null) found.set(topic.id, `${source}: “${words}”`);
  }
}

/** Gives the topics of the rules that name a committee or the group of the work, except on the axes that are taken. */
function byCommittee(
  found: Found,
  work: Classifiable,
  rules: ClassificationRules,
  which: 'certain' | 'fallback',
  taken: ReadonlySet<TopicAxis>,
): void {
  for (const rule of rules[which]) {
    const committee = work.committees.find((id) => rule.committees.has(id));
    if ((committee === undefined && !rule.groups.has(work.group)) || rule.unless?.test(work.title)) continue;
    const reason = committee === undefined ? `selected as: ${work.group}` : `committee: ${committee}`;
    for (const id of rule.topics) {
      const axis = rules.topics.find((topic) => topic.id === id)?.axis;
      if (!found.has(id) && axis !== undefined && !taken.has(axis)) found.set(id, reason);
    }
  }
}

/** The topics that an abstract mentions most, on the axes that have none yet; a domain needs more mentions than a capability. */
function byAbstract(found: Found, work: Classifiable, rules: ClassificationRules): void {
  const taken = axesOf(found, rules);
  const least: Readonly<Record<TopicAxis, number>> = { domain: rules.limits.domainMentions, capability: 1 };
  const counted = rules.topics.flatMap((topic) => {
    const count = topic.abstract && !taken.has(topic.axis) ? mentions(work.abstract, topic.abstract) : 0;
    const words = topic.abstract && count >= least[topic.axis] ? shown(work.abstract, topic.abstract) : null;
    return words === null ? [] : [{ id: topic.id, count, reason: `abstract: “${words}”` }];
  });
  for (const { id, reason } of counted.sort((a, b) => b.count - a.count).slice(0, rules.limits.fromAbstract)) found.set(id, reason);
}

/** The most specific ones up to the limit; a capability is kept in any case, since every work should have one. */
function strongest(found: Found, rules: ClassificationRules): readonly TopicRule[] {
  const all = rules.topics.filter((topic) => found.has(topic.id));
  const kept = all.slice(0, rules.limits.topics);
  const capability = all.find((topic) => topic.axis === 'capability');
  const missing = capability !== undefined && !kept.includes(capability);
  return missing ? [...kept.slice(0, -1), capability] : kept;
}

function topicsOf(work: Classifiable, rules: ClassificationRules): Found {
  const found: Found = new Map();
  const title = ownWords(work.title, rules);
  for (const topic of rules.topics) {
    const words = shown(title, topic.title, topic.exact);
    if (words !== null) found.set(topic.id, `title: “${words}”`);
  }
  byCommittee(found, work, rules, 'certain', new Set());
  fill(found, rules, 'title', (topic) => shown(title, topic.weak));
  fill(found, rules, 'keyword', (topic) => work.keywords.find((word) => topic.keyword?.test(word)) ?? null);
  byAbstract(found, work, rules);
  byCommittee(found, work, rules, 'fallback', axesOf(found, rules));
  if (found.size === 0) found.set(rules.lastResort, 'no rule matches');
  return found;
}

function first<T extends string>(title: string, rules: readonly OrderedRule<T>[]): T | undefined {
  return rules.find((rule) => rule.title.test(title))?.value;
}

function roleOf(work: Classifiable, title: string, topics: readonly TopicRule[], rules: ClassificationRules): Role {
  const byTopic = topics.map((topic) => rules.roleByTopic.get(topic.id)).find((role) => role !== undefined);
  return first(title, rules.roles) ?? rules.roleByDeliverable.get(work.deliverable.toLowerCase()) ?? byTopic ?? rules.defaultRole;
}

function kindOf(work: Classifiable, rules: ClassificationRules): Kind {
  const deliverable = work.deliverable.toLowerCase();
  const kind = rules.kinds.get(`${work.sdo} ${deliverable}`) ?? rules.kinds.get(`* ${deliverable}`);
  if (kind !== undefined) return kind;
  throw new Contradiction(
    `${work.id}: got the deliverable "${work.deliverable}" of ${work.sdo}, expected one that taxonomy.json maps to a kind.`,
  );
}

/**
 * What a work is about and what sort of text it is.
 *
 * Topics come from the title, from committees that have one subject only, and, on an axis that is still empty, from weaker words of
 * the title, the keywords, the abstract and what the committee usually does, in this order. A work that no rule reaches has the topic
 * of last resort with the reason `no rule matches`.
 *
 * @throws Error when the SDO's deliverable has no kind
 */
export function classify(work: Classifiable, rules: ClassificationRules): Classification {
  const found = topicsOf(work, rules);
  const topics = strongest(found, rules);
  const title = ownWords(work.title, rules);
  return {
    topics: topics.map((topic) => topic.id),
    reasons: topics.map((topic) => found.get(topic.id) ?? ''),
    role: roleOf(work, title, topics, rules),
    level: rules.levelByDeliverable.get(work.deliverable.toLowerCase()) ?? first(title, rules.levels) ?? rules.defaultLevel,
    kind: kindOf(work, rules),
  };
}
