import { AXES, type Axis } from '../analysis/cell.js';
import { THEME_NAMES } from '../scene/plain-themes.js';
import { ENCODINGS, LANES, LENSES, VIEWS } from '../state/state.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { Unusable, type Options } from './command.js';
import type { parseArguments } from './parse-arguments.js';

/** The forms of an export, by the endings of their files. */
export const EXPORT_FORMS = ['csv', 'xlsx', 'markdown', 'json', 'compact', 'gexf', 'graphml', 'bibtex', 'csl', 'svg', 'html'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

const ENDINGS: readonly (readonly [ending: RegExp, form: ExportForm])[] = [
  [/\.csl\.json$/i, 'csl'],
  [/\.smc$/i, 'compact'],
  [/\.md$/i, 'markdown'],
  [/\.bib$/i, 'bibtex'],
  ...(['csv', 'xlsx', 'json', 'gexf', 'graphml', 'svg', 'html'] as const).map((form) => [new RegExp(`\\.${form}$`, 'i'), form] as const),
];

export const EXPORT_OPTIONS = {
  form: { type: 'string', value: 'FORM', says: EXPORT_FORMS.join(', ') },
  out: { type: 'string', value: 'FILE', says: 'where it goes, and by its ending the form; stdout and csv otherwise' },
  html: { type: 'string', value: 'FILE', says: 'the same as --form html --out FILE: the map as one file that needs no network' },
  story: { type: 'string', value: 'FILE', says: 'with --html: a story to present; #ID: one of the dataset' },
  whole: { type: 'boolean', says: 'with --html: all standards are in it, and it opens with the filter' },
  filter: { type: 'string', value: 'EXPRESSION', default: '', says: 'only standards that pass it, as in the search of the map' },
  at: { type: 'string', value: 'DATE', default: '', says: 'the landscape as of that day, month or year' },
  view: { type: 'string', value: 'VIEW', default: 'graph', says: `${VIEWS.join(', ')}: tables of a matrix are its cells` },
  highlight: { type: 'string', value: 'LENS', default: '', says: `${LENSES.join(', ')}: what the drawing of the graph brings forward` },
  since: { type: 'string', value: 'DATE', default: '', says: 'with --highlight changes: the day from which on changes count' },
  color: { type: 'string', value: 'FIELD', default: 'sdo', says: 'what colours stand for: sdo, committee, topic, status, role, …' },
  group: { type: 'string', value: 'FIELD', default: 'sdo', says: 'what territories stand for, likewise' },
  select: { type: 'string', value: 'ID', multiple: true, says: 'standards that are selected in the drawing; may be given again' },
  rows: {
    type: 'string',
    value: 'AXIS',
    default: 'domain',
    says: 'rows of the matrix: domain, capability, topic, role, sdo, …',
  },
  columns: { type: 'string', value: 'AXIS', default: 'capability', says: 'columns of the matrix, likewise' },
  lanes: { type: 'string', value: 'FIELD', default: 'sdo', says: `lanes of the timeline: ${LANES.join(', ')}` },
  sort: { type: 'string', value: 'COLUMNS', default: '', says: 'with --view table: its order: --sort=-latest,title' },
  fields: { type: 'string', value: 'COLUMNS', default: '', says: 'with --view table: its columns, such as id,title,url' },
  by: { type: 'string', value: 'FIELD', default: '', says: 'with --view table: the field that rows are grouped by' },
  theme: { type: 'string', value: 'THEME', default: 'light', says: `${THEME_NAMES.join(' or ')}, of pictures` },
  width: { type: 'string', value: 'PX', default: '1600', says: 'of pictures, 100 to 20000' },
  height: { type: 'string', value: 'PX', default: '1000', says: 'likewise; the timeline is as high as its lanes' },
  title: { type: 'string', value: 'TEXT', default: '', says: 'instead of the title of the dataset' },
  link: { type: 'string', value: 'URL', default: '', says: 'address of the map that the export leads back to' },
  date: { type: 'string', value: 'DATE', says: 'day of the export, for a build that gives the same bytes; otherwise today' },
  'no-overlaps': { type: 'boolean', says: 'leaves the count of overlap candidates out of tables; it takes long' },
  template: { type: 'string', value: 'FORM', says: 'writes the table for contact persons instead: csv or xlsx' },
} as const satisfies Options;

/** One of a list. @throws Unusable that names them all */
export function oneOf<T extends string>(option: string, value: string, all: readonly T[]): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new Unusable(`export: --${option} ${value}: expected one of ${all.join(', ')}.`);
  return found;
}

/** The form that is meant: the one that is named, else the one of the file, else csv. */
export function formOf(form: string | undefined, out: string | undefined): ExportForm {
  if (form !== undefined) return oneOf('form', form, EXPORT_FORMS);
  const known = ENDINGS.find(([ending]) => out !== undefined && ending.test(out))?.[1];
  if (out !== undefined && known === undefined)
    throw new Unusable(`export: --out ${out} has no ending that tells the form. Give --form as one of ${EXPORT_FORMS.join(', ')}.`);
  return known ?? 'csv';
}

/** What was asked for on the command line. */
export type ExportValues = ReturnType<typeof parseArguments<typeof EXPORT_OPTIONS>>['values'];

/** The standards that are to be selected. @throws Unusable that names one which the dataset does not have */
export const selectedOf = (latest: Catalogue, names: readonly string[]): readonly StandardId[] =>
  names.map((name) => {
    const found = latest.find(name);
    if (found) return found.id;
    throw new Unusable(
      `export: --select ${name}: is no standard of the dataset. Expected a designation such as ${latest.standards[0]?.id ?? 'ISO 37122'}.`,
    );
  });

export const axisOf = (option: string, value: string): Axis => oneOf(option, value, AXES);
export { ENCODINGS, LANES, LENSES, THEME_NAMES, VIEWS };
