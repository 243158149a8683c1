import { BACKGROUNDS, LENS_COLOURS, PALETTES } from '../../src/scene/palette.js';
import type { Theme } from '../../src/scene/theme.js';

/** The light theme as plain data. */
export const LIGHT: Theme = {
  background: BACKGROUNDS.light,
  foreground: '#1a1f2b',
  muted: '#5b6472',
  link: '#8a93a3',
  selection: '#b3006b',
  focus: '#0b5fff',
  ...LENS_COLOURS.light,
  ...PALETTES.light,
  font: 'sans-serif',
  labelSize: 12,
};
