import { css } from 'lit';

/** Layout of the timeline: tools, axis, lanes in a box of their own, lineage, legend. */
const timelineStyles = css`
  .timeline { --_names: 0; --_gutter: 0; position: absolute; inset: 0; z-index: 2; display: flex; flex-direction: column; background: var(--_background); color: var(--_foreground); }
  .timeline-title, .timeline-paper { display: none; }
  .timeline-tools {
    display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.75rem; padding: 0.4rem 0.75rem; border-block-end: 1px solid var(--_line);
    background: var(--_panel); font-size: 0.8125rem;
  }
  .timeline-tools :is(label, fieldset) { display: inline-flex; align-items: center; gap: 0.4rem; min-inline-size: 0; }
  .timeline-tools :is(label span, legend, fieldset span) { color: var(--_muted); padding: 0; }
  .timeline-tools fieldset { border: none; margin: 0; padding: 0; }
  .timeline-tools legend { float: inline-start; }
  .timeline-tools :is(select, input) { min-block-size: 1.9rem; max-inline-size: 13rem; border: 1px solid var(--_line); border-radius: 0.4rem; background: var(--_panel); padding: 0.1rem 0.3rem; }
  .timeline-tools .year { inline-size: 4.75rem; font-variant-numeric: tabular-nums; direction: ltr; }
  .timeline-tools .icon { min-block-size: 1.9rem; inline-size: 1.9rem; }
  .timeline-tools .zooms { display: inline-flex; gap: 0.25rem; margin-inline-start: auto; }

  /* Time runs from left to right in every language; what stands around it follows the page. */
  .timeline-sheet { position: relative; flex: 1; min-block-size: 0; display: flex; flex-direction: column; }
  .timeline-axis { position: relative; flex: none; block-size: 44px; margin-inline: var(--_names) var(--_gutter); cursor: col-resize; user-select: none; overflow: hidden; background: var(--_panel); }
  .timeline-axis canvas { position: absolute; inset-block-start: 0; left: 0; pointer-events: none; }
  .timeline-axis:focus-visible { outline: 3px solid var(--_focus); outline-offset: -3px; }
  .band { position: absolute; inset-block: 0; background: color-mix(in oklab, var(--_focus) 18%, transparent); border-inline: 2px solid var(--_focus); pointer-events: none; }
  .band .handle { position: absolute; inset-block: 0; inline-size: 24px; pointer-events: auto; cursor: ew-resize; touch-action: none; }
  .band .handle.from { left: -13px; }
  .band .handle.to { right: -13px; }
  .band .handle::after {
    content: ''; position: absolute; inset-block: 10px; inset-inline: 8px; border-radius: 4px; background: var(--_panel); border: 2px solid var(--_focus);
  }
  .band .handle:focus-visible { outline: 2px solid var(--_focus); outline-offset: -3px; border-radius: 6px; }
  .timeline-scroll { position: relative; flex: 1; min-block-size: 4rem; overflow: hidden auto; overscroll-behavior-inline: contain; scrollbar-width: thin; scrollbar-gutter: stable; }
  .timeline-lanes { position: relative; }
  .timeline-surface { position: sticky; inset-block-start: 0; margin-inline-start: var(--_names); overflow: hidden; cursor: grab; }
  .timeline-surface canvas { position: absolute; inset-block-start: 0; left: 0; pointer-events: none; }
  .timeline-surface:active { cursor: grabbing; }
  .timeline-surface.over { cursor: pointer; }
  .timeline-overlay { position: absolute; inset: 0; pointer-events: none; }
  .lane { position: absolute; inset-inline-start: 0; inline-size: var(--_names); box-sizing: border-box; border-inline-end: 1px solid var(--_line); }
  .lane-head {
    position: sticky; inset-block-start: 0; pointer-events: auto; inline-size: 100%; display: flex; gap: 0.4rem; align-items: start; justify-content: space-between;
    min-block-size: 2.6rem; padding: 0.3rem 0.6rem 0.3rem 0.4rem; border: none; border-radius: 0; background: var(--_background);
    font-size: 0.8125rem; font-weight: 600; line-height: 1.25; text-align: start;
  }
  .lane-head::before { content: '▸'; color: var(--_muted); font-weight: 400; }
  .lane-head:dir(rtl)::before { content: '◂'; }
  .lane-head[aria-expanded='true']::before { content: '▾'; }
  .lane-head bdi { flex: 1; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .lane-head .number { color: var(--_muted); font-weight: 400; font-variant-numeric: tabular-nums; }
  .lane-head:focus-visible { outline-offset: -3px; }
  .timeline.narrow .lane { inline-size: 100%; border: none; }
  .timeline.narrow .lane-head { min-block-size: 26px; padding-block: 0.1rem; justify-content: start; }
  .timeline.narrow .lane-head bdi { flex: 0 1 auto; -webkit-line-clamp: 1; }
  .timeline-cursor {
    position: absolute; inset-block-start: 0; left: var(--_names); min-block-size: 0; padding: 0; border: none; border-radius: 4px; background: none; pointer-events: none;
  }
  :dir(rtl) > .timeline-overlay .timeline-cursor, .timeline-overlay:dir(rtl) .timeline-cursor { left: 0; }
  .timeline-cursor:is(:hover, [aria-pressed='true']) { background: none; }
  .timeline-cursor:focus-visible { outline: 3px solid var(--_focus); outline-offset: 1px; }
  .timeline-none { position: absolute; inset: 0; display: grid; place-items: center; margin: 0; color: var(--_muted); pointer-events: none; }
  .timeline-tip { position: absolute; inset: 0; pointer-events: none; overflow: clip; }

  .timeline-lineage { flex: none; border-block-start: 2px solid var(--_selection); padding-block-end: 2px; }
  .timeline-lineage h3 { margin: 0; padding: 0.15rem 0.75rem; font-size: 0.8125rem; display: flex; flex-wrap: wrap; gap: 0 0.75rem; overflow-wrap: anywhere; max-block-size: 3.5lh; overflow: auto; }
  .timeline-lineage .small { font-weight: 400; color: var(--_muted); }
  .timeline-lineage-box { margin-inline: var(--_names) var(--_gutter); overflow: hidden; }
  .timeline-lineage canvas { display: block; }
  .timeline-foot {
    flex: none; display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: 0.15rem 0.75rem; border-block-start: 1px solid var(--_line); font-size: 0.8125rem; background: var(--_panel);
    max-block-size: 40%; overflow: auto; scrollbar-width: thin;
  }
  .timeline-foot summary { cursor: pointer; min-block-size: 1.75rem; line-height: 1.75rem; font-weight: 600; }
  .timeline-foot ul { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; margin: 0 0 0.25rem; padding: 0; list-style: none; }
  .timeline-foot li { display: flex; align-items: center; gap: 0.35rem; min-inline-size: 0; overflow-wrap: anywhere; }
  .timeline-foot svg { flex: none; inline-size: 1.75rem; block-size: 1rem; }
  .timeline-foot .number { color: var(--_muted); font-variant-numeric: tabular-nums; }
  .timeline-foot .small { color: var(--_muted); margin: 0; }
  .timeline-aside ul { display: block; columns: 20rem; }
  .timeline-aside li { display: block; }
`;

