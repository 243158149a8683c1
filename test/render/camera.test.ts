import { describe, expect, test } from 'vitest';
import { centred, fitted, freeArea, NO_INSETS, toLayout, toScreen } from '../../src/render/camera.js';

const SIZE = { width: 800, height: 600 };
const BOUNDS = { left: -500, right: 1500, top: 100, bottom: 900 };

describe('R1 a camera and a surface', () => {
  test('the point of the camera is the middle of the surface', () => {
    expect(toScreen(10, 20, { x: 10, y: 20, k: 3 }, SIZE)).toEqual([400, 300]);
    expect(toScreen(11, 18, { x: 10, y: 20, k: 3 }, SIZE)).toEqual([403, 294]);
  });

  test('from the surface to the layout and back is the same point', () => {
    const camera = { x: -31.5, y: 7.25, k: 0.5 };
    expect(toScreen(...toLayout(120, 48, camera, SIZE), camera, SIZE)).toEqual([120, 48]);
  });
});

describe('R2 what is fitted is whole, in the middle and as large as it can be', () => {
  test('on a free surface, with 36 px of air on the tighter sides', () => {
    const camera = fitted(BOUNDS, SIZE, NO_INSETS, 8);
    expect(toScreen(-500, 500, camera, SIZE)[0]).toBeCloseTo(36);
    expect(toScreen(1500, 500, camera, SIZE)[0]).toBeCloseTo(764);
    expect(toScreen(500, 500, camera, SIZE)).toEqual([400, 300]);
  });

  test('beside a panel', () => {
    const camera = fitted(BOUNDS, SIZE, { ...NO_INSETS, right: 300 }, 8);
    expect(toScreen(-500, 500, camera, SIZE)[0]).toBeCloseTo(36);
    expect(toScreen(1500, 500, camera, SIZE)[0]).toBeCloseTo(464);
  });

  test('above a panel', () => {
    const camera = fitted({ left: 0, right: 1, top: 0, bottom: 100 }, SIZE, { ...NO_INSETS, bottom: 200 }, 8);
    expect(toScreen(0, 0, camera, SIZE)[1]).toBeCloseTo(36);
    expect(toScreen(0, 100, camera, SIZE)[1]).toBeCloseTo(364);
  });

  test('not nearer than it may come', () => {
    expect(fitted({ left: 3, right: 3, top: 4, bottom: 4 }, SIZE, NO_INSETS, 2.2)).toEqual({ x: 3, y: 4, k: 2.2 });
  });

  test('a surface that panels cover wholly, or that has no size, still gives a finite camera', () => {
    for (const size of [{ width: 0, height: 0 }, SIZE]) {
      const camera = fitted(BOUNDS, size, { left: 500, right: 500, top: 400, bottom: 400 }, 8);
      expect([camera.x, camera.y, camera.k].every(Number.isFinite)).toBe(true);
      expect(camera.k).toBeGreaterThan(0);
    }
  });
});

describe('R3 the free part of the surface', () => {
  test('is what no panel covers', () => {
    expect(freeArea(SIZE, { left: 100, right: 0, top: 0, bottom: 200 })).toEqual({ x: 450, y: 200, width: 700, height: 400 });
  });

  test('has the point that is centred in its middle', () => {
    const insets = { left: 100, right: 0, top: 0, bottom: 200 };
    expect(toScreen(7, 9, centred(7, 9, 1.5, SIZE, insets), SIZE)).toEqual([450, 200]);
  });
});
