import type { Theme } from '../scene/theme.js';

/** Custom properties that `styles.ts` defines for the drawing, each resolving to a colour. */
const COLOURS = ['background', 'foreground', 'muted', 'link', 'selection', 'focus', 'overlap', 'gap', 'change', 'came', 'left'] as const;
const HUES = 8;

/**
 * The colours of the drawing as the page's styles resolve them now.
 *
 * A custom property keeps its text (`light-dark(…)`, `var(…)`), so each is read through the computed colour of a probe.
 *
 * @param reader an element in the shadow root that nothing else styles, without transition
 */
export function readTheme(reader: HTMLElement): Theme {
  const resolve = (name: string): string => {
    reader.style.color = `var(--_${name})`;
    return getComputedStyle(reader).color;
  };
  const [background, foreground, muted, link, selection, focus, overlap, gap, change, came, left] = COLOURS.map(resolve);
  const hues = Array.from({ length: HUES }, (_, i) => resolve(`sdo-${String(i + 1)}`));
  const outlines = Array.from({ length: HUES }, (_, i) => resolve(`outline-${String(i + 1)}`));
  reader.style.removeProperty('color');
  const style = getComputedStyle(reader);
  const fallback = style.color;
  return {
    background: background ?? fallback,
    foreground: foreground ?? fallback,
    muted: muted ?? fallback,
    link: link ?? fallback,
    selection: selection ?? fallback,
    focus: focus ?? fallback,
    overlap: overlap ?? fallback,
    gap: gap ?? fallback,
    change: change ?? fallback,
    came: came ?? fallback,
    left: left ?? fallback,
    hues,
    outlines,
    font: style.fontFamily,
    labelSize: Number.parseFloat(style.fontSize) || 12,
  };
}
