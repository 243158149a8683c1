import type { Cell, CellState, Coverage } from '../analysis/cell.js';
import { onOneLine } from './cell.js';
import { chartRaster, chartSvg, type ChartShape } from './chart.js';
import type { PageFigure } from './page.js';
import { fittedText, PAPER } from './paper.js';

const NAMES = 250;
const CELL = { width: 48, height: 26 } as const;
const HEAD = 152;
/** Room to the right, into which the names of the last columns reach. */
const REST = 130;
/** Fonts that stand in for Helvetica are wider by so much. */
const SPARE = 0.88;
const SIZE = 12;
/** From few works to many, and the number from which each shade begins. */
const SHADES = [
  [1, '#dcecf7'],
  [4, '#a9d0ea'],
  [10, '#62a9d6'],
  [25, '#1f78b4'],
  [60, '#0b4f80'],
] as const;
const DARK_FROM = 25;
const SIGNS: Readonly<Partial<Record<CellState, string>>> = { 'not-applicable': '–', 'no-data': '?' };

const shade = (works: number): string => SHADES.findLast(([from]) => works >= from)?.[1] ?? '#ffffff';

function cellShapes(cell: Cell, x: number, y: number, title: string): readonly ChartShape[] {
  const text = SIGNS[cell.state] ?? (cell.works === 0 ? (cell.gap ? '0' : '·') : String(cell.works));
  const edge = cell.gap ? { color: PAPER.gap, width: 3 } : { color: '#c8ced8', width: 1 };
  return [
    { kind: 'box', x: x + 1.5, y: y + 1.5, width: CELL.width - 3, height: CELL.height - 3, fill: shade(cell.works), edge, title },
    {
      kind: 'text',
      x: x + CELL.width / 2,
      y: y + CELL.height / 2,
      text,
      size: SIZE,
      anchor: 'middle',
      bold: cell.gap,
      fill: cell.works >= DARK_FROM ? '#ffffff' : PAPER.foreground,
    },
  ];
}

/** What the shades and signs mean, on one line below. */
function legend(y: number): readonly ChartShape[] {
  const shapes: ChartShape[] = [];
  let x = NAMES;
  const entry = (fill: string, edge: string, width: number, text: string): void => {
    shapes.push(
      { kind: 'box', x, y: y - 7, width: 16, height: 14, fill, edge: { color: edge, width } },
      { kind: 'text', x: x + 22, y, text, size: SIZE - 1 },
    );
    x += 34 + 6.2 * text.length;
  };
  for (const [from, fill] of SHADES) entry(fill, '#c8ced8', 1, `${String(from)} +`);
  entry('#ffffff', PAPER.gap, 3, 'gap');
  shapes.push({ kind: 'text', x, y, text: '· none; ? no data; – not applicable', size: SIZE - 1 });
  return shapes;
}

/** The coverage matrix: works in every cell, gaps framed. @param nameOf the name of a row or a column */
export function matrixFigure(coverage: Coverage, nameOf: (id: string) => string, caption: string): PageFigure {
  const { rowHeadings, columnHeadings, cells } = coverage;
  const shapes: ChartShape[] = columnHeadings.map(({ id }, at) => ({
    kind: 'text',
    x: NAMES + (at + 0.5) * CELL.width,
    y: HEAD - 8,
    text: fittedText(onOneLine(nameOf(id)), SPARE * 195, SIZE),
    size: SIZE,
    turned: -45,
  }));
  rowHeadings.forEach(({ id }, row) => {
    const y = HEAD + row * CELL.height;
    shapes.push({
      kind: 'text',
      x: NAMES - 8,
      y: y + CELL.height / 2,
      text: fittedText(onOneLine(nameOf(id)), SPARE * (NAMES - 12), SIZE),
      size: SIZE,
      anchor: 'end',
    });
    columnHeadings.forEach((heading, column) => {
      const cell = cells[row * columnHeadings.length + column];
      const title = `${onOneLine(nameOf(id))} × ${onOneLine(nameOf(heading.id))}: ${cell?.state ?? ''}`;
      if (cell) shapes.push(...cellShapes(cell, NAMES + column * CELL.width, y, title));
    });
  });
  const bottom = HEAD + rowHeadings.length * CELL.height;
  const width = Math.max(NAMES + columnHeadings.length * CELL.width + REST, 720);
  const chart = { width, height: bottom + 34, shapes: [...shapes, ...legend(bottom + 18)] };
  const gaps = cells.filter(({ gap }) => gap);
  const empty = cells.filter(({ state }) => state === 'uncovered').length;
  const named = gaps.slice(0, 8).map(({ row, column }) => `${onOneLine(nameOf(row))} × ${onOneLine(nameOf(column))}`);
  return {
    kind: 'figure',
    name: 'coverage',
    svg: chartSvg(chart, caption),
    raster: () => chartRaster(chart),
    width: chart.width,
    height: chart.height,
    caption,
    alt:
      `A matrix of ${String(rowHeadings.length)} domains and ${String(columnHeadings.length)} capabilities with the number of works in each cell; ` +
      `${String(empty)} cells have none, ${String(gaps.length)} are gaps${named.length === 0 ? '' : `: ${named.join(', ')}${gaps.length > named.length ? ' and others' : ''}`}.`,
  };
}
