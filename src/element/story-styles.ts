import { css } from 'lit';

/** The story in the making. */
export const storyStyles = css`
  .story input:is([type='text']), .story textarea, .story select {
    min-inline-size: 0; padding: 0.35rem 0.5rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_background); color: inherit; font: inherit;
  }
  .story textarea { resize: vertical; min-block-size: 3.5rem; line-height: 1.4; }
  .story .entitled { display: grid; gap: 0.2rem; margin-block: 0.25rem 0.6rem; font-size: 0.8125rem; color: var(--_muted); }
  .story .entitled input { font-size: 1rem; font-weight: 600; color: var(--_foreground); }
  .story .said:empty { display: none; }
  .story .notice { pointer-events: auto; }
  .story .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-block: 0.5rem; }
  .detail .story ol.scenes { margin-block: 0.75rem; border-block-start: 1px solid var(--_line); }
  .detail .story .scenes > li {
    display: grid; grid-template-columns: 2rem minmax(0, 1fr) auto; gap: 0.1rem 0.5rem; align-items: start; padding-block: 0.6rem; border-block-end: 1px solid var(--_line);
  }
  .story .scenes > li[aria-current] { box-shadow: inset 3px 0 0 var(--_focus); }
  .story .scenes > li[aria-current]:dir(rtl) { box-shadow: inset -3px 0 0 var(--_focus); }
  .story .place { justify-self: center; min-inline-size: 1.5rem; padding-block: 0.1rem; text-align: center; font-variant-numeric: tabular-nums; color: var(--_muted); }
  .story .open { font-weight: 600; font-size: 0.9375rem; text-align: start; overflow-wrap: anywhere; }
  .story .about { display: grid; gap: 0.1rem; min-inline-size: 0; }
  .story .about .small { overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .story .about .caption { color: var(--_foreground); }
  .story .order { display: flex; gap: 0.15rem; }
  .story .order .icon { inline-size: 1.75rem; min-block-size: 1.75rem; }
  .story .order .icon svg { inline-size: 0.9rem; block-size: 0.9rem; }
  .story .actions { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 0 0.9rem; font-size: 0.8125rem; }
  .story .words { grid-column: 2 / -1; display: grid; gap: 0.5rem; margin-block: 0.35rem; }
  .story .words label { display: grid; gap: 0.15rem; font-size: 0.8125rem; color: var(--_muted); }
  .story .words :is(input, textarea) { color: var(--_foreground); font-size: 0.9375rem; }
  .story .given li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1rem 0.75rem; padding-block: 0.35rem; }
  .story .given bdi { font-weight: 600; }
  .story .check { display: inline-flex; align-items: center; gap: 0.35rem; }
  @media (pointer: coarse) {
    .story .actions button, .story .given button { min-block-size: 2.75rem; }
    .story .order .icon { inline-size: 2.75rem; min-block-size: 2.75rem; }
  }
  @media print { .story { display: none; } }
`;
