import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { INTAKE_FIELDS, type IntakeField } from '../intake/fields.js';
import { letterOf, placeOf, type Grid } from '../intake/grid.js';
import type { KnownNames } from '../intake/known.js';
import { columnsOf, headerRowOf, proposeMapping, type Mapping, type ProposedMapping, type TableColumn } from '../intake/mapping.js';
import { nearest } from '../model/nearest.js';
import { isFields, textOf } from '../model/raw.js';
import { Unusable, type Io } from './command.js';
import { unusable } from './document.js';

/** What a mapping file says: `{"columns": {"Reference": "reference", "C": "status"}, "sheet": "Standards", "headerRow": 3}`. */
export interface MappingFile {
  /** Column names, or letters of columns, and the field of each. */
  readonly columns: readonly (readonly [column: string, field: IntakeField])[];
  readonly sheet?: string;
  /** From 1; 0 for a table without names of columns. */
  readonly headerRow?: number;
  /** A blank cell of SDO, committee and topics says what the one above it says. Default false. */
  readonly repeat?: boolean;
}

const isField = (name: string): name is IntakeField => INTAKE_FIELDS.some((field) => field === name);
const KEYS = ['columns', 'sheet', 'headerRow', 'repeat'];

/** Says what is wrong with a mapping file before anything is read with it. */
function checked(json: unknown, file: string): MappingFile {
  const fail = (says: string): never => {
    throw new Unusable(`${file}: ${says}`);
  };
  if (!isFields(json)) return fail('is no object. Expected {"columns": {"Reference": "reference", …}, "sheet": "…", "headerRow": 1}.');
  for (const key of Object.keys(json))
    if (!KEYS.includes(key))
      fail(`"${key}" is no part of a mapping. Expected ${KEYS.join(', ')}; nearest: "${nearest(key, KEYS) ?? KEYS[0] ?? ''}".`);
  const { columns, sheet, headerRow, repeat } = json;
  if (!isFields(columns)) return fail('columns is missing. Expected {"name of a column": "field", …}.');
  const pairs = Object.entries(columns).map(([column, field]) => {
    const name = textOf(field) ?? '';
    if (isField(name)) return [column, name] as const;
    const near = nearest(name, INTAKE_FIELDS);
    return fail(
      `columns "${column}": "${name}" is no field. Expected one of ${INTAKE_FIELDS.join(', ')}${near === undefined ? '' : `; nearest: "${near}"`}.`,
    );
  });
  const fields = pairs.map(([, field]) => field);
  const twice = fields.find((field, at) => fields.indexOf(field) !== at);
  if (twice !== undefined) fail(`columns: two columns are said to be "${twice}". Expected each field once.`);
  if (sheet !== undefined && typeof sheet !== 'string') fail('sheet is not text. Expected the name of a sheet.');
  if (headerRow !== undefined && !(Number.isInteger(headerRow) && Number(headerRow) >= 0))
    fail('headerRow is not a whole number. Expected the number of the row with the names of the columns, from 1.');
  if (repeat !== undefined && typeof repeat !== 'boolean') fail('repeat is neither true nor false.');
  return {
    columns: pairs,
    ...(typeof sheet === 'string' && { sheet }),
    ...(typeof headerRow === 'number' && { headerRow }),
    ...(repeat === true && { repeat }),
  };
}

/** @throws Unusable that says what is wrong with it */
export function readMapping(file: string, io: Io): MappingFile {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    throw unusable(error, file, 'a mapping file (JSON)');
  }
  try {
    return checked(JSON.parse(text.replace(/^\uFEFF/, '')), file);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unusable(`${file}: is not JSON: ${error.message}. Expected {"columns": {"Reference": "reference", …}}.`);
  }
}

const listed = (columns: readonly TableColumn[]): string => columns.map(({ name, letter }) => `${letter} "${name}"`).join(', ');

