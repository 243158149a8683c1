import { css } from 'lit';

/** What hands hold and what they have placed. */
export const handsStyles = css`
  .surface.lasso { cursor: crosshair; }
  .surface.held, .surface.held.over { cursor: grabbing; }
  .tooltip .by-hand { font-style: italic; }
  .detail .by-hand { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; margin-block: 0.35rem; font-size: 0.8125rem; }
  .detail .by-hand span { color: var(--_muted); }
  .detail .by-hand button { min-block-size: 1.75rem; padding: 0 0.6rem; }
`;
