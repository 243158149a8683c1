import { CIRCLE, FADED, FILLED, NEAR, PLAIN, PLATE, RELATION } from '../scene/codes.js';
import { LINK_KINDS } from '../scene/graph.js';
import { SHAPES } from '../scene/scene.js';
import { AreaFill } from './area.js';
import { viewOf, type Camera, type Size } from './camera.js';
import { mixed, type Frame } from './frame.js';
import { line, type Stroke } from './line.js';
import { groundLook, linkLook } from './links.js';
import { FADED_OPACITY, screenRadius } from './marks.js';
import { dot, Masks } from './masks.js';
import { drawCoordination } from './paint-coordination.js';
import { drawIndirect } from './paint-indirect.js';
import type { Picture } from './picture.js';
import { endsOf, strokeOf, type Sight } from './sight.js';
import type { LinkLayer } from './world.js';

/** Radius on the surface, CSS px, below which a mark is a dot, and relations are drawn by committees. */
const DOT = 1.5;
/**
 * Length on the surface, CSS px, from which a link of each kind fades; at twice that it is gone. A long one says less than it hides, and
 * its ends are out of sight together; but not a relation between SDOs.
 */
const LONG: readonly number[] = LINK_KINDS.map((kind) => ({ owns: 160, 'part-of': 500, about: Infinity, relation: 350 })[kind]);
/** Zoom from which the corners of territories are cut: their sides are long enough to be seen. */
const FINE_FROM = 1;
/** Radius of a standard, layout units. */
const STANDARD = 5.5;
/** Largest radius of a mark with its rim, CSS px. */
const REACH = 14;
/** Opacity of the dot of a standard that is not in force. */
const DOT_NOT_FILLED = 0.5;
/** Relations of a layer that the whole drawing shows on 1000 px; four times as many where it is twice as large. */
const RELATIONS = 4000;
const WHOLE = 1000;

/** Draws pictures into frames; keeps the masks of its marks from one to the next. */
export class Painter {
  readonly #masks = new Masks();
  readonly #areas = new AreaFill();
  #outline = new Float32Array(256);

  /** Draws everything but texts and plates. @param size of the surface, CSS px @param density device px per CSS px */
  paint(frame: Frame, picture: Picture, camera: Camera, size: Size, density: number): void {
    const scale = camera.k * density;
    const [x, y] = [(size.width / 2) * density - camera.x * scale, (size.height / 2) * density - camera.y * scale];
    const sight = { frame, camera, scale, x, y, density, view: viewOf(camera, size, REACH) };
    this.#masks.density = density;
    frame.px.fill(picture.inks.background);
    this.#drawGrounds(sight, picture);
    drawLinks(sight, picture);
    this.#drawMarks(sight, picture);
    // Above what is faded, below what they join
    picture.lenses?.links(sight, picture);
    const { raised, marks } = picture.scene;
    for (const mark of raised) if (marks.shape[mark] !== PLATE) this.#drawMark(sight, picture, mark, 256);
  }

