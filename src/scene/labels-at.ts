import { LabelBoxes, type LabelSpace, type PlacedLabel } from './label-boxes.js';
import { forwardOf, placeOf } from './labels.js';
import type { Label, Marks } from './scene.js';

/**
 * The labels that `placeLabels` writes at one zoom, found without its grid: for a picture whose camera stays. Takes the square of their number.
 *
 * @param labels in order of importance
 * @param k zoom, CSS px per layout unit
 */
export function labelsAt(labels: readonly Label[], marks: Marks, space: LabelSpace, k: number): readonly PlacedLabel[] {
  const places = labels.map((label) => placeOf(label, marks));
  const nowhere: Label = { mark: -1, kind: 'standard', text: '', lines: [], always: false };
  const boxes = new LabelBoxes(
    {
      x: Float32Array.from(places, ([x]) => x),
      y: Float32Array.from(places, ([, y]) => y),
      label: (one) => labels[one] ?? nowhere,
    },
    space,
  );
  const always = Uint32Array.from(labels.keys()).filter((one) => labels[one]?.always);
  boxes.settle(always, forwardOf(labels, marks));
  const others = labels.flatMap(({ always: is }, one) => (is || boxes.earliest(one) > k ? [] : [one]));
  for (const one of others) {
    boxes.stand(one);
    let from = boxes.earliest(one);
    for (const other of always) if (other < one) from = boxes.clear(one, other, from);
    // Those that come later are not known yet
    for (const other of others) from = boxes.clear(one, other, from);
    boxes.settled(one, from);
  }
  return labels.flatMap((_, one) => ((boxes.from[one] ?? Infinity) <= k ? [boxes.placed(one)] : []));
}
