import type { Candidate } from '../analysis/candidate.js';
import type { Coverage, Gap } from '../analysis/cell.js';
import { committeeMatrix, type CommitteeMatrix } from '../analysis/committee-matrix.js';
import { committeePair, type CommitteePairDetail } from '../analysis/committee-pair.js';
import { coverage } from '../analysis/coverage.js';
import { gaps } from '../analysis/gaps.js';
import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, StandardId, TopicId } from '../model/dataset.js';
import type { TopicGaps } from '../scene/scene.js';
import { topicGaps } from '../scene/topic-gaps.js';
import type { State } from '../state/state.js';
import { listed, type OverlapListState } from './parts/overlap-list.js';
import { countThere } from '../analysis/day.js';

const NONE: readonly Candidate[] = Object.freeze([]);

/** Remembers one answer for as long as the things it was made of are the same. */
class Last<T> {
  #of: readonly unknown[] = [];
  #value: T | undefined;

  get(of: readonly unknown[], make: () => T): T {
    if (this.#value === undefined || of.length !== this.#of.length || of.some((one, i) => one !== this.#of[i])) {
      this.#of = of;
      this.#value = make();
    }
    return this.#value;
  }
}

/** What the analysis says of what is shown: remembered until the catalogue, the filter or the candidates are others. */
export class Landscape {
  readonly #coverage = new Last<Coverage>();
  readonly #committees = new Last<CommitteeMatrix>();
  readonly #whole = new Last<Coverage>();
  readonly #gaps = new Last<readonly Gap[]>();
  readonly #touching = new Last<readonly Candidate[]>();
  readonly #listed = new Last<readonly Candidate[]>();
  readonly #partners = new Last<readonly StandardId[]>();
  readonly #together = new Last<readonly StandardId[]>();

  /** The matrix of what is shown. @param candidates none as long as they are looked for: then no cell is crowded */
  coverage(
    catalogue: Catalogue,
    { rows, columns }: State,
    shown: ReadonlySet<StandardId>,
    candidates: readonly Candidate[] = NONE,
  ): Coverage {
    return this.#coverage.get([catalogue, rows, columns, shown, candidates], () =>
      coverage(catalogue, { rows, columns, candidates, ...(shown.size < countThere(catalogue) && { standards: shown }) }),
    );
  }

  /** Committees by committees over what is shown. @param candidates undefined as long as they are looked for */
  committees(catalogue: Catalogue, shown: ReadonlySet<StandardId>, candidates: readonly Candidate[] | undefined): CommitteeMatrix {
    return this.#committees.get([catalogue, shown, candidates], () =>
      committeeMatrix(catalogue, { standards: shown, candidates: candidates ?? null }),
    );
  }

  /** What the matrix of committees shows, and what stands behind a pair of them. */
  pairs(catalogue: Catalogue, shown: ReadonlySet<StandardId>, candidates: readonly Candidate[] | undefined) {
    return {
      committees: this.committees(catalogue, shown, candidates),
      pairOf: (a: CommitteeId, b: CommitteeId): CommitteePairDetail =>
        committeePair(catalogue, a, b, { standards: shown, candidates: candidates ?? null }),
    };
  }

  /** The gaps of the whole dataset, whatever is shown. */
  gaps(catalogue: Catalogue): readonly Gap[] {
    return this.#gaps.get([catalogue], () => gaps(catalogue));
  }

  /** How many gaps and thin cells of domain and capability every topic has, in the whole dataset. */
  topicGaps(catalogue: Catalogue): ReadonlyMap<TopicId, TopicGaps> {
    return topicGaps(this.#whole.get([catalogue], () => coverage(catalogue, { candidates: NONE })));
  }

  /** The candidates of which at least one standard is shown, in their order. */
  touching(candidates: readonly Candidate[], shown: ReadonlySet<StandardId>): readonly Candidate[] {
    return this.#touching.get([candidates, shown], () => candidates.filter(({ a, b }) => shown.has(a) || shown.has(b)));
  }

  /** Those of them that pass what the reader asked of the list. */
  listed(catalogue: Catalogue, touching: readonly Candidate[], state: OverlapListState): readonly Candidate[] {
    const { bands, early, sdos } = state;
    return this.#listed.get([catalogue, touching, bands, early, sdos], () => listed(catalogue, touching, state));
  }

  /** Two lists as one; the same as long as both are. */
  together(a: readonly StandardId[], b: readonly StandardId[]): readonly StandardId[] {
    return b.length === 0 ? a : this.#together.get([a, b], () => [...new Set([...a, ...b])]);
  }

  /** What stands at the other end of candidates and is not shown itself: drawn with the lens for overlaps. */
  partners(candidates: readonly Candidate[], shown: ReadonlySet<StandardId>): readonly StandardId[] {
    return this.#partners.get([candidates, shown], () => [
      ...new Set(candidates.flatMap(({ a, b }) => [a, b].filter((id) => !shown.has(id)))),
    ]);
  }
}
