import { check } from '../analysis/check.js';
import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Kind, Level, Role, SdoId, Standard, Tier, TopicId } from '../model/dataset.js';
import type { Match } from '../analysis/candidate.js';

/** Least score of a standard that says something of a new one, and most that are asked. @source measured, see README */
export const NEAR = 0.3;
const ASKED = 5;
/** A topic is taken over when the standards that have it have at least this share of the scores. */
const SHARE = 0.5;

/** What the nearest standards say of one that the catalogue does not have. */
export interface Derived {
  /** In dataset order; empty where nothing is near. */
  readonly topics: readonly TopicId[];
  readonly role?: Role;
  readonly level?: Level;
  readonly tier?: Tier;
  /** The standards that say so, nearest first. */
  readonly from: readonly Match[];
}

/** The value with the greatest weight; of equal ones the first. */
function heaviest<T>(votes: Iterable<readonly [value: T, weight: number]>): T | undefined {
  const sums = new Map<T, number>();
  for (const [value, weight] of votes) sums.set(value, (sums.get(value) ?? 0) + weight);
  let best: T | undefined;
  let most = 0;
  for (const [value, sum] of sums) if (sum > most) [best, most] = [value, sum];
  return best;
}

/** Answers what is likely of a new standard by what the catalogue has near it; every answer is kept. */
export class Nearby {
  readonly #catalogue: Catalogue;
  readonly #derived = new Map<string, Derived>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** By title and scope. */
  of(title: string, scope: string): Derived {
    const key = `${title}\n${scope}`;
    const known = this.#derived.get(key);
    if (known) return known;
    const from = check(this.#catalogue, { title, ...(scope !== '' && { scope }) })
      .filter(({ score }) => score >= NEAR)
      .slice(0, ASKED);
    const near = from.flatMap(({ id, score }) => {
      const standard = this.#catalogue.standard(id);
      return standard ? [{ standard, score }] : [];
    });
    const total = near.reduce((sum, { score }) => sum + score, 0);
    const votes = <T>(valueOf: (standard: Standard) => T): T | undefined =>
      heaviest(near.map(({ standard, score }) => [valueOf(standard), score]));
    const [role, level, tier] = [votes((one) => one.role), votes((one) => one.level), votes((one) => one.tier)];
    const derived: Derived = {
      topics: this.#catalogue.topics
        .map(({ id }) => id)
        .filter(
          (topic) =>
            near.reduce((sum, { standard, score }) => sum + (standard.topics.includes(topic) ? score : 0), 0) >= SHARE * total && total > 0,
        ),
      ...(role && { role }),
      ...(level && { level }),
      ...(tier && { tier }),
      from,
    };
    this.#derived.set(key, derived);
    return derived;
  }

  /** What most standards of a committee, else of an SDO, else of all have; for what no column and no neighbour tells. */
  usual<T>(
    committees: readonly CommitteeId[],
    sdos: readonly SdoId[],
    valueOf: (standard: Standard) => T,
  ): { readonly value: T | undefined; readonly of: string } {
    for (const id of committees) {
      const value = heaviest(this.#catalogue.standardsOf(id).map((standard) => [valueOf(standard), 1]));
      if (value !== undefined) return { value, of: id };
    }
    for (const id of sdos) {
      const value = heaviest(
        this.#catalogue.standards.filter(({ publishers }) => publishers.includes(id)).map((standard) => [valueOf(standard), 1]),
      );
      if (value !== undefined) return { value, of: this.#catalogue.sdo(id)?.name ?? id };
    }
    return { value: heaviest(this.#catalogue.standards.map((standard) => [valueOf(standard), 1])), of: '' };
  }

  /** How binding a deliverable is: as most of the same SDO, else of all; by its name where there is none. */
  kindOf(deliverable: string, sdos: readonly SdoId[]): Kind {
    const same = this.#catalogue.standards.filter((standard) => standard.deliverable === deliverable);
    const own = same.filter(({ publishers }) => publishers.some((id) => sdos.includes(id)));
    const usual = heaviest((own.length > 0 ? own : same).map(({ kind }) => [kind, 1] as const));
    if (usual) return usual;
    if (/guide|handbook/i.test(deliverable)) return 'guide';
    return /report|paper|note|supplement|\bTR\b/i.test(deliverable)
      ? 'informative'
      : /specification|\bTS\b|PAS/i.test(deliverable)
        ? 'pre-normative'
        : 'normative';
  }
}
