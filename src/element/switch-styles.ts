import { css } from 'lit';

/** The switches of views, lenses and tools. */
export const switchStyles = css`
  .switches { display: contents; }
  .stage:has(.detail.wide) .zoom { inset-inline-end: calc(clamp(23rem, 47%, 44rem) + 0.75rem); }
  .tools button[aria-expanded='true'] { background: var(--_tint); border-color: var(--_focus); font-weight: 600; }
  .skip:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; min-block-size: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .lenses button[aria-pressed='true']::before { content: '✓ '; }
  @container standards-map (max-width: 37.5rem) {
    .toolbar .scope button { padding-inline: 0.55rem; }
    /* One line that scrolls, with room for focus rings */
    .switches { display: flex; gap: 0.35rem; flex: 1 0 100%; overflow-x: auto; scrollbar-width: none; padding: 3px; margin: -3px; }
    .switches .scope { flex: none; max-inline-size: none; }
  }
`;
