import type { Catalogue } from '../model/catalogue.js';
import { ROLES, type Role, type SdoId, type TopicId } from '../model/dataset.js';
import type { Axis } from './cell.js';
import { valuesBy } from './listing.js';
import type { Listed } from './values.js';

/** Where the standards of a catalogue stand along one axis. */
export interface AxisPlaces {
  /** Topics and SDOs in the order of the dataset, roles in that of the model. */
  readonly ids: readonly string[];
  /** Places in `ids` of standard i, ascending, each once. */
  readonly of: readonly (readonly number[])[];
}

/** What a cell is about. */
export interface Coordinates {
  /** One or two; none where both axes are role and SDO. */
  readonly topics: ReadonlySet<TopicId>;
  readonly role?: Role;
  readonly sdo?: SdoId;
}

const FIELDS: Readonly<Record<Axis, Listed>> = { domain: 'topic', capability: 'topic', topic: 'topic', role: 'role', sdo: 'sdo' };

function idsOf({ topics, sdos }: Catalogue, axis: Axis): readonly string[] {
  if (axis === 'role') return ROLES;
  if (axis === 'sdo') return sdos.map(({ id }) => id);
  return topics.filter((topic) => axis === 'topic' || topic.axis === axis).map(({ id }) => id);
}

function placesAlong(catalogue: Catalogue, axis: Axis): AxisPlaces {
  const ids = idsOf(catalogue, axis);
  const order = new Map(ids.map((id, place) => [id, place]));
  const { values, offsets, codes } = valuesBy(catalogue, FIELDS[axis]);
  const places = values.map((value) => order.get(value));
  const of = catalogue.standards.map((_, number) =>
    Array.from(codes.subarray(offsets[number], offsets[number + 1]), (code) => places[code])
      .filter((place) => place !== undefined)
      .sort((a, b) => a - b),
  );
  return { ids, of };
}

const memo = new WeakMap<Catalogue, Map<Axis, AxisPlaces>>();

/** Places of the standards along an axis, read once. A standard stands at every topic it has and at every SDO it counts under. */
export function axisPlaces(catalogue: Catalogue, axis: Axis): AxisPlaces {
  const known = memo.get(catalogue) ?? new Map<Axis, AxisPlaces>();
  memo.set(catalogue, known);
  const places = known.get(axis) ?? placesAlong(catalogue, axis);
  known.set(axis, places);
  return places;
}

/** What the cell of a row and a column is about. */
export function coordinatesOf(rows: Axis, row: string, columns: Axis, column: string): Coordinates {
  const topics = new Set<TopicId>();
  let role: Role | undefined;
  let sdo: SdoId | undefined;
  for (const [axis, id] of [[rows, row] as const, [columns, column] as const]) {
    if (axis === 'role') role = ROLES.find((one) => one === id);
    else if (axis === 'sdo') sdo = id;
    else topics.add(id);
  }
  return { topics, ...(role && { role }), ...(sdo !== undefined && { sdo }) };
}
