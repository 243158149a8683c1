import { lineage, type Ancestor } from '../analysis/lineage.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Standard, StandardId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { timelineTexts, type Chain } from './timeline-texts.js';

/** A standard in the lineage of what is selected. */
export interface LineageRow {
  readonly standard: Standard;
  readonly isSelected: boolean;
  readonly chains: readonly Chain[];
}

/** What is selected with its lineage, on the axis of the timeline. */
export interface TimelineLineage {
  /** What each selected standard supersedes, the farthest first, itself, and what supersedes it; each standard once. */
  readonly rows: readonly LineageRow[];
  /** Places in `rows`: who is superseded, by whom. */
  readonly links: readonly (readonly [older: number, newer: number])[];
  /** Works of the lineage that are not in the dataset. */
  readonly beyond: readonly string[];
}

const memo = new WeakMap<Catalogue, ReadonlyMap<number, readonly Chain[]>>();

/** Chains by the place of their standard. */
function chainsIn(catalogue: Catalogue): ReadonlyMap<number, readonly Chain[]> {
  const known = memo.get(catalogue);
  if (known) return known;
  const chains = new Map<number, Chain[]>();
  for (const chain of timelineTexts(catalogue).chains) {
    const own = chains.get(chain.standard);
    if (own) own.push(chain);
    else chains.set(chain.standard, [chain]);
  }
  memo.set(catalogue, chains);
  return chains;
}

/** The chains of a standard; none when all its texts stand beside the axis. */
export const chainsOfStandard = (catalogue: Catalogue, id: StandardId): readonly Chain[] =>
  chainsIn(catalogue).get(placesIn(catalogue).get(id) ?? -1) ?? [];

/** The lineage of these; ids that are no standards are left out. */
export function timelineLineage(catalogue: Catalogue, selected: readonly string[]): TimelineLineage {
  const rows = new Map<StandardId, LineageRow>();
  const beyond = new Set<string>();
  const add = (standard: Standard): void => {
    if (!rows.has(standard.id))
      rows.set(standard.id, {
        standard,
        isSelected: selected.includes(standard.id),
        chains: chainsOfStandard(catalogue, standard.id),
      });
  };
  const pass = ({ standard, designation }: Ancestor): void => {
    if (standard) add(standard);
    else beyond.add(designation);
  };
  for (const id of selected) {
    const found = lineage(catalogue, id);
    if (!found) continue;
    found.before.forEach(pass);
    add(found.standard);
    found.after.forEach(pass);
  }
  const order = [...rows.values()];
  const place = new Map(order.map(({ standard }, at) => [standard.id, at]));
  const links = order.flatMap(({ standard }, newer) =>
    catalogue.neighbours(standard.id).flatMap(({ relation, outgoing, standard: other }) => {
      const older = relation.type === 'supersedes' && outgoing && other ? place.get(other.id) : undefined;
      return older === undefined ? [] : [[older, newer] as const];
    }),
  );
  return { rows: order, links, beyond: [...beyond] };
}
