import { describe, expect, test } from 'vitest';
import { Glide } from '../../src/interact/glide.js';
import { buildScene } from '../../src/scene/build.js';
import type { Scene } from '../../src/scene/scene.js';
import { everything, line, town } from '../scene/town.js';

const graph = town();
const made = (xy: Float32Array, visible = everything(graph)): Scene => buildScene({ graph, xy, visible, color: 'sdo', selected: [] });
const start = line(graph);
const end = start.map((at, i) => (i % 2 === 0 ? at + 400 : 80));
const xOf = ({ marks }: Scene): number[] => [...marks.x];

describe('V8 marks glide to their new places', () => {
  test('from where they stand, steadily, and arrive exactly after 600 ms', () => {
    const to = made(end);
    const glide = new Glide(made(start), to);
    expect(glide.step(1_000)).toBe(true);
    expect(xOf(glide.scene)).toEqual(xOf(made(start)));
    const ways = [1_150, 1_300, 1_450].map((now) => {
      expect(glide.step(now)).toBe(true);
      return (glide.scene.marks.x[0] ?? NaN) - (made(start).marks.x[0] ?? NaN);
    });
    expect(ways[0]).toBeGreaterThan(0);
    expect(ways[1]).toBeCloseTo(200, 3);
    expect(ways[2]).toBeGreaterThan(ways[1] ?? NaN);
    expect(glide.step(1_600)).toBe(false);
    expect([...glide.scene.marks.x, ...glide.scene.marks.y]).toEqual([...to.marks.x, ...to.marks.y]);
  });

  test('a frame that comes late, as in a tab that was hidden, finds them arrived', () => {
    const glide = new Glide(made(start), made(end));
    glide.step(0);
    expect(glide.step(1e9)).toBe(false);
    expect(xOf(glide.scene)).toEqual(xOf(made(end)));
  });

  test('one that was not drawn before stands at its new place from the start', () => {
    const glide = new Glide(made(start, new Set(['ISO 37122'])), made(end));
    glide.step(0);
    const mark = glide.scene.marks.ofNode[graph.indexOf('standard', 'ITU-T Y.4000')] ?? -1;
    expect(glide.scene.marks.x[mark]).toBe(end[2 * graph.indexOf('standard', 'ITU-T Y.4000')]);
  });
});
