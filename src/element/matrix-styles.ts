import { css } from 'lit';

/** Layout of the matrix: tools, table in a box of its own, legend, open cell. */
export const matrixStyles = css`
  .matrix {
    /* Black or white on the colour of gaps, as on the shades below. */
    --_on-gap: color(from var(--_gap) xyz-d65 clamp(0, (0.179 - y) * 10000, 0.9505) clamp(0, (0.179 - y) * 10000, 1) clamp(0, (0.179 - y) * 10000, 1.0891));
    --_mark: color-mix(in oklab, var(--_foreground) 45%, transparent);
    --_faint: color-mix(in oklab, var(--_foreground) 16%, transparent);
    --_row-heading: clamp(8rem, 17cqi, 15rem);
    --_cell: 3.75rem;
    --_head: 10.5rem;
    position: absolute; inset: 0; z-index: 2; display: flex; flex-direction: column; background: var(--_background); color: var(--_foreground);
  }
  .matrix-tools {
    display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.5rem; padding: 0.4rem 0.75rem; border-block-end: 1px solid var(--_line);
    background: var(--_panel); font-size: 0.8125rem;
  }
  .matrix-tools label { display: inline-flex; align-items: center; gap: 0.4rem; min-inline-size: 0; }
  .matrix-tools label span { color: var(--_muted); }
  .matrix-tools select { min-block-size: 1.9rem; max-inline-size: 8.5rem; border: 1px solid var(--_line); border-radius: 0.4rem; background: var(--_panel); padding: 0.1rem 0.3rem; }
  .matrix-tools button { min-block-size: 1.9rem; }
  .matrix-tools .swap { inline-size: 1.9rem; margin-inline: -0.35rem; }
  .matrix-middle { flex: 1; min-block-size: 0; display: flex; }
  .matrix-sheet { flex: 1; min-inline-size: 0; display: flex; flex-direction: column; }
  .matrix-counting { flex: 1; display: flex; align-items: center; justify-content: center; gap: 0.75rem; padding: 1.5rem; text-align: center; }
  .matrix .scroll {
    flex: 0 1 auto; min-block-size: 0; overflow: auto; scrollbar-width: thin; padding-block-end: 0.5rem;
    /* What the keys reach does not come to lie under the headings. */
    scroll-padding: 10.75rem 0.5rem 0.5rem calc(var(--_row-heading) + 0.25rem);
  }
  .matrix .scroll:has(.brief) { scroll-padding-block-start: 6.25rem; }
  .matrix .scroll:dir(rtl) { scroll-padding: 10.75rem calc(var(--_row-heading) + 0.25rem) 0.5rem 0.5rem; }
  .grid {
    border-collapse: separate; border-spacing: 2px; table-layout: fixed; inline-size: calc(100% - 3.5rem);
    min-inline-size: calc(var(--_row-heading) + (var(--_columns, 12) + 1) * (var(--_cell) + 2px)); margin-inline: 0.25rem 3.5rem;
    font-size: 0.8125rem; font-variant-numeric: tabular-nums;
  }
  .grid:is(.brief, .level) { inline-size: calc(100% - 0.75rem); margin-inline-end: 0.5rem; }
  .grid.brief { --_head: 6rem; }
  .grid :is(th, td) { padding: 0; font-weight: 400; }
  .grid .corner, .grid tbody th, .grid tfoot th { inline-size: var(--_row-heading); position: sticky; inset-inline-start: 0; background: var(--_background); z-index: 2; }
  .grid thead { position: sticky; inset-block-start: 0; z-index: 3; }
  .grid thead tr { background: var(--_background); block-size: var(--_head); }
  .grid .corner { z-index: 4; vertical-align: bottom; padding: 0.25rem; color: var(--_muted); font-size: 0.75rem; }
  .grid .corner span { display: block; }
  .grid .corner .column-axis { text-align: end; }
  .grid .corner .column-axis::after { content: ' →'; }
  .grid .corner .row-axis::after { content: ' ↓'; }
  .grid .corner:dir(rtl) .column-axis::after { content: ' ←'; }
  .grid th button { border: none; background: none; color: inherit; padding: 0.15rem 0.25rem; border-radius: 0.35rem; min-block-size: 1.5rem; line-height: 1.2; }
  .grid th button:hover { background: var(--_hover); }
  .grid th.total button { font-weight: 600; }
  .grid :is(tbody, tfoot) th button { inline-size: 100%; block-size: 100%; min-block-size: 2.75rem; display: flex; align-items: center; gap: 0.25rem; text-align: start; }
  /* Three lines hold every label of the taxonomy; what is longer than a label stands in the tooltip. */
  .grid .label { overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; padding-block: 0.1em; }
  .grid .sorted { color: var(--_focus); font-weight: 700; }

  /* Column headings stand at an angle, so that their whole text stands at the top of a narrow column. */
  .grid thead th { position: relative; vertical-align: bottom; }
  .grid thead th button {
    position: absolute; inset-block-end: 0.15rem; inset-inline-start: calc(50% - 0.4rem); inline-size: 11.5rem; padding: 0.1rem 0.3rem; text-align: start;
    transform: rotate(-50deg); transform-origin: 0 100%; display: flex; align-items: end; gap: 0.2rem; min-block-size: 1.5rem;
  }
  .grid thead th button:dir(rtl) { transform: rotate(50deg); transform-origin: 100% 100%; }
  .grid thead .sorted { order: -1; }

  .grid td button {
    position: relative; display: flex; flex-direction: column; align-items: center; justify-content: center; inline-size: 100%; min-block-size: 3rem; block-size: 100%; padding: 0.1rem 0.1rem 0.3rem; gap: 0.05rem;
    border: 1px solid transparent; border-radius: 0.3rem; line-height: 1.05; overflow: hidden;
  }
  .grid td.total { text-align: center; line-height: 1.15; border-radius: 0.3rem; padding: 0.15rem; }
  .grid td.total:focus-visible { outline: 3px solid var(--_focus); outline-offset: -1px; }
  .grid td.corner:focus-visible { outline: 3px solid var(--_focus); outline-offset: -3px; }
  .grid td.total :is(.count, .word) { display: block; text-align: center; }
  .grid .total .count { font-weight: 600; }
  .grid .count { font-size: 0.9375rem; font-weight: 600; display: inline-flex; align-items: baseline; justify-content: center; gap: 0.2rem; }
  .grid .beyond { font-size: 0.6875rem; font-weight: 400; border-block-end: 1px dotted currentColor; }
  .grid .word { font-size: 0.6875rem; }
  .grid .total .gap-count { inline-size: fit-content; margin-inline: auto; padding: 0 0.3rem; border-radius: 0.2rem; background: var(--_gap); color: var(--_on-gap); font-weight: 600; }
  .grid .own { display: none; }
  .grid .flag { font-size: 0.625rem; font-weight: 700; text-transform: uppercase; letter-spacing: 0.04em; padding: 0 0.3rem; border-radius: 0.2rem; background: var(--_gap); color: var(--_on-gap); }
  .grid td button:focus-visible { outline: 3px solid var(--_focus); outline-offset: 1px; z-index: 1; }
  .grid .open button { box-shadow: 0 0 0 2px var(--_foreground), inset 0 0 0 2px var(--_background); z-index: 1; }
  .grid .marked button::after { content: ''; position: absolute; inset-block: 0; inset-inline-start: 0; inline-size: 0.3rem; background: var(--_selection); border-inline-end: 1px solid var(--_background); }

  .matrix-legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0.5rem 0.75rem 0.25rem; border-block-start: 1px solid var(--_line); font-size: 0.8125rem; }
  .matrix-legend ul { display: flex; flex-wrap: wrap; gap: 0.25rem 0.9rem; margin: 0; padding: 0; list-style: none; }
  .matrix-legend li { display: flex; align-items: center; gap: 0.35rem; }
  .matrix-legend .shades { gap: 0.25rem 0.5rem; }
  .matrix-legend .number { color: var(--_muted); font-variant-numeric: tabular-nums; }
  .sample { flex: none; inline-size: 1.6rem; block-size: 1.25rem; border-radius: 0.25rem; border: 1px solid var(--_line); position: relative; overflow: hidden; }
  .matrix-scope { margin: 0; padding: 0.15rem 0.75rem 0.5rem; font-size: 0.75rem; color: var(--_muted); }
  .matrix-scope .sources { display: inline; }
  .matrix-scope .sources span { margin-inline-end: 0.6rem; }
  /* The status line below says the same. */
  .frame:has(> .status) .matrix-scope .sources { display: none; }
`;

