import { pointOn } from '../render/page-scale.js';
import { listenForGestures } from './gestures.js';
import type { OnGesture, SurfacePoint } from './presses.js';

/** What the reader does with pointer and wheel on a timeline. Points in CSS px from the top left corner of the surface. */
export interface TimelineHands {
  /** What stood at one point shall stand at another, and time be `factor` times as wide. */
  readonly onGesture: OnGesture;
  /** Time moves by so many CSS px to the left. */
  readonly onPan: (px: number) => void;
  /** The pointer rests on a point, or has left; never for touch. */
  readonly onHover: (point: SurfacePoint | null) => void;
  /** A click or tap, with Shift, Ctrl or Meta to add. */
  readonly onPick: (point: SurfacePoint, add: boolean) => void;
  /** A stretch of the axis is being chosen, CSS px; `isDone` when the pointer has let go, undefined when the reader has changed their mind. */
  readonly onBrush: (stretch: readonly [number, number] | undefined, isDone: boolean) => void;
  /** Where the other end of a stretch stands when one of its handles is dragged, CSS px; undefined where no handle is pressed. */
  readonly otherEnd: (pressed: EventTarget | null) => number | undefined;
}

/** The parts of a timeline that hands touch. */
export interface TimelineParts {
  /** The drawing of the lanes. */
  readonly surface: HTMLElement;
  readonly axis: HTMLElement;
  /** Both, with what stands beside them. */
  readonly sheet: HTMLElement;
}

const LINE = 20;
/** How many times nearer for 500 px of a wheel, or 100 of a pinch on a touchpad. */
const NEARER = 2;
/** Movement up to which a press on the axis chooses nothing, CSS px. */
const CLICK_DISTANCE = 4;

const at = (element: HTMLElement, event: MouseEvent): SurfacePoint => pointOn(element, event);

function listenToWheel({ surface, axis, sheet }: TimelineParts, hands: TimelineHands, signal: AbortSignal): void {
  const turn = (event: WheelEvent): void => {
    const unit = event.deltaMode === 0 ? 1 : LINE;
    const isZoom = event.ctrlKey || event.metaKey || event.composedPath().includes(axis);
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (isZoom) {
      const point = at(surface, event);
      hands.onGesture(point, point, NEARER ** (-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.002)));
    } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) hands.onPan(sideways * unit);
    else return;
    event.preventDefault();
  };
  sheet.addEventListener('wheel', turn, { signal, passive: false });
}

function listenToBrush({ axis }: TimelineParts, hands: TimelineHands, signal: AbortSignal): void {
  let from: number | undefined;
  let isMoved = false;
  axis.style.touchAction = 'none';
  axis.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const other = hands.otherEnd(event.composedPath()[0] ?? null);
      from = other ?? at(axis, event).x;
      isMoved = other !== undefined;
      if (event.isTrusted) axis.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  axis.addEventListener(
    'pointermove',
    (event) => {
      if (from === undefined) return;
      const { x } = at(axis, event);
      isMoved ||= Math.abs(x - from) > CLICK_DISTANCE;
      if (isMoved) hands.onBrush([from, x], false);
    },
    { signal },
  );
  const end = (event: PointerEvent): void => {
    if (from !== undefined && isMoved) hands.onBrush(event.type === 'pointerup' ? [from, at(axis, event).x] : undefined, true);
    from = undefined;
  };
  for (const name of ['pointerup', 'pointercancel'] as const) axis.addEventListener(name, end, { signal });
}

/** Drag, pinch, wheel, click and hover on a timeline, and stretches of its axis; ends with `signal`. */
export function listenToHands(parts: TimelineParts, hands: TimelineHands, signal: AbortSignal): void {
  const { surface } = parts;
  listenForGestures(surface, hands.onGesture, signal, undefined, { wheel: false });
  listenToWheel(parts, hands, signal);
  listenToBrush(parts, hands, signal);
  surface.addEventListener(
    'click',
    (event) => {
      hands.onPick(at(surface, event), event.shiftKey || event.ctrlKey || event.metaKey);
    },
    { signal },
  );
  surface.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType !== 'touch') hands.onHover(event.buttons === 0 ? at(surface, event) : null);
    },
    { signal },
  );
  surface.addEventListener(
    'pointerleave',
    () => {
      hands.onHover(null);
    },
    { signal },
  );
}
