import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { wasThere } from '../analysis/day.js';

const NONE: ReadonlySet<StandardId> = new Set();

/** What is drawn: what passes the filter, what a lens adds to it, and what is selected beyond it. The same set as long as these are the same. */
export class DrawnSet {
  #of: readonly unknown[] = [];
  #set = NONE;

  /** @param ids selected records of any kind */
  get(catalogue: Catalogue, shown: ReadonlySet<StandardId>, added: readonly StandardId[], ids: readonly string[]): ReadonlySet<StandardId> {
    const of = [catalogue, shown, added, ids];
    if (of.some((one, i) => one !== this.#of[i])) {
      const beyond = ids.filter((id) => catalogue.standard(id) && !shown.has(id) && wasThere(catalogue, id));
      this.#of = of;
      this.#set = added.length + beyond.length > 0 ? new Set([...shown, ...added, ...beyond]) : shown;
    }
    return this.#set;
  }
}
