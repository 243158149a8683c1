import { nothing, type ReactiveControllerHost } from 'lit';
import { visibleSet } from '../analysis/visible-by.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { DatasetController } from './dataset-controller.js';
import type { Desk } from './desk.js';
import type { DrawingController } from './drawing-controller.js';
import { StandardsHoverEvent } from './events.js';
import type { OnDemand } from './on-demand.js';
import type { Panels } from './panels.js';
import type { Progress } from './progress.js';
import { shareMap, type SharedMap, type SharedPhase } from './shared-map.js';
import type { Stage } from './stage.js';

/** The parts of a map that know what is shared. */
export type SharingParts = readonly [Stage, OnDemand<Desk>, Panels, DatasetController, Progress, DrawingController];

/** What has a dataset and shows some of it. */
export interface SharingHost extends ReactiveControllerHost, HTMLElement {
  readonly catalogue: Catalogue | undefined;
  readonly visible: readonly StandardId[];
}

/** Gives the companions of a map what they show, and takes their wishes. */
export function share(host: SharingHost, [stage, desk, panels, dataset, progress, drawing]: SharingParts): SharedMap {
  return shareMap(host, {
    phase: (): SharedPhase => (progress.failed ? 'failed' : dataset.state.phase),
    context: () => (host.catalogue && desk.part && !progress.failed ? panels.context(host.catalogue) : undefined),
    data: ({ catalogue }) => ({
      state: stage.choices().state,
      shown: visibleSet(host.visible),
      candidates: desk.part?.analyst.candidates(catalogue),
      findings: desk.part?.analyst.findings ?? [],
    }),
    actions: {
      set: (settings) => {
        stage.choices().take(settings);
      },
      select: (ids) => {
        const { state } = stage.choices();
        stage.choices().select(ids);
        const added = ids.findLast((id) => !state.selected.includes(id));
        const [node] = added === undefined ? [] : drawing.refs(added);
        // Whoever picks it elsewhere wants to see where it stands
        if (node) void host.updateComplete.then(() => drawing.view?.reveal(node, { near: true }));
      },
      hover: (id) => {
        host.dispatchEvent(new StandardsHoverEvent(id));
      },
    },
    matrix: (context, shown, matrix) => desk.part?.analyst.matrix(context, shown, matrix) ?? nothing,
    detail: (context, shown) => desk.part?.analyst.panel(context, shown) ?? panels.detail(context, stage.choices().state.selected, shown),
    wanted: () => {
      dataset.hurry();
      desk.prepare();
    },
  });
}
