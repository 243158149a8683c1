import type { Bounds } from '../scene/scene.js';

/** Where the reader looks: the layout point in the centre of the surface, and CSS px per layout unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Size of the surface in CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Air around what is fitted, CSS px: room for labels at the rim and for controls in the corners. */
const AIR = 36;

/** What covers the surface at its sides, CSS px: what is fitted keeps clear of it. */
export interface Insets {
  readonly left: number;
  readonly right: number;
}

/** The camera that shows all of `bounds` as large as fits between the insets, but not nearer than `most`. */
export function fitted(bounds: Bounds, { width, height }: Size, insets: Insets, most: number): Camera {
  const spanX = Math.max(1, bounds.right - bounds.left);
  const spanY = Math.max(1, bounds.bottom - bounds.top);
  const free = Math.max(1, width - insets.left - insets.right - 2 * AIR);
  const k = Math.min(free / spanX, Math.max(1, height - 2 * AIR) / spanY, most);
  return { x: (bounds.left + bounds.right) / 2 + (insets.right - insets.left) / (2 * k), y: (bounds.top + bounds.bottom) / 2, k };
}

/** A layout point on the surface in CSS px. */
export const toScreen = (x: number, y: number, camera: Camera, size: Size): readonly [number, number] => [
  (x - camera.x) * camera.k + size.width / 2,
  (y - camera.y) * camera.k + size.height / 2,
];

/** A point of the surface in layout units. */
export const toLayout = (x: number, y: number, camera: Camera, size: Size): readonly [number, number] => [
  (x - size.width / 2) / camera.k + camera.x,
  (y - size.height / 2) / camera.k + camera.y,
];
