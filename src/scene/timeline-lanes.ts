import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import type { Lanes } from '../state/state.js';

/** The lanes that a catalogue can have, in their order, and which of them each standard stands in. */
export interface LaneIndex {
  /** Ids of SDOs, committees or topics; last, where there are such, '' for the standards without one. */
  readonly ids: readonly string[];
  /** Places in `ids` of each standard, in dataset order; at least one. */
  readonly of: readonly (readonly number[])[];
}

/**
 * Where a standard stands: in the lane of its home SDO, of its leading committee, or of each of its topics.
 *
 * SDO and committee as the map has them, so that each standard stands once; a topic lane without those that have it as their second topic
 * would be wrong about the topic.
 */
export function laneIdsOf(catalogue: Catalogue, lanes: Lanes, standard: Standard): readonly string[] {
  switch (lanes) {
    case 'sdo':
      return [catalogue.home(standard)];
    case 'committee':
      return [standard.committees[0] ?? ''];
    case 'topic':
      return [...new Set(standard.topics)];
  }
}

function orderOf({ sdos, committees, topics }: Catalogue, lanes: Lanes): readonly string[] {
  if (lanes === 'sdo') return sdos.map(({ id }) => id);
  if (lanes === 'topic') return topics.map(({ id }) => id);
  // Committees of an SDO together, in dataset order
  const rank = new Map(sdos.map(({ id }, place) => [id, place]));
  return committees
    .map(({ id, sdo }, place) => ({ id, sdo: rank.get(sdo) ?? sdos.length, place }))
    .sort((a, b) => a.sdo - b.sdo || a.place - b.place)
    .map(({ id }) => id);
}

const memo = new WeakMap<Catalogue, Map<Lanes, LaneIndex>>();

/** The lanes of a catalogue, in dataset order, committees by SDO; the same object for the same question. */
export function laneIndex(catalogue: Catalogue, lanes: Lanes): LaneIndex {
  const known = memo.get(catalogue)?.get(lanes);
  if (known) return known;
  const ids = [...orderOf(catalogue, lanes)];
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (id: string): number => {
    const place = places.get(id) ?? places.get('');
    if (place !== undefined) return place;
    places.set('', ids.length);
    return ids.push('') - 1;
  };
  const of = catalogue.standards.map((standard) => {
    const own = laneIdsOf(catalogue, lanes, standard);
    return [...new Set((own.length > 0 ? own : ['']).map(placeOf))];
  });
  const index = { ids, of };
  memo.set(catalogue, (memo.get(catalogue) ?? new Map<Lanes, LaneIndex>()).set(lanes, index));
  return index;
}
