/** Sheets of paper that a story is printed on, across. */
export const PAPERS = {
  a4: { page: 'A4 landscape', height: '189mm', width: '277mm' },
  letter: { page: 'letter landscape', height: '194mm', width: '259mm' },
} as const;
export type Paper = keyof typeof PAPERS;

/** The looks of a printed story: light, one scene a page, whatever the screen or the page that it comes from is like. */
export const storySheetStyles = (paper: Paper): string => `
@page { size: ${PAPERS[paper].page}; margin: 10mm; }
:root { color-scheme: only light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1f2b; font: 10pt/1.35 Arial, Helvetica, 'Noto Sans', sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
main { display: block; }
.page { position: relative; display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; gap: 2mm; inline-size: 100%; block-size: ${PAPERS[paper].height}; overflow: hidden; break-after: page; break-inside: avoid; }
.page:last-child { break-after: auto; }
h1 { margin: 0; font-size: 20pt; line-height: 1.15; overflow-wrap: anywhere; }
h1.long { font-size: 12pt; }
.caption { margin: 0; font-size: 11.5pt; max-inline-size: 245mm; overflow-wrap: anywhere; }
.caption.long { font-size: 8pt; }
.body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 5mm; min-block-size: 0; }
.body.noted { grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr); }
.picture { display: flex; flex-direction: column; gap: 1.5mm; min-block-size: 0; min-inline-size: 0; }
.picture svg.drawing { display: block; flex: 1 1 0; min-block-size: 0; inline-size: 100%; border: 0.2mm solid #c8ced8; }
.legend { display: flex; flex-wrap: wrap; gap: 0.5mm 4mm; margin: 0; padding: 0; list-style: none; font-size: 8pt; }
.legend li { display: inline-flex; align-items: center; gap: 1mm; }
.legend svg { inline-size: 3mm; block-size: 3mm; }
.notes { border-inline-start: 0.4mm solid #c8ced8; padding-inline-start: 4mm; font-size: 9.5pt; white-space: pre-line; overflow-wrap: anywhere; overflow: hidden; }
.notes.long { font-size: 8pt; line-height: 1.25; }
.notes.longest { font-size: 6.5pt; line-height: 1.2; }
.notes h2 { margin: 0 0 1mm; font-size: 8pt; color: #5b6472; }
table { inline-size: 100%; border-collapse: collapse; font-size: 8.5pt; }
table.few { font-size: 12pt; }
th, td { text-align: start; vertical-align: top; padding: 0.8mm 1.5mm; border-block-end: 0.2mm solid #c8ced8; overflow-wrap: anywhere; }
th { background: #f2f4f8; }
.more { margin: 0; font-size: 8pt; color: #5b6472; }
footer { display: flex; gap: 6mm; justify-content: space-between; border-block-start: 0.2mm solid #c8ced8; padding-block-start: 1.5mm; font-size: 7pt; line-height: 1.25; color: #444d5c; }
footer .about { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
footer .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
@media screen { body { background: #d9dde4; } .page { inline-size: ${PAPERS[paper].width}; max-inline-size: 100%; margin: 5mm auto; padding: 6mm; background: #fff; box-shadow: 0 0.5mm 2mm rgb(0 0 0 / 0.25); } }
`;
