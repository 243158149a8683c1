import { CIRCLE, FILLED, PLATE } from '../scene/codes.js';
import { SHAPES, type Marks, type Scene } from '../scene/scene.js';

/** Smallest and largest radius of each shape on the surface, CSS px; the plate is sized by its text. */
// A standard is a square px at least
const LEAST: readonly number[] = SHAPES.map((shape) => ({ plate: 16, diamond: 5, hexagon: 6, circle: 0.564 })[shape]);
const MOST: readonly number[] = SHAPES.map((shape) => ({ plate: 16, diamond: 10, hexagon: 11, circle: 8 })[shape]);
/** Zoom below which groups get smaller with everything else, so that far out they leave room for their standards. */
const GROUPS_SHRINK = 0.2;

/** Radius of a mark on the surface in CSS px. */
export function screenRadius(marks: Marks, mark: number, k: number): number {
  const shape = marks.shape[mark] ?? 0;
  const least = LEAST[shape] ?? 0;
  const floor = shape === PLATE || shape === CIRCLE ? least : least * Math.min(1, Math.max(0.5, k / GROUPS_SHRINK));
  return Math.min(MOST[shape] ?? 0, Math.max(floor, (marks.radius[mark] ?? 0) * k));
}

/** Opacity of marks that are faded: a lens keeps them as a readable ground. */
export const FADED_OPACITY: Readonly<Record<Scene['faded'], number>> = { none: 1, lens: 0.34, selection: 0.14 };

/** How a batch or a kind of link is drawn; colours as the theme has them, widths in CSS px. */
export interface Look {
  /** Undefined: not filled. */
  readonly fill?: string | undefined;
  readonly stroke: string;
  readonly width: number;
  /** Lengths of strokes and gaps in turn; empty: unbroken. */
  readonly dash: readonly number[];
  /** 0–1 */
  readonly opacity: number;
}

/** Width of the rim of a mark, CSS px. @param radius on the surface, CSS px */
export const rimWidth = (finish: number, radius: number): number => (finish === FILLED ? (radius < 3 ? 0.5 : 1) : radius < 3 ? 1 : 1.75);

/** Selected marks above which their rings are thin: close together, wide ones hide what they are around. */
const MANY = 24;

/** Gap and width of the ring around each of so many selected marks, CSS px. */
export const ringOf = (selected: number): readonly [gap: number, width: number] => (selected > MANY ? [2, 1.75] : [4, 3]);

/** Strokes a ring around a mark, `gap` CSS px outside it. */
export function ring(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  gap: number,
  color: string,
  width: number,
): void {
  context.beginPath();
  context.arc(x, y, radius + gap, 0, 2 * Math.PI);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}
