import { catalogue, type Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import {
  DIFFERENCE_KINDS,
  RECORD_KINDS,
  type OneDifference,
  type DifferenceKind,
  type ComparedEdition,
  type Difference,
  type DiffOptions,
  type DiffSide,
  type Sides,
} from './difference.js';
import { groupChanges } from './diff-groups.js';
import { matched } from './diff-match.js';
import { overlapChanges } from './diff-overlaps.js';
import { recordChanges } from './diff-records.js';
import { SaidBy } from './diff-said.js';
import { arrival, departure, standardChanges } from './diff-standard.js';
import { naturalKey } from './ordering.js';

const catalogueOf = (side: DiffSide): Catalogue => ('dataset' in side ? side : catalogue(side));
const editionOf = ({ dataset: { title, asOf }, standards }: Catalogue): ComparedEdition => ({ title, asOf, standards: standards.length });

/** The standards that a change is about, by the ids it names. */
export function standardsOf(change: OneDifference): readonly StandardId[] {
  if ('parts' in change) return change.parts.flat();
  if ('a' in change) return [change.a, change.b];
  return 'record' in change ? [] : [change.id];
}

/** Where a change stands among those of its kind: overlaps by their score, records by their kind, all by designation. */
function placeOf(change: OneDifference): readonly (string | number)[] {
  const name = naturalKey(standardsOf(change)[0] ?? '');
  if ('score' in change) return [-change.score, name, naturalKey(change.b)];
  if ('record' in change) return [RECORD_KINDS.indexOf(change.record), naturalKey(change.id), change.id, change.label];
  return [name, standardsOf(change).join('\u0000')];
}

function inOrder(changes: readonly OneDifference[]): readonly OneDifference[] {
  const placed = changes.map((change) => ({ change, place: [DIFFERENCE_KINDS.indexOf(change.kind), ...placeOf(change)] }));
  placed.sort((a, b) => {
    for (const [at, first] of a.place.entries()) {
      const second = b.place[at] ?? '';
      if (first !== second) return first < second ? -1 : 1;
    }
    return 0;
  });
  return placed.map(({ change }) => change);
}

/**
 * Everything that differs between two editions of a map: what is new, revised, withdrawn, reclassified, coordinated, newly overlapping, and
 * whatever else says something else than before, each with who said it where a submission did.
 *
 * A standard that the later edition does not have is reported as withdrawn (`how: 'gone'`), never left out; one whose id has changed is
 * told by a name that both editions give it. Places, the seed of the layout, the order of records and of lists whose order says nothing are no
 * differences. An edition has none from itself.
 *
 * @param a the earlier edition @param b the later one; datasets are frozen as `catalogue` does
 * @returns the same answer for the same editions, in the order of DIFFERENCE_KINDS
 */
export function diff(a: DiffSide, b: DiffSide, options: DiffOptions = {}): Difference {
  const { overlaps: withOverlaps = true, standards } = options;
  const [before, after] = [catalogueOf(a), catalogueOf(b)];
  const { pairs, renamed, evidence, fresh, gone, now } = matched(before, after);
  const sides: Sides = { before, after, renamed };
  const said = new SaidBy(after.dataset);
  const former = new Map([...renamed].map(([old, id]) => [id, old]));
  const isWanted = (change: OneDifference): boolean =>
    standards === undefined ||
    'record' in change ||
    standardsOf(change).some((id) => standards.has(id) || standards.has(former.get(id) ?? id));
  const changes: readonly OneDifference[] = [
    ...pairs.flatMap(([old, standard]) => standardChanges(old, standard, { said, renamed, evidence: evidence.get(standard.id) })),
    ...fresh.flatMap((standard) => arrival(standard, said)),
    ...gone.map((standard) => departure(standard, now.get(standard.id))),
    ...groupChanges(sides, said),
    ...(withOverlaps ? overlapChanges(sides, said) : []),
    ...recordChanges(sides, said, standards),
  ];
  return {
    before: editionOf(before),
    after: editionOf(after),
    changes: inOrder(changes.filter(isWanted)),
    overlapsCompared: withOverlaps,
  };
}

/** How many differences there are of each kind that occurs, in the order of DIFFERENCE_KINDS. */
export function differenceCounts({ changes }: Difference): ReadonlyMap<DifferenceKind, number> {
  const counts = new Map<DifferenceKind, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
