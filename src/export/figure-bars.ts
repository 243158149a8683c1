import type { Status } from '../model/dataset.js';
import { inkOn } from '../render/timeline-sheet.js';
import { chartRaster, chartSvg, type ChartShape } from './chart.js';
import type { PageFigure } from './page.js';
import { fittedText, PAPER, widthOf } from './paper.js';
import { onOneLine } from './cell.js';

/** Colours of statuses: what is valid in blue, what is coming in green, what has ended in grey. */
const COLOURS: Readonly<Record<Status, string>> = {
  'in-force': '#0072b2',
  'under-revision': '#7cc1ec',
  'under-development': '#009e73',
  proposed: '#a6dcc8',
  superseded: '#b9bec8',
  withdrawn: '#6b7280',
  unknown: '#f0e0b8',
};

/** One bar: what it stands for, and how many of each status. */
export interface Bar {
  readonly label: string;
  readonly counts: ReadonlyMap<Status, number>;
}

const WIDTH = 760;
const NAMES = 150;
const ROW = 26;
const SIZE = 12;
const GAP = 5;

/** How many standards of each status, one bar a line, the numbers written where they fit. */
export function barsFigure(bars: readonly Bar[], statuses: readonly Status[], caption: string): PageFigure {
  const sums = bars.map(({ counts }) => [...counts.values()].reduce((sum, one) => sum + one, 0));
  const scale = (WIDTH - NAMES - 60) / Math.max(1, ...sums);
  const shapes: ChartShape[] = [];
  bars.forEach(({ label, counts }, row) => {
    const y = GAP + row * ROW;
    const middle = y + ROW / 2 - GAP / 2;
    shapes.push({ kind: 'text', x: NAMES - 8, y: middle, text: fittedText(onOneLine(label), NAMES - 12, SIZE), size: SIZE, anchor: 'end' });
    let x = NAMES;
    for (const status of statuses) {
      const count = counts.get(status) ?? 0;
      if (count === 0) continue;
      const [width, text] = [count * scale, String(count)];
      shapes.push({ kind: 'box', x, y, width, height: ROW - GAP, fill: COLOURS[status], title: `${onOneLine(label)}, ${status}: ${text}` });
      if (widthOf(text) * SIZE + 6 < width)
        shapes.push({ kind: 'text', x: x + width / 2, y: middle, text, size: SIZE, anchor: 'middle', fill: inkOn(COLOURS[status], PAPER) });
      x += width;
    }
    shapes.push({ kind: 'text', x: x + 6, y: middle, text: String(sums[row] ?? 0), size: SIZE, bold: true });
  });
  let [x, y] = [NAMES, GAP + bars.length * ROW + 12];
  for (const status of statuses) {
    const width = 18 + widthOf(status) * SIZE + 18;
    if (x + width > WIDTH) [x, y] = [NAMES, y + 20];
    shapes.push(
      { kind: 'box', x, y: y - 6, width: 12, height: 12, fill: COLOURS[status] },
      { kind: 'text', x: x + 18, y, text: status, size: SIZE },
    );
    x += width;
  }
  const chart = { width: WIDTH, height: y + 18, shapes };
  const said = bars.map(({ label }, row) => `${onOneLine(label)} ${String(sums[row] ?? 0)}`).join(', ');
  return {
    kind: 'figure',
    name: 'standards-by-sdo',
    svg: chartSvg(chart, caption),
    raster: () => chartRaster(chart),
    width: chart.width,
    height: chart.height,
    caption,
    alt: `Bars of standards by SDO and status: ${said}. The numbers stand in the table above.`,
  };
}
