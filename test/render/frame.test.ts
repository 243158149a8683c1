import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { AreaFill } from '../../src/render/area.js';
import { frameOf, mix, mixed, pixelAt, RIM, type Frame } from '../../src/render/frame.js';
import { line, type Stroke } from '../../src/render/line.js';
import { dot, Masks } from '../../src/render/masks.js';
import { FINISHES, SHAPES, type Finish, type Shape } from '../../src/scene/scene.js';

const WHITE = -1;
const BLACK = 0xff000000 | 0;
const blank = (width: number, height: number): Frame => {
  const frame = frameOf(width, height);
  frame.px.fill(WHITE);
  return frame;
};
/** How much black a pixel of a white frame has, 0–1. */
const ink = (frame: Frame, x: number, y: number): number => 1 - ((frame.px[pixelAt(frame, x, y)] ?? 0) & 0xff) / 255;
const each = ({ width, height }: Frame, visit: (x: number, y: number) => void): void => {
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) visit(x, y);
};
/** Black in all visible pixels, px². */
const area = (frame: Frame): number => {
  let sum = 0;
  each(frame, (x, y) => (sum += ink(frame, x, y)));
  return sum;
};
const stroke = (given: Partial<Stroke> = {}): Stroke => ({ ink: BLACK, opacity: 256, width: 1, dash: 0, gap: 0, ...given });
const code = (shape: Shape): number => SHAPES.indexOf(shape);
const finish = (one: Finish): number => FINISHES.indexOf(one);
/** A mark drawn on white, ground and rim black unless told otherwise. */
const marked = (shape: Shape, one: Finish, radius: number, x = 20, y = 20, ground = BLACK, rim = BLACK): Frame => {
  const frame = blank(40, 40);
  new Masks().draw(frame, code(shape), finish(one), x, y, radius, ground, rim, 256);
  return frame;
};

describe('X1 inks mix channel by channel', () => {
  test('none of it leaves the pixel, all of it covers it, half is the middle to a step', () => {
    const under = 0xff204060 | 0;
    expect(mixed(BLACK, under, 0)).toBe(under);
    expect(mixed(0xff123456 | 0, under, 256)).toBe(0xff123456 | 0);
    expect(mixed(0xffff0080 | 0, 0xff00ff80 | 0, 128)).toBe(0xff808080 | 0);
  });

  test('every channel as if it were alone, for any two inks and any share', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), fc.tuple(byte, byte, byte), fc.integer({ min: 0, max: 256 }), (over, under, alpha) => {
        const word = ([r, g, b]: readonly [number, number, number]): number => 0xff000000 | (b << 16) | (g << 8) | r;
        const px = Int32Array.of(word(under));
        mix(px, 0, word(over), alpha);
        const channels = [0, 8, 16].map((shift) => ((px[0] ?? 0) >> shift) & 0xff);
        channels.forEach((channel, i) => {
          const exact = (under[i] ?? 0) + (((over[i] ?? 0) - (under[i] ?? 0)) * alpha) / 256;
          expect(Math.abs(channel - exact)).toBeLessThanOrEqual(1);
        });
        expect((px[0] ?? 0) >>> 24).toBe(255);
      }),
    );
  });
});

describe('X2 a mark covers its area', () => {
  test.each([1.5, 2, 2.75, 4, 8, 11.5])('a circle of radius %s has πr² within a hundredth, wherever in its pixel it stands', (radius) => {
    for (const [x, y] of [
      [20, 20],
      [20.3, 19.6],
      [19.99, 20.51],
      [20.75, 20.1],
    ] as const) {
      // The rim lies half outside: with a rim of the same ink the disc is as much larger
      const half = (radius < 3 ? 0.5 : 1) / 2;
      const exact = Math.PI * (radius + half) ** 2;
      expect(Math.abs(area(marked('circle', 'filled', radius, x, y)) - exact) / exact).toBeLessThan(0.01);
    }
  });

  test('a diamond has 2r², a hexagon 2.6r²', () => {
    const grounds = (shape: Shape): number =>
      area(marked(shape, 'filled', 10, 20, 20, BLACK, WHITE)) + 0.5 * (shape === 'diamond' ? 56.6 : 60);
    expect(grounds('diamond')).toBeCloseTo(200, -1);
    expect(grounds('hexagon')).toBeCloseTo(259.8, -1);
  });

  test('it stands within an eighth of a pixel of its place', () => {
    for (const x of [20, 20.2, 20.45, 20.7, 20.999]) {
      let [sum, moment] = [0, 0];
      const frame = marked('circle', 'filled', 5, x, 20);
      each(frame, (column, row) => {
        const one = ink(frame, column, row);
        sum += one;
        moment += one * (column + 0.5);
      });
      expect(Math.abs(moment / sum - x)).toBeLessThan(0.14);
    }
  });

  test('a dot has the area of its circle', () => {
    for (const [x, y, radius] of [
      [10, 10, 0.6],
      [10.3, 9.7, 0.564],
      [10.9, 10.1, 1.4],
    ] as const) {
      const frame = blank(20, 20);
      dot(frame, x, y, radius, BLACK, 256);
      expect(Math.abs(area(frame) - Math.PI * radius ** 2)).toBeLessThan(0.05 * Math.PI * radius ** 2);
    }
  });
});

