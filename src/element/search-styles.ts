import { css } from 'lit';

/** The search box: what is typed, what is wrong with it, what can stand next. */
export const searchStyles = css`
  .search input[aria-invalid='true'] { border-color: var(--_selection); }
  .asked {
    position: absolute; inset-block-start: calc(100% + 0.25rem); inset-inline: 0; z-index: 10; display: flex; flex-direction: column;
    background: var(--_panel); border: 1px solid var(--_line); border-radius: 0.75rem; box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.2);
    max-block-size: min(30rem, 70cqb); overflow: auto; scrollbar-width: thin;
  }
  .asked[hidden], .suggestions:is([hidden], :not(:has(li))) { display: none; }
  .suggestions { margin: 0; padding: 0.25rem; }
  .suggestions li { padding: 0.4rem 0.6rem; border-radius: 0.5rem; cursor: pointer; display: grid; grid-template-columns: 1fr auto; column-gap: 0.75rem; }
  .suggestions li[aria-selected='true'] { background: var(--_tint); }
  .suggestions .title { grid-column: 1 / -1; color: var(--_muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .suggestions .kind { color: var(--_muted); font-size: 0.75rem; }
  .asked ul { margin: 0; padding: 0; list-style: none; }
  .suggestions .head { padding: 0.35rem 0.6rem 0.1rem; color: var(--_muted); font-size: 0.75rem; font-weight: 600; }
  .suggestions .kind { font-variant-numeric: tabular-nums; }
  .suggestions li[aria-disabled='true'] { cursor: default; }
  .code { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
  .asked .line { padding: 0.5rem 0.75rem; display: flex; flex-direction: column; align-items: start; gap: 0.3rem; font-size: 0.8125rem; position: sticky; inset-block-start: 0; background: var(--_panel); z-index: 1; }
  .asked .line:has(~ *), #search-line:not(:empty) + .suggestions:not([hidden]):has(li) { border-block-start: 1px solid var(--_line); }
  .asked .line p { margin: 0; overflow-wrap: anywhere; }
  .asked .line .buttons { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
  .asked .line button.keep { overflow-wrap: anywhere; text-align: start; }
  .asked .line button:not(.text) { min-block-size: 1.75rem; padding: 0.1rem 0.6rem; }
  .asked .quote { white-space: pre-wrap; }
  .asked mark { background: none; color: inherit; font-weight: 700; text-decoration: underline 2px var(--_muted); text-underline-offset: 0.2em; }
  .asked .wrong mark { text-decoration: underline wavy var(--_selection) 1.5px; }
  .asked mark.gap { text-decoration: none; border: 1px dashed var(--_selection); border-radius: 0.2em; }
  .search-help { padding: 0.5rem 0.75rem; }
  .search-help p { margin: 0 0 0.35rem; }
  .search-help .small { color: var(--_muted); font-size: 0.8125rem; }
  .search-help li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0.5rem; align-items: center; border-block-start: 1px dotted var(--_line); }
  .search-help button { min-block-size: 1.75rem; margin: 0; }
  @media (pointer: coarse) {
    .search-help button, .asked .line button:not(.text), .asked .line .text { min-block-size: 2.75rem; }
    .suggestions li { padding-block: 0.6rem; }
  }
  @container standards-map (max-width: 37.5rem) {
    .asked { max-block-size: 55cqb; }
  }
  @media (forced-colors: active) {
    .asked mark { text-decoration-color: CanvasText; }
    .suggestions li[aria-selected='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
  @media print { .asked { display: none; } }
`;
