import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entries, report, REPORT, type Surface, surfaces } from './api.js';

describe('the public surface', () => {
  let known: readonly Surface[] | undefined;
  const published = () => (known ??= surfaces(entries()));

  test('equals test/api.txt; after a change on purpose run npm run api and look at the difference', () => {
    expect(existsSync(REPORT), 'run npm run api').toBe(true);
    expect(report(published()).split('\n'), 'run npm run api').toEqual(readFileSync(REPORT, 'utf8').split('\n'));
  });

  test('is described: every exported name and every public member of a class has a comment', () => {
    expect(published().flatMap(({ name, undescribed }) => undescribed.map((one) => `${name}: ${one}`))).toEqual([]);
  });
});

describe('the report itself', () => {
  const [box] = surfaces([{ name: 'box', source: resolve(import.meta.dirname, 'fixtures/api/index.ts') }]);

  test('shows what is exported with its type, without what is private, and the contract of an element', () => {
    expect(box && report([box]).split('\n').slice(2)).toEqual([
      '# box',
      '',
      'class Box extends LitElement',
      '  connectedCallback(): void;',
      '  open(wide: boolean): boolean;',
      '  size: Size;',
      '  @event {Event} box-open',
      '  @property size: property({ reflect: true })',
      '  @slot',
      '  @tag a-box',
      '',
      'const SIZES: readonly [',
      '    "small",',
      '    "large"',
      '];',
      '',
      'type Size = (typeof SIZES)[number];',
      '',
      'gauge = function measure(width: number, height?: number): Size;',
      '',
    ]);
  });

  test('names what no comment describes', () => {
    expect(box?.undescribed).toEqual(['Box.open', 'gauge']);
  });

  test('fails for an entry without a source', () => {
    expect(() => surfaces([{ name: 'gone', source: resolve(import.meta.dirname, 'fixtures/api/gone.ts') }])).toThrow('gone: ');
  });
});
