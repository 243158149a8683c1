import { css } from 'lit';

/** Committees by committees: narrow cells, marks of liaisons and candidates, the list beside it. */
export const committeeStyles = css`
  .grid.by-committee { --_cell: 2.5rem; --_head: 10.5rem; inline-size: calc(var(--_row-heading) + var(--_columns) * (var(--_cell) + 2px)); min-inline-size: 0; margin-inline-end: 6rem; }
  .grid.by-committee .heading .label { -webkit-line-clamp: 2; }
  .grid.by-committee tbody tr { block-size: 2.25rem; }
  .grid.by-committee tbody th button { min-block-size: 2.25rem; }
  .grid.by-committee td button { min-block-size: 2.25rem; padding: 0.05rem 0.1rem 0.2rem; gap: 0; }
  .grid.by-committee .count { font-size: 0.8125rem; }
  .grid .candidates, .sample .candidates { font-weight: 600; white-space: nowrap; }
  .sample .candidates { position: absolute; inset: 0; text-align: center; line-height: 1.15rem; font-size: 0.75rem; }
  .grid .nothing > button { border: 1px solid var(--_faint); }
  .grid .self > button, .sample.self { --_shade: var(--_panel); border: 1px dashed var(--_mark); }
  .grid .attention > button, .sample.attention { border: 2px solid var(--_overlap); }
  /* A line at the foot: whole for a liaison, broken for kin */
  .duo.liaison > button::before, .sample.duo.liaison::before { background: var(--_ink); block-size: 0.25rem; }
  .duo.kin:not(.liaison) > button::before, .sample.duo.kin::before { background: repeating-linear-gradient(90deg, var(--_ink) 0 0.3rem, transparent 0.3rem 0.5rem); block-size: 0.2rem; }
  .matrix.committees .matrix-tools select { max-inline-size: 13rem; }
  .matrix-first { flex: none; inline-size: 20rem; overflow: auto; scrollbar-width: thin; background: var(--_panel); border-inline-start: 1px solid var(--_line); padding: 0.75rem 1rem 1.5rem; overflow-wrap: anywhere; }
  .matrix-first h2 { margin: 0 0 0.5rem; font-size: 1rem; }
  .matrix-first ol { margin: 0; padding-inline-start: 1.5rem; }
  .matrix-first li { margin-block-end: 0.5rem; }
  .matrix-first .text { vertical-align: top; }
  .matrix-first .small { display: block; color: var(--_muted); font-size: 0.8125rem; }
  .stage:has(> .detail) .matrix-first { display: none; }
  @container standards-map (max-width: 60rem) {
    .matrix-first { inline-size: auto; max-block-size: 35%; border-inline-start: none; border-block-start: 1px solid var(--_line); }
  }
  @container standards-map (max-width: 37.5rem) {
    .matrix-first { max-block-size: none; }
    .grid.by-committee { inline-size: auto; margin: 0; }
    .grid.by-committee tbody tr { block-size: auto; }
    .grid.by-committee .nothing { display: none; }
    .grid.by-committee td button { min-block-size: 3.5rem; }
    .grid.by-committee .count { font-size: 0.9375rem; }
    .grid.by-committee .count + .candidates { margin-inline-start: 0.4rem; }
    .matrix.committees .matrix-tools select { max-inline-size: none; }
    .matrix.committees .matrix-tools label:nth-of-type(3) { grid-column: 1 / 3; }
    .matrix.committees .by-committees { grid-column: 3; }
  }
  @media (forced-colors: active) {
    .cell.duo > button, .sample.duo { --_overlap: CanvasText; }
  }
  @media print {
    .matrix-first { display: block; inline-size: auto; border: none; break-before: page; }
    .matrix.committees { --_cell: 1.6rem; }
  }
`;
