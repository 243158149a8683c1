import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import type { Match } from './candidate.js';
import { evidenceOf, judgementsOn } from './evidence.js';
import { similarity } from './similarity.js';

/**
 * The standards nearest to one, nearest first, its own owner's and coordinated ones among them; `against` says which are.
 *
 * @param n most matches; integer ≥ 1, default 10
 * @throws RangeError when the id is not one of the catalogue, or n is no integer ≥ 1
 */
export function similar(catalogue: Catalogue, id: StandardId, n = 10): readonly Match[] {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`similar: n must be an integer ≥ 1, got ${n}`);
  const place = placesIn(catalogue).get(id);
  const standard = place === undefined ? undefined : catalogue.standards[place];
  if (place === undefined || !standard) throw new RangeError(`similar: expected the id of a standard of the catalogue, got "${id}"`);
  const index = similarity(catalogue);
  const view = { index, judgements: judgementsOn(catalogue), at: '' };
  const matches = index
    .nearest(index.profile(place), n, (other) => other !== place)
    .flatMap(({ at }) => {
      const other = catalogue.standards[at];
      if (!other) return [];
      const { score, terms, topics, against } = evidenceOf(view, { a: standard, b: other, placeA: place, placeB: at });
      return { id: other.id, score, terms, topics, against };
    });
  return matches.sort((x, y) => y.score - x.score);
}
