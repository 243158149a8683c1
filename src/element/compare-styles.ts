import { css } from 'lit';

/** Standards side by side, over whatever the map shows. */
export const compareStyles = css`
  .compare { position: absolute; inset: 0; z-index: 8; display: flex; flex-direction: column; background: var(--_panel); overflow-wrap: anywhere; }
  /* What lies below is neither seen nor reached by keys. */
  .stage:has(> .compare) > :not(.compare, .notices) { visibility: hidden; }
  .compare > header { display: flex; flex-wrap: wrap; gap: 0.35rem 1rem; align-items: center; padding: 0.5rem 0.75rem; border-block-end: 1px solid var(--_line); position: relative; padding-inline-end: 3.25rem; }
  .compare h2 { margin: 0; font-size: 1.125rem; outline-offset: 3px; }
  .compare h2:focus-visible { outline: 2px solid var(--_focus); }
  .compare > header .close { position: absolute; inset-block-start: 0.5rem; inset-inline-end: 0.75rem; }
  .compare .add { display: flex; flex-wrap: wrap; gap: 0.35rem; align-items: center; flex: 1 1 16rem; }
  .compare .add input { flex: 1 1 10rem; max-inline-size: 18rem; min-inline-size: 0; min-block-size: 2rem; padding: 0.25rem 0.5rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_background); }
  .compare .add .problem { inline-size: auto; }
  .compare-body { flex: 1; min-block-size: 0; overflow: auto; padding: 0 0.75rem 1.5rem; scrollbar-width: thin; }
  .compare-body:focus-visible { outline: 2px solid var(--_focus); outline-offset: -2px; }
  .compare .small { color: var(--_muted); font-size: 0.8125rem; }
  .compare ul, .compare ol { list-style: none; margin: 0; padding: 0; }
  .compare table { border-collapse: separate; border-spacing: 0; font-size: 0.8125rem; }
  .compare-body > table { inline-size: 100%; min-inline-size: 33rem; table-layout: fixed; }
  .compare-body > .of-3 { min-inline-size: 45rem; }
  .compare-body > .of-4 { min-inline-size: 57rem; }
  .compare-body > .of-5 { min-inline-size: 69rem; }
  .compare-body > .of-6 { min-inline-size: 81rem; }
  .compare :is(th, td) { padding: 0.35rem 0.5rem; border-block-end: 1px solid var(--_line); text-align: start; vertical-align: top; font-weight: 400; }
  .compare td { border-inline-start: 1px solid var(--_line); }
  .compare-body > table > thead th { position: sticky; inset-block-start: 0; z-index: 2; background: var(--_panel); border-block-end: 2px solid var(--_line); }
  .compare-body > table > tbody > tr > th, .compare-body > table > thead .corner { position: sticky; inset-inline-start: -0.75rem; z-index: 1; background: var(--_panel); color: var(--_muted); font-weight: 600; }
  .compare-body > table > thead .corner { z-index: 3; inline-size: 9rem; }
  .compare .differs > th { color: var(--_foreground); }
  .compare .differs > td { background: var(--_hover); }
  .compare .mark { display: inline-block; font-weight: 700; padding-inline: 0.3rem; border: 1px solid currentColor; border-radius: 0.3rem; line-height: 1.2; }
  .compare .single { text-decoration: underline dashed 1px; text-underline-offset: 0.2em; }
  .compare mark { background: var(--_tint); color: inherit; padding-inline: 0.1em; border-radius: 0.2em; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
  .compare .whose { display: flex; justify-content: space-between; align-items: center; gap: 0.25rem; }
  .compare .whose .icon { inline-size: 1.75rem; min-block-size: 1.75rem; flex: none; border: none; background: none; }
  .compare .text.strong { font-weight: 700; font-size: 0.875rem; }
  .compare .card-name { display: none; }
  .compare .state { display: inline-flex; align-items: center; gap: 0.35rem; }
  .compare .state svg { inline-size: 1rem; block-size: 1rem; flex: none; }
  .compare .none { color: var(--_muted); }
  .compare .below { display: flex; flex-direction: column; gap: 0.5rem; padding-block-start: 1rem; }
  .compare h3 { font-size: 1rem; margin: 0.5rem 0 0.25rem; }
  .compare h4 { font-size: 0.875rem; margin: 0 0 0.25rem; }
  .compare .scroll { overflow-x: auto; }
  .compare .terms :is(th, td) { border-inline-start: none; vertical-align: bottom; }
  .compare .terms td { text-align: center; }
  .compare .articles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 0.75rem; }
  .compare article { border: 1px solid var(--_line); border-radius: 0.65rem; padding: 0.6rem 0.75rem; min-inline-size: 0; }
  .compare .badges { display: flex; flex-wrap: wrap; gap: 0.35rem; align-items: center; margin: 0 0 0.25rem; }
  .compare .ancestors > ul > li { padding-block: 0.35rem; border-block-end: 1px dotted var(--_line); }
  .compare .chosen li { display: flex; align-items: center; gap: 0.5rem; padding-block: 0.2rem; }
  @container standards-map (max-width: 37.5rem) {
    .compare-body > table:not(.terms) { min-inline-size: 0; display: block; }
    .compare-body > table > :is(thead, tbody) { display: block; }
    .compare-body > table > thead { position: sticky; inset-block-start: 0; z-index: 2; background: var(--_panel); }
    .compare-body > table tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .compare-body > table > thead .corner { display: none; }
    .compare-body > table > thead th { position: static; border-block-end-width: 1px; }
    .compare-body > table > tbody > tr > th { grid-column: 1 / -1; position: static; border-block-end: none; padding-block-end: 0.1rem; }
    .compare-body > table > tbody td { border-inline-start: none; }
    .compare .card-name { display: block; color: var(--_muted); font-size: 0.75rem; }
    .compare .whose .icon { inline-size: 2.75rem; min-block-size: 2.75rem; }
  }
  @media (forced-colors: active) {
    .compare mark { background: Mark; color: MarkText; }
  }
  @media print {
    :host(:has(.compare)), :host { overflow: visible; }
    .frame:has(.compare) { position: static; display: block; }
    .frame:has(.compare) :is(.middle, .stage) { display: block; position: static; }
    .frame:has(.compare) :is(.toolbar, .chips, .filters, .status, .notices), .stage:has(> .compare) > :not(.compare) { display: none; }
    .compare { position: static; display: block; }
    .compare > header :is(.switch, .add, .close), .compare .whose .icon, .compare .to-evidence { display: none; }
    .compare-body { overflow: visible; padding: 0; }
    .compare-body > table:not(.terms) { min-inline-size: 0; }
    .compare :is(table, article, p, li) { font-size: 7.5pt; }
    .compare :is(tr, article) { break-inside: avoid; }
    .compare :is(thead th, tbody th) { position: static; }
  }
`;
