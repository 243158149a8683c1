import { TEXT_SCALE, type LabelSpace } from '../scene/label-boxes.js';
import type { TextKind } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';

/** A text in one of the scripts that run from right to left; the direction of the page says nothing of a record's language. */
export const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** Weight of the text of each kind. */
export const WEIGHTS: Readonly<Record<TextKind, number>> = { sdo: 700, territory: 700, committee: 600, topic: 400, standard: 400 };

/** CSS font of the texts of a kind. */
export const fontOf = (theme: Theme, kind: TextKind): string => `${WEIGHTS[kind]} ${theme.labelSize * TEXT_SCALE[kind]}px ${theme.font}`;

/**
 * Widths of texts as a canvas draws them, CSS px.
 *
 * A text of plain letters is as wide as its letters are together: with the pairs that stand closer it is a little less.
 */
export function measureWith(context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>, theme: Theme): LabelSpace['measure'] {
  const letters = new Map<TextKind, Map<number, number>>();
  return (text, kind) => {
    const known = letters.get(kind) ?? new Map<number, number>();
    letters.set(kind, known);
    const measured = (part: string): number => {
      context.font = fontOf(theme, kind);
      return context.measureText(part).width;
    };
    let width = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7e) return measured(text);
      let letter = known.get(code);
      if (letter === undefined) known.set(code, (letter = measured(text.charAt(i))));
      width += letter;
    }
    return width;
  };
}
