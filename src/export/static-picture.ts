import { latestOf, wasThere } from '../analysis/day.js';
import type { Catalogue } from '../model/catalogue.js';
import { sceneSvg } from '../render/svg-scene.js';
import { plainMeasure } from '../render/text-widths.js';
import { buildGraph, NODE_KINDS, type Graph } from '../scene/graph.js';
import { plainScene } from '../scene/selection.js';
import { labelsAt } from '../scene/labels-at.js';
import { PLAIN_THEMES } from '../scene/plain-themes.js';
import type { NodeRef } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import type { StaticFacts, StaticOptions } from './static-options.js';

/** The colours of the element: what the page sets, else those of its colour scheme. */
const PAGE: Theme = (() => {
  const { light, dark } = PLAIN_THEMES;
  const both = (name: string, a: string, b: string): string => `var(--sm-${name}, light-dark(${a}, ${b}))`;
  const of = (name: Exclude<keyof Theme, 'hues' | 'outlines' | 'font' | 'labelSize'>): string => both(name, light[name], dark[name]);
  return {
    ...{ background: of('background'), foreground: of('foreground'), muted: of('muted'), link: of('link'), selection: of('selection') },
    ...{ focus: of('focus'), overlap: of('overlap'), gap: of('gap'), change: of('change'), came: of('came'), left: of('left') },
    hues: light.hues.map((hue, i) => both(`sdo-${String(i + 1)}`, hue, dark.hues[i] ?? hue)),
    outlines: light.outlines.map((hue, i) => `light-dark(${hue}, ${dark.outlines[i] ?? hue})`),
    font: light.font,
    labelSize: light.labelSize,
  };
})();

const SIZE = { width: 960, height: 600 } as const;
const [SMALLEST, LARGEST] = [100, 20_000];

const graphs = new WeakMap<Catalogue, Graph>();

/** The graph of a catalogue, made once: a server draws one dataset many times. */
function graphOf(records: Catalogue): Graph {
  const known = graphs.get(records) ?? buildGraph(records);
  graphs.set(records, known);
  return known;
}

/** The places of all nodes; undefined where the dataset carries none for this grouping. */
function placesOf({ shipped }: Graph, { positions, group = 'sdo' }: StaticOptions): Float32Array | undefined {
  if (!positions) return group === 'sdo' && shipped.every((one) => !Number.isNaN(one)) ? shipped : undefined;
  if (positions.length === shipped.length) return positions;
  throw new RangeError(
    `static: got ${String(positions.length)} positions. Expected ${String(shipped.length)}: two for each SDO, committee, topic and standard.`,
  );
}

function checkedSize({ width = SIZE.width, height = SIZE.height }: StaticOptions): { readonly width: number; readonly height: number } {
  for (const side of [width, height])
    if (!(side >= SMALLEST && side <= LARGEST))
      throw new RangeError(`static: a side of the picture is ${String(side)} px. Expected ${String(SMALLEST)} to ${String(LARGEST)}.`);
  return { width, height };
}

/** A record of any kind, as a node. */
function refOf(graph: Graph, id: string): readonly NodeRef[] {
  const kind = [...NODE_KINDS].reverse().find((one) => graph.indexOf(one, id) >= 0);
  return kind ? [{ kind, id }] : [];
}

/**
 * What the element draws of these facts, without panels: the same marks and links at the same places for the same size and camera.
 *
 * @param theme by default that of the page
 * @returns undefined where no place is known
 * @throws RangeError when a side is not 100–20,000 px, positions are not as many as the nodes, or the camera is not finite
 */
export function picture(facts: StaticFacts, theme: Theme = PAGE): string | undefined {
  const { options, records, ids, selected, title } = facts;
  const { color = 'sdo', group = 'sdo', camera } = options;
  const size = checkedSize(options);
  const graph = graphOf(latestOf(records));
  const xy = placesOf(graph, options);
  if (!xy) return undefined;
  const there = selected.filter((id) => wasThere(records, id));
  const scene = plainScene({
    ...{ graph, xy, records, color, group },
    visible: new Set([...ids, ...there.filter((id) => records.standard(id))]),
    selected: there.flatMap((id) => refOf(graph, id)),
  });
  return sceneSvg(scene, theme, { size, camera, title, measure: plainMeasure(theme) }, labelsAt);
}
