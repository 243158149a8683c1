import type { LabelSpace, PlacedLabel } from '../scene/label-boxes.js';
import type { Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import type { Camera, Size } from './camera.js';
import type { Look } from './marks.js';
import { pair, type Attributes } from './xml.js';

/** Everything the layers of an SVG share. */
export interface Sheet {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly camera: Camera;
  readonly size: Size;
  readonly measure: LabelSpace['measure'];
  /** Labels that the camera shows. */
  readonly labels: readonly PlacedLabel[];
  /** Place of a mark in CSS px. */
  readonly at: (mark: number) => readonly [number, number];
  /** Whether a mark reaches into the picture. */
  readonly isSeen: (mark: number) => boolean;
}

/** Attributes of a look; widths and opacities are finer than a tenth. */
export const looks = ({ fill = 'none', stroke, width, dash, opacity }: Look): Attributes => ({
  fill,
  stroke,
  'stroke-width': `${width}`,
  'stroke-dasharray': dash.join(' ') || undefined,
  opacity: opacity < 1 ? opacity.toFixed(2) : undefined,
});

type Point = readonly [x: number, y: number];

/** A line through points as the `d` of a path. */
export const pathOf = (points: readonly Point[]): string => `M${points.map(([x, y]) => pair(x, y)).join('L')}`;

/** Whether all points, and what is straight between them, lie beyond one side of the picture. */
export const isOutside = ({ width, height }: Size, points: readonly Point[]): boolean =>
  points.every(([x]) => x < 0) || points.every(([, y]) => y < 0) || points.every(([x]) => x > width) || points.every(([, y]) => y > height);
