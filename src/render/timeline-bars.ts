import { textFinish, type TimelineText } from '../scene/timeline-texts.js';
import { xOf } from '../scene/timeline-window.js';
import { drawChangeSigns } from './timeline-changes.js';
import { slices } from './timeline-shapes.js';
import { extentOf, huesOf, inkOn, isUnknownEnd, type Draw, type Extent, type TimelineSheet } from './timeline-sheet.js';

/** A bar of a row with where it stands. */
export interface PlacedText extends Extent {
  readonly text: TimelineText;
  readonly slot: number;
}

/** Shares of a row's height. */
const THICK = 0.7;
const THIN = 0.28;
/** What is past is a line low in its row, with its designation above. */
const LOW = 0.74;
const HIGH = 0.32;
/** Least room between a text and what is beside it, and within a bar, CSS px. */
const AIR = 5;
/** Least length of a bar for the sign at its end, CSS px. */
const SIGNED = 18;
/** Longest designation that is written; nobody reads more beside a bar. */
const LONGEST = 60;
/** Opacity of what is superseded or withdrawn. */
const PAST = 0.65;

/** A box with a soft edge at either side, where its day is not known to the day. */
function softBox(draw: Draw, { left, right }: Extent, solid: Extent, y: number, height: number, fill: string, opacity: number): void {
  for (const [from, to] of [
    [Math.min(solid.left, right), left],
    [Math.max(solid.right, left), right],
  ] as const)
    if (Math.abs(to - from) >= 2)
      for (const [x, width, share] of slices(from, to)) draw({ kind: 'box', x, y, width, height, fill, opacity: share * opacity });
  if (solid.right > solid.left)
    draw({ kind: 'box', x: solid.left, y, width: solid.right - solid.left, height, fill, opacity, radius: height > 8 ? 2 : 0 });
}

/** The part of a bar that is certain. */
function certain({ window }: TimelineSheet, { text, left, right }: PlacedText): Extent {
  const start = Math.max(left, Math.min(right, xOf(window, text.fromLast)));
  const end = Math.max(start, Math.min(right, xOf(window, text.to)));
  // An edge softer than two px is a hard one
  return { left: start - left < 2 ? left : start, right: right - end < 2 ? right : end };
}

function edges(draw: Draw, { left, right }: Extent, y: number, height: number, stroke: string, dash: readonly number[]): void {
  for (const at of [y, y + height]) draw({ kind: 'path', points: [left, at, right, at], stroke, line: 1.5, dash });
  draw({ kind: 'path', points: [left, y, left, y + height], stroke, line: 1.5 });
}

/** How a withdrawn or superseded text ends: a cross on a known day, a question mark where nobody has told it. */
function endSign(draw: Draw, sheet: TimelineSheet, { text, left, right }: PlacedText, middle: number, color: string): void {
  if (right - left < SIGNED) return;
  if (isUnknownEnd(text.ending)) {
    draw({
      kind: 'text',
      x: right - 4,
      y: middle,
      text: '?',
      fill: color,
      size: 11,
      bold: true,
      anchor: 'end',
      rim: sheet.theme.background,
    });
    return;
  }
  const [x, r] = [right - 6, 3.5];
  draw({ kind: 'path', points: [x - r, middle - r, x + r, middle + r], stroke: sheet.theme.background, line: 4 });
  draw({ kind: 'path', points: [x - r, middle + r, x + r, middle - r], stroke: sheet.theme.background, line: 4 });
  draw({ kind: 'path', points: [x - r, middle - r, x + r, middle + r], stroke: color, line: 1.75 });
  draw({ kind: 'path', points: [x - r, middle + r, x + r, middle - r], stroke: color, line: 1.75 });
}

/** From the day up to which its source vouches for a text, to today: a broken line. */
function tail(draw: Draw, { window, layout }: TimelineSheet, { text, right }: PlacedText, middle: number, stroke: string): void {
  const today = xOf(window, layout.texts.today);
  if (text.ending !== 'open' || today - right < 3) return;
  draw({ kind: 'path', points: [right, middle, today, middle], stroke, line: 1.5, dash: [2, 3] });
}

