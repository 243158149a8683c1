import { css } from 'lit';

/** Looks of what comes with the desk and stands in parts that are there before: the menu of tools, tooltips, tables in the panel, how a row of switches fades. */
export const deskStyles = css`
  .tooltip {
    position: absolute; inset-block-start: 0; inset-inline-start: 0; left: 0; right: auto; max-inline-size: min(22rem, 80cqi); padding: 0.4rem 0.65rem; border-radius: 0.5rem; pointer-events: none; z-index: 7;
    background: var(--_foreground); color: var(--_background); font-size: 0.8125rem; box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.3);
  }
  .tooltip strong, .tooltip span { display: block; overflow-wrap: anywhere; max-block-size: 6lh; overflow: hidden; }
  .detail table { border-collapse: collapse; font-size: 0.8125rem; inline-size: 100%; }
  .detail th, .detail td { border: 1px solid var(--_line); padding: 0.15rem 0.35rem; text-align: start; font-weight: 400; }
  .detail .scroll { overflow-x: auto; }
  /* A table is scrolled rather than its heads broken inside their words. */
  .detail .scroll th { overflow-wrap: normal; }
  .stage:has(.detail.wide) .zoom { inset-inline-end: calc(clamp(23rem, 47%, 44rem) + 0.75rem); }
  .menu { position: fixed; inset: auto; margin: 0; padding: 0.25rem; border: 1px solid var(--_line); border-radius: 0.75rem; color: var(--_foreground);
    background: var(--_panel); box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.2); min-inline-size: 12rem; }
  .menu:popover-open { display: grid; }
  .menu button { border-color: transparent; text-align: start; min-block-size: 2.25rem; }
  .menu button[aria-expanded='true'] { background: var(--_tint); font-weight: 600; }
  @media (pointer: coarse) { .menu button { min-block-size: 2.75rem; } }
  @container standards-map (max-width: 37.5rem) {
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
  @supports not (hanging-punctuation: first) {
    @container standards-map (min-width: 150rem) and (min-height: 70rem) {
      .tooltip { font-size: 1.1rem; }
    }
  }
`;
