import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonPlaces } from '../../src/cli/json-places.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('CL6 the place of a problem in a file', () => {
  test('a value is found by its pointer: line and column of where it begins', () => {
    const text = '{\n  "a/b": [1, {"~": "x"}],\n  "c": {}\n}\n';
    const places = jsonPlaces(text, ['', '/a~1b/1/~0', '/c']);
    expect(places.of('')).toEqual({ line: 1, column: 1 });
    expect(places.of('/a~1b/1/~0')).toEqual({ line: 2, column: 20 });
    expect(places.of('/c')).toEqual({ line: 3, column: 8 });
    expect(places.broken).toBeUndefined();
  });

  test('what is missing is looked for in the record that lacks it', () => {
    const places = jsonPlaces('{"standards":[\n{"id":"A"},\n{"id":"B"}]}', ['/standards/1/title']);
    expect(places.of('/standards/1/title')).toEqual({ line: 3, column: 1 });
    expect(places.of('/nowhere')).toEqual({ line: 1, column: 1 });
  });

  test.each([
    ['{"a":1,\n "b":}', 2, 6, 'a value'],
    ['{"a":1\n "b":2}', 2, 2, 'a comma or }'],
    ['[1,2', 1, 5, 'a comma or ]'],
    ['[1,]', 1, 4, 'a value'],
    ['{a:1}', 1, 2, 'a name in double quotes'],
    ['{"a" 1}', 1, 6, 'a colon'],
    ['{"a":"b\n"}', 1, 8, 'a text on one line; a line break in it is \\n'],
    ['{"a":"b', 1, 8, 'the quote that closes a text'],
    ['{"a":"\\x"}', 1, 7, 'an escape such as \\n or \\u00e9'],
    ['{} {}', 1, 4, 'the end of the file'],
    ['', 1, 1, 'a value'],
    ['[01]', 1, 3, 'a comma or ]'],
  ])('%j ceases to be JSON at %i:%i', (text, line, column, expected) => {
    expect(isJson(text)).toBe(false);
    expect(jsonPlaces(text, []).broken).toEqual({ at: { line, column }, expected });
  });

  test('it takes for JSON what JSON.parse takes for it, and nothing else', () => {
    const letters = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '"\\u00e9"',
      '1',
      '-0.5e3',
      'true',
      'nul',
      '\\',
      ' ',
      '\n',
      '\u0001',
      'é',
    );
    let [right, wrong] = [0, 0];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(letters, { maxLength: 12 }).map((parts) => parts.join('')),
          fc.json(),
        ),
        (text) => {
          if (isJson(text)) right += 1;
          else wrong += 1;
          expect(jsonPlaces(text, []).broken === undefined).toBe(isJson(text));
        },
      ),
      { seed: 20261122, numRuns: 2000 },
    );
    expect(Math.min(right, wrong)).toBeGreaterThan(100);
  });

  test('a key that an object has twice is told with its place, however it is spelt', () => {
    const { repeated } = jsonPlaces('{"a":1,\n"b":{"a":2},"\\u0061":3,"__proto__":4}', []);
    expect(repeated).toEqual([{ at: { line: 2, column: 13 }, key: 'a' }]);
  });

  test('a hundred thousand brackets cost no stack', () => {
    expect(jsonPlaces('['.repeat(100_000), []).repeated).toEqual([]);
  });
});
