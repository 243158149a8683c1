import { describe, expect, test } from 'vitest';
import { paletteStyles } from '../../src/element/palette-styles.js';
import { BACKGROUNDS, LENS_COLOURS, PALETTES } from '../../src/scene/palette.js';

const channels = (hex: string): [number, number, number] =>
  [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255) as [number, number, number];
const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [r, g, b] = channels(hex).map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** @source WCAG 2.2, contrast ratio */
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** Full dichromacy in linear RGB. @source Machado, Oliveira and Fernandes, 2009, severity 1.0 */
const VISIONS = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** CIE L*a*b* (D65) of a colour as one kind of vision sees it. */
function lab(hex: string, matrix: readonly number[]): [number, number, number] {
  const rgb = channels(hex).map(linear);
  const [r, g, b] = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, c, i) => sum + c * (matrix[row + i] ?? 0), 0),
      ),
    ),
  ) as [number, number, number];
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [
    f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
    f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const distance = (a: string, b: string, matrix: readonly number[]): number => {
  const [p, q] = [lab(a, matrix), lab(b, matrix)];
  return Math.sqrt(p.reduce((sum, v, i) => sum + (v - (q[i] ?? 0)) ** 2, 0));
};

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const { hues, outlines } = PALETTES[theme];

  test('has eight hues, each with an outline of 3:1 on the background', () => {
    expect(hues).toHaveLength(8);
    expect(outlines.map((outline) => contrast(outline, BACKGROUNDS[theme]) >= 3)).toEqual(outlines.map(() => true));
  });

  test.each(Object.entries(VISIONS))('keeps every two hues apart in %s', (_name, matrix) => {
    const pairs = hues.flatMap((a, i) => hues.slice(i + 1).map((b) => ({ a, b, apart: distance(a, b, matrix) })));
    const nearest = pairs.reduce((least, pair) => (pair.apart < least.apart ? pair : least));
    expect(nearest.apart, `${nearest.a} and ${nearest.b}`).toBeGreaterThan(10);
  });
});

describe.each(['light', 'dark'] as const)('the colours of the lenses in the %s theme', (theme) => {
  const colours = Object.values(LENS_COLOURS[theme]);

  test('have at least 3:1 on the background', () => {
    expect(colours).toHaveLength(5);
    expect(colours.filter((colour) => contrast(colour, BACKGROUNDS[theme]) < 3)).toEqual([]);
  });

  test.each(Object.entries(VISIONS))('are kept apart from each other in %s', (_name, matrix) => {
    const near = colours.flatMap((a, i) =>
      colours.slice(i + 1).flatMap((b) => (distance(a, b, matrix) > 10 ? [] : [`${a} ${b} ${distance(a, b, matrix).toFixed(1)}`])),
    );
    expect(near).toEqual([]);
  });
});

test('the measure finds colours that are too much alike', () => {
  expect(distance('#d62728', '#2ca02c', VISIONS.deuteranopia)).toBeLessThan(distance('#d62728', '#2ca02c', VISIONS.usual) / 3);
  expect(contrast('#ffffff', '#f0e442')).toBeLessThan(1.5);
});

test('the custom properties of the element are the palette', () => {
  const styles = paletteStyles.cssText.replace(/\s+/g, ' ');
  for (const name of ['overlap', 'gap', 'change', 'came', 'left'] as const) {
    expect(styles).toContain(`--_sm-${name}: light-dark(${LENS_COLOURS.light[name]}, ${LENS_COLOURS.dark[name]});`);
  }
  PALETTES.light.hues.forEach((hue, i) => {
    expect(styles).toContain(`--_sm-sdo-${String(i + 1)}: light-dark(${hue}, ${PALETTES.dark.hues[i] ?? ''});`);
    expect(styles).toContain(
      `--_sm-outline-${String(i + 1)}: light-dark(${PALETTES.light.outlines[i] ?? ''}, ${PALETTES.dark.outlines[i] ?? ''});`,
    );
  });
});
