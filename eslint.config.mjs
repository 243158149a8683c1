import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const ban = (selector, message) => ({ selector, message });

/** Roads by which text becomes markup or code: dataset text reaches the page as text only. */
const SINKS = [
  ban('Identifier[name=/^unsafe[A-Z]/]', 'Text never becomes markup: no unsafe directive of Lit.'),
  ban('MemberExpression[property.name=/^(inner|outer)HTML$/]', 'Text never becomes markup: use textContent or a template.'),
  ban('MemberExpression[property.value=/^(inner|outer)HTML$/]', 'Text never becomes markup: use textContent or a template.'),
  ban('TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=/]', 'Text never becomes markup: bind a child, not innerHTML.'),
  ban('TemplateElement[value.raw=/[\\s.]srcdoc\\s*=/]', 'Text never becomes markup: no srcdoc.'),
  ban(
    'MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
    'Text never becomes markup: build nodes or use a template.',
  ),
  ban('MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', 'Text never becomes markup: no document.write.'),
  ban(
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(^|\\s)style\\s*=/]',
    'A style attribute breaks a strict Content-Security-Policy: set element.style in code or use a class.',
  ),
];

const SHAPES = [
  ban('TSEnumDeclaration', 'No enum: a union of literals says the same without code.'),
  ban('TSModuleDeclaration:not([kind="global"])', 'No namespace: a module is one.'),
];

const DEFAULT_EXPORTS = [
  ban('ExportDefaultDeclaration', 'Named exports only: one name everywhere.'),
  ban('ExportSpecifier[exported.name="default"]', 'Named exports only: one name everywhere.'),
];

const ASSERTIONS = [
  ban('TSAsExpression:not([typeAnnotation.typeName.name="const"])', '`as` only where data enters (parse, worker messages) and in tests.'),
  ban('TSTypeAssertion', '`as` only where data enters (parse, worker messages) and in tests.'),
];

const SKIPS = [
  ban(
    'MemberExpression[object.name=/^(it|test|describe|suite|context)$/][property.name=/^(skip|only|todo|fails|skipIf|runIf)$/]',
    'Every test runs, always.',
  ),
  ban('CallExpression[callee.name=/^(xit|xdescribe|xtest|fit|fdescribe)$/]', 'Every test runs, always.'),
];

/** Where data from outside gets its type. */
const EDGES = ['src/**/parse*.ts', 'src/**/*worker*.ts', 'src/layout/engine/wasm-kernel.ts'];

const NODE = Object.fromEntries(
  ['Buffer', 'URL', 'clearTimeout', 'console', 'fetch', 'performance', 'process', 'setTimeout', 'AbortSignal'].map((name) => [
    name,
    'readonly',
  ]),
);

export default defineConfig(
  // AssemblyScript is another language in files of the same name
  // the examples are programs of other projects, against the packed package: a test compiles and runs them
  { ignores: ['.cache/', 'coverage/', 'dist/', 'demo/embed/', 'src/layout/engine/wasm/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals: NODE } },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['tools/*.d.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...SINKS, ...SHAPES, ...DEFAULT_EXPORTS, ...SKIPS],
      // the name of the key in an index signature says what it is
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // a combobox: its options take no focus, the box handles the keys for them (ARIA Authoring Practices, combobox)
    files: ['src/element/parts/search.ts'],
    rules: { 'lit-a11y/click-events-have-key-events': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    ignores: EDGES,
    rules: { 'no-restricted-syntax': ['error', ...SINKS, ...SHAPES, ...DEFAULT_EXPORTS, ...SKIPS, ...ASSERTIONS] },
  },
  {
    // tests break data on purpose: they reach into parsed JSON
    files: ['test/**/*.ts'],
    rules: Object.fromEntries(
      ['explicit-any', 'unsafe-argument', 'unsafe-assignment', 'unsafe-call', 'unsafe-member-access', 'unsafe-return'].map((name) => [
        `@typescript-eslint/no-${name}`,
        'off',
      ]),
    ),
  },
  {
    files: ['test/**/*.browser.ts', 'test/fixtures/browser/*.ts'],
    rules: {
      // chai's assertions are properties
      '@typescript-eslint/no-unused-expressions': 'off',
      // @open-wc/semantic-dom-diff 0.20 declares `equal` to return a promise; it does not
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' }] },
      ],
    },
  },
  {
    // what Vite answers for a query has no other way to be declared
    files: ['src/**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // tools read a configuration by its default export
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SINKS, ...SHAPES] },
  },
);
