import { cell, frame, letters, MAIN, STYLES } from './xlsx.js';
import { element, XML_HEAD, xmlText } from './xml.js';
import { Zip } from './zip.js';

/** A column of a form. */
export interface FormColumn {
  readonly heading: string;
  /** How much room it takes, in letters. */
  readonly width: number;
  /** What is said when a cell is chosen; 255 characters at most. */
  readonly says: string;
  /** Name of the list that its cells can be chosen from. */
  readonly choices?: string;
  /** Other texts than those of the list are refused; default: a question is asked, since a cell may name several. */
  readonly only?: boolean;
  /** What is asked where a cell says something else, 225 characters at most. Default: that several stand between semicolons. */
  readonly otherwise?: string;
}

/** A workbook to be filled in. */
export interface FormWorkbook {
  readonly title: string;
  /** Day of the file, `2026-11-22`. */
  readonly at: string;
  /** Name of the sheet to be filled in, its columns and the rows that are there already. */
  readonly name: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly string[])[];
  /** A sheet that says how: a heading and rows. */
  readonly help: { readonly name: string; readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] };
  /** Lists to choose from by their names, which are ASCII letters; they stand on a hidden sheet. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** Rows that drop-down lists reach to. */
const LAST_ROW = 2000;
const [HEAD, TEXT, WRAPPED] = [1, 3, 4];
const LISTS = 'Lists';
/** Texts as they are typed (`2019-05` stays what it is), and long ones in several lines. */
const FORM_STYLES = STYLES.replace('<cellXfs count="3">', '<cellXfs count="5">').replace(
  '</cellXfs>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>',
);
/** Longest prompt of a cell, and title of one. @source ECMA-376, 18.3.1.32 dataValidation; Excel specifications and limits */
const [PROMPT, PROMPT_TITLE, ERROR] = [255, 32, 225];

const rowXml = (values: readonly string[], at: number, style: number): string =>
  `<row r="${at}">${values.map((value, i) => cell(value, 'text', `${letters(i)}${at}`, style)).join('')}</row>`;
const colsXml = (widths: readonly number[], style?: number): string =>
  element('cols', {}, widths.map((width, i) => element('col', { min: i + 1, max: i + 1, width, style, customWidth: 1 })).join(''));
const FROZEN = element(
  'sheetViews',
  {},
  element('sheetView', { workbookViewId: 0 }, element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' })),
);
const sheetXml = (body: string): string => `${XML_HEAD}<worksheet xmlns="${MAIN}">${body}</worksheet>`;

function validation({ heading, says, choices, only, otherwise }: FormColumn, at: number): string {
  const column = letters(at);
  const attributes = {
    type: choices === undefined ? undefined : 'list',
    errorStyle: choices === undefined || only === true ? undefined : 'warning',
    allowBlank: 1,
    showInputMessage: 1,
    showErrorMessage: choices === undefined ? undefined : 1,
    errorTitle: choices === undefined ? undefined : heading.slice(0, PROMPT_TITLE),
    error:
      choices === undefined
        ? undefined
        : only === true
          ? 'Choose a value of the list.'
          : (otherwise ?? 'This is none of the list. Several stand between semicolons.').slice(0, ERROR),
    promptTitle: heading.slice(0, PROMPT_TITLE),
    prompt: says.slice(0, PROMPT),
    sqref: `${column}2:${column}${LAST_ROW}`,
  };
  return element('dataValidation', attributes, choices === undefined ? '' : element('formula1', {}, xmlText(rangeName(choices))));
}

const rangeName = (list: string): string => `list_${list}`;

/** Elements in the order that a worksheet has to have. @source ECMA-376 Part 1, 18.3.1.99 worksheet */
function formSheet({ columns, rows }: FormWorkbook): string {
  const validations = columns.map(validation);
  return sheetXml(
    FROZEN +
      colsXml(
        columns.map(({ width }) => width),
        TEXT,
      ) +
      `<sheetData>${rowXml(
        columns.map(({ heading }) => heading),
        1,
        HEAD,
      )}${rows.map((row, i) => rowXml(row, i + 2, TEXT)).join('')}</sheetData>` +
      element('dataValidations', { count: validations.length }, validations.join('')),
  );
}

function helpSheet({ help }: FormWorkbook): string {
  return sheetXml(
    FROZEN +
      colsXml(help.widths) +
      `<sheetData>${help.rows.map((row, i) => rowXml(row, i + 1, i === 0 ? HEAD : WRAPPED)).join('')}</sheetData>`,
  );
}

function listSheet(lists: readonly (readonly [name: string, values: readonly string[]])[]): string {
  const longest = Math.max(0, ...lists.map(([, values]) => values.length));
  const rows = Array.from({ length: longest }, (_, at) =>
    rowXml(
      lists.map(([, values]) => values[at] ?? ''),
      at + 2,
      TEXT,
    ),
  );
  const heads = rowXml(
    lists.map(([name]) => name),
    1,
    HEAD,
  );
  return sheetXml(`<sheetData>${heads}${rows.join('')}</sheetData>`);
}

/**
 * A workbook to be filled in: a sheet with a frozen row of headings, a text for each cell that is chosen, and drop-down lists; a sheet that says
 * how; and a hidden one with the lists. The same input gives the same bytes.
 *
 * @throws RangeError when a column names a list that there is not
 * @source ECMA-376 Part 1, 18.3.1.32 dataValidation
 */
export async function formXlsx(form: FormWorkbook): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const lists = Object.entries(form.lists).filter(([, values]) => values.length > 0);
  const names = new Set(lists.map(([name]) => name));
  const columns = form.columns.map((column) => {
    if (column.choices === undefined || names.has(column.choices)) return column;
    if (!Object.hasOwn(form.lists, column.choices))
      throw new RangeError(`form: column ${column.heading} names the list ${column.choices}, which there is not`);
    return { heading: column.heading, width: column.width, says: column.says };
  });
  const ranges = lists
    .map(([name, values], i) =>
      element('definedName', { name: rangeName(name) }, `${LISTS}!$${letters(i)}$2:$${letters(i)}$${values.length + 1}`),
    )
    .join('');
  const zip = new Zip();
  const options = { styles: FORM_STYLES, hidden: new Set([2]), ranges: element('definedNames', {}, ranges) };
  for (const [name, xml] of frame([form.name, form.help.name, LISTS], form, form.title, options)) await zip.add(name, [xml]);
  for (const [i, xml] of [formSheet({ ...form, columns }), helpSheet(form), listSheet(lists)].entries())
    await zip.add(`xl/worksheets/sheet${i + 1}.xml`, [xml]);
  return zip.pieces();
}
