import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_FILTER_LENGTH } from '../../src/analysis/filter.js';
import { PARTS } from '../../src/state/settings.js';
import { inspectHash, readHash, writeHash } from '../../src/state/permalink.js';
import { DEFAULTS, reduce } from '../../src/state/state.js';
import type { Settings, State } from '../../src/state/state.js';
import { anyState } from './any-state.js';

const state = (settings: Settings): State => reduce(DEFAULTS, { type: 'set', settings });
const write = (hash: string, settings: Settings, key = 'map'): string => writeHash(hash, key, state(settings), DEFAULTS);

/** Hashes that pages of others have. */
const HOSTS = [
  '',
  '#',
  '#section-2',
  '#a=1&b=2',
  '#/route/x?y=z',
  '#:~:text=foo',
  '#intro:~:text=a,-b&text=c',
  '#a=%E4%zz',
  '#&&',
  '#a=1&',
  '#&a',
  '#!/hashbang',
  '#map',
  '#map=1',
  '#map.',
  '#map.zoom=3',
  '#mapx.view=table',
  '#x=map.view=table',
  '#ünï cödé',
  '#%',
  '#=',
  '#a=b=c',
  '#?q=1',
  '#view=table',
  '#map%2',
  '#.view=table',
];

describe('writing', () => {
  test('P1 only what differs from the defaults is written, in the words of the filter', () => {
    expect(write('', {})).toBe('');
    expect(write('', { filter: 'sdo:iso,itu-t topic:digital-twin -role:security' })).toBe(
      '#map.filter=sdo:iso,itu-t+topic:digital-twin+-role:security',
    );
    expect(write('', { view: 'table', selected: ['ISO 37122', 'ITU-T Y.4903/L.1603'], camera: { x: 1.5, y: -2, k: 0.25 } })).toBe(
      '#map.view=table&map.selected=ISO+37122,ITU-T+Y.4903/L.1603&map.camera=1.5,-2,0.25',
    );
    expect(writeHash('', 'map', DEFAULTS, state({ filter: 'tier:core', camera: { x: 1, y: 1, k: 1 } }))).toBe('#map.filter=&map.camera=');
  });

  test('P2 no mail program cuts the end off a link', () => {
    expect(write('', { filter: 'year:2020..' })).toBe('#map.filter=year:2020.%2E');
    for (const end of ['.', ',', ':', '/', '-', '!', ')', '*', '~', "'", ' ', '+', '?', ';', '"', '>'])
      expect(write('', { filter: `x${end}` }), end).toMatch(/[\w]$/);
  });

  test('P3 the page keeps its own parts, ours stand behind them and before the browser’s directive', () => {
    expect(write('#section-2', { view: 'table' })).toBe('#section-2&map.view=table');
    expect(write('#/route/x?y=z', { view: 'table' })).toBe('#/route/x?y=z&map.view=table');
    expect(write('#:~:text=foo', { view: 'table' })).toBe('#map.view=table:~:text=foo');
    expect(write('#a:~:text=foo', { view: 'table' })).toBe('#a&map.view=table:~:text=foo');
  });

  test('P4 ours are replaced where they stand', () => {
    expect(write('#a=1&map.view=table&b=2', { view: 'matrix' })).toBe('#a=1&map.view=matrix&b=2');
    expect(write('#a=1&map.view=table&b=2&map.at=2020', { color: 'role' })).toBe('#a=1&map.color=role&b=2');
    expect(write('#a=1&map.view=table&b=2', {})).toBe('#a=1&b=2');
    expect(write('#map.view=table', {})).toBe('');
  });

  test('P5 a hash that already says so comes back as it is', () => {
    for (const host of HOSTS) expect(write(host, {}), host).toBe(host);
    expect(write('map.view=table', { view: 'table' })).toBe('map.view=table');
  });

  test('P6 a part that this edition does not know stays: a newer page may need it', () => {
    expect(write('#map.future=1&map.view=table', { view: 'matrix' })).toBe('#map.future=1&map.view=matrix');
  });
});

test('P6 half a surrogate pair is written as the sign for what cannot be written', () => {
  const hash = write('', { filter: 'a\uD800' }, 'm\uDC00');
  expect(readHash(hash, 'm\uDC00')).toEqual({ filter: 'a\uFFFD' });
});

