import { counted } from '../export/counted.js';
import { extname } from 'node:path';
import { isPartialDate } from '../model/value.js';
import { catalogue } from '../model/catalogue.js';
import type { PartialDate } from '../model/dataset.js';
import { listingOf, standardsGrid, IDS } from '../export/grid.js';
import { landscapeGrid } from '../export/landscape.js';
import { csvSteps, BYTE_ORDER_MARK } from '../export/csv.js';
import { pageDocx } from '../export/page-docx.js';
import { pageHtml } from '../export/page-html.js';
import { pageMarkdown } from '../export/page-markdown.js';
import type { Page } from '../export/page.js';
import { findingsGrid } from '../export/report-grid.js';
import { reportFacts, type ReportInput } from '../export/report-facts.js';
import { reportPage, type ReportKind } from '../export/report.js';
import { finish } from '../export/steps.js';
import { place } from '../scene/place.js';
import { Unusable, type Command, type Io, type Options } from './command.js';
import { deliver, readDataset } from './dataset-file.js';
import { checkedFilter } from './filter-option.js';
import { parseArguments } from './parse-arguments.js';

const FORMS = ['html', 'docx', 'markdown', 'csv'] as const;
type Form = (typeof FORMS)[number];
const isForm = (name: string): name is Form => FORMS.some((form) => form === name);
/** What the ending of a file says of its form. */
const ENDINGS: Readonly<Record<string, Form>> = { '.html': 'html', '.htm': 'html', '.docx': 'docx', '.md': 'markdown', '.csv': 'csv' };

const OPTIONS = {
  form: { type: 'string', value: 'FORM', says: `${FORMS.join(', ')}; default what the name of the file says, else html` },
  out: { type: 'string', value: 'FILE', says: 'where it goes; stdout otherwise' },
  filter: { type: 'string', value: 'EXPRESSION', default: '', says: 'which standards: sdo:iso topic:energy status:in-force' },
  findings: { type: 'boolean', says: 'the findings of people on these standards instead' },
  landscape: { type: 'boolean', says: 'a table by topic in the manner of a standards roadmap instead' },
  at: { type: 'string', value: 'DAY', says: 'the landscape as of that day' },
  since: { type: 'string', value: 'DAY', says: 'adds what has changed after that day' },
  link: { type: 'string', value: 'URL', says: 'page with the map: the report leads there, to the same standards' },
  title: { type: 'string', value: 'TEXT', says: 'title of the report' },
} as const satisfies Options;

/** The form that is asked for: by name, else by the ending of the file. */
function formOf(form: string | undefined, out: string | undefined): Form {
  if (form === undefined) return ENDINGS[extname(out ?? '').toLowerCase()] ?? 'html';
  if (!isForm(form)) throw new Unusable(`report: --form ${form} is none. Expected one of ${FORMS.join(', ')}.`);
  return form;
}

function dayOf(name: string, day: string | undefined): PartialDate | undefined {
  if (day === undefined || isPartialDate(day)) return day;
  throw new Unusable(`report: --${name} ${day} is no date. Expected one such as 2025, 2025-01 or 2025-01-31.`);
}

/** The pages that are read without a file beside them would lack their pictures: those of Markdown stand beside it. */
function deliverMarkdown(page: Page, out: string | undefined, io: Io): void {
  const stem = out?.replace(/\.[^./\\]*$/, '');
  const fileOf = (name: string): string | undefined => (stem === undefined ? undefined : `${stem}-${name}.svg`);
  for (const block of page.blocks)
    if (block.kind === 'figure') {
      const file = fileOf(block.name);
      if (file !== undefined) deliver(`<?xml version="1.0" encoding="UTF-8"?>\n${block.svg}\n`, file, io);
    }
  deliver(
    pageMarkdown(page, (name) => fileOf(name)?.replace(/^.*[/\\]/, '')),
    out,
    io,
  );
}

function csvOf(input: ReportInput, kind: ReportKind): string {
  const facts = reportFacts(input, false);
  const grid =
    kind === 'landscape'
      ? landscapeGrid(facts)
      : kind === 'findings'
        ? findingsGrid(facts)
        : standardsGrid(facts.catalogue, listingOf(facts.standards.map(({ id }) => id)), IDS);
  return BYTE_ORDER_MARK + finish(csvSteps(grid, facts.provenance)).join('');
}

async function write(input: ReportInput, kind: ReportKind, form: Form, out: string | undefined, io: Io): Promise<void> {
  if (form === 'csv') {
    deliver(csvOf(input, kind), out, io);
    return;
  }
  const page = reportPage(input, kind);
  if (form === 'markdown') deliverMarkdown(page, out, io);
  else deliver(form === 'html' ? pageHtml(page) : await pageDocx(page, input.day), out, io);
}

/** `standards-map report`: the liaison pack of a filter, a list of findings, or a table of the landscape. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'writes the liaison pack of a filter, of findings, or a table of the landscape',
  usage: 'DATASET [--form FORM] [--out FILE] [--filter EXPRESSION] [--findings | --landscape]',
  about:
    'Numbers, coverage, overlap candidates, gaps, committees, standards, sources and method, with pictures,\nas a file of Word and LibreOffice, a page, Markdown (its pictures stand beside it) or a table.',
  options: OPTIONS,
  examples: [
    'standards-map report map.json --filter "topic:energy sdo:iso,itu-t" --out energy.docx',
    'standards-map report map.json --landscape --out landscape.html',
  ],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new Unusable(`report: got ${counted(positionals.length, 'file')}. Expected one dataset.`);
    if (values.findings && values.landscape)
      throw new Unusable('report: --findings and --landscape are two reports. Expected one of them.');
    const form = formOf(values.form, values.out);
    const [at, since] = [dayOf('at', values.at), dayOf('since', values.since)];
    if (values.link !== undefined && !/^https?:\/\//i.test(values.link))
      throw new Unusable(`report: --link ${values.link} is no address of the web. Expected one such as https://example.org/map.html.`);
    const read = await readDataset(file, io);
    const kind: ReportKind = values.findings ? 'findings' : values.landscape ? 'landscape' : 'pack';
    // A map without places would have to be laid out by whoever reads it; its picture needs them now
    const isPlaced = kind !== 'pack' || form === 'csv' || read.standards.every(({ xy }) => xy !== undefined);
    const map = catalogue(isPlaced ? read : place(read, 1));
    checkedFilter('report', map, values.filter, io);
    await write(
      { catalogue: map, filter: values.filter, at, since, link: values.link, title: values.title, day: io.today },
      kind,
      form,
      values.out,
      io,
    );
    return 0;
  },
};
