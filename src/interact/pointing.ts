import { pointOn } from '../render/page-scale.js';
import { REACH, type Target } from '../render/hit.js';

/** What follows from pointing at a surface. */
export interface Pointing {
  /** @param x @param y CSS px from the top left corner of the surface @param reach CSS px around them */
  readonly targetAt: (x: number, y: number, reach: number) => Target;
  /** The pointer rests on this. */
  readonly rest: (target: Target) => void;
  /** A click or tap on this; `add` with Shift, Ctrl or Meta. */
  readonly choose: (target: Target, add: boolean) => void;
  readonly press: (event: KeyboardEvent) => void;
}

const NOTHING: Target = { mark: -1, link: -1 };

/** Hover, clicks and keys on a surface. A touch rests on nothing, but what has only words to say says them to a tap. Ends with `signal`. */
export function listenForPointing(surface: HTMLElement, { targetAt, rest, choose, press }: Pointing, signal: AbortSignal): void {
  const options = { signal };
  const at = (event: MouseEvent): readonly [number, number] => {
    const { x, y } = pointOn(surface, event);
    return [x, y];
  };
  surface.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType !== 'touch') rest(event.buttons === 0 ? targetAt(...at(event), REACH.fine) : NOTHING);
    },
    options,
  );
  surface.addEventListener(
    'pointerleave',
    (event) => {
      // A finger leaves whenever it is lifted
      if (event.pointerType !== 'touch') rest(NOTHING);
    },
    options,
  );
  surface.addEventListener(
    'click',
    (event) => {
      const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
      const target = targetAt(...at(event), isTouch ? REACH.coarse : REACH.fine);
      if (isTouch) rest((target.indirect ?? -1) >= 0 ? target : NOTHING);
      choose(target, event.shiftKey || event.ctrlKey || event.metaKey);
    },
    options,
  );
  surface.addEventListener('keydown', press, options);
}
