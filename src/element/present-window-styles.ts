/** Looks of the presenter window: read at arm's length, dark where the reader wants it. */
export const windowSheet = `
  :root { color-scheme: light dark; --line: light-dark(#c9d1db, #465160); --focus: light-dark(#0b57d0, #a8c7fa); }
  * { box-sizing: border-box; }
  body {
    margin: 0; min-block-size: 100vh; padding: 1rem 1.25rem; display: grid; gap: 0.75rem 1.5rem; grid-template: 'now said' auto 'now said' 1fr 'coming said' auto 'buttons buttons' auto 'keys keys' auto / minmax(16rem, 2fr) minmax(0, 3fr);
    background: light-dark(#ffffff, #12161c); color: light-dark(#17202b, #e9eef5); font: 400 1.125rem/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: anywhere;
  }
  h1, h2, p { margin: 0; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
  .head { font-size: 0.9375rem; color: light-dark(#3b4655, #c6cfdb); font-weight: 600; }
  .now { grid-area: now; } .said { grid-area: said; display: flex; flex-direction: column; min-block-size: 0; } .coming { grid-area: coming; border-block-start: 1px solid var(--line); padding-block-start: 0.5rem; }
  .buttons { grid-area: buttons; display: flex; flex-wrap: wrap; gap: 0.5rem; } .keys { grid-area: keys; font-size: 0.9375rem; color: light-dark(#3b4655, #c6cfdb); }
  .place { font-weight: 600; font-variant-numeric: tabular-nums; }
  .now canvas { inline-size: 100%; block-size: auto; margin-block: 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; }
  .now canvas[hidden] { display: none; }
  .notes { flex: 1; max-block-size: calc(100vh - 11rem); overflow: auto; white-space: pre-wrap; font-size: 1.5rem; line-height: 1.45; }
  .next { font-weight: 600; font-size: 1.25rem; }
  .clocks { display: grid; grid-template-columns: auto 1fr; align-items: center; justify-items: start; gap: 0.25rem 0.75rem; margin-block-start: 0.5rem; }
  .clocks output { font-size: 1.75rem; font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
  button { font: inherit; min-block-size: 2.75rem; padding: 0.25rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: light-dark(#ffffff, #1c222b); color: inherit; cursor: pointer; }
  button:hover { background: light-dark(#eef2f8, #28313d); }
  button[aria-pressed='true'] { border-color: var(--focus); background: light-dark(#e3ecfb, #22344f); font-weight: 600; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  @media (max-width: 44rem) { body { grid-template: 'now' auto 'said' 1fr 'coming' auto 'buttons' auto 'keys' auto / minmax(0, 1fr); } .notes { max-block-size: 50vh; } }
`;
