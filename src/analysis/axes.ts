import type { Catalogue } from '../model/catalogue.js';
import { NO_GOAL, ROLES, type Role, type SdoId, type TopicId } from '../model/dataset.js';
import type { Axis } from './cell.js';
import { goalsByReach, topicsOfGoal } from './goal-reach.js';
import { isGoalFramework } from './goals.js';
import { allValuesBy } from './all-listings.js';
import type { Listed } from './values.js';
import { latestOf } from './day.js';

/** Where the standards of a catalogue stand along one axis. */
export interface AxisPlaces {
  /**
   * Topics, SDOs and committees that own a standard in the order of the dataset, roles in that of the model; of goals those that a topic
   * leads to, then `none` where a standard has no goal.
   */
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

/** The field of a filter that asks for what an axis stands for. */
export const fieldOf = (axis: Axis): Listed => (axis === 'domain' || axis === 'capability' ? 'topic' : axis);

function idsOf(catalogue: Catalogue, axis: Axis): readonly string[] {
  const { topics, sdos, committees } = catalogue;
  if (isGoalFramework(axis)) {
    const { values } = allValuesBy(catalogue, axis);
    return [...goalsByReach(catalogue, axis).mapped.map(({ code }) => code), ...values.filter((value) => value === NO_GOAL)];
  }
  if (axis === 'committee') {
    const owners = new Set(allValuesBy(catalogue, axis).values);
    return committees.flatMap(({ id }) => (owners.has(id) ? [id] : []));
  }
  if (axis === 'role') return ROLES;
  if (axis === 'sdo') return sdos.map(({ id }) => id);
  return topics.filter((topic) => axis === 'topic' || topic.axis === axis).map(({ id }) => id);
}

function placesAlong(catalogue: Catalogue, axis: Axis): AxisPlaces {
  const ids = idsOf(catalogue, axis);
  const order = new Map(ids.map((id, place) => [id, place]));
  const { values, offsets, codes } = allValuesBy(catalogue, fieldOf(axis));
  const places = values.map((value) => order.get(value));
  const of = catalogue.standards.map((_, number) =>
    Array.from(codes.subarray(offsets[number], offsets[number + 1]), (code) => places[code])
      .filter((place) => place !== undefined)
      .sort((a, b) => a - b),
  );
  return { ids, of };
}

const memo = new WeakMap<Catalogue, Map<Axis, AxisPlaces>>();

/** Places of the standards along an axis, read once. A standard stands at every topic it has, at every SDO it counts under, at its committees and those above them, and at its goals. */
export function axisPlaces(given: Catalogue, axis: Axis): AxisPlaces {
  const catalogue = latestOf(given);
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
    if (isGoalFramework(axis) || axis === 'committee') continue;
    if (axis === 'role') role = ROLES.find((one) => one === id);
    else if (axis === 'sdo') sdo = id;
    else topics.add(id);
  }
  return { topics, ...(role && { role }), ...(sdo !== undefined && { sdo }) };
}

/** What the cells are about of which a cell along goals is the sum: one for each topic that leads to the goal; else the cell itself. */
export function partsOf(catalogue: Catalogue, rows: Axis, row: string, columns: Axis, column: string): readonly Coordinates[] {
  const [down, across] = [alongTopics(catalogue, rows, row), alongTopics(catalogue, columns, column)];
  return down.flatMap(([axis, id]) => across.map(([other, of]) => coordinatesOf(axis, id, other, of)));
}

const alongTopics = (catalogue: Catalogue, axis: Axis, id: string): readonly (readonly [Axis, string])[] =>
  isGoalFramework(axis) ? topicsOfGoal(catalogue, axis, id).map((topic) => ['topic', topic] as const) : [[axis, id]];
