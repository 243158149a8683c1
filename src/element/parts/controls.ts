import { html, nothing, type TemplateResult } from 'lit';
import type { DrawingController } from '../drawing-controller.js';
import { words } from '../words.js';
import { arrangeIcon, fitIcon, handBackIcon, lassoIcon, minusIcon, originalIcon, plusIcon } from './icons.js';

/** Zoom of one press of a button. */
const STEP = 1.5;

const control = (label: string, icon: TemplateResult, act: () => void): TemplateResult =>
  html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${act}>${icon}</button>`;

/** What the reader does by hand in the drawing, as its buttons show it. */
export interface HandControls {
  /** How many records stand where the reader has dragged them. */
  readonly moved: readonly unknown[];
  readonly isLasso: boolean;
  /** What was done last, in words. */
  readonly said: string;
  allBack(): void;
  setLasso(on: boolean): void;
  escape(): boolean;
}

/** What hands do: everything back that was dragged, the lasso, and what was done last, in words. */
function handControls(hands: HandControls): TemplateResult {
  const { length } = hands.moved;
  const { allBack, lasso } = words();
  return html`${
    length > 0
      ? control(allBack(String(length)), handBackIcon, () => {
          hands.allBack();
        })
      : nothing
  }<button type="button" class="icon" aria-label=${lasso} title=${lasso} aria-pressed=${hands.isLasso ? 'true' : 'false'}
      @click=${() => {
        hands.setLasso(!hands.isLasso);
      }} @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape' && hands.escape()) event.stopPropagation();
      }}>${lassoIcon}</button><p class="hidden said" role="status" dir="auto">${hands.said}</p>`;
}

/** The buttons that move the camera, for those who have no wheel and cannot pinch, and those that move the marks. */
export function controls(drawing: DrawingController, hands: HandControls): TemplateResult {
  const { arrangement } = drawing;
  const { standing } = arrangement;
  const messages = words();
  const reset = (): void => {
    arrangement.reset();
  };
  return html`<div class="zoom">
    ${handControls(hands)}
    ${standing && standing.xy !== standing.original ? control(messages.originalArrangement, originalIcon, reset) : nothing}
    ${
      // What goes wrong is told in the status line.
      control(messages.rearrange, arrangeIcon, () => void drawing.rearrange())
    }
    ${control(messages.zoomIn, plusIcon, () => drawing.view?.zoomBy(STEP))}
    ${control(messages.zoomOut, minusIcon, () => drawing.view?.zoomBy(1 / STEP))}
    ${control(messages.fit, fitIcon, () => drawing.view?.fit())}
  </div>`;
}
