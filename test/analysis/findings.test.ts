import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOf, draftProblems, findingId, findingOf, type FindingDraft } from '../../src/analysis/finding-draft.js';
import { mergeFindings } from '../../src/analysis/finding-merge.js';
import { applyFindings, findingsPatch } from '../../src/analysis/finding-patch.js';
import { judgements } from '../../src/analysis/findings.js';
import type { Dataset, Finding } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { dataset } from '../fixtures/small.js';
import { anyFindings, IDS } from './any-finding.js';

const [A, , C, B] = IDS;

const finding = (given: Partial<Finding> = {}): Finding => ({
  id: 'f1',
  standards: [A, B],
  verdict: 'overlap',
  reason: 'Both list indicators.',
  by: 'analyst',
  date: '2026-11-20',
  ...given,
});
const draft = (given: Partial<FindingDraft> = {}): FindingDraft => ({
  standards: [B, A],
  verdict: 'overlap',
  reason: ' Both list indicators.\n',
  by: ' analyst ',
  evidence: '',
  clauses: [],
  replaces: [],
  ...given,
});

describe('FI1 what holds of a pair', () => {
  test('is the newest finding whose place no other has taken, in either order of the two', () => {
    const held = judgements([finding(), finding({ id: 'f2', date: '2026-11-21', verdict: 'conflict', replaces: ['f1'] })]);
    expect(held.of(A, B)).toMatchObject({ a: A, b: B, disputed: false, settled: false, finding: { id: 'f2' } });
    expect(held.of(B, A)).toBe(held.of(A, B));
    expect(held.of(A, B).history.map(({ id }) => id)).toEqual(['f2', 'f1']);
    expect(held.of(A, B).current.map(({ id }) => id)).toEqual(['f2']);
  });

  test('is the replacing finding whatever its date, and the newest of several that agree', () => {
    const backdated = [finding(), finding({ id: 'f2', date: '2026-11-19', verdict: 'not-related', replaces: ['f1'] })];
    expect(judgements(backdated).of(A, B).finding?.id).toBe('f2');
    const agreed = [finding(), finding({ id: 'f2', date: '2026-11-21' })];
    expect(judgements(agreed).of(A, B)).toMatchObject({ disputed: false, finding: { id: 'f2' } });
  });

  test('is nothing where nobody has said anything', () => {
    expect(judgements([]).of(B, A)).toEqual({ a: A, b: B, current: [], disputed: false, settled: false, history: [] });
    expect(judgements([]).pairs).toEqual([]);
  });

  test('is nothing where two current findings disagree: the pair is disputed', () => {
    const both = [finding({ verdict: 'coordinated' }), finding({ id: 'f2', verdict: 'not-related' })];
    expect(judgements(both).of(A, B)).toMatchObject({ disputed: true, settled: false });
    expect(judgements(both).of(A, B).finding).toBeUndefined();
    const settled = [...both, finding({ id: 'f3', verdict: 'not-related', replaces: ['f1', 'f2'] })];
    expect(judgements(settled).of(A, B)).toMatchObject({ disputed: false, settled: true });
  });

  test('of a group holds for each pair in it, until a pair is judged anew', () => {
    const group = finding({ standards: [A, B, C], verdict: 'coordinated' });
    expect(judgements([group]).pairs.map(({ a, b }) => [a, b])).toEqual([
      [A, C],
      [A, B],
      [C, B],
    ]);
    const anew = judgements([group, finding({ id: 'f2', verdict: 'overlap', replaces: ['f1'] })]);
    expect(anew.of(A, B)).toMatchObject({ settled: false, finding: { id: 'f2' } });
    expect(anew.of(A, C)).toMatchObject({ settled: true, finding: { id: 'f1' } });
  });

  test('is remembered for a list of findings', () => {
    const list = [finding()];
    expect(judgements(list)).toBe(judgements(list));
  });
});

test.each([
  ['coordinated', true],
  ['not-related', true],
  ['duplication', false],
  ['overlap', false],
  ['complementary', false],
  ['conflict', false],
] as const)('FI2 a verdict %s takes the pair off the list: %s', (verdict, settled) => {
  expect(judgements([finding({ verdict })]).of(A, B).settled).toBe(settled);
});

