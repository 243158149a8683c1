import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cycles, fileGraph, importsOf, readModules, roomGraph, type Rule, type Table, violations } from './architecture.js';

const rule = (rooms: string, packages: Rule['packages'] = {}): Rule => ({ rooms: rooms.split(' ').filter(Boolean), packages });

const BROWSER_ROOMS = 'model analysis layout state scene render interact';

/** Who may import whom. A new room or a new package is a decision: it is made here. */
const TABLE: Table = {
  model: rule('', { zod: true }),
  analysis: rule('model'),
  layout: rule('', { 'd3-force': true }),
  state: rule('model analysis'),
  scene: rule('model analysis state layout', { d3: /^(scale|Scale)[A-Z]/ }),
  render: rule('scene layout'),
  interact: rule('render scene state'),
  intake: rule('model analysis', { d3: /^(dsv|csv|tsv)/, 'read-excel-file': true }),
  export: rule('model analysis state scene render', { docx: true }),
  element: rule(`${BROWSER_ROOMS} intake export`, { lit: true }),
  pipeline: rule('model analysis layout scene intake', { 'node:': true, yaml: true }),
  cli: rule('pipeline model analysis layout state scene render intake export', { 'node:': true }),
  index: rule(`${BROWSER_ROOMS} intake export element`),
  define: rule('element'),
  // types only: what templates of other frameworks may say
  frameworks: rule('define', { lit: true, react: true, svelte: true, vue: true }),
  static: rule(`${BROWSER_ROOMS} export`),
};

const modules = readModules(resolve(import.meta.dirname, '../src'));

describe('the sources', () => {
  test('are there: the checks below look at every one of them', () => {
    expect(modules.length).toBeGreaterThan(20);
    expect(modules.map(({ path }) => path)).toContain('model/dataset.ts');
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
  });

  test('import only what their room may import', () => {
    expect(violations(modules, TABLE)).toEqual([]);
  });

  test('have no cycle among files, types included', () => {
    expect(cycles(fileGraph(modules))).toEqual([]);
  });

  test('have no cycle among rooms, types included', () => {
    expect(cycles(roomGraph(modules))).toEqual([]);
  });
});

describe('the check itself', () => {
  const module = (path: string, source: string) => ({ path, imports: importsOf(path, source) });

  test('sees every form of import', () => {
    const source = `
      import './effect.js';
      import one, { two as second, type Three } from './named.js';
      import * as all from 'd3';
      import type { Four } from './types.js';
      export { five as six } from './again.js';
      export * from './everything.js';
      import Worker from './layout.worker.ts?worker&inline';
      const later = import('./later.js');
      let typed: import('./inline.js').Seven;
      const worker = new URL('./file.worker.ts', import.meta.url);
      const data = new URL('./not-an-import.ts', document.baseURI);`;
    expect(importsOf('x.ts', source)).toEqual([
      { from: './effect.js', names: [] },
      { from: './named.js', names: ['two', 'Three', '*'] },
      { from: 'd3', names: ['*'] },
      { from: './types.js', names: ['Four'] },
      { from: './again.js', names: ['five'] },
      { from: './everything.js', names: ['*'] },
      { from: './layout.worker.ts', names: ['*'] },
      { from: './later.js', names: ['*'] },
      { from: './inline.js', names: ['*'] },
      { from: './file.worker.ts', names: ['*'] },
    ]);
  });

  test('refuses an import whose module is an expression', () => {
    expect(() => importsOf('x.ts', 'import(`./${name}.js`)')).toThrow('x.ts: import(`./${name}.js`) names its module by an expression');
  });

  test('names a room that is imported against the table, by a type import too', () => {
    const wrong = [module('model/a.ts', `import type { B } from '../scene/b.js';`), module('scene/b.ts', 'export interface B {}')];
    expect(violations(wrong, TABLE)).toEqual(['model/a.ts: (room model) may not import ../scene/b.js (room scene)']);
  });

  test('names packages, and names taken from d3, that a room may not have', () => {
    const wrong = [
      module('model/a.ts', `import { readFileSync } from 'node:fs'; import { z } from 'zod/mini';`),
      module('render/b.ts', `import { quadtree, zoom } from 'd3';`),
      module('interact/c.ts', `import * as d3 from 'd3';`),
    ];
    const table = { ...TABLE, render: rule('scene', { d3: /^quadtree$/ }), interact: rule('render', { d3: /^zoom$/ }) };
    expect(violations(wrong, table)).toEqual([
      'model/a.ts: may not import node:fs',
      'render/b.ts: may not import zoom of d3',
      'interact/c.ts: may not import * of d3',
    ]);
  });

  test('names unknown rooms, missing files, imports of an entry and imports from outside', () => {
    const wrong = [
      module('utils/a.ts', ''),
      module('element/b.ts', `import '../index.js'; import './gone.js'; import data from '../../data/smart-cities.json';`),
      module('index.ts', ''),
    ];
    expect(violations(wrong, TABLE)).toEqual([
      'utils/a.ts: room utils is not in the table',
      'element/b.ts: (room element) may not import ../index.js (room index)',
      'element/b.ts: imports ./gone.js, which does not exist',
      'element/b.ts: imports ../../data/smart-cities.json, outside of the source folder',
    ]);
  });

  test('finds cycles among files and among rooms', () => {
    const circle = [
      module('model/a.ts', `import type { B } from './b.js';`),
      module('model/b.ts', `export * from './c.js';`),
      module('model/c.ts', `const a = import('./a.js');`),
    ];
    expect(cycles(fileGraph(circle))).toEqual(['model/a.ts → model/b.ts → model/c.ts → model/a.ts']);
    const rooms = [
      module('scene/a.ts', `import '../state/b.js';`),
      module('state/b.ts', ''),
      module('state/c.ts', `import '../scene/d.js';`),
    ];
    expect(cycles(fileGraph(rooms))).toEqual([]);
    expect(cycles(roomGraph(rooms))).toEqual(['scene → state → scene']);
  });

  test('the table itself has no cycle', () => {
    expect(cycles(new Map(Object.entries(TABLE).map(([room, { rooms }]) => [room, new Set(rooms)])))).toEqual([]);
  });
});
