import { css } from 'lit';

/** The switch between lists of goals, and the goals of a standard. */
export const goalStyles = css`
  .filters .goal-switch { display: grid; gap: 0.2rem; padding-block: 0.35rem 0.5rem; border-block-end: 1px solid var(--_line); font-weight: 600; }
  .filters .goal-switch select { inline-size: 100%; min-inline-size: 0; border: 1px solid var(--_line); border-radius: 0.35rem; background: var(--_panel); padding: 0.2rem 0.3rem; min-block-size: 1.75rem; font-weight: 400; font-size: 0.8125rem; }
  .legend label select { inline-size: 100%; min-inline-size: 0; }
  .goal-notes p { display: inline; margin-inline-end: 0.4rem; }
  .goals details { border-block-end: 1px solid var(--_line); padding-block: 0.3rem; }
  .goals summary { cursor: pointer; }
  .goals summary > bdi { font-weight: 600; }
  .goals .reached, .goals .reached ul { list-style: none; margin: 0.25rem 0; padding-inline-start: 0.75rem; }
  .goals .reached > li { margin-block: 0.35rem; }
`;
