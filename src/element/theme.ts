import type { Theme } from '../scene/theme.js';

/** Custom properties that `palette-styles.ts` defines for the drawing, each resolving to a colour. */
const COLOURS = ['background', 'foreground', 'muted', 'link', 'selection', 'focus', 'overlap', 'gap', 'change', 'came', 'left'] as const;
const HUES = 8;
/** Letters in the drawing, px, where a page gives none that can be used; and the least and the most that it gets. */
const LABELS = { usual: 12, least: 6, most: 48 } as const;

const told = new WeakSet<Document>();

/** Tells the browser which of our own properties are colours, so that what is none counts as not given. Once a document. */
export function registerColours(page: Document): void {
  const view = page.defaultView;
  if (!view || told.has(page)) return;
  told.add(page);
  const numbers = Array.from({ length: HUES }, (_, i) => String(i + 1));
  for (const name of [...COLOURS, 'heat', ...numbers.flatMap((n) => [`sdo-${n}`, `outline-${n}`])]) {
    try {
      view.CSS.registerProperty({ name: `--_sm-${name}`, syntax: '<color>', inherits: true, initialValue: 'transparent' });
    } catch (error) {
      // Another copy of this file was there before
      if (!(error instanceof view.DOMException && error.name === 'InvalidModificationError')) throw error;
    }
  }
}

/** A colour that every viewer of SVG files knows: a page may give `oklch(…)` or `color(display-p3 …)`, and mixes come out as `color(srgb …)`. */
export function plainColour(computed: string): string {
  const [, numbers, alpha = '1'] = /^color\(srgb ([^/)]+?)(?: \/ ([^)]+))?\)$/.exec(computed) ?? [];
  if (numbers === undefined) return computed;
  const [r = 0, g = 0, b = 0] = numbers.split(' ').map((part) => Math.round(255 * Math.min(1, Math.max(0, Number(part) || 0))));
  return Number(alpha) === 1 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

/**
 * The colours of the drawing as the page's styles resolve them now.
 *
 * A custom property keeps its text (`light-dark(…)`, `var(…)`), so each is read through the computed colour of a probe.
 *
 * @param reader an element in the shadow root that nothing else styles, without transition
 */
export function readTheme(reader: HTMLElement): Theme {
  registerColours(reader.ownerDocument);
  const resolve = (name: string): string => {
    reader.style.color = `color-mix(in srgb, var(--_${name}), var(--_${name}))`;
    return plainColour(getComputedStyle(reader).color);
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
    labelSize: Math.min(LABELS.most, Math.max(LABELS.least, Number.parseFloat(style.fontSize) || LABELS.usual)),
  };
}
