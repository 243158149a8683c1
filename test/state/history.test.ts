import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MOST_STEPS,
  begin,
  changed,
  goTo,
  present,
  record,
  redo,
  redoable,
  settle,
  undo,
  undoable,
  type History,
} from '../../src/state/history.js';
import { DEFAULTS, reduce, type Settings, type State } from '../../src/state/state.js';
import { anyState } from './any-state.js';

const on = (state: State, settings: Settings): State => reduce(state, { type: 'set', settings });
/** A history after these changes, an hour apart and by hand unless the test says otherwise. */
function after(...changes: readonly (Settings & { readonly ms?: number; readonly byHand?: boolean; readonly held?: boolean })[]): History {
  let history = begin(DEFAULTS);
  changes.forEach(({ ms, byHand = true, held = false, ...settings }, i) => {
    history = record(history, on(present(history).state, settings), { at: ms ?? (i + 1) * 3_600_000, byHand, held }).history;
  });
  return history;
}
const camera = (x: number) => ({ x, y: 0, k: 1 });
const shown = (history: History): State => present(history).state;

describe('steps', () => {
  test('T11 undoing restores everything that a step changed, and doing it again all of it', () => {
    const moved = [{ id: 'ISO 1', x: 1, y: 2 }];
    const settings: readonly Settings[] = [
      { filter: 'sdo:iso' },
      { selected: ['ISO 1', 'ISO 2'] },
      { view: 'table', sort: '-latest', fields: 'id' },
      { color: 'role', group: 'status' },
      { moved },
      { panel: 'compare' },
      { highlight: ['gaps'], at: '2019', name: 'Mine' },
      { camera: camera(5) },
    ];
    const history = after(...settings);
    const states = history.steps.map(({ state }) => state);
    let back = history;
    for (const expected of states.slice(0, -1).reverse()) {
      back = undo(back);
      expect(shown(back)).toEqual(expected);
    }
    for (const expected of states.slice(1)) {
      back = redo(back);
      expect(shown(back)).toEqual(expected);
    }
  });

  test('T11 at either end nothing is left to walk', () => {
    const first = begin(DEFAULTS);
    expect([undo(first), redo(first)]).toEqual([first, first]);
    expect([undoable(first), redoable(first)]).toEqual([undefined, undefined]);
  });

  test('T11 a change to the same is no step', () => {
    const history = after({ filter: 'a' });
    expect(record(history, on(shown(history), { filter: 'a' }), { at: 0, byHand: true })).toEqual({ history, isNew: false });
  });

  test('T12 a step says what it changed', () => {
    expect(present(after({ view: 'table', selected: ['a'] })).parts).toEqual(['view', 'selected']);
    expect(changed(DEFAULTS, on(DEFAULTS, { camera: camera(1), moved: [{ id: 'a', x: 0, y: 0 }] }))).toEqual(['moved', 'camera']);
  });

  test('T13 the next step forgets what was undone', () => {
    const history = record(undo(after({ filter: 'a' }, { color: 'role' })), on(DEFAULTS, { filter: 'b' }), {
      at: 9e9,
      byHand: true,
    }).history;
    expect(redoable(history)).toBeUndefined();
    expect(history.steps.map(({ state }) => state.filter)).toEqual(['', 'a', 'b']);
  });

  test('T14 a camera that the reader goes on to move is one step until it rests for a second', () => {
    const history = after({ camera: camera(1), ms: 0 }, { camera: camera(2), ms: 900 }, { camera: camera(3), ms: 1800 });
    expect(history.steps).toHaveLength(2);
    expect(after({ camera: camera(1), ms: 0 }, { camera: camera(2), ms: 1000 }).steps).toHaveLength(3);
  });

  test('T14 a day that is moved on is one step until it rests for a second; another choice in between ends it', () => {
    const history = after({ at: '2020-01-01', ms: 0 }, { at: '2020-02-01', ms: 900 }, { at: '', ms: 1800 }, { at: '2021', ms: 2700 });
    expect(history.steps).toHaveLength(2);
    expect(shown(undo(history)).at).toBe('');
    expect(after({ at: '2020', ms: 0 }, { at: '2021', ms: 1000 }).steps).toHaveLength(3);
    expect(after({ at: '2020', ms: 0 }, { at: '2021', ms: 9000, held: true }, { at: '2022', ms: 20_000, held: true }).steps).toHaveLength(
      2,
    );
    expect(after({ at: '2020', ms: 0 }, { view: 'table', ms: 10 }, { at: '2021', ms: 20 }).steps).toHaveLength(4);
  });

  test('T14 a camera that follows a choice belongs to it, however late it comes', () => {
    const history = after({ selected: ['a'], ms: 0 }, { camera: camera(1), ms: 5000, byHand: false });
    expect(history.steps).toHaveLength(2);
    expect(shown(undo(history))).toEqual(DEFAULTS);
  });

  test('T14 a camera that the reader moves right after a choice is a step of its own', () => {
    expect(after({ selected: ['a'], ms: 0 }, { camera: camera(1), ms: 10 }).steps).toHaveLength(3);
  });

  test('T14 a camera that follows an undone step leaves what can be done again', () => {
    const back = undo(after({ filter: 'a' }, { filter: 'sdo:iso' }));
    const { history } = record(back, on(shown(back), { camera: camera(1) }), { at: 9e9, byHand: false });
    expect(redoable(history)?.state.filter).toBe('sdo:iso');
  });

  test('T14 records that are moved on by keys are one step until they rest; other records are another', () => {
    const at = (id: string, x: number, ms: number) => ({ moved: [{ id, x, y: 0 }], ms });
    expect(after(at('a', 1, 0), at('a', 2, 500), at('a', 3, 1400)).steps).toHaveLength(2);
    expect(after(at('a', 1, 0), at('a', 2, 1000)).steps).toHaveLength(3);
    expect(after(at('a', 1, 0), at('b', 1, 500)).steps).toHaveLength(3);
  });

  test('T15 a filter that is typed letter by letter is one step until the typing rests for three seconds', () => {
    const typed = Array.from({ length: 10 }, (_, i) => ({ filter: 'smart city'.slice(0, i + 1), ms: i * 500 }));
    expect(after(...typed).steps.map(({ state }) => state.filter)).toEqual(['', 'smart city']);
    expect(after({ filter: 'a', ms: 0 }, { filter: 'ab', ms: 3000 }).steps).toHaveLength(3);
  });

  test('T15 letters in the middle and taken back are typing too; a pasted word and a facet are steps', () => {
    expect(after({ filter: 'smrt', ms: 0 }, { filter: 'smart', ms: 100 }, { filter: 'smar', ms: 200 }).steps).toHaveLength(3);
    expect(after({ filter: 's', ms: 0 }, { filter: 'sm', ms: 100 }, { filter: 's', ms: 200 }).steps).toHaveLength(2);
    expect(after({ filter: 'topic:energy', ms: 0 }, { filter: 'topic:energy c', ms: 100 }).steps).toHaveLength(3);
    expect(after({ filter: 's', ms: 0 }, { filter: 's topic:energy', ms: 100 }).steps).toHaveLength(3);
    expect(after({ filter: 'topic:energy', ms: 0 }, { filter: '', ms: 100 }).steps).toHaveLength(3);
  });

  test('T16 at most 200 steps can be undone, the oldest go', () => {
    const many = after(...Array.from({ length: 250 }, (_, i) => ({ name: `${'x'.repeat(9)}${String(i)}` })));
    expect(many.steps).toHaveLength(MOST_STEPS + 1);
    expect([many.steps[0]?.state.name, shown(many).name]).toEqual(['xxxxxxxxx49', 'xxxxxxxxx249']);
  });

  test('T17 what a page sets up is no step', () => {
    const history = settle(begin(DEFAULTS), on(DEFAULTS, { filter: 'sdo:iso' }));
    expect([history.steps.length, shown(history).filter]).toEqual([1, 'sdo:iso']);
  });

  test('T18 an entry of the browser leads to its own step, where several show the same', () => {
    const history = after({ color: 'role' }, { color: 'sdo' }, { color: 'role' });
    const [, one, , three] = history.steps;
    expect(goTo(history, on(DEFAULTS, { color: 'role' }), one?.id)?.shown).toBe(1);
    expect(goTo(history, on(DEFAULTS, { color: 'role' }), three?.id)?.shown).toBe(3);
  });

  test('T18 without its number, or with one that shows something else, the nearest that says the same; none where none does', () => {
    const history = after({ color: 'role' }, { color: 'topic' }, { color: 'status' });
    expect(goTo(history, on(DEFAULTS, { color: 'role' }))?.shown).toBe(1);
    expect(goTo(history, on(DEFAULTS, { color: 'role' }), history.steps[2]?.id)?.shown).toBe(1);
    expect(goTo(history, on(DEFAULTS, { color: 'level' as 'role' }))).toBeUndefined();
  });
});

test('T19 any states, undone and done again, are what they were; a history is frozen and bounded', () => {
  fc.assert(
    fc.property(fc.array(anyState, { minLength: 1, maxLength: 30 }), (states) => {
      let history = begin(DEFAULTS);
      states.forEach((state, i) => {
        history = record(history, state, { at: i * 10_000, byHand: true }).history;
      });
      const last = shown(history);
      const length = history.steps.length;
      const back: State[] = [];
      while (undoable(history)) {
        back.unshift(shown(history));
        history = undo(history);
      }
      expect(shown(history)).toBe(DEFAULTS);
      for (const state of back) {
        history = redo(history);
        expect(shown(history)).toBe(state);
      }
      expect(changed(shown(history), last)).toEqual([]);
      expect(history.steps).toHaveLength(length);
      expect(Object.isFrozen(history) && Object.isFrozen(history.steps) && history.steps.every((step) => Object.isFrozen(step))).toBe(true);
    }),
    { numRuns: 200, seed: 1 },
  );
});
