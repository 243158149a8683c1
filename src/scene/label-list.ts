import { alwaysNamed, farNamed, labelAt, ranksOf, territoryLabels, territoryRank, type LabelSource } from './label-order.js';
import type { LabelSpace, PlacedLabel } from './label-boxes.js';
import { forwardOf, LabelPlan, placeOf } from './labels.js';
import type { Label, Marks } from './scene.js';

/** All labels of a scene in the order of their importance: selected first, then SDO, territory, topic, committee, standards by degree. */
export function labelsOf(source: LabelSource): readonly Label[] {
  const ranks = ranksOf(source);
  const isAlways = alwaysNamed(source);
  const told = Array.from(ranks.keys()).filter((mark) => ranks[mark] !== Infinity);
  told.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const isFar = farNamed(source);
  const labels = told.map((mark) => labelAt(source, mark, isAlways(mark), isFar(mark)));
  const names = territoryLabels(source);
  const first = labels.findIndex(({ mark, kind }) => kind !== 'sdo' && (ranks[mark] ?? 0) >= territoryRank(source));
  return first < 0 ? [...labels, ...names] : [...labels.slice(0, first), ...names, ...labels.slice(first)];
}

/**
 * Places labels that come in order of importance, as `planLabels` does for a scene.
 *
 * @returns in the order of `labels`
 */
export function placeLabels(labels: readonly Label[], marks: Marks, space: LabelSpace): readonly PlacedLabel[] {
  const nowhere: Label = { mark: -1, kind: 'standard', text: '', lines: [], always: false };
  const plan = new LabelPlan(
    {
      x: Float32Array.from(labels, (label) => placeOf(label, marks)[0]),
      y: Float32Array.from(labels, (label) => placeOf(label, marks)[1]),
      ranks: Float64Array.from(labels.keys()),
      always: (one) => labels[one]?.always === true,
      label: (one) => labels[one] ?? nowhere,
      forward: forwardOf(labels, marks),
    },
    space,
  );
  return labels.map((_, one) => plan.placed(one));
}
