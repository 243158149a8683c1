import { catalogueWith, type Catalogue, type Found } from './catalogue-with.js';
import type { Dataset, Standard } from './dataset.js';
import { spellings } from './designation.js';
import { NameIndex } from './name-index.js';

export type { Catalogue, Found, Neighbour } from './catalogue-with.js';

/** Where two standards share an exact key, an id wins over an alias and an alias over an edition; a loose key that two share leads nowhere. */
function lookUp(index: NameIndex, text: string): Found | undefined {
  const keys = spellings(text);
  const exact = new Map<string, Found>();
  const loose = new Map<string, Found | null>();
  for (const { name, standard, edition } of index.candidates(keys)) {
    const found: Found = edition ? { standard, edition } : { standard };
    const [key, ...others] = spellings(name);
    if (key !== undefined && !exact.has(key)) exact.set(key, found);
    for (const other of others) {
      const known = loose.get(other);
      if (known === undefined) loose.set(other, found);
      else if (known !== null && known.standard !== standard) loose.set(other, null);
    }
  }
  // What was typed may be the short form of one standard, or be longer than what the catalogue prints.
  for (const keyed of [exact, loose]) {
    for (const key of keys) {
      const hit = keyed.get(key);
      if (hit) return hit;
    }
  }
  return undefined;
}

/** Looks designations up in an index that is made at the first question. */
function locator(standards: readonly Standard[]): (text: string) => Found | undefined {
  let index: NameIndex | undefined;
  return (text) => {
    index ??= new NameIndex(standards);
    return lookUp(index, text);
  };
}

/**
 * Frozen lookups over a dataset that `parse` has accepted.
 *
 * The dataset itself is frozen in place, deeply; it is never written again.
 */
export function catalogue(dataset: Dataset): Catalogue {
  return catalogueWith(dataset, locator);
}
