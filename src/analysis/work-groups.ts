import type { Catalogue } from '../model/catalogue.js';
import { placesIn } from '../model/places.js';
import { coordinatedWith } from './coordinated.js';

function groupsOf(catalogue: Catalogue): Uint32Array {
  const places = placesIn(catalogue);
  const group = Uint32Array.from(catalogue.standards.keys());
  const seen = new Uint8Array(group.length);
  catalogue.standards.forEach(({ id }, number) => {
    if (seen[number] === 1) return;
    for (const other of coordinatedWith(catalogue, id)) {
      const place = places.get(other) ?? number;
      seen[place] = 1;
      group[place] = number;
    }
  });
  return group;
}

const memo = new WeakMap<Catalogue, Uint32Array>();

/**
 * The work that each standard counts as, in dataset order: standards that a chain of declared relations joins count as one.
 *
 * @returns n places of standards, that of the first one of the work; never written to by readers
 */
export function worksOf(catalogue: Catalogue): Uint32Array {
  const known = memo.get(catalogue) ?? groupsOf(catalogue);
  memo.set(catalogue, known);
  return known;
}