function drawBar(draw: Draw, sheet: TimelineSheet, placed: PlacedText, top: number): void {
  const { row } = sheet.metrics;
  const { text, left, right } = placed;
  const { fill, edge } = huesOf(sheet, placed.slot);
  const finish = textFinish(text);
  const middle = top + row * (finish === 'crossed' ? LOW : 0.5);
  const height = Math.round(row * (finish === 'crossed' ? THIN : THICK));
  const y = middle - height / 2;
  const solid = certain(sheet, placed);
  switch (finish) {
    case 'filled':
      softBox(draw, placed, solid, y, height, fill, 1);
      if (solid.right - solid.left >= 2)
        draw({ kind: 'box', x: solid.left, y, width: solid.right - solid.left, height, stroke: edge, radius: 2 });
      break;
    case 'crossed':
      softBox(draw, placed, solid, y, height, fill, PAST);
      if (solid.right > solid.left) draw({ kind: 'path', points: [left, y + height, solid.right, y + height], stroke: edge, line: 1 });
      endSign(draw, sheet, placed, middle, edge);
      break;
    case 'dashed':
      edges(draw, placed, y, height, edge, [4, 3]);
      endSign(draw, sheet, placed, middle, edge);
      break;
    case 'hollow':
      draw({
        kind: 'box',
        x: left,
        y,
        width: right - left,
        height,
        fill: sheet.theme.background,
        stroke: edge,
        line: 1.75,
        radius: 3,
        // Ahead of today nothing has a scale, so nothing has a hard edge
        dash: [],
      });
  }
  tail(draw, sheet, placed, middle, edge);
}

function drawMark(draw: Draw, sheet: TimelineSheet, { left, right }: PlacedText, top: number): void {
  const { row } = sheet.metrics;
  const x = (left + right) / 2;
  draw({ kind: 'path', points: [x, top + 2, x, top + row - 2], stroke: sheet.theme.background, line: 5 });
  draw({ kind: 'path', points: [x, top + 2, x, top + row - 2], stroke: sheet.theme.foreground, line: 2 });
}

const wordsOf = (sheet: TimelineSheet, text: TimelineText): readonly string[] => {
  const { id } = text.edition;
  if (id.length > LONGEST) return [];
  const stage = sheet.stage(text);
  if (text.shape === 'ahead' && stage !== '') return [`${id} · ${stage}`, `${id} · ${stage.replace(/ \d\d\.\d\d$/, '')}`, id, stage];
  return [...new Set([id, text.standard.id])];
};

/** A text of a row, written; where it ends, CSS px. */
interface Written {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly rim?: string;
  readonly end: number;
}

/** Where a designation stands: in its bar or above it, else before it, else behind it, where it meets nothing; undefined: nowhere. */
function written(sheet: TimelineSheet, placed: PlacedText, free: Extent, top: number, size: number): Written | undefined {
  const { theme, ground, metrics } = sheet;
  const { text, slot } = placed;
  const [left, right] = [Math.max(placed.left, 0), Math.min(placed.right, ground.width)];
  const finish = textFinish(text);
  const isPast = finish === 'crossed';
  const y = top + metrics.row * (isPast ? HIGH : 0.5);
  const onGround = { y, fill: theme.foreground, rim: theme.background };
  const inside =
    finish === 'filled'
      ? { y, fill: inkOn(huesOf(sheet, slot).fill, theme) }
      : finish === 'hollow'
        ? { y, fill: theme.foreground }
        : onGround;
  // Room for the sign at the end
  const room = Math.min(right - (finish === 'dashed' ? 14 : AIR), free.right - AIR) - left - (isPast ? 0 : AIR);
  for (const words of wordsOf(sheet, text)) {
    const width = sheet.widthOf(words, size);
    const start = left + (isPast ? 0 : AIR);
    if (room >= width) return { ...inside, words, x: start, end: start + width };
    if (text.shape === 'ahead') continue;
    const before = placed.left - AIR - width;
    if (placed.left > 0 && before >= Math.max(0, free.left + AIR)) return { ...onGround, words, x: before, end: right };
    const end = text.ending === 'open' ? -Infinity : Math.min(free.right, ground.width);
    if (right > 0 && right + 2 * AIR + width <= end) return { ...onGround, words, x: right + AIR, end: right + AIR + width };
  }
  return undefined;
}

