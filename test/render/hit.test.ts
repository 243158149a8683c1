import { describe, expect, test } from 'vitest';
import { markAt, REACH } from '../../src/render/hit.js';
import type { Picture } from '../../src/render/picture.js';
import { worldOf } from '../../src/render/world.js';
import { buildScene } from '../../src/scene/build.js';
import { planLabels } from '../../src/scene/labels.js';
import type { NodeRef } from '../../src/scene/scene.js';
import { everything, node, town } from '../scene/town.js';
import { LIGHT } from './light.js';

const SIZE = { width: 800, height: 600 };
const CAMERA = { x: 0, y: 0, k: 1 };
const graph = town();

/** A picture with these nodes at these places on the surface, all others far away. */
type Hittable = Pick<Picture, 'scene' | 'theme' | 'world' | 'always'>;

function pictureOf(places: readonly (readonly [ref: NodeRef, x: number, y: number])[], selected: readonly NodeRef[] = []): Hittable {
  const xy = Float32Array.from({ length: 2 * graph.ids.length }, (_, i) => 5_000 + 100 * i);
  for (const [ref, x, y] of places) xy.set([x - SIZE.width / 2, y - SIZE.height / 2], 2 * graph.indexOf(ref.kind, ref.id));
  const scene = buildScene({ graph, xy, visible: everything(graph), color: 'sdo', selected });
  const plan = planLabels(scene, { least: 0.02, most: 8, size: 12, measure: (text) => 6 * text.length });
  return { scene, theme: LIGHT, world: worldOf(scene), always: plan.always() };
}

function hit(picture: Hittable, x: number, y: number, reach: number = REACH.fine): string | undefined {
  const mark = markAt(x, y, CAMERA, SIZE, reach, picture);
  return mark < 0 ? undefined : graph.ids[picture.scene.marks.node[mark] ?? -1];
}

const A = node('standard', 'ISO 37122');
const B = node('standard', 'ITU-T Y.4000');

describe('H1 targets are as large as people need them', () => {
  test('24 px for a pointer, 44 px for a finger, however small the mark', () => {
    const picture = pictureOf([[A, 300, 200]]);
    expect(hit(picture, 300, 212)).toBe(A.id);
    expect(hit(picture, 300, 213)).toBeUndefined();
    expect(hit(picture, 300, 222, REACH.coarse)).toBe(A.id);
    expect(hit(picture, 300, 223, REACH.coarse)).toBeUndefined();
  });
});

describe('H2 of several marks within reach', () => {
  test('the nearest is meant', () => {
    const picture = pictureOf([
      [A, 300, 200],
      [B, 316, 200],
    ]);
    expect(hit(picture, 307, 200)).toBe(A.id);
    expect(hit(picture, 309, 200)).toBe(B.id);
  });

  test('one that is faded comes after one that is not', () => {
    const picture = pictureOf(
      [
        [A, 300, 200],
        [B, 310, 200],
      ],
      [A],
    );
    expect(hit(picture, 309, 200)).toBe(A.id);
    expect(hit(picture, 315, 200)).toBe(B.id);
  });
});

describe('H3 the plate of an SDO', () => {
  const ITU = node('sdo', 'itu-t');

  test('is hit anywhere on its name', () => {
    const picture = pictureOf([[ITU, 300, 200]]);
    expect(hit(picture, 318, 206)).toBe(ITU.id);
    expect(hit(picture, 300, 230)).toBeUndefined();
  });

  test('leaves a mark that lies right under the pointer on top of it', () => {
    const picture = pictureOf([
      [ITU, 300, 200],
      [A, 310, 200],
    ]);
    expect(hit(picture, 310, 200)).toBe(A.id);
    expect(hit(picture, 300, 200)).toBe(ITU.id);
  });
});

test('H4 an empty picture is hit nowhere', () => {
  const scene = buildScene({ graph, xy: new Float32Array(2 * graph.ids.length), visible: new Set(), color: 'sdo', selected: [] });
  expect(markAt(400, 300, CAMERA, SIZE, REACH.coarse, { scene, theme: LIGHT, world: worldOf(scene), always: [] })).toBe(-1);
});
