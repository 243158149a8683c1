import { guarded } from './cell.js';
import type { CellValue, Grid, GridColumn } from './grid.js';
import { aboutLines, type AboutWords, type Provenance } from './provenance.js';
import { BATCH, type Pace } from './steps.js';
import { element, XML_HEAD, xmlText } from './xml.js';
import { Zip } from './zip.js';

/** Most characters of a cell, and rows of a sheet. @source Excel specifications and limits */
const LONGEST = 32_767;
export const MOST_ROWS = 1_048_576;
/** Styles by their place in `cellXfs`. */
const [PLAIN, HEAD, DATE] = [0, 1, 2];
/** Days up to 1970-01-01 from the day that Excel counts from; right from 1900-03-01 on, before which Excel knows a day that never was. */
const EPOCH = 25_569;
const FIRST_RIGHT = '1900-03-01';
const DAY_MS = 86_400_000;
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** What a reader of a sheet would take for a character by its number. @source ECMA-376, 22.9.2.19 ST_Xstring */
const NUMBERED = /_(?=x[\da-f]{4}_)/gi;

/** Name of a column by its place from 0: A … Z, AA … */
export function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A text of a cell; longer than a cell can hold, it ends with an ellipsis. */
function sheetText(text: string): string {
  const safe = guarded(text);
  return xmlText(safe.length > LONGEST ? `${safe.slice(0, LONGEST - 1)}…` : safe).replace(NUMBERED, '_x005F_');
}

/** A cell of a sheet; nothing for an empty value. @param place `A1` @param style place among the styles of the workbook */
export function cell(value: CellValue, kind: GridColumn['kind'], place: string, style = PLAIN): string {
  if (value === undefined || value === '') return '';
  const s = style === PLAIN ? '' : ` s="${style}"`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"${s}><v>${value}</v></c>` : '';
  // A date that is no more precise than its source stays a text
  if (kind === 'date' && WHOLE_DAY.test(value) && value >= FIRST_RIGHT)
    return `<c r="${place}" s="${DATE}"><v>${Date.parse(value) / DAY_MS + EPOCH}</v></c>`;
  return `<c r="${place}"${s} t="inlineStr"><is><t xml:space="preserve">${sheetText(value)}</t></is></c>`;
}

/** A sheet in parts. */
function* sheetParts({ columns, count, row }: Grid): Generator<readonly [part: string, share: number], void> {
  const last = letters(columns.length - 1);
  const rowXml = (values: readonly CellValue[], at: number, style?: number): string =>
    `<row r="${at}">${values.map((value, i) => cell(value, columns[i]?.kind, `${letters(i)}${at}`, style)).join('')}</row>`;
  const pane = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' });
  const widths = columns.map(({ width }, i) => element('col', { min: i + 1, max: i + 1, width, customWidth: 1 })).join('');
  const head = element('sheetViews', {}, element('sheetView', { workbookViewId: 0 }, pane)) + element('cols', {}, widths);
  const headings = columns.map(({ heading }) => heading);
  yield [`${XML_HEAD}<worksheet xmlns="${MAIN}">${head}<sheetData>${rowXml(headings, 1, HEAD)}`, 0];
  for (let from = 0; from < count; from += BATCH) {
    let part = '';
    for (let at = from; at < Math.min(count, from + BATCH); at++) part += rowXml(row(at), at + 2);
    yield [part, Math.min(1, (from + BATCH) / count)];
  }
  yield [`</sheetData><autoFilter ref="A1:${last}${Math.max(1, count + 1)}"/></worksheet>`, 1];
}

/** Styles 0 to 2: plain, heading, date. */
export const STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** Name of a sheet that Excel takes, other than the names before it. @source Excel, rules for the names of worksheets */
function sheetNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name, i) => {
    const plain = name
      .replace(/[[\]/\\:*?']|\p{Cc}|\p{Cs}/gu, ' ')
      .trim()
      .slice(0, 31)
      .trim();
    const free = plain === '' || used.has(plain.toLowerCase()) ? `Sheet ${i + 1}` : plain;
    used.add(free.toLowerCase());
    return free;
  });
}

/** What a workbook has beside sheets that are all shown. */
export interface FrameOptions {
  readonly styles?: string;
  /** Places of the sheets that are hidden. */
  readonly hidden?: ReadonlySet<number>;
  /** Names of ranges, as markup. */
  readonly ranges?: string;
}

