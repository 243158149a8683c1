import { toScreen, type Camera, type Size } from '../render/camera.js';
import type { Target } from '../render/hit.js';
import { NODE_KINDS } from '../scene/graph.js';
import { BANDS, type Bounds, type CandidateRef, type IndirectRef, type NodeRef, type Scene } from '../scene/scene.js';

/** A mark, the link of an overlap candidate or an indirect link under the pointer, with its place on the surface. */
export interface Hit {
  readonly target: NodeRef | CandidateRef | IndirectRef;
  /** Centre of the mark, or the nearest point of the link, in CSS px from the top left corner of the surface. */
  readonly x: number;
  readonly y: number;
  /** Of a topic under the lens for gaps: what is missing on it, in words. */
  readonly missing?: string | undefined;
}

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

/** What was hit, in words of the records. */
export function hitOf(scene: Scene, target: Target, camera: Camera, size: Size): Hit | null {
  const { mark, link, indirect: dotted = -1, at: [x, y] = [0, 0] } = target;
  const { gaps, candidates, indirect } = scene;
  if (mark >= 0)
    return { target: refOf(scene, mark), ...placeOf(scene, mark, camera, size), missing: gaps?.texts[gaps.mark.indexOf(mark)] };
  const idAt = (ends: Uint32Array | undefined, end: number): string => refOf(scene, ends?.[end] ?? 0).id;
  if (link >= 0 && candidates) {
    const [a, b] = [idAt(candidates.ends, 2 * link), idAt(candidates.ends, 2 * link + 1)];
    return { target: { kind: 'candidate', a, b, band: BANDS[candidates.band[link] ?? 0] ?? 'low' }, x, y };
  }
  if (dotted < 0) return null;
  const [a, b] = [idAt(indirect.ends, 2 * dotted), idAt(indirect.ends, 2 * dotted + 1)];
  return { target: { kind: 'indirect', a, b, text: indirect.texts[dotted] ?? '' }, x, y };
}

/** Around the middles of these records' marks; undefined where none is drawn. */
export function boundsAround(scene: Scene | undefined, nodes: readonly NodeRef[]): Bounds | undefined {
  const marks = nodes.map((node) => markOf(scene, node)).filter((mark) => mark >= 0);
  if (marks.length === 0 || !scene) return undefined;
  const { x, y } = scene.marks;
  const [xs, ys] = [marks.map((mark) => x[mark] ?? 0), marks.map((mark) => y[mark] ?? 0)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
