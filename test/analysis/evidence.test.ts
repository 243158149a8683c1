import { describe, expect, test } from 'vitest';
import { check, proposalContext } from '../../src/analysis/check.js';
import { evidence } from '../../src/analysis/evidence.js';
import { overlaps, overlapSteps } from '../../src/analysis/overlaps.js';
import { similar } from '../../src/analysis/similar.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Finding, Standard } from '../../src/model/dataset.js';
import { dataset, standard } from '../fixtures/small.js';
import { shipped } from './shipped.js';

const at = (id: string, title: string, given: Partial<Standard> = {}) => standard(id, { title, ...given });
const itu = (id: string, title: string, given: Partial<Standard> = {}) =>
  at(id, title, { publishers: ['itu-t'], committees: ['ITU-T SG20'], deliverable: 'Recommendation', ...given });
const others = [
  at('ISO 1', 'Drinking water – Leak detection'),
  at('ISO 2', 'Vehicle braking – Noise'),
  itu('ITU-T Y.8', 'Framework for tunnel ventilation'),
];
const known = (standards: readonly Standard[], findings: readonly Finding[] = []) =>
  catalogue(dataset({ standards: [...standards, ...others], findings }));
const model = at('ISO/TS 37107', 'Sustainable cities and communities – Maturity model for smart sustainable communities');
const ituModel = itu('ITU-T Y.4904', 'Smart sustainable cities maturity model');
const maturity = [model, ituModel];

