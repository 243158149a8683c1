import { html, nothing, type TemplateResult } from 'lit';
import { CELL_STATES, type Cell, type Coverage } from '../../analysis/cell.js';
import type { PanelContext } from './context.js';
import { cellClass, counted } from './matrix-cell.js';
import { shadeBreaks } from './matrix-shade.js';
import { sourceDates } from './status.js';

const sample = (cell: Pick<Cell, 'state' | 'gap'>, shade: number): TemplateResult =>
  html`<span class=${`sample ${cellClass(cell, shade)}`} aria-hidden="true"></span>`;

/** The states that occur, each with its pattern, its meaning and how many cells have it; then the shades. */
export function matrixLegend({ messages, format }: PanelContext, coverage: Coverage): TemplateResult {
  const texts = messages.matrix;
  const { cells } = coverage;
  const gaps = cells.filter(({ gap }) => gap).length;
  const most = Math.max(0, ...cells.map(({ works }) => works));
  const breaks = shadeBreaks(most);
  return html`<div class="matrix-legend">
    <ul aria-label=${texts.legend}>
      ${
        gaps === 0
          ? nothing
          : html`<li title=${texts.gapMeaning}>${sample({ state: 'uncovered', gap: true }, 0)}<span class="term">${texts.gapWord}</span>
            <span class="number">${format.number(gaps)}</span></li>`
      }
      ${CELL_STATES.map((state) => ({ state, count: cells.filter((cell) => cell.state === state).length }))
        .filter(({ count }) => count > 0)
        .map(
          ({ state, count }) => html`<li title=${texts.meanings[state]}>${sample({ state, gap: false }, state === 'covered' ? 2 : 0)}
          <span class="term">${texts.states[state]}</span> <span class="number">${format.number(count)}</span></li>`,
        )}
    </ul>
    ${
      breaks.length === 0
        ? nothing
        : html`<ul class="shades" aria-label=${texts.shades}><li class="term" aria-hidden="true">${texts.shades}</li>${breaks.map(
            (from, i) => html`<li>${sample({ state: 'covered', gap: false }, i + 1)}
        <bdi class="number" dir="ltr">${texts.range(format.number(from), format.number((breaks[i + 1] ?? most + 1) - 1))}</bdi></li>`,
          )}</ul>`
    }
  </div>`;
}

/** What was counted, and how old each catalogue is. */
export function matrixScope(context: PanelContext, coverage: Coverage): TemplateResult {
  const { catalogue, messages, format } = context;
  const texts = messages.matrix;
  const beyond = catalogue.standards.length - coverage.scope;
  return html`<p class="matrix-scope">${texts.scope(counted(format, coverage.scope))}
    ${coverage.unplaced > 0 ? texts.unplaced(counted(format, coverage.unplaced)) : nothing}
    ${beyond > 0 ? texts.filtered(counted(format, beyond)) : nothing}
    ${coverage.at === '' ? texts.latest : texts.asOf(format.date(coverage.at))}
    ${sourceDates(context)}</p>`;
}
