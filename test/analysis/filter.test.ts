import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_FILTER_LENGTH, MAX_FILTER_TERMS, checkFilter, formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { CLOSED, FIELDS } from '../../src/analysis/terms.js';
import type { FilterIssue } from '../../src/analysis/terms.js';
import { catalogue } from '../../src/model/catalogue.js';
import { dataset, standard } from '../fixtures/small.js';

const terms = (text: string) => parseFilter(text).filter.terms;
const canonical = (text: string) => formatFilter(parseFilter(text).filter);
const issues = (text: string): readonly FilterIssue[] => {
  const parsed = parseFilter(text);
  return parsed.ok ? [] : parsed.issues;
};

describe('the grammar', () => {
  test('F1 reads every construct of the public example', () => {
    expect(parseFilter('sdo:iso,itu-t topic:digital-twin status:in-force -role:security year:2020.. "free words" city')).toEqual({
      ok: true,
      filter: {
        terms: [
          { field: 'sdo', not: false, values: ['iso', 'itu-t'] },
          { field: 'topic', not: false, values: ['digital-twin'] },
          { field: 'status', not: false, values: ['in-force'] },
          { field: 'role', not: true, values: ['security'] },
          { field: 'year', not: false, values: ['2020..'] },
          { field: 'text', not: false, text: 'free words', phrase: true },
          { field: 'text', not: false, text: 'city', phrase: false },
        ],
      },
    });
  });

  test('F2 an empty text and one of spaces are the filter without terms', () => {
    for (const text of ['', '   ', '\n\t', '-', ' - – ', '""', '&']) expect(parseFilter(text)).toEqual({ ok: true, filter: { terms: [] } });
  });

  test('F3 quotation marks hold a value with spaces and commas together, and a doubled mark is one', () => {
    expect(terms('committee:"ISO/TC 268/SC 1","a,b","say ""hi"""')).toEqual([
      { field: 'committee', not: false, values: ['ISO/TC 268/SC 1', 'a,b', 'say "hi"'] },
    ]);
  });

  test('F4 fields and closed values are read in any case, and a repeated value counts once', () => {
    expect(canonical('SDO:ISO,iso Status:In-Force,IN_FORCE Committee:x,X')).toBe('sdo:iso status:in-force committee:x');
    expect(canonical('kind:"Pre Normative"')).toBe('kind:pre-normative');
  });

  test('F5 a minus of a word processor, its quotation marks and its dots are understood', () => {
    expect(canonical('–role:security “smart cities” year:2020… −“data model”')).toBe(
      '-role:security "smart cities" year:2020.. -"data model"',
    );
  });

  test('F6 a repeated term counts once, while two terms of one field stay two', () => {
    expect(canonical('topic:a topic:b topic:a city city')).toBe('topic:a topic:b city');
  });

  test.each([
    ['2020', '2020'],
    ['2020..', '2020..'],
    ['..2019', '..2019'],
    ['2019..2021', '2019..2021'],
    ['2019-2021', '2019..2021'],
    ['"2019 .. 2021"', '2019..2021'],
  ])('F7 the year %s is %s', (written, year) => {
    expect(canonical(`year:${written}`)).toBe(`year:${year}`);
  });

  test.each([
    ['13', '13'],
    ['13.020', '13.020'],
    ['13.020.20', '13.020.20'],
    ['13.', '13'],
  ])('F8 the ICS code %s is %s', (written, code) => {
    expect(canonical(`ics:${written}`)).toBe(`ics:${code}`);
  });

  test('F9 a designation with a year and a pasted title are free words, not fields', () => {
    expect(terms('ISO 37122:2019').map((term) => term.field)).toEqual(['text', 'text']);
    expect(terms('ISO37122:2019').map((term) => term.field)).toEqual(['text']);
    expect(parseFilter('Smart cities: overview').ok).toBe(true);
  });
});

