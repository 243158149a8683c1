import { css } from 'lit';

/** Panels about pairs of standards, findings, gaps and proposals. */
export const analysisStyles = css`
  .detail.wide { inline-size: clamp(23rem, 47%, 44rem); }
  :is(.overlaps, .evidence, .findings, .gaps, .proposal) { container: analysis / inline-size; display: flex; flex-direction: column; gap: 0.6rem; margin-block-start: 0.5rem; overflow-wrap: anywhere; }
  :is(.overlaps, .evidence, .findings, .gaps, .proposal) p { margin: 0; }
  :is(.overlaps, .evidence, .findings, .gaps, .proposal) .small { color: var(--_muted); font-size: 0.8125rem; }
  .evidence section { display: flex; flex-direction: column; gap: 0.4rem; }
  .evidence h3, .findings h3, .gaps h3, .proposal h3, .overlaps h3 { margin: 0.75rem 0 0; font-size: 0.9375rem; font-weight: 600; color: var(--_foreground); }
  .evidence h4, .findings h4, .gaps h4 { margin: 0; font-size: 0.875rem; font-weight: 600; }
  .evidence .badges { margin-block: 0; }
  .badge { display: inline-flex; align-items: center; gap: 0.35rem; }
  .badge.tier { background: var(--_tint); border-color: transparent; font-weight: 600; }
  .badge.early { border: 1px dashed var(--_foreground); }
  .band-icon { inline-size: 1.1rem; block-size: 0.8rem; flex: none; }
  .evidence mark, .proposal mark { background: var(--_mark, light-dark(#fff0b3, #5a4a00)); color: inherit; padding-inline: 0.1em; border-radius: 0.2em; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }

  .overlaps .bands { display: flex; flex-wrap: wrap; gap: 0.35rem; }
  .chip-toggle { display: inline-flex; align-items: center; gap: 0.35rem; min-block-size: 1.75rem; padding: 0.1rem 0.6rem; border-radius: 1rem; font-size: 0.8125rem; }
  .chip-toggle .number { color: var(--_muted); font-variant-numeric: tabular-nums; }
  .field { display: flex; flex-direction: column; gap: 0.15rem; }
  .field > :is(span, legend) { font-size: 0.8125rem; font-weight: 600; padding: 0; }
  .field > .small, .field > span > .small { font-weight: 400; }
  :is(.overlaps, .evidence, .findings, .proposal) :is(select, input:not([type='checkbox'], [type='radio'], [type='file']), textarea) {
    inline-size: 100%; min-block-size: 2rem; padding: 0.25rem 0.5rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_background); color: inherit; font: inherit;
  }
  textarea { resize: vertical; min-block-size: 4.5rem; }
  textarea:focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .computing { display: flex; align-items: center; gap: 0.5rem; flex-wrap: wrap; }
  .computing progress { flex: 1 1 8rem; accent-color: var(--_focus); block-size: 0.6rem; }
  .switch { display: flex; align-items: center; gap: 0.5rem; min-block-size: 1.75rem; cursor: pointer; }
  .switch input { accent-color: var(--_focus); inline-size: 1rem; block-size: 1rem; margin: 0; flex: none; }
  .detail :is(.pairs, .chain, .sentences, .verdicts ul) { list-style: none; margin: 0; padding: 0; }
  .detail .pairs li { padding-block: 0.2rem; }
  .pair { inline-size: 100%; display: flex; flex-direction: column; gap: 0.3rem; padding: 0.5rem 0.65rem; text-align: start; border-radius: 0.65rem; }
  .detail .pair .badges { margin: 0; }
  .pair .side { display: block; }
  .pair .side strong { font-weight: 600; }
  .pair[aria-current='true'] { background: var(--_tint); border-color: var(--_focus); box-shadow: inset 0.2rem 0 0 var(--_focus); }
  .pair[aria-current='true']:dir(rtl) { box-shadow: inset -0.2rem 0 0 var(--_focus); }
  .more { align-self: stretch; }

  .sides { display: grid; gap: 0.75rem; }
  article.side { border: 1px solid var(--_line); border-radius: 0.65rem; padding: 0.6rem 0.75rem; min-inline-size: 0; }
  article.side .official { margin: 0 0 0.4rem; font-size: 1rem; }
  article.side dl { margin: 0; display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.15rem 0.5rem; padding-block: 0.25rem; border-block-start: 1px dotted var(--_line); }
  article.side dt { color: var(--_muted); font-size: 0.8125rem; }
  article.side dd { margin: 0; min-inline-size: 0; }
  .detail article.side li { padding-block: 0; }
  @container analysis (min-width: 25rem) {
    article.side dl { grid-template-columns: minmax(0, 1fr); align-content: start; }
    .sides { grid-template-columns: repeat(2, minmax(0, 1fr)); grid-template-rows: repeat(9, auto); gap: 0 0.75rem; }
    article.side { display: grid; grid-row: span 9; grid-template-rows: subgrid; }
  }
  @container analysis (min-width: 40rem) {
    article.side dl { grid-template-columns: 6.5rem minmax(0, 1fr); }
  }
  @container standards-map (max-width: 37.5rem) {
    .detail.wide { inline-size: auto; }
  }
  .evidence table { border-collapse: collapse; inline-size: 100%; font-size: 0.8125rem; }
  .evidence caption { text-align: start; font-weight: 600; padding-block: 0.3rem 0.15rem; }
  .evidence :is(th, td) { border: none; border-block-end: 1px solid var(--_line); padding: 0.25rem 0.5rem 0.25rem 0; text-align: start; vertical-align: middle; font-weight: 400; }
  .evidence :is(th, td):dir(rtl) { padding: 0.25rem 0 0.25rem 0.5rem; }
  .evidence thead th { color: var(--_muted); overflow-wrap: normal; }
  .evidence th[scope='row'] { inline-size: 40%; overflow-wrap: anywhere; }
  .evidence td { overflow-wrap: normal; }
  .evidence td { font-variant-numeric: tabular-nums; }
  .bar { inline-size: min(8rem, 45cqi - 9rem); block-size: 0.5rem; vertical-align: middle; margin-inline-end: 0.35rem; }
  .bar .whole { fill: var(--_line); }
  .bar .filled { fill: var(--_focus); }
  .bar:dir(rtl) { transform: scaleX(-1); }
  .evidence .sentences li, .evidence .chain li { padding-block: 0.15rem; }
  .evidence .sentences li::before { content: '− '; font-weight: 700; }
  .finding { border-inline-start: 3px solid var(--_focus); padding: 0.3rem 0.65rem; display: flex; flex-direction: column; gap: 0.2rem; margin-block-end: 0.4rem; }
  .finding.earlier { border-inline-start-color: var(--_line); }
  .finding .badges { margin: 0; }
  .finding .reason { white-space: pre-line; }

  .finding-form { border: 1px solid var(--_line); border-radius: 0.65rem; padding: 0.25rem 0.75rem; }
  .finding-form summary { cursor: pointer; font-weight: 600; min-block-size: 2rem; display: list-item; padding-block: 0.35rem; }
  .finding-form form, .proposal form { display: flex; flex-direction: column; gap: 0.75rem; padding-block: 0.35rem 0.65rem; }
  fieldset { border: none; margin: 0; padding: 0; min-inline-size: 0; }
  .choice { display: flex; align-items: start; gap: 0.5rem; min-block-size: 1.75rem; padding-block: 0.15rem; cursor: pointer; }
  .choice input { accent-color: var(--_focus); inline-size: 1rem; block-size: 1rem; margin: 0.15rem 0 0; flex: none; }
  .row { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 0.75rem; align-items: start; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
  .primary { background: var(--_focus); border-color: var(--_focus); color: var(--_on-focus); font-weight: 600; }
  .primary:hover { background: var(--_foreground); border-color: var(--_foreground); color: var(--_background); }
  label.button { display: inline-flex; align-items: center; position: relative; min-block-size: 2rem; padding: 0.25rem 0.75rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_panel); cursor: pointer; }
  label.button:hover { background: var(--_hover); }
  label.button:focus-within { outline: 2px solid var(--_focus); outline-offset: 2px; }
  :is(.evidence, .findings, .proposal) .problem:empty { display: none; }
  :is(input, textarea)[aria-invalid='true'] { border-color: var(--_selection); }
  .notice { border: 1px solid var(--_line); border-inline-start: 4px solid var(--_focus); border-radius: 0.5rem; padding: 0.5rem 0.75rem; display: flex; flex-direction: column; align-items: start; gap: 0.4rem; }
  .notice.bad { border-inline-start-color: var(--_selection); }
  .detail .conflicts > li { border-block-start: 1px solid var(--_line); padding-block: 0.4rem; display: flex; flex-direction: column; gap: 0.25rem; }
  .findings section { display: flex; flex-direction: column; gap: 0.3rem; }

  .gaps section, .proposal section, .standard-pairs { display: flex; flex-direction: column; gap: 0.3rem; }
  .standard-pairs p { margin: 0; }
  .proposal .results { display: flex; flex-direction: column; gap: 0.6rem; }
  .proposal .rest summary { cursor: pointer; font-weight: 600; min-block-size: 1.75rem; display: list-item; padding-block: 0.25rem; }
  .detail .gap, .detail .match { border-block-start: 1px solid var(--_line); padding-block: 0.5rem; display: flex; flex-direction: column; gap: 0.2rem; }
  .gaps .number, .proposal .number { color: var(--_muted); font-weight: 400; }
  .text.strong { font-weight: 600; }
  .detail .match .official { margin: 0; }
  .detail .proposal .sentences { font-size: 0.8125rem; }
  .topics summary { cursor: pointer; font-weight: 600; font-size: 0.8125rem; min-block-size: 1.75rem; display: list-item; padding-block: 0.25rem; }
  .detail .pair-list > li { padding-block: 0.3rem; border-block-end: 1px dotted var(--_line); }
  .detail .pair-list .chain { padding-inline-start: 0.75rem; font-size: 0.8125rem; }

  @media (forced-colors: active) {
    .evidence mark, .proposal mark { background: Mark; color: MarkText; }
    .bar .whole { fill: Canvas; stroke: CanvasText; }
    .bar .filled { fill: CanvasText; }
    .pair[aria-current='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    .pair[aria-current='true'] * { color: inherit; }
  }
`;
