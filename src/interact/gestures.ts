/** Movement of the pointer, CSS px, up to which a press is still a click. */
const CLICK_DISTANCE = 4;
/** One line and one page of a wheel that counts in them, CSS px. */
const WHEEL_LINE = 20;
const WHEEL_PAGE = 400;
/** How many times nearer for 500 px of a wheel, or 100 of a pinch on a touchpad, which arrives as a wheel with Ctrl in small steps. */
const NEARER = 2;

/** A point of the surface, CSS px. */
export interface SurfacePoint {
  readonly x: number;
  readonly y: number;
}

/** A gesture of the reader: what stood at `from` shall stand at `to`, and everything `factor` times as large. */
export type OnGesture = (from: SurfacePoint, to: SurfacePoint, factor: number) => void;

/** Middle of some pointers, and how far they are from it in the mean; 0 for one. */
function gripOf(pointers: ReadonlyMap<number, SurfacePoint>): SurfacePoint & { readonly spread: number } {
  const points = [...pointers.values()];
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return { x, y, spread: points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length };
}

/** A point of the surface from one of the page. */
function at(surface: HTMLElement, { clientX, clientY }: MouseEvent): SurfacePoint {
  const { left, top } = surface.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** The pointers that press on a surface. */
class Presses {
  readonly #surface: HTMLElement;
  readonly #onGesture: OnGesture;
  readonly #pointers = new Map<number, SurfacePoint>();
  #pressed: SurfacePoint = { x: 0, y: 0 };
  /** Whether the press has become a movement and is no click any more. */
  #moves = false;

  constructor(surface: HTMLElement, onGesture: OnGesture) {
    this.#surface = surface;
    this.#onGesture = onGesture;
  }

  readonly press = (event: PointerEvent): void => {
    // The other buttons, and Ctrl with a press on a Mac, ask for a menu
    if (event.button !== 0 || event.ctrlKey) return;
    const point = at(this.#surface, event);
    // Two fingers are never a click
    this.#moves = this.#pointers.size > 0;
    this.#pressed = point;
    this.#pointers.set(event.pointerId, point);
  };

  readonly move = (event: PointerEvent): void => {
    // Released where the surface did not hear of it
    if (event.buttons === 0) this.#pointers.delete(event.pointerId);
    if (!this.#pointers.has(event.pointerId)) return;
    const point = at(this.#surface, event);
    this.#moves ||= Math.hypot(point.x - this.#pressed.x, point.y - this.#pressed.y) > CLICK_DISTANCE;
    if (!this.#moves) return;
    // Captured only now: a click goes to the element that was pressed. A made-up pointer cannot be captured
    if (event.isTrusted && !this.#surface.hasPointerCapture(event.pointerId)) this.#surface.setPointerCapture(event.pointerId);
    const before = gripOf(this.#pointers);
    this.#pointers.set(event.pointerId, point);
    const after = gripOf(this.#pointers);
    this.#onGesture(before, after, before.spread > 0 && after.spread > 0 ? after.spread / before.spread : 1);
  };

  readonly release = ({ pointerId }: PointerEvent): void => {
    this.#pointers.delete(pointerId);
    // The click of this press comes before the timer
    if (this.#pointers.size === 0) setTimeout(() => (this.#moves = false));
  };

  readonly click = (event: Event): void => {
    if (!this.#moves) return;
    this.#moves = false;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
}

/**
 * Drag, pinch and wheel on a surface: with one pointer the ground follows it, with several it also grows with their distance.
 *
 * A press that moves no farther than 4 px stays a click; one that moves farther is none. The surface takes touches for itself, and the page
 * does not scroll under the wheel. Ends with `signal`.
 */
export function listenForGestures(surface: HTMLElement, onGesture: OnGesture, signal: AbortSignal): void {
  const presses = new Presses(surface, onGesture);
  surface.style.touchAction = 'none';
  surface.style.userSelect = 'none';
  surface.addEventListener('pointerdown', presses.press, { signal });
  surface.addEventListener('pointermove', presses.move, { signal });
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    surface.addEventListener(name, presses.release, { signal });
  }
  surface.addEventListener('click', presses.click, { signal, capture: true });
  const turn = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? WHEEL_LINE : event.deltaMode === 2 ? WHEEL_PAGE : 1;
    const point = at(surface, event);
    onGesture(point, point, NEARER ** (-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.002)));
  };
  surface.addEventListener('wheel', turn, { signal, passive: false });
}
