import { LINK_KINDS, type NodeKind } from '../scene/graph.js';
import { placeLabels, TEXT_SCALE, type LabelSpace, type PlacedLabel } from '../scene/labels.js';
import { EMPHASES, type Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { toScreen, type Camera, type Size } from './camera.js';
import { batchesOf, drawBatch, type Batch, type Look } from './marks.js';

const FADED = EMPHASES.indexOf('faded');
const NEAR = EMPHASES.indexOf('near');
/** How far outside the surface a mark may stand and still reach into it, CSS px. */
export const REACH = 60;
/** A text in one of the scripts that run from right to left; the direction of the page says nothing of a record's language. */
export const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** Corner of a plate, CSS px. */
const CORNER = 6;
const OWNS = LINK_KINDS.indexOf('owns');
const PART_OF = LINK_KINDS.indexOf('part-of');
const RELATION = LINK_KINDS.indexOf('relation');

/** Zooms that labels are placed for, CSS px per layout unit. */
export const ZOOMS = { least: 0.02, most: 8 } as const;

/** A scene made ready for drawing: batches and placed labels, which do not depend on the camera. */
export interface Picture {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly batches: readonly Batch[];
  readonly labels: readonly PlacedLabel[];
}

/** Weight of the text of each kind. */
export const WEIGHTS: Readonly<Record<NodeKind, number>> = { sdo: 700, committee: 600, topic: 400, standard: 400 };

const fontOf = (theme: Theme, kind: NodeKind): string => `${WEIGHTS[kind]} ${theme.labelSize * TEXT_SCALE[kind]}px ${theme.font}`;

/** Widths of texts as a canvas draws them, CSS px. */
export function measureWith(context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>, theme: Theme): LabelSpace['measure'] {
  return (text, kind) => {
    context.font = fontOf(theme, kind);
    return context.measureText(text).width;
  };
}

/** Prepares a scene; `context` measures its texts. */
export function picture(scene: Scene, theme: Theme, context: CanvasRenderingContext2D): Picture {
  const measure = measureWith(context, theme);
  const labels = placeLabels(scene.labels, scene.marks, { ...ZOOMS, size: theme.labelSize, measure });
  return { scene, theme, batches: batchesOf(scene.marks), labels };
}

/** Place of a mark on the surface; undefined when it is too far outside to be seen. */
function placer({ scene }: Picture, camera: Camera, size: Size): (mark: number) => readonly [number, number] | undefined {
  const { marks } = scene;
  return (mark) => {
    const at = toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, camera, size);
    return at[0] < -REACH || at[1] < -REACH || at[0] > size.width + REACH || at[1] > size.height + REACH ? undefined : at;
  };
}

/** Opacity and width of a kind of link. */
function weightOf(kind: number, emphasis: number, k: number): readonly [opacity: number, width: number] {
  if (emphasis === FADED) return [0.08, 1];
  // A committee may own hundreds of standards: its links stay behind the relations, of which there are few.
  if (emphasis >= NEAR) return kind === RELATION ? [0.95, 2] : kind === OWNS ? [0.4, 1] : [0.7, 1.25];
  if (kind === PART_OF) return [0.8, 1.5];
  if (kind === RELATION) return [0.55, 1];
  return kind === OWNS ? [Math.min(0.45, 0.15 + 0.2 * k), 0.75] : [0.3, 0.75];
}

/** The look of links of one kind and emphasis (codes as in the scene) at a zoom. */
export function linkLook(theme: Theme, kind: number, emphasis: number, k: number): Look {
  const [opacity, width] = weightOf(kind, emphasis, k);
  const stroke = emphasis === NEAR ? theme.selection : kind === RELATION ? theme.muted : theme.link;
  return { stroke, width, opacity, dash: kind === RELATION ? [5, 3] : [] };
}

/** Codes of the emphases of links in drawing order. */
export const LINK_LAYERS = [FADED, NEAR - 1, NEAR] as const;

