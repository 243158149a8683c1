import { css } from 'lit';

/** A companion in its place: a box of its own that the page may size. */
export const companionStyles = css`
  :host { aspect-ratio: auto; block-size: 32rem; min-block-size: 12rem; max-inline-size: 100%; }
  /* As long as its sentence is. */
  :host(:state(waiting)) { container-type: inline-size; block-size: auto; min-block-size: 0; }
  :host(:state(waiting)) :is(.frame, .middle, .stage) { display: block; position: static; }
  .companion-note { margin: 0; padding: 1rem; color: var(--_muted); overflow-wrap: anywhere; }
  :host(:state(error)) .companion-note { color: var(--_foreground); border-inline-start: 4px solid var(--_selection); }
`;

/** Details are as long as they are, in the colour of a panel. */
export const companionDetailStyles = css`
  :host { container-type: inline-size; block-size: auto; min-block-size: 0; overflow: auto; }
  .frame { background: var(--_panel); }
  :is(.frame, .middle, .stage) { display: block; position: static; }
  /* A notice stands above what it is about. */
  .notices { position: sticky; inset-block-start: 0; inset-inline: 0; margin: 0; }
  .stage > .detail, .stage > .detail.wide {
    position: static; inline-size: auto; max-inline-size: none; max-block-size: none; overflow: visible; border: none; border-radius: 0; box-shadow: none;
  }
  .stage > .detail header { inset-block-start: 0; }
`;
