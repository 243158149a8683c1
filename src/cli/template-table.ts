import { lastDayOf } from '../analysis/at.js';
import { formXlsx, type FormColumn } from '../export/form-xlsx.js';
import type { IntakeField } from '../intake/fields.js';
import { TEMPLATE_COLUMNS, templateText } from '../intake/template.js';
import type { Catalogue } from '../model/catalogue.js';
import { KINDS, LEVELS, ROLES, STATUSES } from '../model/dataset.js';

/** Fields whose cells can only be one of the list; a cell of the others may name several, or a new one. */
const ONLY: ReadonlySet<IntakeField> = new Set(['role', 'level', 'kind', 'action']);
/** A status may be written as the SDO has it, which the text of the column says. */
const STATUS = 'This is none of the list. Stage codes such as 60.60 and words such as Published are understood too. Keep it?';
const WIDTHS: Readonly<Partial<Record<IntakeField, number>>> = {
  reference: 26,
  title: 60,
  committee: 24,
  scope: 50,
  topics: 28,
  url: 36,
  reason: 50,
};

/** The most frequent first, then by the alphabet. */
function byUse(values: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value);
}

/** What can be chosen in a column, by its field. */
const listsOf = ({ dataset, standards }: Catalogue): Readonly<Partial<Record<IntakeField, readonly string[]>>> => ({
  sdo: dataset.sdos.map(({ name }) => name),
  committee: dataset.committees.map(({ id }) => id),
  deliverable: byUse(standards.map(({ deliverable }) => deliverable)),
  status: STATUSES,
  topics: dataset.topics.map(({ label }) => label),
  role: ROLES,
  level: LEVELS,
  kind: KINDS,
  action: ['add', 'change', 'withdraw'],
});

/**
 * A table for contact persons to fill in, with an example row that `import` leaves out: CSV, or a workbook with drop-down lists of what the dataset
 * knows, a text for each cell, and a sheet that says how. The same dataset gives the same bytes.
 */
export async function templateTable(catalogue: Catalogue, form: 'csv' | 'xlsx'): Promise<Uint8Array> {
  if (form === 'csv') return new TextEncoder().encode(templateText());
  const lists = listsOf(catalogue);
  const columns = TEMPLATE_COLUMNS.map(({ field, heading, says }): FormColumn => ({
    heading,
    says,
    width: WIDTHS[field] ?? 18,
    ...(lists[field] && { choices: field }),
    ...(ONLY.has(field) && { only: true }),
    ...(field === 'status' && { otherwise: STATUS }),
  }));
  const pieces = await formXlsx({
    title: `Table for contact persons: ${catalogue.dataset.title}`,
    at: lastDayOf(catalogue.dataset.asOf),
    name: 'Standards',
    columns,
    rows: [TEMPLATE_COLUMNS.map(({ example }) => example)],
    help: {
      name: 'How to fill in',
      widths: [20, 90, 60],
      rows: [
        ['Column', 'What it says', 'One of'],
        ...TEMPLATE_COLUMNS.map(({ field, heading, says }) => [
          heading,
          says,
          (ONLY.has(field) || field === 'status' ? lists[field] : undefined)?.join(', ') ?? '',
        ]),
      ],
    },
    lists,
  });
  return new Uint8Array(await new Blob([...pieces]).arrayBuffer());
}
