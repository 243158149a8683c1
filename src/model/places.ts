import type { Standard, StandardId } from './dataset.js';

type Places = ReadonlyMap<StandardId, number>;
/** What has standards in an order of its own: a catalogue, or a dataset. */
interface Holder {
  readonly standards: readonly Standard[];
}

const memo = new WeakMap<readonly Standard[], Places>();

/** Places of the standards by their id, made once for a list of standards; the last of two with the same id. */
export function placesIn(catalogue: Holder): Places {
  const known = memo.get(catalogue.standards);
  if (known) return known;
  const places = new Map<StandardId, number>();
  catalogue.standards.forEach(({ id }, at) => places.set(id, at));
  memo.set(catalogue.standards, places);
  return places;
}

/** Says that a list of standards has the order of another, so that their places are made once. */
export function samePlaces(standards: readonly Standard[], as: Holder): void {
  memo.set(standards, placesIn(as));
}
