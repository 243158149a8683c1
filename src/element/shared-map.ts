import type { nothing, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { StandardId } from '../model/dataset.js';
import type { MatrixController } from './matrix-controller.js';
import type { PanelContext } from './parts/context.js';
import type { PresentationActions, PresentationData } from './presentation.js';

/** Where the companions of a map find what it shares: the same for every copy of this file on a page. */
const SHARED = Symbol.for('standards-map.shared');
/** What is shared; another number says something else. */
const VERSION = 2;

/** How far a map is with its dataset. */
export type SharedPhase = 'none' | 'loading' | 'ready' | 'failed';

/** What a map gives to be shared. */
export interface Sharing {
  readonly phase: () => SharedPhase;
  /** The records and words of every panel; undefined until there is a dataset to show. */
  readonly context: () => PanelContext | undefined;
  /** What stands beside the drawing; undefined until it has come. */
  readonly part: () => SharedPart | undefined;
  /** Somebody wants to see the dataset, wherever the map stands. */
  readonly wanted: () => void;
}

/** What companions show of a map, and their wishes. */
export interface SharedPart {
  readonly data: (context: PanelContext) => PresentationData;
  readonly actions: PresentationActions;
  /** Draws the matrix with an order and a focus of its own. */
  readonly matrix: (context: PanelContext, shown: ReadonlySet<StandardId>, matrix: MatrixController) => TemplateResult | typeof nothing;
  /** What stands beside the map: a record, a pair, the list of a lens, a tool; nothing where none is open. */
  readonly detail: (context: PanelContext, shown: ReadonlySet<StandardId>) => TemplateResult | typeof nothing;
}

/** A map as its companions know it: the same records, the same state, and every wish goes to it. */
export interface SharedMap extends Sharing {
  readonly version: typeof VERSION;
  /** Calls back after every update of the map. @returns ends it */
  subscribe(told: () => void): () => void;
}

/** Lets companions share what a map knows. Without a companion it costs one empty loop at an update. */
export function shareMap(host: ReactiveControllerHost & HTMLElement, sharing: Sharing): SharedMap {
  const all = new Set<() => void>();
  const shared: SharedMap = {
    ...sharing,
    version: VERSION,
    subscribe: (told) => {
      all.add(told);
      sharing.wanted();
      return () => {
        all.delete(told);
      };
    },
  };
  Object.defineProperty(host, SHARED, { value: shared });
  const teller: ReactiveController = {
    hostUpdated: () => {
      for (const told of all) told();
    },
  };
  host.addController(teller);
  return shared;
}

const isShared = (value: unknown): value is SharedMap =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION;

/** What an element shares; undefined for one that is no map, or a map of another version. */
export function sharedBy(element: Element): SharedMap | undefined {
  const value: unknown = Reflect.get(element, SHARED);
  return isShared(value) ? value : undefined;
}
