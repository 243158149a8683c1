import { earliestOf, groupsFromOf, heightOf, placeOf, sized, SURE, type LabelSpace, type PlacedLabel } from './labels.js';
import type { Label, Marks } from './scene.js';

/**
 * The labels that `placeLabels` writes at one zoom, found without its grid: for a picture whose camera stays. Takes the square of their number.
 *
 * @param labels in order of importance
 * @param k zoom, CSS px per layout unit
 */
export function labelsAt(labels: readonly Label[], marks: Marks, space: LabelSpace, k: number): readonly PlacedLabel[] {
  const places = labels.map((label) => placeOf(label, marks));
  const groupsFrom = groupsFromOf({ x: Float32Array.from(places, ([x]) => x), y: Float32Array.from(places, ([, y]) => y) });
  const placed: (PlacedLabel & { readonly x: number; readonly y: number })[] = [];
  labels.forEach((label, i) => {
    let from = earliestOf(label, space, groupsFrom);
    if (from > k) return;
    const [x, y] = places[i] ?? [0, 0];
    const box = sized(label, space);
    for (const other of placed) {
      const wide = (box.halfWidth + other.halfWidth) / Math.abs(x - other.x);
      const arePlates = box.offset === 0 && other.offset === 0;
      const high = heightOf(box.halfHeight, other.halfHeight, arePlates) / Math.abs(y - other.y);
      const parting = Math.min(wide, high) * SURE;
      if (parting > from && other.from < parting) from = parting <= space.most ? parting : Infinity;
    }
    placed.push({ ...box, from, x, y });
  });
  return placed.filter(({ from }) => from <= k);
}
