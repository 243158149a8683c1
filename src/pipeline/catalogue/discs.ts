import { catalogue } from '../../model/catalogue.js';
import type { Committee, Dataset, Point } from '../../model/dataset.js';

/** Room of one standard; layout units. */
const PITCH = 18;
/** Air around the disc of a committee. */
const AIR = 30;

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** The n-th seed of a sunflower: equal room for each. @source Vogel 1979 */
const seed = (n: number, pitch: number): Point => {
  const radius = pitch * Math.sqrt(n) * 0.5;
  return [Math.round(radius * Math.cos(n * GOLDEN)) + 0, Math.round(radius * Math.sin(n * GOLDEN)) + 0];
};

/** Middles of discs on a spiral, each behind the one before it. */
function onSpiral(radii: readonly number[]): readonly Point[] {
  let [angle, reach] = [0, 0];
  return radii.map((radius) => {
    const at: Point = [Math.round(reach * Math.cos(angle)) + 0, Math.round(reach * Math.sin(angle)) + 0];
    const step = 2 * (radius + AIR);
    angle += step / Math.max(step, reach);
    reach += (step * step) / (2 * Math.PI * Math.max(step, reach));
    return at;
  });
}

/**
 * A dataset with quick places: each committee a disc of its standards, the discs on a spiral by SDO. It tells nothing of what belongs
 * together beyond that; for tests at full size while no layout is wanted.
 *
 * @returns the dataset with `layoutSeed` 1 and integer `xy` on every record
 */
export function onDiscs(dataset: Dataset): Dataset {
  const known = catalogue(dataset);
  const order = new Map(dataset.sdos.map(({ id }, at) => [id, at]));
  const groups = [...dataset.committees].sort((a: Committee, b: Committee) => (order.get(a.sdo) ?? 0) - (order.get(b.sdo) ?? 0));
  const leading = new Map<string, string[]>();
  for (const { id, committees, publishers } of dataset.standards) {
    const group = committees[0] ?? `sdo ${publishers[0] ?? ''}`;
    const list = leading.get(group);
    if (list) list.push(id);
    else leading.set(group, [id]);
  }
  const names = [...groups.map(({ id }) => id), ...dataset.sdos.map(({ id }) => `sdo ${id}`)];
  const middles = onSpiral(names.map((name) => PITCH * 0.5 * Math.sqrt(leading.get(name)?.length ?? 1)));
  const places = new Map<string, Point>();
  names.forEach((name, at) => {
    const [x, y] = middles[at] ?? [0, 0];
    places.set(`group ${name}`, [x, y]);
    leading.get(name)?.forEach((id, n) => {
      const [dx, dy] = seed(n + 1, PITCH);
      places.set(id, [x + dx, y + dy]);
    });
  });
  const at = (key: string): Point => places.get(key) ?? [0, 0];
  return {
    ...known.dataset,
    layoutSeed: 1,
    sdos: dataset.sdos.map((record) => ({ ...record, xy: at(`group sdo ${record.id}`) })),
    committees: dataset.committees.map((record) => ({ ...record, xy: at(`group ${record.id}`) })),
    topics: dataset.topics.map((record, n) => ({ ...record, xy: seed(40 * (n + 1), PITCH) })),
    standards: dataset.standards.map((record) => ({ ...record, xy: at(record.id) })),
  };
}
