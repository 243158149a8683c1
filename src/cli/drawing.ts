import { CHANGED } from '../analysis/change.js';
import { changes } from '../analysis/changes.js';
import { coverage } from '../analysis/coverage.js';
import { overlaps } from '../analysis/overlaps.js';
import { catalogueAt } from '../analysis/catalogue-at.js';
import { visibleSet } from '../analysis/visible.js';
import { layout } from '../layout/layout.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, StandardId } from '../model/dataset.js';
import type { NetworkInput } from '../export/network.js';
import { inkOf } from '../render/inks.js';
import { toSVG } from '../render/svg.js';
import { plainMeasure } from '../render/text-widths.js';
import { buildScene } from '../scene/build.js';
import { buildGraph } from '../scene/graph.js';
import { positions } from '../scene/place.js';
import type { Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { topicGaps } from '../scene/topic-gaps.js';
import type { Encoding } from '../state/state.js';

/** What is drawn of a catalogue. */
export interface DrawingInput {
  /** The latest: where things stand does not change with the day. */
  readonly catalogue: Catalogue;
  /** Empty: the latest. */
  readonly at: PartialDate;
  readonly ids: readonly StandardId[];
  readonly color: Encoding;
  readonly group: Encoding;
  readonly selected: readonly StandardId[];
  readonly lens: 'gaps' | 'overlaps' | 'changes' | undefined;
  /** The day from which on changes count. */
  readonly since: PartialDate;
}

/** The scene that the element shows for the same settings. Places are those of the dataset, laid out where it has none. */
export function drawnScene({ catalogue, at, ids, color, group, selected, lens, since }: DrawingInput): Scene {
  const then = catalogueAt(catalogue, at);
  const graph = buildGraph(catalogue);
  const seed = catalogue.dataset.layoutSeed ?? 1;
  const found = positions(graph, seed, group);
  const xy = found.settled ? found.xy : layout(found.input, seed);
  return buildScene({
    ...{ graph: then === catalogue ? graph : buildGraph(then), xy, visible: visibleSet(ids), color, group },
    selected: selected.map((id) => ({ kind: 'standard', id })),
    ...(lens === 'overlaps' && { candidates: overlaps(then) }),
    ...(lens === 'gaps' && { gaps: topicGaps(coverage(then, { candidates: [] })) }),
    ...(lens === 'changes' && { changes: { changes: changes(catalogue, { since, at }), classes: CHANGED } }),
  });
}

/** A scene as a picture, in a theme whose font is like Arial. @throws RangeError when the size is below 1 × 1 */
export const drawnSvg = (scene: Scene, theme: Theme, size: { readonly width: number; readonly height: number }, title: string): string =>
  toSVG(scene, theme, { size, title, measure: plainMeasure(theme) });

/** A scene as the network forms take it. */
export function drawnNetwork(scene: Scene, ids: readonly StandardId[], { muted, hues }: Theme): NetworkInput {
  const colors = [muted, ...hues].map((color) => {
    const ink = inkOf(color) ?? 0;
    return [ink & 0xff, (ink >> 8) & 0xff, (ink >> 16) & 0xff] as const;
  });
  return { scene, shown: visibleSet(ids), colors };
}
