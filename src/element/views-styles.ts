import { css } from 'lit';

/** Saved views, and the name of the one that is shown. */
export const viewsStyles = css`
  .saved-views .naming { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-block: 0.5rem; }
  .saved-views .naming input {
    flex: 1 1 10rem; min-inline-size: 0; min-block-size: 2rem; padding-inline: 0.5rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_background);
  }
  .saved-views .said:empty { display: none; }
  .saved-views .notice { pointer-events: auto; }
  .detail .views li { display: grid; gap: 0.1rem; padding-block: 0.5rem; border-block-end: 1px dotted var(--_line); }
  .views li[aria-current] { border-inline-start: 3px solid var(--_focus); padding-inline-start: 0.5rem; }
  .views .open { font-weight: 600; font-size: 0.9375rem; }
  .views .small { overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .views .actions { display: flex; flex-wrap: wrap; gap: 0 0.9rem; font-size: 0.8125rem; }
  .saved-views .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.75rem; }
  .view-name { display: inline-flex; align-items: center; gap: 0.25rem; max-inline-size: min(100%, 24rem); font-weight: 600; }
  .view-name bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .view-name .icon { inline-size: 1.6rem; min-block-size: 1.6rem; border: none; background: none; color: var(--_muted); }
  .view-name .icon svg { inline-size: 0.8rem; block-size: 0.8rem; }
  @media (pointer: coarse) { .views .actions button { min-block-size: 2.75rem; } }
`;
