import { html, nothing, type TemplateResult } from 'lit';
import { lastDayOf } from '../../analysis/at.js';
import { CELL_STATES, type Cell, type Coverage } from '../../analysis/cell.js';
import { isGoalFramework } from '../../analysis/goals.js';
import type { PanelContext } from './context.js';
import { goalSources } from './goal-notes.js';
import { cellClass, isFilteredOut } from './matrix-cell.js';
import { counted } from './counted.js';
import { shadeBreaks } from './matrix-shade.js';
import { sourceDates } from './status.js';
import { countThere } from '../../analysis/day.js';
import { matrixMessages } from '../messages-matrix.js';
import { changeMessages } from '../messages-changes.js';

interface Entry {
  readonly cell: Pick<Cell, 'state' | 'gap' | 'beyond'>;
  readonly term: string;
  readonly meaning: string;
  readonly count: number;
}

const sample = (cell: Entry['cell'], shade: number): TemplateResult =>
  html`<span class=${`sample ${cellClass(cell, shade)}`} aria-hidden="true"></span>`;

/** Gaps, then every state that occurs; cells that the filter empties stand by themselves. */
function entries({ cells }: Coverage): readonly Entry[] {
  const texts = matrixMessages;
  const count = (is: (cell: Cell) => boolean): number => cells.filter(is).length;
  const entry = (cell: Partial<Cell>, term: string, meaning: string, is: (cell: Cell) => boolean): Entry => ({
    cell: { state: 'uncovered', gap: false, beyond: 0, ...cell },
    term,
    meaning,
    count: count(is),
  });
  return [
    entry({ gap: true }, texts.gapWord, texts.gapMeaning, ({ gap }) => gap),
    ...CELL_STATES.flatMap((state) => [
      ...(state === 'uncovered' ? [entry({ beyond: 1 }, texts.filteredOut, texts.filteredOutMeaning, isFilteredOut)] : []),
      entry({ state }, texts.states[state], texts.meanings[state], (cell) => cell.state === state && !isFilteredOut(cell)),
    ]),
  ].filter((one) => one.count > 0);
}

/** The states that occur, each with its pattern, its meaning and how many cells have it; then the shades. */
export function matrixLegend(context: PanelContext, coverage: Coverage): TemplateResult {
  const { format } = context;
  const texts = matrixMessages;
  const most = Math.max(0, ...coverage.cells.map(({ works }) => works));
  const breaks = shadeBreaks(most);
  const covered = { state: 'covered', gap: false, beyond: 0 } as const;
  return html`<div class="matrix-legend">
    <ul aria-label=${texts.legend}>
      ${entries(coverage).map(
        ({ cell, term, meaning, count }) => html`<li title=${meaning}>${sample(cell, cell.state === 'covered' ? 2 : 0)}
          <span class="term">${term}</span> <span class="number">${format.number(count)}</span></li>`,
      )}
    </ul>
    ${
      breaks.length === 0
        ? nothing
        : html`<ul class="shades" aria-label=${texts.shades}><li class="term" aria-hidden="true">${texts.shades}</li>${breaks.map(
            (from, i) => html`<li>${sample(covered, i + 1)}
        <bdi class="number" dir="ltr">${texts.range(format.number(from), format.number((breaks[i + 1] ?? most + 1) - 1))}</bdi></li>`,
          )}</ul>`
    }
    ${context.changes ? html`<p class="small delta-key">${changeMessages.cellKey(format.date(lastDayOf(context.changes.changes.since)))}</p>` : nothing}
  </div>`;
}

/** What was counted, and how old each catalogue is. */
export function matrixScope(context: PanelContext, coverage: Coverage): TemplateResult {
  const { catalogue, format } = context;
  const texts = matrixMessages;
  const beyond = countThere(catalogue) - coverage.scope;
  return html`<p class="matrix-scope">${texts.scope(counted(format, coverage.scope))}
    ${coverage.unplaced > 0 ? texts.unplaced(counted(format, coverage.unplaced)) : nothing}
    ${beyond > 0 ? texts.filtered(counted(format, beyond)) : nothing}
    ${coverage.at === '' ? texts.latest : texts.asOf(format.date(coverage.at))}
    ${sourceDates(context)}</p>
    ${[coverage.rows, coverage.columns].some(isGoalFramework) ? html`<div class="matrix-scope goal-notes">${[coverage.rows, coverage.columns].map((axis) => goalSources(context, axis))}</div>` : nothing}`;
}
