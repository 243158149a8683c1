import { boundsAround } from './bounds.js';
/** Discs of several classes in the plane. */
export interface Discs {
  /** Centres in layout units, 2n: x0, y0, … */
  readonly xy: Float32Array;
  /** n. */
  readonly radii: Float32Array;
  /** Class of each disc, 0 … 65,534; n. */
  readonly classes: Uint16Array;
}

/** A lattice of points that know which classes come nearest to them. Rows from top to bottom. */
export interface Field {
  /** Point 0. */
  readonly left: number;
  readonly top: number;
  /** Between two points. */
  readonly pitch: number;
  readonly columns: number;
  readonly rows: number;
  /** Class whose discs come nearest to each point, NONE where none is in reach; columns × rows. */
  readonly first: Uint16Array;
  /** Distance to the rim of its nearest disc, below 0 within it. */
  readonly near: Float32Array;
  /** The same for the class that comes second. */
  readonly second: Uint16Array;
  readonly far: Float32Array;
}

/** No class. */
export const NONE = 0xffff;
/** The most points of a lattice. A larger drawing has a coarser one. */
const MOST_POINTS = 65_536;

/** An empty lattice around all discs and what they reach. */
function latticeOf({ xy, radii }: Discs, reach: number, finest: number): Field {
  const { left, top, right, bottom } = boundsAround(radii.length, (i) => [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0, radii[i] ?? 0]);
  const [wide, high] = [right - left + 2 * reach, bottom - top + 2 * reach];
  // A side has at most its length in pitches and 5 points more: (wide / pitch + 5) × (high / pitch + 5) = MOST_POINTS, solved for the pitch
  const [sum, most] = [5 * (wide + high), MOST_POINTS - 25];
  const pitch = Math.max(finest, (sum + Math.sqrt(sum * sum + 4 * most * wide * high)) / (2 * most));
  const [columns, rows] = [Math.ceil(wide / pitch) + 4, Math.ceil(high / pitch) + 4];
  return {
    left: left - reach - 2 * pitch,
    top: top - reach - 2 * pitch,
    pitch,
    columns,
    rows,
    first: new Uint16Array(columns * rows).fill(NONE),
    near: new Float32Array(columns * rows).fill(Infinity),
    second: new Uint16Array(columns * rows).fill(NONE),
    far: new Float32Array(columns * rows).fill(Infinity),
  };
}

/** Notes a class at a distance from a point. */
function note({ first, near, second, far }: Field, point: number, one: number, distance: number): void {
  const best = near[point] ?? Infinity;
  if (one === first[point]) {
    if (distance < best) near[point] = distance;
  } else if (distance < best) {
    second[point] = first[point] ?? NONE;
    far[point] = best;
    first[point] = one;
    near[point] = distance;
  } else if (distance < (far[point] ?? Infinity)) {
    second[point] = one;
    far[point] = distance;
  }
}

/**
 * Which classes come nearest where.
 *
 * @param reach how far from its rim a disc is noted at least, layout units
 * @param finest pitch of the lattice, layout units; a drawing that would need more than 65,536 points has a coarser one
 */
export function fieldOf(discs: Discs, reach: number, finest: number): Field {
  const field = latticeOf(discs, reach, finest);
  const { left, top, pitch, columns } = field;
  for (let i = 0; i < discs.radii.length; i++) {
    const [radius, one] = [discs.radii[i] ?? 0, discs.classes[i] ?? NONE];
    const x = (discs.xy[2 * i] ?? 0) - left;
    const y = (discs.xy[2 * i + 1] ?? 0) - top;
    const wide = radius + reach + pitch;
    for (let row = Math.ceil((y - wide) / pitch); row * pitch <= y + wide; row++) {
      const dy = row * pitch - y;
      const half = Math.sqrt(wide * wide - dy * dy);
      for (let column = Math.ceil((x - half) / pitch); column * pitch <= x + half; column++) {
        const dx = column * pitch - x;
        note(field, row * columns + column, one, Math.sqrt(dx * dx + dy * dy) - radius);
      }
    }
  }
  return field;
}

/** How far inside of a class's area a point lies, below 0 outside: within `reach` of a disc, half of `gap` nearer to it than to others. */
function depth(field: Field, point: number, one: number, reach: number, gap: number): number {
  const best = field.near[point] ?? Infinity;
  if (best === Infinity) return -field.pitch;
  if (field.first[point] === one) return Math.min(reach - best, ((field.far[point] ?? Infinity) - best - gap) / 2);
  const own = field.second[point] === one ? (field.far[point] ?? Infinity) : Math.max(reach, best) + field.pitch;
  return Math.min(reach - own, (best - own - gap) / 2);
}