  #drawGrounds(sight: Sight, { world, theme, inks, inkOf, grounds }: Picture): void {
    if (grounds === 0) return;
    const { frame, view, density } = sight;
    for (const ground of world.grounds) {
      const { territory, bounds } = ground;
      if (bounds.left > view.right || bounds.right < view.left || bounds.top > view.bottom || bounds.bottom < view.top) continue;
      const { level, slot } = territory;
      const outline = sight.camera.k < FINE_FROM ? territory.outline : ground.fine;
      if (this.#outline.length < outline.length) this.#outline = new Float32Array(2 * outline.length);
      const points = this.#outline;
      for (let i = 0; i < outline.length; i += 2) {
        points[i] = (outline[i] ?? 0) * sight.scale + sight.x;
        points[i + 1] = (outline[i + 1] ?? 0) * sight.scale + sight.y;
      }
      const { hue, fill, rim } = groundLook(theme, level, slot, sight.camera.k);
      this.#areas.fill(frame, points, outline.length, mixed(inkOf(hue), inks.background, Math.round(256 * fill * grounds)));
      if (rim === 0) continue;
      const stroke: Stroke = {
        ink: mixed(inkOf(hue), inks.background, Math.round(256 * rim)),
        opacity: Math.round(256 * grounds),
        width: density,
        dash: 0,
        gap: 0,
      };
      for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
        line(frame, points[j] ?? 0, points[j + 1] ?? 0, points[i] ?? 0, points[i + 1] ?? 0, stroke);
      }
    }
  }

  /** Draws the marks that are not raised. */
  #drawMarks(sight: Sight, picture: Picture): void {
    const { marks, raised, faded } = picture.scene;
    const { points } = picture.world;
    const isDimmed = raised.length > 0;
    const opacity = isDimmed ? Math.round(256 * FADED_OPACITY[faded]) : 256;
    const areDots = STANDARD * sight.scale < DOT;
    // Of the codes of shapes the larger lies below
    for (let shape = SHAPES.length - 1; shape > PLATE; shape--) {
      points.search(shape, sight.view, (first, last) => {
        if (areDots && shape === CIRCLE) drawDots(sight, picture, first, last, opacity);
        else
          for (let i = first; i < last; i++) {
            const mark = points.order[i] ?? 0;
            if (!isDimmed || marks.emphasis[mark] === FADED) this.#drawMark(sight, picture, mark, opacity);
          }
      });
    }
  }

  #drawMark(
    { frame, camera, scale, x, y, density, view }: Sight,
    { scene: { marks }, inks }: Picture,
    mark: number,
    opacity: number,
  ): void {
    const atX = marks.x[mark] ?? 0;
    const atY = marks.y[mark] ?? 0;
    if (!(atX >= view.left && atX <= view.right && atY >= view.top && atY <= view.bottom)) return;
    const shape = marks.shape[mark] ?? 0;
    const finish = marks.finish[mark] ?? 0;
    const slot = marks.slot[mark] ?? 0;
    const radius = screenRadius(marks, mark, camera.k) * density;
    const hue = inks.hues[slot] ?? inks.muted;
    const left = atX * scale + x;
    const top = atY * scale + y;
    if (radius < DOT) dot(frame, left, top, radius, hue, finish === FILLED ? opacity : opacity * DOT_NOT_FILLED);
    else {
      const isFilled = finish === FILLED;
      const rim = isFilled || slot !== 0 ? (inks.outlines[slot] ?? inks.foreground) : inks.foreground;
      // Hollow marks are filled with the background, so that links end at their rim.
      this.#masks.draw(frame, shape, finish, left, top, radius, isFilled ? hue : inks.background, rim, opacity);
    }
  }
}

/** Draws a stretch of the standards as dots, the faded ones only where there is a selection. */
function drawDots(
  { frame, camera, scale, x, y, density }: Sight,
  { scene, world, inks }: Picture,
  first: number,
  last: number,
  opacity: number,
): void {
  const { marks, raised } = scene;
  const { order } = world.points;
  const isDimmed = raised.length > 0;
  for (let i = first; i < last; i++) {
    const mark = order[i] ?? 0;
    if (isDimmed && marks.emphasis[mark] !== FADED) continue;
    const ink = inks.hues[marks.slot[mark] ?? 0] ?? inks.muted;
    const radius = screenRadius(marks, mark, camera.k) * density;
    const strength = marks.finish[mark] === FILLED ? opacity : opacity * DOT_NOT_FILLED;
    dot(frame, (marks.x[mark] ?? 0) * scale + x, (marks.y[mark] ?? 0) * scale + y, radius, ink, strength);
  }
}

function linkStroke({ theme, inkOf }: Picture, kind: number, emphasis: number, { camera, density }: Sight, across: boolean): Stroke {
  return strokeOf(inkOf, linkLook(theme, kind, emphasis, camera.k, across), density);
}

