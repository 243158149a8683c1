import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({ cwd: resolve(import.meta.dirname, '../..') });

/** The rules that a source text breaks, were it the file `path`. */
async function broken(path, source) {
  const [result] = await eslint.lintText(source, { filePath: resolve(import.meta.dirname, '../..', path) });
  const fatal = result.messages.filter((message) => message.fatal);
  if (fatal.length > 0) throw new Error(fatal.map(({ message }) => message).join('; '));
  return result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** A file that exists, so that its types can be looked up; its text is replaced. */
const SOURCE = 'src/model/dataset.ts';
const TEST = 'test/architecture.test.ts';

const SYNTAX = 'no-restricted-syntax';
const HTML = `import { html } from 'lit';`;

/** What lint must report: a name, the text that breaks the rule, and the rule. */
const BANS = [
  ['unsafeHTML', `import { unsafeHTML } from 'lit/directives/unsafe-html.js'; export const a = unsafeHTML('');`, SYNTAX],
  ['unsafeSVG', `import { unsafeSVG } from 'lit/directives/unsafe-svg.js'; export const a = unsafeSVG('');`, SYNTAX],
  ['unsafeSVG under another name', `export { unsafeSVG as safe } from 'lit/directives/unsafe-svg.js';`, SYNTAX],
  ['innerHTML', `declare const a: HTMLElement; a.innerHTML = '';`, SYNTAX],
  ['innerHTML by its name', `declare const a: HTMLElement; a['innerHTML'] = '';`, SYNTAX],
  ['innerHTML bound in a template', `${HTML} export const a = html\`<p .innerHTML=\${''}></p>\`;`, SYNTAX],
  ['outerHTML', `declare const a: HTMLElement; a.outerHTML = '';`, SYNTAX],
  ['insertAdjacentHTML', `declare const a: HTMLElement; a.insertAdjacentHTML('beforeend', '');`, SYNTAX],
  ['createContextualFragment', `new Range().createContextualFragment('');`, SYNTAX],
  ['document.write', `document.write('');`, SYNTAX],
  ['srcdoc', `${HTML} export const a = html\`<iframe srcdoc=\${''}></iframe>\`;`, SYNTAX],
  ['a style attribute in a template', `${HTML} export const a = html\`<p style=\${''}></p>\`;`, SYNTAX],
  [
    'a style attribute in an svg template',
    `import { svg } from 'lit'; export const a = svg\`<g class="b" style="c: \${''}"></g>\`;`,
    SYNTAX,
  ],
  ['eval', `eval('1');`, 'no-eval'],
  ['new Function', `export const a: unknown = new Function('return 1');`, '@typescript-eslint/no-implied-eval'],
  ['a timer with a text', `setTimeout('1', 0);`, '@typescript-eslint/no-implied-eval'],
  ['a default export', `export default 1;`, SYNTAX],
  ['a default export by a list', `const a = 1; export { a as default };`, SYNTAX],
  ['an enum', `export enum A { B }`, SYNTAX],
  ['a namespace', `export namespace A { export const b = 1; }`, SYNTAX],
  ['any', `export const a = (b: any): unknown => b;`, '@typescript-eslint/no-explicit-any'],
  ['a non-null assertion', `export const a = (b: string | undefined): string => b!;`, '@typescript-eslint/no-non-null-assertion'],
  ['an assertion', `export const a = (b: unknown): string => b as string;`, SYNTAX],
  ['an assertion in angle brackets', `export const a = (b: unknown): string => <string>b;`, SYNTAX],
  ['a file of 301 lines', Array.from({ length: 301 }, (_, index) => `export const a${index} = 1;`).join('\n'), 'max-lines'],
  [
    'a function of 51 lines',
    `export function a(): void {\n${Array.from({ length: 50 }, () => 'console.log(1);').join('\n')}\n}`,
    'max-lines-per-function',
  ],
];

describe('lint in the sources', () => {
  test.each(BANS)('reports %s', async (_, source, rule) => {
    expect((await broken(SOURCE, source)).map((line) => line.split(':')[0])).toContain(rule);
  });

  test('has nothing against text in templates, `as const` and 50 lines', async () => {
    const source = `${HTML}
      export const names = ['a'] as const;
      export const a = (b: string): unknown => html\`<p class="c" .data=\${b}>\${b}</p>\`;
      export function d(): void {
        ${Array.from({ length: 48 }, () => 'console.log(1);').join('\n')}
      }`;
    expect(await broken(SOURCE, source)).toEqual([]);
  });

  test('allows an assertion where data enters', async () => {
    const source = 'export const a = (b: unknown): string => b as string;';
    expect(await broken('src/model/parse.ts', source)).toEqual([]);
  });
});

describe('lint in the tests', () => {
  test.each(['test.skip', 'it.only', 'describe.skip', 'test.todo'])('reports %s', async (call) => {
    const source = `declare const ${call.split('.')[0]}: Record<string, (a: string) => void>; ${call}('a');`;
    expect((await broken(TEST, source)).map((line) => line.split(':')[0])).toContain(SYNTAX);
  });
});
