import { html, nothing, type TemplateResult } from 'lit';
import type { DrawingController } from '../drawing-controller.js';
import { en } from '../messages.js';
import { arrangeIcon, fitIcon, minusIcon, originalIcon, plusIcon } from './icons.js';

/** Zoom of one press of a button. */
const STEP = 1.5;

const control = (label: string, icon: TemplateResult, act: () => void): TemplateResult =>
  html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${act}>${icon}</button>`;

/** The buttons that move the camera, for those who have no wheel and cannot pinch, and those that move the marks. */
export function controls(drawing: DrawingController): TemplateResult {
  const { arrangement } = drawing;
  const { standing } = arrangement;
  const reset = (): void => {
    arrangement.reset();
  };
  return html`<div class="zoom">
    ${standing && standing.xy !== standing.original ? control(en.originalArrangement, originalIcon, reset) : nothing}
    ${
      // What goes wrong is told in the status line.
      control(en.rearrange, arrangeIcon, () => void drawing.rearrange())
    }
    ${control(en.zoomIn, plusIcon, () => drawing.view?.zoomBy(STEP))}
    ${control(en.zoomOut, minusIcon, () => drawing.view?.zoomBy(1 / STEP))}
    ${control(en.fit, fitIcon, () => drawing.view?.fit())}
  </div>`;
}
