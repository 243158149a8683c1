import { expect, test } from 'vitest';
import { visible } from '../../src/analysis/visible.js';
import { ZOOMS } from '../../src/render/picture.js';
import { plainMeasure } from '../../src/render/text-widths.js';
import { labelsOf, placeLabels } from '../../src/scene/label-list.js';
import { buildScene } from '../../src/scene/build.js';
import { buildGraph } from '../../src/scene/graph.js';
import { labelsAt } from '../../src/scene/labels-at.js';
import { PLAIN_THEMES } from '../../src/scene/plain-themes.js';
import { shipped } from '../fixtures/shipped.js';

test('labels at one zoom are those that the plan of all zooms writes there', () => {
  const landscape = shipped();
  const graph = buildGraph(landscape);
  const theme = PLAIN_THEMES.light;
  const space = { ...ZOOMS, size: theme.labelSize, measure: plainMeasure(theme) };
  let written = 0;
  for (const [filter, selected] of [
    ['tier:core', []],
    ['sdo:iso topic:mobility', [{ kind: 'standard', id: 'ISO 37122' }]],
  ] as const) {
    const scene = buildScene({ graph, xy: graph.shipped, visible: new Set(visible(landscape, filter)), color: 'sdo', selected });
    const all = placeLabels(labelsOf(scene), scene.marks, space);
    for (const k of [0.1, 0.3, 0.6, 1, 1.7, 2.2, 5]) {
      const found = labelsAt(labelsOf(scene), scene.marks, space, k).map(({ label }) => label.text);
      expect(found).toEqual(all.filter(({ from }) => from <= k).map(({ label }) => label.text));
      written += found.length;
    }
  }
  expect(written).toBeGreaterThan(1000);
});
