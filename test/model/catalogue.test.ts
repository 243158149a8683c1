import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/catalogue.js';
import { spellings } from '../../src/model/designation.js';
import { nearest } from '../../src/model/nearest.js';
import { parse } from '../../src/model/parse.js';
import { dataset, standard } from '../fixtures/small.js';

const small = catalogue(dataset());

describe('find answers any id, alias or edition in any usual spelling', () => {
  test.each([
    ['ISO 37122', 'ISO 37122'],
    ['ISO37122', 'ISO 37122'],
    ['iso 37122:2019', 'ISO 37122'],
    ['ISO-37122', 'ISO 37122'],
    ['37122', 'ISO 37122'],
    ['ISO 37122 ', 'ISO 37122'],
    ['ISO/TS 37151', 'ISO/TS 37151'],
    ['ISO TS 37151', 'ISO/TS 37151'],
    ['ISO 37151', 'ISO/TS 37151'],
    ['TS 37151', 'ISO/TS 37151'],
    ['ITU-T Y.4903/L.1603', 'ITU-T Y.4903/L.1603'],
    ['Y.4903', 'ITU-T Y.4903/L.1603'],
    ['y4903', 'ITU-T Y.4903/L.1603'],
    ['L.1603', 'ITU-T Y.4903/L.1603'],
    ['Recommendation ITU-T Y.4903', 'ITU-T Y.4903/L.1603'],
    ['ITU-T Y.4903 (03/2022)', 'ITU-T Y.4903/L.1603'],
    ['ITU-T Rec. Y.4903', 'ITU-T Y.4903/L.1603'],
    ['ISO/IEC 30141', 'ISO/IEC 30141'],
    ['ISO IEC 30141', 'ISO/IEC 30141'],
    ['isoiec30141', 'ISO/IEC 30141'],
    ['ISO 30141', 'ISO/IEC 30141'],
    ['ＩＳＯ ３７１２２', 'ISO 37122'],
    ['Y\u20114903', 'ITU-T Y.4903/L.1603'],
  ])('%s', (text, id) => {
    expect(small.find(text)?.id).toBe(id);
  });

  test.each(['', ' ', '()', 'ISO', 'ISO 3712', 'ISO 371222', '__proto__', 'constructor', 'Y.49', 'ITU-T'])('%j names none', (text) => {
    expect(small.find(text)).toBeUndefined();
  });

  test('an edition is named with its standard', () => {
    expect(small.locate('ITU-T Y.4903/L.1603 (10/2016)')?.edition?.date).toBe('2016-10-07');
    expect(small.locate('ISO 37122')?.edition).toBeUndefined();
  });

  test('a short spelling that two standards share names none of them', () => {
    const two = catalogue(dataset({ standards: [standard('ISO 100'), standard('IEC 100')] }));
    expect(two.find('100')).toBeUndefined();
    expect(two.find('IEC 100')?.id).toBe('IEC 100');
  });

  test('a part number is not a year, a point is not nothing', () => {
    const parts = catalogue(
      dataset({ standards: [standard('ISO 14813-1'), standard('ISO 148131'), standard('ITU-T Y.4500.3'), standard('ITU-T Y.45003')] }),
    );
    expect(parts.find('iso14813-1')?.id).toBe('ISO 14813-1');
    expect(parts.find('ISO 148131')?.id).toBe('ISO 148131');
    expect(parts.find('Y4500.3')?.id).toBe('ITU-T Y.4500.3');
    expect(parts.find('Y45003')?.id).toBe('ITU-T Y.45003');
  });

  test('ETSI numbers and ITU-T supplements', () => {
    const more = catalogue(dataset({ standards: [standard('ETSI TS 103 463'), standard('ITU-T Y Suppl. 58')] }));
    for (const text of ['ETSI TS 103 463', 'TS 103463', 'etsits103463', '103 463']) expect(more.find(text)?.id).toBe('ETSI TS 103 463');
    for (const text of ['Y Suppl. 58', 'Y.Suppl.58', 'ITU-T Y.Suppl. 58', 'Y Supplement 58', 'ITU-T Y Sup. 58'])
      expect(more.find(text)?.id).toBe('ITU-T Y Suppl. 58');
  });
});

test('spellings go from the exact one to the loose ones', () => {
  expect(spellings('ISO/TS 37151:2024')).toEqual(['ISOTS37151:2024', 'TS37151:2024', '37151:2024']);
});

test('a standard stands in the territory of its leading committee and counts under every SDO that takes part', () => {
  const joint = small.standard('ISO/IEC 30141');
  expect(joint && small.home(joint)).toBe('jtc1');
  expect(joint && small.sdosOf(joint)).toEqual(['jtc1', 'iso', 'iec']);
  const loose = standard('ETSI X', { committees: [], publishers: ['iso'] });
  expect(small.home(loose)).toBe('iso');
});

test('committees lead up to the SDO and down to their standards', () => {
  expect(small.path('ISO/TC 268/SC 1').map((c) => c.id)).toEqual(['ISO/TC 268/SC 1', 'ISO/TC 268']);
  expect(small.children('ISO/TC 268').map((c) => c.id)).toEqual(['ISO/TC 268/SC 1']);
  expect(small.standardsOf('ITU-T SG20').map((s) => s.id)).toEqual(['ITU-T Y.4903/L.1603', 'ITU-T Y.4000']);
  expect(small.path('nobody')).toEqual([]);
});

test('a relation is seen from both its standards', () => {
  expect(small.neighbours('ISO/IEC 30141').map((n) => [n.outgoing, n.standard?.id])).toEqual([[true, 'ISO 37122']]);
  expect(small.neighbours('ISO 37122').map((n) => [n.outgoing, n.designation])).toEqual([[false, 'ISO/IEC 30141']]);
  const outside = catalogue(
    dataset({ standards: [standard('A', { relations: [{ type: 'adopts', to: 'B', external: true, evidence: 'e' }] })] }),
  );
  expect(outside.neighbours('A')).toEqual([
    { relation: { type: 'adopts', to: 'B', external: true, evidence: 'e' }, outgoing: true, designation: 'B' },
  ]);
});

test('first and latest dates come from the editions, undated ones left out', () => {
  const y4903 = small.standard('ITU-T Y.4903/L.1603');
  expect(y4903 && [small.firstDate(y4903), small.latestDate(y4903)]).toEqual(['2016-10-07', '2022-03-09']);
  expect(small.latestDate(standard('X', { editions: [{ id: 'X', status: 'unknown' }] }))).toBeUndefined();
});

test('a catalogue is frozen to its last value', () => {
  const parsed = parse(dataset());
  if (!parsed.ok) throw new Error('the small dataset is good');
  const frozen = catalogue(parsed.dataset);
  expect(() => {
    Object.assign(frozen.standards[0]?.editions[0] ?? {}, { status: 'withdrawn' });
  }).toThrow(TypeError);
  expect(() => {
    Object.assign(frozen.dataset.standards, { 0: null });
  }).toThrow(TypeError);
});

test('nearest knows a slip from another word', () => {
  const topics = ['indicator', 'mobility', 'energy'];
  expect(nearest('indicater', topics)).toBe('indicator');
  expect(nearest('INDICATOR', topics)).toBe('indicator');
  expect(nearest('enregy', topics)).toBe('energy');
  expect(nearest('zebra', topics)).toBeUndefined();
  expect(nearest('x'.repeat(100_000), topics)).toBeUndefined();
});