/** Where all texts of a row lie outside of the view: -1 before it, 1 behind it; 0 where one is in view. */
export function awaySide(texts: readonly Extent[], width: number): -1 | 0 | 1 {
  if (texts.length === 0) return 0;
  if (texts.every(({ left }) => left > width)) return 1;
  return texts.every(({ right }) => right < 0) ? -1 : 0;
}

/** A row whose texts all lie outside of the view says which, at the edge behind which they lie. */
function drawAway(draw: Draw, { theme, ground, metrics }: TimelineSheet, texts: readonly PlacedText[], top: number, size: number): void {
  const side = awaySide(texts, ground.width);
  const nearest = side === 1 ? texts[0] : texts.at(-1);
  if (side === 0 || !nearest || nearest.text.edition.id.length > LONGEST) return;
  const { id } = nearest.text.edition;
  draw({
    kind: 'text',
    x: side === 1 ? ground.width - AIR : AIR,
    y: top + metrics.row / 2,
    text: side === 1 ? `${id} ▸` : `◂ ${id}`,
    fill: theme.muted,
    size,
    anchor: side === 1 ? 'end' : 'start',
  });
}

/** Draws one row; `top` in CSS px. */
export function drawRow(draw: Draw, sheet: TimelineSheet, texts: readonly PlacedText[], top: number): void {
  const { theme, ground, metrics, selected } = sheet;
  const bars = texts.filter(({ text }) => text.shape !== 'mark');
  const isIn = ({ left, right }: Extent): boolean => right >= 0 && left <= ground.width;
  for (const placed of bars) {
    if (!isIn(placed)) continue;
    drawBar(draw, sheet, placed, top);
    if (!selected.has(placed.text.standard.id)) continue;
    const { left, right } = placed;
    draw({
      kind: 'box',
      x: left - 1.5,
      y: top + 1,
      width: right - left + 3,
      height: metrics.row - 2,
      stroke: theme.selection,
      line: 2.5,
      radius: 4,
    });
  }
  for (const placed of texts) if (placed.text.shape === 'mark' && isIn(placed)) drawMark(draw, sheet, placed, top);
  const size = Math.min(theme.labelSize, Math.max(9, metrics.row - 9));
  drawAway(draw, sheet, texts, top, size);
  drawLabels(draw, sheet, texts, top, size);
  drawChangeSigns(draw, sheet, texts, top);
}

/** Writes the designations of a row: none meets a bar, a mark or another one. */
function drawLabels(draw: Draw, sheet: TimelineSheet, texts: readonly PlacedText[], top: number, size: number): void {
  let last = -Infinity;
  texts.forEach((placed, i) => {
    const isSeen = placed.right >= 0 && placed.left <= sheet.ground.width;
    if (placed.text.shape === 'mark') last = Math.max(last, placed.right);
    else if (isSeen) {
      const next = texts[i + 1];
      const free = { left: Math.max(last, texts[i - 1]?.right ?? -Infinity), right: next?.left ?? Infinity };
      const label = written(sheet, placed, free, top, size);
      if (label) {
        const { words, end, ...look } = label;
        draw({ kind: 'text', text: words, size, ...look });
        last = end;
      } else last = placed.right;
    }
  });
}

/** The texts of a row with where they stand, the oldest first. */
export function placedRow(sheet: Pick<TimelineSheet, 'layout' | 'slotOf' | 'window' | 'ground'>, row: number): readonly PlacedText[] {
  const { layout, slotOf } = sheet;
  const placed: PlacedText[] = [];
  for (let at = layout.starts[row] ?? 0; at < (layout.starts[row + 1] ?? 0); at++) {
    const chain = layout.texts.chains[layout.order[at] ?? 0];
    if (!chain) continue;
    const slot = slotOf(chain.standard);
    for (const text of chain.texts) placed.push({ text, slot, ...extentOf(sheet, text) });
  }
  return placed;
}
