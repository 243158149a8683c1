import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../model/catalogue.js';
import type { DatasetController } from './dataset-controller.js';
import type { Desk } from './desk.js';
import type { OnDemand } from './on-demand.js';
import type { Panels } from './panels.js';
import type { Progress } from './progress.js';
import { shareMap, type SharedMap, type SharedPhase } from './shared-map.js';

/** The parts of a map that know how far it is. */
export type SharingParts = readonly [OnDemand<Desk>, Panels, DatasetController, Progress];

/** What has a dataset. */
export interface SharingHost extends ReactiveControllerHost, HTMLElement {
  readonly catalogue: Catalogue | undefined;
}

/** Lets the companions of a map know how far it is; what they show comes with the desk. */
export function share(host: SharingHost, [desk, panels, dataset, progress]: SharingParts): SharedMap {
  return shareMap(host, {
    phase: (): SharedPhase => (progress.failed ? 'failed' : dataset.state.phase),
    context: () => (host.catalogue && desk.part && !progress.failed ? panels.context(host.catalogue) : undefined),
    part: () => desk.part?.shared,
    wanted: () => {
      dataset.hurry();
      desk.prepare();
    },
  });
}