describe('FI3 a draft', () => {
  test('lacks a verdict, a role, a reason, and for a conflict a clause of each standard', () => {
    expect(draftProblems({ standards: [A, B], reason: ' ', by: '', evidence: '', clauses: [], replaces: [] })).toEqual([
      { field: 'verdict', kind: 'missing' },
      { field: 'by', kind: 'missing' },
      { field: 'reason', kind: 'missing' },
    ]);
    expect(draftProblems(draft({ verdict: 'conflict', clauses: [' ; ', '7.3'] }))).toEqual([
      { field: 'clauses', standard: B, kind: 'missing' },
    ]);
    expect(draftProblems(draft())).toEqual([]);
  });

  test('becomes a finding with trimmed texts, in one order of the standards, that parse accepts', () => {
    const given = findingOf(
      draft({
        verdict: 'conflict',
        level: 3,
        evidence: 'SG20-LS12\r\n\n https://www.itu.int/ ',
        clauses: ['Table 2; 8.1', ' 7.3 '],
        replaces: ['f1'],
      }),
      '2026-11-22',
    );
    expect(given).toMatchObject({
      standards: [A, B],
      reason: 'Both list indicators.',
      by: 'analyst',
      date: '2026-11-22',
      level: 3,
      evidence: ['SG20-LS12', 'https://www.itu.int/'],
      clauses: [
        { standard: A, clause: '7.3' },
        { standard: B, clause: 'Table 2' },
        { standard: B, clause: '8.1' },
      ],
      replaces: ['f1'],
    });
    expect(parse(dataset({ findings: [finding(), given] }))).toMatchObject({ ok: true, warnings: [] });
  });

  test('with a problem is never a finding', () => {
    expect(() => findingOf(draft({ by: '' }), '2026-11-22')).toThrow('findingOf: the draft lacks by');
  });

  test('whose texts are longer than a dataset takes says so; at the limit it is accepted by parse', () => {
    const long = draft({
      verdict: 'conflict',
      reason: 'x'.repeat(4001),
      by: 'x'.repeat(1001),
      evidence: 'x'.repeat(4001),
      clauses: ['x'.repeat(121), '1'],
    });
    expect(draftProblems(long).map(({ field, kind }) => [field, kind])).toEqual([
      ['by', 'too-long'],
      ['reason', 'too-long'],
      ['clauses', 'too-long'],
      ['evidence', 'too-long'],
    ]);
    const longest = findingOf(
      draft({
        verdict: 'conflict',
        reason: '𝄞'.repeat(2000),
        by: '𝄞'.repeat(500),
        evidence: 'x'.repeat(4000),
        clauses: ['x'.repeat(120), '1'],
      }),
      '2026-11-22',
    );
    expect(longest.id.length).toBeLessThanOrEqual(120);
    expect(encodeURIComponent(longest.id)).toContain('%E2%80%A6');
    expect(parse(dataset({ findings: [longest] }))).toMatchObject({ ok: true });
  });
});

describe('FI4 the id of a finding', () => {
  test('is the same for the same content, whichever standard comes first', () => {
    expect(findingOf(draft(), '2026-11-22').id).toBe(findingOf(draft({ standards: [A, B] }), '2026-11-22').id);
    expect(findingOf(draft(), '2026-11-22').id).toMatch(/^2026-11-22 analyst: ISO 37122, ITU-T Y\.4903\/L\.1603 #[0-9a-z]{11}$/);
  });

  test('is another one for any other word', () => {
    const base = draft({ verdict: 'conflict', clauses: ['1', '2'] });
    const others: readonly FindingDraft[] = [
      { ...base, verdict: 'duplication' },
      { ...base, reason: 'Both list indicators' },
      { ...base, by: 'editor' },
      { ...base, evidence: 'LS' },
      { ...base, level: 1 },
      { ...base, clauses: ['2', '1'] },
      { ...base, replaces: ['f1'] },
      { ...base, standards: [A, C] },
    ];
    const ids = new Set([base, ...others].map((one) => findingOf(one, '2026-11-22').id));
    expect(ids.add(findingOf(base, '2026-11-23').id).size).toBe(others.length + 2);
  });

  test('does not collide between 200,000 findings of one role, pair and day', () => {
    const ids = new Set(Array.from({ length: 200_000 }, (_, i) => findingId({ ...finding(), reason: `reason ${String(i)}` })));
    expect(ids.size).toBe(200_000);
  });
});

const contents = (findings: readonly Finding[]): readonly string[] => findings.map((one) => contentOf({ ...one, replaces: [] })).sort();
const ids = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => id);
/** Findings whose ids come from their content, as the element makes them. */
const named = (findings: readonly Finding[]): readonly Finding[] => {
  const own = new Map<string, string>();
  for (const one of findings) own.set(one.id, findingId({ ...one, replaces: (one.replaces ?? []).flatMap((id) => own.get(id) ?? []) }));
  return findings.map((one) => ({
    ...one,
    id: own.get(one.id) ?? one.id,
    ...(one.replaces && { replaces: one.replaces.flatMap((id) => own.get(id) ?? []) }),
  }));
};

