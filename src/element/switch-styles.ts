import { css } from 'lit';

/** The switches of views, lenses and tools. */
export const switchStyles = css`
  .tools button[aria-expanded='true'] { background: var(--_tint); border-color: var(--_focus); font-weight: 600; }
  .lenses button[aria-pressed='true']::before { content: '✓ '; }
  @container standards-map (max-width: 37.5rem) {
    .toolbar .scope button { padding-inline: 0.55rem; }
  }
`;
