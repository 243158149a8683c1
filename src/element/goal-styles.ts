import { css } from 'lit';

/** The switch between lists of goals, and the goals of a standard. */
export const goalStyles = css`
  .goal-notes p { display: inline; margin-inline-end: 0.4rem; }
  .goals details { border-block-end: 1px solid var(--_line); padding-block: 0.3rem; }
  .goals summary { cursor: pointer; }
  .goals summary > bdi { font-weight: 600; }
  .goals .reached, .goals .reached ul { list-style: none; margin: 0.25rem 0; padding-inline-start: 0.75rem; }
  .goals .reached > li { margin-block: 0.35rem; }
`;
