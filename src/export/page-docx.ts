import type * as DocxPackage from 'docx';
import type { Paragraph, ParagraphChild, ISectionOptions, Table, TableRow } from 'docx';
import type { PartialDate } from '../model/dataset.js';
import { RIGHT_TO_LEFT } from '../render/fonts.js';
import { settledDocx } from './docx-settle.js';
import { DOCX_LISTS, DOCX_STYLES } from './docx-styles.js';
import { Captions, pieceOf, type Block, type Line, type Page, type PageCell, type PageFigure, type PageTable } from './page.js';
import { pngOf } from './raster.js';

/** What the package docx offers; it is loaded when the first file is asked for. */
type Docx = typeof DocxPackage;

/** A4 upright, twentieths of a point. @source ISO 216 */
const SHEET = { width: 11_906, height: 16_838 } as const;
const MARGIN = 1134;
/** Columns from which on a table lies across the sheet. */
const WIDE = 7;
/** Twentieths of a point in a CSS px. */
const TWIPS = 15;

/** Non-characters that XML cannot hold; everything else that it cannot is gone already. */
const sound = (text: string): string => text.replace(/[\uFFFE\uFFFF]/g, '\uFFFD');

const LOOKS = {
  strong: { bold: true },
  muted: { style: 'Muted' },
  come: { style: 'Come' },
  gone: { style: 'Gone', strike: true },
} as const;

/** The blocks of a page as paragraphs and tables. */
class Writer {
  readonly #docx: Docx;
  readonly #captions = new Captions();

  constructor(docx: Docx) {
    this.#docx = docx;
  }

