import { neighboursOf } from '../scene/neighbours.js';
import type { Camera, Size } from './camera.js';
import { drawCandidate } from './candidate-pointing.js';
import { ring, screenRadius } from './marks.js';
import { middleOf } from './overlay.js';
import type { Picture } from './picture.js';

/** Most links drawn of the mark under the pointer: more of them say nothing more, and take longer than a hand that moves. */
const MOST_LINKS = 400;

/**
 * Draws what the pointer rests on, while the picture stays, on an overlay: a ring around a mark and its links, or the link of a candidate.
 *
 * @param mark @param link -1 for none
 */
export function drawPointed(
  context: CanvasRenderingContext2D,
  picture: Picture,
  camera: Camera,
  size: Size,
  { mark, link }: { readonly mark: number; readonly link: number },
): void {
  const { marks } = picture.scene;
  if (mark >= 0) {
    const at = middleOf(marks, mark, camera, size);
    drawOwnLinks(context, picture, camera, size, mark);
    ring(context, ...at, screenRadius(marks, mark, camera.k), 3, picture.theme.foreground, 2);
  }
  if (link >= 0) drawCandidate(context, picture, camera, size, link);
}

function drawOwnLinks(context: CanvasRenderingContext2D, { scene, theme }: Picture, camera: Camera, size: Size, mark: number): void {
  const { marks, graph } = scene;
  const { offsets, nodes } = neighboursOf(graph);
  const node = marks.node[mark] ?? 0;
  const from = middleOf(marks, mark, camera, size);
  context.beginPath();
  const end = Math.min(offsets[node + 1] ?? 0, (offsets[node] ?? 0) + MOST_LINKS);
  for (let l = offsets[node] ?? 0; l < end; l++) {
    const other = marks.ofNode[nodes[l] ?? 0] ?? -1;
    if (other < 0) continue;
    context.moveTo(...from);
    context.lineTo(...middleOf(marks, other, camera, size));
  }
  context.strokeStyle = theme.foreground;
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}
