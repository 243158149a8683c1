import type { Kind, Level, Role, Status, Tier, Topic, TopicAxis } from '../model/dataset.js';
import { KINDS, LEVELS, ROLES, STATUSES, TIERS, TOPIC_AXES } from '../model/dataset.js';
import { Cell } from './cell.js';
import { Contradiction } from './faults.js';

/** A term of the taxonomy that is not a topic, with what it means and where it comes from. */
export interface Term<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly meaning: string;
  readonly sources: readonly string[];
}

/** The kind that an SDO's form of deliverable has; sdo `*` for every SDO that has no line of its own. */
export interface DeliverableKind {
  readonly sdo: string;
  readonly deliverable: string;
  readonly kind: Kind;
}

/** `data/taxonomy.json`: the words that the dataset is described with. */
export interface Taxonomy {
  /** Domains first, then capabilities, in file order. */
  readonly topics: readonly Topic[];
  readonly roles: readonly Term<Role>[];
  readonly levels: readonly Term<Level>[];
  readonly kindTerms: readonly Term<Kind>[];
  readonly statuses: readonly Term<Status>[];
  readonly tiers: readonly Term<Tier>[];
  readonly kinds: readonly DeliverableKind[];
}

function readTopic(cell: Cell, axis: TopicAxis): Topic {
  cell.table('id', 'label', 'sources');
  return { id: cell.at('id').text(), label: cell.at('label').text(), axis, sources: cell.at('sources').texts() };
}

/** The terms of one list, each name of the contract exactly once. */
function readTerms<T extends string>(cell: Cell, names: readonly T[]): readonly Term<T>[] {
  cell.table('question', 'terms');
  cell.at('question').text();
  const terms = cell
    .at('terms')
    .list()
    .map((term) => {
      term.table('id', 'label', 'meaning', 'sources');
      return {
        id: term.at('id').oneOf(names),
        label: term.at('label').text(),
        meaning: term.at('meaning').text(),
        sources: term.at('sources').texts(),
      };
    });
  for (const name of names) {
    const count = terms.filter((term) => term.id === name).length;
    if (count !== 1) throw new Contradiction(`${cell.where} terms: got "${name}" ${count} times, expected it once.`);
  }
  return terms;
}

/**
 * The taxonomy, checked against the names of the dataset contract.
 *
 * @throws Error that says where, what was found, what was expected and the nearest valid name
 */
export function readTaxonomy(json: unknown): Taxonomy {
  const file = new Cell(json, 'taxonomy.json');
  file.table('about', 'domain', 'capability', 'role', 'level', 'kind', 'status', 'tier', 'deliverables');
  const topics = TOPIC_AXES.flatMap((axis) => {
    const list = file.at(axis);
    list.table('question', 'terms');
    list.at('question').text();
    return list
      .at('terms')
      .list()
      .map((cell) => readTopic(cell, axis));
  });
  const double = topics.find((topic, index) => topics.findIndex((other) => other.id === topic.id) !== index);
  if (double) throw new Contradiction(`taxonomy.json: got the topic "${double.id}" twice, expected it once.`);
  const kinds = file
    .at('deliverables')
    .entries()
    .flatMap(([sdo, cell]) => cell.entries().map(([deliverable, kind]) => ({ sdo, deliverable, kind: kind.oneOf(KINDS) })));
  return {
    topics,
    kinds,
    roles: readTerms(file.at('role'), ROLES),
    levels: readTerms(file.at('level'), LEVELS),
    kindTerms: readTerms(file.at('kind'), KINDS),
    statuses: readTerms(file.at('status'), STATUSES),
    tiers: readTerms(file.at('tier'), TIERS),
  };
}
