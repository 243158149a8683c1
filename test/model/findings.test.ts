import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { writeCompact } from '../../src/model/compact.js';
import { dataset } from '../fixtures/small.js';

const A = 'ISO 37122';
const B = 'ITU-T Y.4903/L.1603';
const C = 'ITU-T Y.4000';

const finding = (given: Partial<Finding> = {}): Finding => ({
  id: 'f1',
  standards: [A, B],
  verdict: 'overlap',
  reason: 'Both list indicators of smart cities.',
  by: 'liaison officer of SG20',
  date: '2026-11-20',
  ...given,
});

const issuesOf = (...findings: readonly unknown[]) => {
  const parsed = parse({ ...dataset(), findings }, { name: 'map.json' });
  return parsed.ok ? parsed.warnings : parsed.issues;
};
const only = (...findings: readonly unknown[]) => {
  const issues = issuesOf(...findings);
  expect(issues).toHaveLength(1);
  return issues[0];
};

describe('M12 findings', () => {
  test('keep all that people say of a pair, in JSON and in compact files', () => {
    const findings = [
      finding(),
      finding({
        id: 'f2',
        verdict: 'conflict',
        level: 4,
        evidence: ['SG20-LS12', 'https://www.itu.int/'],
        clauses: [
          { standard: A, clause: '7.3' },
          { standard: B, clause: 'Table 2' },
          { standard: B, clause: 'Annex A' },
        ],
        replaces: ['f1'],
      }),
    ];
    const parsed = parse(dataset({ findings }));
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
    expect(parsed.ok && parsed.dataset.findings).toEqual(findings);
    const compact = readCompact(writeCompact(dataset({ findings })));
    expect(compact.ok && compact.dataset.findings).toEqual(findings);
  });

  test('are about two standards or more, each named once', () => {
    expect(only(finding({ standards: [A] }))).toMatchObject({ code: 'missing', pointer: '/findings/0/standards' });
    expect(only(finding({ standards: [A, B, A] }))).toEqual({
      code: 'duplicate',
      severity: 'error',
      pointer: '/findings/0/standards/2',
      message: 'map.json findings[0] "f1": standards[2] "ISO 37122" is already standards[0] of this finding. Name every standard once.',
    });
  });

  test('are about twelve standards at most: a group stands for every pair in it', () => {
    const many = Array.from({ length: 13 }, (_, i) => `ISO ${String(i)}`);
    expect(issuesOf(finding({ standards: many }))).toContainEqual({
      code: 'text',
      severity: 'error',
      pointer: '/findings/0/standards',
      message: 'map.json findings[0] "f1": standards has 13 entries, expected at most 12.',
    });
  });

  test('say conflict only with a clause of each standard', () => {
    expect(only(finding({ verdict: 'conflict' }))).toMatchObject({
      code: 'missing',
      pointer: '/findings/0/clauses',
      message:
        'map.json findings[0] "f1": clauses names no clause of "ISO 37122" and "ITU-T Y.4903/L.1603", where a conflict names at least one of each standard. ' +
        'Name the clauses that contradict each other.',
    });
    const half = finding({ verdict: 'conflict', clauses: [{ standard: A, clause: '7.3' }] });
    expect(only(half)).toMatchObject({ code: 'missing', pointer: '/findings/0/clauses' });
    expect(only(half)?.message).not.toContain('ISO 37122');
    expect(issuesOf(finding({ clauses: [{ standard: A, clause: '7.3' }] }))).toEqual([]);
  });

  test('name clauses of their own standards, and never an empty one', () => {
    const stray = finding({ clauses: [{ standard: C, clause: '1' }] });
    expect(only(stray)).toMatchObject({ code: 'reference', pointer: '/findings/0/clauses/0/standard' });
    const empty = finding({ clauses: [{ standard: A, clause: '' }] });
    expect(only(empty)).toMatchObject({ code: 'missing', pointer: '/findings/0/clauses/0/clause' });
  });

  test('take the place of earlier findings that are there, on the same ground, and never of themselves', () => {
    expect(only(finding({ replaces: ['f0'] }))).toMatchObject({ code: 'reference', pointer: '/findings/0/replaces/0' });
    const elsewhere = [finding(), finding({ id: 'f2', standards: [A, C], replaces: ['f1'] })];
    expect(only(...elsewhere)).toMatchObject({ code: 'reference', pointer: '/findings/1/replaces/0' });
    expect(issuesOf(finding({ standards: [A, B, C] }), finding({ id: 'f2', replaces: ['f1'] }))).toEqual([]);
    expect(only(finding({ replaces: ['f1'] }))).toMatchObject({ code: 'cycle', pointer: '/findings/0/replaces' });
    expect(only(finding({ replaces: ['f2'] }), finding({ id: 'f2', replaces: ['f1'] }))).toMatchObject({ code: 'cycle' });
  });

  test.each([
    ['verdict', 'duplicate', 'enum'],
    ['level', 5, 'range'],
    ['level', 1.5, 'type'],
    ['by', '', 'missing'],
    ['reason', undefined, 'missing'],
    ['date', '2026-13', 'date'],
    ['clauses', 'x', 'type'],
    ['replaces', [7], 'type'],
  ])('with %s %j are refused', (field, value, code) => {
    const spoiled: unknown = { ...finding(), [field]: value };
    const found = issuesOf(spoiled);
    expect(found.map((issue) => issue.code)).toContain(code);
    expect(found[0]?.pointer).toMatch(new RegExp(`^/findings/0/${field}`));
  });

  test('a ring of 3,000 is told by its beginning', () => {
    const ring = Array.from({ length: 3000 }, (_, at) => finding({ id: `f${String(at)}`, replaces: [`f${String((at + 1) % 3000)}`] }));
    const { message } = only(...ring) ?? { message: '' };
    expect(message).toContain('"f0" → "f1" → ');
    expect(message).toContain('"f11" → … (3000 in all) → "f0"');
    expect(message.length).toBeLessThan(300);
  });

  test('of any shape are read without a throw', () => {
    const odd = [null, 7, [], {}, { standards: 'x', clauses: [null, 3], replaces: {} }, { standards: [null, {}], verdict: 'conflict' }];
    expect(issuesOf(...odd).length).toBeGreaterThan(5);
  });
});