/** Sides of a cell: top, right, bottom, left. Corners: 1 top left, 2 top right, 4 bottom right, 8 bottom left. */
type Side = 0 | 1 | 2 | 3;
/** Ways through a cell by the corners inside: from side to side, the inside on the right. Opposite corners count as not joined. */
const WAYS: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];

/** The class in whose area each point lies, NONE where in none. */
function ownersOf(field: Field, reach: number, gap: number): Uint16Array {
  return field.first.map((one, point) => (one !== NONE && depth(field, point, one, reach, gap) > 0 ? one : NONE));
}

/**
 * Where the rims of all areas cross the edges of the lattice, the next crossing of each at its own place, -1 for none; 4 × points.
 *
 * A crossing is 4 × the first point of its edge, + 2 where the edge leads downwards, + 1 where the other end is the one inside.
 */
function rimsOf({ columns, rows }: Field, owners: Uint16Array): Int32Array {
  const next = new Int32Array(4 * owners.length).fill(-1);
  for (let row = 0; row + 1 < rows; row++) {
    for (let at = row * columns; at + 1 < (row + 1) * columns; at++) {
      const a = owners[at];
      const b = owners[at + 1];
      const c = owners[at + columns + 1];
      const d = owners[at + columns];
      if (a === b && b === c && c === d) continue;
      for (const one of new Set([a, b, c, d])) {
        if (one === undefined || one === NONE) continue;
        const inside = (a === one ? 1 : 0) + (b === one ? 2 : 0) + (c === one ? 4 : 0) + (d === one ? 8 : 0);
        const [fromLeft, fromTop] = [a === one ? 0 : 1, d === one ? 0 : 1];
        const sides = [4 * at + fromLeft, 4 * at + 6 + (b === one ? 0 : 1), 4 * (at + columns) + fromTop, 4 * at + 2 + fromLeft] as const;
        for (const [from, to] of WAYS[inside] ?? []) next[sides[from]] = sides[to];
      }
    }
  }
  return next;
}

/** A closed outline of a class's area. */
export interface Ring {
  readonly one: number;
  /** Closed, in layout units: x0, y0, x1, y1, …; the first point is not repeated. */
  readonly outline: Float32Array;
  /** Square units. */
  readonly area: number;
}

/** Twice the area within an outline, below 0 where it runs the other way round, as a hole does. */
function signedArea(outline: Float32Array): number {
  let sum = 0;
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    sum += (outline[j] ?? 0) * (outline[i + 1] ?? 0) - (outline[i] ?? 0) * (outline[j + 1] ?? 0);
  }
  return sum;
}

/** The end of a crossing's edge that is not its first point. */
const endOf = (crossing: number, { columns }: Field): number => (crossing >> 2) + ((crossing & 2) > 0 ? columns : 1);
const insideOf = (crossing: number, field: Field): number => ((crossing & 1) > 0 ? endOf(crossing, field) : crossing >> 2);

/** Adds the place of a crossing: where the depth is 0 between the ends of its edge. */
function pushCrossing(points: number[], field: Field, crossing: number, depthAt: (point: number) => number): void {
  const { left, top, pitch, columns } = field;
  const point = crossing >> 2;
  const here = depthAt(point);
  const along = (here / (here - depthAt(endOf(crossing, field)))) * pitch;
  const [column, isDown] = [point % columns, (crossing & 2) > 0];
  points.push(left + column * pitch + (isDown ? 0 : along), top + ((point - column) / columns) * pitch + (isDown ? along : 0));
}

/** The middles of an outline's sides: a rounder outline of as many points. */
const rounded = (points: readonly number[]): Float32Array =>
  new Float32Array(points.map((value, i) => (value + (points[(i + 2) % points.length] ?? 0)) / 2));

/**
 * The outer outlines of every class's areas, in the order of the lattice. Areas of two classes do not meet.
 *
 * @param reach how far an area goes beyond its discs' rims, layout units; at most that of the field
 * @param gap between the areas of two classes, layout units
 * @source marching squares: Lorensen and Cline, Marching cubes, 1987, in two dimensions
 */
export function ringsOf(field: Field, reach: number, gap: number): readonly Ring[] {
  const owners = ownersOf(field, reach, gap);
  const next = rimsOf(field, owners);
  const rings: Ring[] = [];
  for (let start = 0; start < next.length; start++) {
    if (next[start] === -1) continue;
    const one = owners[insideOf(start, field)] ?? NONE;
    const points: number[] = [];
    for (let crossing = start; (next[crossing] ?? -1) >= 0;) {
      pushCrossing(points, field, crossing, (point) => depth(field, point, one, reach, gap));
      const following = next[crossing] ?? -1;
      next[crossing] = -1;
      crossing = following;
    }
    const outline = rounded(points);
    const area = signedArea(outline) / 2;
    if (area > 0) rings.push({ one, outline, area });
  }
  return rings;
}
