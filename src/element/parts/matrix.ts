import { html, type TemplateResult } from 'lit';
import type { Coverage } from '../../analysis/cell.js';
import type { PanelContext } from './context.js';
import { matrixDetail } from './matrix-detail.js';
import { matrixGrid } from './matrix-grid.js';
import { matrixLegend, matrixScope } from './matrix-legend.js';
import type { MatrixProps } from './matrix-props.js';
import { matrixTools } from './matrix-tools.js';
import { matrixMessages } from '../messages-matrix.js';

const hasCoverage = (props: MatrixProps): props is MatrixProps & { readonly coverage: Coverage } => props.coverage !== undefined;

function body(context: PanelContext, props: MatrixProps): TemplateResult {
  const texts = matrixMessages;
  if (!hasCoverage(props)) return html`<div class="matrix-counting" role="status"><span class="spinner"></span>${texts.counting}</div>`;
  const { coverage } = props;
  if (coverage.rowHeadings.length === 0 || coverage.columnHeadings.length === 0)
    return html`<div class="matrix-counting" role="status">${texts.none}</div>`;
  return html`<div class="matrix-middle">
      <div class="matrix-sheet">${matrixGrid(context, props)}${matrixLegend(context, coverage)}${matrixScope(context, coverage)}</div>
      ${matrixDetail(context, props)}
    </div>`;
}

/** The landscape as a heat map: rows and columns to choose and to order, a state in every cell, and the cell that is open. */
export function matrixView(context: PanelContext, props: MatrixProps): TemplateResult {
  const texts = matrixMessages;
  return html`<section class=${`matrix${props.isGapLens ? ' lens' : ''}`} part="matrix" aria-label=${texts.name(texts.axes[props.rows], texts.axes[props.columns])}>
    <h2 class="matrix-title"><bdi>${context.catalogue.dataset.title}</bdi>: ${texts.name(texts.axes[props.rows], texts.axes[props.columns])}</h2>
    ${matrixTools(context, props)}
    ${body(context, props)}
    <p id="matrix-help" class="hidden">${texts.help}</p>
  </section>`;
}
