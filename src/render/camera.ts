import type { Bounds, Scene } from '../scene/scene.js';

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
/** Room around a few marks, for their names, CSS px. */
const AIR_FOR_NAMES = 64;

/** How far panels reach over the surface from each side, CSS px: what is fitted or revealed keeps clear of them. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const NO_INSETS: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** The part of the surface that nothing covers: its middle and its size, CSS px; at least 1 × 1. */
export function freeArea({ width, height }: Size, { left, right, top, bottom }: Insets): Size & { readonly x: number; readonly y: number } {
  return {
    x: (left + width - right) / 2,
    y: (top + height - bottom) / 2,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - top - bottom),
  };
}

/** Whether a point of the surface lies in the free part of it, or in a share of that around its middle. */
export function isClear(x: number, y: number, size: Size, insets: Insets, share = 1): boolean {
  const free = freeArea(size, insets);
  return Math.abs(x - free.x) < (share / 2) * free.width && Math.abs(y - free.y) < (share / 2) * free.height;
}

/**
 * The way that brings a point of the surface into its free part by the shortest, CSS px to the right and down; 0, 0 where it is there.
 *
 * @param air it comes this far inside, CSS px, as far as there is room
 */
export function wayToClear(x: number, y: number, size: Size, insets: Insets, air: number): readonly [dx: number, dy: number] {
  const free = freeArea(size, insets);
  const way = (at: number, middle: number, span: number): number => {
    const half = Math.max(0, span / 2 - air);
    return Math.min(middle + half, Math.max(middle - half, at)) - at;
  };
  return [way(x, free.x, free.width), way(y, free.y, free.height)];
}

/** Around two rectangles. */
export const union = (a: Bounds, b: Bounds): Bounds => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
});

/** Where the middle of that part is, CSS px from the middle of the surface. */
export function freeOffset(size: Size, insets: Insets): { readonly x: number; readonly y: number } {
  const free = freeArea(size, insets);
  return { x: free.x - size.width / 2, y: free.y - size.height / 2 };
}

/** The camera at zoom `k` that has a layout point in the middle of the free part of the surface. */
export function centred(x: number, y: number, k: number, size: Size, insets: Insets): Camera {
  const offset = freeOffset(size, insets);
  return { x: x - offset.x / k, y: y - offset.y / k, k };
}

/** The camera that shows all of `bounds` as large as fits into the free part of the surface, but not nearer than `most`. @param named with room for names around it */
export function fitted(bounds: Bounds, size: Size, insets: Insets, most: number, named = false): Camera {
  const air = named ? AIR_FOR_NAMES : AIR;
  const free = freeArea(size, insets);
  const spanX = Math.max(1, bounds.right - bounds.left);
  const spanY = Math.max(1, bounds.bottom - bounds.top);
  const k = Math.min(Math.max(1, free.width - 2 * air) / spanX, Math.max(1, free.height - 2 * air) / spanY, most);
  return centred((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2, k, size, insets);
}

/** The zoom that shows all of a scene with room for its names; undefined where nothing is shown. */
export const usualZoom = ({ bounds }: Scene, size: Size): number | undefined => bounds && fitted(bounds, size, NO_INSETS, Infinity, true).k;

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

/** The part of the drawing on the surface and `reach` CSS px around it, layout units. */
export function viewOf(camera: Camera, size: Size, reach: number): Bounds {
  const [left, top] = toLayout(-reach, -reach, camera, size);
  const [right, bottom] = toLayout(size.width + reach, size.height + reach, camera, size);
  return { left, top, right, bottom };
}
