import fc from 'fast-check';
import { AXES } from '../../src/analysis/cell.js';
import { ENCODINGS, LANES, LENSES, PANELS, VIEWS } from '../../src/state/state.js';
import type { State } from '../../src/state/state.js';

/** Text that can stand in an address: no halves of surrogate pairs. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => !/\p{Cs}/u.test(value));
const filter = fc.oneof(
  text,
  fc
    .array(
      fc.constantFrom(
        'sdo:iso,itu-t',
        'committee:"ISO/TC 268/SC 1"',
        'year:2020..',
        '-role:security',
        '100%',
        'a+b',
        'a&b=c',
        '#',
        ':~:text=x',
        '%41',
        'map.view=table',
        '.',
        'مدن',
        '🏙',
        '!',
        "'",
        '(',
        '~',
        ',',
        ' ',
      ),
      { maxLength: 6 },
    )
    .map((words) => words.join(' ')),
);
const id = fc.oneof(
  fc.constantFrom('ISO 37122', 'ITU-T Y.4903/L.1603', 'ISO/IEC 30141', 'a,b', '+', '%2C', 'x.'),
  text.filter((value) => value !== ''),
);
const day = fc.constantFrom('', '2019', '2019-05', '2019-05-23', '2024-02-29');
const cents = fc.integer({ min: -1e8, max: 1e8 }).map((value) => value / 100 + 0);
const scale = fc.double({ min: 1e-4, max: 1e4, noNaN: true }).map((value) => Number(value.toPrecision(6)));

/** Any state that the reducer can give. */
export const anyState: fc.Arbitrary<State> = fc.record({
  view: fc.constantFrom(...VIEWS),
  filter,
  color: fc.constantFrom(...ENCODINGS),
  group: fc.constantFrom(...ENCODINGS),
  selected: fc.uniqueArray(id, { maxLength: 5 }),
  highlight: fc.subarray([...LENSES]),
  rows: fc.constantFrom(...AXES),
  columns: fc.constantFrom(...AXES),
  cell: fc.constantFrom('', 'mobility/architecture', 'itu-t/مدن', 'a b/+%2C'),
  sort: fc.constantFrom('', '-latest,id', 'a b,c'),
  fields: fc.constantFrom('', 'id,title,committee'),
  by: fc.constantFrom('', 'committee'),
  lanes: fc.constantFrom(...LANES),
  panel: fc.constantFrom(...PANELS),
  at: day,
  since: day,
  moved: fc.uniqueArray(fc.record({ id, x: cents, y: cents }), { maxLength: 4, selector: (one) => one.id }),
  name: text,
  camera: fc.option(fc.record({ x: cents, y: cents, k: scale })),
});