/** Everything but the sheets: small files that say which there are. */
export function frame(
  names: readonly string[],
  { title, at }: Pick<Provenance, 'title' | 'at'>,
  description: string,
  { styles = STYLES, hidden, ranges = '' }: FrameOptions = {},
): readonly (readonly [name: string, xml: string])[] {
  const place = (i: number): string => `worksheets/sheet${i + 1}.xml`;
  const type = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const part = (PartName: string, ContentType: string): string => element('Override', { PartName, ContentType });
  const relation = (Id: string, Type: string, Target: string): string => element('Relationship', { Id, Type, Target });
  const relations = (body: string): string => XML_HEAD + element('Relationships', { xmlns: `${PACKAGE}/relationships` }, body);
  const core = { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' };
  const terms = { 'xmlns:dcterms': 'http://purl.org/dc/terms/', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' };
  return [
    [
      '[Content_Types].xml',
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', type('sheet.main'))}${part('/xl/styles.xml', type('styles'))}${names.map((_, i) => part(`/xl/${place(i)}`, type('worksheet'))).join('')}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
    ],
    [
      '_rels/.rels',
      relations(
        relation('rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml') +
          relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    ],
    [
      'docProps/core.xml',
      XML_HEAD +
        element(
          'cp:coreProperties',
          { ...core, ...terms },
          element('dc:title', {}, xmlText(title)) +
            element('dc:description', {}, xmlText(description)) +
            element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, `${xmlText(at)}T00:00:00Z`),
        ),
    ],
    [
      'xl/workbook.xml',
      `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${names.map((name, i) => element('sheet', { name, sheetId: i + 1, state: hidden?.has(i) ? 'hidden' : undefined, 'r:id': `rId${i + 1}` })).join('')}</sheets>${ranges}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        names.map((_, i) => relation(`rId${i + 1}`, `${RELATIONS}/worksheet`, place(i))).join('') +
          relation(`rId${names.length + 1}`, `${RELATIONS}/styles`, 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', styles],
  ];
}

/** Terms and values of where an export comes from, as a sheet of its own. */
function aboutGrid(name: string, provenance: Provenance, words?: AboutWords): Grid {
  const lines = aboutLines(provenance, words);
  const [[term, value] = ['', ''], ...others] = lines;
  return {
    name,
    columns: [
      { heading: term, width: 20 },
      { heading: value, width: 80 },
      { heading: '', width: 50 },
    ],
    count: others.length,
    row: (at) => [...(others[at] ?? [])],
  };
}

/** The parts of a sheet one after the other, with pauses between slices. @param tell how much of the sheet is done, 0–1 */
async function* paced(sheet: Grid, { signal, pause, now, slice = 8 }: Pace, tell: (share: number) => void): AsyncGenerator<string, void> {
  let end = (now?.() ?? 0) + slice;
  for (const [part, share] of sheetParts(sheet)) {
    signal?.throwIfAborted();
    yield part;
    if (now && now() < end) continue;
    tell(share);
    await pause?.();
    end = (now?.() ?? 0) + slice;
  }
  signal?.throwIfAborted();
}

/**
 * Grids as a workbook: a sheet each, and one that says where the export comes from, under the name that is given.
 *
 * Cells are numbers, dates where the source gives a whole day, and texts; never a formula, and no text that would be one where somebody
 * edits the cell or saves it as another file. The same input gives the same workbook.
 *
 * @returns the bytes in pieces
 * @throws RangeError when a grid has more rows than a sheet can have; the reason of the signal when it is aborted
 * @source ECMA-376, SpreadsheetML
 */
export async function writeXlsx(
  grids: readonly Grid[],
  provenance: Provenance,
  { about = 'About', words, pace = {} }: { readonly about?: string; readonly words?: AboutWords; readonly pace?: Pace } = {},
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const sheets = [...grids, aboutGrid(about, provenance, words)];
  const long = sheets.find(({ count }) => count >= MOST_ROWS);
  if (long)
    throw new RangeError(
      `xlsx: a sheet has at most ${MOST_ROWS - 1} rows below its head, got ${long.count}. Export a part of them, or CSV.`,
    );
  const description = aboutLines(provenance, words).map((line) => `${line[0]}: ${line.slice(1).join(' ')}`);
  const zip = new Zip();
  for (const [name, xml] of frame(sheetNames(sheets.map(({ name }) => name)), provenance, description.join('\n')))
    await zip.add(name, [xml]);
  const all = sheets.reduce((sum, { count }) => sum + count + 1, 0);
  let done = 0;
  for (const [i, sheet] of sheets.entries()) {
    const tell = (share: number): void => pace.onProgress?.((done + share * (sheet.count + 1)) / all);
    await zip.add(`xl/worksheets/sheet${i + 1}.xml`, paced(sheet, pace, tell));
    done += sheet.count + 1;
  }
  return zip.pieces();
}
