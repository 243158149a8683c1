import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import {
  CHANGED,
  type ChangeClass,
  type ChangeCounts,
  type Changes,
  type ChangeSum,
  type ChangeSums,
  type StandardChange,
} from './change.js';

type Counts = Record<ChangeClass, number>;

const noCounts = (): Counts => ({
  left: 0,
  'left-undated': 0,
  came: 0,
  revised: 0,
  started: 0,
  unchanged: 0,
  unknown: 0,
  absent: 0,
});

/** How many there are of each class. */
export function countChanges(standards: Iterable<Pick<StandardChange, 'change'>>): ChangeCounts {
  const counts = noCounts();
  for (const { change } of standards) counts[change]++;
  return counts;
}

/** How many of these have changed: whatever came, was revised, started or left. */
export const changedCount = (counts: ChangeCounts): number => CHANGED.reduce((sum, one) => sum + counts[one], 0);

/** Whether something became of a standard. */
export const isChanged = ({ change }: Pick<StandardChange, 'change'>): boolean => CHANGED.some((one) => one === change);

/** Counts by key, in the order in which the keys are given. */
class Tally {
  readonly #counts: ReadonlyMap<string, Counts>;

  constructor(keys: readonly { readonly id: string }[]) {
    this.#counts = new Map(keys.map(({ id }) => [id, noCounts()]));
  }

  add(key: string, change: ChangeClass): void {
    const counts = this.#counts.get(key);
    if (counts) counts[change]++;
  }

  get sums(): readonly ChangeSum[] {
    return [...this.#counts].flatMap(([id, counts]) => (changedCount(counts) > 0 ? [{ id, counts }] : []));
  }
}

/**
 * The changes of a set of standards, summed up by SDO and by topic.
 *
 * @param ids such as those that pass a filter; unknown ones are left out. Default every standard
 */
export function changeSums(catalogue: Catalogue, changes: Changes, ids?: Iterable<StandardId>): ChangeSums {
  const wanted = ids ? [...new Set(ids)].flatMap((id) => changes.of(id) ?? []) : changes.standards;
  const [sdos, topics] = [new Tally(catalogue.sdos), new Tally(catalogue.topics)];
  for (const { id, change } of wanted) {
    const standard = catalogue.standard(id);
    if (!standard) continue;
    sdos.add(catalogue.home(standard), change);
    for (const topic of new Set(standard.topics)) topics.add(topic, change);
  }
  return {
    counts: countChanges(wanted),
    unsure: countChanges(wanted.filter(({ isSure }) => !isSure)),
    sdos: sdos.sums,
    topics: topics.sums,
  };
}
