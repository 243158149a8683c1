/**
 * Looks of a presentation. The sheet is there only while something is presented, so its rules need no state to hang on; what it says of the host is important,
 * as a page may give the map a size and a place of its own.
 *
 * `--_u` is a hundredth of the width of a screen of 16 : 9 that fits into the surface, `--_zoom` how many times larger than usual the drawing is.
 */
/** The hues that a page may give, and the usual ones, by number. */
const [GIVEN, USUAL] = ['--sm-sdo-', '--_sm-sdo-'];
const HUES = Array.from({ length: 8 }, (_, at) => String(at + 1))
  .map((n) => `--_sdo-${n}: var(${GIVEN}${n}, var(${USUAL}${n})); --_outline-${n}: var(--_sm-outline-${n});`)
  .join(' ');

/** The sheet. The palette is of the frame, beside which a presentation stands. */
export const presentSheet = `
  :host {
    display: grid !important; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; margin: 0 !important; padding: 0 !important; border: none !important; border-radius: 0 !important;
    inline-size: 100% !important; block-size: 100% !important; min-inline-size: 0 !important; min-block-size: 0 !important; max-inline-size: none !important; max-block-size: none !important;
    aspect-ratio: auto !important; transform: none !important; overflow: hidden !important; box-shadow: none !important;
    container-type: normal !important; background: var(--_background) !important; color: var(--_foreground);
    --_muted: light-dark(#3b4655, #c6cfdb);
    --_base: max(1rem, calc(1.7 * var(--_u)));
  }
  :host::backdrop { background: var(--_background); }
  .frame { position: relative; inset: auto; grid-area: 2 / 1; min-block-size: 0; overflow: hidden; }
  .middle {
    position: absolute; top: 0; left: 0; width: calc(100% / var(--_zoom)); height: calc(100% / var(--_zoom)); transform: scale(var(--_zoom)); transform-origin: 0 0;
    container: standards-map / inline-size;
  }
  /* Few parts only */
  .toolbar, .chips, .filters, .detail, .status, .legend, .zoom, .frame > .day, .frame > :not(.middle), .arranged,
  .matrix-tools, .matrix-scope, .timeline-tools, .timeline-foot, .table-tools, .table-columns, .notices { display: none !important; }
  .stage > :is(.timeline, .table-view, .matrix) { inset-inline-end: 0 !important; inset-block-end: 0 !important; }

  /* Nothing shows through from behind */
  .frame:has(.timeline, .table-view, .matrix) .surface { visibility: hidden; }

  /* Rows to be read, not to be chosen: titles in two lines */
  .table-view { --_pick: 0rem !important; }
  .table-box .pick { visibility: hidden; }
  .table-box .pick + * { padding-inline-start: 1.1rem; }
  .table-box { scrollbar-width: none; }
  @container standards-map (min-width: 37.51rem) {
    .table-view { --_row: 3.25rem !important; }
    .table-body .line:not(.group) > * { white-space: normal; line-height: 1.25; align-content: center; }
  }

  /* The whole matrix on one screen: numbers, and words only where there is none */
  .grid { font-size: 0.9375rem; --_head: 9.75rem; }
  .grid tfoot { display: none; }
  .matrix .scroll { padding-block-end: 0; }
  .grid :is(tbody, tfoot) th button { min-block-size: 1.75rem; }
  .grid td button { min-block-size: 1.75rem; padding-block-end: 0.35rem; flex-direction: row; gap: 0.3rem; }
  .grid .count { font-size: 1.0625rem; }
  .grid .count + .word, .grid .flag ~ .word { display: none; }
  .grid :is(.word, .flag) { font-size: 0.8125rem; }
  .grid tbody .label { -webkit-line-clamp: 2; }
  .grid tbody tr:last-child > * { padding-block-end: 0.35rem; }
  .grid .corner { font-size: 0.875rem; }
  .matrix-legend { font-size: 0.875rem; padding-block: 0.3rem; }
  .matrix-legend li > span.number { display: none; }
  .grid td.total :is(.count, .word, .gap-count) { display: inline-block; margin-inline: 0.15rem; }
  .matrix { --_row-heading: clamp(8rem, 22cqi, 17rem) !important; }
  .matrix-detail { inline-size: 20rem; }

  .presenting { display: contents; ${HUES} }
  .presenting :is(h2, h3, p, dl, dd) { margin: 0; }
  .presenting button { min-inline-size: 2.75rem; min-block-size: 2.75rem; }
  .show-head {
    grid-area: 1 / 1; z-index: 9; font-size: var(--_base); padding: 0.7em 1.1em 0.55em; background: var(--_panel); border-block-end: 2px solid var(--_line);
    max-block-size: 45vh; overflow: auto; scrollbar-width: none; overflow-wrap: anywhere;
  }
  .show-title { font-size: 1.8em; line-height: 1.12; font-weight: 700; letter-spacing: -0.01em; text-wrap: balance; outline: none; }
  .show-caption { font-size: 1em; line-height: 1.35; margin-block-start: 0.3em !important; max-inline-size: 62em; text-wrap: pretty; }
  .show-foot {
    grid-area: 3 / 1; z-index: 9; position: relative; font-size: max(0.875rem, calc(1.2 * var(--_u))); display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 0 1.5em;
    padding: 0.45em 1.6em 0.7em; background: var(--_panel); border-block-start: 2px solid var(--_line); overflow-wrap: anywhere;
  }
  .show-legend { display: flex; flex-wrap: wrap; align-items: center; gap: 0.1em 1.3em; max-block-size: 22vh; overflow: auto; scrollbar-width: none; }
  .show-legend ul { display: contents; list-style: none; }
  .show-legend li { display: inline-flex; align-items: center; gap: 0.4em; }
  .show-legend li.head, .show-legend strong { font-weight: 700; }
  .show-legend :is(li.small, [data-none]) { display: none; }
  .show-legend svg { inline-size: 1.1em; block-size: 1.1em; flex: none; }
  .show-legend svg.wide { inline-size: 1.8em; }
  .show-legend .number { font-variant-numeric: tabular-nums; }
  .show-place { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
  .show-progress {
    appearance: none; position: absolute; inset-inline: 0; inset-block-end: 0; inline-size: 100%; block-size: max(4px, calc(0.4 * var(--_u))); border: none; background: var(--_line); color: var(--_focus); overflow: hidden;
  }
  .show-progress::-webkit-progress-bar { background: var(--_line); }
  .show-progress::-webkit-progress-value { background: var(--_focus); }
  .show-progress::-moz-progress-bar { background: var(--_focus); }
  .show-notes { grid-column: 1 / -1; max-block-size: 24vh; overflow: auto; border-block-start: 1px solid var(--_line); padding-block: 0.4em; white-space: pre-wrap; }
  .show-notes .next { font-weight: 600; }

  .show-controls {
    grid-area: 2 / 1; place-self: end center; z-index: 12; margin-block-end: 0.75rem; inline-size: fit-content; max-inline-size: calc(100% - 1rem);
    display: flex; flex-wrap: wrap; justify-content: center; gap: 0.25rem; padding: 0.35rem; border: 1px solid var(--_line); border-radius: 2rem; background: var(--_panel); box-shadow: 0 0.4rem 1.6rem rgb(0 0 0 / 0.3);
    opacity: 0; visibility: hidden;
  }
  .presenting[data-awake] .show-controls, .show-controls:focus-within { opacity: 1; visibility: visible; }
  .show-controls button { inline-size: 3rem; block-size: 3rem; padding: 0; display: grid; place-items: center; border-radius: 50%; border-color: transparent; background: none; }
  .show-controls button:hover { background: var(--_hover); }
  .show-controls button[aria-pressed='true'] { background: var(--_tint); border-color: var(--_focus); }
  .show-controls svg { inline-size: 1.5rem; block-size: 1.5rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  :is([data-run='previous'], [data-run='next']):dir(rtl) svg { transform: scaleX(-1); }
  .show-typed, .show-message {
    position: absolute; z-index: 13; inset-inline: 0; margin-inline: auto !important; inline-size: fit-content; max-inline-size: calc(100% - 2rem); padding: 0.35em 1em; border-radius: 0.5em; font-size: var(--_base);
    background: var(--_foreground); color: var(--_background); box-shadow: 0 0.4rem 1.6rem rgb(0 0 0 / 0.3); overflow-wrap: anywhere;
  }
  .show-typed { inset-block-start: 40%; }
  .show-message { inset-block-end: calc(max(0.875rem, 1.2 * var(--_u)) * 3 + 5rem); font-size: max(1rem, calc(1.2 * var(--_u))); }
  .show-help {
    position: absolute; z-index: 14; inset: 0; margin: auto; inline-size: min(100% - 1rem, 38em); block-size: fit-content; max-block-size: calc(100% - 1rem); overflow: auto; font-size: max(0.9375rem, calc(1.2 * var(--_u)));
    padding: 1em 1.4em; border: 1px solid var(--_line); border-radius: 0.75em; background: var(--_panel); box-shadow: 0 1rem 4rem rgb(0 0 0 / 0.4);
  }
  .show-help h3 { font-size: 1.25em; margin-block-end: 0.4em; }
  .show-help div { display: grid; grid-template-columns: minmax(8em, 15em) 1fr; gap: 1em; padding-block: 0.22em; border-block-end: 1px solid var(--_line); }
  .show-help dt { font-weight: 700; text-align: start; }
  .show-help dt:dir(ltr):not(:root) { unicode-bidi: isolate; }
  .show-help p { margin-block: 0.7em !important; }
  .show-help button { font-size: 1em; padding-inline: 1.25em; }
  .show-blank { position: absolute; z-index: 11; inset: 0; inline-size: 100%; block-size: 100%; border: none; border-radius: 0; cursor: none; }
  .show-blank:is([data-blank='black'], [data-blank='black']:hover) { background: #000000; }
  .show-blank:is([data-blank='white'], [data-blank='white']:hover) { background: #ffffff; }
  .show-blank:focus-visible { outline: none; }
  .show-end {
    position: absolute; z-index: 10; inset: 0; display: grid; place-content: center; justify-items: center; gap: 1em; padding: 2em; text-align: center; font-size: var(--_base); background: var(--_panel); overflow: auto; overflow-wrap: anywhere;
  }
  .show-end-word { font-weight: 700; color: var(--_muted); letter-spacing: 0.08em; }
  .show-end-title { font-size: 1.8em; line-height: 1.15; font-weight: 700; text-wrap: balance; max-inline-size: 24em; }
  .show-end-ways { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.6em; }
  .show-end-ways button { font-size: 0.8em; padding-inline: 1.25em; min-block-size: max(2.75rem, 2.6em); }
  .laser { position: absolute; z-index: 13; inset: 0; inline-size: 100%; block-size: 100%; pointer-events: none; }
  .ghosts { position: relative; grid-area: 2 / 1; z-index: 1; overflow: hidden; pointer-events: none; }
  .ghost { position: absolute; transform-origin: center; background: var(--_background); }

  @media (max-width: 40rem), (max-height: 30rem) {
    .show-head { padding: 0.4em 0.75em 0.35em; }
    .show-title { font-size: 1.4em; }
    .show-foot { padding: 0.3em 0.75em 0.5em; }
    .show-controls button { inline-size: 2.75rem; block-size: 2.75rem; }
  }
  @media (max-width: 30rem) {
    .show-controls { gap: 0; padding: 0.2rem; }
    .show-controls [data-run='print'] { display: none; }
  }
  @media (max-width: 30rem) { .show-help div { grid-template-columns: 1fr; gap: 0; } }
  @media (max-height: 30rem) { .show-legend { flex-wrap: nowrap; white-space: nowrap; } .show-caption { font-size: 0.9375rem; } .show-head { max-block-size: 40vh; } }
  @media (forced-colors: active) {
    .laser, .show-blank { forced-color-adjust: none; }
    .show-typed, .show-message { border: 2px solid CanvasText; }
  }
`;
