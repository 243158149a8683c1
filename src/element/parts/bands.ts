import { html, svg, type TemplateResult } from 'lit';
import { BANDS, type Band } from '../../analysis/candidate.js';
import { wordOf } from '../word-of.js';
import { overlapMessages } from '../messages-overlaps.js';

/** Three steps, filled up to the band: a shape beside the word, so that neither colour nor sight alone has to tell. */
export function bandIcon(band: Band): TemplateResult {
  const filled = BANDS.length - BANDS.indexOf(band);
  return html`<svg class="band-icon" viewBox="0 0 17 12" aria-hidden="true">${BANDS.map((_, i) => {
    const height = 4 * (i + 1) - 1;
    return svg`<rect x=${String(6 * i + 0.5)} y=${String(11.5 - height)} width="4" height=${String(height)} stroke="currentColor"
      fill=${i < filled ? 'currentColor' : 'none'}></rect>`;
  })}</svg>`;
}

/** How strong a candidate is, as a shape and as a word. */
export const bandBadge = (band: Band): TemplateResult =>
  html`<span class="badge band ${band}">${bandIcon(band)} ${wordOf(overlapMessages.bands, band)}</span>`;

/** The mark of a pair of which one is still under development. */
export const earlyBadge = (): TemplateResult =>
  html`<span class="badge early" title=${overlapMessages.earlyHint}>${overlapMessages.early}</span>`;
