import { isHttpUrl } from '../model/value.js';
import { onOneLine } from './cell.js';
import type { Raster } from './raster.js';

/** How a piece stands out: by weight, or as what has come or gone. */
export type Look = 'strong' | 'muted' | 'come' | 'gone';

/** A piece of a line: plain text, or text that leads somewhere or stands out. */
export type Run =
  | string
  | {
      readonly text: string;
      /** Leads there where it is an address of the web; else the text stands alone. */
      readonly href?: string | undefined;
      readonly look?: Look;
    };
/** One line of text. */
export type Line = readonly Run[];
/** What stands in a cell: no line, or several. */
export type PageCell = readonly Line[];

/** A column of a table. */
export interface PageColumn {
  readonly heading: string;
  /** Default `text`. */
  readonly kind?: 'text' | 'number' | 'date';
  /** Its part of the width of a sheet of paper; default 1. */
  readonly share?: number;
}

/** Rows below headings that are repeated on every sheet of paper. */
export interface PageTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly PageColumn[];
  /** The column that names what a row is of; default the first. */
  readonly names?: number;
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly PageCell[])[];
}

/** A picture with what it shows in words. */
export interface PageFigure {
  readonly kind: 'figure';
  /** Name of a file of its own: letters, digits and hyphens. */
  readonly name: string;
  /** A whole SVG of this size, CSS px. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  /** The same in pixels, as far as there can be without a font: for programs that know no SVG. */
  readonly raster: () => Raster;
}

/** A part of a page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly line: Line; readonly look?: 'muted' }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'terms'; readonly entries: readonly (readonly [term: string, value: Line])[] }
  | PageTable
  | PageFigure;

/** A text for people, in no form yet: what a report, a landscape table or a list of differences says. */
export interface Page {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** In a sentence, for search engines and properties of a file. */
  readonly description: string;
  readonly blocks: readonly Block[];
}

/** What has come and what has gone, for who sees no colours and no strokes. */
const SIGNS: Readonly<Partial<Record<Look, string>>> = { come: '+ ', gone: '− ' };

/** A piece as one line of whole characters, and where it leads; an address that is none of the web leads nowhere. */
export function pieceOf(run: Run): { readonly text: string; readonly href?: string; readonly look?: Look } {
  if (typeof run === 'string') return { text: oneLine(run) };
  const { text, href, look } = run;
  return {
    text: `${(look && SIGNS[look]) ?? ''}${oneLine(text)}`,
    ...(href !== undefined && isHttpUrl(href) && { href: new URL(href).href }),
    ...(look && { look }),
  };
}

/** White space at the ends of a piece keeps it apart from its neighbours. */
const oneLine = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${onOneLine(text)}${/\S\s+$/.test(text) ? ' ' : ''}`.replace(/^ $/, text.trim() === '' ? ' ' : '$&');

/** The text of a line. */
export const textOfLine = (line: Line): string => line.map((run) => pieceOf(run).text).join('');

/** Numbers of captions: tables and figures are counted apart. */
export class Captions {
  #tables = 0;
  #figures = 0;

  /** `Table 3` or `Figure 1`, with what it shows. */
  of({ kind, caption }: PageTable | PageFigure): { readonly label: 'Table' | 'Figure'; readonly number: number; readonly text: string } {
    const number = kind === 'table' ? ++this.#tables : ++this.#figures;
    return { label: kind === 'table' ? 'Table' : 'Figure', number, text: onOneLine(caption) };
  }
}