describe('neighbourhoods and paths', () => {
  test.each([
    ['near:ISO37122', 'near:ISO37122'],
    ['near:"ISO 37122"', 'near:"ISO 37122"'],
    ['near:"ISO 37122"~2', 'near:"ISO 37122"~2'],
    ['near:"ISO 37122~2"', 'near:"ISO 37122"~2'],
    ['near:y.4903~3', 'near:y.4903~3'],
    ['near:"ISO 37122"~1,iso37120~1', 'near:"ISO 37122",iso37120'],
    ['-NEAR:"a,b"~3,c', '-near:"a,b"~3,c'],
    ['near:"a~b"~1', 'near:a~b~1'],
  ])('F25 %s is read with its depth, which is 1 where none is given', (written, read) => {
    expect(canonical(written)).toBe(read);
    expect(issues(written)).toEqual([]);
  });

  test.each([
    ['path:"ISO 37122..ITU-T Y.4903"', 'path:"ISO 37122..ITU-T Y.4903"'],
    ['path:"ISO 37122".."ITU-T Y.4903"', 'path:"ISO 37122..ITU-T Y.4903"'],
    ['path:iso37122..y.4903', 'path:iso37122..y.4903'],
    ['path:iso37122.."ITU-T Y.4903",a..b', 'path:"iso37122..ITU-T Y.4903",a..b'],
    ['path:" ISO 1 … ISO 2 "', 'path:"ISO 1..ISO 2"'],
  ])('F26 %s is read with both its ends', (written, read) => {
    expect(canonical(written)).toBe(read);
    expect(issues(written)).toEqual([]);
  });

  test.each([
    ['near:"ISO 37122"~4', 'bad-depth', 5],
    ['near:x~', 'bad-depth', 5],
    ['near:~2', 'missing-value', 5],
    ['sdo:iso near:', 'missing-value', 13],
    ['path:"ISO 37122"', 'bad-path', 5],
    ['path:"..ISO 37122"', 'bad-path', 5],
    ['path:"a".."', 'open-quote', 0],
  ])('F27 %s is told as %s at %i', (text, code, at) => {
    expect(issues(text)).toContainEqual(expect.objectContaining({ code, at }) as unknown);
  });

  test('F27 of a depth that there is not the deepest that there is stands nearest', () => {
    expect(issues('near:"ISO 37122"~7')).toMatchObject([{ nearest: 'ISO 37122~3' }]);
  });

  test('F28 marks behind quotation marks mean nothing to other fields', () => {
    expect(canonical('sdo:"iso"~2')).toBe('sdo:iso ~2');
    expect(canonical('year:2020.."free words"')).toBe('year:2020.. "free words"');
  });
});

