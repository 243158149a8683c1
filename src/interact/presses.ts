import { pointOn } from '../render/page-scale.js';
/** Movement of the pointer, CSS px, up to which a press is still a click. */
const CLICK_DISTANCE = 4;
/** How long a finger rests on a mark before it takes hold of it, ms: shorter than a long press of any browser, which opens a menu. */
const REST_MS = 350;

/** A point of the surface, CSS px. */
export interface SurfacePoint {
  readonly x: number;
  readonly y: number;
}

/** A gesture of the reader: what stood at `from` shall stand at `to`, and everything `factor` times as large. */
export type OnGesture = (from: SurfacePoint, to: SurfacePoint, factor: number) => void;

/** A press that may take hold of something. */
export interface Press {
  /** Where it began. */
  readonly at: SurfacePoint;
  readonly shift: boolean;
  readonly alt: boolean;
  /** By a finger, which is coarse; else by mouse or pen. */
  readonly touch: boolean;
  /** The finger has rested; a mouse or pen need not. */
  readonly rested: boolean;
}

/** What a press has taken hold of: told of every movement, then of one end. */
export interface Hold {
  readonly move: (to: SurfacePoint) => void;
  /** The pointer has let go. */
  readonly drop: () => void;
  /** Everything shall be as it was. */
  readonly cancel: () => void;
}

/** What a press takes hold of; undefined: the ground. Asked when it becomes a movement, and when a finger has rested. */
export type OnGrab = (press: Press) => Hold | undefined;

/** Middle of some pointers, and how far they are from it in the mean; 0 for one. */
function gripOf(pointers: ReadonlyMap<number, SurfacePoint>): SurfacePoint & { readonly spread: number } {
  const points = [...pointers.values()];
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return { x, y, spread: points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length };
}

/** The pointers that press on a surface. */
export class Presses {
  readonly #surface: HTMLElement;
  readonly #onGesture: OnGesture;
  readonly #grab: OnGrab;
  readonly #pointers = new Map<number, SurfacePoint>();
  #pressed: Press = { at: { x: 0, y: 0 }, shift: false, alt: false, touch: false, rested: false };
  /** Whether the press has become a movement and is no click any more. */
  #moves = false;
  #hold: Hold | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(surface: HTMLElement, onGesture: OnGesture, grab: OnGrab) {
    [this.#surface, this.#onGesture, this.#grab] = [surface, onGesture, grab];
  }

  /** A point of the surface from one of the page. */
  at(event: MouseEvent): SurfacePoint {
    return pointOn(this.#surface, event);
  }

  readonly press = (event: PointerEvent): void => {
    // The other buttons, and Ctrl with a press on a Mac, ask for a menu
    if (event.button !== 0 || event.ctrlKey) return;
    const at = this.at(event);
    // Two fingers are never a click, and hold nothing
    this.#letGo('cancel');
    this.#moves = this.#pointers.size > 0;
    const touch = event.pointerType === 'touch';
    this.#pressed = { at, shift: event.shiftKey, alt: event.altKey, touch, rested: !touch };
    this.#pointers.set(event.pointerId, at);
    if (touch && !this.#moves) this.#rest = setTimeout(this.#rested, REST_MS);
  };

  readonly move = (event: PointerEvent): void => {
    // Released where the surface did not hear of it
    if (event.buttons === 0 && this.#pointers.delete(event.pointerId)) this.#letGo('drop');
    if (!this.#pointers.has(event.pointerId)) return;
    const point = this.at(event);
    if (!this.#moves) {
      const { at } = this.#pressed;
      if (Math.hypot(point.x - at.x, point.y - at.y) <= CLICK_DISTANCE) return;
      this.#moves = true;
      clearTimeout(this.#rest);
      this.#hold ??= this.#grab(this.#pressed);
    }
    // Captured only now: a click goes to the element that was pressed. A made-up pointer cannot be captured
    if (event.isTrusted && !this.#surface.hasPointerCapture(event.pointerId)) this.#surface.setPointerCapture(event.pointerId);
    const before = gripOf(this.#pointers);
    this.#pointers.set(event.pointerId, point);
    if (this.#hold) {
      this.#hold.move(point);
      return;
    }
    const after = gripOf(this.#pointers);
    this.#onGesture(before, after, before.spread > 0 && after.spread > 0 ? after.spread / before.spread : 1);
  };

  readonly release = ({ type, pointerId }: PointerEvent): void => {
    if (this.#pointers.delete(pointerId)) this.#letGo(type === 'pointerup' ? 'drop' : 'cancel');
    // The click of this press comes before the timer
    if (this.#pointers.size === 0) setTimeout(() => (this.#moves = false));
  };

  readonly click = (event: Event): void => {
    if (!this.#moves) return;
    this.#moves = false;
    event.stopImmediatePropagation();
    event.preventDefault();
  };

  /** A finger that rests asks for no menu. */
  readonly menu = (event: Event): void => {
    if (this.#pressed.touch && this.#pointers.size > 0) event.preventDefault();
  };

  /** Escape puts back what is held, and so does the key of undo: a step taken back below it would move its beginning away from under the hand. */
  readonly key = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (!this.#hold || (event.key !== 'Escape' && !isUndo)) return;
    this.#pointers.clear();
    this.#letGo('cancel');
    event.stopImmediatePropagation();
    event.preventDefault();
  };

  /** Nobody listens any more. */
  readonly end = (): void => {
    this.#pointers.clear();
    this.#letGo('cancel');
  };

  readonly #rested = (): void => {
    this.#hold = this.#grab({ ...this.#pressed, rested: true });
  };

  #letGo(how: 'drop' | 'cancel'): void {
    clearTimeout(this.#rest);
    const hold = this.#hold;
    this.#hold = undefined;
    hold?.[how]();
  }
}