/** What cells look like: shade by works, pattern by state. */
export const matrixCellStyles = css`
  .matrix {
    --_shade-1: color-mix(in oklab, var(--_heat) 12%, var(--_panel));
    --_shade-2: color-mix(in oklab, var(--_heat) 28%, var(--_panel));
    --_shade-3: color-mix(in oklab, var(--_heat) 48%, var(--_panel));
    --_shade-4: color-mix(in oklab, var(--_heat) 72%, var(--_panel));
    --_shade-5: var(--_heat);
  }
  .shade-0 { --_shade: var(--_panel); }
  .shade-1 { --_shade: var(--_shade-1); }
  .shade-2 { --_shade: var(--_shade-2); }
  .shade-3 { --_shade: var(--_shade-3); }
  .shade-4 { --_shade: var(--_shade-4); }
  .shade-5 { --_shade: var(--_shade-5); }
  /* Black or white, whichever has the greater contrast with whatever colour the page gives: the two are even at luminance 0.179, with 4.58 : 1. */
  .cell > button, .sample {
    --_ink: color(from var(--_shade) xyz-d65 clamp(0, (0.179 - y) * 10000, 0.9505) clamp(0, (0.179 - y) * 10000, 1) clamp(0, (0.179 - y) * 10000, 1.0891));
    background: var(--_shade); color: var(--_ink);
  }
  .cell > button:hover { background: var(--_shade); box-shadow: 0 0 0 2px var(--_foreground); }
  /* The foot of a cell tells its state as a line does: symmetric, so the same from right to left. */
  .cell > button::before, .sample::before { content: ''; position: absolute; inset-inline: 0; inset-block-end: 0; block-size: 0.3rem; pointer-events: none; }
  .state-being-filled > button::before, .sample.state-being-filled::before { background: repeating-linear-gradient(90deg, var(--_ink) 0 0.35rem, transparent 0.35rem 0.6rem); }
  .state-informative-only > button::before, .sample.state-informative-only::before {
    background: radial-gradient(circle, var(--_ink) 0 0.08rem, transparent 0.1rem) center / 0.35rem 100%; }
  .state-ageing > button::before, .sample.state-ageing::before { border-block: 1px solid var(--_ink); block-size: 0.25rem; inset-inline: 0.3rem; inset-block-end: 0.1rem; }
  .state-single-source > button::before, .sample.state-single-source::before { background: var(--_ink); inset-inline: calc(50% - 0.35rem); inset-block-end: 0.1rem; block-size: 0.2rem; border-radius: 0.1rem; }
  .state-crowded > button::before, .sample.state-crowded::before { background: var(--_ink); }
  .grid .state-uncovered > button, .sample.state-uncovered { border: 1px dashed var(--_mark); }
  .grid .state-filtered-out > button, .sample.state-filtered-out { border: 2px dotted var(--_mark); }
  .grid .state-no-data > button, .sample.state-no-data { border: 1px solid var(--_faint); background-image: repeating-linear-gradient(135deg, var(--_faint) 0 1px, transparent 1px 5px); }
  .state-no-data > button:hover { background-image: repeating-linear-gradient(135deg, var(--_faint) 0 1px, transparent 1px 5px); }
  :is(.state-no-data, .state-not-applicable) :is(.word, .count) { background: var(--_panel); border-radius: 0.2rem; padding: 0 0.2rem; }
  .grid .state-not-applicable > button, .sample.state-not-applicable { background: radial-gradient(circle, var(--_faint) 0 1px, transparent 1.5px) center / 8px 8px; --_ink: var(--_muted); }
  .grid .gap > button, .sample.gap { border: 3px solid var(--_gap); }
  .grid .gap > button { padding-block-end: 0.4rem; }
  .matrix.lens .shades { display: none; }
  .matrix.lens :is(.cell, .sample):not(.gap) { --_shade: var(--_panel); }
  .matrix.lens .sample:is(.state-covered, .state-crowded) { border: 1px solid var(--_faint); --_ink: var(--_muted); }
  .matrix.lens .cell:is(.state-covered, .state-crowded):not(.gap) > button { --_ink: var(--_muted); }
  .matrix.lens .cell:is(.state-ageing, .state-single-source) > button { border-color: var(--_mark); }
  .matrix.lens .cell.gap { --_shade: color-mix(in oklab, var(--_gap) 14%, var(--_panel)); }

  @media (forced-colors: active) {
    .cell > button, .sample { forced-color-adjust: none; --_ink: CanvasText; --_mark: CanvasText; --_faint: CanvasText; --_panel: Canvas; --_gap: CanvasText; --_on-gap: Canvas; background-color: Canvas; color: CanvasText; border-color: CanvasText; }
    .grid .total .gap-count { background: Canvas; color: CanvasText; }
    .cell :is(.word, .count) { background: Canvas; padding-inline: 0.15rem; }
    .matrix-legend .shades { display: none; }
    .cell > button:focus-visible { outline-color: Highlight; }
    .grid .gap > button, .sample.gap { border-color: CanvasText; }
  }
`;

