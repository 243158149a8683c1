import { counted } from '../export/counted.js';
import { catalogueAt } from '../analysis/catalogue-at.js';
import { overlapCounts } from '../analysis/columns.js';
import { coverage } from '../analysis/coverage.js';
import { overlaps } from '../analysis/overlaps.js';
import { tableOf } from '../analysis/table.js';
import { visible, visibleSet } from '../analysis/visible.js';
import { excerptSteps } from '../export/excerpt.js';
import { captionedSvg, makeExport, type ExportInput } from '../export/forms.js';
import { listingOf, listingOfTable, type Listing } from '../export/grid.js';
import { plainWords } from '../export/plain-words.js';
import { provenanceOf } from '../export/provenance.js';
import { finish } from '../export/steps.js';
import { templateText } from '../intake/template.js';
import { catalogue, type Catalogue } from '../model/catalogue.js';
import { writeCompact } from '../model/compact.js';
import type { StandardId } from '../model/dataset.js';
import { isPartialDate } from '../model/value.js';
import { STAND_IN, textWidth } from '../render/text-widths.js';
import { PLAIN_THEMES } from '../scene/plain-themes.js';
import { Unusable, type Command, type Io } from './command.js';
import { deliver, readDataset } from './dataset-file.js';
import { drawnNetwork, drawnScene, drawnSvg } from './drawing.js';
import {
  axisOf,
  ENCODINGS,
  EXPORT_OPTIONS,
  formOf,
  LANES,
  LENSES,
  oneOf,
  selectedOf,
  THEME_NAMES,
  VIEWS,
  type ExportForm,
  type ExportValues,
} from './export-options.js';
import { checkedFilter } from './filter-option.js';
import { numberOf } from './link-options.js';
import { offlineHtml } from './offline.js';
import { parseArguments } from './parse-arguments.js';
import { templateTable } from './template-table.js';
import { timelineDrawing } from '../export/timeline-figure.js';

/** Standards from which on candidates are not looked for unless a lens asks for them. */
const MANY = 5000;
const VIEW_NAMES = { graph: 'Graph', matrix: 'Matrix', timeline: 'Timeline', table: 'Table' } as const;
const TABLES: ReadonlySet<ExportForm> = new Set<ExportForm>(['csv', 'xlsx', 'markdown']);

/** What is shown of a dataset. */
interface Shown {
  readonly values: ExportValues;
  readonly form: ExportForm;
  readonly view: (typeof VIEWS)[number];
  /** The latest, and as of the day that is asked for. */
  readonly latest: Catalogue;
  readonly then: Catalogue;
  readonly ids: readonly StandardId[];
  readonly io: Io;
}

function listing({ values, form, view, then, ids, io }: Shown): Listing {
  const isCounted = TABLES.has(form) && !values['no-overlaps'] && view !== 'matrix';
  if (isCounted && then.standards.length > MANY)
    io.say(`overlap candidates of ${counted(then.standards.length, 'standard')} are not counted`);
  const counts = isCounted && then.standards.length <= MANY ? overlapCounts(overlaps(then)) : undefined;
  const { sort, fields, by } = values;
  if (view !== 'table') return listingOf(ids, counts);
  const table = tableOf(then, ids, { sort, fields, by }, counts);
  for (const { message } of table.issues) io.say(`export: ${message}`);
  return listingOfTable(table, counts);
}

function sceneOf({ values, latest, ids }: Shown) {
  const lens = values.highlight === '' ? undefined : oneOf('highlight', values.highlight, LENSES);
  const selected = selectedOf(latest, values.select);
  if (lens === 'changes' && values.since === '')
    throw new Unusable('export: --highlight changes needs --since DATE, the day from which on changes count.');
  const [color, group] = [oneOf('color', values.color, ENCODINGS), oneOf('group', values.group, ENCODINGS)];
  return drawnScene({ catalogue: latest, at: values.at, ids, color, group, selected, lens, since: values.since });
}

function picture(shown: Shown, input: ExportInput): string {
  const { values, view, then, ids } = shown;
  const theme = PLAIN_THEMES[oneOf('theme', values.theme, THEME_NAMES)];
  const size = { width: numberOf('width', values.width, 100, 20_000), height: numberOf('height', values.height, 100, 20_000) };
  const title = values.title || then.dataset.title;
  if (view === 'matrix' || view === 'table')
    throw new Unusable(`export: there is no picture of the ${view}. Expected --view graph or timeline, or --form csv, xlsx or markdown.`);
  const svg =
    view === 'timeline'
      ? timelineDrawing({
          ...{ catalogue: then, shown: visibleSet(ids), theme, width: size.width, title },
          ...{ lanes: oneOf('lanes', values.lanes, LANES), color: oneOf('color', values.color, ENCODINGS) },
        })
      : drawnSvg(sceneOf(shown), theme, size, title);
  return captionedSvg(svg, input.provenance, { ...theme, measure: (text) => STAND_IN * textWidth(text) });
}

