import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { packed } from '../tools/pack.mjs';
import { PACKED } from './packed.js';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

/** What a program in plain Node prints, which imports the package by its name. */
async function printed(program: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--no-warnings', '--eval', program], { cwd: root });
  return JSON.parse(stdout);
}

/** What TypeScript says of a program that uses the package, as strict as it can be. */
function typeErrors(program: string): string[] {
  const path = resolve(root, 'test/consumer.ts');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    noEmit: true,
    types: [],
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === path || disk.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === path ? ts.createSourceFile(name, program, ts.ScriptTarget.ES2022) : disk.getSourceFile(name, ...rest),
  };
  const problems = ts.getPreEmitDiagnostics(ts.createProgram([path], options, host));
  return problems.map(({ messageText, file }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

/** Every file that an entry of the package leads to. */
const targets = [
  ...Object.values(manifest.exports).flatMap((goal) => (typeof goal === 'string' ? [goal] : Object.values(goal))),
  ...Object.values(manifest.bin),
];

describe('the built package', () => {
  beforeAll(() => {
    if (!existsSync(resolve(root, 'dist/types/data.d.cts'))) throw new Error('There is no build: run npm run build first');
  });

  test('has every file that its entries lead to', () => {
    expect(targets.length).toBeGreaterThanOrEqual(8);
    expect(targets.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  test('imports in Node, without a DOM; the main entry registers nothing, define registers the element', async () => {
    expect(
      await printed(`
        const api = await import('standards-map');
        const before = globalThis.customElements?.get('standards-map') !== undefined;
        await import('standards-map/define');
        const element = globalThis.customElements?.get('standards-map');
        console.log(JSON.stringify({ parse: typeof api.parse, before, after: element === api.StandardsMap }));`),
    ).toEqual({ parse: 'function', before: false, after: true });
  });

  test('brings a dataset that its own parse accepts', async () => {
    expect(
      await printed(`
        import { parse } from 'standards-map';
        import dataset from 'standards-map/data' with { type: 'json' };
        const result = parse(dataset);
        console.log(JSON.stringify({ ok: result.ok, many: dataset.standards.length > 100, issues: result.issues ?? [] }));`),
    ).toEqual({ ok: true, many: true, issues: [] });
  });

  test('has types that a strict program of another project can use', () => {
    expect(
      typeErrors(`
        import { catalogue, parse, StandardsMap } from 'standards-map';
        import dataset from 'standards-map/data';
        import { main } from 'standards-map/cli';
        import 'standards-map/define';
        const code: Promise<number> = main(['validate', 'map.json']);
        const result = parse(dataset);
        const title: string | undefined = result.ok ? catalogue(result.dataset).standard('ISO 37122')?.title : undefined;
        const map: StandardsMap = document.createElement('standards-map');
        map.data = dataset;
        export { map, title };`),
    ).toEqual([]);
    expect(typeErrors(`import { noSuchName } from 'standards-map'; export { noSuchName };`)).toHaveLength(1);
  });

  test('has a command that runs by itself, and the same as a function', async () => {
    const { stdout } = await run(process.execPath, [resolve(root, manifest.bin['standards-map']), 'validate', 'data/smart-cities.json'], {
      cwd: root,
    });
    expect(stdout).toBe('data/smart-cities.json: a valid dataset\n');
    expect(await printed(`const { main } = await import('standards-map/cli'); console.log(JSON.stringify(typeof main));`)).toBe('function');
  });

  test('is the package that the browser tests load: every packed file is the built one, byte for byte', () => {
    const { folder } = packed();
    const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    const files = readdirSync(resolve(root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, resolve(parentPath, name)));
    expect(files.length).toBeGreaterThan(50);
    const told = readdirSync(resolve(folder, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, resolve(parentPath, name)));
    const stale = told.filter((path) => !files.includes(path) || hash(resolve(folder, path)) !== hash(resolve(root, path)));
    const missing = files.filter((path) => !told.includes(path) && !path.endsWith('.map'));
    expect([...stale, ...missing], 'the packed package is not the one built last: run npm run pack').toEqual([]);
  });

  test('is what pages of tests load by address, never the folder of the build', () => {
    const pages = resolve(root, 'test/fixtures/package');
    const addresses = readdirSync(pages).flatMap((page) => readFileSync(resolve(pages, page), 'utf8').match(/(?<=src=")[^"]+/g) ?? []);
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((address) => !address.startsWith(PACKED))).toEqual([]);
  });

  test('packs what a user needs and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
    const [pack] = JSON.parse(stdout) as readonly { readonly files: readonly { readonly path: string }[] }[];
    const files = pack?.files.map(({ path }) => path) ?? [];
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.js', 'dist/cdn/standards-map.min.js']));
    // What import selects and classifies by, and the guide to a map of one's own, are of use without a clone
    for (const path of ['data/smart-cities.json', 'data/taxonomy.json', 'data/sources/selection.json', 'data/workflow/map.yml'])
      expect(files).toContain(path);
    const strangers = files.filter(
      (path) =>
        !/^(dist\/|data\/(smart-cities|schema|story-schema|taxonomy)\.json$|data\/(sources|workflow)\/|data\/README\.md$|(LICENSE|package\.json|README\.md|CHANGELOG\.md)$)/.test(
          path,
        ),
    );
    expect(strangers).toEqual([]);
  });
});
