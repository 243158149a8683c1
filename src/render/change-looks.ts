import { CHANGED, type ChangedClass } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import type { Look } from './marks.js';

type Corner = readonly [x: number, y: number];

/** Sides of the circle that says “came”. */
const ROUND = 20;
const circle: readonly Corner[] = Array.from({ length: ROUND }, (_, i) => {
  const turn = (2 * Math.PI * i) / ROUND;
  return [Math.cos(turn), Math.sin(turn)];
});
const triangle: readonly Corner[] = [
  [0, -1.15],
  [1.1, 0.8],
  [-1.1, 0.8],
];
const diamond: readonly Corner[] = [
  [0, -1.15],
  [1.15, 0],
  [0, 1.15],
  [-1.15, 0],
];
const square: readonly Corner[] = [
  [-0.9, -0.9],
  [0.9, -0.9],
  [0.9, 0.9],
  [-0.9, 0.9],
];
/** Strokes within a sign, each from one end to the other. */
const MINUS: readonly (readonly [Corner, Corner])[] = [
  [
    [-0.5, 0],
    [0.5, 0],
  ],
];
const PLUS: typeof MINUS = [
  ...MINUS,
  [
    [0, -0.5],
    [0, 0.5],
  ],
];

/** What says a class without its colour: plus on a disc came, a triangle is revised, a diamond started, minus on a square left. */
const SIGNS: Readonly<
  Record<ChangedClass, { readonly corners: readonly Corner[]; readonly strokes: typeof MINUS; readonly colour: 'change' | 'came' | 'left' }>
> = {
  came: { corners: circle, strokes: PLUS, colour: 'came' },
  revised: { corners: triangle, strokes: [], colour: 'change' },
  started: { corners: diamond, strokes: [], colour: 'came' },
  left: { corners: square, strokes: MINUS, colour: 'left' },
  'left-undated': { corners: square, strokes: MINUS, colour: 'left' },
};

/** Smallest and largest radius of a sign, CSS px, and that at a zoom of 1. */
const LEAST = 4.6;
const MOST = 7;
const PER_ZOOM = 5.5;
/** Radius of a mark from which its sign stands at its edge, CSS px. */
const BESIDE_FROM = 4;

/** A sign as it is drawn: an outline, strokes on it, and how both look. */
export interface ChangeSign extends Look {
  readonly corners: readonly Corner[];
  readonly strokes: readonly (readonly [Corner, Corner])[];
  /** CSS colour and width in CSS px of the strokes. */
  readonly ink: string;
  readonly inkWidth: number;
}

/**
 * The sign of a standard that has changed: filled where it is sure, hollow and broken where a date leaves it open, or nobody gives a day.
 *
 * Far out it stands on its mark; where the mark is larger, at its upper right edge, so that the colour of the mark can be seen.
 *
 * @param at place of the mark and its radius, CSS px @param change index into CHANGED
 */
export function changeSign(
  theme: Theme,
  at: readonly [x: number, y: number, radius: number],
  change: number,
  sure: boolean,
  k: number,
): ChangeSign {
  const [x, y, markRadius] = at;
  const { corners, strokes, colour } = SIGNS[CHANGED[change] ?? 'started'];
  const radius = Math.min(MOST, Math.max(LEAST, PER_ZOOM * k));
  const aside = Math.max(0, markRadius - BESIDE_FROM) * 1.1;
  const placed = ([dx, dy]: Corner): Corner => [x + aside + dx * radius, y - aside + dy * radius];
  const hue = theme[colour];
  return {
    corners: corners.map(placed),
    strokes: strokes.map(([from, to]) => [placed(from), placed(to)]),
    fill: sure ? hue : theme.background,
    stroke: sure ? theme.background : hue,
    width: sure ? 1 : 1.4,
    dash: sure ? [] : [2.2, 1.4],
    opacity: 1,
    ink: sure ? theme.background : hue,
    inkWidth: Math.max(1.2, radius / 3.6),
  };
}
