import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packed } from '../../tools/pack.mjs';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const { tarball, manifest } = packed();
const bin = (name: string): string => resolve(root, 'node_modules/.bin', name);

/** Another project, in a folder that knows nothing of this one. */
const project = mkdtempSync(join(tmpdir(), 'consumer-'));
const inside = (path: string): string => join(project, path);

function write(path: string, content: string): void {
  mkdirSync(dirname(inside(path)), { recursive: true });
  writeFileSync(inside(path), content);
}

/** What a program in plain Node prints as JSON, run in the other project. */
async function printed(program: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--no-warnings', '--eval', program], { cwd: project });
  return JSON.parse(stdout);
}

const BASE: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};
const RESOLUTIONS: Readonly<Record<string, ts.CompilerOptions>> = {
  nodenext: { ...BASE, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { ...BASE, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

/** What TypeScript says of programs in the other project: file, line from 1, and message. */
function typeErrors(files: Readonly<Record<string, string>>, options: ts.CompilerOptions): string[] {
  for (const [path, content] of Object.entries(files)) write(path, content);
  const program = ts.createProgram(Object.keys(files).map(inside), options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.slice(project.length + 1) ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/** A page that a newcomer writes: the one import gives the tag, its members and its events. */
const PAGE = `import 'standards-map/define';
const map = document.createElement('standards-map');
map.filter = 'sdo:iso';
map.view = 'matrix';
const names: string[] = [];
map.addEventListener('standards-select', (event) => names.push(...event.ids));
map.addEventListener('standards-load', ({ catalogue }) => names.push(catalogue.dataset.title));
document.addEventListener('standards-filter', ({ filter, count }) => names.push(\`\${filter}: \${count}\`));
document.querySelector('standards-map')?.fit(['ISO 37122']);
const blob: Promise<Blob> = map.toPNG({ scale: 2 });
export { blob, names };
`;

/** Every entry, used as its README says. */
const ENTRIES = `import { catalogue, layoutWithForces, overlaps, parse, StandardsMap, StandardsSelectEvent, type Candidate, type NodeForce } from 'standards-map';
import { layout } from 'standards-map/layout';
import { main } from 'standards-map/cli';
import dataset from 'standards-map/data';
const result = parse(dataset);
const title: string | undefined = result.ok ? catalogue(result.dataset).standard('ISO 37122')?.title : undefined;
const candidates: readonly Candidate[] = result.ok ? overlaps(catalogue(result.dataset)) : [];
const code: Promise<number> = main(['validate', 'map.json']);
const isMap = (value: unknown): value is StandardsMap => value instanceof StandardsMap;
const still: NodeForce = (alpha) => void alpha;
export { candidates, code, isMap, layout, layoutWithForces, StandardsSelectEvent, still, title };
`;

describe('the tarball, installed into an empty project', () => {
  beforeAll(async () => {
    write('package.json', JSON.stringify({ name: 'consumer', version: '1.0.0', private: true, type: 'module' }));
    await run('npm', ['install', tarball, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: project,
      shell: process.platform === 'win32',
    });
  }, 300_000);
  afterAll(() => rmSync(project, { recursive: true, force: true }), 120_000);

  test('PK1 needs its dependencies and nothing of the repository', () => {
    const lock = JSON.parse(readFileSync(inside('package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages['node_modules/standards-map'].dependencies).sort()).toEqual(
      Object.keys(Object(manifest['dependencies'])).sort(),
    );
    expect(Object.keys(lock.packages).filter((name) => /node_modules\/(vite|react|vue|svelte|typescript)$/.test(name))).toEqual([]);
  });

  test('PK2 every entry but those made for pages imports in Node, by the name that package.json gives it', async () => {
    const all = Object.keys(Object(manifest['exports'])).map((name) => `standards-map${name.slice(1)}`);
    // minified with the browser's half of Lit inside
    const names = all.filter((name) => name !== 'standards-map/browser/define.js');
    expect(names).toHaveLength(all.length - 1);
    const scripts = names.filter((name) => !name.endsWith('.json') && !name.endsWith('/data') && !name.endsWith('.min.js'));
    expect(scripts).toEqual(expect.arrayContaining(['standards-map', 'standards-map/define', 'standards-map/layout', 'standards-map/cli']));
    const program = `
      const said = {};
      for (const name of ${JSON.stringify(scripts)}) said[name] = Object.keys(await import(name)).length;
      for (const name of ${JSON.stringify(names.filter((name) => name.endsWith('.json') || name.endsWith('/data')))})
        said[name] = Object.keys((await import(name, { with: { type: 'json' } })).default).length;
      console.log(JSON.stringify(said));`;
    const said = Object(await printed(program));
    expect(Object.keys(said).sort()).toEqual(names.filter((name) => !name.endsWith('.min.js')).sort());
    const silent = Object.keys(said).filter((name) => said[name] === 0);
    // those that only register, or only bring types
    expect(silent.sort()).toEqual(['standards-map/define', 'standards-map/react', 'standards-map/svelte', 'standards-map/vue']);
  });

  test('PK3 importing the main entry registers nothing, define registers its class; another copy of it keeps the first', async () => {
    expect(
      await printed(`
        const api = await import('standards-map');
        const before = globalThis.customElements?.get('standards-map') !== undefined;
        await import('standards-map/define');
        const first = customElements.get('standards-map');
        await import(import.meta.resolve('standards-map/define') + '?again');
        console.log(JSON.stringify({ before, after: first === api.StandardsMap, again: customElements.get('standards-map') === first }));`),
    ).toEqual({ before: false, after: true, again: true });
  });

  test('PK4 the command runs, knows its version and checks a dataset', async () => {
    const command = inside('node_modules/.bin/standards-map');
    const { stdout } = await run(command, ['--version'], { cwd: project, shell: process.platform === 'win32' });
    expect(stdout.trim()).toContain(manifest.version);
    const dataset = 'node_modules/standards-map/data/smart-cities.json';
    expect((await run(command, ['validate', dataset], { cwd: project })).stdout).toBe(`${dataset}: a valid dataset\n`);
    write('broken.json', '{"version": 1}');
    await expect(run(command, ['validate', 'broken.json'], { cwd: project })).rejects.toMatchObject({ code: 1 });
  });

  for (const [name, options] of Object.entries(RESOLUTIONS)) {
    test(`PK5 its types hold under moduleResolution ${name}, strict, with every declaration file checked`, () => {
      expect(typeErrors({ 'page.ts': PAGE, 'entries.ts': ENTRIES }, options)).toEqual([]);
      const wrong = typeErrors(
        {
          'wrong.ts': `import 'standards-map/define';
const map = document.createElement('standards-map');
map.view = 'pie';
map.addEventListener('standards-select', (event) => event.detail);
map.catalogue = undefined;
`,
        },
        options,
      );
      expect(wrong.map((error) => error.split(' ')[0])).toEqual(['wrong.ts:3', 'wrong.ts:4', 'wrong.ts:5']);
    });
  }

  describe('in templates of frameworks', () => {
    beforeAll(() => {
      // The frameworks themselves are those of the repository: a consumer has them already
      for (const name of ['react', '@types/react', 'csstype', 'vue', '@vue', 'svelte', '@angular', 'rxjs', 'tslib']) symlinkTo(name);
    });

    const symlinkTo = (name: string): void => {
      mkdirSync(dirname(inside(`node_modules/${name}`)), { recursive: true });
      symlinkSync(resolve(root, 'node_modules', name), inside(`node_modules/${name}`), 'junction');
    };
    // Declaration files of other packages are not ours to check: Svelte's need its compiler
    const options: ts.CompilerOptions = { ...RESOLUTIONS['bundler'], skipLibCheck: true };

    test('PK6 JSX of React 19 knows the element, its settings, its listeners and its ref', () => {
      const jsx = { ...options, jsx: ts.JsxEmit.ReactJSX };
      const good = `import type {} from 'standards-map/react';
import { useRef } from 'react';
import type { StandardsMap } from 'standards-map';
export function Map({ data }: { readonly data: object }) {
  const map = useRef<StandardsMap>(null);
  return (
    <standards-map ref={map} data={data} src="a.json" view="table" seed={2} selected={['ISO 37122']} className="map" style={{ height: 300 }}
      onstandards-select={(event) => console.log(event.ids.join(), map.current?.visible.length)}>
      <p slot="empty">None</p>
    </standards-map>
  );
}
`;
      expect(typeErrors({ 'good.tsx': good }, jsx)).toEqual([]);
      const bad = `import type {} from 'standards-map/react';
export const view = <standards-map view="pie" />;
export const listener = <standards-map onstandards-select={(event) => event.detail} />;
export const seed = <standards-map seed="one" />;
export const visible = <standards-map visible={[]} />;
export const unknown = <standards-mop />;
`;
      expect(typeErrors({ 'bad.tsx': bad }, jsx).map((error) => error.split(' ')[0])).toEqual([
        'bad.tsx:2',
        'bad.tsx:3',
        'bad.tsx:4',
        'bad.tsx:5',
        'bad.tsx:6',
      ]);
    });

    test('PK7 templates of Vue 3 know the element by GlobalComponents', () => {
      const good = `import type {} from 'standards-map/vue';
import type { GlobalComponents } from 'vue';
type Props = InstanceType<GlobalComponents['standards-map']>['$props'];
export const props: Props = { view: 'matrix', data: {}, seed: '3', selected: ['ISO 37122'], class: 'map', onStandardsSelect: ({ ids }) => ids.join() };
`;
      expect(typeErrors({ 'vue-good.ts': good }, options)).toEqual([]);
      const bad = good.replace("'matrix'", "'pie'").replace('({ ids }) => ids.join()', '({ detail }) => detail');
      expect(typeErrors({ 'vue-bad.ts': bad }, options).length).toBeGreaterThanOrEqual(2);
    });

    test('PK8 templates of Svelte 5 know the element by SvelteHTMLElements', () => {
      const good = `import type {} from 'standards-map/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
type Props = SvelteHTMLElements['standards-map'];
export const props: Props = { view: 'matrix', data: {}, seed: 3, selected: 'ISO 37122', class: 'map', 'onstandards-select': ({ ids }) => ids.join() };
`;
      expect(typeErrors({ 'svelte-good.ts': good }, options)).toEqual([]);
      const bad = good.replace("'matrix'", "'pie'").replace('({ ids }) => ids.join()', '({ detail }) => detail');
      expect(typeErrors({ 'svelte-bad.ts': bad }, options).length).toBeGreaterThanOrEqual(2);
    });

    test('PK11 the example for Angular compiles', () => {
      const names = ['app.ts', 'main.ts', 'server.ts'];
      const files = Object.fromEntries(
        names.map((name) => [`angular/${name}`, readFileSync(resolve(root, 'demo/embed/angular', name), 'utf8')]),
      );
      const angular = { ...options, exactOptionalPropertyTypes: false, experimentalDecorators: true };
      expect(typeErrors(files, angular)).toEqual([]);
    });
  });
});

describe('the tarball, looked at by the tools of the trade', () => {
  test('PK9 publint has nothing to say, suggestions included', async () => {
    const { stdout } = await run(bin('publint'), ['--strict', tarball], { cwd: root, shell: process.platform === 'win32' });
    expect(stdout).toContain('All good!');
  });

  test('PK10 attw finds types for every entry, in Node and in bundlers; the package has modules only, which is the profile', async () => {
    const { stdout } = await run(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'json'], {
      cwd: root,
      shell: process.platform === 'win32',
      maxBuffer: 1 << 26,
    });
    const { analysis } = JSON.parse(stdout);
    expect(Object.keys(analysis.entrypoints).sort()).toEqual(Object.keys(Object(manifest['exports'])).sort());
    const told = analysis.problems.filter(
      ({ resolutionKind }: { readonly resolutionKind?: string }) => !/^node10$|^node16-cjs$/.test(resolutionKind ?? ''),
    );
    expect(told).toEqual([]);
  });
});
