import { css } from 'lit';

/** The table: tools, and rows of one height in a box of their own. */
export const tableStyles = css`
  .table-view { --_row: 2.125rem; --_pick: 2.25rem; position: absolute; inset: 0; z-index: 2; display: flex; flex-direction: column; background: var(--_background); color: var(--_foreground); font-size: 0.8125rem; }
  .table-tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.75rem; padding: 0.4rem 0.75rem; border-block-end: 1px solid var(--_line); background: var(--_panel); }
  .table-tools label { display: inline-flex; align-items: center; gap: 0.4rem; min-inline-size: 0; }
  .table-tools label span { color: var(--_muted); }
  .table-tools :is(select, button) { min-block-size: 1.9rem; }
  .table-tools select { max-inline-size: 13rem; border: 1px solid var(--_line); border-radius: 0.4rem; background: var(--_panel); padding: 0.1rem 0.3rem; }
  .table-tools .sum { flex: 1 1 12rem; min-inline-size: 0; margin: 0; color: var(--_muted); }
  .table-middle { position: relative; flex: 1; min-block-size: 0; }
  .table-box { position: absolute; inset: 0; overflow: auto; overflow-anchor: none; outline: none; scrollbar-width: thin; scroll-padding: calc(var(--_row) + 2px) 1px 1px; scroll-padding-inline-start: calc(var(--_pick) + 13em); font-variant-numeric: tabular-nums; }
  .table-head { position: sticky; inset-block-start: 0; z-index: 3; }
  .table-body { position: relative; contain: layout style; }
  .table-head, .table-body { inline-size: max(100%, calc(var(--_pick) + var(--_least, 100em))); }
  .table-box .line { display: grid; grid-template-columns: var(--_pick) var(--_tracks); block-size: var(--_row); border-block-end: 1px solid var(--_line); background: var(--_background); }
  .table-body .line { position: absolute; inset-inline: 0; contain: layout style; }
  .table-body .line:hover { background: var(--_hover); }
  .table-box .line > * { padding-inline: 0.5rem; min-inline-size: 0; line-height: calc(var(--_row) - 1px); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; background: inherit; }
  .table-box .line > :is(.pick, .pick + *) { position: sticky; inset-inline-start: 0; z-index: 1; }
  .table-box .line > .pick + * { inset-inline-start: var(--_pick); border-inline-end: 1px solid var(--_line); }
  /* A title in a script of the other direction is cut at its end, not at its beginning. */
  .table-box .c-title:not(.table-head *) { unicode-bidi: plaintext; }
  .table-box :is(.c-editions, .c-overlaps, .c-relations) { text-align: end; }
  .table-box .c-id { font-weight: 600; }
  .table-box .none { color: var(--_muted); }
  .table-head .line { background: var(--_panel); font-weight: 600; border-block-end: 2px solid var(--_line); }
  .table-head button { display: flex; align-items: center; gap: 0.25rem; inline-size: 100%; block-size: 100%; min-block-size: 1.5rem; padding: 0; border: none; border-radius: 0; background: none; font-weight: 600; line-height: 1.2; text-align: start; }
  .table-head .name { overflow: hidden; text-overflow: ellipsis; }
  .table-head button:hover .name { text-decoration: underline; }
  .table-head :is(.c-editions, .c-overlaps, .c-relations) button { justify-content: end; }
  .table-head .way { color: var(--_focus); flex: none; }
  .table-box :is(.line > *, a, button):focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
  .table-box .state { display: inline-flex; align-items: center; gap: 0.35rem; }
  .table-box .state svg, .table-paper .state svg { inline-size: 0.9rem; block-size: 0.9rem; flex: none; }
  .table-box .pick { cursor: pointer; display: grid; place-items: center; padding: 0; }
  .box { display: grid; place-items: center; inline-size: 1.05rem; block-size: 1.05rem; border: 1.5px solid var(--_muted); border-radius: 0.25rem; background: var(--_panel); line-height: 1; font-weight: 700; }
  .table-body .chosen { background: var(--_tint); }
  .chosen .box { border-color: var(--_selection); background: var(--_selection); color: var(--_on-selection); }
  .chosen .box::after { content: '✓'; font-size: 0.8125rem; }
  .chosen .pick { box-shadow: inset 3px 0 var(--_selection); }
  .chosen .pick:dir(rtl) { box-shadow: inset -3px 0 var(--_selection); }
  .table-box .group, .table-box .group > * { background: var(--_hover); display: block; padding: 0; }
  .table-box .group > * { position: sticky; inset-inline-start: 0; inline-size: fit-content; max-inline-size: 100%; }
  .table-box .group button { display: flex; align-items: center; gap: 0.5rem; max-inline-size: 100%; block-size: calc(var(--_row) - 1px); padding-inline: 0.75rem; border: none; border-radius: 0; background: none; font-weight: 600; text-align: start; }
  .group button bdi { overflow: hidden; text-overflow: ellipsis; }
  .group .count { color: var(--_muted); font-weight: 400; }
  .turn::before { content: '▾'; display: inline-block; inline-size: 0.75rem; }
  [aria-expanded='false'] > .turn::before { content: '▸'; }
  [aria-expanded='false'] > .turn:dir(rtl)::before { content: '◂'; }
  .table-paper { display: none; }
`;

