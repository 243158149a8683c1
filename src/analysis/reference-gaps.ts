import type { Catalogue } from '../model/catalogue.js';
import type { Relation, StandardId, Status } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { isActive } from './at.js';
import type { GapOptions, ReferenceGap } from './cell.js';
import { statusesAt } from './standing.js';

/** What hurts most first: nothing there, nothing in its place, something else in its place. */
const URGENCY: readonly ReferenceGap['why'][] = ['absent', 'withdrawn', 'superseded'];

const successorsOf = (catalogue: Catalogue, id: StandardId): readonly StandardId[] =>
  catalogue
    .neighbours(id)
    .flatMap(({ relation, outgoing, standard }) => (relation.type === 'supersedes' && !outgoing && standard ? [standard.id] : []));

/** Whether a standard has taken the place of another, directly or by way of others. */
function succeeds(catalogue: Catalogue, late: StandardId, early: StandardId): boolean {
  const seen = new Set<StandardId>([early]);
  for (const id of seen) for (const successor of successorsOf(catalogue, id)) seen.add(successor);
  return seen.has(late);
}

/** Why a reference leads nowhere; undefined when it does not. */
function whyOf(relation: Relation, status: Status | undefined): ReferenceGap['why'] | undefined {
  if (relation.external) return 'absent';
  return status === 'withdrawn' || status === 'superseded' ? status : undefined;
}

/**
 * References of active standards to what is withdrawn, superseded, or in no catalogue of this dataset. A standard that names what it
 * replaced itself has no gap.
 *
 * @returns absent, withdrawn, superseded; within these in dataset order
 */
export function referenceGaps(catalogue: Catalogue, { at = '', standards }: GapOptions): readonly ReferenceGap[] {
  const statuses = statusesAt(catalogue, at);
  const places = placesIn(catalogue);
  const gaps: ReferenceGap[] = [];
  catalogue.standards.forEach(({ id: from, relations }, number) => {
    if (!isActive(statuses[number]) || standards?.has(from) === false) return;
    for (const relation of relations ?? []) {
      if (relation.type !== 'references') continue;
      const { to, evidence } = relation;
      const why = whyOf(relation, statuses[places.get(to) ?? -1]);
      if (why === undefined || succeeds(catalogue, from, to)) continue;
      gaps.push({ kind: 'reference', from, to, why, evidence, successors: successorsOf(catalogue, to) });
    }
  });
  return gaps.sort((a, b) => URGENCY.indexOf(a.why) - URGENCY.indexOf(b.why));
}
