import { describe, expect, test } from 'vitest';
import { MAX_VIEWS, parseViews, unionOf, viewsText, type SavedView } from '../../src/element/parse-views.js';
import { DEFAULTS } from '../../src/state/state.js';
import { restore } from '../../src/state/settings.js';

const view = (name: string, state: Readonly<Record<string, unknown>> = { filter: name }): SavedView => ({
  name,
  saved: '2026-11-22',
  state,
});
const text = (version: unknown, views: unknown): string => JSON.stringify({ format: 'standards-map-views', version, views });

describe('views as text', () => {
  test('VW1 come back as they were, whole states with camera and moved records too', () => {
    const views = [view('One', { ...DEFAULTS, camera: { x: 1, y: 2, k: 3 }, moved: [{ id: 'ISO 1', x: 1, y: 2 }] }), view('مدن')];
    expect(parseViews(viewsText(views, 'A dataset'))).toEqual({ kept: views, flawless: true, dataset: 'A dataset' });
  });

  test('VW2 of version 0, with its parts beside the name and one lens, are read', () => {
    const old = { name: 'Old', saved: '2026-03', filter: 'sdo:iso', view: 'matrix', lens: 'gaps', selected: ['ISO 37122'] };
    const { kept, flawless } = parseViews(text(0, [old]));
    expect([kept.length, flawless]).toEqual([1, true]);
    expect(restore(kept[0]?.state)).toEqual({
      settings: { filter: 'sdo:iso', view: 'matrix', selected: ['ISO 37122'], highlight: ['gaps'] },
      issues: [],
    });
  });

  test('VW3 of a later version are told and not touched', () => {
    expect(parseViews(text(2, [view('One')]))).toEqual({ kept: [], flawless: false, newer: true });
  });

  test.each([
    ['no JSON', '{"format":'],
    ['another format', JSON.stringify({ format: 'standards-map-findings', version: 1, views: [] })],
    ['no version', text(undefined, [])],
    ['no list', text(1, {})],
    ['nothing', 'null'],
    ['a list', '[]'],
  ])('VW4 that are %s are not flawless and none', (_, given) => {
    expect(parseViews(given)).toMatchObject({ kept: [], flawless: false });
  });

  test('VW4 what is a view is kept where others are not, and so are parts that this edition does not know', () => {
    const odd = view('Odd', { filter: 'a', hue: 'blue' });
    const { kept, flawless } = parseViews(text(1, [odd, { name: '' }, { name: 'x', saved: 'yesterday', state: {} }, 7]));
    expect([kept, flawless]).toEqual([[odd], false]);
  });

  test('VW4 a view that is nested deeper than it can be written again is left aside, the others stay', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const one = (name: string): string => `{"name":"${name}","saved":"2026","state":{"filter":"a","q":${deep}}}`;
    const given = `{"format":"standards-map-views","version":1,"views":[${one('x')},${one('x')},${JSON.stringify(view('Good'))}]}`;
    const { kept, flawless } = parseViews(given);
    expect([kept, flawless]).toEqual([[view('Good')], false]);
    expect(parseViews(viewsText(kept, 'A dataset')).flawless).toBe(true);
  });

  test('VW5 of two lists together none is lost: the same view once, the same name with a number', () => {
    expect(unionOf([view('A')], [view('A'), view('A', { filter: 'other' }), view('B')]).map(({ name }) => name)).toEqual([
      'A',
      'A (2)',
      'B',
    ]);
    const list = [view('A')];
    expect(unionOf(list, [view('A')])).toBe(list);
  });

  test('VW5 more views than are kept make a text that is not flawless', () => {
    const many = Array.from({ length: MAX_VIEWS + 1 }, (_, i) => view(`v${String(i)}`));
    expect(parseViews(text(1, many))).toMatchObject({ flawless: false });
  });
});