/** The timeline on wide and narrow screens, beside panels, and on paper. */
const timelineRoomStyles = css`
  @container standards-map (min-width: 60.01rem) {
    .stage:has(> .detail) > .timeline { inset-inline-end: 23rem; }
    .stage:has(> .detail.wide) > .timeline { inset-inline-end: clamp(23rem, 47%, 44rem); }
  }
  @container standards-map (max-width: 37.5rem) {
    .timeline-tools { padding: 0.35rem 0.5rem; gap: 0.35rem 0.5rem; }
    /* Without its name nobody would know which of two equal menus is which. */
    .timeline-tools label { flex-direction: column; align-items: stretch; gap: 0; flex: 1 1 7.5rem; }
    .timeline-tools legend { position: absolute; inset-block-start: 0; }
    .timeline-tools fieldset { position: relative; padding-block-start: 1.2rem; }
    .timeline-tools .zooms { align-self: end; }
    .timeline-tools :is(select, input, .icon) { min-block-size: 2.25rem; }
    .timeline-tools .icon { inline-size: 2.25rem; }
    .timeline-tools select { max-inline-size: none; inline-size: 100%; }
    .timeline-foot { padding-inline: 0.5rem; }
  }
  @media (forced-colors: active) {
    .timeline :is(.timeline-surface, .timeline-axis, .timeline-lineage-box) { forced-color-adjust: none; }
    .band { background: none; border-color: Highlight; }
    .timeline-cursor:focus-visible { outline-color: Highlight; }
  }
  @media print {
    /* A page may give the map a height, which on paper would cut the lanes off. */
    :host(:state(timeline)) {
      color-scheme: only light; block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important; aspect-ratio: auto !important;
      overflow: visible !important; border: none !important; container-type: normal;
    }
    .frame:has(.timeline) { position: static; display: block; }
    .frame:has(.timeline) :is(.middle, .stage) { display: block; }
    .frame:has(.timeline) :is(.toolbar, .chips, .filters, .surface, .status, .notices, .stage > .detail, .timeline-tools, .timeline-sheet) { display: none; }
    .stage > .timeline { position: static; display: block; background: none; }
    .timeline-paper { display: block; }
    .timeline-paper svg { display: block; inline-size: 100%; block-size: auto; print-color-adjust: exact; }
    .timeline-foot { max-block-size: none; overflow: visible; }
    .timeline-foot svg { print-color-adjust: exact; }
  }
`;

/** All of them. */
export const timelineSheets = [timelineStyles, timelineRoomStyles];