describe('X3 shapes and finishes look different from each other', () => {
  const KINDS: readonly (readonly [Shape, Finish])[] = [
    ['circle', 'filled'],
    ['circle', 'hollow'],
    ['circle', 'crossed'],
    ['circle', 'dashed'],
    ['diamond', 'filled'],
    ['hexagon', 'hollow'],
  ];

  test.each([2.75, 5, 8])('any two by an eighth of what they cover at a radius of %s', (radius) => {
    const pictures = KINDS.map(([shape, one]) => marked(shape, one, radius, 20.4, 20.1, one === 'filled' ? BLACK : WHITE));
    for (const [i, a] of pictures.entries()) {
      for (const b of pictures.slice(0, i)) {
        let apart = 0;
        each(a, (x, y) => (apart += Math.abs(ink(a, x, y) - ink(b, x, y))));
        expect(apart).toBeGreaterThan(Math.max(area(a), area(b)) / 8);
      }
    }
  });

  test('a hollow one has the ground in its middle, a cross leaves its sides open, a dashed rim has gaps', () => {
    expect(ink(marked('circle', 'hollow', 6, 20, 20, WHITE), 20, 20)).toBe(0);
    const crossed = marked('circle', 'crossed', 6);
    expect(ink(crossed, 20, 20)).toBeGreaterThan(0.9);
    expect(ink(crossed, 20, 15)).toBe(0);
    const round = Array.from({ length: 64 }, (_, i) => (2 * Math.PI * i) / 64);
    const rim = (frame: Frame): number[] =>
      round.map((turn) => ink(frame, Math.floor(20 + 6 * Math.cos(turn)), Math.floor(20 + 6 * Math.sin(turn))));
    expect(Math.min(...rim(marked('circle', 'dashed', 6, 20, 20, WHITE)))).toBeLessThan(0.1);
    expect(Math.max(...rim(marked('circle', 'dashed', 6, 20, 20, WHITE)))).toBeGreaterThan(0.9);
    expect(Math.min(...rim(marked('circle', 'hollow', 6, 20, 20, WHITE)))).toBeGreaterThan(0.3);
  });
});

describe('X4 lines', () => {
  test('cover their length times their width, in any direction', () => {
    for (let turn = 0; turn < 2 * Math.PI; turn += 0.37) {
      for (const width of [0.75, 1, 2, 3.5]) {
        const frame = blank(120, 120);
        line(frame, 60, 60, 60 + 50 * Math.cos(turn), 60 + 50 * Math.sin(turn), stroke({ width }));
        const tolerance = 1.5 * width + 0.5;
        expect(Math.abs(area(frame) - 50 * width)).toBeLessThan(tolerance);
      }
    }
  });

  test('a straight one on the middle of a row covers that row alone', () => {
    const frame = blank(30, 10);
    line(frame, 5, 4.5, 25, 4.5, stroke());
    each(frame, (x, y) => {
      expect(ink(frame, x, y)).toBe(y === 4 && x >= 5 && x < 25 ? 1 : 0);
    });
  });

  test('cut off at the border they are what a larger frame shows there', () => {
    const place = fc.double({ min: -400, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(place, place, place, place), fc.double({ min: 0.5, max: 6, noNaN: true }), ([ax, ay, bx, by], width) => {
        const [small, large] = [blank(60, 40), blank(1000, 1000)];
        line(small, ax, ay, bx, by, stroke({ width }));
        line(large, ax + 450, ay + 450, bx + 450, by + 450, stroke({ width }));
        let most = 0;
        each(small, (x, y) => (most = Math.max(most, Math.abs(ink(small, x, y) - ink(large, x + 450, y + 450)))));
        expect(most).toBeLessThan(0.04);
      }),
      { numRuns: 60 },
    );
  });

  test('strokes and gaps have their lengths, also aslant, and stay when the line is cut off at the border', () => {
    const runs = (frame: Frame, y: (x: number) => number): number[] => {
      const found: number[] = [];
      let [was, length] = [-1, 0];
      for (let x = 10; x < 90; x++) {
        const is = ink(frame, x, Math.floor(y(x + 0.5))) > 0.3 ? 1 : 0;
        if (is !== was && was >= 0) found.push(length);
        if (is !== was) length = 0;
        was = is;
        length++;
      }
      return found.slice(1);
    };
    const level = blank(100, 20);
    line(level, 0, 9.5, 100, 9.5, stroke({ dash: 5, gap: 3 }));
    expect(new Set(runs(level, () => 9.5))).toEqual(new Set([5, 3]));
    const cut = blank(100, 20);
    line(cut, -800, 9.5, 400, 9.5, stroke({ dash: 5, gap: 3 }));
    each(cut, (x, y) => {
      expect(ink(cut, x, y)).toBe(ink(level, x, y));
    });
    // Three across and four down is five along: eight along are 4.8 across
    const aslant = blank(100, 140);
    line(aslant, 0, 0, 100, 133.33, stroke({ dash: 10, gap: 6, width: 2 }));
    const rows = Array.from({ length: 130 }, (_, y) => (ink(aslant, Math.floor((y + 0.5) * 0.75), y) > 0.3 ? 1 : 0));
    expect(rows.reduce<number>((sum, is) => sum + is, 0) / 130).toBeCloseTo(10 / 16, 1);
  });
});