/** Which columns there are, beside the rows. */
export const tableColumnsStyles = css`
  .table-columns { position: absolute; inset-block-start: 0; inset-inline-start: 0; z-index: 5; inline-size: min(24rem, 100%); max-block-size: 100%; overflow: auto; scrollbar-width: thin; padding: 0.5rem 0.75rem 0.75rem; background: var(--_panel); border: 1px solid var(--_line); border-block-start: none; box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.2); }
  .table-columns header { display: flex; align-items: center; justify-content: space-between; gap: 0.5rem; }
  .table-columns h2 { margin: 0; font-size: 0.9375rem; }
  .table-columns .small { margin-block: 0.25rem; color: var(--_muted); }
  .table-columns .buttons { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-block: 0.35rem; }
  .table-columns ul { list-style: none; margin: 0; padding: 0; }
  .table-columns li { display: flex; align-items: center; gap: 0.25rem; }
  .table-columns label { flex: 1; min-inline-size: 0; display: flex; align-items: center; gap: 0.5rem; min-block-size: 2rem; cursor: pointer; }
  .table-columns input { accent-color: var(--_focus); inline-size: 1rem; block-size: 1rem; margin: 0; flex: none; }
  .table-columns .way { flex: none; min-inline-size: 2rem; padding-inline: 0.25rem; }
  .table-columns .way:disabled { opacity: 0.35; cursor: default; }
`;

/** The table beside panels, on narrow screens, under a finger and with forced colours. */
export const tableRoomStyles = css`
  @container standards-map (min-width: 60.01rem) {
    .stage:has(> .detail) > .table-view { inset-inline-end: 23rem; }
    .stage:has(> .detail.wide) > .table-view { inset-inline-end: clamp(23rem, 47%, 44rem); }
  }
  @container standards-map (max-width: 37.5rem) {
    .table-view { --_row: 3.5rem; --_cards: 1; --_pick: 2.75rem; }
    .table-tools { padding: 0.35rem 0.5rem; }
    .table-tools :is(select, button) { min-block-size: 2.25rem; }
    .table-tools .sum { flex-basis: 100%; }
    .table-head { display: none; }
    .table-box { scroll-padding: 1px; }
    .table-head, .table-body { inline-size: 100%; }
    .table-box.cards .line { grid-template-columns: var(--_pick) minmax(0, 1fr); }
    .table-box.cards .card { position: static; border: none; display: flex; flex-direction: column; justify-content: center; gap: 0.1rem; padding-inline: 0 0.5rem; line-height: 1.35; cursor: pointer; }
    .card .first { display: flex; align-items: center; gap: 0.5rem; min-inline-size: 0; }
    .card .id { font-weight: 600; overflow: hidden; text-overflow: ellipsis; }
    .card .other { flex: 1; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; color: var(--_muted); }
    .card .state { flex: none; }
    .card .title { overflow: hidden; text-overflow: ellipsis; }
    .table-columns li { min-block-size: 2.75rem; }
    .table-columns .way { min-inline-size: 2.75rem; min-block-size: 2.5rem; }
    .stage:has(> .detail) > .table-view { inset-block-end: 58%; }
    .stage:has(> .detail) .table-tools { display: none; }
  }
  @media (pointer: coarse) {
    .table-view { --_pick: 2.75rem; }
  }
  @media (forced-colors: active) {
    .table-body .chosen, .chosen .box { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: HighlightText; --_foreground: HighlightText; --_muted: HighlightText; }
    .chosen a { color: HighlightText; }
  }
`;

/** On paper: the table alone, light, in rows below each other, with its headings on every page. */
export const tablePrintStyles = css`
  @media print {
    /* A page may give the map a height, which on paper would cut the table off. */
    :host(:state(table)) {
      color-scheme: only light; block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important; aspect-ratio: auto !important;
      overflow: visible !important; border: none !important; container-type: normal;
    }
    .frame:has(.table-view) { position: static; display: block; }
    .frame:has(.table-view) :is(.middle, .stage) { display: block; }
    .frame:has(.table-view) :is(.toolbar, .chips, .filters, .surface, .status, .notices, .stage > .detail) { display: none; }
    .stage > .table-view { position: static; display: block; background: none; }
    .table-view :is(.table-tools, .table-middle) { display: none; }
    .table-paper { display: block; font-size: 6.5pt; line-height: 1.3; }
    .table-paper h2 { margin: 0 0 0.15rem; font-size: 12pt; }
    .table-paper p { margin: 0 0 0.25rem; }
    .table-paper .sources { display: inline; }
    .table-paper table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
    .table-paper thead { display: table-header-group; }
    .table-paper tr { break-inside: avoid; }
    .table-paper :is(th, td) { border-block-end: 0.5pt solid #999; padding: 1.5pt 3pt 1.5pt 0; text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: break-word; hyphens: auto; }
    .table-paper thead th { border-block-end: 1pt solid #000; font-weight: 600; }
    .table-paper .c-id { font-weight: 600; hyphens: none; }
    .table-paper .below { display: block; color: #444; }
    .table-paper time { white-space: nowrap; }
    .table-paper .group th { padding-block-start: 6pt; font-weight: 600; break-after: avoid; }
    .table-paper :is(.c-editions, .c-overlaps, .c-relations) { text-align: end; }
    .table-paper .state { display: inline; }
    .table-paper .state svg { inline-size: 7pt; block-size: 7pt; margin-inline-end: 2pt; vertical-align: -1pt; }
    .table-paper a { color: inherit; text-decoration: none; }
    .table-paper a .hidden { display: none; }
  }
  /* Turned on its side, the paper has room for larger letters. */
  @media print and (min-width: 240mm) {
    .table-paper { font-size: 8pt; }
  }
`;

/** All of them. */
export const tableSheets = [tableStyles, tableColumnsStyles, tableRoomStyles, tablePrintStyles];
