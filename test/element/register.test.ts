import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { register } from '../../src/element/register.js';
import { VERSION } from '../../src/element/version.js';

const classOf = (version?: string): CustomElementConstructor =>
  Object.assign(() => undefined, version !== undefined && { version }) as unknown as CustomElementConstructor;

/** A page that has these elements already. */
function page(there: Readonly<Record<string, CustomElementConstructor>> = {}) {
  const known = new Map(Object.entries(there));
  const said: string[] = [];
  const registry = {
    get: (name: string) => known.get(name),
    define: (name: string, element: CustomElementConstructor) => {
      if (known.has(name)) throw new DOMException('taken', 'NotSupportedError');
      known.set(name, element);
    },
  };
  return {
    known,
    said,
    register: (elements: Readonly<Record<string, CustomElementConstructor>>, version: string) =>
      register(registry, elements, version, (sentence) => void said.push(sentence)),
  };
}

describe('registration', () => {
  test('SH1 the version that elements know of themselves is that of the package', () => {
    expect(VERSION).toBe(manifest.version);
  });

  test('SH1 the first one has the name; the same version again is silent', () => {
    const { known, said, register: add } = page();
    const [first, second] = [
      { 'x-map': classOf('1.0.0'), 'x-table': classOf('1.0.0') },
      { 'x-map': classOf('1.0.0'), 'x-table': classOf('1.0.0') },
    ];
    add(first, '1.0.0');
    add(second, '1.0.0');
    expect([...known.values()]).toEqual(Object.values(first));
    expect(known.get('x-map')).toBe(first['x-map']);
    expect(said).toEqual([]);
  });

  test('SH1 another version does not throw, changes nothing and is told with both versions, once', () => {
    const first = { 'x-map': classOf('1.0.0'), 'x-table': classOf('1.0.0') };
    const { known, said, register: add } = page(first);
    add({ 'x-map': classOf('1.1.0'), 'x-table': classOf('1.1.0'), 'x-new': classOf('1.1.0') }, '1.1.0');
    expect(known.get('x-map')).toBe(first['x-map']);
    expect(known.has('x-new')).toBe(true);
    expect(said).toEqual([
      'standards-map: <x-map>, <x-table> are registered already, in version 1.0.0, which goes on. Version 1.1.0, loaded now, is left aside. Expected one version on a page.',
    ]);
  });

  test('SH1 a class that knows no version is an unknown one', () => {
    const { said, register: add } = page({ 'x-map': classOf() });
    add({ 'x-map': classOf('1.1.0') }, '1.1.0');
    expect(said).toEqual([expect.stringContaining('<x-map> is registered already, in an unknown version, which goes on. Version 1.1.0')]);
  });
});
