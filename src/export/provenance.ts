import type { Catalogue } from '../model/catalogue.js';
import type { HttpUrl, PartialDate, SourceId, StandardId } from '../model/dataset.js';
import { isHttpUrl } from '../model/value.js';

/** A source of what is exported, as old as it was when it was read. */
export interface Cited {
  readonly id: SourceId;
  readonly catalogue: string;
  readonly asOf: PartialDate;
  readonly licence: string;
  readonly url?: HttpUrl;
}

/** Where an export comes from: enough to see what it shows, how old it is, and to come back to it. */
export interface Provenance {
  /** Title of the dataset. */
  readonly title: string;
  /** The filter as written; empty: none. */
  readonly filter: string;
  /** What the reader looked at: graph, matrix, timeline, table. */
  readonly view: string;
  /** Day of the export as the reader's calendar has it. */
  readonly at: PartialDate;
  /** Day of the edition of the dataset. */
  readonly edition: PartialDate;
  /** Day the landscape is shown as of; empty: the latest. */
  readonly asOf: PartialDate;
  /** Standards exported, and standards of the dataset. */
  readonly count: number;
  readonly of: number;
  /** The sources that the standards name, in the order of the dataset. */
  readonly sources: readonly Cited[];
  /** Address that shows the same again; empty where the page has none that another could open. */
  readonly link: string;
}

/** What an exporter knows beside the dataset. */
export interface ProvenanceInput {
  /** Default the title of the dataset. */
  readonly title?: string | undefined;
  /** Default `""`. */
  readonly filter?: string | undefined;
  /** Default `graph`. */
  readonly view?: string | undefined;
  /** Day of the export, `2026-11-22`. */
  readonly at: PartialDate;
  /** Default `""`: the latest. */
  readonly asOf?: PartialDate | undefined;
  /** An address; anything but http, https and file is left out. Default `""`. */
  readonly link?: string | undefined;
}

/** An address that another program may open: http and https without user name, and files. */
function shareable(link: string): string {
  if (isHttpUrl(link)) return new URL(link).href;
  return URL.canParse(link) && new URL(link).protocol === 'file:' ? new URL(link).href : '';
}

/** @param ids the standards that are exported */
export function provenanceOf(catalogue: Catalogue, ids: readonly StandardId[], input: ProvenanceInput): Provenance {
  const { dataset, sources } = catalogue;
  const named = new Set(ids.flatMap((id) => catalogue.standard(id)?.sources ?? []));
  return Object.freeze({
    title: input.title || dataset.title,
    filter: input.filter ?? '',
    view: input.view ?? 'graph',
    at: input.at,
    edition: dataset.asOf,
    asOf: input.asOf ?? '',
    count: new Set(ids).size,
    of: catalogue.standards.length,
    sources: sources
      .filter(({ id }) => named.has(id))
      .map(({ id, catalogue: name, asOf, licence, url }) => ({ id, catalogue: name, asOf, licence, ...(url !== undefined && { url }) })),
    link: shareable(input.link ?? ''),
  });
}

/** The words for it. Numbers arrive as the reader's language writes them. */
export interface AboutWords {
  readonly title: string;
  readonly standards: string;
  readonly count: (count: string, of: string) => string;
  readonly filter: string;
  readonly noFilter: string;
  readonly view: string;
  readonly date: string;
  readonly edition: string;
  readonly asOf: string;
  readonly source: string;
  readonly cited: (catalogue: string, asOf: string, licence: string) => string;
  readonly link: string;
}

export const ABOUT: AboutWords = {
  title: 'Title',
  standards: 'Standards',
  count: (count, of) => `${count} of ${of}`,
  filter: 'Filter',
  noFilter: 'none',
  view: 'View',
  date: 'Exported on',
  edition: 'Dataset of',
  asOf: 'Landscape as of',
  source: 'Source',
  cited: (catalogue, asOf, licence) => `${catalogue}, as of ${asOf}, licence: ${licence}`,
  link: 'Link',
};

/** What it says, line by line: a term and its value, and the address of a source behind it. */
export type AboutLine = readonly [term: string, value: string, url?: string | undefined];

export function aboutLines(provenance: Provenance, words: AboutWords = ABOUT): readonly AboutLine[] {
  const { title, filter, view, at, edition, asOf, count, of, sources, link } = provenance;
  return [
    [words.title, title],
    [words.standards, words.count(String(count), String(of))],
    [words.filter, filter.trim() || words.noFilter],
    [words.view, view],
    [words.date, at],
    [words.edition, edition],
    ...(asOf === '' ? [] : [[words.asOf, asOf] as const]),
    ...sources.map((source) => [words.source, words.cited(source.catalogue, source.asOf, source.licence), source.url] as const),
    ...(link === '' ? [] : [[words.link, link] as const]),
  ];
}

/** The same as one line of text. */
export const aboutText = (provenance: Provenance, words?: AboutWords): string =>
  aboutLines(provenance, words)
    .map(([term, value, url]) => `${term}: ${value}${url === undefined ? '' : ` ${url}`}`)
    .join(' · ');

/** Longest name of a file without its ending. */
const LONGEST_NAME = 60;

/**
 * A name for the file of an export that every system takes and that says what is in it: `smart-cities-standards-map-2026-11-22.csv`.
 *
 * @param suffix `csv`, `matrix.csv`
 */
export function fileName({ title, at }: Pick<Provenance, 'title' | 'at'>, suffix: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|\p{Cs}|-+$/gu, '');
  return `${name || 'standards'}-${at}.${suffix}`;
}
