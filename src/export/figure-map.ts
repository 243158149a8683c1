import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { fitted, NO_INSETS, type Camera, type Size } from '../render/camera.js';
import { frameOf, pixelAt } from '../render/frame.js';
import { inkOf, inksOf } from '../render/inks.js';
import { lensDrawing } from '../render/lens-drawing.js';
import { Painter } from '../render/paint.js';
import { ZOOMS } from '../render/picture.js';
import { toSVG } from '../render/svg.js';
import { worldOf } from '../render/world.js';
import { escapeXml, tag } from '../render/xml.js';
import { buildScene } from '../scene/build.js';
import { legendOf } from '../scene/classes.js';
import { buildGraph } from '../scene/graph.js';
import { planLabels } from '../scene/labels.js';
import { positions } from '../scene/place.js';
import type { Scene } from '../scene/scene.js';
import type { PageFigure } from './page.js';
import { paperMeasure, PAPER, widthOf } from './paper.js';
import type { Raster } from './raster.js';

const SIZE: Size = { width: 1100, height: 760 };
/** Nearest zoom: a picture of few standards is not blown up. */
const NEAREST = 2.2;
const LEGEND = { size: 13, line: 24, margin: 12 } as const;

/** The colour of a palette slot as it is written: the neutral one for 0. */
const hueOf = (slot: number): string => (slot === 0 ? PAPER.muted : (PAPER.hues[slot - 1] ?? PAPER.muted));

/** Which colour is which SDO, below the drawing. */
function withLegend(
  svg: string,
  entries: readonly (readonly [slot: number, text: string])[],
): { readonly svg: string; readonly height: number } {
  const { size, line, margin } = LEGEND;
  let [x, y] = [margin, SIZE.height + line / 2];
  const marks = entries.map(([slot, text]) => {
    const width = 22 + widthOf(text) * size + 18;
    if (x + width > SIZE.width) [x, y] = [margin, y + line];
    const drawn =
      tag('circle', { cx: x + 7, cy: y, r: 6, fill: hueOf(slot) }) +
      tag('text', { x: x + 20, y: y + size * 0.35, 'text-anchor': 'start', 'font-size': size, fill: PAPER.foreground }, escapeXml(text));
    x += width;
    return drawn;
  });
  const height = y + line / 2 + 4;
  const ground = tag('rect', { x: 0, y: SIZE.height, width: SIZE.width, height: height - SIZE.height, fill: PAPER.background });
  const taller = svg
    .replace(` viewBox="0 0 ${String(SIZE.width)} ${String(SIZE.height)}"`, ` viewBox="0 0 ${String(SIZE.width)} ${String(height)}"`)
    .replace(` height="${String(SIZE.height)}"`, ` height="${String(height)}"`);
  return { svg: `${taller.slice(0, -'</svg>'.length)}${tag('g', { class: 'legend' }, ground + marks.join(''))}</svg>`, height };
}

/** The drawing as pixels, without texts: what a program without SVG shows in its place. */
function rasterOf(scene: Scene, camera: Camera, height: number): Raster {
  const plan = planLabels(scene, { ...ZOOMS, size: PAPER.labelSize, measure: paperMeasure });
  const ink = (color: string): number => inkOf(color) ?? 0;
  const made = {
    scene,
    theme: PAPER,
    inks: inksOf(PAPER, ink),
    inkOf: ink,
    world: worldOf(scene),
    plan,
    always: plan.always(),
    grounds: 1,
    lenses: lensDrawing,
  };
  const frame = frameOf(SIZE.width, SIZE.height);
  new Painter().paint(frame, made, camera, SIZE, 1);
  const rgb = new Uint8Array(3 * SIZE.width * height).fill(255);
  for (let y = 0; y < SIZE.height; y++)
    for (let x = 0; x < SIZE.width; x++) {
      const pixel = frame.px[pixelAt(frame, x, y)] ?? 0;
      rgb.set([pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255], 3 * (y * SIZE.width + x));
    }
  return { width: SIZE.width, height, rgb };
}

/**
 * The map of these standards, coloured by SDO, as `<standards-map>` draws it.
 *
 * @returns undefined where the dataset carries no places: `place` gives it some
 */
export function mapFigure(catalogue: Catalogue, ids: ReadonlySet<StandardId>, caption: string): PageFigure | undefined {
  const graph = buildGraph(catalogue);
  const placed = positions(graph, catalogue.dataset.layoutSeed ?? 1);
  if (!placed.settled) return undefined;
  const scene = buildScene({ graph, xy: placed.xy, visible: ids, color: 'sdo', selected: [] });
  const camera = fitted(scene.bounds ?? { left: 0, right: 0, top: 0, bottom: 0 }, SIZE, NO_INSETS, NEAREST);
  const entries = legendOf(catalogue, 'sdo', ids).map(
    ({ slot, value, count }) =>
      [slot, `${value === undefined ? 'others' : (catalogue.sdo(value)?.name ?? value)} (${String(count)})`] as const,
  );
  const drawn = withLegend(toSVG(scene, PAPER, { size: SIZE, camera, measure: paperMeasure, title: caption }), entries);
  return {
    kind: 'figure',
    name: 'map',
    svg: drawn.svg,
    raster: () => rasterOf(scene, camera, Math.ceil(drawn.height)),
    width: SIZE.width,
    height: drawn.height,
    caption,
    alt: `A map of ${String(ids.size)} standards as circles around their committees and SDOs, by colour: ${entries.map(([, text]) => text).join(', ')}.`,
  };
}
