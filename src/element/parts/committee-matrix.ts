import { html, nothing, type TemplateResult } from 'lit';
import type { CommitteeMatrix, CommitteePair } from '../../analysis/committee-matrix.js';
import { pairClass } from './committee-cell.js';
import { committeeDetail } from './committee-detail.js';
import { committeeGrid, pairBreaks } from './committee-grid.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import type { MatrixProps } from './matrix-props.js';
import { matrixTools } from './matrix-tools.js';
import { sourceDates } from './status.js';
import { committeeMessages } from '../messages-committees.js';
import { matrixMessages } from '../messages-matrix.js';

const hasPairs = (props: MatrixProps): props is MatrixProps & { readonly committees: CommitteeMatrix } => props.committees !== undefined;

const PLAIN = { liaison: 'not-declared', kin: false, attention: false } as const satisfies Partial<CommitteePair>;

/** The measure with its shades, then the marks with what they mean. */
function legend({ format }: PanelContext, matrix: CommitteeMatrix): TemplateResult {
  const texts = committeeMessages;
  const breaks = pairBreaks(matrix);
  const most = Math.max(0, ...matrix.pairs.map(({ row, column, shared }) => (row === column ? 0 : shared)));
  const mark = (classes: string, text: string, body: unknown = nothing): TemplateResult =>
    html`<li><span class=${`sample duo ${classes}`} aria-hidden="true">${body}</span> <span class="term">${text}</span></li>`;
  return html`<div class="matrix-legend">
    <ul class="shades"><li class="term">${texts.measure}</li>${breaks.map(
      (from, i) => html`<li><span class=${`sample duo ${pairClass(PLAIN, i + 1)}`} aria-hidden="true"></span>
        <bdi class="number" dir="ltr">${matrixMessages.range(format.number(from), format.number((breaks[i + 1] ?? most + 1) - 1))}</bdi></li>`,
    )}</ul>
    <ul>${mark('shade-0', texts.marks.candidates, html`<span class="word candidates">◇</span>`)}
      ${mark(pairClass({ ...PLAIN, attention: true }, 0), texts.marks.attention)}
      ${mark(pairClass({ ...PLAIN, liaison: 'declared' }, 0), texts.marks.liaison)}
      ${mark(pairClass({ ...PLAIN, kin: true }, 0), texts.marks.kin)}
      ${mark('shade-0 self', texts.diagonal)}</ul>
  </div>`;
}

/** What was compared, what is left out, and what cannot be known. */
function scope(context: PanelContext, { scope: standards, committees, left, ownerless }: CommitteeMatrix): TemplateResult {
  const { format } = context;
  const texts = committeeMessages;
  return html`<p class="matrix-scope">${texts.scope(counted(format, standards), counted(format, committees.length))}
    ${left > 0 ? texts.left(counted(format, left)) : nothing} ${ownerless > 0 ? texts.ownerless(counted(format, ownerless)) : nothing}
    ${texts.noDomain} ${texts.lists} ${sourceDates(context)}</p>`;
}

function body(context: PanelContext, props: MatrixProps): TemplateResult {
  const texts = committeeMessages;
  if (!hasPairs(props))
    return html`<div class="matrix-counting" role="status"><span class="spinner"></span>${matrixMessages.counting}</div>`;
  if (props.committees.committees.length === 0) return html`<div class="matrix-counting" role="status">${texts.none}</div>`;
  return html`<div class="matrix-middle">
      <div class="matrix-sheet">${committeeGrid(context, props)}${legend(context, props.committees)}${scope(context, props.committees)}</div>
      ${committeeDetail(context, props)}
    </div>`;
}

/** Committees by committees as a heat map: where they work side by side, and what the dataset knows of their coordination. */
export function committeeView(context: PanelContext, props: MatrixProps): TemplateResult {
  const texts = committeeMessages;
  return html`<section class="matrix committees" part="matrix" aria-label=${texts.title}>
    <h2 class="matrix-title"><bdi>${context.catalogue.dataset.title}</bdi>: ${texts.title}</h2>
    ${matrixTools(context, props)}
    ${body(context, props)}
    <p id="matrix-help" class="hidden">${texts.help}</p>
  </section>`;
}
