import { nothing } from 'lit';
import type { StandardId } from '../model/dataset.js';
import { lensCounts, type LensCounts } from '../scene/lens-counts.js';
import { byHandNote } from './parts/by-hand.js';
import { changeSection } from './parts/change-detail.js';
import type { Further, LensDrawn } from './parts/context.js';
import { thenOf } from './parts/detail-day.js';
import { goalSection } from './parts/detail-goals.js';
import { committeeDetail, sdoDetail, topicDetail } from './parts/detail-group.js';
import { focusText } from './parts/focus-text.js';
import { goalNotes } from './parts/goal-notes.js';
import { lensLegend } from './parts/legend-lens.js';
import { selectionBar } from './parts/selection-bar.js';
import { standardPairs, type StandardPairs } from './parts/standard-pairs.js';
import { toolMenu } from './parts/tool-menu.js';
import { tooltip } from './parts/tooltip.js';
import { wordOf } from './word-of.js';
import { groupMessages } from './messages-groups.js';
import type { Catalogue } from '../model/catalogue.js';

const isSame = (a: LensDrawn, b: LensDrawn | undefined): boolean =>
  a.visible === b?.visible && a.candidates === b.candidates && a.gaps === b.gaps && a.changes === b.changes;

/**
 * What the panels say beyond the records themselves.
 *
 * @param pairsOf what is known of the pairs of a standard; absent where nothing is
 */
export function furtherOf(pairsOf?: (catalogue: Catalogue, id: StandardId) => StandardPairs): Further {
  let counted: (LensDrawn & { readonly counts: LensCounts }) | undefined;
  return {
    change: changeSection,
    goals: goalSection,
    pairs: (context, id) => (pairsOf ? standardPairs(context, id, pairsOf(context.catalogue, id)) : nothing),
    committee: committeeDetail,
    sdo: sdoDetail,
    topic: topicDetail,
    bar: selectionBar,
    byHand: byHandNote,
    focus: focusText,
    goalNotes,
    lens: (context, drawn, beyond) => {
      if (!drawn.candidates && !drawn.gaps && !drawn.changes) counted = undefined;
      else if (!isSame(drawn, counted)) counted = { ...drawn, counts: lensCounts(context.catalogue, drawn) };
      return lensLegend(context, counted?.counts, beyond);
    },
    tooltip,
    tools: toolMenu,
    committeeKind: ({ kind }) => wordOf(groupMessages.committeeKinds, kind),
    then: thenOf,
  };
}
