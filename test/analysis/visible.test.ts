import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { visible } from '../../src/analysis/visible.js';
import { landscape } from './landscape.js';

const map = landscape();
const ALL = map.standards.map(({ id }) => id);
const [I37122, I37151, I14813, Y4903, Y4500, E118, I30141] = ALL;

describe('fields', () => {
  test.each([
    ['V1 every standard passes the empty filter', '', ALL],
    ['V2 an SDO has what it publishes and what its committees own', 'sdo:iso', [I37122, I37151, I14813, I30141]],
    ['V2 a joint committee counts on its own and with both SDOs', 'sdo:jtc1', [I30141]],
    ['V2 an SDO goes by its name too', 'sdo:"ISO/IEC JTC 1"', [I30141]],
    ['V3 a committee has everything below it', 'committee:"ISO/TC 268"', [I37122, I37151]],
    ['V3 a committee below has not what its parent owns', 'committee:iso/tc268/sc1', [I37151]],
    ['V3 an alias names the committee', 'committee:"ITU-T Study Group 20"', [Y4903, Y4500]],
    ['V4 a comma is or', 'topic:energy,mobility', [I37151, I14813]],
    ['V4 a repeated field is and', 'topic:assessment topic:energy', [I37151]],
    ['V4 a minus rules out every value', '-topic:assessment,mobility', [Y4500, E118, I30141]],
    ['V4 a minus leaves what has no value', '-year:2000..', [I30141]],
    ['V5 a role', 'role:assessment-test', [I37122, Y4903]],
    ['V5 a level', 'level:strategic', []],
    ['V5 a kind', 'kind:pre-normative', [I37151]],
    ['V5 a tier', 'tier:vertical', [I14813, Y4500, E118]],
    ['V5 a deliverable in any case', 'deliverable:recommendation,ts', [I37151, Y4903, Y4500, E118]],
    ['V6 a status', 'status:under-revision', [Y4500]],
    ['V6 active is in force, under revision or under development', 'status:active', [I37122, I37151, Y4903, Y4500, E118, I30141]],
    ['V7 a year is that of the newest text', 'year:2015', []],
    ['V7 a range has both its ends', 'year:2019..2022', [I37122, Y4903, E118]],
    ['V7 an open range', 'year:..2018', [I14813, Y4500]],
    ['V7 several ranges are or', 'year:2007,2024..', [I37151, I14813]],
    ['V8 an ICS code has everything below it', 'ics:13', [I37122, I37151]],
    ['V8 an ICS code of any of several', 'ics:03.100', [I37151]],
    ['V9 an id in any spelling', 'id:iso37122,l.1603', [I37122, Y4903]],
    ['V10 a relation is asked for at either end', 'relation:transposes', [Y4500, E118]],
    ['V11 a value that names nothing has nothing', 'sdo:nobody', []],
    ['V11 ruling nothing out leaves everything', '-sdo:nobody', ALL],
  ])('%s', (_, filter, expected) => {
    expect(visible(map, filter)).toEqual(expected);
  });
});

test('V8 an ICS code is not the beginning of a number', () => {
  expect(visible(map, { terms: [{ field: 'ics', not: false, values: ['1'] }] })).toEqual([]);
});

describe('free words', () => {
  test.each([
    ['V12 all of them have to be in the standard', 'smart indicators', [I37122, I37151, Y4903]],
    ['V12 case, accents and the ending of the last word do not count', 'TERRITORIALES communau', [I37122]],
    ['V12 one word in the plural finds the other', 'city indicator', [I37122, I37151, Y4903]],
    ['V13 a word that no title has is taken for the nearest', 'inteligent transprot', [I14813]],
    ['V14 a phrase is exact', '"smart cities"', [I37122, Y4903, Y4500]],
    ['V14 a phrase stops at the end of a title', '"systems reference"', [I14813]],
    ['V14 a phrase does not run on from a number into a title', '"2019 sustainable"', []],
    ['V14 a phrase does not bend words', '"smart city"', []],
    ['V14 a phrase of stop words is looked for everywhere', '"for the"', [I14813]],
    ['V15 a designation with its edition is its standard', 'ISO 37122:2019', [I37122]],
    ['V15 a designation as people cite it is its standard', 'Rec. ITU-T Y.4903 (03/2022)', [Y4903]],
    ['V15 a dual number finds its Recommendation', 'L.1603', [Y4903]],
    ['V15 words without meaning do not narrow', 'the internet of things', [Y4903, Y4500, I30141]],
    ['V16 a word can be ruled out', 'architecture -onem2m', [I14813, I30141]],
    ['V16 a phrase can be ruled out', 'architecture -"reference architecture"', [I14813, Y4500, E118]],
    ['V17 words and fields together', 'sdo:itu-t smart status:in-force', [Y4903]],
  ])('%s', (_, filter, expected) => {
    expect(visible(map, filter)).toEqual(expected);
  });
});

describe('the answer', () => {
  test('V18 is the same frozen list for the same filter, as text or parsed', () => {
    const first = visible(map, 'sdo:ISO  status:active');
    expect(visible(map, 'sdo:iso status:active')).toBe(first);
    expect(visible(map, parseFilter('sdo:iso status:active').filter)).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  test('V19 of one catalogue is not that of another', () => {
    const other = landscape();
    expect(visible(other, 'sdo:iso')).not.toBe(visible(map, 'sdo:iso'));
    expect(visible(other, 'sdo:iso')).toEqual(visible(map, 'sdo:iso'));
  });

  test('V20 with issues counts what was understood', () => {
    expect(visible(map, 'sdo:etsi role:nonsense')).toEqual([E118]);
  });

  test('V21 of a term and of its negation share nothing and are everything, in dataset order', () => {
    const term = fc.constantFrom(
      'sdo:iso',
      'sdo:jtc1,etsi',
      'committee:"ISO/TC 268"',
      'topic:assessment',
      'role:architecture',
      'status:active',
      'year:2018..',
      'ics:13',
      'relation:transposes',
      'smart',
      '"smart cities"',
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3 }), term, (others, one) => {
        const rest = others.join(' ');
        const yes = visible(map, `${rest} ${one}`);
        const no = visible(map, `${rest} -${one}`);
        const all = visible(map, rest);
        expect(all.filter((id) => yes.includes(id) || no.includes(id))).toEqual(all);
        expect(yes.filter((id) => no.includes(id))).toEqual([]);
        expect(yes).toEqual(ALL.filter((id) => yes.includes(id)));
        expect(visible(map, formatFilter(parseFilter(`${rest} ${one}`).filter))).toBe(yes);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('V22 survives more filters than it remembers', () => {
    const before = visible(map, 'sdo:iso');
    for (let year = 1000; year < 1400; year++) visible(map, `year:${String(year)}`);
    expect(visible(map, 'sdo:iso')).toEqual(before);
  });
});
