import { BACKGROUNDS, LENS_COLOURS, PALETTES } from './palette.js';
import type { Theme } from './theme.js';

/** The themes by name. */
export const THEME_NAMES = ['light', 'dark'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** Families whose letters are as wide as those of `textWidth`. */
const FONT = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif";
const LABEL_SIZE = 12;

/**
 * The looks of the element where no page is: what its styles give `--sm-…` by default, as plain colours, in a font whose widths are known without
 * a canvas.
 */
export const PLAIN_THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ...{ background: BACKGROUNDS.light, foreground: '#17202b', muted: '#566273', link: '#8a97a8', selection: '#b3261e', focus: '#0b57d0' },
    ...LENS_COLOURS.light,
    ...PALETTES.light,
    ...{ font: FONT, labelSize: LABEL_SIZE },
  },
  dark: {
    ...{ background: BACKGROUNDS.dark, foreground: '#e9eef5', muted: '#a3afbf', link: '#5d6b7e', selection: '#ffb4a9', focus: '#a8c7fa' },
    ...LENS_COLOURS.dark,
    ...PALETTES.dark,
    ...{ font: FONT, labelSize: LABEL_SIZE },
  },
};
