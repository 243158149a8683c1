import { html, nothing, svg, type TemplateResult } from 'lit';
import { lastDayOf } from '../../analysis/at.js';
import type { LensCounts } from '../../scene/lens-counts.js';
import { BANDS, CHANGED } from '../../scene/scene.js';
import { changeIcon } from './change-words.js';
import type { PanelContext } from './context.js';
import { changeMessages } from '../messages-changes.js';
import { lensMessages } from '../messages-lens.js';

const overlap = 'var(--_overlap)';
const gap = 'var(--_gap)';

/** Links and signs as `render/lens-looks.ts` draws them. */
const BAND_SIGNS = [
  svg`<path d="M1 14Q16 2 31 14" fill="none" stroke=${overlap} stroke-width="2.8"></path>`,
  svg`<path d="M1 14Q16 2 31 14" fill="none" stroke=${overlap} stroke-width="1.7" stroke-dasharray="8 4"></path>`,
  svg`<path d="M1 14Q16 2 31 14" fill="none" stroke=${overlap} stroke-width="1.5" stroke-dasharray="2 3.5"></path>`,
] as const;
const COORDINATED = svg`<path d="M1 8.5h30M1 11.5h30" stroke="var(--_muted)" stroke-width="1"></path>`;
const HEXAGON = 'M9.5 3h13L29 10l-6.5 7h-13L3 10z';
const GAP_SIGNS = [
  svg`<path d=${HEXAGON} fill="none" stroke=${gap} stroke-width="3"></path>`,
  svg`<path d=${HEXAGON} fill="none" stroke=${gap} stroke-width="2" stroke-dasharray="4 3"></path>`,
] as const;

const wide = (body: TemplateResult): TemplateResult => html`<svg class="wide" viewBox="0 0 32 20" aria-hidden="true">${body}</svg>`;

const row = ({ format }: PanelContext, sign: TemplateResult | undefined, text: string, count: number): TemplateResult =>
  html`<li ?data-none=${count === 0}>${sign ? wide(sign) : nothing} <span>${text}</span> <span class="number">${format.number(count)}</span></li>`;

/** The double line of what is declared as coordinated. */
export const coordinatedRow = (context: PanelContext, count: number): TemplateResult =>
  row(context, COORDINATED, lensMessages.coordinated, count);

/** The signs of what has changed, with how many there are; those that are not sure apart. */
function changeRows({ format, changes }: PanelContext, { counts, unsure }: NonNullable<LensCounts['changes']>): unknown {
  const words = changeMessages;
  const since = changes === undefined ? '' : ` ${words.sinceDate(format.date(lastDayOf(changes.changes.since)))}`;
  return [
    html`<li class="head">${words.legend}${since}</li>`,
    CHANGED.every((change) => counts[change] === 0) ? html`<li>${words.noChanges}</li>` : nothing,
    CHANGED.filter((change) => counts[change] > 0).map(
      (change) =>
        html`<li>${changeIcon(change, change !== 'left-undated' && counts[change] > unsure[change])} <span>${words.classes[change]}</span> <span class="number">${format.number(counts[change])}</span></li>`,
    ),
    html`<li class="small" dir="auto">${words.legendNote}</li>`,
  ];
}

/**
 * Explains what the lenses draw, with how much of it there is; nothing while none is on.
 *
 * @param beyond standards that the lenses for overlaps and changes draw although the filter leaves them out
 */
export function lensLegend(context: PanelContext, counts: LensCounts | undefined, beyond = 0): TemplateResult | typeof nothing {
  if (!counts) return nothing;
  const { bands, coordinated, gaps, changes } = counts;
  const lens = lensMessages;
  const overlaps =
    bands &&
    html`<li class="head">${lens.candidates}</li>
      ${bands.every((count) => count === 0) ? html`<li>${lens.noCandidates}</li>` : BANDS.map((band, i) => row(context, BAND_SIGNS[i], lens.bands[band], bands[i] ?? 0))}
      ${coordinatedRow(context, coordinated)}
      `;
  const missing =
    gaps &&
    html`<li class="head">${lens.gaps}</li>
      ${
        gaps.topics + gaps.thinTopics === 0
          ? html`<li>${lens.noGaps}</li>`
          : [
              row(context, GAP_SIGNS[0], lens.gapTopics, gaps.topics),
              row(context, GAP_SIGNS[1], lens.thinTopics, gaps.thinTopics),
              html`<li class="small">${lens.gapNote}</li>`,
            ]
      }`;
  return html`<ul class="lens">${changes ? changeRows(context, changes) : nothing}${overlaps ?? nothing}${missing ?? nothing}${
    beyond > 0 && (bands ?? changes) ? row(context, undefined, lens.beyond, beyond) : nothing
  }</ul>`;
}