function drawLinks(sight: Sight, picture: Picture): void {
  const { scene, world } = picture;
  const { links, marks, raised } = scene;
  const { k } = sight.camera;
  const isFar = STANDARD * k < DOT;
  const emphasis = raised.length > 0 ? FADED : PLAIN;
  for (const layer of world.layers) {
    if (layer.kind !== RELATION || !isFar) drawLayer(sight, picture, layer, linkStroke(picture, layer.kind, emphasis, sight, layer.across));
  }
  if (isFar) drawBundles(sight, picture, emphasis);
  // Far out they are in the bundles, unless candidates are told apart from them
  if (!isFar || scene.candidates) drawCoordination(sight, picture);
  drawIndirect(sight, picture);
  if (raised.length === 0) return;
  for (let kind = 0; kind < LINK_KINDS.length; kind++) {
    const stroke = linkStroke(picture, kind, NEAR, sight, false);
    for (let link = 0; link < links.count; link++) {
      if (links.emphasis[link] !== NEAR || links.kind[link] !== kind || links.coordinates[link] === 1) continue;
      line(sight.frame, ...endsOf(sight, marks, links.ends, link), stroke);
    }
  }
}

const draw = ({ frame, scale, x, y }: Sight, ax: number, ay: number, bx: number, by: number, stroke: Stroke, opacity?: number): void => {
  line(frame, ax * scale + x, ay * scale + y, bx * scale + x, by * scale + y, stroke, opacity);
};

/** Opacity of a link of this length on the surface. */
const fading = (opacity: number, length: number, long: number): number =>
  length < long ? opacity : Math.round(opacity * Math.max(0, 2 - length / long));

/** Draws the links of a layer that lie in view: of relations as many as the zoom has room for, by their total order. */
function drawLayer(sight: Sight, { scene, world }: Picture, { grid, links, ranks, kind, across }: LinkLayer, stroke: Stroke): void {
  if (stroke.opacity === 0) return;
  const shown = kind === RELATION ? RELATIONS * Math.max(1, (sight.camera.k * world.span) / WHOLE) ** 2 : Infinity;
  const { ends } = grid;
  const long = across ? Infinity : (LONG[kind] ?? Infinity);
  const isDimmed = scene.raised.length > 0;
  grid.search(sight.view, (first, last) => {
    for (let i = first; i < last; i++) {
      if ((ranks[i] ?? 0) >= shown || (isDimmed && scene.links.emphasis[links[i] ?? 0] !== FADED)) continue;
      const ax = ends[4 * i] ?? 0;
      const ay = ends[4 * i + 1] ?? 0;
      const bx = ends[4 * i + 2] ?? 0;
      const by = ends[4 * i + 3] ?? 0;
      const opacity = fading(stroke.opacity, Math.max(Math.abs(bx - ax), Math.abs(by - ay)) * sight.camera.k, long);
      if (opacity > 0) draw(sight, ax, ay, bx, by, stroke, opacity);
    }
  });
}

/** Far out, relations are drawn from committee to committee: the more of them, the wider. */
function drawBundles(sight: Sight, picture: Picture, emphasis: number): void {
  const { bundles } = picture.world;
  const { count, ends, sums, across } = bundles;
  const [within, between] = [false, true].map((one) => linkStroke(picture, RELATION, emphasis, sight, one));
  for (let i = Math.min(count, bundles.shown(sight.camera.k)) - 1; i >= 0; i--) {
    const stroke = across[i] === 1 ? between : within;
    if (!stroke) continue;
    // Within one SDO they stay behind: territories say most of it
    const opacity = across[i] === 1 ? stroke.opacity : stroke.opacity >> 1;
    const width = (0.6 + Math.min(2.4, 0.35 * Math.log2(sums[i] ?? 1))) * sight.density;
    draw(
      sight,
      ends[4 * i] ?? 0,
      ends[4 * i + 1] ?? 0,
      ends[4 * i + 2] ?? 0,
      ends[4 * i + 3] ?? 0,
      { ...stroke, width, dash: 0, gap: 0 },
      opacity,
    );
  }
}