/** The open cell. */
export const matrixDetailStyles = css`
  .matrix-detail {
    flex: none; inline-size: 23rem; overflow: auto; scrollbar-width: thin; background: var(--_panel); border-inline-start: 1px solid var(--_line);
    padding: 0.75rem 1rem 1.5rem; overflow-wrap: anywhere;
  }
  .matrix-detail header { display: flex; align-items: start; gap: 0.5rem; }
  .matrix-detail h2 { flex: 1; margin: 0; font-size: 1.0625rem; line-height: 1.3; outline-offset: 3px; }
  .matrix-detail h2:focus-visible { outline: 2px solid var(--_focus); }
  .matrix-detail h3 { font-size: 0.8125rem; margin: 1rem 0 0.25rem; color: var(--_muted); font-weight: 600; }
  .matrix-detail .state { display: flex; align-items: center; gap: 0.5rem; margin-block: 0.5rem 0.25rem; }
  .matrix-detail p { margin-block: 0.25rem; }
  .matrix-detail .small { color: var(--_muted); font-size: 0.8125rem; }
  .matrix-detail blockquote { margin: 0.25rem 0; }
  .matrix-detail ul { list-style: none; margin: 0; padding: 0; }
  .matrix-detail ol { margin: 0.25rem 0 0; padding-inline-start: 1.25rem; font-size: 0.8125rem; }
  .matrix-detail .why { margin-block: 0.5rem; }
  .matrix-detail summary { cursor: pointer; min-block-size: 1.5rem; font-size: 0.8125rem; font-weight: 600; color: var(--_muted); }
  .matrix-detail .steps li { padding-block: 0.15rem; }
  .matrix-detail .steps li:not(.holds) { color: var(--_muted); }
  .matrix-detail .steps q { display: block; }
  .matrix-detail dl { display: grid; grid-template-columns: auto 1fr; gap: 0.15rem 0.75rem; margin-block: 0.25rem 0; }
  .matrix-detail dt { color: var(--_muted); }
  .matrix-detail dd { margin: 0; }
  .matrix-detail .shares { max-inline-size: 28rem; }
  .matrix-detail .shares li { display: grid; grid-template-columns: 6.5rem 1fr auto; gap: 0.5rem; align-items: center; min-block-size: 1.5rem; }
  .matrix-detail .bar { inline-size: 100%; block-size: 0.6rem; background: var(--_hover); border-radius: 0.2rem; }
  .matrix-detail .bar rect { fill: var(--_heat); }
  .matrix-detail .bar:dir(rtl) { transform: scaleX(-1); }
  .matrix-detail .works li { padding-block: 0.35rem; border-block-end: 1px dotted var(--_line); }
  .matrix-detail .works .title { display: block; }
  .matrix-detail .works .chosen { border-inline-start: 3px solid var(--_selection); padding-inline-start: 0.5rem; }
  .matrix-detail .near { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  @media (forced-colors: active) {
    .matrix-detail .bar { forced-color-adjust: none; background: Canvas; border: 1px solid CanvasText; }
    .matrix-detail .bar rect { fill: CanvasText; }
  }
`;

