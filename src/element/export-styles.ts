import { css } from 'lit';

/** Looks of the panel of exports. */
export const exportStyles = css`
  .export { display: flex; flex-direction: column; gap: 0.75rem; overflow-wrap: anywhere; }
  .export p { margin: 0; }
  .export .small { color: var(--_muted); font-size: 0.8125rem; }
  .export .forms { display: grid; gap: 0.25rem 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); }
  .export .forms .choice { padding: 0.25rem 0.4rem; border-radius: 0.5rem; align-items: start; }
  .export .forms .choice:has(:checked) { background: var(--_tint); }
  .export .choice span { display: flex; flex-direction: column; }
  .export .content { display: flex; flex-direction: column; gap: 0.2rem; border-inline-start: 3px solid var(--_line); padding-inline-start: 0.65rem; }
  .export .scales { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
  .export .working { display: flex; flex-direction: column; gap: 0.4rem; }
  .export progress { inline-size: 100%; accent-color: var(--_focus); block-size: 0.6rem; }
  .export a.button { display: inline-flex; align-items: center; min-block-size: 2rem; padding: 0.25rem 0.75rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_panel); color: inherit; text-decoration: none; }
  .export a.button:hover { background: var(--_hover); }
  .export a.button:focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
`;
