import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFilter, formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { search } from '../../src/analysis/search.js';
import { visible } from '../../src/analysis/visible.js';
import { askedWords } from '../../src/analysis/asked-words.js';
import { matchesWord } from '../../src/analysis/wildcards.js';
import { catalogue } from '../../src/model/catalogue.js';
import { dataset, standard } from '../fixtures/small.js';
import { landscape } from './landscape.js';

const map = landscape();
const ALL = map.standards.map(({ id }) => id);
const [I37122, I37151, I14813, Y4903, Y4500, E118, I30141] = ALL;
const canonical = (text: string) => formatFilter(parseFilter(text).filter);

describe('wildcards', () => {
  test.each([
    ['WI1 a star is any letters of a word', '*struct*', [I37151]],
    ['WI1 a star at the end is what a word begins with', 'Y.49*', [Y4903]],
    ['WI1 a star may be no letter at all', 'smart*', [I37122, I37151, Y4903, Y4500, E118]],
    ['WI2 a word with a wildcard is the whole word', '*por', []],
    ['WI2 of topics too', '*port', [I14813]],
    ['WI2 and is found wherever words are: titles of every language', 'intelligent?s', [I37122]],
    ['WI3 a question mark is one letter or digit', 'Y.490?', [Y4903]],
    ['WI3 not none and not two', 'Y.490??', []],
    ['WI4 behind the last letter of a free word it asks a question', 'sustainable?', [I37122, I37151, Y4903]],
    ['WI5 in a phrase a star is a word of its own', '"smart * cities"', [Y4903]],
    ['WI5 or a part of one', '"smart * cit*"', [Y4903]],
    ['WI5 a phrase does not run on from one text into the next', '"cities * oneM2M"', []],
    ['WI5 a phrase may begin with any word', '"* transport systems"', [I14813]],
    ['WI5 a word of wildcards in a phrase is one word and not none', '"smart * sustainable"', []],
    ['WI6 they can be ruled out', 'sdo:iso -*struct*', [I37122, I14813, I30141]],
    ['WI6 a phrase can be ruled out', 'sdo:iso -"smart comm*"', [I37122, I14813, I30141]],
    ['WI7 values of open fields have them', 'committee:"ISO/TC 268*"', [I37122, I37151]],
    ['WI7 by id, name and label', 'topic:*evaluation', [I37122, I37151, Y4903]],
    ['WI7 marks and spaces do not count', 'committee:iso/tc268/sc*', [I37151]],
    ['WI7 a number is not the beginning of another', 'committee:"ISO/TC 20*"', [I14813]],
    ['WI7 a mark behind a number ends it', 'id:14813-*', [I14813]],
    ['WI7 which a longer number has not', 'id:1481-*', []],
    ['WI8 a designation may begin behind its SDO', 'id:Y.4*', [Y4903, Y4500]],
    ['WI8 or with it', 'id:"ITU-T Y.4*",ISO/TS371*', [I37151, Y4903, Y4500]],
    ['WI8 other names of a standard count', 'id:L.16*', [Y4903]],
    ['WI9 closed lists have them', 'status:under-*', [Y4500, I30141]],
    ['WI9 active is among them', '-status:activ?', [I14813]],
    ['WI10 a star alone is any value', '-committee:*', []],
    ['WI10 a star alone says nothing as a word', '* ? "*"', ALL],
  ])('%s', (_, filter, expected) => {
    expect(visible(map, filter)).toEqual(expected);
  });

  test('WI11 a backslash takes the mark behind it as it stands', () => {
    const starred = catalogue(
      dataset({ standards: [standard('ISO 1', { deliverable: 'TS*' }), standard('ISO 2', { deliverable: 'TSX' })] }),
    );
    expect(visible(starred, 'deliverable:TS*')).toEqual(['ISO 1', 'ISO 2']);
    expect(visible(starred, 'deliverable:TS?')).toEqual(['ISO 2']);
    expect(visible(starred, 'deliverable:TS\\*')).toEqual(['ISO 1']);
    expect(visible(map, 'cities\\*')).toEqual(visible(map, 'cities'));
  });

  test('WI12 a filter with wildcards prints to a text that reads back to it', () => {
    for (const text of ['Y.49*', '"smart *"', 'topic:*twin*', 'committee:"ISO/TC 268/*",x?', '-a\\*b', 'deliverable:TS\\?', '-"a ? b"'])
      expect(canonical(text)).toBe(text);
  });

  test('WI13 a wildcard that nothing fits is told, in closed lists and in open ones', () => {
    expect(parseFilter('status:x*')).toMatchObject({ ok: false, issues: [{ code: 'unknown-value', got: 'x*' }] });
    expect(checkFilter(map, parseFilter('committee:*quasar* topic:en*').filter)).toMatchObject([
      { code: 'unknown-value', got: '*quasar*' },
    ]);
  });

  test('WI14 a search finds records by them too, and takes none for a name', () => {
    expect(search(map, 'Y.49*').map(({ id }) => id)).toEqual([Y4903]);
    expect(search(map, 'ISO 3712*').map(({ id }) => id)).toEqual([I37122]);
  });

  test('WI15 no pattern takes long, whatever it is and whatever it meets', () => {
    const pattern = askedWords(`"${'*a'.repeat(200)}b`, true)[0] ?? '';
    expect(matchesWord(pattern, 'a'.repeat(5000))).toBe(false);
    expect(matchesWord(pattern, `${'a'.repeat(5000)}b`)).toBe(true);
  });

  test('WI16 patterns fit what a regular expression fits', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 8 }).map((list) => list.join(''));
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 10 }).map((list) => list.join(''));
    fc.assert(
      fc.property(letters, text, (pattern, word) => {
        const [asked = ''] = askedWords(pattern, true);
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(word);
        expect(matchesWord(asked, word)).toBe(expected);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

describe('ranges', () => {
  test.each([
    ['RA1 a date has the precision that is asked for', 'latest:2022-03', [Y4903]],
    ['RA1 a whole year', 'latest:2022', [Y4903, E118]],
    ['RA1 a day', 'latest:2022-03-09', [Y4903]],
    ['RA2 ranges have both their ends', 'latest:2018-03-01..2022-01', [I37122, Y4500, E118]],
    ['RA2 ranges may be open', 'latest:2022-02..', [I37151, Y4903]],
    ['RA2 to the past', 'latest:..2018', [I14813, Y4500]],
    ['RA3 the first text has a date of its own', 'first:..2016', [I37151, I14813, Y4903]],
    ['RA4 a date known to the year is in a range that has all of the year', 'latest:2023-05..2024', [I37151]],
    ['RA4 and in no part of one', 'latest:2024-01..2024-11', []],
    ['RA5 what is undated satisfies no range and every ruled out one', '-latest:2000..', [I30141]],
    ['RA6 editions are counted', 'editions:2..', [I37151, Y4903]],
    ['RA6 one of them exactly', 'editions:1', [I37122, I14813, Y4500, E118, I30141]],
    ['RA7 relations are counted at either end', 'relations:1..', [Y4500, E118]],
    ['RA7 none is a number too', '-relations:0', [Y4500, E118]],
    ['RA8 several ranges are or', 'editions:..1,2..', ALL],
  ])('%s', (_, filter, expected) => {
    expect(visible(map, filter)).toEqual(expected);
  });

  test.each([
    ['first:2020-13', 'bad-date', 6, undefined],
    ['latest:2021..2019', 'bad-date', 7, '2019..2021'],
    ['latest:', 'missing-value', 7, undefined],
    ['editions:two', 'bad-number', 9, undefined],
    ['relations:5..2', 'bad-number', 10, '2..5'],
    ['first:2019..2020..2021', 'bad-date', 6, undefined],
  ])('RA9 %s is told as %s at %i', (text, code, at, nearest) => {
    const parsed = parseFilter(text);
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ code, at, ...(nearest !== undefined && { nearest }) }]);
  });

  test('RA10 dots and dashes of word processors are ranges', () => {
    expect(canonical('latest:2019–2020 first:2019… editions:2-4')).toBe('latest:2019..2020 first:2019.. editions:2..4');
    expect(canonical('latest:2019-05')).toBe('latest:2019-05');
  });
});
