import { expect, test } from 'vitest';
import { paletteStyles } from '../../src/element/palette-styles.js';
import { PLAIN_THEMES } from '../../src/scene/plain-themes.js';

const styles = paletteStyles.cssText;

test('the plain themes have the colours that the styles of the element give by default', () => {
  const names = ['background', 'foreground', 'muted', 'link', 'selection', 'focus'] as const;
  for (const name of names) {
    const [, light, dark] = new RegExp(`--_sm-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(styles) ?? [];
    expect([name, PLAIN_THEMES.light[name], PLAIN_THEMES.dark[name]]).toEqual([name, light, dark]);
  }
});
