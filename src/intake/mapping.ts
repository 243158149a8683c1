import { edits } from '../model/nearest.js';
import { readDate } from './dates.js';
import { COLUMN_WORDS, INTAKE_FIELDS, type IntakeField } from './fields.js';
import { letterOf, type Grid } from './grid.js';
import { kindNamed, levelOf, roleOf, type KnownNames } from './known.js';
import { HEADER_ROWS, SAMPLE } from './limits.js';
import { entriesOf } from './lists.js';
import { isCommitteeName, isReference } from './reference.js';
import { statusOf } from './status-words.js';
import { plainWords } from './words.js';

/** A column of a table. */
export interface TableColumn {
  /** From 0. */
  readonly at: number;
  /** As spreadsheet programs call it: `A`, `AA`. */
  readonly letter: string;
  /** As its header calls it, with the letter where two are called alike; `Column C` where it has none. */
  readonly name: string;
}

/** Which column says what, and where the table begins. */
export interface Mapping {
  /** Number of the row with the names of the columns, from 1; 0 where there is none. */
  readonly headerRow: number;
  /** Column of each field, from 0. */
  readonly fields: Readonly<Partial<Record<IntakeField, number>>>;
  /** A blank cell of SDO, committee and topics says what the one above it says, as where cells were joined before the file was saved as CSV. */
  readonly repeat: boolean;
}

/** A mapping as it is proposed. */
export interface ProposedMapping extends Mapping {
  /** How sure each field is, 0-1: 1 for a name that is known, less for a likeness, at most 0.5 where only the cells tell. */
  readonly confidence: Readonly<Partial<Record<IntakeField, number>>>;
}

const WORDS: readonly (readonly [field: IntakeField, words: readonly string[]])[] = INTAKE_FIELDS.map((field) => [
  field,
  [...new Set(COLUMN_WORDS[field].map(plainWords))],
]);

/** Headers carry hints in brackets, `Date (dd/mm/yyyy)`, and dots in abbreviations, `S.D.O.`. */
const headerText = (cell: string): string => {
  const whole = cell.replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?:\.|$))/gu, '$1');
  return plainWords(whole.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')) || plainWords(whole);
};

/** How much a header says that its column is of a field, 0-1. */
function likeness(header: string, words: readonly string[]): number {
  if (header === '' || header.length > 60) return 0;
  if (words.includes(header)) return 1;
  let best = 0;
  for (const word of words) {
    if (word.length >= 3 && ` ${header} `.includes(` ${word} `)) best = Math.max(best, 0.5 + (0.4 * word.length) / header.length);
    else if (word.length >= 5 && Math.abs(word.length - header.length) <= 1 && edits(word, header) <= 1) best = Math.max(best, 0.8);
  }
  return best;
}

/** What a cell of a field looks like; a field without a look is told by its header only. */
const looks = (known: KnownNames): Readonly<Partial<Record<IntakeField, (cell: string) => boolean>>> => ({
  reference: (cell) => entriesOf(cell).every(isReference),
  date: (cell) => readDate(cell).ok,
  status: (cell) => statusOf(cell) !== undefined,
  sdo: (cell) => known.sdo(cell) !== undefined,
  committee: (cell) => isCommitteeName(cell) || known.committee(cell) !== undefined,
  url: (cell) => /^https?:\/\//.test(cell),
  ics: (cell) => entriesOf(cell).every((entry) => /^\d{2}\.\d{3}(?:\.\d{2})?$/.test(entry)),
  topics: (cell) => entriesOf(cell).some((entry) => known.topic(entry) !== undefined),
  role: (cell) => roleOf(cell) !== undefined,
  level: (cell) => levelOf(cell) !== undefined,
  kind: (cell) => kindNamed(cell) !== undefined,
  title: (cell) => cell.length > 12 && /\p{L}{3,}\s+\S*\p{L}/u.test(cell) && !isReference(cell),
});

const sampleOf = (grid: Grid, column: number, headerRow: number): readonly string[] => {
  const cells: string[] = [];
  for (let row = headerRow; row < grid.rows.length && cells.length < SAMPLE; row++) {
    const cell = grid.rows[row]?.[column]?.trim() ?? '';
    if (cell !== '') cells.push(cell);
  }
  return cells;
};

interface Score {
  readonly field: IntakeField;
  readonly column: number;
  readonly score: number;
}

/** Fields to columns, the surest first; a column says one thing, and a field stands in one column. */
function assigned(scores: readonly Score[]): readonly Score[] {
  const taken = new Set<number>();
  const done = new Set<IntakeField>();
  return [...scores]
    .sort((a, b) => b.score - a.score || INTAKE_FIELDS.indexOf(a.field) - INTAKE_FIELDS.indexOf(b.field) || a.column - b.column)
    .filter(({ field, column }) => {
      if (taken.has(column) || done.has(field)) return false;
      taken.add(column);
      done.add(field);
      return true;
    });
}

