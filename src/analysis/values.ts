import type { Catalogue } from '../model/catalogue.js';
import { GOAL_FRAMEWORKS, type Standard } from '../model/dataset.js';
import { FACETED } from './terms.js';
import type { Field } from './terms.js';

/** The fields whose values are counted: a standard has none, one or several of each. */
export const LISTED = [...FACETED, 'relation', ...GOAL_FRAMEWORKS] as const satisfies readonly Field[];
export type Listed = (typeof LISTED)[number];
/** Those that a record tells by itself. */
export type OwnField = (typeof FACETED)[number];

export const isOwnField = (field: string): field is OwnField => FACETED.some((own) => own === field);
export const isListed = (field: string): field is Listed => LISTED.some((listed) => listed === field);

function committeesAbove(catalogue: Catalogue, { committees }: Standard): readonly string[] {
  const ids = committees.flatMap((id) => [id, ...catalogue.path(id).map((above) => above.id)]);
  return [...new Set(ids)];
}

/** The values that a standard has in a field, each once; a committee counts with every committee above it. */
export function ownValues(catalogue: Catalogue, standard: Standard, field: OwnField): readonly string[] {
  if (field === 'sdo') return catalogue.sdosOf(standard);
  if (field === 'committee') return committeesAbove(catalogue, standard);
  if (field === 'topic') return standard.topics.length === 1 ? standard.topics : [...new Set(standard.topics)];
  return [standard[field]];
}
