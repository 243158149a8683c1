import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPartialDate } from '../../src/model/value.js';
import { usable } from '../../src/state/setting-values.js';
import { PARTS, plain, restore } from '../../src/state/settings.js';
import { DEFAULTS, reduce } from '../../src/state/state.js';
import { anyState } from './any-state.js';

describe('plain and restore', () => {
  test('R1 a state survives JSON', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(restore(JSON.parse(JSON.stringify(plain(state))))).toEqual({ settings: state, issues: [] });
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('R2 a plain state is the reader’s own copy', () => {
    const state = reduce(DEFAULTS, { type: 'set', settings: { selected: ['ISO 1'], camera: { x: 1, y: 1, k: 1 } } });
    const copy = plain(state);
    expect(copy).toEqual(state);
    expect(copy.selected).not.toBe(state.selected);
    expect(Object.isFrozen(copy)).toBe(false);
    expect(Object.keys(copy).sort()).toEqual([...PARTS].sort());
  });

  test('R3 parts may be missing, and lenses may be the tokens of an attribute', () => {
    expect(restore({ view: 'table', highlight: 'changes gaps' })).toEqual({
      settings: { view: 'table', highlight: ['gaps', 'changes'] },
      issues: [],
    });
    expect(restore({})).toEqual({ settings: {}, issues: [] });
  });

  test.each([
    ['view', 'grpah', 'graph'],
    ['color', 7, undefined],
    ['group', null, undefined],
    ['selected', 'ISO 1', undefined],
    ['selected', [1], undefined],
    ['selected', [''], undefined],
    ['highlight', 'gap', 'gaps'],
    ['highlight', 3, undefined],
    ['rows', 'domian', 'domain'],
    ['columns', 4, undefined],
    ['cell', 'mobility', undefined],
    ['cell', 'a/b/c', undefined],
    ['at', '2019-13', undefined],
    ['at', '2023-02-29', undefined],
    ['since', 'yesterday', undefined],
    ['camera', { x: 0, y: 0 }, undefined],
    ['camera', { x: NaN, y: 0, k: 1 }, undefined],
    ['camera', { x: 0, y: 0, k: 0 }, undefined],
    ['camera', [1, 2, 3], undefined],
    ['filter', 3, undefined],
    ['filter', 'x'.repeat(21_000), undefined],
  ])('R4 a %s of %j is left out and told', (part, value, nearest) => {
    const { settings, issues } = restore({ [part]: value, ...(part === 'view' ? {} : { view: 'matrix' }) });
    expect(settings).toEqual(part === 'view' ? {} : { view: 'matrix' });
    expect(issues).toMatchObject([{ part, ...(nearest !== undefined && { nearest }) }]);
  });

  test('R5 a message says what was got, what was expected and what is near', () => {
    expect(restore({ view: 'grpah' }).issues[0]?.message).toBe(
      'view: got "grpah", expected graph, matrix, timeline, table. Nearest: "graph".',
    );
    expect(restore({ veiw: 'graph' }).issues).toMatchObject([{ part: 'veiw', nearest: 'view' }]);
  });

  test('R6 anything at all is answered, and only own parts are read', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(restore(value)).toHaveProperty('settings');
      }),
      { numRuns: 500, seed: 8 },
    );
    expect(restore(JSON.parse('{"__proto__": {"view": "table"}}')).settings).toEqual({});
    for (const value of [null, 3, 'x', [], undefined]) expect(restore(value).issues).toHaveLength(1);
  });

  test('R7 a date is one of the calendar', () => {
    expect(['2019', '2019-05', '2019-05-31', '2024-02-29', '2000-02-29'].every(isPartialDate)).toBe(true);
    expect(
      [
        '',
        '19',
        '2019-',
        '2019-00',
        '2019-13',
        '2019-05-32',
        '2019-05-00',
        '2023-02-29',
        '1900-02-29',
        '2019-04-31',
        '2019-5-3',
        ' 2019',
      ].some(isPartialDate),
    ).toBe(false);
  });
});

test('R7 what can be used is found without asking what is wrong with the rest', () => {
  const given = {
    view: 'grpah',
    filter: 'sdo:iso',
    selected: ['ISO 37122', ''],
    camera: { x: 1, y: 2, k: 3 },
    colour: 'sdo',
    highlight: 'gaps changes',
  };
  expect(usable(given)).toEqual(restore(given).settings);
  expect(usable(given)).toEqual({ filter: 'sdo:iso', camera: { x: 1, y: 2, k: 3 }, highlight: ['gaps', 'changes'] });
  for (const nothing of [null, undefined, 7, 'view', [], Object.create({ filter: 'inherited' })]) expect(usable(nothing)).toEqual({});
});
