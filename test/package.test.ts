import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

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
        !/^(dist\/|data\/(smart-cities|schema|taxonomy)\.json$|data\/(sources|workflow)\/|data\/README\.md$|(LICENSE|package\.json|README\.md|CHANGELOG\.md)$)/.test(
          path,
        ),
    );
    expect(strangers).toEqual([]);
  });
});
