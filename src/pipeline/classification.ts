import type { CommitteeId, Kind, Level, Role, TopicAxis, TopicId } from '../model/dataset.js';
import { KINDS, LEVELS, ROLES } from '../model/dataset.js';
import { Cell } from './cell.js';
import { readTaxonomy } from './taxonomy.js';

/** How one topic is recognized. */
export interface TopicRule {
  readonly id: TopicId;
  readonly axis: TopicAxis;
  /** Words of a title that are about the topic beyond doubt. */
  readonly title?: RegExp;
  /** Words of a title that count only while the axis has no topic. */
  readonly weak?: RegExp;
  /** Tried on each keyword alone. */
  readonly keyword?: RegExp;
  readonly abstract?: RegExp;
}

/** Topics of everything that some committees, or some groups of the selection, own. */
export interface CommitteeRule {
  readonly topics: readonly TopicId[];
  readonly committees: ReadonlySet<CommitteeId>;
  readonly groups: ReadonlySet<string>;
}

/** The first rule whose title pattern matches gives the value. */
export interface OrderedRule<T extends string> {
  readonly value: T;
  readonly title: RegExp;
}

/** The content of `classification.json` and the kinds of `taxonomy.json`, patterns compiled once. */
export interface ClassificationRules {
  /** Most specific first: the order in which a work's topics are listed and cut. */
  readonly topics: readonly TopicRule[];
  readonly noise: readonly RegExp[];
  /** `topics`: at most so many; `fromAbstract`: at most so many by the abstract; `domainMentions`: so often an abstract must name a domain. */
  readonly limits: { readonly topics: number; readonly fromAbstract: number; readonly domainMentions: number };
  /** Committees with one subject: their topics are given in any case. */
  readonly certain: readonly CommitteeRule[];
  /** What a committee usually does, for an axis that nothing else fills. */
  readonly fallback: readonly CommitteeRule[];
  readonly roles: readonly OrderedRule<Role>[];
  readonly roleByDeliverable: ReadonlyMap<string, Role>;
  readonly defaultRole: Role;
  readonly levels: readonly OrderedRule<Level>[];
  readonly defaultLevel: Level;
  /** Kind by `sdo deliverable`, the deliverable in lower case, `*` for any SDO. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

/** Alternatives of one pattern, each checked alone so that an error names the one that is wrong. */
function alternatives(cell: Cell): RegExp {
  const parts = cell.list();
  if (parts.length === 0) cell.fail('at least one pattern');
  return new RegExp(parts.map(part => `(?:${part.pattern('iu').source})`).join('|'), 'iu');
}

function readTopic(cell: Cell, axes: ReadonlyMap<TopicId, TopicAxis>): TopicRule {
  cell.table('id', 'title', 'weak', 'keyword', 'abstract');
  const id = cell.at('id').oneOf([...axes.keys()]);
  const axis = axes.get(id) ?? cell.fail('a topic of the taxonomy');
  const pattern = (key: 'title' | 'weak' | 'keyword' | 'abstract'): Partial<TopicRule> => (cell.at(key).present ? { [key]: alternatives(cell.at(key)) } : {});
  return { id, axis, ...pattern('title'), ...pattern('weak'), ...pattern('keyword'), ...pattern('abstract') };
}

function readCommitteeRule(cell: Cell, axes: ReadonlyMap<TopicId, TopicAxis>): CommitteeRule {
  cell.table('topics', 'committees', 'groups', 'reason');
  cell.at('reason').text();
  const [committees, groups] = [cell.at('committees'), cell.at('groups')];
  if (!committees.present && !groups.present) cell.fail('committees or groups');
  return {
    topics: cell.at('topics').list().map(topic => topic.oneOf([...axes.keys()])),
    committees: new Set(committees.present ? committees.texts() : []),
    groups: new Set(groups.present ? groups.texts() : []),
  };
}

function readOrdered<T extends string>(cell: Cell, key: string, values: readonly T[]): OrderedRule<T> {
  cell.table(key, 'title');
  return { value: cell.at(key).oneOf(values), title: alternatives(cell.at('title')) };
}

/** Every topic of the taxonomy has exactly one rule. */
function complete(rules: readonly TopicRule[], axes: ReadonlyMap<TopicId, TopicAxis>): void {
  for (const id of axes.keys()) {
    const count = rules.filter(rule => rule.id === id).length;
    if (count !== 1) throw new Error(`classification.json topics: got ${count} rules for "${id}", expected one.`);
  }
}

/**
 * The rules of classification: `data/sources/classification.json` and `data/taxonomy.json`, checked, patterns compiled once.
 *
 * @throws Error that says where, what was found, what was expected and the nearest valid name
 */
export function readClassification(json: unknown, taxonomyJson: unknown): ClassificationRules {
  const taxonomy = readTaxonomy(taxonomyJson);
  const axes = new Map(taxonomy.topics.map(topic => [topic.id, topic.axis]));
  const file = new Cell(json, 'classification.json');
  file.table('about', 'limits', 'noise', 'topics', 'certain', 'fallback', 'roles', 'roleByDeliverable', 'defaultRole', 'levels', 'defaultLevel');
  const limits = file.at('limits');
  limits.table('topics', 'fromAbstract', 'domainMentions');
  const topics = file.at('topics').list().map(cell => readTopic(cell, axes));
  complete(topics, axes);
  return {
    topics,
    noise: file.at('noise').list().map(cell => new RegExp(cell.pattern('iu').source, 'giu')),
    limits: { topics: limits.at('topics').integer(1), fromAbstract: limits.at('fromAbstract').integer(0), domainMentions: limits.at('domainMentions').integer(1) },
    certain: file.at('certain').list().map(cell => readCommitteeRule(cell, axes)),
    fallback: file.at('fallback').list().map(cell => readCommitteeRule(cell, axes)),
    roles: file.at('roles').list().map(cell => readOrdered(cell, 'role', ROLES)),
    roleByDeliverable: new Map(file.at('roleByDeliverable').entries().map(([name, cell]) => [name.toLowerCase(), cell.oneOf(ROLES)])),
    defaultRole: file.at('defaultRole').oneOf(ROLES),
    levels: file.at('levels').list().map(cell => readOrdered(cell, 'level', LEVELS)),
    defaultLevel: file.at('defaultLevel').oneOf(LEVELS),
    kinds: new Map(taxonomy.kinds.map(({ sdo, deliverable, kind }) => [`${sdo} ${deliverable.toLowerCase()}`, new Cell(kind, 'taxonomy.json').oneOf(KINDS)])),
  };
}
