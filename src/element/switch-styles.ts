import { css } from 'lit';

/** The switches of views, lenses and tools. */
export const switchStyles = css`
  .switches { display: contents; }
  .stage:has(.detail.wide) .zoom { inset-inline-end: calc(clamp(23rem, 47%, 44rem) + 0.75rem); }
  .show-tools { white-space: nowrap; }
  .show-tools::after { content: ' ▾'; }
  .menu { position: fixed; inset: auto; margin: 0; padding: 0.25rem; border: 1px solid var(--_line); border-radius: 0.75rem; color: var(--_foreground);
    background: var(--_panel); box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.2); min-inline-size: 12rem; }
  .menu:popover-open { display: grid; }
  .menu button { border-color: transparent; text-align: start; min-block-size: 2.25rem; }
  .menu button[aria-expanded='true'] { background: var(--_tint); font-weight: 600; }
  @media (pointer: coarse) { .menu button { min-block-size: 2.75rem; } }
  .skip:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; min-block-size: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .lenses button[aria-pressed='true']::before { content: '✓ '; }
  @container standards-map (max-width: 37.5rem) {
    .toolbar .scope button { padding-inline: 0.55rem; }
    /* One line that scrolls, with room for focus rings */
    .switches { display: flex; gap: 0.35rem; flex: 1 0 100%; overflow-x: auto; scrollbar-width: none; padding: 3px; margin: -3px; }
    .switches > :is(.scope, .show-tools) { flex: none; max-inline-size: none; }
    /* Where the browser cannot say that there is more, nothing is out of sight. */
    @supports not (animation-timeline: scroll(self inline)) { .switches { flex-wrap: wrap; } }
    @supports (animation-timeline: scroll(self inline)) {
      .switches { animation-name: more-to-the-right; animation-timing-function: linear; animation-fill-mode: both; animation-timeline: scroll(self inline); }
      .switches:dir(rtl) { animation-name: more-to-the-left; }
    }
  }
  /* What goes on beyond an edge fades there: at the beginning at the end, in between at both, at the end at the beginning. */
  @keyframes more-to-the-right {
    from, 2% { mask-image: linear-gradient(to left, transparent, #000 3rem); }
    4%, 96% { mask-image: linear-gradient(to left, transparent, #000 3rem, #000 calc(100% - 3rem), transparent); }
    98%, to { mask-image: linear-gradient(to right, transparent, #000 3rem); }
  }
  @keyframes more-to-the-left {
    from, 2% { mask-image: linear-gradient(to right, transparent, #000 3rem); }
    4%, 96% { mask-image: linear-gradient(to left, transparent, #000 3rem, #000 calc(100% - 3rem), transparent); }
    98%, to { mask-image: linear-gradient(to left, transparent, #000 3rem); }
  }
`;
