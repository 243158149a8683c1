import { css } from 'lit';

/** The meetings of a committee: small charts beside each other, and the table of all numbers. */
export const activityStyles = css`
  .activity { container: activity / inline-size; display: flex; flex-direction: column; gap: 0.6rem; }
  .activity .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0.5rem 1rem; align-items: end; }
  .activity figure { margin: 0; max-inline-size: 19rem; }
  .activity figcaption { font-size: 0.8125rem; font-weight: 600; }
  .activity svg { display: block; inline-size: 100%; block-size: auto; overflow: visible; }
  .activity svg text { fill: var(--_foreground); font-size: 12px; text-anchor: middle; font-variant-numeric: tabular-nums; }
  /* The first meeting stands where the table has it: at the right, from right to left. Letters stay as they are. */
  .activity svg:dir(rtl), .activity svg:dir(rtl) text { transform: scaleX(-1); }
  .activity svg text { transform-box: fill-box; transform-origin: center; }
  .activity svg .value { font-weight: 600; }
  .activity svg .date { fill: var(--_muted); font-size: 11px; }
  .activity .axis { stroke: var(--_muted); stroke-width: 1; fill: none; }
  .activity .series { stroke: var(--_outline-1); stroke-width: 2; stroke-linejoin: round; }
  .activity .dot { fill: var(--_background); stroke: var(--_outline-1); stroke-width: 2; }
  .activity .activity-table { inline-size: auto; min-inline-size: 100%; }
  .activity .activity-table :is(th, td) { font-variant-numeric: tabular-nums; text-align: end; padding: 0.25rem 0.4rem; }
  .activity .activity-table th[scope='row'], .activity .activity-table thead th:first-child { text-align: start; min-inline-size: 6.5rem; position: sticky; inset-inline-start: 0; background: var(--_panel, var(--_background)); }
  .activity sup { font-size: 0.6875rem; margin-inline-start: 0.15em; }
  .activity .notes { margin: 0; padding-inline-start: 1.4rem; list-style: decimal; }
  .activity .notes li { list-style: decimal; overflow-wrap: anywhere; }
  .activity p { margin: 0; }
`;
