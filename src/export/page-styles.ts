/** The looks of a page: system colours of either scheme, tables that become cards on a phone, and headings repeated on paper. */
export const PAGE_STYLES = `
:root { color-scheme: light dark; --ink: #1a1f2b; --ground: #fff; --muted: #535c6b; --line: #d5dae2; --band: #f4f6f9; --link: #0047b3; --come: #005c3f; --gone: #8f1d1d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --ground: #14181f; --muted: #a9b2c0; --line: #3a4250; --band: #1d232d; --link: #8fbcff; --come: #6fd6ae; --gone: #ff9c9c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; }
main { max-width: 78rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; overflow-wrap: break-word; }
h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
p, ul, ol, dl { margin: .5rem 0 1rem; max-width: 60rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.muted { color: var(--muted); }
nav { background: var(--band); border-radius: .5rem; padding: .5rem 1.25rem; margin: 1.5rem 0; }
nav ol { columns: 18rem; margin: .5rem 0; padding-inline-start: 1.5rem; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .25rem 1rem; padding: .25rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; margin: 1rem 0 2rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; min-width: 4rem; }
td > div, tbody th > div { max-width: 34rem; }
thead th { background: var(--band); border-bottom: 2px solid var(--line); overflow-wrap: normal; }
tbody th { font-weight: 400; }
tbody tr:nth-child(even) > * { background: var(--band); }
.number { text-align: end; min-width: 3rem; }
.number > div { margin-inline-start: auto; }
.date { white-space: nowrap; }
ins { color: var(--come); text-decoration: none; }
del { color: var(--gone); }
figure { margin: 1.5rem 0 2rem; }
.picture { overflow-x: auto; border: 1px solid var(--line); border-radius: .25rem; background: #fff; }
.picture svg { display: block; max-width: 100%; height: auto; }
figcaption { font-weight: 600; font-size: .9rem; margin-top: .5rem; }
figure .muted { font-size: .9rem; margin-top: 0; }
@media screen and (max-width: 40rem) {
  dl > div { grid-template-columns: 1fr; gap: 0; }
  table, tbody, tr, tbody th, tbody td { display: block; }
  caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 .75rem; padding: .4rem 0; }
  tbody tr > *, tbody tr:nth-child(even) > * { border: 0; background: none; padding: .15rem .75rem; text-align: start; white-space: normal; }
  .number > div { margin: 0; }
  tbody th { order: -1; }
  tbody td:empty { display: none; }
  tbody td::before { content: attr(data-heading); display: block; color: var(--muted); font-size: .8rem; }
}
@media print {
  :root { --ink: #000; --ground: #fff; --muted: #444; --line: #999; --band: #fff; --link: #000; --come: #000; --gone: #000; }
  body { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  .wide, .picture { overflow: visible; }
  table { font-size: .8rem; }
  th, td, .date { padding: .2rem .35rem; min-width: 0; overflow-wrap: anywhere; white-space: normal; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  a { text-decoration: none; }
}
@page { margin: 18mm 15mm; }
`;
