import type { nothing } from 'lit';
import { type ReactiveControllerHost, type TemplateResult } from 'lit';
import { visibleSet } from '../analysis/visible.js';
import type { StandardId } from '../model/dataset.js';
import type { Analyst } from './analyst.js';
import type { Choices } from './choices.js';
import type { DrawingController } from './drawing-controller.js';
import { StandardsHoverEvent } from './events.js';
import type { PanelContext } from './parts/context.js';
import type { SharedPart } from './shared-map.js';

/** What shows some of a dataset. */
export interface SharedPartHost extends ReactiveControllerHost, HTMLElement {
  readonly visible: readonly StandardId[];
}

/** The parts of a map that know what is shared. */
export interface SharedPartWork {
  readonly analyst: Analyst;
  readonly choices: () => Choices;
  readonly drawing: () => DrawingController;
  /** The panel of a record. */
  readonly detail: (context: PanelContext, ids: readonly string[], shown: ReadonlySet<StandardId>) => TemplateResult | typeof nothing;
}

/** Gives the companions of a map what they show, and takes their wishes. */
export function sharedPart(host: SharedPartHost, { analyst, choices, drawing, detail }: SharedPartWork): SharedPart {
  return {
    data: ({ catalogue }) => ({
      state: choices().state,
      shown: visibleSet(host.visible),
      candidates: analyst.candidates(catalogue),
      findings: analyst.findings,
    }),
    actions: {
      set: (settings) => {
        choices().take(settings);
      },
      select: (ids) => {
        const { state } = choices();
        choices().select(ids);
        const added = ids.findLast((id) => !state.selected.includes(id));
        const [node] = added === undefined ? [] : drawing().refs(added);
        // Whoever picks it elsewhere wants to see where it stands
        if (node) void host.updateComplete.then(() => drawing().view?.reveal(node, { near: true }));
      },
      hover: (id) => {
        host.dispatchEvent(new StandardsHoverEvent(id));
      },
    },
    matrix: (context, shown, matrix) => analyst.matrix(context, shown, matrix),
    detail: (context, shown) => analyst.panel(context, shown) ?? detail(context, choices().state.selected, shown),
  };
}
