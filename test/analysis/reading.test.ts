import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFilter, formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { mend, readFilter } from '../../src/analysis/reading.js';
import { caretIn, completions } from '../../src/analysis/suggest.js';
import { visible } from '../../src/analysis/visible.js';
import { landscape } from './landscape.js';

const map = landscape();
const marked = (text: string) => readFilter(map, text).issues.map(({ at, to }) => text.slice(at, to));

describe('where an expression is wrong', () => {
  test.each([
    ['RD1 a wrong value is the piece', 'sdo:itu-t,isso topic:energy', ['isso']],
    ['RD1 with its quotation marks', 'committee:"ISO/TC 999" x', ['"ISO/TC 999"']],
    ['RD1 one of a closed list', 'smart -role:securty', ['securty']],
    ['RD1 a wrong field is its name, without the minus', 'x -topc:energy', ['topc']],
    ['RD2 what is missing has a place and no length', 'sdo:iso,', ['']],
    ['RD2 an open quotation mark is all of it', 'smart "cities and', ['"cities and']],
    [
      'RD3 several are told in their order, those of the grammar and those of the dataset',
      'sdo:isso role:securty topic:energi',
      ['isso', 'securty', 'energi'],
    ],
    ['RD4 places count in the text as typed, not as it is kept', '\u200FSDO: iso   sdo:“isso”', ['', '“isso”']],
    ['RD5 a designation that is not there', 'id:"ISO 99999"', ['"ISO 99999"']],
    ['RD6 nothing is wrong with words', 'isso securty smart*', []],
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test('RD7 the nearest value mends the text and nothing else of it', () => {
    const mended = (text: string) => readFilter(map, text).issues.map((issue) => mend(text, issue));
    expect(mended('smart sdo:itu-t,isso  topic:energy')).toEqual(['smart sdo:itu-t,iso  topic:energy']);
    expect(mended('-comittee:x')).toEqual(['-committee:x']);
    expect(mended('committee:ISO/TC')).toEqual(['committee:"ISO/TC 268"']);
    expect(mended('latest:2021..2019 x')).toEqual(['latest:2019..2021 x']);
    expect(mended('topic:quasar')).toEqual([undefined]);
    expect(mended('path:"ISO 37122..ISO 14813-2" x')).toEqual(['path:"ISO 37122..ISO 14813-1" x']);
    expect(mended('near:"ISO 37123"~2')).toEqual(['near:"ISO 37122"~2']);
    expect(mended('near:"ISO 37122"~7')).toEqual(['near:"ISO 37122"~3']);
  });

  test('RD8 an issue says which field it speaks of', () => {
    expect(readFilter(map, 'role:securty topic:energi topc:x').issues.map(({ field }) => field)).toEqual(['role', 'topic', undefined]);
  });

  test('RD9 any text: places are inside, what is understood is what parseFilter understands, and nothing throws', () => {
    const anyText = fc
      .array(
        fc.constantFrom(
          'sdo:',
          'iso',
          'isso',
          ',',
          '"',
          ' ',
          '-',
          'year:',
          '20',
          '..',
          'status:active',
          '\u202E',
          '“',
          ':',
          '*',
          '\\',
          'id:x',
          '\uD800',
        ),
        { maxLength: 16 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, caret) => {
        const { filter, issues } = readFilter(map, text);
        expect(formatFilter(filter)).toBe(formatFilter(parseFilter(text).filter));
        for (const { at, to } of issues) expect(0 <= at && at <= to && to <= text.length, text).toBe(true);
        const parsed = parseFilter(text);
        const told = [...(parsed.ok ? [] : parsed.issues), ...checkFilter(map, parsed.filter)];
        expect(issues.length === 0).toBe(told.length === 0);
        const { from, to } = caretIn(text, Math.min(caret, text.length));
        expect(0 <= from && from <= to && to <= text.length, text).toBe(true);
        completions(map, text, Math.min(caret, text.length), { terms: [] }, 5);
      }),
      { numRuns: 1500, seed: 2 },
    );
  });
});

/** What is offered at the bar in the text, and the text with the first of it. */
function offered(marked: string, inForce = '') {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const list = completions(map, text, at, parseFilter(inForce).filter, 20);
  const [first] = list;
  return { list, texts: list.map((one) => one.text), first: first && text.slice(0, first.from) + first.text + text.slice(first.to) };
}

describe('what can stand next', () => {
  test('SG1 a word may be the beginning of a field', () => {
    expect(offered('sd|').texts).toEqual(['sdo:']);
    expect(offered('smart -co|').first).toBe('smart -committee:');
    expect(offered('re|').texts).toEqual(['relations:', 'relation:']);
    expect(offered('smart |').texts).toEqual([]);
    expect(offered('xyz|').texts).toEqual([]);
  });

  test('SG2 a field has its values with names and numbers, the most frequent first', () => {
    expect(offered('sdo:|').list.map(({ value, label, count }) => [value, label, count])).toEqual([
      ['iso', 'ISO', 4],
      ['itu-t', 'ITU-T', 2],
      ['etsi', 'ETSI', 1],
      ['iec', 'IEC', 1],
      ['jtc1', 'ISO/IEC JTC 1', 1],
    ]);
  });

  test('SG3 values are found by their beginning, then by words of their names', () => {
    expect(offered('topic:e|').texts).toEqual(['energy', 'assessment']);
    expect(offered('committee:iso/tc268|').first).toBe('committee:"ISO/TC 268"');
    expect(offered('committee:internet|').texts).toEqual(['"ITU-T SG20"', '"ISO/IEC JTC 1/SC 41"']);
  });

  test('SG4 a further value comes behind a comma, without those that are there', () => {
    expect(offered('sdo:iso,|').texts).toEqual(['itu-t', 'etsi', 'iec', 'jtc1']);
    expect(offered('-sdo:iso,i|').first).toBe('-sdo:iso,itu-t');
  });

  test('SG5 the caret may be in the middle, and the rest stays', () => {
    expect(offered('topic:en| smart').first).toBe('topic:energy smart');
    expect(offered('sdo:i|,itu-t smart').first).toBe('sdo:iso,itu-t smart');
    expect(offered('committee:"ISO/TC 2|" smart').first).toBe('committee:"ISO/TC 268" smart');
  });

  test('SG6 the number of a value is what the filter shows with it', () => {
    for (const [text, inForce] of [
      ['topic:|', 'sdo:iso'],
      ['topic:| smart', 'status:active topic:energy'],
      ['sdo:etsi status:|', ''],
      ['editions:|', 'sdo:iso'],
      ['latest:|', 'sdo:itu-t'],
      ['ics:|', ''],
      ['relation:|', ''],
    ] as const) {
      const { list } = offered(text, inForce);
      expect(list.length, text).toBeGreaterThan(0);
      for (const { field, text: value, count } of list) {
        const others = parseFilter(`${inForce} ${text.replace(/\w+:\|/, '')}`).filter.terms.filter((term) => term.field !== field);
        const filter = formatFilter({ terms: [...others, ...parseFilter(`${field}:${value}`).filter.terms] });
        expect(visible(map, filter).length, filter).toBe(count);
      }
    }
  });

  test('SG7 a value that would show nothing is not offered', () => {
    expect(offered('sdo:|', 'topic:energy').texts).toEqual(['iso']);
  });

  test('SG8 designations are found as a search finds them', () => {
    expect(offered('id:l.1603|').list).toMatchObject([{ value: 'ITU-T Y.4903/L.1603', text: '"ITU-T Y.4903/L.1603"' }]);
  });

  test('SG9 what is offered reads back without an issue', () => {
    for (const text of [
      'sdo:|',
      'committee:|',
      'topic:|',
      'role:|',
      'year:|',
      'first:|',
      'relations:|',
      'ics:|',
      'deliverable:|',
      'relation:|',
    ]) {
      const { list } = offered(text);
      for (const { field, text: value } of list) expect(readFilter(map, `${field}:${value}`).issues, value).toEqual([]);
    }
  });
});
