import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/catalogue.js';
import { parseStory, storyText } from '../../src/model/parse-story.js';
import { boxOfCamera, cameraOfBox } from '../../src/state/scene-camera.js';
import { sceneStrangers } from '../../src/state/scene-records.js';
import { sceneOf, sceneSettings } from '../../src/state/scene-settings.js';
import { DEFAULTS } from '../../src/state/state.js';
import { dataset, standard } from '../fixtures/small.js';
import { anyState } from './any-state.js';

const size = fc.record({ width: fc.integer({ min: 1, max: 8000 }), height: fc.integer({ min: 1, max: 8000 }) });
const cameras = fc.record({
  x: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  k: fc.double({ min: 0.002, max: 40, noNaN: true }),
});

describe('a scene and a state', () => {
  test('S1 the scene of a state, written to a file and read back, asks for the same state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const scene = sceneOf(state, { title: 'Kept', caption: 'c', notes: 'n' });
        const read = parseStory(storyText({ id: 's', title: 't', scenes: [scene] }));
        expect(read.ok && read.story.scenes[0]).toEqual(scene);
        expect(sceneSettings(scene).settings).toEqual({ ...state, name: '', camera: null });
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('S2 what a scene leaves out has its default, not that of the scene before', () => {
    expect(sceneSettings({ title: 'Opening' })).toEqual({ settings: DEFAULTS, issues: [] });
    expect(sceneOf(DEFAULTS, { title: 'Opening', caption: '', notes: '' })).toEqual({ title: 'Opening' });
    expect(sceneSettings({ title: 'Gaps', highlight: 'gaps', view: 'matrix' }).settings).toEqual({
      ...DEFAULTS,
      view: 'matrix',
      highlight: ['gaps'],
    });
  });

  test('S3 what cannot be used is told with the nearest that can, and the rest of the scene counts', () => {
    const { settings, issues } = sceneSettings({
      title: 't',
      view: 'grpah',
      highlight: 'overlap',
      sort: '-statis',
      fields: 'id,titel',
      by: 'comittee',
      rows: 'domains',
      color: 'topik',
      panel: 'compair',
      filter: 'sod:iso',
      lanes: 'topic',
    });
    expect(settings).toEqual({ ...DEFAULTS, lanes: 'topic', sort: '-statis', fields: 'id,titel', by: 'comittee', filter: 'sod:iso' });
    expect(issues.map(({ part, nearest }) => [part, nearest])).toEqual([
      ['view', 'graph'],
      ['highlight', 'overlaps'],
      ['color', 'topic'],
      ['rows', 'domain'],
      ['panel', 'compare'],
      ['filter', 'sdo'],
      ['sort', 'status'],
      ['fields', 'title'],
      ['by', 'committee'],
    ]);
    expect(issues[0]?.message).toBe('view: got "grpah", expected graph, matrix, timeline, table. Nearest: "graph".');
  });

  test('S4 records that a dataset does not have are told, each once, with the nearest that it has', () => {
    const records = catalogue(dataset({ standards: [standard('ISO 37122')], findings: [], stories: [] }));
    const scene = {
      title: 't',
      selected: ['ISO 37122', 'ISO 37123', 'ISO/TC 268'],
      show: ['ISO 37123', 'energy', 'iso', 'nowhere-near-it'],
      moved: [{ id: 'enrgy', x: 0, y: 0 }],
    };
    expect(sceneStrangers(records, scene)).toEqual([
      { id: 'ISO 37123', nearest: 'ISO 37122' },
      { id: 'enrgy', nearest: 'energy' },
      { id: 'nowhere-near-it' },
    ]);
  });
});

describe('the camera of a scene', () => {
  test('S5 a box is in view as a whole on any surface, as large as it can be', () => {
    fc.assert(
      fc.property(size, cameras, size, (surface, camera, kept) => {
        const box = boxOfCamera(camera, kept);
        const { x, y, k } = cameraOfBox(box, surface);
        expect([x, y]).toEqual([box.x, box.y]);
        const [right, below] = [(box.width * k) / surface.width, (box.height * k) / surface.height];
        expect(Math.max(right, below)).toBeCloseTo(1, 9);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test('S6 on the surface that it was kept from, a camera comes back', () => {
    fc.assert(
      fc.property(size, cameras, (surface, camera) => {
        const back = cameraOfBox(boxOfCamera(camera, surface), surface);
        expect(Math.abs(back.x - camera.x)).toBeLessThanOrEqual(0.005001);
        expect(Math.abs(back.y - camera.y)).toBeLessThanOrEqual(0.005001);
        // The box is kept to a hundredth of a layout unit
        const off = Math.max(0.01 / (surface.width / camera.k), 0.01 / (surface.height / camera.k));
        expect(Math.abs(back.k / camera.k - 1)).toBeLessThanOrEqual(off);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test('S7 the settings of a scene have its camera where the surface is known', () => {
    const scene = { title: 't', camera: { x: 10, y: 20, width: 100, height: 100 } };
    expect(sceneSettings(scene).settings.camera).toBeNull();
    expect(sceneSettings(scene, { width: 400, height: 200 }).settings.camera).toEqual({ x: 10, y: 20, k: 2 });
    expect(sceneSettings({ title: 't' }, { width: 400, height: 200 }).settings.camera).toBeNull();
  });

  test('S8 a surface without a size has no camera, and says so', () => {
    expect(() => cameraOfBox({ x: 0, y: 0, width: 1, height: 1 }, { width: 0, height: 10 })).toThrow(
      /got a box of 1 × 1 on a surface of 0 × 10/,
    );
    expect(() => boxOfCamera({ x: 0, y: 0, k: 0 }, { width: 10, height: 10 })).toThrow(/k 0 on a surface/);
  });
});
