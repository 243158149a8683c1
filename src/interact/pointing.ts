import { pointOn } from '../render/page-scale.js';
import type { Camera, Size } from '../render/camera.js';
import { REACH } from '../render/hit.js';
import type { Picture } from '../render/picture.js';
import { drawPointed } from '../render/pointed.js';
import { targetAt, type Target } from '../render/target.js';
import type { CandidateRef, NodeRef } from '../scene/scene.js';
import type { HandsView } from './hands-to-come.js';
import { hitOf, type Hit } from './hit.js';
import type { ViewPointing } from './pointing-to-come.js';

const NOTHING: Target = { mark: -1, link: -1 };
/** What the pointer rested on was of a scene before: its end is still to be told. */
const GONE: Target = { mark: -1, link: -1, indirect: -2 };

/** What a pointer rests on, and what a click means beyond a mark. A touch rests on nothing, but what has only words to say says them to a tap. */
export class Pointing implements ViewPointing {
  readonly #view: HandsView;
  readonly #told: (hit: Hit | null) => void;
  #target = NOTHING;

  /** @param told called with what the pointer rests on, and with null when it leaves that. Listens until `signal` */
  constructor(view: HandsView, told: (hit: Hit | null) => void, signal: AbortSignal) {
    [this.#view, this.#told] = [view, told];
    view.surface.addEventListener('pointermove', this.moved, { signal });
    view.surface.addEventListener('pointerleave', this.#left, { signal });
  }

  get isBlank(): boolean {
    return this.#target.mark < 0 && this.#target.link < 0;
  }

  readonly moved = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#restOn(event.buttons === 0 ? this.#at(event, REACH.fine) : NOTHING);
  };

  // A finger leaves whenever it is lifted
  readonly #left = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') this.end();
  };

  chosen(event: MouseEvent, reach: number): NodeRef | CandidateRef | null | undefined {
    const target = this.#at(event, reach);
    const isIndirect = (target.indirect ?? -1) >= 0;
    if (event instanceof PointerEvent && event.pointerType === 'touch') this.#restOn(isIndirect ? target : NOTHING);
    const chosen = this.#hitOf(target)?.target ?? null;
    // What it says is all there is to it
    return chosen?.kind === 'indirect' ? undefined : chosen;
  }

  end(): void {
    this.#restOn(NOTHING);
  }

  forget(): void {
    if (this.#target !== NOTHING) this.#target = GONE;
  }

  draw(context: CanvasRenderingContext2D, picture: Picture, camera: Camera, size: Size, held: number): void {
    const { mark, link } = this.#target;
    drawPointed(context, picture, camera, size, { mark: held < 0 ? mark : held, link });
  }

  #at(event: MouseEvent, reach: number): Target {
    const { surface, picture, camera, size } = this.#view;
    const { x, y } = pointOn(surface, event);
    const made = picture();
    return made ? targetAt(x, y, camera(), size(), reach, made) : NOTHING;
  }

  #hitOf(target: Target): Hit | null {
    const { scene, camera, size } = this.#view;
    const drawn = scene();
    return drawn ? hitOf(drawn, target, camera(), size()) : null;
  }

  #restOn(target: Target): void {
    const { mark, link, indirect } = this.#target;
    if (target.mark === mark && target.link === link && target.indirect === indirect) return;
    this.#target = target;
    this.#view.surface.classList.toggle('over', target.mark >= 0 || target.link >= 0 || (target.indirect ?? -1) >= 0);
    this.#view.stale(false);
    this.#told(this.#hitOf(target));
  }
}
