import { css } from 'lit';

/** Undo and redo. */
export const stepStyles = css`
  .steps button { display: grid; place-items: center; inline-size: 2.25rem; padding: 0; }
  .steps svg { inline-size: 1.1rem; block-size: 1.1rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  .steps [aria-disabled='true'] { color: var(--_muted); cursor: default; }
  .steps [aria-disabled='true']:hover { background: var(--_panel); }
  .steps [aria-disabled='true'] svg { opacity: 0.45; }
  .steps:dir(rtl) svg { transform: scaleX(-1); }
  @media (forced-colors: active) {
    .steps [aria-disabled='true'] { color: GrayText; border-color: GrayText; }
    .steps [aria-disabled='true'] svg { opacity: 1; }
  }
`;
