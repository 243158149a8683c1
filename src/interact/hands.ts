import { toLayout, toScreen } from '../render/camera.js';
import { drawLasso } from '../render/lasso.js';
import { nodeCode } from '../scene/graph.js';
import type { NodeRef, Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { Carry } from './carry.js';
import { markUnder, type HandsView, type ViewHands } from './hands-to-come.js';
import { markOf, refOf } from './refs.js';
import { asksForAll } from './keys.js';
import { insideOf, Lasso } from './lasso.js';
import { nudgeKey } from './nudge.js';
import type { Hold, Press } from './presses.js';

/** What the reader does by hand beyond looking; without an answer the ground is all there is to take hold of. */
export interface HandCallbacks {
  /** Nodes that go along when this one is dragged, itself among them; null: what is selected, by keys. None: it stays. */
  readonly carried?: (target: NodeRef | null) => readonly number[];
  /** It was let go this far from where it stood, layout units. */
  readonly onCarried?: (target: NodeRef | null, dx: number, dy: number) => void;
  /** The standards within a lasso, in the order of the graph; `out`: they are to be taken out of the selection. */
  readonly onLasso?: (ids: readonly string[], out: boolean) => void;
  /** Everything shown is to be selected. */
  readonly onAll?: () => void;
}

/** What the reader holds: marks on their way, or the end of a lasso. */
export class Hands implements ViewHands {
  readonly #view: HandsView;
  readonly #callbacks: HandCallbacks;
  #carry: Carry | undefined;
  #target: NodeRef | null = null;
  #lasso: Lasso | undefined;
  #isLassoMode = false;

  constructor(view: HandsView, callbacks: HandCallbacks, signal: AbortSignal) {
    [this.#view, this.#callbacks] = [view, callbacks];
    view.surface.addEventListener('keyup', this.#letGo, { signal });
    view.surface.addEventListener('blur', this.#letGo, { signal });
  }

  /** Every drag draws a lasso, and every click adds to the selection. */
  get isLassoMode(): boolean {
    return this.#isLassoMode;
  }

  set isLassoMode(on: boolean) {
    this.#isLassoMode = on;
    this.#view.surface.classList.toggle('lasso', on);
  }

  /** A scene with what is held where it is now; the scene itself while nothing is. */
  shown(scene: Scene): Scene {
    return this.#carry?.in(scene) ?? scene;
  }

  /** Mark that is held, or -1. */
  get held(): number {
    return this.#carry && this.#target ? markOf(this.#view.scene(), this.#target) : -1;
  }

  get isBusy(): boolean {
    return this.#carry !== undefined || this.#lasso !== undefined;
  }

  /** What a press takes hold of: the end of a lasso, a mark, or nothing. */
  readonly grab = (press: Press): Hold | undefined => {
    if (this.#callbacks.onLasso && (this.#isLassoMode || press.shift))
      return press.rested || this.#isLassoMode ? this.#draw(press) : undefined;
    return press.rested ? this.#lift(press) : undefined;
  };

  /** Takes a key that moves what is selected, or selects everything. @returns whether it was one */
  key(event: KeyboardEvent): boolean {
    if (asksForAll(event) && this.#callbacks.onAll) {
      this.#callbacks.onAll();
      return true;
    }
    const way = nudgeKey(event);
    if (!way) return false;
    const nodes = this.#carry ? [] : (this.#callbacks.carried?.(null) ?? []);
    if (nodes.length > 0) {
      this.#carry = new Carry(nodes);
      this.#target = null;
    }
    // What a pointer holds is not for the keys
    if (!this.#carry || this.#target) return false;
    const { k } = this.#view.camera();
    const [dx, dy] = this.#carry.way;
    this.#carry.to(dx + way.dx / k, dy + way.dy / k);
    this.#view.stale(true);
    return true;
  }

  /** Draws the lasso on a blank overlay. */
  draw(context: CanvasRenderingContext2D, theme: Theme): void {
    if (this.#lasso) drawLasso(context, this.#lasso.corners, theme);
  }

  #lift(press: Press): Hold | undefined {
    const [scene, camera, size] = [this.#view.scene(), this.#view.camera(), this.#view.size()];
    const mark = markUnder(this.#view, press);
    if (!scene || mark < 0) return undefined;
    const target = refOf(scene, mark);
    const nodes = this.#callbacks.carried?.(target) ?? [];
    if (nodes.length === 0) return undefined;
    this.#finish();
    const carry = (this.#carry = new Carry(nodes));
    this.#target = target;
    this.#view.surface.classList.add('held');
    this.#view.stale(true);
    const [fromX, fromY] = toLayout(press.at.x, press.at.y, camera, size);
    return {
      move: (to) => {
        const room = this.#view.size();
        // A mark that is dragged off the surface could not be found again
        const [x, y] = toLayout(within(to.x, room.width), within(to.y, room.height), this.#view.camera(), room);
        carry.to(x - fromX, y - fromY);
        this.#view.stale(true);
      },
      drop: () => {
        if (this.#carry === carry) this.#finish();
      },
      cancel: () => {
        if (this.#carry === carry) this.#end();
      },
    };
  }

  #draw({ at, alt }: Press): Hold {
    const lasso = (this.#lasso = new Lasso(at));
    const end = (): void => {
      this.#lasso = undefined;
      this.#view.stale(false);
    };
    return {
      move: (to) => {
        lasso.add(to);
        this.#view.stale(false);
      },
      drop: () => {
        end();
        if (lasso.corners.length > 2) this.#callbacks.onLasso?.(this.#inside(lasso), alt);
      },
      cancel: end,
    };
  }

  /** The standards drawn within a lasso. */
  #inside({ corners }: Lasso): readonly string[] {
    const [scene, camera, size] = [this.#view.scene(), this.#view.camera(), this.#view.size()];
    if (!scene) return [];
    const { marks, graph } = scene;
    const standards = [...marks.node.keys()].filter((mark) => graph.kinds[marks.node[mark] ?? 0] === nodeCode('standard'));
    const places = standards.flatMap((mark) => toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, camera, size));
    return insideOf(corners, places).map((i) => graph.ids[marks.node[standards[i] ?? 0] ?? 0] ?? '');
  }

  readonly #letGo = (): void => {
    if (this.#carry && !this.#target) this.#finish();
  };

  /** What is held stays where it is now. */
  #finish(): void {
    const [carry, target] = [this.#carry, this.#target];
    if (!carry) return;
    const [dx, dy] = carry.way;
    this.#end();
    if (dx !== 0 || dy !== 0) this.#callbacks.onCarried?.(target, dx, dy);
  }

  #end(): void {
    this.#carry = undefined;
    this.#target = null;
    this.#view.surface.classList.remove('held');
    this.#view.stale(true);
  }
}

const within = (at: number, size: number): number => Math.min(size, Math.max(0, at));
