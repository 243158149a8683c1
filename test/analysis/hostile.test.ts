import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isActive, statusAt } from '../../src/analysis/at.js';
import { coverage } from '../../src/analysis/coverage.js';
import { coordinated } from '../../src/analysis/coordinated.js';
import { AXES, type Axis } from '../../src/analysis/cell.js';
import { check } from '../../src/analysis/check.js';
import { evidence } from '../../src/analysis/evidence.js';
import { gaps } from '../../src/analysis/gaps.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { ownersOf } from '../../src/analysis/profile.js';
import { withoutNumbers } from '../../src/analysis/title.js';
import { RELATION_TYPES, ROLES, STATUSES, type Standard } from '../../src/model/dataset.js';
import { field, work } from './field.js';

const SDOS = ['iso', 'iec', 'itu-t', 'etsi', 'jtc1'] as const;
const WORDS = [
  'smart',
  'city',
  'platform',
  'IoT',
  'digital twin',
  'security',
  'data model',
  'requirements',
  'test',
  'PICS',
  'ITS',
  'vocabulary',
  'water',
  'leak',
  'of',
];
const ODD = [
  'Part 1: General',
  'and of the',
  '\u05E9\u05DC\u05D5\u05DD',
  'x\uD800y',
  '🏙️',
  '__proto__ constructor',
  '((((',
  'ISO/IEC/IEC/IEC 1',
];
const anyTitle = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...WORDS, '–'), { minLength: 1, maxLength: 7 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);

const anyGiven = fc.record({
  title: anyTitle,
  owner: fc.constantFrom(...SDOS),
  role: fc.constantFrom(...ROLES.slice(0, 4)),
  status: fc.constantFrom(...STATUSES),
  topics: fc.uniqueArray(fc.constantFrom('mobility', 'energy', 'terminology', 'security'), { minLength: 1, maxLength: 3 }),
  alone: fc.boolean(),
  relation: fc.option(fc.record({ type: fc.constantFrom(...RELATION_TYPES), to: fc.nat(20) }), { nil: undefined, freq: 3 }),
});

/** Landscapes of every sort, cycles of relations and standards of no committee among them. */
const anyField = fc.array(anyGiven, { minLength: 0, maxLength: 14 }).map((list) =>
  field(
    list.map(({ title, owner, role, status, topics, alone, relation }, at): Standard => {
      const to = relation && relation.to % list.length;
      return work(`S ${String(at)}`, owner, {
        title,
        role,
        status,
        topics,
        reasons: topics.map(() => 'a test'),
        ...(alone && { committees: [] }),
        ...(relation &&
          to !== undefined &&
          to !== at && { relations: [{ type: relation.type, to: `S ${String(to)}`, evidence: 'a test' }] }),
      });
    }),
  ),
);
const RUNS = { numRuns: 120, seed: 20261122 };

