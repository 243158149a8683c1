import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../src/model/parse.js';
import { recall } from '../../src/pipeline/recall.js';

const parsed = parse(JSON.parse(readFileSync('data/smart-cities.json', 'utf8')));
if (!parsed.ok) throw new Error('data/smart-cities.json is not valid');

test('recall counts pairs that are one standard or related ones, and names the others', () => {
  const pairs = [
    ['ITU-T Y.4500.1 (01/2018)', 'ETSI TS 118 101 V3.22.0 (2021-02)'],
    ['ISO/IEC 30141:2024', 'ISO/IEC 30141:2024 @IEC'],
    ['18-088', 'ITU-T Y.4473 (08/2020)'],
    ['ISO/IEC DIS 30180 @ISO', 'ISO/IEC TS 30180:2025'],
    ['ISO 37122:2019', 'ITU-T Y.4903 (03/2022)'],
    ['ISO 37122:2019', 'ISO 99999'],
  ];
  expect(recall(pairs.map(([a, b]) => JSON.stringify({ a, b })).join('\n'), parsed.dataset)).toBe(
    'same-text pairs known 4 of 6\n  missed: ISO 37122:2019 and ITU-T Y.4903 (03/2022)\n  missed: ISO 37122:2019 and ISO 99999\n',
  );
});
