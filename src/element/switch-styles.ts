import { css } from 'lit';

/** The switches of views, lenses and tools. */
export const switchStyles = css`
  .switches { display: contents; }
  .show-tools { white-space: nowrap; }
  .show-tools::after { content: ' ▾'; }
  .skip:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; min-block-size: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .lenses button[aria-pressed='true']::before { content: '✓ '; }
  @container standards-map (max-width: 37.5rem) {
    .toolbar .scope button { padding-inline: 0.55rem; }
    /* One line that scrolls, with room for focus rings */
    .switches { display: flex; gap: 0.35rem; flex: 1 0 100%; overflow-x: auto; scrollbar-width: none; padding: 3px; margin: -3px; }
    .switches > :is(.scope, .show-tools) { flex: none; max-inline-size: none; }
    /* Where the browser cannot say that there is more, nothing is out of sight. */
    @supports not (animation-timeline: scroll(self inline)) { .switches { flex-wrap: wrap; } }
  }
`;
