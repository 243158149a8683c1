import { valueLabel, type Column } from '../analysis/columns.js';
import type { Coverage } from '../analysis/cell.js';
import type { ExportWords } from '../export/forms.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Messages } from './messages.js';
import { termOf, wordOf } from './word-of.js';
import { headingName } from './parts/matrix-axes.js';
import type { PanelContext } from './parts/context.js';
import { stateWords } from './parts/matrix-cell.js';
import { changeMessages } from './messages-changes.js';
import { exportMessages } from './messages-export.js';
import { matrixMessages } from './messages-matrix.js';

/** Columns whose values are words of the format. */
const TERMS: ReadonlySet<Column> = new Set<Column>(['kind', 'role', 'level', 'tier', 'status']);

function valueName(catalogue: Catalogue, messages: Messages, column: Column, value: string): string {
  if (column === 'sources') return catalogue.source(value)?.catalogue ?? value;
  if (column === 'change') return wordOf({ ...changeMessages.classes, ...changeMessages.others }, value);
  return TERMS.has(column) ? termOf(messages, value) : valueLabel(catalogue, column, value);
}

/** What tables for people say, in the reader's language. @param coverage the matrix that is shown */
export function exportWords(context: PanelContext, coverage: Coverage | undefined): ExportWords {
  const { catalogue, messages } = context;
  const words = exportMessages;
  const axis = (side: 'rows' | 'columns') => coverage?.[side] ?? 'topic';
  return {
    standards: {
      name: words.standardsSheet,
      heading: (column) => words.columns[column] ?? wordOf(messages.facets, column),
      value: (column, value) => valueName(catalogue, messages, column, value),
      by: (field) => (field === 'change' ? changeMessages.column : wordOf(messages.facets, field)),
      group: ({ label }) => wordOf({ ...changeMessages.classes, ...changeMessages.others }, termOf(messages, label)),
    },
    matrix: {
      name: words.cellsSheet,
      row: matrixMessages.axes[axis('rows')],
      column: matrixMessages.axes[axis('columns')],
      rowName: (id) => headingName(catalogue, messages, axis('rows'), id),
      columnName: (id) => headingName(catalogue, messages, axis('columns'), id),
      headings: words.cellColumns,
      state: (cell) => stateWords(cell),
      gap: (isGap) => (isGap ? words.yes : words.no),
    },
    about: words.about,
    aboutSheet: words.aboutSheet,
  };
}
