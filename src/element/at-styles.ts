import { css } from 'lit';

/** The banner of a past day, and the slider that chooses it. */
export const dayStyles = css`
  .day { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; padding: 0.3rem 0.75rem; border-block-end: 1px solid var(--_line); background: var(--_panel); z-index: 5; }
  .day.past { background: light-dark(#fff3d6, #3d3114); border-block-end-color: light-dark(#b98900, #d6a938); }
  .day-banner { margin: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.6rem; font-size: 0.8125rem; }
  .day-banner strong { font-size: 0.9375rem; }
  .day-meaning summary { display: inline-grid; place-items: center; inline-size: 1.5rem; block-size: 1.5rem; border: 1px solid currentColor; border-radius: 50%; font-weight: 600; list-style: none; cursor: pointer; }
  .day-meaning summary::-webkit-details-marker { display: none; }
  .day-meaning[open] { flex: 1 1 100%; }
  .day-meaning p { margin: 0.25rem 0; max-inline-size: 60rem; overflow-wrap: anywhere; }
  .day-track { position: relative; flex: 1 0 100%; block-size: 3.1rem; }
  .day-track input { position: absolute; inset-block: 0.6rem auto; inset-inline: 0; inline-size: 100%; block-size: 1.5rem; margin: 0; accent-color: var(--_focus); background: none; cursor: pointer; touch-action: pan-y; }
  .day-marks { position: absolute; inset-block: 0; inset-inline: 8px; inline-size: calc(100% - 16px); block-size: 100%; overflow: visible; }
  .day-marks:dir(rtl) { transform: scaleX(-1); }
  .day-marks text { fill: var(--_muted); font-size: 0.6875rem; text-anchor: middle; transform-box: fill-box; transform-origin: center; }
  .day-marks:dir(rtl) text { transform: scaleX(-1); }
  .day-marks .year { stroke: var(--_muted); stroke-width: 1; opacity: 0.6; }
  .day-marks .year.major { opacity: 1; stroke-width: 1.5; }
  .day-marks line.meeting { stroke: var(--_selection); stroke-width: 1.5; }
  .day-marks circle.meeting { fill: var(--_selection); stroke: var(--_panel); stroke-width: 1.5; }
  .day-more { margin-inline-start: auto; display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem; }
  .day-more select { max-inline-size: 15rem; min-block-size: 2rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_panel); padding: 0.1rem 0.35rem; text-overflow: ellipsis; }
  .day-more input { min-block-size: 2rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_panel); padding: 0.1rem 0.35rem; }
  .day-more [aria-disabled='true'] { color: var(--_muted); opacity: 0.55; cursor: default; }
  .day-more .icon svg:dir(rtl) { transform: scaleX(-1); }
  .later { display: inline-block; padding-inline: 0.4rem; border: 1px dashed currentColor; border-radius: 0.75rem; font-size: 0.75rem; }
  .is-later { opacity: 0.8; }
  @media (pointer: coarse) {
    .day-track { block-size: 3.6rem; }
    .day-track input { inset-block-start: 0.1rem; block-size: 2.75rem; }
    .day-more :is(select, input, button) { min-block-size: 2.75rem; }
    .day-more .icon { inline-size: 2.75rem; }
    .day-meaning summary { inline-size: 2.75rem; block-size: 2.75rem; }
  }
  @container standards-map (max-width: 37.5rem) {
    .day { padding: 0.25rem 0.5rem; }
    .day-more { flex: 1 1 100%; }
    .day-more select { flex: 1 1 8rem; min-inline-size: 3rem; }
    .day-more input { flex: 1 1 8rem; min-inline-size: 0; }
    .day-marks circle.meeting { r: 3px; }
    .day-banner > span { display: none; }
  }
  @media (forced-colors: active) {
    .day.past { background: Canvas; border: 2px solid Highlight; }
    .day-marks circle.meeting { fill: CanvasText; stroke: Canvas; }
    .day-marks line { stroke: CanvasText; }
  }
  @media print { .day-track, .day-more, .day > button { display: none; } }
`;
