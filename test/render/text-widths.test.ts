import { describe, expect, test } from 'vitest';
import { plainMeasure, textWidth } from '../../src/render/text-widths.js';

describe('W5 widths of texts without a canvas', () => {
  test('letters are as wide as in Helvetica, whose widths its maker published', () => {
    // Adobe Core 14 AFM: S 667, m 833, a 556, r 333, t 278, space 278, c 500, i 222, y 500; bold: S 667, m 889, a 556, r 389, t 333
    expect(textWidth('Smart city')).toBeCloseTo((667 + 833 + 556 + 333 + 278 + 278 + 500 + 222 + 278 + 500) / 1000, 9);
    expect(textWidth('Smart', true)).toBeCloseTo((667 + 889 + 556 + 389 + 333) / 1000, 9);
  });

  test('an accent adds nothing, a letter of Chinese is as wide as high, and no text is without a number', () => {
    expect(textWidth('é')).toBe(textWidth('e'));
    expect(textWidth('智慧城市')).toBe(4);
    expect(textWidth('\u200Fשלום')).toBeGreaterThan(1);
    expect(textWidth('')).toBe(0);
    expect(textWidth('x\uD800')).toBeGreaterThan(0.5);
  });

  test('labels of SDOs are bold and larger', () => {
    const measure = plainMeasure({ labelSize: 12 });
    expect(measure('ISO', 'sdo')).toBeGreaterThan(measure('ISO', 'committee'));
    expect(measure('ISO', 'committee')).toBeGreaterThan(measure('ISO', 'standard'));
  });
});
