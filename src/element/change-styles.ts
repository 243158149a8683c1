import { css } from 'lit';
import { activityStyles } from './activity-styles.js';
import { dayStyles } from './at-styles.js';

/** The list of changes, its signs, and what a standard's panel says of them. */
const changeStyles = css`
  .change-icon { inline-size: 1rem; block-size: 1rem; flex: none; vertical-align: -0.15em; }
  .legend .change-icon { inline-size: 1.25rem; block-size: 1.25rem; }
  .changes .since { grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); }
  .changes .change-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; }
  .changes .number { font-variant-numeric: tabular-nums; }
  .changes .pair .small { display: block; }
  .changes .sums { border: 1px solid var(--_line); border-radius: 0.65rem; padding: 0.25rem 0.75rem; }
  .changes .sums summary { cursor: pointer; font-weight: 600; min-block-size: 2rem; padding-block: 0.35rem; }
  .changes .sums table { border-collapse: collapse; inline-size: 100%; font-size: 0.8125rem; margin-block-end: 0.6rem; }
  .changes .sums :is(th, td) { border-block-end: 1px solid var(--_line); padding: 0.2rem 0.35rem; text-align: end; font-variant-numeric: tabular-nums; }
  .changes .sums th:first-child { text-align: start; }
  .grid .delta { display: block; font-size: 0.6875rem; font-weight: 700; font-variant-numeric: tabular-nums; background: var(--_background); border-radius: 0.2rem; padding-inline: 0.2rem; inline-size: fit-content; margin: 0.1rem auto 0; }
  .grid .delta .came { color: var(--_came); }
  .grid .delta .revised { color: var(--_change-text); }
  .grid .delta .left { color: var(--_left); }
  .detail .since-change li { display: flex; flex-direction: column; gap: 0.1rem; }
  .detail .since-change h3 { display: flex; align-items: center; gap: 0.4rem; flex-wrap: wrap; }
`;

/** Looks of all that is about days: the lens for changes, the meetings that it counts from, the day that is shown. */
export const changeSheets = [changeStyles, activityStyles, dayStyles];
