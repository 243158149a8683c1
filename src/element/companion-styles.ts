import { css } from 'lit';

/** A companion in its place: a box of its own that the page may size; details as long as they are. */
export const companionStyles = css`
  :host { aspect-ratio: auto; block-size: 32rem; min-block-size: 12rem; max-inline-size: 100%; }
  :host(:is(:state(detail), :state(error), :state(waiting))) { container-type: inline-size; }
  :host(:state(detail)) { block-size: auto; min-block-size: 0; overflow: auto; background: var(--_panel); }
  :host(:state(error)), :host(:state(waiting)) { block-size: auto; min-block-size: 0; }
  :host(:state(detail)) :is(.frame, .middle, .stage), :host(:state(error)) .frame, :host(:state(waiting)) .frame { display: block; position: static; }
  /* A notice stands above what it is about. */
  :host(:state(detail)) .notices { position: sticky; inset-block-start: 0; inset-inline: 0; margin: 0; }
  :host(:state(detail)) .notices:empty { display: none; }
  .stage > .detail, .stage > .detail.wide {
    position: static; inline-size: auto; max-inline-size: none; max-block-size: none; overflow: visible; border: none; border-radius: 0; box-shadow: none;
  }
  .stage > .detail header { inset-block-start: 0; }
  .companion-note { margin: 0; padding: 1rem; color: var(--_muted); overflow-wrap: anywhere; }
  :host(:state(error)) .companion-note { color: var(--_foreground); border-inline-start: 4px solid var(--_selection); }
`;
