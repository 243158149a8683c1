import { html, nothing, type TemplateResult } from 'lit';
import type { Cell, Coverage } from '../../analysis/cell.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import { headingName } from './matrix-axes.js';
import { deltaLine, deltaOf } from './matrix-changes.js';
import type { MatrixProps } from './matrix-props.js';
import { shadeOf } from './matrix-shade.js';
import { matrixMessages } from '../messages-matrix.js';

/** Nothing of it passes the filter, and something stands outside: the dataset has it covered, so it must not be called uncovered in it. */
export const isFilteredOut = ({ state, beyond }: Pick<Cell, 'state' | 'beyond'>): boolean => state === 'uncovered' && beyond > 0;

/** The state of a cell in words: `gap, being filled`, `uncovered in this dataset`. */
export function stateWords(cell: Cell): string {
  const texts = matrixMessages;
  const state = isFilteredOut(cell) ? texts.filteredOut : texts.states[cell.state];
  return cell.gap ? `${texts.gapWord}, ${state}` : state;
}

/** What a cell shows, top to bottom; empty what it does not show. */
function shownIn({ format }: PanelContext, { works, beyond, gap, state }: Cell) {
  const texts = matrixMessages;
  return {
    count: works > 0 ? format.number(works) : '',
    beyond: beyond > 0 ? texts.more(format.number(beyond)) : '',
    flag: gap ? texts.gapWord : '',
    word: texts.short[state],
  };
}

/** The full name of a cell: what it shows, row, column, works, state, and what is beyond. */
export function cellName(context: PanelContext, { rows, columns }: Coverage, cell: Cell, isMarked: boolean): string {
  const { catalogue, messages, format } = context;
  const { count, beyond, flag, word } = shownIn(context, cell);
  return matrixMessages.cell({
    row: headingName(catalogue, messages, rows, cell.row),
    column: headingName(catalogue, messages, columns, cell.column),
    shown: [count, beyond, flag, word].filter((text) => text !== '').join(' '),
    works: counted(format, cell.works),
    state: isFilteredOut(cell) ? matrixMessages.filteredOut : matrixMessages.states[cell.state],
    beyond: counted(format, cell.beyond),
    unknown: counted(format, cell.unknown),
    isMarked,
  });
}

/** Classes of a cell and of its sample in the legend: closed words of the code, never of the dataset. */
export const cellClass = (cell: Pick<Cell, 'state' | 'gap' | 'beyond'>, shade: number): string =>
  `state-${isFilteredOut(cell) ? 'filtered-out' : cell.state} shade-${shade}${cell.gap ? ' gap' : ''}`;

/** One cell: a button that opens it. */
export function matrixCell(
  context: PanelContext,
  props: MatrixProps & { readonly coverage: Coverage },
  cell: Cell,
  given: { readonly breaks: readonly number[]; readonly isFocus: boolean },
): TemplateResult {
  const { catalogue, messages } = context;
  const { coverage, open, selected } = props;
  const shown = shownIn(context, cell);
  const isOpen = open?.row === cell.row && open.column === cell.column;
  const isMarked = selected.size > 0 && cell.standards.some((id) => selected.has(id));
  const delta = deltaOf(context, props, cell);
  const own = cellName(context, coverage, cell, isMarked);
  const name = delta ? `${own} ${delta.signs}, ${delta.words}` : own;
  const shade = shadeOf(cell.works, given.breaks);
  return html`<td role="gridcell" class=${`cell ${cellClass(cell, shade)}${isOpen ? ' open' : ''}${isMarked ? ' marked' : ''}${delta ? ' changed' : ''}`}>
    <button type="button" tabindex=${given.isFocus ? '0' : '-1'} title=${name} aria-label=${name} aria-expanded=${isOpen ? 'true' : 'false'}>
      <span class="own"><bdi>${headingName(catalogue, messages, coverage.columns, cell.column)}</bdi></span>
      ${
        shown.count + shown.beyond === ''
          ? nothing
          : html`<span class="count">${shown.count}${shown.beyond === '' ? nothing : html` <bdi class="beyond" dir="ltr">${shown.beyond}</bdi>`}</span>`
      }
      ${shown.flag === '' ? nothing : html` <span class="flag">${shown.flag}</span>`} <span class="word">${shown.word}</span>${deltaLine(delta)}
    </button></td>`;
}
