import { html, nothing, type TemplateResult } from 'lit';
import type { Candidate } from '../analysis/candidate.js';
import type { Gap } from '../analysis/cell.js';
import { evidence } from '../analysis/evidence.js';
import { scopeOf } from '../analysis/scope.js';
import type { StandardId } from '../model/dataset.js';
import type { Settings } from '../state/state.js';
import { cellName } from './cell-name.js';
import type { FindingsController } from './findings-controller.js';
import { pairForm } from './findings-panels.js';
import { byHandNote } from './parts/by-hand.js';
import type { PanelContext } from './parts/context.js';
import { evidenceHead, evidencePanel } from './parts/evidence.js';
import { gapList, type GapListProps } from './parts/gap-list.js';
import { counted } from './parts/counted.js';
import { overlapList, type OverlapListState } from './parts/overlap-list.js';
import { pathSteps } from './parts/path-steps.js';
import { selectionBar } from './parts/selection-bar.js';
import { selectionList } from './parts/selection-list.js';
import { sidePanel } from './parts/side-panel.js';
import { selectionMessages } from './messages-selection.js';
import { overlapMessages } from './messages-overlaps.js';
import { gapMessages } from './messages-gaps.js';

/** Everything for and against a pair, with the form for a verdict. */
export function evidenceSide(
  context: PanelContext,
  findings: FindingsController,
  [a, b]: readonly [StandardId, StandardId],
  close: () => void,
  compare: () => void,
): TemplateResult {
  const found = evidence(context.catalogue, a, b, { findings: findings.local });
  return sidePanel(context, {
    ...evidenceHead(found),
    wide: true,
    body: html`${selectionBar(context, [a, b])}${byHandNote(context, [a, b])}${found.coordination ? nothing : pathSteps(context, a, b)}${evidencePanel(
      context,
      {
        evidence: found,
        judgement: findings.judgement(a, b),
        isLocal: (finding) => findings.isLocal(finding),
        form: pairForm(context, findings, a, b),
        compare,
      },
    )}`,
    close,
  });
}

/** Three selected standards and more. */
export function selectionSide(
  context: PanelContext,
  selected: readonly string[],
  visible: ReadonlySet<StandardId>,
  close: () => void,
): TemplateResult {
  const { catalogue, format } = context;
  const count = selected.filter((id) => catalogue.standard(id)).length;
  return sidePanel(context, {
    kicker: selectionMessages.title,
    title: selectionMessages.many(counted(format, count)),
    body: selectionList(context, selected, visible),
    close,
  });
}

/** The list of the lens for overlaps. */
export function overlapSide(
  context: PanelContext,
  findings: FindingsController,
  props: {
    readonly candidates: readonly Candidate[] | undefined;
    readonly state: OverlapListState;
    readonly set: (state: OverlapListState) => void;
    readonly choosePair: (a: StandardId, b: StandardId) => void;
    readonly close: () => void;
  },
): TemplateResult {
  const { close, ...list } = props;
  return sidePanel(context, {
    title: overlapMessages.title,
    close,
    body: overlapList(context, {
      ...list,
      ...(list.candidates === undefined && { progress: 0 }),
      settled: findings.judgements.pairs.filter(({ settled }) => settled),
    }),
  });
}

/** The list of the lens for gaps. */
export function gapSide(
  context: PanelContext,
  props: Pick<GapListProps, 'shown' | 'show'> & {
    readonly gaps: readonly Gap[];
    readonly set: (settings: Settings) => void;
    readonly close: () => void;
  },
): TemplateResult {
  const { gaps, shown, show, set, close } = props;
  return sidePanel(context, {
    title: gapMessages.title,
    close,
    body: gapList(context, {
      gaps,
      scope: scopeOf(context.catalogue),
      shown,
      show,
      chooseCell: (rows, columns, row, column) => {
        set({ view: 'matrix', rows, columns, cell: cellName({ row, column }) });
        close();
      },
    }),
  });
}