const byHeader = (row: readonly string[]): readonly Score[] =>
  row.flatMap((cell, column) => {
    const header = headerText(cell);
    return WORDS.flatMap(([field, words]) => {
      const score = likeness(header, words);
      return score === 0 ? [] : [{ field, column, score }];
    });
  });

/** The row with the names of the columns: the one of the first rows that names most; titles above it name none or one. 0 where none does. */
export function headerRowOf(grid: Grid): number {
  let best = { row: 0, score: 0 };
  const isWide = grid.rows.some((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  grid.rows.slice(0, HEADER_ROWS).forEach((row, at) => {
    if (row.some((cell) => cell.trim() !== '' && isReference(cell) && likeness(headerText(cell), COLUMN_WORDS.reference) < 1)) return;
    const named = assigned(byHeader(row)).filter(({ score }) => score >= 0.6);
    const score = named.reduce((sum, one) => sum + one.score, 0);
    if (named.length >= (isWide ? 2 : 1) && score > best.score) best = { row: at + 1, score };
  });
  return best.row === 0 ? rowAbove(grid) : best.row;
}

/** Names that nobody knows are names all the same where they stand right above the first designation, as wide as its row. */
function rowAbove({ rows }: Grid): number {
  const filled = (row: readonly string[] | undefined): number => row?.filter((cell) => cell.trim() !== '').length ?? 0;
  const first = rows.slice(0, HEADER_ROWS).findIndex((row) => row.some((cell) => isReference(cell)));
  return first > 0 && filled(rows[first - 1]) > 1 && filled(rows[first - 1]) >= filled(rows[first]) - 1 ? first : 0;
}

/** Widest row of a table, in cells. */
export const widthOf = (grid: Grid): number => grid.rows.reduce((most, row) => Math.max(most, row.length), 0);

/** The columns under a header row. */
export function columnsOf(grid: Grid, headerRow: number): readonly TableColumn[] {
  const header = headerRow === 0 ? [] : (grid.rows[headerRow - 1] ?? []);
  const names = Array.from({ length: widthOf(grid) }, (_, at) => (header[at] ?? '').replace(/\s+/g, ' ').trim());
  return names.map((name, at) => {
    const letter = letterOf(at);
    const isShared = names.some((other, place) => place !== at && plainWords(other) === plainWords(name));
    return { at, letter, name: name === '' ? `Column ${letter}` : isShared ? `${name} (${letter})` : name };
  });
}

/** Blank cells of a column of groups, as a share of its rows; 0 unless it begins with a filled one and has at least two groups. */
function blanksOf(grid: Grid, column: number | undefined, reference: number | undefined, headerRow: number): number {
  if (column === undefined) return 0;
  const rows = grid.rows.slice(headerRow).filter((row) => reference === undefined || (row[reference] ?? '').trim() !== '');
  const cells = rows.map((row) => (row[column] ?? '').trim());
  const groups = new Set(cells.filter((cell) => cell !== ''));
  return cells[0] === '' || groups.size < 2 ? 0 : cells.filter((cell) => cell === '').length / Math.max(1, cells.length);
}
/** From this share on blank cells are taken for joined ones. */
const MANY_BLANKS = 0.25;
/** Least share of a column's cells that have to look like a field where its header says nothing. */
const TELLING = 0.6;

/**
 * Which column says what: by the names of the columns, and by what stands in them where the names do not tell.
 *
 * @param headerRow where the reader has chosen it; default: found
 */
export function proposeMapping(grid: Grid, known: KnownNames, headerRow = headerRowOf(grid)): ProposedMapping {
  const look = looks(known);
  const header = headerRow === 0 ? [] : (grid.rows[headerRow - 1] ?? []);
  const named = byHeader(header);
  const scores = Array.from({ length: widthOf(grid) }, (_, column) => {
    const cells = sampleOf(grid, column, headerRow);
    return INTAKE_FIELDS.flatMap((field): readonly Score[] => {
      const score = named.find((one) => one.field === field && one.column === column)?.score ?? 0;
      const is = look[field];
      const share = is && cells.length > 0 ? cells.filter(is).length / cells.length : undefined;
      if (score > 0) return [{ field, column, score: share === 0 ? score / 2 : score }];
      return share !== undefined && share >= TELLING ? [{ field, column, score: share / 2 }] : [];
    });
  }).flat();
  const chosen = assigned(scores);
  const fields: Partial<Record<IntakeField, number>> = Object.fromEntries(chosen.map(({ field, column }) => [field, column]));
  const blanks = [fields.sdo, fields.committee].map((column) => blanksOf(grid, column, fields.reference ?? fields.title, headerRow));
  return {
    headerRow,
    fields,
    confidence: Object.fromEntries(chosen.map(({ field, score }) => [field, score])),
    repeat: Math.max(...blanks) >= MANY_BLANKS,
  };
}
