import { expect, test } from 'vitest';
import { sourceOf } from '../../src/pipeline/catalogues.js';
import { readRecord } from '../../src/pipeline/read.js';
import { httpAddress } from '../../src/pipeline/relaton.js';

const ISO = { catalogue: 'iso', source: sourceOf('iso') } as const;
const ITU = { catalogue: 'itu', source: sourceOf('itu') } as const;

const OLD = `
schema-version: v1.2.9
title:
- {content: Smart cities, language: [en], type: title-intro}
- {content: "Smart cities -- Indicators", language: [en], type: main}
- {content: Villes intelligentes, language: [fr], type: main}
link:
- {content: "https://www.iso.org/obp/ui/#iso:1", type: obp}
- {content: "https://www.iso.org/standard/1.html", type: src}
docid:
- {id: "urn:iso:std:iso:1", type: URN}
- {id: "ISO 1:2019", type: ISO, primary: true}
date:
- {type: published, value: 2019-05}
- {type: stable-until, value: never}
docstatus: {stage: {value: '90'}, substage: {value: '93'}}
edition: {content: '2'}
abstract:
- {content: Texte français, language: [fr]}
- {content: "English\\n text", language: [en]}
relation:
- type: updates
  description: {content: amends}
  bibitem: {docid: [{id: "ISO 1:2014", primary: true}]}
- type: partOf
  bibitem: {formattedref: {content: ISO 1 series}}
ext:
  doctype: {type: international-standard}
  editorialgroup: {technical_committee: [{name: Cities, identifier: ISO/TC 268}]}
  ics: [{code: 13.020.20}, {text: no code}]
keyword: [{content: city}]
`;

const NEW = `
schema_version: v1.5.6
title: [{language: en, content: Smart cities}]
source: [{type: src, content: "https://www.itu.int/rec/1"}]
docidentifier:
- {content: "ITU-T Y.1 (03/2022)", type: ITU, primary: true}
- {content: ISO 1, type: ISO, primary: true}
date: [{type: published, at: '2022-03-09'}]
contributor:
- role: [{type: author}]
  organization: {subdivision: [{name: [{content: ITU-T Study Group 20}]}]}
status: {stage: {content: Published}}
ext: {doctype: {content: recommendation}}
`;

test('a record of model 1.2 is read with its whole title, its page, its stage and its committee', () => {
  expect(readRecord(ISO, 'a.yaml', OLD)).toEqual({
    ...ISO,
    file: 'a.yaml',
    model: 'v1.2.9',
    designation: 'ISO 1:2019',
    otherIds: [{ type: 'URN', id: 'urn:iso:std:iso:1' }],
    title: 'Smart cities -- Indicators',
    titles: { fr: 'Villes intelligentes' },
    doctype: 'international-standard',
    stage: '90.93',
    dates: [{ kind: 'published', value: '2019-05' }],
    edition: '2',
    committees: ['ISO/TC 268'],
    ics: ['13.020.20'],
    url: 'https://www.iso.org/standard/1.html',
    relations: [
      { type: 'updates', to: 'ISO 1:2014', description: 'amends' },
      { type: 'partOf', to: 'ISO 1 series' },
    ],
    keywords: ['city'],
    abstract: 'English text',
  });
});

test('a record of model 1.5 is read by the same words', () => {
  expect(readRecord(ITU, 'b.yaml', NEW)).toMatchObject({
    model: 'v1.5.6',
    designation: 'ITU-T Y.1 (03/2022)',
    otherIds: [{ type: 'ISO', id: 'ISO 1' }],
    title: 'Smart cities',
    doctype: 'recommendation',
    stage: 'Published',
    dates: [{ kind: 'published', value: '2022-03-09' }],
    committees: ['ITU-T Study Group 20'],
    url: 'https://www.itu.int/rec/1',
    relations: [],
    ics: [],
  });
});

test('only http and https addresses without user name are links', () => {
  expect(['https://a.org/x', 'http://a.org'].map(httpAddress)).toEqual(['https://a.org/x', 'http://a.org/']);
  expect(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.org', 'https://user:secret@a.org', '/relative', ''].map(httpAddress)).toEqual(
    ['', '', '', '', '', ''],
  );
});

test('a text that unfolds aliases without end is refused, and so is one that is too long', () => {
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [*${'abcdefg'[at]}, *${'abcdefg'[at]}, *${'abcdefg'[at]}, *${'abcdefg'[at]}]`),
  ].join('\n');
  expect(() => readRecord(ISO, 'bomb.yaml', bomb)).toThrow('alias');
  expect(() => readRecord(ISO, 'long.yaml', 'x'.repeat(4_000_001))).toThrow('has 4 MB. Expected at most 4 MB; it was not read.');
});

test('keys of a record cannot reach a prototype', () => {
  const record = readRecord(ISO, 'c.yaml', `${OLD}\n__proto__: {title: [{content: Polluted}], polluted: yes}\n`);
  expect(record.title).toBe('Smart cities -- Indicators');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