describe('reading', () => {
  test('P7 a hash without ours has no settings', () => {
    for (const host of HOSTS) expect(readHash(host, 'map'), host).toBeNull();
  });

  test('P8 links are read however a program has encoded them', () => {
    const settings = { filter: 'sdo:iso,itu-t "smart city"' };
    for (const link of [
      '#map.filter=sdo:iso,itu-t+%22smart+city%22',
      '#map.filter=sdo%3Aiso%2Citu-t%20%22smart%20city%22',
      'map.filter=sdo:iso,itu-t "smart city"',
      '#map%2Efilter=sdo:iso,itu-t%20"smart%20city"',
    ])
      expect(readHash(link, 'map'), link).toEqual(settings);
    expect(readHash('#map.selected=ISO%2037122,ISO+1', 'map')).toEqual({ selected: ['ISO 37122', 'ISO 1'] });
    expect(readHash('#map.camera=-1.5e%2B2,0,2', 'map')).toEqual({ camera: { x: -150, y: 0, k: 2 } });
  });

  test('P9 an unknown or malformed part is told and does not spoil the others', () => {
    expect(
      inspectHash('#map.view=grpah&map.filter=%zz&map.at=2019-02-30&map.camera=1,2&map.selected=%ff&map.flter=x&map.color=role', 'map'),
    ).toMatchObject({
      settings: { color: 'role' },
      issues: [
        { part: 'view', nearest: 'graph' },
        { part: 'filter', expected: 'percent-encoded UTF-8' },
        { part: 'at' },
        { part: 'camera' },
        { part: 'selected', expected: 'percent-encoded UTF-8' },
        { part: 'flter', nearest: 'filter' },
      ],
    });
    expect(readHash('#map.view=grpah', 'map')).toBeNull();
    for (const camera of ['NaN,0,1', '1,2,3,4', '0x1,0,1', 'Infinity,0,1', '1,1,0', ',,'])
      expect(readHash(`#map.camera=${camera}`, 'map'), camera).toBeNull();
  });

  test('P9 the entries of the page and of maps with longer keys are no issues', () => {
    expect(inspectHash('#xmap.view=table&a.map.view=table&map.filter.view=table&zoom=3', 'map')).toEqual({ settings: null, issues: [] });
  });

  test('P10 of a repeated part the last counts, and writing leaves one', () => {
    expect(readHash('#map.view=table&map.view=matrix', 'map')).toEqual({ view: 'matrix' });
    expect(write('#map.view=table&map.view=matrix', { view: 'table' })).toBe('#map.view=table');
  });

  test('P11 the longest filter fits, a longer one is refused', () => {
    expect(readHash(`#map.filter=${'x'.repeat(MAX_FILTER_LENGTH)}`, 'map')).toEqual({ filter: 'x'.repeat(MAX_FILTER_LENGTH) });
    expect(inspectHash(`#map.filter=${'x'.repeat(MAX_FILTER_LENGTH + 1)}`, 'map').issues).toMatchObject([{ part: 'filter' }]);
  });
});

describe('round trips', () => {
  const hostPart = fc.oneof(
    fc.constantFrom(
      'a=1',
      'section-2',
      '/route/x?y=z',
      '',
      'b',
      'map',
      'map.',
      'x=map.view=table',
      '%',
      '%zz',
      'mapp.view=table',
      'other.filter=x',
      'map.unknown=1',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/&|#|:~:|\p{Cs}/u.test(text) && !text.startsWith('map')),
  );
  const host = fc
    .tuple(fc.array(hostPart, { maxLength: 4 }), fc.constantFrom('', ':~:text=foo', ':~:text=a&text=b,-c'))
    .map(([parts, directive]) => parts.join('&') + directive)
    .filter((text) => !text.replace(/:~:text.*$/, '').includes(':~:'))
    .map((text) => (text === '' ? '' : `#${text}`));

  /** What of a hash is not the map's. */
  const others = (hash: string, key: string) => {
    const [own = '', ...directive] = hash.replace(/^#/, '').split(/(?=:~:)/);
    const kept = own.startsWith(':~:') ? [own] : own.split('&').filter((part) => !new RegExp(`^${key}\\.(${PARTS.join('|')})=`).test(part));
    return [...kept, ...directive];
  };

  test('P12 any state comes back from any hash, and the page’s own parts stay byte for byte', () => {
    fc.assert(
      fc.property(host, anyState, anyState, anyState, (before, one, two, defaults) => {
        const first = writeHash(before, 'map', one, defaults);
        expect({ ...defaults, ...readHash(first, 'map') }).toEqual(one);
        expect(inspectHash(first, 'map').issues).toEqual(inspectHash(before, 'map').issues);
        const second = writeHash(first, 'map', two, defaults);
        expect({ ...defaults, ...readHash(second, 'map') }).toEqual(two);
        expect(writeHash(second, 'map', defaults, defaults)).toBe(before);
        expect(writeHash(second, 'map', two, defaults)).toBe(second);
        if (before !== '' && !before.startsWith('#:~:')) expect(others(second, 'map')).toEqual(others(before, 'map'));
      }),
      { numRuns: 1500, seed: 9 },
    );
  });

  test('P13 maps with different keys do not touch each other', () => {
    const key = fc.oneof(
      fc.constantFrom('map', 'map2', 'a', 'a.b', 'a.filter', 'b=c', 'x&y', 'é', 'my_map', '100%', '~', '__proto__', 'a b', 'a+b'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).filter((text) => !/\p{Cs}/u.test(text)),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { minLength: 2, maxLength: 3 }),
        fc.array(anyState, { minLength: 6, maxLength: 6 }),
        (keys, states) => {
          let hash = '#page';
          const current = new Map<string, State>();
          states.forEach((next, turn) => {
            const at = keys[turn % keys.length] ?? '';
            hash = writeHash(hash, at, next, DEFAULTS);
            current.set(at, next);
            for (const [known, expected] of current) expect({ ...DEFAULTS, ...readHash(hash, known) }, known).toEqual(expected);
          });
          for (const at of keys) hash = writeHash(hash, at, DEFAULTS, DEFAULTS);
          expect(hash).toBe('#page');
        },
      ),
      { numRuns: 500, seed: 10 },
    );
  });

  test('P14 a browser’s own parser leaves a written hash as it is', () => {
    fc.assert(
      fc.property(anyState, (one) => {
        const hash = writeHash('#page', 'map', one, DEFAULTS);
        expect(new URL(hash, 'https://example.org/').hash).toBe(hash);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  test('P15 no hash makes reading or writing throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (hash, key) => {
        expect(inspectHash(hash, key)).toHaveProperty('issues');
        expect(typeof writeHash(hash, key, DEFAULTS, DEFAULTS)).toBe('string');
        expect(inspectHash(`#${key}.filter=${hash}`, key)).toHaveProperty('issues');
      }),
      { numRuns: 1000, seed: 12 },
    );
  });
});
