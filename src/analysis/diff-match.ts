import type { Catalogue } from '../model/catalogue.js';
import type { Standard, StandardId } from '../model/dataset.js';
import { compact } from './fold.js';

/** Which standard of one edition is which of the other. */
export interface Matching {
  /** Standards of both, in the order of the later edition. */
  readonly pairs: readonly (readonly [before: Standard, after: Standard])[];
  /** Id before, and id now. */
  readonly renamed: ReadonlyMap<StandardId, StandardId>;
  /** What each new id rests on: the alias or the text that both editions name. */
  readonly evidence: ReadonlyMap<StandardId, string>;
  readonly fresh: readonly Standard[];
  readonly gone: readonly Standard[];
  /** Where a standard that is gone is found now, under an id that the earlier edition had too. */
  readonly now: ReadonlyMap<StandardId, StandardId>;
}

/** Names of a standard, the strongest first: its id, its aliases, its texts. */
const namesOf = ({ id, aliases = [], editions }: Standard): readonly string[] => [id, ...aliases, ...editions.map((text) => text.id)];

/** Standards by every name that only one of them has. */
function byName(standards: readonly Standard[]): ReadonlyMap<string, Standard | null> {
  const found = new Map<string, Standard | null>();
  for (const standard of standards)
    for (const name of new Set(namesOf(standard).map(compact))) {
      const known = found.get(name);
      if (known === undefined) found.set(name, standard);
      else if (known !== standard) found.set(name, null);
    }
  return found;
}

function foundBy(names: ReadonlyMap<string, Standard | null>, standard: Standard): readonly [Standard, string] | undefined {
  for (const name of namesOf(standard)) {
    const found = names.get(compact(name));
    if (found) return [found, name];
  }
  return undefined;
}

/**
 * Which standards of two editions are the same: by id; else by a name that both give them (an alias, a former number, a text), where that name leads
 * to one standard only.
 */
export function matched(before: Catalogue, after: Catalogue): Matching {
  const pairs: (readonly [Standard, Standard])[] = [];
  const fresh: Standard[] = [];
  for (const standard of after.standards) {
    const known = before.standard(standard.id);
    if (known) pairs.push([known, standard]);
    else fresh.push(standard);
  }
  const missing = before.standards.filter(({ id }) => after.standard(id) === undefined);
  const [renamed, evidence, now] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  if (missing.length === 0) return { pairs, renamed, evidence, fresh, gone: missing, now };
  const [freshNames, missingNames] = [byName(fresh), byName(missing)];
  const taken = new Map<Standard, Standard>();
  for (const standard of missing) {
    const hit = foundBy(freshNames, standard);
    // Both ways, so that two that became one are not one that was renamed
    if (!hit || foundBy(missingNames, hit[0])?.[0] !== standard || taken.has(hit[0])) continue;
    taken.set(hit[0], standard);
    renamed.set(standard.id, hit[0].id);
    evidence.set(hit[0].id, hit[1]);
  }
  const gone = missing.filter(({ id }) => !renamed.has(id));
  const all = gone.length === 0 ? freshNames : byName(after.standards);
  for (const standard of gone) {
    const hit = foundBy(all, standard);
    if (hit) now.set(standard.id, hit[0].id);
  }
  for (const standard of fresh) {
    const known = taken.get(standard);
    if (known) pairs.push([known, standard]);
  }
  return { pairs, renamed, evidence, fresh: fresh.filter((standard) => !taken.has(standard)), gone, now };
}
