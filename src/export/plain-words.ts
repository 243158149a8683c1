import type { Coverage } from '../analysis/cell.js';
import { valueLabel, type Column } from '../analysis/columns.js';
import type { Catalogue } from '../model/catalogue.js';
import type { ExportWords } from './forms.js';
import { MATRIX_IDS } from './grid.js';
import { ABOUT } from './provenance.js';

/** Headings that are not their column with a capital. */
const HEADINGS: Readonly<Partial<Record<Column, string>>> = {
  id: 'Designation',
  sdo: 'SDO',
  first: 'First date',
  latest: 'Latest date',
  overlaps: 'Open overlaps',
  ics: 'ICS',
  aliases: 'Also known as',
  url: 'Official page',
};
/** Columns whose values are words of the format: `under-revision`. */
const TERMS: ReadonlySet<Column> = new Set<Column>(['kind', 'role', 'level', 'tier', 'status']);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const termOf = (value: string): string => capital(value.replaceAll('-', ' '));

/** What tables for people say where there is no page that has a language: English. */
export function plainWords(catalogue: Catalogue, coverage?: Coverage): ExportWords {
  const nameOf = (id: string): string => catalogue.topic(id)?.label ?? catalogue.sdo(id)?.name ?? id;
  return {
    standards: {
      name: 'Standards',
      heading: (column) => HEADINGS[column] ?? capital(column),
      value: (column, value) => (TERMS.has(column) ? termOf(value) : valueLabel(catalogue, column, value)),
      by: (field) => (field === 'sdo' ? 'SDO' : capital(field)),
      group: ({ label }) => (label === label.toLowerCase() && label.includes('-') ? termOf(label) : capital(label)),
    },
    matrix: {
      ...MATRIX_IDS,
      row: capital(coverage?.rows ?? 'row'),
      column: capital(coverage?.columns ?? 'column'),
      rowName: nameOf,
      columnName: nameOf,
      state: ({ state }) => termOf(state),
    },
    about: ABOUT,
    aboutSheet: 'About',
  };
}
