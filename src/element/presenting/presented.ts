import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../../model/catalogue.js';
import type { StandardId } from '../../model/dataset.js';
import type { Encoding } from '../../state/state.js';
import type { ChoiceController } from '../choice-controller.js';
import type { PanelContext } from '../parts/context.js';
import type { CustomStates } from '../custom-states.js';
import type { DrawingController } from '../drawing-controller.js';

/** The element that is presented. */
export interface PresentingHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly catalogue: Catalogue | undefined;
  readonly visible: readonly StandardId[];
  readonly color: Encoding;
  readonly src: string;
  readonly data: object | null;
  readonly ready: Promise<void>;
  readonly motion: string;
}

/** Records that a scene is about. */
export interface About {
  readonly records: ReadonlySet<string>;
  /** Nothing else is to be seen: a lens adds nothing of its own. */
  readonly isAll: boolean;
}

/** What of it presenting moves. */
export interface Presented {
  readonly choice: Pick<ChoiceController, 'state' | 'take' | 'hold'>;
  readonly drawing: Pick<DrawingController, 'view' | 'refs' | 'arrangement' | 'drawn'>;
  readonly states: Pick<CustomStates, 'set'>;
  /** What panels are made of. */
  readonly panels: { context(catalogue: Catalogue): PanelContext };
  /** What the scene that is presented is about. */
  about?: About | undefined;
}
