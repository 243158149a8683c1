/** The frame around the map of a page without a network: the map has the window, what the file is stands above and below it. */
export const OFFLINE_STYLES = `
:root { color-scheme: light dark; --ink: #1a1f2b; --ground: #fff; --muted: #535c6b; --line: #d5dae2; --link: #0047b3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --ground: #14181f; --muted: #a9b2c0; --line: #3a4250; --link: #8fbcff; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; grid-template-rows: auto minmax(28rem, 1fr) auto; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; overflow-wrap: break-word; }
body > * { min-width: 0; padding: .6rem clamp(.75rem, 2vw, 1.5rem); }
header { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; }
h1 { font-size: 1.25rem; line-height: 1.3; margin: 0; }
header p { margin: 0; color: var(--muted); font-size: .9rem; }
main { position: relative; padding-block: 0; }
standards-map { display: block; }
standards-map:defined { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; border-block: 1px solid var(--line); }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
footer { font-size: .9rem; }
summary { cursor: pointer; width: fit-content; min-height: 24px; }
h2 { font-size: 1.1rem; margin: 1.25rem 0 .5rem; }
p, ul, dl { max-width: 60rem; margin: .5rem 0 1rem; }
li { margin: .2rem 0; }
.muted { color: var(--muted); }
dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .25rem 1rem; padding: .25rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; font: .8rem/1.45 ui-monospace, Consolas, 'DejaVu Sans Mono', monospace; max-width: 60rem; }
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print { body { display: block; } main { height: 16cm; } }
`;
