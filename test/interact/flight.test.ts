import { describe, expect, test } from 'vitest';
import { flight } from '../../src/interact/flight.js';
import type { Camera } from '../../src/render/camera.js';

const SPAN = 800;
const HERE: Camera = { x: -300, y: 40, k: 2 };
const THERE: Camera = { x: 900, y: -60, k: 3 };
const shares = (count: number): readonly number[] => Array.from({ length: count + 1 }, (_, i) => i / count);
const expectClose = (got: Camera, expected: Camera): void => {
  for (const of of ['x', 'y', 'k'] as const) expect(got[of], of).toBeCloseTo(expected[of], 6);
};

describe('PR14 the flight of the camera', () => {
  test('PR14 begins where the camera is and ends where it is asked to, to the last digit', () => {
    const { at } = flight(HERE, THERE, SPAN);
    expectClose(at(0), HERE);
    expect(at(1)).toBe(THERE);
    expect(at(1.4), 'a frame that comes late').toBe(THERE);
  });

  test('PR14 goes straight and only forwards, and rises over a long way', () => {
    const { at } = flight(HERE, THERE, SPAN);
    const places = shares(60).map(at);
    const [dx, dy] = [THERE.x - HERE.x, THERE.y - HERE.y];
    for (const [i, { x, y }] of places.entries()) {
      expect((x - HERE.x) * dy - (y - HERE.y) * dx, 'beside the line').toBeCloseTo(0, 4);
      if (i > 0) expect(x).toBeGreaterThan(places[i - 1]?.x ?? NaN);
    }
    expect(Math.min(...places.map(({ k }) => k))).toBeLessThan(0.9 * Math.min(HERE.k, THERE.k));
  });

  test('PR14 what passes under it does so at an even speed: equal steps of the measure of van Wijk and Nuij', () => {
    const rho = 1.2;
    const { at } = flight(HERE, THERE, SPAN);
    const places = shares(400).map(at);
    const steps = places.slice(1).map((to, i) => {
      const from = places[i] ?? to;
      const [w0, w1] = [SPAN / from.k, SPAN / to.k];
      const along = Math.hypot(to.x - from.x, to.y - from.y);
      return Math.hypot(rho * along, (w1 - w0) / rho) / ((w0 + w1) / 2);
    });
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.01);
  });

  test('PR14 over one place it only comes nearer, by like factors', () => {
    const { at } = flight(HERE, { ...HERE, k: 8 }, SPAN);
    expectClose(at(0.5), { ...HERE, k: 4 });
    expectClose(at(0.25), { ...HERE, k: 2 * Math.SQRT2 });
  });

  test('PR14 one that is interrupted goes on from where it is, wherever that was', () => {
    const first = flight(HERE, THERE, SPAN);
    for (const share of shares(20)) {
      const place = first.at(share);
      const back = flight(place, HERE, SPAN);
      expectClose(back.at(0), place);
      expect(back.at(1)).toBe(HERE);
    }
  });

  test('PR14 takes 0.6 to 1.5 s, longer for a longer way', () => {
    const to = (x: number): number => flight({ x: 0, y: 0, k: 1 }, { x, y: 0, k: 1 }, SPAN).ms;
    expect(to(0)).toBe(600);
    expect(to(1e9)).toBe(1500);
    const ways = [10, 1_000, 4_000, 10_000, 1e6].map(to);
    expect(ways).toEqual(ways.toSorted((a, b) => a - b));
    expect(new Set(ways).size).toBeGreaterThan(2);
  });

  test('PR14 is at a place at any time, however near, far, high or small everything is', () => {
    for (const way of [0, 1e-7, 1e-4, 0.01, 1, 1e3, 1e6])
      for (const from of [0.02, 1, 40])
        for (const to of [0.02, 1, 40])
          for (const span of [0, 1, 400, 2160]) {
            const { ms, at } = flight({ x: 0, y: 0, k: from }, { x: way, y: 0, k: to }, span);
            const said = `${String(way)} px, ${String(from)} to ${String(to)}, ${String(span)} px`;
            expect(ms, said).toBeGreaterThanOrEqual(600);
            for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
              const { x, y, k } = at(share);
              expect(Number.isFinite(x) && Number.isFinite(y) && k > 0 && Number.isFinite(k), `${said} at ${String(share)}`).toBe(true);
            }
            expect(at(0).k / from, said).toBeCloseTo(1, 3);
          }
  });
});
