import { css } from 'lit';

/** Frame, toolbar, surface and status line. */
export const frameStyles = css`
  :host {
    display: block;
    position: relative;
    /* Nothing inside makes it larger: the frame lies over it. */
    container: standards-map / size;
    /* Else the ratio would make the width of a height that the page sets, beyond the page. */
    inline-size: 100%;
    box-sizing: border-box;
    aspect-ratio: var(--sm-aspect-ratio, 16 / 10);
    min-block-size: 30rem;
    background: var(--_background);
    --_font: var(--sm-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font: 400 0.875rem/1.45 var(--_font);
    text-align: start;
    overflow: hidden;
  }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }
  .frame {
    position: absolute; inset: 0; display: flex; flex-direction: column; background: var(--_background); color: var(--_foreground);
    /* Again: what a page says of every element, such as a reset, is heard by the host, and would be inherited from it. */
    --_font: var(--sm-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font: 400 0.875rem/1.45 var(--_font);
    letter-spacing: normal; word-spacing: normal; text-transform: none; text-indent: 0; text-align: start; white-space: normal; cursor: auto;
  }
  .middle { position: relative; flex: 1; min-block-size: 0; display: flex; }
  .stage { position: relative; flex: 1; min-inline-size: 0; }
  .surface { position: absolute; inset: 0; outline: none; cursor: grab; }
  .surface:active { cursor: grabbing; }
  .surface.over { cursor: pointer; }
  .surface:focus-visible { outline: 3px solid var(--_focus); outline-offset: -3px; }
  .probe {
    position: absolute; inline-size: 0; block-size: 0; overflow: hidden; visibility: hidden;
    font-size: var(--sm-label-size, 12px);
  }
  /* What it would inherit of the probe may be on its way. */
  .reader { transition: none; font-family: var(--_font); font-size: var(--sm-label-size, 12px); }
  button, input, select { font: inherit; color: inherit; }
  button {
    min-block-size: 2rem; padding: 0.25rem 0.75rem; border: var(--_border) solid var(--_line); border-radius: 0.5rem;
    background: var(--_panel); cursor: pointer;
  }
  button:hover { background: var(--_hover); }
  :is(button, input, select, a, summary):focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
  button[aria-pressed='true'] { background: var(--_tint); border-color: var(--_focus); font-weight: 600; }
  .icon { inline-size: 2rem; padding: 0; display: grid; place-items: center; }
  .icon svg { inline-size: 1.1rem; block-size: 1.1rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  .text { border: none; background: none; padding: 0.1rem 0.25rem; margin-inline-start: -0.25rem; min-block-size: 1.5rem; color: var(--_focus); text-align: start; }
  .text:hover { text-decoration: underline; background: none; }
  a { color: var(--_focus); }
  .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .toolbar {
    display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; padding: 0.5rem 0.75rem;
    border-block-end: var(--_border) solid var(--_line); background: var(--_panel); position: relative; z-index: 5;
  }
  .search { position: relative; flex: 1 1 11.5rem; max-inline-size: 34rem; }
  .search input {
    inline-size: 100%;
    box-sizing: border-box; min-block-size: 2.25rem; padding-inline: 2.25rem 2.5rem; border: var(--_border) solid var(--_line); border-radius: 1.25rem;
    background: var(--_background);
  }
  .search svg { position: absolute; inset-inline-start: 0.75rem; inset-block-start: 0.65rem; inline-size: 1rem; block-size: 1rem; pointer-events: none;
    fill: none; stroke: var(--_muted); stroke-width: 2; stroke-linecap: round; }
  .search input::placeholder { color: var(--_muted); opacity: 1; }
  .search .help { position: absolute; inset-block-start: 0.125rem; inset-inline-end: 0.25rem; border: none; border-radius: 50%; background: none; color: var(--_muted); font-weight: 700; }
  .search .help:is(:hover, [aria-expanded='true']) { background: var(--_tint); color: var(--_foreground); }
  .scope { display: inline-flex; max-inline-size: 100%; }
  .scope button { max-inline-size: 16rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-radius: 0; margin-inline-start: -1px; }
  .scope button:first-child { border-start-start-radius: 0.5rem; border-end-start-radius: 0.5rem; margin: 0; }
  .scope button:last-child { border-start-end-radius: 0.5rem; border-end-end-radius: 0.5rem; }
  .chips { display: flex; flex-wrap: wrap; gap: 0.35rem; padding: 0.4rem 0.75rem; border-block-end: var(--_border) solid var(--_line); background: var(--_panel); align-items: center; }
  .chip { max-inline-size: min(100%, 24rem); display: inline-flex; align-items: center; gap: 0.35rem; min-block-size: 1.6rem; padding: 0.05rem 0.6rem; border-radius: 1rem; background: var(--_tint); border-color: transparent; font-size: 0.8125rem; }
  .chip bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .chip::after { content: '×'; font-weight: 700; }
  .problem { overflow-wrap: anywhere; color: var(--_selection); inline-size: 100%; margin: 0; }

  .zoom { position: absolute; inset-block-end: 0.75rem; inset-inline-end: 0.75rem; display: flex; flex-direction: column; gap: 0.25rem; z-index: 2; }
  .arranged:not(.hidden) {
    position: absolute; inset-block-start: 0.75rem; inset-inline: 0.75rem; margin-inline: auto; inline-size: fit-content; max-inline-size: min(36rem, 100% - 1.5rem);
    z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; padding: 0.35rem 0.75rem; border: 1px solid var(--_line); border-radius: 1rem;
    background: var(--_panel); box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.15); font-size: 0.8125rem; overflow-wrap: anywhere; max-block-size: 50%; overflow: auto;
  }
  .arranged p { margin: 0; flex: 1 1 10rem; min-inline-size: 0; }
  .status {
    display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; padding: 0.35rem 0.75rem; border-block-start: var(--_border) solid var(--_line); max-block-size: 25cqb; overflow: auto; overflow-wrap: anywhere;
    background: var(--_panel); font-size: 0.8125rem; color: var(--_muted); z-index: 3;
  }
  .status strong { color: var(--_foreground); font-weight: 600; }
  .status .sources { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  .notices { position: absolute; inset-block-start: 0.75rem; inset-inline: 0.75rem; margin-inline: auto; max-inline-size: 40rem; z-index: 8; display: grid; gap: 0.4rem; pointer-events: none; }
  .notice {
    margin: 0; display: flex; gap: 0.5rem; align-items: start; padding: 0.4rem 0.4rem 0.4rem 0.75rem; border: 1px solid var(--_selection); border-radius: 0.5rem;
    background: var(--_panel); box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.15); overflow-wrap: anywhere; pointer-events: auto; max-block-size: 30cqb; overflow: auto;
  }
  .notice span { flex: 1; min-inline-size: 0; padding-block: 0.25rem; }
  .message {
    position: absolute; inset: 0; display: grid; align-content: center; justify-items: center; gap: 0.75rem; padding: 1.5rem; text-align: center;
    pointer-events: none;
  }
  .message > * { pointer-events: auto; }
  .waiting { position: absolute; inset: 0; overflow: auto; padding: 1.5rem; display: flex; flex-direction: column; gap: 1rem; background: var(--_background); z-index: 2; }
  /* Boxes without a look of their own: where they stand later is not where something moved to. */
  .middle:has(> .stage > .waiting), .stage:has(> .waiting) { visibility: hidden; }
  .middle:has(> .stage > .waiting) > :not(.stage), .stage:has(> .waiting) > :not(.probe) { visibility: visible; }
  /* Below the fallback of the page, which stays where it is. */
  .waiting .busy { order: 1; display: flex; align-items: center; gap: 0.75rem; }
  .failed { border: 1px solid var(--_selection); border-radius: 0.75rem; padding: 1rem 1.25rem; background: var(--_panel); }
  .failed h2 { margin: 0 0 0.5rem; font-size: 1.125rem; }
  .failed ul { margin: 0; padding-inline-start: 1.25rem; overflow-wrap: anywhere; }
  .failed li { margin-block: 0.25rem; }
  .failed .retry { margin-block-start: 0.75rem; }
  .spinner { inline-size: 2rem; block-size: 2rem; border: 3px solid var(--_line); border-block-start-color: var(--_focus); border-radius: 50%; animation: turn 1s linear infinite; }
  .waiting.over { display: block; padding: 0; z-index: 9; }
  /* What grows and moves beneath it is not seen, and takes no focus. */
  .frame:has(> .over) > :not(.over) { visibility: hidden; }
  .over .busy {
    position: absolute; inset-block-end: 0.75rem; inset-inline-start: 0.75rem; z-index: 1; padding: 0.35rem 0.75rem; gap: 0.5rem;
    border: 1px solid var(--_line); border-radius: 1rem; background: var(--_panel); font-size: 0.8125rem;
  }
  .over .busy p { margin: 0; }
  .over .spinner { inline-size: 1rem; block-size: 1rem; border-width: 2px; }
  @keyframes turn { to { rotate: 1turn; } }
  @media (prefers-reduced-motion: reduce) { .spinner { animation: none; } }
`;

