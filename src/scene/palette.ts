/** The eight hues of one theme with their outlines, slot 1 first. */
export interface Palette {
  /** CSS hex colours of fills. */
  readonly hues: readonly string[];
  /** Outlines of the same slots: at least 3:1 on the background, so that a light fill still has a visible edge. */
  readonly outlines: readonly string[];
}

/** Backgrounds the palettes are made for. */
export const BACKGROUNDS = { light: '#fbfcfe', dark: '#14181f' } as const;

/**
 * Hues that people with any of the three colour-vision deficiencies can tell apart; the last is neutral.
 *
 * @source Okabe and Ito, Color Universal Design, 2008; outlines darkened or lightened from them to 3:1
 */
export const PALETTES: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    hues: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#f0e442', '#4d4d4d'],
    outlines: ['#005a8c', '#a84a00', '#007a59', '#9c4a77', '#946600', '#21739f', '#7a7200', '#333333'],
  },
  dark: {
    hues: ['#2f8fd0', '#e06c14', '#12a87d', '#d58cb4', '#e69f00', '#7cc7f0', '#f0e442', '#c9ced6'],
    outlines: ['#7abdec', '#f59a55', '#4fd1ac', '#ecbcd6', '#f5c45c', '#b3e0f8', '#f7f0a0', '#eceff3'],
  },
};

/** What the lenses mark, of the same two themes: at least 3:1 on the background, and apart from each other for all eyes. */
export const LENS_COLOURS = {
  light: { overlap: '#7a1fa2', gap: '#8a5a00', change: '#1a73e8', came: '#006b5b', left: '#900020' },
  dark: { overlap: '#d9a6ff', gap: '#ffc857', change: '#3f7fe8', came: '#a5f2c0', left: '#ff6b5e' },
} as const;
