import type { TimelineText } from '../scene/timeline-texts.js';
import { xOf } from '../scene/timeline-window.js';
import type { TimelineSign } from './timeline-lens.js';
import type { Draw, Extent, TimelineSheet } from './timeline-sheet.js';

/** Radius of a sign, CSS px. */
const RADIUS = 5.5;
const SIZE = 11;
const BEHIND = 0.1;
/** A bold text is wider than the same text that is measured; between two texts of the axis there is room. */
const BOLD = 1.12;
const APART = 16;

const COLOURS = { came: 'came', revised: 'change', started: 'came', left: 'left', 'left-undated': 'left' } as const;
/** A plus on a disc, a minus on a square; the others are signs by themselves. */
const GLYPHS = { came: '+', revised: '▲', started: '◆', left: '−', 'left-undated': '−' } as const;

/** The period in which changes count, over a height of CSS px. */
export function drawChangeGround(draw: Draw, { changes, window, ground, theme }: TimelineSheet, height: number): void {
  if (!changes) return;
  const from = Math.max(0, xOf(window, changes.since + 1));
  const to = Math.min(ground.width, xOf(window, changes.until + 1));
  if (to <= from) return;
  draw({ kind: 'box', x: from, y: 0, width: to - from, height, fill: theme.change, opacity: BEHIND });
  if (from > 0) draw({ kind: 'path', points: [from, 0, from, height], stroke: theme.change, line: 1.5, dash: [5, 3] });
}

/** The name of the period on the axis, where it has room. */
export function drawChangeLabel(draw: Draw, sheet: TimelineSheet, until: number, size: number): void {
  const { changes, window, theme, ground } = sheet;
  if (!changes) return;
  const from = xOf(window, changes.since + 1);
  const width = BOLD * sheet.widthOf(changes.label, size);
  const x = Math.max(4, Math.min(from + 4, until - width - APART));
  if (from <= ground.width && x + width + APART <= until)
    draw({ kind: 'text', x, y: 12, text: changes.label, fill: theme.foreground, size, bold: true, rim: theme.background });
}

function drawSign(draw: Draw, { theme }: TimelineSheet, { change, isSure }: TimelineSign, x: number, y: number): void {
  const hue = theme[COLOURS[change]];
  const text = GLYPHS[change];
  const isRound = change === 'came';
  if (change === 'revised' || change === 'started') {
    draw({
      kind: 'text',
      x,
      y,
      text: isSure ? text : change === 'revised' ? '△' : '◇',
      fill: hue,
      size: SIZE + 3,
      anchor: 'middle',
      rim: theme.background,
    });
    return;
  }
  const box = { kind: 'box', x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS, radius: isRound ? RADIUS : 1 } as const;
  draw({
    ...box,
    fill: isSure ? hue : theme.background,
    stroke: isSure ? theme.background : hue,
    line: 1.5,
    dash: isSure ? [] : [2.2, 1.4],
  });
  draw({ kind: 'text', x, y, text, fill: isSure ? theme.background : hue, size: SIZE, bold: true, anchor: 'middle' });
}

/** The signs of a row, at the beginning or the end of what they speak of; `top` in CSS px. */
export function drawChangeSigns(
  draw: Draw,
  sheet: TimelineSheet,
  texts: readonly (Extent & { readonly text: TimelineText })[],
  top: number,
): void {
  const { changes, ground } = sheet;
  if (!changes) return;
  const y = top + RADIUS + 1;
  for (const { text, left, right } of texts)
    for (const sign of changes.signsOf(text)) {
      const x = sign.isEnd ? right - RADIUS + 1 : left + RADIUS - 1;
      if (x >= -RADIUS && x <= ground.width + RADIUS) drawSign(draw, sheet, sign, x, y);
    }
}
