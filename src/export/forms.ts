import type { Coverage } from '../analysis/cell.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { bibtexSteps, cslSteps } from './citation.js';
import { BYTE_ORDER_MARK, csvSteps } from './csv.js';
import { excerptSteps } from './excerpt.js';
import { gexfSteps } from './gexf.js';
import { graphmlSteps } from './graphml.js';
import { IDS, MATRIX_IDS, matrixGrid, standardsGrid, type Grid, type GridWords, type Listing, type MatrixWords } from './grid.js';
import { jsonSteps } from './json.js';
import { markdownSteps } from './markdown.js';
import { networkOf, type NetworkInput } from './network.js';
import type { AboutWords, Provenance } from './provenance.js';
import { inSlices, type Pace, type Steps } from './steps.js';
import { writeXlsx } from './xlsx.js';

export { surfacePng, svgPng } from './png.js';
export { captionedSvg } from './svg.js';

/** What an export says in words; ids where there are none. */
export interface ExportWords {
  readonly standards: GridWords;
  readonly matrix: MatrixWords;
  readonly about: AboutWords;
  /** Name of the sheet that says where an export comes from. */
  readonly aboutSheet: string;
}

/** What is shown, and where it comes from. */
export interface ExportInput {
  readonly catalogue: Catalogue;
  readonly provenance: Provenance;
  readonly listing: Listing;
  /** The matrix, where that is shown: its cells then are the table. */
  readonly coverage?: Coverage | undefined;
  /** The drawing; absent as long as there is none. */
  readonly network?: NetworkInput | undefined;
  readonly words?: ExportWords | undefined;
}

/** The forms of text and tables; pictures are made of what the page draws. */
export const FORMS = {
  csv: { suffix: 'csv', type: 'text/csv;charset=utf-8' },
  xlsx: { suffix: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { suffix: 'json', type: 'application/json' },
  gexf: { suffix: 'gexf', type: 'application/gexf+xml' },
  graphml: { suffix: 'graphml', type: 'application/graphml+xml' },
  bibtex: { suffix: 'bib', type: 'application/x-bibtex;charset=utf-8' },
  csl: { suffix: 'csl.json', type: 'application/vnd.citationstyles.csl+json' },
  markdown: { suffix: 'md', type: 'text/markdown;charset=utf-8' },
} as const satisfies Readonly<Record<string, { readonly suffix: string; readonly type: string }>>;
export type Form = keyof typeof FORMS;

/** An export that is made. */
export interface Made {
  readonly blob: Blob;
  /** The text of the forms that are, without a mark of its encoding. */
  readonly text?: () => string;
}

const idsOf = ({ rows }: Listing): readonly StandardId[] => [...new Set(rows.map(({ id }) => id))];

/** The tables of what is shown: of a matrix its cells before its standards. For programs with ids, for people with words. */
function gridsOf({ catalogue, listing, coverage }: ExportInput, words: ExportWords | undefined): readonly [Grid, ...Grid[]] {
  const standards = standardsGrid(catalogue, listing, words?.standards ?? IDS);
  return coverage ? [matrixGrid(coverage, words?.matrix ?? MATRIX_IDS), standards] : [standards];
}

function* excerptText({ catalogue, listing, provenance, words }: ExportInput): Steps<readonly string[]> {
  const steps = excerptSteps(catalogue, idsOf(listing), provenance, words?.about);
  for (;;) {
    const step = steps.next();
    if (step.done) return yield* second(jsonSteps(step.value));
    yield step.value / 2;
  }
}

/** Work that is the second half of something. */
function* second<T>(steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield 0.5 + step.value / 2;
  }
}

function textSteps(form: Exclude<Form, 'xlsx'>, input: ExportInput): Steps<readonly string[]> {
  const { catalogue, provenance, listing, network, words } = input;
  if (form === 'csv') return csvSteps(gridsOf(input, undefined)[0], provenance, words?.about);
  if (form === 'markdown') return markdownSteps(gridsOf(input, words)[0], provenance, words?.about);
  if (form === 'json') return excerptText(input);
  if (form === 'bibtex') return bibtexSteps(catalogue, idsOf(listing), provenance, words?.about);
  if (form === 'csl') return cslSteps(catalogue, idsOf(listing), provenance);
  if (!network) throw new Error(`${form}: there is no drawing yet. Expected an export after the map is drawn.`);
  return (form === 'gexf' ? gexfSteps : graphmlSteps)(networkOf(network), provenance, words?.about);
}

/**
 * Makes an export of what is shown, in slices.
 *
 * @throws the reason of the signal when it is aborted; RangeError when there is more than the form can hold; Error when a form needs a drawing and there is none
 */
export async function makeExport(form: Form, input: ExportInput, pace: Pace = {}): Promise<Made> {
  const { type } = FORMS[form];
  if (form === 'xlsx') {
    const { provenance, words } = input;
    const given = words && { about: words.aboutSheet, words: words.about };
    return { blob: new Blob([...(await writeXlsx(gridsOf(input, words), provenance, { ...given, pace }))], { type }) };
  }
  const parts = await inSlices(textSteps(form, input), pace);
  return { blob: new Blob(form === 'csv' ? [BYTE_ORDER_MARK, ...parts] : [...parts], { type }), text: () => parts.join('') };
}
