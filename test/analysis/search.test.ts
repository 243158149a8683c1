import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { search } from '../../src/analysis/search.js';
import { catalogue } from '../../src/model/catalogue.js';
import { dataset, standard } from '../fixtures/small.js';
import { landscape } from './landscape.js';

const map = landscape();
const found = (text: string, limit?: number) => search(map, text, limit).map(({ kind, id }) => `${kind} ${id}`);
const first = (text: string) => found(text)[0];

describe('designations', () => {
  test.each([
    ['ISO37122', 'ISO 37122'],
    ['iso 37122', 'ISO 37122'],
    ['ISO 37122:2019', 'ISO 37122'],
    ['37122', 'ISO 37122'],
    ['ISO/TS 37151:2024', 'ISO/TS 37151'],
    ['isots37151', 'ISO/TS 37151'],
    ['y4903', 'ITU-T Y.4903/L.1603'],
    ['Y.4903', 'ITU-T Y.4903/L.1603'],
    ['L.1603', 'ITU-T Y.4903/L.1603'],
    ['itu-t l1603', 'ITU-T Y.4903/L.1603'],
    ['4903', 'ITU-T Y.4903/L.1603'],
    ['Rec. ITU-T Y.4903 (03/2022)', 'ITU-T Y.4903/L.1603'],
    ['ts 118 101', 'ETSI TS 118 101'],
    ['TS118101', 'ETSI TS 118 101'],
    ['iso/iec 30141', 'ISO/IEC 30141'],
    ['14813-1', 'ISO 14813-1'],
  ])('S1 %s finds %s first', (text, id) => {
    expect(first(text)).toBe(`standard ${id}`);
  });

  test('S2 a named standard scores 1, and an edition is told when it was named', () => {
    expect(search(map, 'iso 37122:2019')[0]).toMatchObject({ id: 'ISO 37122', score: 1, edition: 'ISO 37122:2019' });
    expect(search(map, 'iso 37122')[0]).not.toHaveProperty('edition');
  });

  test('S3 a oneM2M number finds every standard that has it', () => {
    for (const text of ['oneM2M TS-0001', 'TS-0001', 'ts0001', 'onem2mts0001']) {
      expect(found(text).slice(0, 2).sort(), text).toEqual(['standard ETSI TS 118 101', 'standard ITU-T Y.4500.1']);
    }
  });

  test('S4 an unfinished number lists those that begin so', () => {
    expect(found('ISO 37')).toEqual(expect.arrayContaining(['standard ISO 37122', 'standard ISO/TS 37151']));
    expect(found('iso 37').filter((hit) => hit.startsWith('standard'))).not.toContain('standard ISO 14813-1');
  });

  test('S4 the digits of a Recommendation are enough, unfinished too', () => {
    expect(found('490')).toEqual(['standard ITU-T Y.4903/L.1603']);
    expect(found('1603')).toEqual(['standard ITU-T Y.4903/L.1603']);
  });

  test('S4 the digits of an earlier number are enough too', () => {
    const renumbered = catalogue(dataset({ standards: [standard('ITU-T Y.4000', { aliases: ['ITU-T X.98765'] })] }));
    expect(search(renumbered, '9876').map(({ id }) => id)).toEqual(['ITU-T Y.4000']);
  });

  test('S5 a number is never taken for another number', () => {
    expect(found('37123')).toEqual([]);
  });
});

