import type { Desk } from './desk.js';
import type { DrawingCallbacks } from './drawing-controller.js';
import type { OnDemand } from './on-demand.js';
import type { HandControls } from './parts/controls.js';

/** What the reader does by hand in the drawing: done by the desk, once it has come. */
export interface HandsDoor {
  /** What the drawing asks and tells. */
  readonly callbacks: Pick<DrawingCallbacks, 'onceHands' | 'onSelectPair'>;
  /** What the buttons show. */
  readonly controls: HandControls;
  /** Escape ends the lasso mode. @param otherwise what it does when that is off */
  escape(otherwise: () => void): void;
}

/** The hands of an element, at once. */
export function handsOf(desk: OnDemand<Desk>): HandsDoor {
  const hands = () => desk.part?.hands;
  return {
    callbacks: {
      onSelectPair: (a, b) => {
        desk.use((there) => {
          there.hands.selectPair(a, b);
        });
      },
      onceHands: (act) => {
        desk.use(act);
      },
    },
    controls: {
      get moved() {
        return hands()?.moved ?? [];
      },
      get isLasso() {
        return hands()?.isLasso ?? false;
      },
      get said() {
        return hands()?.said ?? '';
      },
      allBack: () => hands()?.allBack(),
      setLasso: (on) => {
        desk.use((there) => {
          there.hands.setLasso(on);
        });
      },
      escape: () => hands()?.escape() ?? false,
    },
    escape: (otherwise) => {
      if (hands()?.escape() !== true) otherwise();
    },
  };
}
