import type { Standard, StandardId } from './dataset.js';

type Places = ReadonlyMap<StandardId, number>;
/** What has standards in an order of its own: a catalogue. */
interface Holder {
  readonly standards: readonly Standard[];
}

const memo = new WeakMap<Holder, Places>();

/** Places of the standards of a catalogue by their id, made once. */
export function placesIn(catalogue: Holder): Places {
  const known = memo.get(catalogue);
  if (known) return known;
  const places = new Map<StandardId, number>();
  catalogue.standards.forEach(({ id }, at) => places.set(id, at));
  memo.set(catalogue, places);
  return places;
}
