import type { Bounds, Marks } from '../scene/scene.js';
import type { Camera } from './camera.js';
import type { Frame } from './frame.js';
import type { Stroke } from './line.js';
import type { Look } from './marks.js';

/** How a picture lies on a frame. */
export interface Sight {
  readonly frame: Frame;
  readonly camera: Camera;
  /** Device px per layout unit, and place of the layout's origin. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Device px per CSS px. */
  readonly density: number;
  readonly view: Bounds;
}

/** A look as a line of the rasteriser. @param density device px per CSS px */
export function strokeOf(inkOf: (color: string) => number, { stroke, width, dash, opacity }: Look, density: number): Stroke {
  const [on = 0, off = 0] = dash;
  return { ink: inkOf(stroke), opacity: Math.round(256 * opacity), width: width * density, dash: on * density, gap: off * density };
}

/** Where a link begins and ends on the frame, device px. @param ends marks at either end: a0, b0, a1, b1, … */
export function endsOf(
  { scale, x, y }: Sight,
  marks: Pick<Marks, 'x' | 'y'>,
  ends: Uint32Array,
  link: number,
): readonly [ax: number, ay: number, bx: number, by: number] {
  const [a, b] = [ends[2 * link] ?? 0, ends[2 * link + 1] ?? 0];
  return [(marks.x[a] ?? 0) * scale + x, (marks.y[a] ?? 0) * scale + y, (marks.x[b] ?? 0) * scale + x, (marks.y[b] ?? 0) * scale + y];
}

/** Whether a link, or an arc in its place, lies beyond one side of the frame: it keeps within a circle around its ends. */
export function isBeyond({ frame }: Sight, ax: number, ay: number, bx: number, by: number): boolean {
  const radius = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) / 2;
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  return !(x + radius >= 0 && y + radius >= 0 && x - radius <= frame.width && y - radius <= frame.height);
}
