import { excerpt } from '../model/issue.js';
import { nearest } from '../model/nearest.js';
import { COLUMNS, type Column } from './columns.js';
import { GROUP_FIELDS, type GroupField } from './grouping.js';
import type { SortKey } from './ordering.js';

/** How a table is to be written: the parts of the state of the same names. */
export interface TableSettings {
  /** Columns between commas, each breaking the ties of those before it; a leading minus turns one round: `status,-latest`. Default: dataset order. */
  readonly sort?: string;
  /** Columns in their order, between commas: `id,title,status`. Default: USUAL_COLUMNS. */
  readonly fields?: string;
  /** The field that the rows are grouped by: `topic`. Default: none. */
  readonly by?: string;
}

/** A word of the settings of a table that cannot be used. */
export interface TableIssue {
  readonly part: keyof TableSettings;
  readonly got: string;
  readonly expected: string;
  readonly nearest?: string;
  /** `sort: got "statis", expected a column: id, title, … Nearest: "status".` */
  readonly message: string;
}

/** The columns of a table whose reader has chosen none. */
export const USUAL_COLUMNS: readonly Column[] = [
  'id',
  'title',
  'sdo',
  'committee',
  'deliverable',
  'role',
  'level',
  'status',
  'first',
  'latest',
  'topics',
  'overlaps',
  'relations',
];

const isColumn = (name: string): name is Column => COLUMNS.some((column) => column === name);

function issue(part: keyof TableSettings, got: string, expected: string, near: string | undefined): TableIssue {
  const hint = near === undefined ? '' : ` Nearest: "${near}".`;
  const message = `${part}: got ${excerpt(got)}, expected ${expected}.${hint}`;
  return { part, got, expected, ...(near !== undefined && { nearest: near }), message };
}

const unknownColumn = (part: keyof TableSettings, got: string, written: string): TableIssue =>
  issue(part, written, `one of the columns ${COLUMNS.join(', ')}`, nearest(got, COLUMNS));

const repeated = (part: keyof TableSettings, got: string): TableIssue => issue(part, got, 'each column once', undefined);

const wordsIn = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** The order that a text asks for, and what of it cannot be used. What is wrong is left out; the rest counts. */
export function parseSort(text: string): { readonly sort: readonly SortKey[]; readonly issues: readonly TableIssue[] } {
  const sort: SortKey[] = [];
  const issues: TableIssue[] = [];
  for (const word of wordsIn(text)) {
    // Word processors turn a minus into a dash
    const descending = /^[-−–]/.test(word);
    const name = descending ? word.slice(1) : word;
    if (!isColumn(name)) issues.push(unknownColumn('sort', name, word));
    else if (sort.some(({ column }) => column === name)) issues.push(repeated('sort', word));
    else sort.push({ column: name, descending });
  }
  return { sort, issues };
}

/** An order as `parseSort` reads it back. */
export const formatSort = (sort: readonly SortKey[]): string =>
  sort.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(',');

/** The columns that a text asks for, at least one, and what of it cannot be used; the usual ones where nothing can. */
export function parseFields(text: string): { readonly columns: readonly Column[]; readonly issues: readonly TableIssue[] } {
  const columns: Column[] = [];
  const issues: TableIssue[] = [];
  for (const word of wordsIn(text)) {
    if (!isColumn(word)) issues.push(unknownColumn('fields', word, word));
    else if (columns.includes(word)) issues.push(repeated('fields', word));
    else columns.push(word);
  }
  return { columns: columns.length > 0 ? columns : USUAL_COLUMNS, issues };
}

/** Columns as `parseFields` reads them back; the usual ones are the empty text. */
export const formatFields = (columns: readonly Column[]): string =>
  columns.length === USUAL_COLUMNS.length && columns.every((column, at) => column === USUAL_COLUMNS[at]) ? '' : columns.join(',');

/** The field that a text asks to group by; none for an empty text, and for one that cannot be used. */
export function parseBy(text: string): { readonly by: GroupField | undefined; readonly issues: readonly TableIssue[] } {
  const name = text.trim();
  if (name === '') return { by: undefined, issues: [] };
  const by = GROUP_FIELDS.find((field) => field === name);
  if (by) return { by, issues: [] };
  return {
    by: undefined,
    issues: [issue('by', name, `one of the fields ${GROUP_FIELDS.join(', ')}, or nothing`, nearest(name, GROUP_FIELDS))],
  };
}