/** The mapping that a file asks for. @throws Unusable when the table lacks a column, or has two of a name */
export function mappingOf(
  grid: Grid,
  { columns: pairs, headerRow = headerRowOf(grid), repeat = false }: MappingFile,
  file: string,
): Mapping {
  const columns = columnsOf(grid, headerRow);
  const header = headerRow === 0 ? [] : (grid.rows[headerRow - 1] ?? []);
  const fields = pairs.map(([name, field]) => {
    const same = columns.filter(({ at }) => (header[at] ?? '').replace(/\s+/g, ' ').trim() === name);
    if (same.length > 1)
      throw new Unusable(
        `${file}: ${String(same.length)} columns are called "${name}" (${same.map(({ letter }) => letter).join(', ')}). Name one by its letter.`,
      );
    const column = same[0] ?? columns.find(({ letter }) => letter === name && placeOf(name) < columns.length);
    if (column) return [field, column.at] as const;
    const near = nearest(
      name,
      columns.map((one) => one.name),
    );
    throw new Unusable(
      `${file}: has no column "${name}" in row ${String(headerRow)}. Its columns: ${listed(columns)}${near === undefined ? '' : `. Nearest: "${near}"`}.`,
    );
  });
  return { headerRow, fields: Object.fromEntries(fields), repeat };
}

const SURE = 0.95;

/** What columns were taken for: those whose names are known in one line, a guess in a line of its own that says how sure it is. */
function said(grid: Grid, mapping: ProposedMapping): readonly string[] {
  const columns = columnsOf(grid, mapping.headerRow);
  const taken = new Set(Object.values(mapping.fields));
  const named = INTAKE_FIELDS.flatMap((field) => {
    const at = mapping.fields[field];
    return at === undefined
      ? []
      : [{ field, at, name: `${letterOf(at)} "${columns[at]?.name ?? ''}"`, share: mapping.confidence[field] ?? 0 }];
  });
  const lines = named
    .filter(({ share }) => share < SURE)
    .map(({ field, name, share }) => {
      const how = share > 0.5 ? `likely by its name, ${share.toFixed(2)}` : `by its cells only, ${share.toFixed(2)}`;
      return `column ${name} is taken for ${field} (${how})`;
    });
  const sure = named.filter(({ share }) => share >= SURE).sort((a, b) => a.at - b.at);
  const rest = columns.filter(({ at }) => !taken.has(at));
  return [
    mapping.headerRow === 0 ? 'no row with names of columns was found' : `row ${String(mapping.headerRow)} has the names of the columns`,
    ...(sure.length > 0 ? [`known by their names: ${sure.map(({ name, field }) => `${name} (${field})`).join(', ')}`] : []),
    ...lines,
    ...(rest.length > 0 ? [`not read: ${listed(rest)}`] : []),
    ...(mapping.repeat
      ? [
          'blank cells of SDO, committee and topics say nothing. Where they were joined with the cell above: --mapping FILE with "repeat": true.',
        ]
      : []),
  ];
}

/**
 * A guess, which says what it guessed. That blank cells were joined ones is never guessed: a contact person leaves empty what the row says
 * nothing about, and the group of the row above would be a fact that nobody stated.
 */
export function guessedMapping(grid: Grid, known: KnownNames, file: string, io: Io): Mapping {
  const mapping = proposeMapping(grid, known);
  for (const line of said(grid, mapping)) io.say(`${file}: ${line}`);
  return { ...mapping, repeat: false };
}

/** A table has to say which standard a row is about. @throws Unusable that names the columns that there are */
export function mustName(grid: Grid, mapping: Mapping, file: string): void {
  if (mapping.fields.reference !== undefined || mapping.fields.title !== undefined) return;
  throw new Unusable(
    `${file}: no column with designations or titles was found. Its columns in row ${String(mapping.headerRow)}: ${listed(columnsOf(grid, mapping.headerRow))}. Say which it is with --mapping FILE: {"columns": {"name of the column": "reference"}}.`,
  );
}