/** The matrix on wide and narrow screens and on paper. */
export const matrixRoomStyles = css`
  /* Where columns are wide enough for the longest word, headings stand level. */
  @container standards-map (min-width: 56rem) {
    .grid.level { --_head: 4.5rem; }
    .grid.level thead th button { position: static; transform: none; inline-size: 100%; align-items: center; text-align: center; flex-direction: column; text-wrap: balance; }
  }
  @container standards-map (min-width: 110rem) {
    .matrix { --_head: 11.25rem; }
    .grid { font-size: 0.9375rem; }
    .grid thead th button { inline-size: 12.25rem; }
    .grid td button { min-block-size: 3.6rem; }
    .grid .count { font-size: 1.125rem; }
    .grid .word, .grid .beyond, .grid .flag { font-size: 0.75rem; }
    .matrix .scroll { scroll-padding-block-start: 11.5rem; }
  }
  /* What opens beside the map stands beside the matrix, in the place of its open cell. */
  .frame:has(> .toolbar .lenses) .gap-lens { display: none; }
  .stage:has(> .detail) .matrix-detail { display: none; }
  @container standards-map (min-width: 60.01rem) {
    .stage:has(> .detail) > .matrix { inset-inline-end: 23rem; }
    .stage:has(> .detail.wide) > .matrix { inset-inline-end: clamp(23rem, 47%, 44rem); }
  }
  @container standards-map (min-width: 110rem) {
    .stage:has(> .detail:not(.wide)) .matrix-detail { display: block; }
  }
  @container standards-map (max-width: 60rem) {
    .matrix-middle { flex-direction: column; }
    .matrix-sheet { min-block-size: 45%; }
    .matrix-middle:has(.matrix-detail) :is(.matrix-legend, .matrix-scope) { display: none; }
    .matrix-detail { inline-size: auto; max-block-size: 55%; border-inline-start: none; border-block-start: 2px solid var(--_line); }
  }
  @container standards-map (max-width: 37.5rem) {
    .matrix { overflow: auto; }
    .matrix-middle { display: block; flex: none; }
    .matrix { scroll-padding-block-start: 3rem; }
    .matrix:has(.matrix-detail) { scroll-padding-block-end: calc(min(20rem, 45svh) + 0.5rem); }
    .matrix-detail { position: sticky; inset-block-end: 0; z-index: 4; max-block-size: min(20rem, 45svh); border-start-start-radius: 1rem; border-start-end-radius: 1rem; box-shadow: 0 0 1.5rem rgb(0 0 0 / 0.25); }
    .matrix-tools { padding: 0.4rem 0.5rem; display: grid; grid-template-columns: 1fr auto 1fr; gap: 0.35rem; align-items: end; }
    .matrix-tools label { flex-direction: column; align-items: stretch; gap: 0; }
    .matrix-tools label:nth-of-type(even), .matrix-tools .gap-lens { grid-column: 3; }
    .matrix-tools .gap-lens { grid-column: 1 / -1; }
    .matrix-tools label:nth-of-type(3) { grid-column: 1; }
    .matrix-tools select { min-inline-size: 0; inline-size: 100%; min-block-size: 2.25rem; max-inline-size: none; }
    .matrix-tools button { min-block-size: 2.25rem; }
    .matrix-tools .swap { inline-size: 2.25rem; margin: 0; }
    .matrix .scroll { overflow: visible; }
    .grid, .grid tbody, .grid tfoot { display: block; min-inline-size: 0; inline-size: auto; margin: 0; }
    .grid:is(.brief, .level) { inline-size: auto; margin: 0; }
    .grid thead { display: none; }
    .grid tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.25rem, 1fr)); gap: 4px; padding: 0 0.5rem 0.75rem; }
    .grid th { grid-column: 1 / -1; z-index: 3; }
    .grid tbody th, .grid tfoot th { inline-size: auto; inset-block-start: 0; border-block-end: 1px solid var(--_line); font-weight: 600; font-size: 0.9375rem; }
    .grid td button { min-block-size: 4rem; block-size: 100%; flex-flow: row wrap; align-content: center; column-gap: 0.4rem; padding: 0.3rem 0.35rem 0.5rem; }
    .grid .own { display: block; line-height: 1.25; inline-size: 100%; text-align: center; font-size: 0.75rem; overflow-wrap: anywhere; }
    .grid td.total { display: flex; flex-flow: row wrap; align-content: center; align-items: baseline; justify-content: center; gap: 0 0.4rem; border: 1px solid var(--_line); min-block-size: 4rem; }
  }
  .matrix-title { display: none; }
`;

