import { html, nothing, type TemplateResult } from 'lit';
import { lastDayOf } from '../../analysis/at.js';
import type { ChangeCounts } from '../../analysis/change.js';
import type { CellRef, MatrixProps } from './matrix-props.js';
import type { PanelContext } from './context.js';
import { changeMessages } from '../messages-changes.js';

/** What has changed in a cell: signs with numbers, and the same in words. */
export interface CellDelta {
  /** `+3 △2 −1` */
  readonly signs: string;
  /** `since Jan 2025: 3 came, 2 revised or started, 1 left` */
  readonly words: string;
}

/** What came, what was revised or started, and what left or ended. */
const sumsOf = (counts: ChangeCounts): readonly [came: number, revised: number, left: number] => [
  counts.came,
  counts.revised + counts.started,
  counts.left + counts['left-undated'],
];

/** What has changed in a cell; undefined where nothing has, and while the lens is off. */
export function deltaOf(
  { format, changes }: PanelContext,
  props: Pick<MatrixProps, 'changes'>,
  { row, column }: CellRef,
): CellDelta | undefined {
  const counts = props.changes?.(row, column);
  if (!counts || !changes) return undefined;
  const [came, revised, left] = sumsOf(counts).map((n) => (n > 0 ? format.number(n) : ''));
  const words = changeMessages;
  return {
    signs: [came ? `+${came}` : '', revised ? `△${revised}` : '', left ? `−${left}` : ''].filter((text) => text !== '').join(' '),
    words: `${words.sinceDate(format.date(lastDayOf(changes.changes.since)))}: ${words.cell(came ?? '', revised ?? '', left ?? '')}`,
  };
}

/** The signs below the number of a cell, each in the colour of its class. */
export const deltaLine = (delta: CellDelta | undefined): TemplateResult | typeof nothing =>
  delta
    ? html`<span class="delta"><bdi dir="ltr">${delta.signs.split(' ').map((sign, i) => html`${i > 0 ? ' ' : nothing}<span class=${CLASSES[sign.charAt(0)] ?? ''}>${sign}</span>`)}</bdi></span>`
    : nothing;

const CLASSES: Readonly<Record<string, string>> = { '+': 'came', '△': 'revised', '−': 'left' };

/** What has changed in a cell, as a sentence of its panel. */
export function deltaSentence(context: PanelContext, props: Pick<MatrixProps, 'changes'>, cell: CellRef): TemplateResult | typeof nothing {
  const delta = deltaOf(context, props, cell);
  return delta ? html`<p class="meaning changed">${delta.words.charAt(0).toLocaleUpperCase('en')}${delta.words.slice(1)}.</p>` : nothing;
}
