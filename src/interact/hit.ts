import type { Camera, Size } from '../render/camera.js';
import type { Target } from '../render/target.js';
import { BANDS, type CandidateRef, type IndirectRef, type NodeRef, type Scene } from '../scene/scene.js';
import { placeOf, refOf } from './refs.js';

/** A mark, the link of an overlap candidate or an indirect link under the pointer, with its place on the surface. */
export interface Hit {
  readonly target: NodeRef | CandidateRef | IndirectRef;
  /** Centre of the mark, or the nearest point of the link, in CSS px from the top left corner of the surface. */
  readonly x: number;
  readonly y: number;
  /** Of a topic under the lens for gaps: what is missing on it, in words. */
  readonly missing?: string | undefined;
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