describe('X5 areas', () => {
  const inside = (x: number, y: number, points: readonly number[]): boolean => {
    let is = false;
    for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
      const [xa = 0, ya = 0, xb = 0, yb = 0] = [points[j], points[j + 1], points[i], points[i + 1]];
      if (ya > y !== yb > y && x < xa + ((y - ya) * (xb - xa)) / (yb - ya)) is = !is;
    }
    return is;
  };

  test('are filled where the middle of a pixel lies inside, for any outline, on the frame or beyond it', () => {
    const place = fc.integer({ min: -300, max: 700 }).map((n) => n / 7);
    const areas = new AreaFill();
    fc.assert(
      fc.property(fc.array(place, { minLength: 6, maxLength: 24 }), (given) => {
        const points = given.slice(0, given.length - (given.length % 2));
        const frame = blank(50, 40);
        areas.fill(frame, Float32Array.from([...points, 9, 9]), points.length, BLACK);
        const exact = [...Float32Array.from(points)];
        each(frame, (x, y) => {
          // Right on a side either is right
          const near = [-1e-4, 1e-4].map((d) => inside(x + 0.5 + d, y + 0.5, exact));
          if (near[0] === near[1]) expect(ink(frame, x, y)).toBe(near[0] ? 1 : 0);
        });
      }),
      { numRuns: 80 },
    );
  });
});

describe('X6 nothing is written where it does not belong', () => {
  const wild = fc.oneof(fc.double({ min: -60, max: 120, noNaN: true }), fc.constantFrom(1e9, -1e9, 1e308, Infinity, -Infinity, NaN));

  test('what lies outside of the frame leaves all visible pixels white, whatever the numbers', () => {
    fc.assert(
      fc.property(wild, wild, fc.double({ min: 0.1, max: 12, noNaN: true }), (x, y, radius) => {
        const frame = blank(60, 40);
        new Masks().draw(frame, code('circle'), finish('filled'), x, y, radius, BLACK, BLACK, 256);
        dot(frame, x, y, Math.min(radius, 1.5), BLACK, 256);
        each(frame, (column, row) => {
          const far = Math.hypot(column + 0.5 - x, row + 0.5 - y);
          if (!(far <= radius + 2.5)) expect(ink(frame, column, row)).toBe(0);
        });
      }),
    );
  });

  test('a line from anywhere to anywhere marks only pixels next to it', () => {
    fc.assert(
      fc.property(wild, wild, wild, wild, (ax, ay, bx, by) => {
        const frame = blank(60, 40);
        line(frame, ax, ay, bx, by, stroke({ width: 2 }));
        const length = Math.hypot(bx - ax, by - ay);
        if (!(length < 1e4)) return;
        each(frame, (x, y) => {
          const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
          const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * (bx - ax) + py * (by - ay)) / length ** 2));
          const far = Math.hypot(px - t * (bx - ax), py - t * (by - ay));
          if (far > 3) expect(ink(frame, x, y)).toBe(0);
        });
      }),
    );
  });

  test('a mark at the border is cut off there and does not come in again on the other side', () => {
    const frame = blank(60, 40);
    new Masks().draw(frame, code('circle'), finish('filled'), 59, 20, 22, BLACK, BLACK, 256);
    // As far as the rim and beyond it, where the next row begins
    for (let y = 0; y < 40; y++) for (let x = 0; x < 30; x++) expect(ink(frame, x, y)).toBe(0);
    expect(frame.stride).toBe(60 + 2 * RIM);
  });
});