describe('committees, topics and SDOs', () => {
  test.each([
    ['ISO/TC 268', 'committee ISO/TC 268'],
    ['tc268', 'committee ISO/TC 268'],
    ['TC 268/SC 1', 'committee ISO/TC 268/SC 1'],
    ['sg20', 'committee ITU-T SG20'],
    ['Study Group 20', 'committee ITU-T SG20'],
    ['JTC 1/SC 41', 'committee ISO/IEC JTC 1/SC 41'],
    ['smartm2m', 'committee ETSI SmartM2M'],
    ['energy', 'topic energy'],
    ['transport and mobility', 'topic mobility'],
    ['etsi', 'sdo etsi'],
    ['itut', 'sdo itu-t'],
    ['European Telecommunications Standards Institute', 'sdo etsi'],
  ])('S6 %s finds %s first', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  test('S7 a committee lists its own standards behind itself', () => {
    expect(found('SmartM2M')).toEqual(['committee ETSI SmartM2M', 'standard ETSI TS 118 101']);
  });
});

describe('words', () => {
  test.each([
    ['smrt citty', 'standard ITU-T Y.4903/L.1603'],
    ['inteligent transport', 'committee ISO/TC 204'],
    ['sustanable comunities', 'committee ISO/TC 268'],
    ['indicatros', 'standard ITU-T Y.4903/L.1603'],
    ['arhitecture referense', 'standard ISO/IEC 30141'],
  ])('S8 the misspelt %s finds %s', (text, expected) => {
    expect(found(text).slice(0, 3)).toContain(expected);
  });

  test.each([
    ['villes intelligentes', 'ISO 37122'],
    ['VILLES DURABLES', 'ISO 37122'],
    ['systemes de transport', 'ISO 14813-1'],
    ['Systèmes transport', 'ISO 14813-1'],
    ['communautes', 'ISO 37122'],
    ['indicateur', 'ISO 37122'],
  ])('S9 the French %s finds %s', (text, id) => {
    expect(first(text)).toBe(`standard ${id}`);
  });

  test('S10 all words count before some of them', () => {
    expect(found('performance indicators')).toEqual(['standard ITU-T Y.4903/L.1603', 'standard ISO/TS 37151']);
  });

  test('S11 when no record has all words, those with most of them are found', () => {
    expect(first('which smart cities of the world have a quasar')).toBe('standard ITU-T Y.4903/L.1603');
    expect(found('quasar pulsar')).toEqual([]);
  });

  test('S11 more of the words beat rarer ones', () => {
    const common = Array.from({ length: 60 }, (_, number) =>
      standard(`ISO 1${String(number)}`, { title: 'Water meter network of a district and its many neighbours' }),
    );
    const many = catalogue(dataset({ standards: [standard('ISO 1', { title: 'Quasar' }), ...common] }));
    const hits = search(many, 'quasar water meter', 100).map(({ id }) => id);
    expect(hits).toHaveLength(61);
    expect(hits.at(-1)).toBe('ISO 1');
  });

  test('S12 a word in a title counts more than the same in the number of a standard', () => {
    const two = catalogue(
      dataset({
        standards: [standard('IEC White Paper Smart', { title: 'Water' }), standard('ISO 2', { title: 'Smart water supply for towns' })],
      }),
    );
    expect(
      search(two, 'smart')
        .filter(({ kind }) => kind === 'standard')
        .map(({ id }) => id),
    ).toEqual(['ISO 2', 'IEC White Paper Smart']);
  });

  test('S12 a group comes before a standard that answers alike', () => {
    const two = catalogue(
      dataset({
        sdos: [{ id: 'x', name: 'X', title: 'X' }],
        committees: [
          { id: 'X 1', title: 'Lighting of streets', sdo: 'x', kind: 'forum' },
          { id: 'X 2', title: 'Water', sdo: 'x', kind: 'forum' },
        ],
        standards: [standard('Lamp', { title: 'Streets lighting', committees: ['X 2'], publishers: ['x'], tier: 'vertical' })],
      }),
    );
    expect(search(two, 'street light').map(({ kind }) => kind)).toEqual(['committee', 'standard']);
  });

  test('S12 a title counts more than a committee', () => {
    const two = catalogue(
      dataset({
        committees: [
          { id: 'ISO/TC 268', title: 'Water', sdo: 'iso', kind: 'technical-committee' },
          { id: 'ISO/TC 1', title: 'Meters', sdo: 'iso', kind: 'technical-committee' },
        ],
        standards: [
          standard('ISO 1', { title: 'Quality of meters' }),
          standard('ISO 2', { title: 'Quality of water', committees: ['ISO/TC 1'] }),
        ],
      }),
    );
    expect(
      search(two, 'water')
        .filter(({ kind }) => kind === 'standard')
        .map(({ id }) => id),
    ).toEqual(['ISO 2', 'ISO 1']);
  });

  test('S13 a withdrawn standard comes behind an equal one in force', () => {
    const two = catalogue(
      dataset({
        standards: [standard('ISO 1', { title: 'Water meters', status: 'withdrawn' }), standard('ISO 2', { title: 'Water meters' })],
      }),
    );
    expect(search(two, 'water meter').map(({ id }) => id)).toEqual(['ISO 2', 'ISO 1']);
  });

  test('S14 a hit says which of its words answer, and where they are', () => {
    expect(search(map, 'villes intelligentes')[0]).toMatchObject({ where: ['title'] });
    expect(search(map, 'smrt citty').find(({ id }) => id === 'ITU-T Y.4903/L.1603')).toMatchObject({
      matched: ['cities', 'smart'],
      where: ['title', 'committee'],
    });
    expect(search(map, 'L.1603')[0]).toMatchObject({ matched: ['l1603'], where: ['designation'] });
  });

  test('S15 a field term narrows the standards, and a word ruled out leaves', () => {
    expect(found('sdo:etsi architecture').filter((hit) => hit.startsWith('standard'))).toEqual(['standard ETSI TS 118 101']);
    expect(
      found('architecture -onem2m')
        .filter((hit) => hit.startsWith('standard'))
        .sort(),
    ).toEqual(['standard ISO 14813-1', 'standard ISO/IEC 30141']);
  });
});

describe('the answer', () => {
  test('S16 is empty for a text without words', () => {
    for (const text of ['', '  ', '"', '&%$', 'sdo:iso', '\uD800']) expect(found(text), JSON.stringify(text)).toEqual([]);
  });

  test('S17 holds at most as many hits as asked for, and refuses nonsense', () => {
    expect(found('architecture', 2)).toEqual(found('architecture').slice(0, 2));
    for (const limit of [0, -1, 1.5, NaN]) expect(() => search(map, 'x', limit)).toThrow(RangeError);
  });

  test('S17 lists what is named the same by kind: committee, topic, SDO, standard', () => {
    const same = catalogue(
      dataset({
        sdos: [...dataset().sdos, { id: 'power', name: 'Power', title: 'Power' }],
        committees: [...dataset().committees, { id: 'IEC SyC Power', title: 'Power', sdo: 'iec', kind: 'systems-committee' }],
        topics: [...dataset().topics, { id: 'electricity', label: 'Power', axis: 'domain', sources: ['IEC'] }],
        standards: [standard('Power', { title: 'Power' })],
      }),
    );
    expect(
      search(same, 'power')
        .slice(0, 4)
        .map(({ kind, score }) => [kind, score]),
    ).toEqual([
      ['committee', 1],
      ['topic', 1],
      ['sdo', 1],
      ['standard', 1],
    ]);
  });

  test('S18 is in order, without doubles, the same every time, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom('smart', 'cities', 'iso', '37122', 'y.', 'architecture', 'energy', '-', '"', '__proto__', 'hasOwnProperty'),
          { maxLength: 5 },
        )
        .map((words) => words.join(' ')),
    );
    const again = landscape();
    fc.assert(
      fc.property(text, (words) => {
        const hits = search(map, words, 50);
        expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
        expect(hits.every(({ score }) => score > 0 && score <= 1)).toBe(true);
        expect(new Set(hits.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(hits.length);
        expect(search(again, words, 50)).toEqual(hits);
      }),
      { numRuns: 400, seed: 3 },
    );
  });
});
