import { css } from 'lit';

/** The panel for files of the reader's own, and the sheet that a dragged file meets. */
export const filesStyles = css`
  .dropping {
    position: absolute; inset: 0; z-index: 9; display: grid; place-items: center; pointer-events: none; padding: 1rem;
    background: color-mix(in srgb, var(--_background) 82%, transparent); outline: 3px dashed var(--_focus); outline-offset: -0.75rem;
  }
  .dropping p { margin: 0; padding: 0.75rem 1.5rem; border-radius: 2rem; background: var(--_focus); color: var(--_on-focus); font-weight: 600; font-size: 1.0625rem; text-align: center; }
  .files { container: analysis / inline-size; display: flex; flex-direction: column; gap: 0.75rem; margin-block-start: 0.5rem; overflow-wrap: anywhere; }
  /* WebKitGTK 2.50 counts what scrolls in an open <details> to the width of the panel around it */
  .files details.how { overflow-x: clip; overflow-clip-margin: 4px; }
  /* Names of sheets and columns have any length, and stand in menus */
  .files :is(fieldset, label, select, .scroll, details, ul, li) { min-inline-size: 0; max-inline-size: 100%; }
  .files p { margin: 0; }
  .files h3 { margin: 0.5rem 0 0; font-size: 0.9375rem; font-weight: 600; color: var(--_foreground); }
  .files .small { color: var(--_muted); font-size: 0.8125rem; }
  .files .small strong { color: var(--_foreground); font-weight: 600; }
  .files .badges { margin-block: 0; }
  .files .drop-zone { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.75rem; padding: 0.75rem; border: 2px dashed var(--_line); border-radius: 0.75rem; }
  .files label.button.primary { border-color: var(--_focus); background: var(--_focus); }
  .files label.button.primary:hover { background: var(--_foreground); border-color: var(--_foreground); }
  .files .working { display: flex; flex-direction: column; align-items: start; gap: 0.4rem; }
  .files progress { inline-size: 100%; block-size: 0.75rem; accent-color: var(--_focus); }
  .files select { inline-size: 100%; min-block-size: 2rem; padding: 0.25rem 0.5rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_background); color: inherit; font: inherit; }
  .files .badge.unsure { border-color: var(--_selection); color: var(--_selection); }
  .files :is(fieldset) { display: flex; flex-direction: column; gap: 0.5rem; }
  .files legend { font-size: 0.9375rem; font-weight: 600; padding: 0; margin-block-end: 0.35rem; }
  .files .modes .choice > span { display: flex; flex-direction: column; }
  .files summary { cursor: pointer; font-weight: 600; min-block-size: 1.75rem; display: list-item; padding-block: 0.25rem; }
  .files details.how > :not(summary) { margin-block-start: 0.6rem; }
  .files .preview { border-collapse: collapse; font-size: 0.8125rem; inline-size: max-content; max-inline-size: none; }
  .files .preview caption { text-align: start; font-weight: 600; padding-block-end: 0.25rem; }
  .files .preview :is(th, td) { max-inline-size: 14rem; vertical-align: top; }
  .files .preview thead .small { display: block; color: var(--_focus); font-size: 0.75rem; min-block-size: 1.1em; }
  .files .scroll:focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .files .bands { display: flex; flex-wrap: wrap; gap: 0.35rem; }
  .files .row-problems { display: flex; flex-direction: column; gap: 0.4rem; }
  .files .row-problems li { border-inline-start: 3px solid var(--_line); padding: 0.25rem 0.65rem; margin-block-end: 0.3rem; }
  .files .row-problems li.error { border-inline-start-color: var(--_selection); }
  .files .row-problems li.warning { border-inline-start-color: var(--_focus); }
  .files .refused ul { padding-inline-start: 1rem; list-style: disc; font-size: 0.8125rem; }
  .files button:disabled { opacity: 0.55; cursor: default; }
  @media (pointer: coarse) { .files :is(select, button:not(.text), label.button) { min-block-size: 2.75rem; } }
`;