describe('FI5 two lists of findings as one', () => {
  test('lose nothing: every finding of both is there, those of the first as they were', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (a, b) => {
        const { findings, added } = mergeFindings(a, b);
        for (const one of a) expect(findings).toContainEqual(one);
        const all = new Set(contents(findings));
        for (const content of contents(b)) expect(all.has(content)).toBe(true);
        expect(new Set(ids(findings)).size).toBe(findings.length);
        expect(contents([...a, ...added])).toEqual(contents(findings));
      }),
    );
  });

  test('are the same in either order, and however many lists are joined', () => {
    fc.assert(
      fc.property(anyFindings.map(named), anyFindings.map(named), anyFindings.map(named), (a, b, c) => {
        const ab = mergeFindings(a, b);
        expect(mergeFindings(b, a).findings).toEqual(ab.findings);
        expect(mergeFindings(b, a).conflicts).toEqual(ab.conflicts);
        expect(mergeFindings(ab.findings, c).findings).toEqual(mergeFindings(a, mergeFindings(b, c).findings).findings);
      }),
    );
    fc.assert(
      fc.property(anyFindings, anyFindings, (a, b) => {
        expect(contents(mergeFindings(a, b).findings)).toEqual(contents(mergeFindings(b, a).findings));
      }),
    );
  });

  test('do not grow when they are joined again', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (a, b) => {
        const once = mergeFindings(a, b).findings;
        expect(mergeFindings(once, b)).toMatchObject({ findings: once, added: [] });
        expect(mergeFindings(once, once)).toMatchObject({ findings: once, added: [] });
      }),
    );
  });

  test('name every pair that both judge and that is disputed now', () => {
    const mine = [finding()];
    const theirs = [finding({ id: 'f2', verdict: 'not-related' }), finding({ id: 'f3', standards: [A, C] })];
    expect(mergeFindings(mine, theirs).conflicts).toEqual([{ kind: 'verdict', a: A, b: B, findings: [finding(), theirs[0]] }]);
    expect(mergeFindings(mine, [finding({ id: 'f2' })]).conflicts).toEqual([]);
  });

  test('keep both contents of one id, and follow it in what replaces it', () => {
    const mine = [finding({ id: 'x' })];
    const theirs = [finding({ id: 'x', reason: 'Other.' }), finding({ id: 'y', verdict: 'conflict', replaces: ['x'] })];
    const { findings, conflicts, added } = mergeFindings(mine, theirs);
    const second = added.find(({ reason }) => reason === 'Other.');
    expect(second?.id).toMatch(/^x ~[0-9a-z]{11}$/);
    expect(findings.find(({ id }) => id === 'y')?.replaces).toEqual([second?.id]);
    expect(findings.find(({ id }) => id === 'x')).toEqual(mine[0]);
    expect(conflicts).toContainEqual({ kind: 'id', kept: mine[0], renamed: second });
  });
});

const applied = (base: Dataset, patch: unknown) => {
  const result = applyFindings(base, patch, { name: 'mine.json' });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result;
};

