import { toScreen, type Camera, type Size } from '../render/camera.js';
import { NODE_KINDS } from '../scene/graph.js';
import type { Bounds, NodeRef, Scene } from '../scene/scene.js';

/** Mark of a record, or -1. */
export function markOf(scene: Scene | undefined, { kind, id }: NodeRef): number {
  const node = scene?.graph.indexOf(kind, id) ?? -1;
  return node < 0 ? -1 : (scene?.marks.ofNode[node] ?? -1);
}

/** The record of a mark. */
export function refOf({ marks, graph }: Scene, mark: number): NodeRef {
  const node = marks.node[mark] ?? 0;
  return { kind: NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard', id: graph.ids[node] ?? '' };
}

/** The middle of a mark on the surface, CSS px. */
export function placeOf({ marks }: Scene, mark: number, camera: Camera, size: Size): { readonly x: number; readonly y: number } {
  const [x, y] = toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, camera, size);
  return { x, y };
}

/** Around the middles of these records' marks; undefined where none is drawn. */
export function boundsAround(scene: Scene | undefined, nodes: readonly NodeRef[]): Bounds | undefined {
  const marks = nodes.map((node) => markOf(scene, node)).filter((mark) => mark >= 0);
  if (marks.length === 0 || !scene) return undefined;
  const { x, y } = scene.marks;
  const [xs, ys] = [marks.map((mark) => x[mark] ?? 0), marks.map((mark) => y[mark] ?? 0)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