describe('whatever the dataset', () => {
  test('O2 candidates are active, of different owners, with a topic in common, and nothing coordinates them', () => {
    fc.assert(
      fc.property(anyField, (map) => {
        for (const { a, b } of overlaps(map)) {
          const pair = [a, b].flatMap((id) => map.standard(id) ?? []);
          expect(pair.every((one) => isActive(statusAt(one, '')))).toBe(true);
          const [first, second] = pair.map((one) => ownersOf(map, one));
          expect(first?.some((sdo) => second?.includes(sdo))).toBe(false);
          expect(pair[0]?.topics.some((topic) => pair[1]?.topics.includes(topic))).toBe(true);
          expect(coordinated(map, a, b)).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  test('SI1, SI3 evidence adds up, and is the same from the other side', () => {
    fc.assert(
      fc.property(anyField, (map) => {
        const ids = map.standards.map(({ id }) => id);
        for (const a of ids)
          for (const b of ids) {
            if (a >= b) continue;
            const there = evidence(map, a, b);
            const back = evidence(map, b, a);
            const points = there.parts.reduce((sum, part) => sum + part.points, 0);
            expect(there.against.reduce((sum, { factor = 1 }) => sum * factor, points)).toBeCloseTo(there.score, 12);
            expect([back.score, back.tier, back.band, back.parts]).toEqual([there.score, there.tier, there.band, there.parts]);
            expect(new Set(back.topics)).toEqual(new Set(there.topics));
            expect(back.against.map(({ code, factor }) => [code, factor])).toEqual(there.against.map(({ code, factor }) => [code, factor]));
            expect(back.terms.map(({ term, share, a: spans }) => [term, share, spans])).toEqual(
              there.terms.map(({ term, share, b: spans }) => [term, share, spans]),
            );
          }
      }),
      RUNS,
    );
  });

  test('SI3 the subject of a series is a field from both sides, where only one of the two titles is of the series', () => {
    const series = ['Valve', 'Pump', 'Pipe', 'Tank'].map((part, at) =>
      work(`S ${String(at)}`, 'iso', { title: `Leak detection – ${part}` }),
    );
    const map = field([...series, work('Y', 'itu-t', { title: 'IoT leak detection of valves' })]);
    const [there, back] = [evidence(map, 'S 0', 'Y'), evidence(map, 'Y', 'S 0')];
    expect(back.score).toBe(there.score);
    expect(there.against.map(({ code }) => code)).not.toContain('fields-differ');
    expect(back.against.map(({ code }) => code)).not.toContain('fields-differ');
  });

  test('CO2 who is coordinated does not depend on who asks', () => {
    fc.assert(
      fc.property(anyField, (map) => {
        for (const { id: a } of map.standards)
          for (const { id: b } of map.standards) expect(coordinated(map, a, b)?.steps.length).toBe(coordinated(map, b, a)?.steps.length);
      }),
      RUNS,
    );
  });

  test('CV17 a heading counts every active standard of its cells once', () => {
    const anyAxis = fc.constantFrom<Axis>(...AXES);
    fc.assert(
      fc.property(anyField, anyAxis, anyAxis, (map, rows, columns) => {
        const { rowHeadings, columnHeadings, cells } = coverage(map, { rows, columns });
        expect(cells).toHaveLength(rowHeadings.length * columnHeadings.length);
        for (const { id, standards, works, gaps: missing } of rowHeadings) {
          const row = cells.filter((cell) => cell.row === id);
          const inCells = new Set(row.flatMap((cell) => cell.standards));
          expect(inCells.size).toBeLessThanOrEqual(standards);
          // Every standard has a role, a topic and an SDO; domains and capabilities not all have
          if (columns === 'role' || columns === 'sdo' || columns === 'topic') expect(inCells.size).toBe(standards);
          expect(works).toBeLessThanOrEqual(standards);
          expect(row.filter(({ gap }) => gap)).toHaveLength(missing);
        }
      }),
      RUNS,
    );
  });
});

describe('options that cannot be used', () => {
  const map = field([work('A', 'iso'), work('B', 'iec')]);
  const given = (value: unknown) => value as never;

  test.each(['x', '__proto__', 'constructor', null, 5])('CV22 an axis %s is told, with those that there are', (axis) => {
    expect(() => coverage(map, { rows: given(axis) })).toThrow(
      /^coverage: expected rows of domain, capability, topic, role, sdo, sdg, purpose, dimension, category, vertical, challenge, committee, got (?!.*undefined)/,
    );
    expect(() => coverage(map, { columns: given(axis) })).toThrow(/^coverage: expected columns of domain, /);
  });

  test.each(['garbage', '2020-13', '0000', '9999', null, 5])('AT10 a day %s is told, with what a day is', (at) => {
    for (const ask of [coverage, gaps, overlaps])
      expect(() => ask(map, { at: given(at) })).toThrow(
        new RegExp(`^${ask === overlaps ? 'overlaps' : ask.name}: expected at as a date such as 2019, 2019-05 or`),
      );
    expect(() => evidence(map, 'A', 'B', { at: given(at) })).toThrow(/^evidence: expected at as a date/);
    expect(() => statusAt(work('A', 'iso'), given(at))).toThrow(/^statusAt: expected at as a date/);
  });

  test.each(['x', '__proto__', null])('O15 a band %s is told, with those that there are', (band) => {
    expect(() => overlaps(map, { band: given(band) })).toThrow(/^overlaps: expected a band of high, medium, low, got /);
  });

  test.each([undefined, null, {}, { title: 5 }, { title: 'x', scope: 5 }, { title: 'x', topics: 'mobility' }])(
    'SI16 a proposal %j is told',
    (proposal) => {
      expect(() => check(map, given(proposal))).toThrow(/^check: expected a proposal with title, and scope and topics where there are any/);
    },
  );
});

describe('much of the same', () => {
  test('O6 the list of a higher band is the top of the whole list, whichever is asked for first', () => {
    const standards = Array.from({ length: 40 }, (_, at) =>
      work(`S ${String(at)}`, SDOS[at % 4] ?? 'iso', { title: `${WORDS[at % 6] ?? ''} platform for ${WORDS[(at * 7) % 15] ?? ''}` }),
    );
    const [before, after] = [field(standards), field(standards)];
    const high = overlaps(before, { band: 'medium' });
    expect(high.length).toBeGreaterThan(0);
    expect(overlaps(after).length).toBeGreaterThan(high.length);
    expect(overlaps(after, { band: 'medium' })).toEqual(high);
    expect(overlaps(before).slice(0, high.length)).toEqual(high);
  });

  test('CO1 a ring of 5,000 relations is one work, and nothing of it is a candidate', () => {
    const size = 5000;
    const ring = field(
      Array.from({ length: size }, (_, at) =>
        work(`S ${String(at)}`, SDOS[at % 4] ?? 'iso', {
          title: `Smart city platform w${String(at % 50)}`,
          relations: [{ type: 'twin', to: `S ${String((at + 1) % size)}`, evidence: 'a test' }],
        }),
      ),
    );
    expect(overlaps(ring)).toEqual([]);
    expect(coordinated(ring, 'S 0', 'S 4990')?.steps).toHaveLength(10);
    expect(coverage(ring).cells.map(({ works }) => works)).toEqual([0, 1, 0, 0]);
  });

  test('SI11 designations are read in as many steps as they have letters', () => {
    const endless = `ISO${'/IEC'.repeat(900)}`;
    expect(withoutNumbers(endless)).toBe(endless);
    expect(withoutNumbers('ISO/IEC/IEEE TS 15288:2023 on systems').trim()).toBe('on systems');
  });
});
