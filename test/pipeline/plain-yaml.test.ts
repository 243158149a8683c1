import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { OTHER, plainYaml } from '../../src/pipeline/plain-yaml.js';

const FIXTURES = join('test', 'fixtures', 'relaton');
const texts = readdirSync(FIXTURES).flatMap((repository) =>
  readdirSync(join(FIXTURES, repository, 'data')).map((name) => readFileSync(join(FIXTURES, repository, 'data', name), 'utf8')),
);

const letters = (text: string): readonly string[] => Array.from(text);

/** What the parser of the whole language makes of a text; its refusal as a value of its own. */
function whole(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 50, prettyErrors: false, logLevel: 'error' });
  } catch {
    return OTHER;
  }
}

/** The two readers agree, or the plain one has left the text to the other. */
function agree(text: string): boolean {
  const plain = plainYaml(text);
  if (plain === OTHER || isDeepStrictEqual(plain, whole(text))) return true;
  throw new Error(`${JSON.stringify(text)}\n${JSON.stringify(plain)}\n${JSON.stringify(whole(text))}`);
}

const PSYCH = `---
schema-version: v1.2.9
title:
- content: 'Electronic fee collection - Evaluation of on-board and roadside equipment
    for conformity to ISO 12813 - Part 1: l''essai'
  language:
  - en
- content: Plain text that goes on
    - in another line, with 50 % & more
  type: main
number: 204
share: 1.5
month: 2020-11
day: '2020-04-29'
yes: true
nothing:
none: ~
list: []
deep:
  bibitem:
    docid:
    - id: ISO 1:2014
      primary: true
abstract:
- content: |-
    First line: with a colon.
      Indented # no comment

    Last line.
- content: "IEC 61968-1:2020 is the \\"first\\"<br
    />\\r\\nThis \\u2013 goes on \\
    \\ here"
- content: |
    Ends with a line break
place:
- Geneva
`;

test('Y1 what the generator of the catalogues writes is read without the parser of the whole language', () => {
  expect(plainYaml(PSYCH)).toEqual({
    'schema-version': 'v1.2.9',
    title: [
      {
        content: "Electronic fee collection - Evaluation of on-board and roadside equipment for conformity to ISO 12813 - Part 1: l'essai",
        language: ['en'],
      },
      { content: 'Plain text that goes on - in another line, with 50 % & more', type: 'main' },
    ],
    number: 204,
    share: 1.5,
    month: '2020-11',
    day: '2020-04-29',
    yes: true,
    nothing: null,
    none: null,
    list: [],
    deep: { bibitem: { docid: [{ id: 'ISO 1:2014', primary: true }] } },
    abstract: [
      { content: 'First line: with a colon.\n  Indented # no comment\n\nLast line.' },
      { content: 'IEC 61968-1:2020 is the "first"<br />\r\nThis – goes on  here' },
      { content: 'Ends with a line break\n' },
    ],
    place: ['Geneva'],
  });
  expect(plainYaml(PSYCH)).toEqual(whole(PSYCH));
});

test('Y1 everything else is left to that parser: anchors, aliases, tags, flow, comments, documents, tabs, odd keys, faults', () => {
  for (const text of [
    'a: &x 1\nb: *x\n',
    'a: !!str 1\n',
    'a: [1, 2]\n',
    'a: {b: 1}\n',
    'a: 1 # one\n',
    '# one\na: 1\n',
    'a: 1\n---\nb: 2\n',
    '%YAML 1.2\n---\na: 1\n',
    'a:\t1\n',
    'a: 1\r\n',
    '"a": 1\n',
    '? a\n: 1\n',
    'a: 1\na: 2\n',
    'a: >-\n  folded\n',
    'a: |2-\n   indented\n',
    'a: "open\n',
    "a: 'open\n",
    'a: b: c\n',
    'a: 0x10\n',
    'a: .inf\n',
    'a: 12345678901234567890\n',
    'a: "\\q"\n',
    '__proto__: 1\n',
    'toString: 1\n',
    'a:\n  b: 1\n c: 2\n',
    'just text\n',
    '',
    '- - '.repeat(5000),
  ]) {
    expect([text.slice(0, 20), plainYaml(text)]).toEqual([text.slice(0, 20), OTHER]);
  }
});

test('Y1 the records of the fixtures are read alike by both', () => {
  expect(texts.filter((text) => plainYaml(text) !== OTHER).length).toBeGreaterThan(15);
  for (const text of texts) expect(agree(text)).toBe(true);
});

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...letters('ab 1:-#\'"\n\\|>.,[]{}&*!%@~0é')), maxLength: 120 }),
  fc.constantFrom('null', 'true', '~', '1.', '-', '- a', 'a: b', 'a #b', '1e3', '0o7', '2020-11', '---', '...', "'", '"', ' a', 'a '),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/), tie('tree'), { maxKeys: 5 }),
  ),
}));

test('Y1 for any value, whatever way it is written, it answers what the parser answers or leaves it to that', () => {
  let read = 0;
  fc.assert(
    fc.property(tree, fc.constantFrom(20, 40, 80), fc.boolean(), (value, lineWidth, indentSeq) => {
      const text = stringify(value, { lineWidth, indentSeq });
      if (plainYaml(text) !== OTHER) read += 1;
      return agree(text);
    }),
    { seed: 20261122, numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(200);
});

test('Y1 for any damage to a record it answers what the parser answers or leaves it to that', () => {
  const hostile = fc.constantFrom(...letters('\t#|>&*![]{}%@`~\r\u0000\u0085\uFEFF'), ': ', ' #', '---\n', '...\n', '|-\n', '- - ');
  // Most damage of these is still YAML, of another meaning
  const mild = fc.constantFrom(...letters('\n :-\'"\\a1'), '  ', '- ', '\n\n', '\\n', "''", '\n  ', '\n    ', '\n- ', ' \n');
  const piece = fc.oneof({ weight: 9, arbitrary: mild }, { weight: 1, arbitrary: hostile });
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(PSYCH, ...texts),
      fc.array(fc.record({ at: fc.nat(9999), cut: fc.nat(6), piece }), { minLength: 1, maxLength: 2 }),
      (text, damages) => {
        const damaged = damages.reduce((current, { at, cut, piece: inserted }) => {
          const from = Math.floor((at * current.length) / 10_000);
          return current.slice(0, from) + inserted + current.slice(from + cut);
        }, text);
        if (plainYaml(damaged) !== OTHER) read += 1;
        return agree(damaged);
      },
    ),
    { seed: 20261122, numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(200);
});
