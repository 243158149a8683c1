import { CIRCLE, FADED, NEAR, PLATE } from '../scene/codes.js';
import { STANDARDS_FROM, type PlacedLabel } from '../scene/label-boxes.js';
import { placeOf } from '../scene/labels.js';
import type { Label, Scene, TextKind } from '../scene/scene.js';
import { fontOf, RIGHT_TO_LEFT } from './fonts.js';
import { toScreen, viewOf, type Camera, type Size } from './camera.js';
import type { Picture } from './picture.js';

/** How far outside the surface a mark may stand and still have its label reach into it, CSS px. */
export const REACH = 60;
/** Corner of a plate, CSS px. */
const CORNER = 6;
/** The labels that a camera shows, in the order of their importance. */
export function labelsInView(
  { scene, plan, always, world }: Pick<Picture, 'scene' | 'plan' | 'always' | 'world'>,
  camera: Camera,
  size: Size,
): readonly PlacedLabel[] {
  const view = viewOf(camera, size, REACH);
  const { marks } = scene;
  const isIn = (x: number, y: number): boolean => x >= view.left && x <= view.right && y >= view.top && y <= view.bottom;
  const found = always.filter(({ from, label }) => from <= camera.k && isIn(...placeOf(label, marks)));
  if (camera.k < STANDARDS_FROM) return found;
  const singles: number[] = [];
  const known = new Set(found.map(({ label }) => label.mark));
  const { order } = world.points;
  world.points.search(CIRCLE, view, (first, last) => {
    for (let i = first; i < last; i++) {
      const mark = order[i] ?? 0;
      if (isIn(marks.x[mark] ?? 0, marks.y[mark] ?? 0) && plan.from(mark) <= camera.k && !known.has(mark)) singles.push(mark);
    }
  });
  return [...found, ...singles.map((mark) => plan.placed(mark))];
}

function drawPlate(context: CanvasRenderingContext2D, { scene, theme }: Picture, placed: PlacedLabel, x: number, y: number): void {
  const { mark, text } = placed.label;
  const slot = scene.marks.slot[mark] ?? 0;
  const { halfWidth } = placed;
  // The rest of its room is air
  const halfHeight = placed.halfHeight - 2;
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

/** Standards and territories stay back, unless the reader or a lens has brought them forward, or the picture is about them. */
export const isQuiet = ({ kind, mark }: Label, { marks: { emphasis }, weights }: Pick<Scene, 'marks' | 'weights'>): boolean =>
  kind === 'territory' || (kind === 'standard' && (emphasis[mark] ?? 0) < NEAR && (weights?.[mark] ?? 0) === 0);

function drawLines(context: CanvasRenderingContext2D, { scene, theme }: Picture, placed: PlacedLabel, x: number, y: number): void {
  const { text, lines } = placed.label;
  // A rim in the colour of the ground keeps text readable on links and marks.
  context.lineWidth = 3.5;
  context.strokeStyle = theme.background;
  context.fillStyle = isQuiet(placed.label, scene) ? theme.muted : theme.foreground;
  context.direction = RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
  lines.forEach((line, i) => {
    context.strokeText(line, x, y + i * placed.lineHeight);
  });
  lines.forEach((line, i) => {
    context.fillText(line, x, y + i * placed.lineHeight);
  });
}

/** Draws the labels a camera shows, and plates without room for their name as small ones; the context's unit is a CSS px. */
export function drawLabels(context: CanvasRenderingContext2D, picture: Picture, camera: Camera, size: Size): void {
  const { scene, theme } = picture;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  picture.lenses?.signs(context, picture, camera, size);
  drawBarePlates(context, picture, camera, size);
  let font: TextKind | undefined;
  for (const placed of labelsInView(picture, camera, size)) {
    const { kind } = placed.label;
    const [atX, atY] = toScreen(...placeOf(placed.label, scene.marks), camera, size);
    const [x, y] = [atX + placed.aside, atY + placed.offset];
    // A new font costs more than a text
    if (font !== kind) context.font = fontOf(theme, (font = kind));
    if (kind === 'sdo') drawPlate(context, picture, placed, x, y);
    else drawLines(context, picture, placed, x, y);
  }
}

/** A plate whose label has no room is still a mark: a small block in the colour of its SDO, which nobody takes for a frame without a name. */
function drawBarePlates(context: CanvasRenderingContext2D, { scene, theme, world, always }: Picture, camera: Camera, size: Size): void {
  const { marks, raised, isAbout = false } = scene;
  if (isAbout) return;
  const written = new Set(always.filter(({ from }) => from <= camera.k).map(({ label }) => label.mark));
  const view = viewOf(camera, size, REACH);
  const draw = (mark: number): void => {
    if (marks.shape[mark] !== PLATE || written.has(mark)) return;
    const [x, y] = toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, camera, size);
    const slot = marks.slot[mark] ?? 0;
    context.globalAlpha = marks.emphasis[mark] === FADED ? 0.2 : 1;
    context.beginPath();
    context.roundRect(x - 9, y - 6, 18, 12, 4);
    context.fillStyle = slot === 0 ? theme.muted : (theme.outlines[slot - 1] ?? theme.foreground);
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = theme.background;
    context.stroke();
    context.globalAlpha = 1;
  };
  world.points.search(PLATE, view, (first, last) => {
    for (let i = first; i < last; i++)
      if (marks.emphasis[world.points.order[i] ?? 0] === FADED || raised.length === 0) draw(world.points.order[i] ?? 0);
  });
  raised.forEach(draw);
}
