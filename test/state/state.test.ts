import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, equal, reduce } from '../../src/state/state.js';
import type { Intent, State } from '../../src/state/state.js';
import { anyState } from './any-state.js';

const after = (...intents: Intent[]): State => intents.reduce(reduce, DEFAULTS);

describe('reduce', () => {
  test('T1 every intent does what it says', () => {
    expect(after({ type: 'set', settings: { view: 'table', color: 'status' } })).toEqual({ ...DEFAULTS, view: 'table', color: 'status' });
    expect(after({ type: 'select', ids: ['ISO 1', 'ISO 2', 'ISO 1', ''] }).selected).toEqual(['ISO 1', 'ISO 2']);
    expect(after({ type: 'set', settings: { highlight: ['overlaps', 'gaps'] } }).highlight).toEqual(['gaps', 'overlaps']);
    expect(after({ type: 'move-camera', camera: { x: 1, y: 2, k: 3 } }).camera).toEqual({ x: 1, y: 2, k: 3 });
    expect(after({ type: 'set', settings: { at: '2025-01-31', since: '2024' } })).toMatchObject({ at: '2025-01-31', since: '2024' });
  });

  test('T3 a filter stays as it was typed, valid or not', () => {
    expect(after({ type: 'set', settings: { filter: ' sdo: "half ' } }).filter).toBe(' sdo: "half ');
  });

  test('T4 reset goes back to the given settings and the defaults', () => {
    const far = after({ type: 'set', settings: { view: 'table', filter: 'x', camera: { x: 1, y: 1, k: 1 } } });
    expect(reduce(far, { type: 'reset' })).toEqual(DEFAULTS);
    expect(reduce(far, { type: 'reset', settings: { filter: 'tier:core' } })).toEqual({ ...DEFAULTS, filter: 'tier:core' });
  });

  test('T9 other rows or columns close the cell that belonged to the former', () => {
    const open = after({ type: 'set', settings: { cell: 'mobility/architecture' } });
    expect(open.cell).toBe('mobility/architecture');
    expect(reduce(open, { type: 'set', settings: { columns: 'role' } }).cell).toBe('');
    expect(reduce(open, { type: 'set', settings: { columns: 'role', cell: 'mobility/security' } }).cell).toBe('mobility/security');
    expect(reduce(open, { type: 'set', settings: { rows: 'domain', filter: 'sdo:iso' } }).cell).toBe('mobility/architecture');
  });

  test('T5 the same object comes back when nothing changes', () => {
    const state = after({
      type: 'set',
      settings: { filter: 'sdo:iso', selected: ['ISO 1'], highlight: ['gaps'], camera: { x: 1, y: 2, k: 3 } },
    });
    const idle: Intent[] = [
      { type: 'set', settings: {} },
      { type: 'set', settings: { filter: 'sdo:iso' } },
      { type: 'select', ids: ['ISO 1'] },
      { type: 'set', settings: { highlight: ['gaps'] } },
      { type: 'move-camera', camera: { x: 1.001, y: 2, k: 3.0000001 } },
      { type: 'set', settings: { camera: { x: 1, y: 2, k: 3 } } },
      { type: 'reset', settings: state },
    ];
    for (const intent of idle) expect(reduce(state, intent), JSON.stringify(intent)).toBe(state);
  });

  test('T6 what an intent does not touch keeps its identity', () => {
    const state = after({ type: 'set', settings: { selected: ['ISO 1'], camera: { x: 1, y: 2, k: 3 } } });
    const next = reduce(state, { type: 'set', settings: { view: 'matrix', selected: ['ISO 1'], camera: { x: 1, y: 2, k: 3 } } });
    expect(next).not.toBe(state);
    expect(next.selected).toBe(state.selected);
    expect(next.camera).toBe(state.camera);
  });

  test('T7 a camera is kept to a hundredth and six digits, and a broken one is refused', () => {
    expect(after({ type: 'move-camera', camera: { x: 1.23456, y: -0.001, k: 0.123456789 } }).camera).toEqual({
      x: 1.23,
      y: 0,
      k: 0.123457,
    });
    for (const camera of [
      { x: NaN, y: 0, k: 1 },
      { x: 0, y: Infinity, k: 1 },
      { x: 0, y: 0, k: 0 },
      { x: 0, y: 0, k: -1 },
    ]) {
      expect(() => after({ type: 'move-camera', camera })).toThrow(RangeError);
    }
  });

  test('T8 a state is frozen all through, and never changed by what was handed in', () => {
    fc.assert(
      fc.property(anyState, (settings) => {
        const ids = [...settings.selected];
        const state = reduce(DEFAULTS, { type: 'set', settings: { ...settings, selected: ids } });
        ids.push('ISO 999');
        expect(state.selected).toEqual(settings.selected);
        for (const part of [state, state.selected, state.highlight, state.camera]) expect(Object.isFrozen(part)).toBe(true);
        expect(equal(state, settings)).toBe(true);
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test('T9 unknown keys of settings never enter the state', () => {
    const settings: object = { view: 'table', extra: 1 };
    expect(Object.keys(reduce(DEFAULTS, { type: 'set', settings })).sort()).toEqual(Object.keys(DEFAULTS).sort());
  });
});
