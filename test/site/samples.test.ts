import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseTemplate } from '@angular/compiler';
import { compile as compileSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import * as vue from 'vue/compiler-sfc';
import { checkFilter, parseFilter } from '../../src/analysis/filter.js';
import { parseStory } from '../../src/model/parse-story.js';
import { sceneStrangers } from '../../src/state/scene-records.js';
import { sceneSettings } from '../../src/state/scene-settings.js';
import { packed } from '../../tools/pack.mjs';
import { installInto, shell } from '../cli/installed.js';
import { folder } from '../cli/io.js';
import type { Sample } from '../docs.js';
import { shipped } from '../fixtures/shipped.js';
import { KINDS, guideSamples, kindOf, samplesOf } from './guides.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
/** Beside the packages that samples import, and in a package of its own: `standards-map` is the packed one. */
const work = resolve(root, '.cache/samples');

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Element[] }[];
}
interface Element {
  readonly tagName?: string;
  readonly cssParts?: readonly { readonly name: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
  readonly cssProperties?: readonly { readonly name: string }[];
}

/** Name of the file of a sample. */
const fileOf = ({ place, language }: Sample): string => join(work, `${place.replaceAll(/\W+/g, '-')}.${language}`);

/** What a framework or a compiler has to say against a text; empty when nothing. */
const problemsOf = (place: string, list: readonly unknown[]): readonly string[] =>
  list.map((one) => `${place}: ${one instanceof Error ? one.message : JSON.stringify(one)}`);

/** TypeScript's complaints on files that import the packed package. */
function typeErrors(files: readonly string[], isStrict: boolean): readonly string[] {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    allowJs: true,
    checkJs: true,
    strict: isStrict,
    experimentalDecorators: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [resolve(root, 'node_modules/@types')],
  };
  const program = ts.createProgram([...files, join(work, 'registered.d.ts')], options);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName ?? ''}:${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

describe('the code samples of the guides', { timeout: 300_000 }, () => {
  beforeAll(() => {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(join(work, 'node_modules'), { recursive: true });
    writeFileSync(join(work, 'package.json'), '{"type": "module"}\n');
    symlinkSync(packed().folder, join(work, 'node_modules/standards-map'), 'dir');
    copyFileSync(resolve(root, 'data/smart-cities.json'), join(work, 'map.json'));
    // what `import 'standards-map/define'` tells TypeScript of `document.querySelector`
    writeFileSync(join(work, 'registered.d.ts'), "import 'standards-map/define';\n");
    for (const sample of guideSamples) if (['js', 'ts'].includes(sample.language)) writeFileSync(fileOf(sample), sample.code);
  });

  test('SAMPLE1 are of kinds that a test runs, all of them', () => {
    expect(guideSamples.length).toBeGreaterThan(20);
    const known: readonly string[] = KINDS;
    expect(guideSamples.filter((one) => !known.includes(kindOf(one))).map((one) => `${one.place}: ${kindOf(one)}`)).toEqual([]);
  });

  test('SAMPLE2 in JavaScript fit the types of the package, those for pages too', () => {
    expect(typeErrors(samplesOf('js').map(fileOf), true)).toEqual([]);
    // a page knows that it has a map: its script does not ask for null
    writeFileSync(join(work, 'wrong.js'), "document.querySelector('standards-map').fit(12);\n");
    const said = typeErrors([...samplesOf('js page').map(fileOf), join(work, 'wrong.js')], false);
    expect(said).toEqual([expect.stringMatching(/wrong\.js:1: /)]);
  });

  test('SAMPLE3 in JavaScript run in Node with the packed package', async () => {
    const printed = (sample: Sample): Promise<{ readonly stdout: string }> =>
      run(process.execPath, ['--no-warnings', fileOf(sample)], { cwd: work, encoding: 'utf8' });
    // At once: most of the time of each goes into reading the same modules
    const all = await Promise.all(samplesOf('js').map(async (sample) => ({ sample, said: (await printed(sample)).stdout })));
    for (const { sample, said } of all) {
      // what is asked for is answered: a sample that prints undefined promises what is not there
      if (sample.code.includes('console.log')) expect([sample.place, said]).toEqual([sample.place, expect.stringMatching(/\S/)]);
      expect([sample.place, said]).toEqual([sample.place, expect.not.stringMatching(/undefined|NaN/)]);
    }
  });

  test('SAMPLE4 in TypeScript fit the types of the package and of Angular, whose template is one', () => {
    const some = samplesOf('ts');
    expect(typeErrors(some.map(fileOf), true)).toEqual([]);
    for (const { place, code } of some) {
      const template = /template: `([^`]*)`/.exec(code)?.[1] ?? '';
      expect(template).toContain('<standards-map');
      expect(problemsOf(place, parseTemplate(template, 'sample.html').errors ?? [])).toEqual([]);
    }
  });

  test('SAMPLE5 for React, Vue and Svelte compile', () => {
    for (const { place, code } of samplesOf('jsx')) {
      const compilerOptions = { jsx: ts.JsxEmit.ReactJSX, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
      const { diagnostics = [], outputText } = ts.transpileModule(code, { compilerOptions, fileName: 'a.jsx', reportDiagnostics: true });
      expect(problemsOf(place, diagnostics)).toEqual([]);
      expect(outputText).toContain('"standards-map"');
    }
    for (const { place, code } of samplesOf('vue')) {
      const { descriptor, errors } = vue.parse(code);
      expect(problemsOf(place, errors)).toEqual([]);
      expect(vue.compileScript(descriptor, { id: 'sample' }).content).toContain('standards-map/define');
      const made = vue.compileTemplate({
        id: 'sample',
        filename: 'Sample.vue',
        source: descriptor.template?.content ?? '',
        compilerOptions: { isCustomElement: (tag) => tag.startsWith('standards-') },
      });
      expect(problemsOf(place, made.errors)).toEqual([]);
      expect(made.code).toContain('"standards-map"');
    }
    for (const { place, code } of samplesOf('svelte')) {
      const { js, warnings } = compileSvelte(code, { generate: 'client' });
      expect(
        problemsOf(
          place,
          warnings.map(({ message }) => message),
        ),
      ).toEqual([]);
      expect(js.code).toContain('standards-map');
    }
  });

  test('SAMPLE6 of the shell run in a folder with the package, in the order in which they stand', () => {
    const here = folder();
    installInto(here);
    copyFileSync(resolve(root, 'data/smart-cities.json'), join(here, 'map.json'));
    const [story] = samplesOf('json story');
    writeFileSync(join(here, 'vocabularies.json'), story?.code ?? '');
    for (const { place, code } of samplesOf('sh')) {
      const said = shell(here, code, here);
      expect([place, said]).toEqual([place, expect.not.stringMatching(/error/)]);
    }
    expect(readFileSync(join(here, 'assessment.csv'), 'utf8').split('\n').length).toBeGreaterThan(10);
    expect(readFileSync(join(here, 'twins.md'), 'utf8')).toContain('# ');
    // the installation is the one command that needs a network
    expect(samplesOf('sh install').map(({ code }) => code)).toEqual(['npm install standards-map\n']);
  });

  test('SAMPLE7 that compute a hash give that of the file', () => {
    const here = folder();
    mkdirSync(join(here, 'node_modules'));
    symlinkSync(packed().folder, join(here, 'node_modules/standards-map'), 'dir');
    const file = readFileSync(join(packed().folder, 'dist/cdn/standards-map.min.js'));
    for (const { code } of samplesOf('sh cdn'))
      expect(shell(here, code, here).trim()).toBe(`sha384-${createHash('sha384').update(file).digest('base64')}`);
  });

  test('SAMPLE8 that are filters, stories and style sheets name only what there is', () => {
    const map = shipped();
    for (const { place, code } of samplesOf('text filter'))
      for (const line of code.trim().split('\n')) {
        const parsed = parseFilter(line);
        expect([place, line, parsed.ok ? checkFilter(map, parsed.filter) : parsed.issues]).toEqual([place, line, []]);
      }
    for (const { place, code } of samplesOf('json story')) {
      const parsed = parseStory(code);
      expect([place, parsed.ok ? [] : parsed.issues]).toEqual([place, []]);
      for (const scene of parsed.ok ? parsed.story.scenes : [])
        expect([place, sceneSettings(scene).issues, sceneStrangers(map, scene)]).toEqual([place, [], []]);
    }
    const manifest = JSON.parse(readFileSync(join(packed().folder, 'dist/custom-elements.json'), 'utf8')) as Manifest;
    const map1 = manifest.modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'standards-map');
    const names = (list: readonly { readonly name: string }[] = []): readonly string[] => list.map(({ name }) => name);
    for (const { code } of samplesOf('css')) {
      for (const [, name = ''] of code.matchAll(/(--sm-[\w-]+)\s*:/g)) expect(names(map1?.cssProperties)).toContain(name);
      for (const [, name = ''] of code.matchAll(/::part\(([\w-]+)\)/g)) expect(names(map1?.cssParts)).toContain(name);
      for (const [, name = ''] of code.matchAll(/:state\(([\w-]+)\)/g)) expect(names(map1?.cssStates)).toContain(name);
    }
  });
});
