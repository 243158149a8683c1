import { fitted, isClear } from '../render/camera.js';
import type { NodeRef } from '../scene/scene.js';
import { boundsAround } from './refs.js';
import type { MapView } from './map-view.js';

/** Has all of these nodes in the free part of the view: where one of them is not, moves there, no nearer than it is. */
export function uncover(view: MapView, nodes: readonly NodeRef[]): void {
  const { size, insets, camera, picture } = view;
  const isCovered = nodes.map((node) => view.place(node)).some((at) => at && !isClear(at.x, at.y, size, insets));
  const bounds = isCovered ? boundsAround(picture?.scene, nodes) : undefined;
  if (bounds) view.setCamera(fitted(bounds, size, insets, camera.k));
}