/** On paper, A4 landscape: the table alone, light, as tall as it is, with the open cell below. */
export const matrixPrintStyles = css`
  @media print {
    /* A page may give the map a height, which on paper would cut the table off. */
    :host(:state(matrix)) {
      color-scheme: only light; block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important; aspect-ratio: auto !important;
      overflow: visible !important; border: none !important; container-type: normal;
    }
    .frame:has(.matrix) { position: static; display: block; }
    .frame:has(.matrix) :is(.middle, .stage) { display: block; }
    .frame:has(.matrix) :is(.toolbar, .filters, .surface, .status, .stage > .detail) { display: none; }
    .matrix { position: static; display: block; --_row-heading: 9.5rem; --_cell: 3.4rem; }
    .matrix-title { display: block; margin: 0 0 0.25rem; font-size: 1.125rem; }
    .matrix-tools { display: none; }
    .matrix :is(.matrix-middle, .matrix-sheet, .scroll) { display: block; overflow: visible; max-block-size: none; }
    .matrix :is(.cell > button, .sample, .flag, .bar) { print-color-adjust: exact; }
    .grid { font-size: 0.75rem; }
    .grid :is(thead, .corner), .grid :is(tbody, tfoot) th { position: static; }
    .grid tr { break-inside: avoid; }
    .grid td button, .grid :is(tbody, tfoot) th button { min-block-size: 2.5rem; }
    .matrix .sources, .frame:has(> .status) .matrix-scope .sources { display: inline; }
    .stage .matrix-detail { display: block; inline-size: auto; max-block-size: none; overflow: visible; border: none; break-before: page; }
    .matrix-detail :is(.icon, .only) { display: none; }
  }
`;

/** All of them. */
export const matrixSheets = [matrixStyles, matrixCellStyles, matrixDetailStyles, matrixRoomStyles, matrixPrintStyles];
