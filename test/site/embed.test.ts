import { readFileSync } from 'node:fs';
import { LiteralPrimitive, TmplAstElement, parseTemplate } from '@angular/compiler';
import fc from 'fast-check';
import { parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import * as vue from 'vue/compiler-sfc';
import { DEFAULTS, OPTIONS, embedOf, readChoices, writeChoices, type Choices } from '../../docs/site/embed.js';
import { snippets } from '../../docs/site/snippets.js';

const any = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim());
/** Signs that end an attribute, begin an expression or an entity somewhere. */
const awkward = fc
  .array(fc.constantFrom('"', "'", '`', '<', '>', '&', '&lt;', '&#123;', '{{', '}}', '{x}', '${x}', '\\', '</style>', 'sdo:iso', ' '), {
    maxLength: 8,
  })
  .map((parts) => parts.join('').trim());
const text = fc.oneof(any, awkward);

const choices: fc.Arbitrary<Choices> = fc.record({
  filter: text,
  view: fc.constantFrom(...OPTIONS.view),
  color: fc.constantFrom(...OPTIONS.color),
  group: fc.constantFrom(...OPTIONS.group),
  highlight: fc.subarray([...OPTIONS.highlight]),
  without: fc.subarray([...OPTIONS.without]),
  selected: text,
  at: fc.constantFrom('', '2025', '2025-01'),
  story: fc.constantFrom('', '#overlaps'),
  height: fc.integer({ min: 480, max: 2000 }),
  width: fc.oneof(fc.constant(0), fc.integer({ min: 320, max: 4000 })),
  scheme: fc.constantFrom('', ...OPTIONS.scheme),
  companions: fc.subarray(['standards-table', 'standards-matrix']),
});

type Elements = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
const elementsOf = (chosen: Choices): Elements =>
  embedOf(chosen).elements.map(({ tag, attributes }) => [tag, Object.fromEntries(attributes)] as const);

const codeOf = (chosen: Choices, id: string): string => snippets(embedOf(chosen)).find((one) => one.id === id)?.files[0]?.code ?? '';

/** The elements that a component of Vue renders, by its own compiler. */
function inVue(code: string): Elements {
  const { descriptor, errors } = vue.parse(code);
  expect(errors).toEqual([]);
  const children = (descriptor.template?.ast?.children ?? []) as any[];
  return children
    .filter(({ tag }) => tag !== undefined)
    .map(({ tag, props }) => [tag, Object.fromEntries(props.map((one: any) => [one.name, one.value.content]))] as const);
}

function inSvelte(code: string): Elements {
  const { fragment } = parseSvelte(code, { modern: true }) as any;
  return fragment.nodes
    .filter(({ type }: any) => type === 'RegularElement')
    .map(({ name, attributes }: any) => [
      name,
      // an expression in a value is a second part, and would not be the text that was chosen
      Object.fromEntries(attributes.map((one: any) => [one.name, one.value.map(({ data }: any) => data).join('')])),
    ]);
}

function inAngular(code: string): Elements {
  const file = ts.createSourceFile('a.ts', code, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'template' && ts.isNoSubstitutionTemplateLiteral(node.initializer))
      found.push(node.initializer.text);
    node.forEachChild(look);
  };
  look(file);
  const { nodes, errors } = parseTemplate(found[0] ?? '', 'a.html');
  expect(errors ?? []).toEqual([]);
  return nodes
    .filter((node) => node instanceof TmplAstElement)
    .map(({ name: tag, attributes, inputs }) => {
      const bound = inputs.map(({ name, value }) => {
        const { ast } = value as any;
        // an interpolation would be no text but something to compute
        if (!(ast instanceof LiteralPrimitive)) throw new Error(`${name} is computed: ${String(ast)}`);
        return [name, String(ast.value)];
      });
      return [tag, Object.fromEntries([...attributes.map(({ name, value }) => [name, value]), ...bound])] as const;
    });
}

function inReact(code: string): Elements {
  const { outputText, diagnostics } = ts.transpileModule(code, {
    compilerOptions: { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ES2022 },
    fileName: 'a.jsx',
    reportDiagnostics: true,
  });
  expect(diagnostics).toEqual([]);
  const found: (readonly [string, Record<string, string>])[] = [];
  const look = (node: ts.Node): void => {
    const [name, props] = ts.isCallExpression(node) ? node.arguments : [];
    if (name && props && ts.isStringLiteral(name) && ts.isObjectLiteralExpression(props))
      found.push([
        name.text,
        Object.fromEntries(
          props.properties.map((one) => {
            if (!ts.isPropertyAssignment(one) || !ts.isStringLiteral(one.initializer)) throw new Error(`no text: ${one.getText()}`);
            return [one.name.getText(), one.initializer.text];
          }),
        ),
      ]);
    node.forEachChild(look);
  };
  look(ts.createSourceFile('a.js', outputText, ts.ScriptTarget.ES2022, true));
  return found;
}

describe('the configurator', () => {
  test('EMBED1 an address brings the same choices back, and says only what is not the default', () => {
    expect(writeChoices(DEFAULTS)).toBe('');
    expect(readChoices('')).toEqual(DEFAULTS);
    fc.assert(
      fc.property(choices, (chosen) => {
        expect(readChoices(writeChoices(chosen))).toEqual(chosen);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('EMBED2 an address that says what cannot be has the default instead', () => {
    expect(
      readChoices('view=pie&color=red&height=9&width=99999&scheme=blue&highlight=gaps+holes&companions=script+standards-table'),
    ).toEqual({
      ...DEFAULTS,
      height: 480,
      width: 4000,
      highlight: ['gaps'],
      companions: ['standards-table'],
    });
  });

  test('EMBED3 Vue, Svelte, Angular and React read from their snippets exactly the elements and attributes that were chosen', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const wanted = elementsOf(chosen);
        expect(inVue(codeOf(chosen, 'vue'))).toEqual(wanted);
        expect(inSvelte(codeOf(chosen, 'svelte'))).toEqual(wanted);
        expect(inAngular(codeOf(chosen, 'angular'))).toEqual(wanted);
        expect(inReact(codeOf(chosen, 'react'))).toEqual(wanted);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test('EMBED4 a plain map is two attributes and a height', () => {
    expect(embedOf(DEFAULTS)).toEqual({
      elements: [
        {
          tag: 'standards-map',
          attributes: [
            ['id', 'map'],
            ['src', 'smart-cities.json'],
          ],
        },
      ],
      css: '#map {\n  block-size: 560px;\n}\n',
    });
    expect(snippets(embedOf(DEFAULTS)).map(({ id }) => id)).toEqual(['html', 'esm', 'react', 'vue', 'svelte', 'angular']);
  });

  test('EMBED5 a page of its own says that it is UTF-8 before the script, which is no program in other letters; its files are named as they lie in the package', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly files: readonly string[] };
    for (const { id, about, files: made } of snippets(embedOf(DEFAULTS)).slice(0, 2)) {
      const code = made[0]?.code ?? '';
      expect([id, code]).toEqual([
        id,
        expect.stringMatching(/^<!doctype html>\n<meta charset="utf-8" \/>\n<script [^>]*src="[\w.-]+"><\/script>/),
      ]);
      for (const [, path = ''] of about.matchAll(/`((?:dist|data)\/[^`]+)`/g)) {
        expect(files.some((published) => path === published || path.startsWith(`${published}/`))).toBe(true);
        expect(path.startsWith('data/') || code.includes(`src="${path.split('/').at(-1) ?? ''}"`)).toBe(true);
      }
      expect(about).toContain('`dist/cdn/');
    }
  });
});
