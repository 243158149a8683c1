import type { CommitteeId, Kind, Level, Role, TopicAxis, TopicId } from '../model/dataset.js';
import { LEVELS, ROLES } from '../model/dataset.js';
import { Cell, given } from './cell.js';
import { Contradiction } from './faults.js';
import { readTaxonomy } from './taxonomy.js';

/** How one topic is recognized. */
export interface TopicRule {
  readonly id: TopicId;
  readonly axis: TopicAxis;
  /** Words of a title that are about the topic beyond doubt, in any case. */
  readonly title?: RegExp;
  /** Acronyms of a title that are about the topic in exact case only: ITS, not its. */
  readonly exact?: RegExp;
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
  /** Titles of general texts that the committee owns beside its subject. */
  readonly unless?: RegExp;
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
  /** `topics`, `fromAbstract`: at most so many, of them by the abstract; `domainMentions`: so often an abstract must name a domain. */
  readonly limits: { readonly topics: number; readonly fromAbstract: number; readonly domainMentions: number };
  /** Committees with one subject: their topics are given in any case. */
  readonly certain: readonly CommitteeRule[];
  /** What a committee usually does, for an axis that nothing else fills. */
  readonly fallback: readonly CommitteeRule[];
  /** The topic of a work that no rule reaches: better a visible stopgap than a map that cannot be built. */
  readonly lastResort: TopicId;
  readonly roles: readonly OrderedRule<Role>[];
  /** For a title that no role pattern matches: by the form of the text, lower case, then by its first capability that has a role. */
  readonly roleByDeliverable: ReadonlyMap<string, Role>;
  readonly roleByTopic: ReadonlyMap<TopicId, Role>;
  readonly defaultRole: Role;
  /** Forms of text, lower case, that have one level whatever the title says. */
  readonly levelByDeliverable: ReadonlyMap<string, Level>;
  readonly levels: readonly OrderedRule<Level>[];
  readonly defaultLevel: Level;
  /** Kind by `sdo deliverable`, the deliverable in lower case, `*` for any SDO. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

/** Alternatives of one pattern, each checked alone so that an error names the one that is wrong. */
function alternatives(cell: Cell, flags = 'iu'): RegExp {
  const parts = cell.list();
  if (parts.length === 0) cell.fail('at least one pattern');
  return new RegExp(parts.map((part) => `(?:${part.pattern(flags).source})`).join('|'), flags);
}

function readTopic(cell: Cell, axes: ReadonlyMap<TopicId, TopicAxis>): TopicRule {
  cell.table('id', 'title', 'exact', 'weak', 'keyword', 'abstract');
  const id = cell.at('id').oneOf([...axes.keys()]);
  const axis = axes.get(id) ?? cell.fail('a topic of the taxonomy');
  return {
    id,
    axis,
    ...given('title', cell.at('title'), (list) => alternatives(list)),
    ...given('exact', cell.at('exact'), (list) => alternatives(list, 'u')),
    ...given('weak', cell.at('weak'), (list) => alternatives(list)),
    ...given('keyword', cell.at('keyword'), (list) => alternatives(list)),
    ...given('abstract', cell.at('abstract'), (list) => alternatives(list)),
  };
}

function readCommitteeRule(cell: Cell, axes: ReadonlyMap<TopicId, TopicAxis>): CommitteeRule {
  cell.table('topics', 'committees', 'groups', 'unless', 'reason');
  cell.at('reason').text();
  const [committees, groups] = [cell.at('committees'), cell.at('groups')];
  if (!committees.present && !groups.present) cell.fail('committees or groups');
  return {
    topics: cell
      .at('topics')
      .list()
      .map((topic) => topic.oneOf([...axes.keys()])),
    committees: new Set(committees.present ? committees.texts() : []),
    groups: new Set(groups.present ? groups.texts() : []),
    ...given('unless', cell.at('unless'), (list) => alternatives(list)),
  };
}

function readOrdered<T extends string>(cell: Cell, key: string, values: readonly T[]): OrderedRule<T> {
  cell.table(key, 'title');
  return { value: cell.at(key).oneOf(values), title: alternatives(cell.at('title')) };
}

/** An object of names to values, the names in lower case. */
function byName<T extends string>(cell: Cell, values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(cell.entries().map(([name, value]) => [name.toLowerCase(), value.oneOf(values)]));
}

/** Every topic of the taxonomy has exactly one rule. */
function complete(rules: readonly TopicRule[], axes: ReadonlyMap<TopicId, TopicAxis>): void {
  for (const id of axes.keys()) {
    const count = rules.filter((rule) => rule.id === id).length;
    if (count !== 1) throw new Contradiction(`classification.json topics: got ${count} rules for "${id}", expected one.`);
  }
}

const FIELDS = [
  ...['about', 'limits', 'noise', 'topics', 'certain', 'fallback', 'lastResort', 'roles', 'roleByDeliverable', 'roleByTopic'],
  ...['defaultRole', 'levels', 'levelByDeliverable', 'defaultLevel'],
];

/** The rules of role and level, the first that applies wins. */
function readOrders(file: Cell, axes: ReadonlyMap<TopicId, TopicAxis>) {
  return {
    roles: file
      .at('roles')
      .list()
      .map((cell) => readOrdered(cell, 'role', ROLES)),
    roleByDeliverable: byName(file.at('roleByDeliverable'), ROLES),
    roleByTopic: new Map(
      file
        .at('roleByTopic')
        .entries()
        .map(([name, cell]) => [new Cell(name, `${cell.where} key`).oneOf([...axes.keys()]), cell.oneOf(ROLES)]),
    ),
    defaultRole: file.at('defaultRole').oneOf(ROLES),
    levelByDeliverable: byName(file.at('levelByDeliverable'), LEVELS),
    levels: file
      .at('levels')
      .list()
      .map((cell) => readOrdered(cell, 'level', LEVELS)),
    defaultLevel: file.at('defaultLevel').oneOf(LEVELS),
  };
}

/**
 * The rules of classification: `data/sources/classification.json` and `data/taxonomy.json`, checked, patterns compiled once.
 *
 * @throws Error that says where, what was found, what was expected and the nearest valid name
 */
export function readClassification(json: unknown, taxonomyJson: unknown): ClassificationRules {
  const taxonomy = readTaxonomy(taxonomyJson);
  const axes = new Map(taxonomy.topics.map((topic) => [topic.id, topic.axis]));
  const file = new Cell(json, 'classification.json');
  file.table(...FIELDS);
  const limits = file.at('limits');
  limits.table('topics', 'fromAbstract', 'domainMentions');
  const topics = file
    .at('topics')
    .list()
    .map((cell) => readTopic(cell, axes));
  complete(topics, axes);
  return {
    topics,
    noise: file
      .at('noise')
      .list()
      .map((cell) => new RegExp(cell.pattern('iu').source, 'giu')),
    limits: {
      topics: limits.at('topics').integer(1),
      fromAbstract: limits.at('fromAbstract').integer(0),
      domainMentions: limits.at('domainMentions').integer(1),
    },
    certain: file
      .at('certain')
      .list()
      .map((cell) => readCommitteeRule(cell, axes)),
    fallback: file
      .at('fallback')
      .list()
      .map((cell) => readCommitteeRule(cell, axes)),
    lastResort: file.at('lastResort').oneOf([...axes.keys()]),
    ...readOrders(file, axes),
    kinds: new Map(taxonomy.kinds.map(({ sdo, deliverable, kind }) => [`${sdo} ${deliverable.toLowerCase()}`, kind])),
  };
}