function drawLinks(context: CanvasRenderingContext2D, { scene, theme }: Picture, camera: Camera, size: Size): void {
  const { links, marks } = scene;
  for (const emphasis of LINK_LAYERS) {
    for (let kind = 0; kind < LINK_KINDS.length; kind++) {
      context.beginPath();
      for (let link = 0; link < links.count; link++) {
        if (links.kind[link] !== kind || links.emphasis[link] !== emphasis) continue;
        const [a, b] = [links.ends[2 * link] ?? 0, links.ends[2 * link + 1] ?? 0];
        const [ax, ay] = toScreen(marks.x[a] ?? 0, marks.y[a] ?? 0, camera, size);
        const [bx, by] = toScreen(marks.x[b] ?? 0, marks.y[b] ?? 0, camera, size);
        if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > size.width || Math.min(ay, by) > size.height) continue;
        context.moveTo(ax, ay);
        context.lineTo(bx, by);
      }
      const look = linkLook(theme, kind, emphasis, camera.k);
      context.globalAlpha = look.opacity;
      context.lineWidth = look.width;
      context.strokeStyle = look.stroke;
      context.setLineDash([...look.dash]);
      context.stroke();
      context.setLineDash([]);
    }
  }
  context.globalAlpha = 1;
}

function drawPlate(context: CanvasRenderingContext2D, { scene, theme }: Picture, placed: PlacedLabel, x: number, y: number): void {
  const { mark, text } = placed.label;
  const slot = scene.marks.slot[mark] ?? 0;
  const [halfWidth, halfHeight] = [placed.halfWidth, (theme.labelSize * TEXT_SCALE.sdo * 1.2) / 2 + 5];
  context.beginPath();
  context.roundRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, CORNER);
  context.fillStyle = theme.background;
  context.fill();
  context.lineWidth = 2.5;
  context.strokeStyle = slot === 0 ? theme.muted : (theme.outlines[slot - 1] ?? theme.foreground);
  context.stroke();
  context.fillStyle = theme.foreground;
  context.fillText(text, x, y);
}

/** The labels that a camera shows, in the order of their importance. */
export function labelsInView(picture: Picture, camera: Camera, size: Size): readonly PlacedLabel[] {
  const place = placer(picture, camera, size);
  return picture.labels.filter((placed) => placed.from <= camera.k && place(placed.label.mark) !== undefined);
}

function drawLabels(context: CanvasRenderingContext2D, picture: Picture, camera: Camera, size: Size): void {
  const { scene, theme } = picture;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const placed of labelsInView(picture, camera, size)) {
    const { mark, kind, text, lines } = placed.label;
    const [x, y] = toScreen(scene.marks.x[mark] ?? 0, scene.marks.y[mark] ?? 0, camera, size);
    context.font = fontOf(theme, kind);
    if (kind === 'sdo') {
      drawPlate(context, picture, placed, x, y);
      continue;
    }
    // A rim in the colour of the ground keeps text readable on links and marks.
    context.lineWidth = 3.5;
    context.strokeStyle = theme.background;
    context.fillStyle = kind === 'standard' ? theme.muted : theme.foreground;
    context.direction = RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
    const tops = lines.map((_, i) => y + placed.offset + i * placed.lineHeight);
    lines.forEach((line, i) => {
      context.strokeText(line, x, tops[i] ?? y);
    });
    lines.forEach((line, i) => {
      context.fillText(line, x, tops[i] ?? y);
    });
  }
}

/** A plate whose label has no room is still a mark: a small square with the colour of its SDO. */
function drawBarePlates(
  context: CanvasRenderingContext2D,
  picture: Picture,
  camera: Camera,
  place: (mark: number) => readonly [number, number] | undefined,
): void {
  const { scene, theme } = picture;
  const written = new Set(
    picture.labels.filter((placed) => placed.label.kind === 'sdo' && placed.from <= camera.k).map(({ label }) => label.mark),
  );
  for (let mark = 0; mark < scene.marks.count; mark++) {
    if (scene.marks.shape[mark] !== 0 || written.has(mark)) continue;
    const at = place(mark);
    if (!at) continue;
    const slot = scene.marks.slot[mark] ?? 0;
    context.globalAlpha = scene.marks.emphasis[mark] === FADED ? 0.2 : 1;
    context.beginPath();
    context.roundRect(at[0] - 9, at[1] - 6, 18, 12, 4);
    context.fillStyle = theme.background;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = slot === 0 ? theme.muted : (theme.outlines[slot - 1] ?? theme.foreground);
    context.stroke();
    context.globalAlpha = 1;
  }
}

/** Draws the whole picture as the camera sees it; the context's unit is a CSS px. */
export function drawPicture(context: CanvasRenderingContext2D, picture: Picture, camera: Camera, size: Size): void {
  const { scene, theme, batches } = picture;
  context.fillStyle = theme.background;
  context.fillRect(0, 0, size.width, size.height);
  drawLinks(context, picture, camera, size);
  const place = placer(picture, camera, size);
  for (const batch of batches) drawBatch(context, batch, scene.marks, camera, theme, place);
  drawBarePlates(context, picture, camera, place);
  drawLabels(context, picture, camera, size);
}
