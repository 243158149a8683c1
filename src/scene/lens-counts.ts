import type { ChangeCounts } from '../analysis/change.js';
import { countChanges } from '../analysis/change-sums.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { COORDINATING } from './graph.js';
import { BANDS, type SceneInput } from './scene.js';

/** What the lenses show, in numbers. */
export interface LensCounts {
  /** With the lens for overlaps: candidates between shown standards by band, in the order of BANDS. */
  readonly bands?: readonly number[];
  /** Pairs of shown standards that a relation declares as coordinated. */
  readonly coordinated: number;
  /** With the lens for gaps: topics with gaps, and those with thin cells only. */
  readonly gaps?: { readonly topics: number; readonly thinTopics: number };
  /** With the lens for changes: shown standards by what became of them, and of these those that are not sure. */
  readonly changes?: { readonly counts: ChangeCounts; readonly unsure: ChangeCounts };
}

/** Counts what a scene of the same input shows. */
export function lensCounts(
  catalogue: Catalogue,
  { visible, candidates, gaps, changes }: Pick<SceneInput, 'visible' | 'candidates' | 'gaps' | 'changes'>,
): LensCounts {
  const shown = candidates?.filter(({ a, b }) => visible.has(a) && visible.has(b));
  const counts = [...(gaps?.values() ?? [])];
  const changed = changes && [...visible].flatMap((id) => changes.changes.of(id) ?? []);
  return {
    ...(shown && { bands: BANDS.map((band) => shown.filter((one) => one.band === band).length) }),
    coordinated: coordinatedPairs(catalogue, visible),
    ...(gaps && {
      gaps: {
        topics: counts.filter((one) => one.gaps > 0).length,
        thinTopics: counts.filter((one) => one.gaps === 0 && one.thin > 0).length,
      },
    }),
    ...(changed && { changes: { counts: countChanges(changed), unsure: countChanges(changed.filter(({ isSure }) => !isSure)) } }),
  };
}

function coordinatedPairs(catalogue: Catalogue, visible: ReadonlySet<StandardId>): number {
  const pairs = new Set<string>();
  for (const { id, relations = [] } of catalogue.standards) {
    if (!visible.has(id)) continue;
    for (const { to, type, external } of relations)
      if (!external && to !== id && COORDINATING.has(type) && visible.has(to)) pairs.add([id, to].sort().join('\n'));
  }
  return pairs.size;
}
