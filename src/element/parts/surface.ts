import { html, type TemplateResult } from 'lit';

/** What the surface of the drawing is called and does. */
export interface SurfaceProps {
  readonly label: string;
  /** What the keys do. */
  readonly help: string;
  readonly hidden: boolean;
  /** Something else stands in its place. */
  readonly covered: boolean;
  readonly onEscape: () => void;
}

/** The surface that the map is drawn on, with what tells of the page's theme. */
export const surface = ({ label, help, hidden, covered, onEscape }: SurfaceProps): TemplateResult =>
  html`<div class="surface" part="surface" tabindex="0" role="group" aria-label=${label} aria-describedby="help"
      ?hidden=${hidden} ?inert=${covered} @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') onEscape();
      }}></div>
    <span class="probe" aria-hidden="true"><span class="reader"></span></span><span id="help" class="hidden">${help}</span>`;