describe('FI6 a patch of findings', () => {
  test('is what RFC 6902 says, and begins with a test of the format', () => {
    expect(findingsPatch([finding()])).toEqual([
      { op: 'test', path: '/format', value: 'standards-map' },
      { op: 'add', path: '/findings/-', value: finding() },
    ]);
  });

  test('makes of any dataset one that parse accepts, with everything that was on record before at the front', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (present, incoming) => {
        const base = dataset({ findings: present });
        const before = JSON.stringify(base);
        const result = applied(base, JSON.stringify(findingsPatch(incoming)));
        expect(parse(result.dataset)).toMatchObject({ ok: true, dataset: result.dataset });
        expect(result.dataset.findings?.slice(0, present.length)).toEqual(present);
        expect(JSON.stringify(base)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (present, incoming) => {
        const patch = findingsPatch(incoming);
        const once = applied(dataset({ findings: present }), patch);
        const twice = applied(once.dataset, patch);
        expect(twice.dataset).toBe(once.dataset);
        expect(twice.added).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('gives a dataset without findings a list of them, and leaves the rest as it was', () => {
    const bare = dataset();
    const result = applied(bare, findingsPatch([finding()]));
    expect(result.dataset).toEqual({ ...bare, findings: [finding()] });
    expect(applied(bare, findingsPatch([])).dataset).toBe(bare);
  });

  test.each([
    ['another operation', [{ op: 'remove', path: '/findings/0' }], '/0/op', 'mine.json [0]: op "remove" is not one of test, add.'],
    [
      'another path',
      [{ op: 'add', path: '/standards/-', value: {} }],
      '/0/path',
      'mine.json [0]: path "/standards/-" of op "add" is not "/findings/-".',
    ],
    ['a place in the list', [{ op: 'add', path: '/findings/0', value: {} }], '/0/path', 'path "/findings/0"'],
    [
      'another format',
      [{ op: 'test', path: '/format', value: 'geojson' }],
      '/0/value',
      'value "geojson" is not the format "standards-map"',
    ],
    ['a test of something else', [{ op: 'test', path: '/title', value: 'x' }], '/0/path', 'path "/title" of op "test" is not "/format"'],
    ['an operation that is none', [null], '/0/op', 'op nothing is not one of test, add'],
    ['no test of the format', [{ op: 'add', path: '/findings/-', value: finding() }], '', 'does not begin with the test of its format'],
    ['nothing', [], '', 'does not begin with the test of its format'],
    ['no list', { op: 'test' }, '', 'mine.json: is an object, expected a list of operations'],
    ['no JSON', 'findings', '', 'mine.json: is not JSON, it begins "findings"'],
    ['more operations than a dataset takes', Array.from({ length: 20_001 }, () => ({})), '', 'has 20001 operations'],
  ])('with %s is refused, and says where', (_what, patch, pointer, message) => {
    const result = applyFindings(dataset(), patch, { name: 'mine.json' });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.issues[0]).toMatchObject({ pointer, severity: 'error' });
    expect(result.issues[0]?.message).toContain(message);
  });

  test.each([
    [
      'an unknown standard',
      finding({ standards: [A, 'ITU-T Y.4903/L.1604'] }),
      'standards[1] "ITU-T Y.4903/L.1604" is not a standard. Nearest: "ITU-T Y.4903/L.1603".',
    ],
    ['no such verdict', { ...finding(), verdict: 'overlapp' }, 'verdict "overlapp" is not one of duplication, overlap,'],
    ['a conflict without clauses', finding({ verdict: 'conflict' }), 'where a conflict names at least one of each standard'],
    ['a finding that replaces an unknown one', finding({ replaces: ['f0'] }), 'replaces[0] "f0" is not a finding'],
    ['a key of the prototype', JSON.parse('{"__proto__": {"polluted": 1}}'), 'has a key that no dataset may carry'],
    ['no finding', 7, 'findings[0]: 7 is not an object'],
  ])('is checked as parse checks it: %s', (_what, value, message) => {
    const result = applyFindings(dataset({ findings: [finding({ id: 'present' })] }), findingsPatch([value]), { name: 'mine.json' });
    expect(result.ok ? '' : result.issues.map((one) => one.message).join('\n')).toContain(message);
    expect(Reflect.has({}, 'polluted')).toBe(false);
  });

  test('replaces what is on record in the dataset, and is told what it contradicts', () => {
    const base = dataset({ findings: [finding()] });
    const newer = finding({ id: 'f2', verdict: 'not-related', date: '2026-11-21', replaces: ['f1'] });
    const result = applied(base, findingsPatch([newer]));
    expect(result.conflicts).toEqual([]);
    expect(judgements(result.dataset.findings ?? []).of(A, B).settled).toBe(true);
    const beside = finding({ id: 'f2', verdict: 'not-related', date: '2026-11-21' });
    expect(applied(base, findingsPatch([beside])).conflicts).toMatchObject([{ kind: 'verdict', a: A, b: B }]);
  });
});
