import { describe, expect, test } from 'vitest';
import { sceneIndex } from '../../src/element/presenting/find-story.js';
import { commandOf, isOwnKey, type Press } from '../../src/element/presenting/keys.js';
import { clockText, elapsed, reset, started, toggled } from '../../src/element/presenting/stopwatch.js';
import { swipeOf } from '../../src/element/presenting/swipe.js';
import { zoomOf } from '../../src/element/presenting/zoom.js';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});
const asked = (key: string, more: Partial<Press> = {}, isRtl = false): string | undefined => commandOf(press(key, more), isRtl)?.kind;

/** The keys of docs/guides/present.md. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  next: ['ArrowRight', 'ArrowDown', 'PageDown', ' '],
  previous: ['ArrowLeft', 'ArrowUp', 'PageUp'],
  first: ['Home'],
  last: ['End'],
  black: ['b', 'B', '.'],
  white: ['w', 'W', ','],
  laser: ['l', 'L'],
  presenter: ['n', 'N', 's', 'S'],
  fullscreen: ['f', 'F'],
  print: ['p', 'P'],
  help: ['?'],
  leave: ['Escape'],
  jump: ['Enter'],
  digit: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
};
const ALL = Object.values(KEYS).flat();

describe('PR4 keys', () => {
  test.each(Object.entries(KEYS))('PR4 “%s” has the keys of the guide', (kind, keys) => {
    for (const key of keys) expect(asked(key), key).toBe(kind);
  });

  test('PR4 a digit is the one that was pressed; Shift and Space go back', () => {
    expect(commandOf(press('7'), false)).toEqual({ kind: 'digit', digit: '7' });
    expect(asked(' ', { shiftKey: true })).toBe('previous');
    expect(asked('?', { shiftKey: true }), 'where ? needs Shift').toBe('help');
  });

  test('PR4 keys with Alt, Ctrl or Meta belong to the browser, and no other key is taken', () => {
    for (const key of ALL)
      for (const held of ['altKey', 'ctrlKey', 'metaKey'] as const) expect(asked(key, { [held]: true }), `${held} ${key}`).toBe(undefined);
    for (const key of ['a', 'z', 'x', 'F5', 'F11', 'Tab', 'Shift', 'Dead', 'Unidentified', '', '٣', 'ß', 'constructor'])
      expect(asked(key), key).toBe(undefined);
  });

  test('PR4 a key that is held down goes on with steps, and does everything else once', () => {
    expect(ALL.filter((key) => asked(key, { repeat: true }) !== undefined)).toEqual([...(KEYS['next'] ?? []), ...(KEYS['previous'] ?? [])]);
  });

  test('PR5 from right to left the arrows along the line change their sense, and only they', () => {
    expect([asked('ArrowLeft', {}, true), asked('ArrowRight', {}, true)]).toEqual(['next', 'previous']);
    const others = ALL.filter((key) => !/^Arrow(Left|Right)$/.test(key));
    expect(others.map((key) => asked(key, {}, true))).toEqual(others.map((key) => asked(key)));
  });

  test('PR4 what is typed in a field is the field’s, whatever key; a button has Space and Enter only', () => {
    // What `closest` finds around the element with the focus: the selectors that it fits
    const within = (tag: string, key: string, isComposing = false): boolean => {
      const target = { nodeType: 1, closest: (selector: string) => (selector.split(', ').includes(tag) ? {} : null) };
      return isOwnKey({ key, isComposing, composedPath: () => [target] } as unknown as KeyboardEvent);
    };
    for (const field of ['input', 'textarea', 'select', '[contenteditable]:not([contenteditable="false"])'])
      for (const key of ALL) expect(within(field, key), `${field} ${key}`).toBe(true);
    for (const pressed of ['button', 'a[href]', 'summary', '[role="button"]'])
      expect(ALL.filter((key) => within(pressed, key))).toEqual([' ', 'Enter']);
    expect(ALL.filter((key) => within('div', key))).toEqual([]);
    expect(within('div', 'b', true), 'a letter that is being put together').toBe(true);
    const nobody = { key: 'b', isComposing: false, composedPath: () => [] } as unknown as KeyboardEvent;
    expect(isOwnKey(nobody)).toBe(false);
  });
});

describe('PR6 swipes', () => {
  test('PR6 to the left goes on, to the right back; from right to left the other way round', () => {
    expect([swipeOf(-48, 0, false), swipeOf(48, 0, false)]).toEqual(['next', 'previous']);
    expect([swipeOf(-48, 0, true), swipeOf(48, 0, true)]).toEqual(['previous', 'next']);
  });

  test('PR6 a finger that hardly moves taps; one that goes too short or too much across asks for nothing', () => {
    expect([swipeOf(0, 0, false), swipeOf(6, -8, false)]).toEqual(['tap', 'tap']);
    for (const [dx, dy] of [
      [47, 0],
      [-11, 0],
      [0, 300],
      [-60, 200],
      [-100, 67],
    ] as const)
      expect(swipeOf(dx, dy, false), `${String(dx)}, ${String(dy)}`).toBe(undefined);
    expect(swipeOf(-100, 66, false)).toBe('next');
  });
});

describe('PR9 the stopwatch', () => {
  test('PR9 counts what has gone by without pauses, and goes on where it stood', () => {
    const going = started(1_000);
    expect(elapsed(going, 4_500)).toBe(3_500);
    const paused = toggled(going, 5_000);
    expect([elapsed(paused, 5_000), elapsed(paused, 99_000)]).toEqual([4_000, 4_000]);
    const again = toggled(paused, 100_000);
    expect(elapsed(again, 101_000)).toBe(5_000);
    expect(elapsed(going, 2_000), 'a step changes nothing of the former').toBe(1_000);
  });

  test('PR9 begins anew going where it went, standing where it stood', () => {
    expect(elapsed(reset(started(0), 8_000), 9_000)).toBe(1_000);
    expect(elapsed(reset(toggled(started(0), 5_000), 8_000), 9_000)).toBe(0);
  });

  test('PR9 reads as minutes and seconds, with hours when there are some', () => {
    const texts = [0, 999, 1_000, 59_999, 60_000, 247_000, 3_599_999, 3_600_000, 3_847_000, 36_000_000].map(clockText);
    expect(texts).toEqual(['0:00', '0:00', '0:01', '0:59', '1:00', '4:07', '59:59', '1:00:00', '1:04:07', '10:00:00']);
  });
});

describe('PR15 sizes', () => {
  const VIEWS = ['graph', 'matrix', 'timeline', 'table'] as const;
  const full = { width: 1920, height: 1080 };

  test('PR15 at 1920 × 1080 names of standards, rows and headings have 22 px and more in every view', () => {
    expect(10.8 * zoomOf('graph', full).zoom).toBeGreaterThanOrEqual(22);
    expect(10.8 * zoomOf('timeline', full).zoom).toBeGreaterThanOrEqual(22);
    expect(13 * zoomOf('table', full).zoom).toBeGreaterThanOrEqual(22);
    expect(13 * zoomOf('matrix', full).zoom).toBeGreaterThanOrEqual(22);
    expect(zoomOf('graph', full).unit).toBe(19.2);
  });

  test('PR15 everything grows with the screen, and with the smaller of its sides', () => {
    for (const view of VIEWS) {
      expect(zoomOf(view, { width: 3840, height: 2160 }).zoom).toBeCloseTo(2 * zoomOf(view, full).zoom, 1);
      expect(zoomOf(view, { width: 3840, height: 1080 })).toEqual(zoomOf(view, full));
      expect(zoomOf(view, { width: 1920, height: 4000 })).toEqual(zoomOf(view, full));
    }
  });

  test('PR15 on a phone, and where there is no room at all, nothing is smaller than on a page', () => {
    for (const view of VIEWS)
      for (const size of [
        { width: 390, height: 844 },
        { width: 0, height: 0 },
      ])
        expect(zoomOf(view, size).zoom).toBe(1);
  });

  test('PR15 a matrix that fits a little smaller is shown whole, and never smaller than 1.45 times a page', () => {
    const at = (most: number): number => zoomOf('matrix', full, most).zoom;
    expect([at(3), at(1.9), at(1.6), at(1.45), at(1)]).toEqual([1.9, 1.9, 1.6, 1.45, 1.45]);
    expect(zoomOf('graph', full, 1)).toEqual(zoomOf('graph', full));
  });
});

describe('PR2 scenes', () => {
  const story = { id: 's', title: 'S', scenes: [{ title: 'One' }, { title: '1' }, { title: 'constructor' }] };
  test('PR2 a scene is asked for by number from 0, or by title; a title that is a number is a title', () => {
    expect([sceneIndex(story, 0), sceneIndex(story, 2), sceneIndex(story, 'One'), sceneIndex(story, '1')]).toEqual([0, 2, 0, 1]);
  });

  test('PR2 what no scene has is told with what there is and the nearest title', () => {
    for (const asked of [3, -1, 0.5, NaN, Infinity, 'toString', '', '0']) expect(() => sceneIndex(story, asked)).toThrow(RangeError);
    expect(() => sceneIndex(story, 3)).toThrow('the story has no scene 3. Expected 0 to 2, or a title.');
    expect(() => sceneIndex(story, 'Ome')).toThrow('no scene “Ome”. Expected 0 to 2, or a title. Nearest: “One”.');
  });
});
