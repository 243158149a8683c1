import { ABOUT } from '../export/provenance.js';
import type { CaptionWords } from '../export/caption.js';
import type { MATRIX_COLUMNS } from '../export/grid.js';
import type { Count } from './messages-count.js';

const standards = ({ n, text }: Count): string => (n === 1 ? `${text} standard` : `${text} standards`);

/** The lines below a picture. */
const caption: CaptionWords = {
  noFilter: 'all standards',
  standards: (count, of) => `${count} of ${of} standards`,
  sources: 'Sources',
  source: (catalogue, asOf) => `${catalogue} (${asOf})`,
};

/** Headings of a table of standards, where they are not those of the facets. */
const columns: Readonly<Record<string, string>> = {
  id: 'Designation',
  title: 'Title',
  sdo: 'SDO',
  committee: 'Committee',
  first: 'First date',
  latest: 'Latest date',
  editions: 'Editions',
  topics: 'Topics',
  overlaps: 'Open overlaps',
  relations: 'Relations',
  ics: 'ICS',
  aliases: 'Also known as',
  url: 'Official page',
  sources: 'Sources',
  change: 'Change',
};

/** Headings of a table of the cells of a matrix. */
const cells: Readonly<Record<(typeof MATRIX_COLUMNS)[number], string>> = {
  works: 'Works',
  standards: 'Standards',
  covering: 'Normative or pre-normative',
  inForce: 'In force',
  underDevelopment: 'Under development',
  informative: 'Informative or guide',
  unknown: 'Status not stated',
  beyond: 'Outside the filter',
  state: 'State',
  gap: 'Gap',
  latest: 'Newest in force',
  sdos: 'SDOs',
  ids: 'Designations',
};

/** Texts of the export. Numbers arrive formatted. */
export const exportMessages = {
  title: 'Export',
  note: 'What is shown now, with the filter, the date, the sources and a link back in the file.',
  form: 'Form',
  forms: {
    csv: 'CSV',
    xlsx: 'Excel workbook',
    markdown: 'Markdown table',
    json: 'Dataset (JSON)',
    gexf: 'GEXF',
    graphml: 'GraphML',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON',
    png: 'Picture (PNG)',
    svg: 'Drawing (SVG)',
    html: 'Offline page (HTML)',
  },
  notes: {
    csv: 'table for programs: ids, as the filter writes them',
    xlsx: 'table for people, with dates as dates',
    markdown: 'table for a text or a page',
    json: 'a part of the dataset that this map opens again',
    gexf: 'network for Gephi: places, colours, typed links',
    graphml: 'network for yEd, Cytoscape, NetworkX and Gephi',
    bibtex: 'references for LaTeX and JabRef',
    csl: 'references for Zotero and pandoc',
    png: 'as many pixels as you need, painted anew',
    svg: 'text stays text',
    html: 'this map as one file that opens without a network',
  },
  noPicture: 'Pictures are offered with the graph and the timeline.',
  content: 'What will be in it',
  filter: (filter: string) => `Filter: ${filter}`,
  noFilter: 'No filter: all standards.',
  rows: (count: Count, columns: Count) => `${standards(count)}, ${columns.text} ${columns.n === 1 ? 'column' : 'columns'}.`,
  tableRows: (count: Count, columns: Count) =>
    `${standards(count)}, ${columns.text} ${columns.n === 1 ? 'column' : 'columns'}: in the order and the groups of the table.`,
  cells: (count: Count) => `${count.text} ${count.n === 1 ? 'cell' : 'cells'} of the matrix.`,
  cellsAndRows: (count: Count, of: Count) => `${count.text} ${count.n === 1 ? 'cell' : 'cells'} of the matrix, and ${standards(of)}.`,
  records: (count: Count) => `${standards(count)} with their committees, SDOs, topics, sources and relations.`,
  nodes: (count: Count) => `${count.text} ${count.n === 1 ? 'node' : 'nodes'} as drawn, and what joins them.`,
  references: (count: Count) => `${count.text} ${count.n === 1 ? 'reference' : 'references'}.`,
  pixels: (width: string, height: string) => `${width} × ${height} pixels.`,
  picture: 'What is drawn now.',
  scope: 'Standards in it',
  shownOnly: 'Those that are shown',
  all: 'All, opening with what is shown',
  offline: (count: Count) => `${standards(count)}, the map and its programs: some 2 MB more.`,
  scale: 'Size',
  times: (scale: string) => `${scale}×`,
  make: 'Export',
  cancel: 'Cancel',
  working: (name: string) => `Making ${name}…`,
  counting: 'Looking for overlaps first, which the table counts…',
  cancelled: 'The export was cancelled. Nothing was saved.',
  done: (name: string, size: string) => `${name} is ready: ${size}.`,
  save: 'Save the file',
  copy: 'Copy the text',
  copied: 'The text is on the clipboard.',
  notCopied: 'This page may not write to the clipboard. Save the file instead.',
  failed: (why: string) => `The export failed, and nothing was saved. ${why}`,
  bytes: (count: string) => `${count} bytes`,
  kilobytes: (count: string) => `${count} kB`,
  megabytes: (count: string) => `${count} MB`,
  aboutSheet: 'About',
  standardsSheet: 'Standards',
  cellsSheet: 'Cells',
  yes: 'yes',
  no: 'no',
  about: ABOUT,
  caption,
  columns,
  cellColumns: cells,
};
