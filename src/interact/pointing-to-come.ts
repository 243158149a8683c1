import { pointOn } from '../render/page-scale.js';
import { REACH } from '../render/hit.js';
import type { Camera, Size } from '../render/camera.js';
import type { Picture } from '../render/picture.js';
import type { CandidateRef, NodeRef } from '../scene/scene.js';
import type { HandsView, OnceHands } from './hands-to-come.js';
import { refOf } from './refs.js';

/** What a pointer rests on, and what a click means. */
export interface ViewPointing {
  /** Whether there is nothing to draw of it. */
  readonly isBlank: boolean;
  /** A pointer has moved over the surface. */
  readonly moved: (event: PointerEvent) => void;
  /** What a click or tap means: a mark or the link of a candidate, null for the ground; undefined where nothing follows. @param reach CSS px */
  readonly chosen: (event: MouseEvent, reach: number) => NodeRef | CandidateRef | null | undefined;
  /** The pointer rests on nothing any more, wherever it is, until it moves. */
  readonly end: () => void;
  /** Another scene is drawn: its marks are others. */
  readonly forget: () => void;
  /** Draws it on an overlay. @param held mark that a hand holds, or -1 */
  readonly draw: (context: CanvasRenderingContext2D, picture: Picture, camera: Camera, size: Size, held: number) => void;
}

const nothing = (): void => undefined;

/**
 * In the place of pointing until it comes: a click on a mark chooses it. A pointer that rests on one asks for what can tell of it, once, and is told of
 * where it is by then.
 *
 * @param come what tells of it, once it is there
 */
export function pointingToCome(
  view: HandsView,
  once: OnceHands | undefined,
  come: () => ViewPointing | undefined,
  signal: AbortSignal,
): ViewPointing {
  let last: PointerEvent | undefined;
  let isAsked = false;
  const chosen = (event: MouseEvent, reach: number): NodeRef | null => {
    const { x, y } = pointOn(view.surface, event);
    const [mark, scene] = [view.markAt(x, y, reach), view.scene()];
    return mark < 0 || !scene ? null : refOf(scene, mark);
  };
  const moved = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || come()) return;
    last = event;
    if (isAsked || event.buttons !== 0 || !chosen(event, REACH.fine)) return;
    isAsked = true;
    once?.(() => {
      if (last) come()?.moved(last);
    });
  };
  view.surface.addEventListener('pointermove', moved, { signal });
  view.surface.addEventListener('pointerleave', () => (last = undefined), { signal });
  return { isBlank: true, moved, chosen, end: nothing, forget: nothing, draw: nothing };
}
