import { css } from 'lit';

/** What can be done with a selection, and the list of one. */
export const selectionStyles = css`
  .selection-bar { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-block: 0.5rem 0.75rem; align-items: center; font-size: 0.8125rem; }
  .selection-bar button { min-block-size: 1.75rem; padding: 0.1rem 0.6rem; }
  .selection-bar .near { display: inline-flex; align-items: center; gap: 0; }
  .selection-bar .near > span { color: var(--_muted); padding-inline-end: 0.35rem; }
  .selection-bar .near button { border-radius: 0; margin-inline-start: -1px; padding-inline: 0.45rem; font-variant-numeric: tabular-nums; }
  .selection-bar .near button:first-of-type { border-start-start-radius: 0.5rem; border-end-start-radius: 0.5rem; margin: 0; }
  .selection-bar .near button:last-of-type { border-start-end-radius: 0.5rem; border-end-end-radius: 0.5rem; }
  .tallies { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0 1rem; }
  .detail .tally li { display: flex; gap: 0.5rem; justify-content: space-between; padding-block: 0.1rem; }
  .tally .number { color: var(--_muted); font-variant-numeric: tabular-nums; }
  .detail .chosen li { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 0.5rem; border-block-end: 1px dotted var(--_line); }
  .chosen .small { grid-column: 1 / -1; }
  .chosen .icon { inline-size: 1.75rem; min-block-size: 1.75rem; border: none; background: none; color: var(--_muted); }
  .chosen .icon svg { inline-size: 0.9rem; block-size: 0.9rem; }
  @media (pointer: coarse) {
    .selection-bar button { min-block-size: 2.75rem; min-inline-size: 2.75rem; }
    .chosen .icon { inline-size: 2.75rem; min-block-size: 2.75rem; }
  }
  /* Beside evidence a larger button says the same. */
  .detail:has(.compare-open) .selection-bar [data-do='compare'] { display: none; }
  @media print { .selection-bar, .chosen .icon { display: none; } }
`;
