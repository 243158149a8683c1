import type { Relation, Standard, StandardId } from '../model/dataset.js';
import { without } from './without.js';

/** A relation that led out of the dataset and leads to what has come. */
export const led = (relation: Relation, standards: ReadonlySet<StandardId>): Relation =>
  relation.external === true && standards.has(relation.to) ? without(relation, 'external') : relation;

/** A standard that stays as it is, but for its relations, which may lead elsewhere now. */
export function ledStandard(standard: Standard, arrived: ReadonlySet<StandardId>): Standard {
  if (!standard.relations?.some(({ to, external }) => external === true && arrived.has(to))) return standard;
  return { ...standard, relations: standard.relations.map((relation) => led(relation, arrived)) };
}
