import { expect, test } from 'vitest';
import { keptText, NOTHING_KEPT, parseKept } from '../../src/element/parse-kept.js';
import type { Finding } from '../../src/model/dataset.js';
import { dataset } from '../fixtures/small.js';

const [A, B, C] = ['ISO 37122', 'ISO/TS 37151', 'ITU-T Y.4000'] as const;
const finding = (id: string, given: object = {}): Finding => ({
  id,
  standards: [A, B],
  verdict: 'overlap',
  reason: 'a test',
  by: 'analyst',
  date: '2026-11-20',
  ...given,
});
const read = (findings: readonly unknown[]) => {
  const { kept, flawless } = parseKept(keptText({ ...NOTHING_KEPT, findings: findings as readonly Finding[] }), dataset());
  return { findings: kept.findings.map(({ id }) => id), strangers: kept.strangers.map(({ id }) => id), flawless };
};

test('FK7 findings of standards that the dataset has lost stay as strangers, and so does what replaces them', () => {
  const list = [
    finding('a', { standards: [A, 'ISO 0'] }),
    finding('b', { standards: [A, 'ISO 0', B], replaces: ['a'] }),
    finding('c', { standards: [A, B], replaces: ['d'] }),
    finding('d'),
    finding('e', { standards: [A, B], replaces: ['b'] }),
  ];
  expect(read(list)).toEqual({ findings: ['c', 'd'], strangers: ['a', 'b', 'e'], flawless: true });
});

test('FK4 what is no finding is told, and takes none of the others with it', () => {
  const bad = [
    finding('x', { verdict: 'guilty' }),
    finding('y', { standards: [A, 'ISO 0'], level: 9 }),
    null,
    5,
    { ['__proto__']: { polluted: true } },
    finding('z', { replaces: ['z'] }),
    finding('v', { replaces: ['w'] }),
    finding('w', { replaces: ['v'] }),
    finding('u', { verdict: 'conflict' }),
  ];
  const { findings, flawless } = read([finding('a'), ...bad, finding('b', { standards: [B, C] })]);
  expect({ findings, flawless }).toEqual({ findings: ['a', 'b'], flawless: false });
});

test('FK7 thousands of findings of which half are of another dataset are sorted in a few rounds', () => {
  const list = Array.from({ length: 4000 }, (_, at) => finding(`f${String(at)}`, at % 2 ? { standards: [A, `ISO ${String(at)}`] } : {}));
  const { findings, strangers, flawless } = read(list);
  expect([findings.length, strangers.length, flawless]).toEqual([2000, 2000, true]);
});