describe('a score comes apart', () => {
  test('SI1 points added up and multiplied by what is held against it are the score, and the terms add up to the points of the titles', () => {
    for (const { a, b, score, parts, against, terms } of overlaps(shipped())) {
      const points = parts.reduce((sum, part) => sum + part.points, 0);
      const whole = against.reduce((sum, { factor = 1 }) => sum * factor, points);
      expect(whole, `${a} ${b}`).toBeCloseTo(score, 12);
      const title = parts.find(({ part }) => part === 'title');
      expect(
        terms.reduce((sum, { share }) => sum + share, 0),
        `${a} ${b}`,
      ).toBeCloseTo(title?.points ?? 0, 12);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  test('SI2 the spans of shared terms are where the words stand in both titles', () => {
    const { terms } = evidence(known(maturity), 'ISO/TS 37107', 'ITU-T Y.4904');
    const shared = terms.find(({ term }) => term === 'maturity model');
    const marked = (title: string, spans: readonly (readonly [number, number])[] = []) => spans.map(([from, to]) => title.slice(from, to));
    expect(marked(model.title, shared?.a)).toEqual(['Maturity model']);
    expect(marked(ituModel.title, shared?.b)).toEqual(['maturity model']);
    expect(shared?.standards).toBe(2);
  });

  test('SI3 evidence of b and a is that of a and b with the sides exchanged', () => {
    for (const { a, b } of overlaps(shipped()).slice(0, 60)) {
      const there = evidence(shipped(), a, b);
      const back = evidence(shipped(), b, a);
      expect(back.score).toBe(there.score);
      const alone = (terms: typeof there.onlyA) => terms.map(({ term, a: spansA, b: spansB }) => [term, ...spansA, ...spansB]);
      expect([alone(back.onlyA), alone(back.onlyB)]).toEqual([alone(there.onlyB), alone(there.onlyA)]);
      expect([back.parts, back.tier]).toEqual([there.parts, there.tier]);
      expect(back.terms.map(({ term, share, a: spans }) => [term, share, spans])).toEqual(
        there.terms.map(({ term, share, b: spans }) => [term, share, spans]),
      );
    }
  });

  test('SI4 an id that the catalogue does not have is told', () => {
    expect(() => evidence(shipped(), 'ISO 37120', 'ISO 0')).toThrow(/evidence: expected the id .* got "ISO 0"/);
    expect(() => similar(shipped(), 'ISO 0')).toThrow(/similar: expected the id/);
    expect(() => similar(shipped(), 'ISO 37120', 0)).toThrow(/integer ≥ 1, got 0/);
  });
});

describe('candidates', () => {
  test('O1 a pair of different owners on one subject is a candidate, early while one is under development', () => {
    const [first] = overlaps(known(maturity));
    expect([first?.a, first?.b, first?.tier, first?.early]).toEqual(['ISO/TS 37107', 'ITU-T Y.4904', 'candidate', false]);
    const [draft] = overlaps(
      known([model, itu('ITU-T Y.4904', 'Smart sustainable cities maturity model', { status: 'under-development' })]),
    );
    expect(draft?.early).toBe(true);
  });

  test.each([
    ['same-owner', { publishers: ['iso'], committees: [] }],
    ['inactive', { status: 'withdrawn' }],
    ['roles-differ', { role: 'security' }],
    ['no-topic', { topics: ['water'] }],
    ['coordinated', { relations: [{ type: 'adopts', to: 'ISO/TS 37107', evidence: 'e' }] }],
  ] as const)('O2 %s keeps a pair off the list and is said', (code, given) => {
    const it = known([model, itu('ITU-T Y.4904', 'Smart sustainable cities maturity model', given)]);
    expect(overlaps(it)).toEqual([]);
    const { against, tier } = evidence(it, 'ISO/TS 37107', 'ITU-T Y.4904');
    expect(against.map((one) => one.code)).toContain(code);
    expect(tier).toBe(code === 'coordinated' ? 'coordinated' : 'none');
  });

  const finding = (given: Partial<Finding> = {}): Finding => ({
    id: 'f1',
    standards: ['ITU-T Y.4904', 'ISO/TS 37107'],
    verdict: 'not-related',
    reason: 'Read both',
    by: 'analyst',
    date: '2026-01-01',
    ...given,
  });

  test('O3 a verdict takes the pair off the list and stays with its evidence, from the dataset or from the reader', () => {
    const settled = known(maturity, [finding()]);
    expect(overlaps(settled)).toEqual([]);
    expect(evidence(settled, 'ISO/TS 37107', 'ITU-T Y.4904')).toMatchObject({ tier: 'verdict', finding: { id: 'f1' } });
    expect(overlaps(known(maturity), { findings: [finding()] })).toEqual([]);
  });

  test('O4 equal titles of different owners are the same text, not a candidate', () => {
    const it = known([
      at('ISO 7', 'Information technology – Sensor networks for leak alarms – Part 1: Interface'),
      itu('ITU-T Y.7', 'Sensor networks for leak alarms – Interface'),
    ]);
    expect(evidence(it, 'ISO 7', 'ITU-T Y.7').tier).toBe('same-text');
    expect(overlaps(it)).toEqual([]);
  });

  test('O5 test suites do not match on being test suites', () => {
    const it = known([
      at('ISO 7', 'Toll collection – Test suite structure and test purposes (TSS & TP)', { role: 'assessment-test' }),
      itu('ITU-T Q.7', 'Lighting poles – Test suite structure and test purposes (TSS & TP)', { role: 'assessment-test' }),
    ]);
    expect(evidence(it, 'ISO 7', 'ITU-T Q.7').against.map(({ code }) => code)).toContain('boilerplate');
    expect(overlaps(it)).toEqual([]);
  });

  test('O6 the list is in order, remembered, and the same when it is made in parts', () => {
    const list = overlaps(shipped());
    expect(overlaps(shipped())).toBe(list);
    const again = catalogue(structuredClone(shipped().dataset));
    const steps = overlapSteps(again);
    let parts = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) parts++;
    expect(parts).toBeGreaterThan(200);
    expect(step.value).toEqual(list);
    expect(list.map(({ score }) => score)).toEqual([...list.map(({ score }) => score)].sort((x, y) => y - x));
  });

  test('O7 a higher least band gives the beginning of the list, and an unknown one is told', () => {
    const high = overlaps(shipped(), { band: 'high' });
    expect(high.length).toBeGreaterThan(0);
    expect(overlaps(shipped()).slice(0, high.length)).toEqual(high);
    expect(() => overlaps(shipped(), { band: 'huge' as 'high' })).toThrow(/expected a band/);
  });

  test('O8 no standard of tomorrow is a candidate of yesterday', () => {
    const old = overlaps(shipped(), { at: '2015' });
    for (const id of old.flatMap(({ a, b }) => [a, b])) {
      const found = shipped().standard(id);
      const first = found && shipped().firstDate(found);
      expect(first !== undefined && first.slice(0, 4) <= '2015', id).toBe(true);
    }
    expect(overlaps(shipped(), { at: '1950' })).toEqual([]);
  });
});

describe('any text', () => {
  const hostile = [
    '',
    ' ',
    '—;:',
    '\ud800 broken \udc00',
    'x'.repeat(100_000),
    'smart city '.repeat(10_000),
    '(((((.*+?[',
    'مدينة ذكية',
    '智慧城市',
    '__proto__ constructor',
    'Part 1',
    'ISO 37122',
  ];

  test('SI5 a catalogue of hostile titles has an answer for every pair and every proposal', () => {
    const it = catalogue(dataset({ standards: hostile.map((title, at) => (at % 2 ? itu : standardOf)(`X ${at}`, title)) }));
    expect(overlaps(it).every(({ score }) => score >= 0 && score <= 1)).toBe(true);
    for (const [i] of hostile.entries())
      for (const [j] of hostile.entries()) expect(Number.isFinite(evidence(it, `X ${i}`, `X ${j}`).score)).toBe(true);
    for (const title of hostile) expect(check(it, { title, scope: title }).every(({ score }) => Number.isFinite(score))).toBe(true);
  });
  const standardOf = at;
});

describe('a proposal', () => {
  test('SI6 finds the standards on its subject, and a scope says what a short title does not', () => {
    const ids = check(shipped(), { title: 'Maturity model for smart cities' }).map(({ id }) => id);
    expect(ids.slice(0, 3)).toContain('ITU-T Y.4904');
    const short = check(shipped(), {
      title: 'New work',
      scope: 'Requirements for lifts and elevators that are monitored over the Internet of things',
    });
    expect(short.map(({ id }) => id)).toEqual(expect.arrayContaining(['ETSI TS 103 735', 'ITU-T Y.4420']));
  });

  test('SI7 with nothing in common has no match, no cell and nobody to talk to', () => {
    const proposal = { title: 'Zzyzx quux frobnication' };
    expect(check(shipped(), proposal)).toEqual([]);
    expect(proposalContext(shipped(), proposal, [])).toEqual({ topics: [], sameCell: [], liaisons: [] });
  });

  test('SI8 sees a second subject of a proposal, and names the nearest works of the cell first', () => {
    const proposal = { title: 'Maturity model for digital twins of cities' };
    const { topics, sameCell } = proposalContext(shipped(), proposal, check(shipped(), proposal));
    expect(topics).toEqual(['digital-twin', 'assessment']);
    expect(sameCell[0]).toBe('ISO/IEC 30186');
  });

  test('SI8 names the works of its cell and the groups to talk to, each with a reason', () => {
    const proposal = { title: 'Vocabulary for smart cities and communities' };
    const { topics, sameCell, liaisons } = proposalContext(shipped(), proposal, check(shipped(), proposal));
    expect(topics.length).toBeGreaterThan(0);
    expect(sameCell.length).toBeGreaterThan(0);
    expect(liaisons.filter(({ by }) => by === 'owns').map(({ committee }) => committee)).toContain('ITU-T SG20');
    const partner = liaisons.find(({ by }) => by === 'liaison');
    expect(shipped().committee(partner?.with ?? '')).toBeDefined();
  });
});