function inputOf(shown: Shown): ExportInput {
  const { values, view, latest, then, ids, io } = shown;
  const { filter, at, title, link } = values;
  const given = { filter, title, link, view: VIEW_NAMES[view], at: values.date ?? io.today, asOf: at };
  const [rows, columns] = [axisOf('rows', values.rows), axisOf('columns', values.columns)];
  const cells =
    view === 'matrix'
      ? coverage(then, { rows, columns, ...(ids.length < then.standards.length && { standards: visibleSet(ids) }) })
      : undefined;
  return {
    // A dataset is handed on as it is: it says itself what was when
    catalogue: shown.form === 'json' ? latest : then,
    provenance: provenanceOf(latest, ids, given),
    listing: listing(shown),
    coverage: cells,
    words: plainWords(then, cells),
    ...(['gexf', 'graphml'].includes(shown.form) && { network: drawnNetwork(sceneOf(shown), ids, PLAIN_THEMES.light) }),
  };
}

async function made(shown: Shown): Promise<string | Uint8Array> {
  const { form, latest, ids, io } = shown;
  const input = inputOf(shown);
  if (form === 'svg') return picture(shown, input);
  if (form === 'html') return offlineHtml(shown);
  if (form === 'compact') {
    const isWhole = ids.length === latest.standards.length;
    return writeCompact(isWhole ? latest.dataset : finish(excerptSteps(latest, ids, input.provenance)));
  }
  const onProgress = (share: number): void => {
    io.progress(`writing ${form}`, share);
  };
  const { blob } = await makeExport(form, input, { signal: io.signal, onProgress, now: () => performance.now() });
  io.progress(`writing ${form}`, 1);
  return new Uint8Array(await blob.arrayBuffer());
}

/** The table for contact persons; as a workbook its lists hold what the dataset has. */
async function template(form: 'csv' | 'xlsx', file: string | undefined, io: Io): Promise<string | Uint8Array> {
  if (file !== undefined) return templateTable(catalogue(await readDataset(file, io)), form);
  if (form === 'csv') return templateText();
  throw new Unusable('export: --template xlsx needs a dataset, whose committees, topics and words its lists offer.');
}

/** `standards-map export`: what a map shows, as a file. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'writes what the map shows: tables, a dataset, networks, references, pictures, a page',
  usage: 'DATASET [--form FORM] [--filter EXPRESSION] [--at DATE] [--view VIEW] [--out FILE]',
  about:
    'Every form says filter, day, sources with their dates and licences, and the link back.\nThe same dataset, options and day give the same bytes.',
  options: EXPORT_OPTIONS,
  examples: [
    'standards-map export map.json --filter "topic:mobility status:in-force" --out mobility.xlsx',
    'standards-map export map.json --at 2020 --highlight overlaps --theme dark --out 2020.svg',
    'standards-map export map.json --html meeting.html --story story.json --title "Our landscape"',
    'standards-map export map.json --template xlsx --out template.xlsx',
  ],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, EXPORT_OPTIONS);
    const [file, ...more] = positionals;
    if (values.template !== undefined) {
      deliver(await template(oneOf('template', values.template, ['csv', 'xlsx']), file, io), values.out, io);
      return 0;
    }
    if (file === undefined || more.length > 0)
      throw new Unusable(`export: got ${counted(positionals.length, 'file')}. Expected one dataset.`);
    const out = values.html ?? values.out;
    const form = values.html === undefined ? formOf(values.form, out) : 'html';
    const view = oneOf('view', values.view, VIEWS);
    for (const [option, date] of [
      ['at', values.at],
      ['since', values.since],
      ['date', values.date ?? ''],
    ] as const)
      if (date !== '' && !isPartialDate(date))
        throw new Unusable(`export: --${option} ${date}: expected a date such as 2019, 2019-05 or 2019-05-23.`);
    const latest = catalogue(await readDataset(file, io));
    checkedFilter('export', latest, values.filter, io);
    const then = catalogueAt(latest, values.at);
    const ids = visible(then, values.filter);
    if (ids.length === 0) io.say('export: no standard passes');
    const result = await made({ values, form, view, latest, then, ids, io });
    deliver(result, out, io);
    if (form === 'html' && out !== undefined) io.say(`${out}: ${(Buffer.byteLength(result) / 1e6).toFixed(1)} MB, opens without a network`);
    return 0;
  },
};