describe('issues', () => {
  test('F10 an unknown field names the nearest one and where it stands', () => {
    expect(issues('sdo:iso comittee:x')).toEqual([
      {
        code: 'unknown-field',
        at: 8,
        got: 'comittee',
        nearest: 'committee',
        expected: `a field: ${FIELDS.join(', ')}; or the text in quotation marks`,
        message: `filter at 8: got "comittee", expected a field: ${FIELDS.join(', ')}; or the text in quotation marks. Nearest: "committee".`,
      },
    ]);
  });

  test('F11 an unknown value of a closed list names the list and the nearest value', () => {
    const [issue] = issues('role:securty');
    expect(issue).toMatchObject({ code: 'unknown-value', at: 5, got: 'securty', nearest: 'security' });
    expect(issue?.message).toContain('vocabulary, requirements, architecture, interface-data, security');
  });

  test.each([
    ['sdo:', 'missing-value', 4],
    ['sdo:iso,', 'missing-value', 8],
    ['year:20', 'bad-year', 5],
    ['year:..', 'bad-year', 5],
    ['ics:1', 'bad-ics', 4],
    ['topic:"open', 'open-quote', 0],
    ['x "open', 'open-quote', 2],
    ['relation:friend', 'unknown-value', 9],
  ])('F12 %s is told as %s at %i', (text, code, at) => {
    expect(issues(text)).toMatchObject([{ code, at }]);
  });

  test('F13 a range written backwards is told with the range that was meant', () => {
    expect(issues('year:2021..2019')).toMatchObject([{ code: 'bad-year', nearest: '2019..2021' }]);
  });

  test('F14 what is wrong is left out and the rest still counts', () => {
    const parsed = parseFilter('sdo:iso role:securty,requirements topc:x status:');
    expect(formatFilter(parsed.filter)).toBe('sdo:iso role:requirements');
    expect(issues('sdo:iso role:securty,requirements topc:x status:').map((issue) => issue.code)).toEqual([
      'unknown-value',
      'unknown-field',
      'missing-value',
    ]);
  });

  test('F15 a text that is too long or has too many terms is read up to the limit', () => {
    expect(issues('x'.repeat(MAX_FILTER_LENGTH + 1))).toMatchObject([{ code: 'too-long', at: MAX_FILTER_LENGTH }]);
    const many = Array.from({ length: MAX_FILTER_TERMS + 1 }, (_, i) => `w${String(i)}`).join(' ');
    expect(issues(many)).toMatchObject([{ code: 'too-many-terms', got: `w${String(MAX_FILTER_TERMS)}` }]);
    expect(terms(many)).toHaveLength(MAX_FILTER_TERMS);
  });

  test('F16 positions count in the text as it was given, invisible marks included', () => {
    expect(issues('\u200F\u202Asdo:iso rol:x')).toMatchObject([{ code: 'unknown-field', at: 10, nearest: 'role' }]);
  });

  test('F17 a message shows no direction marks and no endless text', () => {
    const [issue] = issues(`role:${'\u0645'.repeat(200)}`);
    expect(issue?.message.length).toBeLessThan(300);
    expect(issues('role:"a\u2067b"')[0]?.message).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('texts from anywhere', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'sdo:',
          'iso',
          ',',
          '"',
          ' ',
          '-',
          'year:',
          '2020..',
          'status:active',
          'committee:"ISO/TC 268"',
          '__proto__:',
          'constructor:x',
          'ics:13',
          'role:security',
          '\u202E',
          '“',
          ':',
          'cities:',
          'near:',
          'path:',
          '~2',
          '..',
          '"ISO 1"',
          '…',
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join('')),
  );

  test('F18 never make it throw, and what it understood prints to a text that it reads back the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { filter } = parseFilter(text);
        const printed = formatFilter(filter);
        expect(parseFilter(printed)).toEqual({ ok: true, filter });
        expect(formatFilter(parseFilter(printed).filter)).toBe(printed);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('F19 half a surrogate pair, names of prototypes and right-to-left text are ordinary text', () => {
    expect(terms('\uD800')).toEqual([]);
    expect(canonical('topic:a\uD800')).toBe('topic:a\uFFFD');
    expect(canonical('__proto__ constructor')).toBe('__proto__ constructor');
    expect(issues('__proto__:x')).toMatchObject([{ code: 'unknown-field', got: '__proto__' }]);
    expect(canonical('\u202Bمدن ذكية\u202C topic:energy')).toBe('مدن ذكية topic:energy');
  });

  test('F20 every value of a closed list is a value', () => {
    for (const [field, values] of CLOSED) for (const value of values) expect(canonical(`${field}:${value}`)).toBe(`${field}:${value}`);
  });
});

describe('against a dataset', () => {
  const small = catalogue(dataset());
  const check = (text: string) => checkFilter(small, parseFilter(text).filter);

  test('F21 ids, names, labels and aliases are known in any spelling', () => {
    for (const text of [
      'sdo:ISO,itut,"ISO/IEC JTC 1"',
      'committee:"iso/tc 268",ISO/TC268/SC1,"ITU-T Study Group 20"',
      'topic:energy,"Transport and Mobility"',
      'deliverable:ts,recommendation',
      'id:ISO37122,"y.4903"',
    ])
      expect(check(text), text).toEqual([]);
  });

  test('F22 an unknown value is told with the nearest one and its place in the canonical text', () => {
    expect(check('sdo:itu-t,isso -topic:energi committee:ISO/TC')).toMatchObject([
      {
        code: 'unknown-value',
        at: 10,
        got: 'isso',
        nearest: 'iso',
        message: 'filter at 10: got "isso", expected an SDO of this dataset. Nearest: "iso".',
      },
      { code: 'unknown-value', at: 22, got: 'energi', nearest: 'energy' },
      {
        code: 'unknown-value',
        at: 39,
        got: 'ISO/TC',
        nearest: 'ISO/TC 268',
        expected: 'a committee of this dataset (in quotation marks when it has spaces)',
      },
    ]);
    expect(check('id:"ISO 37123"')).toMatchObject([{ got: 'ISO 37123', nearest: 'ISO 37122' }]);
  });

  test('F23 a value near none has no nearest', () => {
    expect(check('topic:quasar')[0]).not.toHaveProperty('nearest');
  });

  test('F24 Q1/20 and Q12/0 are two committees', () => {
    const questions = catalogue(
      dataset({
        committees: [
          { id: 'ITU-T Q1/20', title: 'One', sdo: 'itu-t', kind: 'question' },
          { id: 'ISO/TC 268', title: 'Cities', sdo: 'iso', kind: 'technical-committee' },
        ],
        standards: [standard('ISO 1', { committees: ['ITU-T Q1/20'] })],
      }),
    );
    expect(checkFilter(questions, parseFilter('committee:"ITU-T Q1/20"').filter)).toEqual([]);
    expect(checkFilter(questions, parseFilter('committee:"ITU-T Q12/0"').filter)).toHaveLength(1);
  });
});
