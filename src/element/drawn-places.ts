import { carriedWith, nodeOf } from '../scene/moved.js';
import type { DrawingController } from './drawing-controller.js';

/** What of a drawing says where everything stands. */
type Standing = Pick<DrawingController, 'arrangement' | 'drawn'>;

/** Place of a record as it is drawn, layout units; undefined where nothing stands or the dataset does not know it. */
export function placeIn({ arrangement: { graph }, drawn }: Standing, id: string): readonly [x: number, y: number] | undefined {
  const node = graph && drawn ? nodeOf(graph, id) : -1;
  return node < 0 || !drawn ? undefined : [drawn.xy[2 * node] ?? 0, drawn.xy[2 * node + 1] ?? 0];
}

/** Nodes that go along when these records are dragged. */
export function carriedIn({ arrangement: { graph, standing }, drawn }: Standing, ids: readonly string[]): readonly number[] {
  if (!graph || !standing || !drawn) return [];
  const heads = ids.map((id) => nodeOf(graph, id)).filter((node) => node >= 0);
  return heads.length === 0 ? [] : carriedWith(graph, standing.group, drawn.moved ?? [], heads);
}
