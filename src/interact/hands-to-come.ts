import { FADED } from '../scene/codes.js';
import { REACH } from '../render/hit.js';
import type { Camera, Size } from '../render/camera.js';
import type { Picture } from '../render/picture.js';
import type { Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { asksForAll, mayNudge } from './keys.js';
import type { Hold, OnGrab, Press, SurfacePoint } from './presses.js';

/** How far beside a small mark a mouse still takes hold of it, CSS px: less than a click reaches, for between marks the ground is dragged. */
const GRIP = 4;

/** Has something done once hands have come. */
export type OnceHands = (act: () => void) => void;

/** What hands and pointing need of the drawing. */
export interface HandsView {
  readonly surface: HTMLElement;
  readonly scene: () => Scene | undefined;
  readonly picture: () => Picture | undefined;
  readonly camera: () => Camera;
  readonly size: () => Size;
  /** Mark at a point, or -1. */
  readonly markAt: (x: number, y: number, reach: number) => number;
  readonly stale: (base: boolean) => void;
}

/** What the reader holds, as a drawing needs to know. */
export interface ViewHands {
  /** Every drag draws a lasso, and every click adds to the selection. */
  isLassoMode: boolean;
  /** A scene with what is held where it is now; the scene itself while nothing is. */
  readonly shown: (scene: Scene) => Scene;
  /** Mark that is held, or -1. */
  readonly held: number;
  readonly isBusy: boolean;
  /** What a press takes hold of: the end of a lasso, a mark, or nothing. */
  readonly grab: OnGrab;
  /** Takes a key that moves what is selected, or selects everything. @returns whether it was one */
  readonly key: (event: KeyboardEvent) => boolean;
  /** Draws what is on its way on a blank overlay. */
  readonly draw: (context: CanvasRenderingContext2D, theme: Theme) => void;
}

/** The mark that a press would take hold of, or -1: what a selection has put back is ground. */
export function markUnder({ scene, markAt }: HandsView, { at, touch }: Press): number {
  const drawn = scene();
  const mark = drawn ? markAt(at.x, at.y, touch ? REACH.coarse : GRIP) : -1;
  return drawn?.faded === 'selection' && drawn.marks.emphasis[mark] === FADED ? -1 : mark;
}

/**
 * In the place of hands until they come: what they would take hold of waits for them, with every movement, and does nothing else meanwhile.
 *
 * @param onceHands left out: they never come, and the ground is all there is to take hold of
 * @param come the hands, once they are there @param press does what a key asks for
 */
export function handsToCome(
  view: HandsView,
  onceHands: OnceHands | undefined,
  come: () => ViewHands | undefined,
  press: (event: KeyboardEvent) => void,
): ViewHands {
  return {
    isLassoMode: false,
    shown: (scene) => scene,
    held: -1,
    isBusy: false,
    draw: () => undefined,
    grab: (pressed) => {
      if (!onceHands || !pressed.rested || !(pressed.shift || markUnder(view, pressed) >= 0)) return undefined;
      const way: SurfacePoint[] = [];
      let hold: Hold | undefined;
      let end: 'drop' | 'cancel' | undefined;
      const ended = (how: 'drop' | 'cancel') => (): void => {
        end = how;
        hold?.[how]();
      };
      onceHands(() => {
        hold = come()?.grab(pressed);
        for (const point of way) hold?.move(point);
        if (end) hold?.[end]();
      });
      return {
        move: (to) => {
          if (hold) hold.move(to);
          else way.push(to);
        },
        drop: ended('drop'),
        cancel: ended('cancel'),
      };
    },
    key: (event) => {
      if (!onceHands || !(asksForAll(event) || mayNudge(event))) return false;
      onceHands(() => {
        if (!come()) return;
        press(event);
        // The key was let go, or its next press goes on from here
        view.surface.dispatchEvent(new Event('keyup'));
      });
      return true;
    },
  };
}