  #runs(line: Line): ParagraphChild[] {
    const { TextRun, ExternalHyperlink } = this.#docx;
    return line.map((run) => {
      const { text, href, look } = pieceOf(run);
      const rightToLeft = RIGHT_TO_LEFT.test(text);
      const given = { text: sound(text), ...(look && LOOKS[look]), ...(rightToLeft && { rightToLeft }) };
      return href === undefined
        ? new TextRun(given)
        : new ExternalHyperlink({ link: href, children: [new TextRun({ ...given, style: 'Hyperlink' })] });
    });
  }

  #paragraph(line: Line, style?: string): Paragraph {
    return new this.#docx.Paragraph({ children: this.#runs(line), ...(style !== undefined && { style }) });
  }

  /** `Table 3. What it shows`, with a number that Word counts anew. A caption stays with what it stands above. */
  #caption(block: PageTable | PageFigure): Paragraph {
    const { Paragraph, SimpleField, TextRun } = this.#docx;
    const { label, number, text } = this.#captions.of(block);
    return new Paragraph({
      style: 'Caption',
      ...(block.kind === 'table' && { keepNext: true }),
      children: [new TextRun(`${label} `), new SimpleField(`SEQ ${label} \\* ARABIC`, String(number)), new TextRun(`. ${sound(text)}`)],
    });
  }

  #row(cells: readonly PageCell[], widths: readonly number[], { columns }: PageTable, tableHeader: boolean): TableRow {
    const { TableRow, TableCell, WidthType, AlignmentType, ShadingType, Paragraph } = this.#docx;
    return new TableRow({
      cantSplit: true,
      ...(tableHeader && { tableHeader }),
      children: columns.map(({ kind }, at) => {
        const lines = cells[at] ?? [];
        const alignment = kind === 'number' ? AlignmentType.END : AlignmentType.START;
        const style = tableHeader ? 'TableHeading' : 'TableText';
        return new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          ...(tableHeader && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E8EDF3' } }),
          // Word takes no cell without a paragraph
          children: (lines.length === 0 ? [[]] : lines).map((line) => new Paragraph({ style, alignment, children: this.#runs(line) })),
        });
      }),
    });
  }

  #table(table: PageTable, width: number): Table {
    const { Table, TableLayoutType, WidthType } = this.#docx;
    const shares = table.columns.map(({ share = 1 }) => share);
    const sum = shares.reduce((all, one) => all + one, 0);
    const widths = shares.map((share) => Math.floor((width * share) / sum));
    return new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        this.#row(
          table.columns.map(({ heading }) => [[heading]]),
          widths,
          table,
          true,
        ),
        ...table.rows.map((cells) => this.#row(cells, widths, table, false)),
      ],
    });
  }

  async #figure(figure: PageFigure, width: number): Promise<Paragraph> {
    const { ImageRun, Paragraph } = this.#docx;
    const across = Math.min(Math.floor(width / TWIPS), Math.round(figure.width));
    const transformation = { width: across, height: Math.round((across * figure.height) / figure.width) };
    const picture = new ImageRun({
      type: 'svg',
      data: new TextEncoder().encode(figure.svg),
      transformation,
      fallback: { type: 'png', data: await pngOf(figure.raster()) },
      altText: { name: figure.name, title: sound(pieceOf(figure.caption).text), description: sound(pieceOf(figure.alt).text) },
    });
    return new Paragraph({ style: 'Figure', keepNext: true, children: [picture] });
  }

  /** @param width room between the margins, twentieths of a point */
  async block(block: Block, width: number): Promise<(Paragraph | Table)[]> {
    const { HeadingLevel, Paragraph } = this.#docx;
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
            children: this.#runs([block.text]),
          }),
        ];
      case 'text':
        return [this.#paragraph(block.line, block.look === 'muted' ? 'Remark' : undefined)];
      case 'list':
        return block.items.map((line) => new Paragraph({ children: this.#runs(line), numbering: { reference: 'dots', level: 0 } }));
      case 'terms':
        return block.entries.map(([term, line]) => this.#paragraph([{ text: `${term}: `, look: 'muted' }, ...line], 'Term'));
      case 'table':
        return [this.#caption(block), this.#table(block, width), new Paragraph({ style: 'AfterTable', children: [] })];
      case 'figure':
        return [await this.#figure(block, width), this.#caption(block)];
    }
  }
}

const isWide = (block: Block | undefined): boolean => block?.kind === 'table' && block.columns.length >= WIDE;

/** Blocks that lie on sheets of one sort: what introduces a table lies as the table does. */
function runsOf(blocks: readonly Block[]): readonly { readonly wide: boolean; readonly blocks: readonly Block[] }[] {
  const leads = (block: Block | undefined): boolean => block?.kind === 'heading' || block?.kind === 'text';
  const lies = blocks.map((block, at) => {
    const goal = leads(block) ? blocks.slice(at).find((one) => !leads(one)) : block;
    return isWide(goal);
  });
  const runs: { wide: boolean; blocks: Block[] }[] = [];
  blocks.forEach((block, at) => {
    const [wide, last] = [lies[at] ?? false, runs.at(-1)];
    if (last?.wide === wide) last.blocks.push(block);
    else runs.push({ wide, blocks: [block] });
  });
  return runs;
}

/**
 * A page as a file of Word and LibreOffice: headings, captions with numbers, tables whose headings are repeated, links, page numbers; pictures as
 * SVG, and as pixels for programs that know none.
 *
 * Equal pages and days give equal bytes.
 *
 * @param day of the report; the file says that it was made then
 * @source ISO/IEC 29500-1
 */
export async function pageDocx(page: Page, day: PartialDate): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } = docx;
  const writer = new Writer(docx);
  const title = sound(pieceOf(page.title).text);
  const footer = new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [title, ' – ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
  const sections: ISectionOptions[] = [];
  for (const { wide, blocks } of runsOf(page.blocks)) {
    const width = (wide ? SHEET.height : SHEET.width) - 2 * MARGIN;
    const children: (Paragraph | Table)[] = [];
    if (sections.length === 0) children.push(new Paragraph({ style: 'Title', children: [new TextRun(title)] }));
    for (const block of blocks) children.push(...(await writer.block(block, width)));
    const orientation = wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
    const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
    sections.push({ properties: { page: { size: { ...SHEET, orientation }, margin } }, footers: { default: footer }, children });
  }
  const file = new Document({
    title,
    description: sound(pieceOf(page.description).text),
    creator: 'standards-map',
    lastModifiedBy: 'standards-map',
    styles: DOCX_STYLES(page.language),
    numbering: DOCX_LISTS(docx),
    sections,
  });
  return settledDocx(new Uint8Array(await Packer.toArrayBuffer(file)), day);
}
