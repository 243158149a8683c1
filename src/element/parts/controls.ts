import { html, type TemplateResult } from 'lit';
import type { MapView } from '../../interact/map-view.js';
import { en } from '../messages.js';
import { fitIcon, minusIcon, plusIcon } from './icons.js';

/** Zoom of one press of a button. */
const STEP = 1.5;

/** The buttons that move the camera, for those who have no wheel and cannot pinch. */
export function zoomControls(view: () => MapView | undefined): TemplateResult {
  return html`<div class="zoom">
    <button type="button" class="icon" aria-label=${en.zoomIn} @click=${() => view()?.zoomBy(STEP)}>${plusIcon}</button>
    <button type="button" class="icon" aria-label=${en.zoomOut} @click=${() => view()?.zoomBy(1 / STEP)}>${minusIcon}</button>
    <button type="button" class="icon" aria-label=${en.fit} @click=${() => view()?.fit()}>${fitIcon}</button>
  </div>`;
}