/** Filters, legend and details. */
export const panelStyles = css`
  .filters {
    inline-size: 16.5rem; flex: none; overflow: auto; background: var(--_panel); border-inline-end: var(--_border) solid var(--_line); padding: 0.5rem 0.75rem 1rem;
    scrollbar-width: thin;
  }
  .filters header { display: flex; justify-content: space-between; align-items: center; }
  .filters h2 { font-size: 0.9375rem; margin: 0; }
  .filters details { border-block-end: 1px solid var(--_line); padding-block: 0.35rem; }
  .filters summary { cursor: pointer; font-weight: 600; padding-block: 0.25rem; }
  .filters ul { list-style: none; margin: 0; padding: 0; max-block-size: 15rem; overflow: auto; scrollbar-width: thin; }
  .filters label { display: flex; gap: 0.5rem; align-items: center; padding: 0.2rem 0.25rem; border-radius: 0.35rem; cursor: pointer; min-block-size: 1.75rem; }
  .filters label:hover { background: var(--_hover); }
  .filters label span:first-of-type { flex: 1; overflow-wrap: anywhere; }
  .filters .number { color: var(--_muted); font-variant-numeric: tabular-nums; }
  .filters input { accent-color: var(--_focus); margin: 0; inline-size: 1rem; block-size: 1rem; flex: none; }

  .legend {
    position: absolute; inset-block-end: 0.75rem; inset-inline-start: 0.75rem; z-index: 2; background: color-mix(in srgb, var(--_panel) 92%, transparent);
    border: 1px solid var(--_line); border-radius: 0.75rem; padding: 0.35rem 0.75rem; font-size: 0.8125rem; max-inline-size: 15rem; overflow-wrap: anywhere;
    max-block-size: calc(100% - 1.5rem); overflow: auto; scrollbar-width: thin;
  }
  .legend summary { cursor: pointer; font-weight: 600; min-block-size: 1.5rem; }
  .legend ul { list-style: none; margin: 0.35rem 0; padding: 0; }
  .legend li span { min-inline-size: 0; }
  .legend li { display: flex; align-items: center; gap: 0.5rem; min-block-size: 1.3rem; }
  .legend svg { inline-size: 1.1rem; block-size: 1.1rem; flex: none; }
  .legend svg.wide { inline-size: 1.75rem; }
  .legend .head { font-weight: 600; }
  .legend .small { margin-block: 0.35rem; color: var(--_muted); font-size: 0.75rem; }
  .legend .number { flex: none; margin-inline-start: auto; color: var(--_muted); font-variant-numeric: tabular-nums; }
  .legend label { display: grid; grid-template-columns: 5rem 1fr; gap: 0.5rem; align-items: center; margin-block: 0.35rem; }
  .filters .goal-switch { display: grid; gap: 0.2rem; padding-block: 0.35rem 0.5rem; border-block-end: 1px solid var(--_line); font-weight: 600; }
  .filters .goal-switch select { inline-size: 100%; min-inline-size: 0; border: 1px solid var(--_line); border-radius: 0.35rem; background: var(--_panel); padding: 0.2rem 0.3rem; min-block-size: 1.75rem; font-weight: 400; font-size: 0.8125rem; }
  .legend label select { inline-size: 100%; min-inline-size: 0; }
  .legend select { border: 1px solid var(--_line); border-radius: 0.35rem; background: var(--_panel); padding: 0.1rem 0.25rem; min-block-size: 1.75rem; }

  .detail {
    position: absolute; inset-block: 0; inset-inline-end: 0; z-index: 6; inline-size: 23rem; max-inline-size: 85%; overflow: auto; background: var(--_panel);
    border-inline-start: var(--_border) solid var(--_line); box-shadow: 0 0 1.5rem rgb(0 0 0 / 0.12); padding: 0.75rem 1rem 1.5rem; scrollbar-width: thin; overflow-wrap: anywhere;
    scroll-padding-block-start: 5rem;
  }
  .stage:has(.detail) .zoom { inset-inline-end: 23.75rem; }
  .detail header {
    display: flex; gap: 0.5rem; align-items: start; position: sticky; inset-block-start: -0.75rem; z-index: 1; margin: -0.75rem -1rem 0; padding: 0.75rem 1rem 0.35rem; background: var(--_panel);
  }
  .detail header > div { flex: 1; min-inline-size: 0; }
  .detail h2 { margin: 0; font-size: 1.25rem; line-height: 1.25; outline-offset: 3px; }
  .detail h2:focus-visible { outline: 2px solid var(--_focus); }
  .detail .kicker { margin: 0; color: var(--_muted); font-size: 0.8125rem; }
  .detail .official { font-size: 1rem; margin-block: 0.5rem 0.25rem; }
  .detail .other { color: var(--_muted); margin-block: 0.15rem; }
  .detail h3 { font-size: 0.8125rem; margin: 1rem 0 0.25rem; color: var(--_muted); font-weight: 600; }
  .detail ul, .detail ol { margin: 0; padding: 0; list-style: none; }
  .detail li { padding-block: 0.2rem; }
  .detail .editions li { display: grid; grid-template-columns: 1fr auto; column-gap: 0.75rem; border-block-end: 1px dotted var(--_line); }
  .detail .small { color: var(--_muted); font-size: 0.8125rem; }
  .detail .editions .small { grid-column: 1 / -1; }
  .detail .badges { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-block: 0.5rem; }
  .badge { padding: 0.05rem 0.55rem; border-radius: 1rem; border: 1px solid var(--_line); font-size: 0.8125rem; }
  .badge.strong { background: var(--_tint); border-color: transparent; font-weight: 600; }
  .path { display: flex; flex-direction: column; }
  .path > li + li { padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--_line); margin-inline-start: 0.35rem; }

  @container standards-map (min-width: 60.01rem) {
    .stage:has(> .detail:not(.wide)) .notices { inset-inline-end: 23.75rem; }
  }
  @container standards-map (max-width: 60rem) {
    .filters { position: absolute; inset-block: 0; inset-inline-start: 0; z-index: 6; box-shadow: 0 0 1.5rem rgb(0 0 0 / 0.25); max-inline-size: 85cqi; }
  }
  @container standards-map (max-width: 37.5rem) {
    .toolbar { padding: 0.4rem 0.5rem; gap: 0.35rem; }
    .search { flex-basis: 100%; max-inline-size: none; }
    .stage:has(.detail) .zoom, .stage:has(.detail) .legend { display: none; }
    .detail { inset-block-start: auto; inset-inline: 0; inline-size: auto; max-inline-size: none; max-block-size: 58%; border-inline-start: none;
      border-block-start: 1px solid var(--_line); border-start-start-radius: 1rem; border-start-end-radius: 1rem; }
    .filters { inset-inline: 0; inline-size: auto; max-inline-size: none; }
    .filters label { min-block-size: 2.75rem; }
    .legend { inset-block-end: 0.5rem; inset-inline-start: 0.5rem; max-inline-size: 60cqi; max-block-size: 70%; }
    .status { font-size: 0.75rem; padding: 0.3rem 0.5rem; }
    .status { display: block; max-block-size: none; line-height: 1.3; }
    .status .sources { display: inline; font-size: 0.6875rem; }
    .status .sources span { margin-inline-end: 0.4rem; }
    .zoom .icon { inline-size: 2.75rem; block-size: 2.75rem; }
  }
  /* A low box, or a small one: the frame scrolls, and the drawing keeps a height in which it can be used. */
  @container standards-map (max-height: 26rem) {
    .frame { overflow: auto; scrollbar-width: thin; }
    .middle { flex: 1 0 auto; min-block-size: min(15rem, 100cqb); }
    .status { max-block-size: none; }
    .toolbar { padding-block: 0.3rem; }
  }
  @container standards-map (max-height: 26rem) and (min-width: 37.51rem) {
    .zoom { flex-direction: row; }
    .stage:has(.detail) .legend { display: none; }
  }
  @container standards-map (max-width: 20rem) {
    .toolbar :is(.scope, .scope button) { max-inline-size: 100%; }
    .zoom .icon { inline-size: 2rem; block-size: 2rem; }
  }
  /* Screens that are looked at from farther away. */
  /* Not in WebKit, which measures what is zoomed in px of its own; it alone knows hanging punctuation. */
  @supports not (hanging-punctuation: first) {
  @container standards-map (min-width: 150rem) and (min-height: 70rem) {
    .toolbar, .chips, .day, .filters, .legend, .status, .zoom, .detail, .matrix, .notices, .arranged { zoom: 1.35; }
    .probe, .reader { font-size: calc(1.35 * var(--sm-label-size, 12px)); }
  }
  }
  @media (forced-colors: active) {
    .reader { forced-color-adjust: none; }
    button[aria-pressed='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
`;
