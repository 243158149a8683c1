import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LensCounts } from '../../scene/lens-counts.js';
import { BANDS } from '../../scene/scene.js';
import type { PanelContext } from './context.js';

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

const row = (sign: TemplateResult | undefined, text: string, count: string): TemplateResult =>
  html`<li>${sign ? wide(sign) : nothing} <span>${text}</span> <span class="number">${count}</span></li>`;

/** Explains the dotted links between standards that only hidden ones join, as `render/links.ts` draws them; nothing while there are none. */
export function indirectLegend({ messages, format }: PanelContext, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const dots = svg`<path d="M1 10h30" stroke="var(--_muted)" stroke-width="1.5" stroke-dasharray="1.5 4"></path>`;
  return html`<ul class="lens indirect">${row(dots, messages.hands.indirect, format.number(count))}</ul>`;
}

/**
 * Explains what the lenses draw, with how much of it there is; nothing while none is on.
 *
 * @param beyond standards that the lens for overlaps draws although the filter leaves them out
 */
export function lensLegend(
  { messages, format }: PanelContext,
  counts: LensCounts | undefined,
  beyond = 0,
): TemplateResult | typeof nothing {
  if (!counts) return nothing;
  const { bands, coordinated, gaps } = counts;
  const { lens } = messages;
  const overlaps =
    bands &&
    html`<li class="head">${lens.candidates}</li>
      ${bands.every((count) => count === 0) ? html`<li>${lens.noCandidates}</li>` : BANDS.map((band, i) => row(BAND_SIGNS[i], lens.bands[band], format.number(bands[i] ?? 0)))}
      ${row(COORDINATED, lens.coordinated, format.number(coordinated))}
      ${beyond > 0 ? row(undefined, lens.beyond, format.number(beyond)) : nothing}`;
  const missing =
    gaps &&
    html`<li class="head">${lens.gaps}</li>
      ${
        gaps.topics + gaps.thinTopics === 0
          ? html`<li>${lens.noGaps}</li>`
          : [
              row(GAP_SIGNS[0], lens.gapTopics, format.number(gaps.topics)),
              row(GAP_SIGNS[1], lens.thinTopics, format.number(gaps.thinTopics)),
              html`<li class="small">${lens.gapNote}</li>`,
            ]
      }`;
  return html`<ul class="lens">${overlaps ?? nothing}${missing ?? nothing}</ul>`;
}
