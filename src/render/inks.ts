import type { Theme } from '../scene/theme.js';

/** An opaque ink of three bytes. */
export const word = (red: number, green: number, blue: number): number => 0xff000000 | (blue << 16) | (green << 8) | red;
const NUMBER = /-?[\d.]+(?:e-?\d+)?/gi;

/** The ink of a colour as canvases and computed styles write it: `#rrggbb`, `rgb(…)`, `rgba(…)`, `color(srgb …)`; undefined for others. */
export function inkOf(color: string): number | undefined {
  const hex = /^#([\da-f]{6})$/i.exec(color)?.[1];
  if (hex !== undefined) return word(...bytes([0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16))));
  const numbers = color.match(NUMBER)?.map(Number) ?? [];
  if (numbers.length < 3 || !numbers.every(Number.isFinite)) return undefined;
  if (/^rgba?\(/.test(color)) return word(...bytes(numbers));
  return color.startsWith('color(srgb ') ? word(...bytes(numbers.map((share) => 255 * share))) : undefined;
}

const bytes = (numbers: readonly number[]): [number, number, number] => {
  const [red = 0, green = 0, blue = 0] = numbers.map((value) => Math.min(255, Math.max(0, Math.round(value))));
  return [red, green, blue];
};

/** The colours of a theme as inks; slot 0 of hues and outlines is the neutral one. */
export interface Inks {
  readonly background: number;
  readonly foreground: number;
  readonly muted: number;
  readonly link: number;
  readonly selection: number;
  readonly hues: readonly number[];
  readonly outlines: readonly number[];
}

/** @param resolve finds the ink of a colour in any notation of CSS */
export function inksOf(theme: Theme, resolve: (color: string) => number): Inks {
  return {
    background: resolve(theme.background),
    foreground: resolve(theme.foreground),
    muted: resolve(theme.muted),
    link: resolve(theme.link),
    selection: resolve(theme.selection),
    hues: [theme.muted, ...theme.hues].map(resolve),
    outlines: [theme.muted, ...theme.outlines].map(resolve),
  };
}
