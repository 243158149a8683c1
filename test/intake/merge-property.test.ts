import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge } from '../../src/intake/submission-merge.js';
import type { MergeOutcome } from '../../src/intake/submission-outcome.js';
import { IDLE_CODES, type Idle } from '../../src/intake/submission-statement.js';
import { catalogued } from '../../src/intake/submission-original.js';
import type { Dataset, Standard } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { submissionSource, type Submission, type SubmittedStandard } from '../../src/model/submission.js';
import { datasetText } from '../../src/pipeline/write.js';
import { landscape, submissions } from './submissions.js';

const RUNS = { seed: 20261122, numRuns: 100 };
const all = (dataset: Dataset, given: readonly Submission[]): Dataset => merge(dataset, given).dataset;
/** An order, and where its groups end. */
const grouped = submissions.chain((given) =>
  fc.record({
    given: fc.constant(given),
    order: fc.shuffledSubarray([...given], { minLength: given.length, maxLength: given.length }),
    ends: fc.array(fc.boolean(), { minLength: given.length, maxLength: given.length }),
  }),
);
const groupsOf = <T>(list: readonly T[], ends: readonly boolean[]): readonly (readonly T[])[] => {
  const groups: T[][] = [[]];
  list.forEach((one, at) => {
    groups.at(-1)?.push(one);
    if (ends[at]) groups.push([]);
  });
  return groups;
};

/** Every value that a statement states, by the name of its fact. */
function valuesOf(stated: SubmittedStandard): readonly (readonly [name: string, text: string])[] {
  const { titles = {}, editions = [], publishers, committees, topics } = stated;
  const single = (['title', 'deliverable', 'kind', 'role', 'level', 'tier', 'status', 'withdrawn', 'url'] as const).flatMap((field) =>
    stated[field] === undefined ? [] : [[field, stated[field]] as const],
  );
  const lists = Object.entries({ publishers, committees, topics }).flatMap(([field, list]) =>
    list ? [[field, list.join('; ')] as const] : [],
  );
  return [
    ...single,
    ...lists,
    ...Object.entries(titles).map(([tag, title]) => [`titles.${tag}`, title] as const),
    ...editions.flatMap(({ id, kind, date, status, stage, title }) =>
      Object.entries({ kind, date, status, stage, title }).flatMap(([field, value]) => (value ? [[`${id} ${field}`, value] as const] : [])),
    ),
  ];
}

/** What a record has in force for a fact; lists in any order. */
function inForce(standard: Standard, name: string, text: string): boolean {
  const same = (list: readonly string[]): boolean => [...list].sort().join('; ') === text.split('; ').filter(Boolean).sort().join('; ');
  if (name === 'publishers' || name === 'topics') return same(standard[name]);
  if (name === 'committees') return standard.committees.join('; ') === text;
  if (name.startsWith('titles.')) return standard.titles?.[name.slice(7)] === text;
  const isDate = name.endsWith(' date') || name === 'withdrawn';
  const says = (held: unknown): boolean =>
    held === text || (isDate && typeof held === 'string' && (held.startsWith(text) || text.startsWith(held)));
  const edition = standard.editions.find(({ id }) => name.startsWith(`${id} `) && !name.slice(id.length + 1).includes(' '));
  if (!edition) return says(Reflect.get(standard, name));
  const field = name.slice(edition.id.length + 1);
  return says(Reflect.get(edition, field) ?? (field === 'kind' ? 'edition' : undefined));
}

test('the submissions that are made up bring, change, withdraw, contradict, wait, replace and go round in circles', () => {
  const outcomes = fc.sample(submissions, RUNS).map((given) => merge(landscape(), given).outcome);
  const some = (of: (outcome: MergeOutcome) => number): number => outcomes.filter((outcome) => of(outcome) > 0).length;
  const idle = (code: Idle['code']): number => some((outcome) => outcome.idle.filter((one) => one.code === code).length);
  for (const count of [
    some(({ additions }) => additions.length),
    some(({ changes }) => changes.length),
    some(({ withdrawals }) => withdrawals.length),
    some(({ conflicts }) => conflicts.length),
    some(({ sdos, committees }) => sdos.length + committees.length),
    ...IDLE_CODES.map(idle),
  ])
    expect(count).toBeGreaterThan(2);
});

describe('whatever is submitted', () => {
  test('MG1 merging twice is merging once', () => {
    fc.assert(
      fc.property(submissions, (given) => {
        const once = all(landscape(), given);
        expect(datasetText(all(once, given))).toBe(datasetText(once));
        expect(datasetText(all(once, []))).toBe(datasetText(once));
      }),
      RUNS,
    );
  });

  test('MG2 every order and every grouping gives the same bytes, also where submissions disagree', () => {
    fc.assert(
      fc.property(grouped, ({ given, order, ends }) => {
        const whole = datasetText(all(landscape(), given));
        expect(datasetText(groupsOf(order, ends).reduce(all, landscape()))).toBe(whole);
        expect(datasetText(order.reduce((dataset, one) => all(dataset, [one]), landscape()))).toBe(whole);
      }),
      RUNS,
    );
  });

  test('MG2 an edition that was written and read again between two merges gives the same bytes', () => {
    fc.assert(
      fc.property(grouped, ({ given, order, ends }) => {
        const steps = groupsOf(order, ends).reduce<Dataset>((dataset, group) => {
          const read = parse(datasetText(all(dataset, group)));
          if (!read.ok) throw new Error(read.issues[0]?.message);
          return read.dataset;
        }, landscape());
        expect(datasetText(steps)).toBe(datasetText(all(landscape(), given)));
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  test('MG3 what submissions did is taken back to the last byte', () => {
    fc.assert(
      fc.property(submissions, (given) => {
        expect(datasetText(catalogued(all(landscape(), given)))).toBe(datasetText(landscape()));
      }),
      RUNS,
    );
  });

  test('MG4 a valid dataset stays valid, and no standard is deleted', () => {
    fc.assert(
      fc.property(submissions, (given) => {
        const merged = all(landscape(), given);
        const read = parse(merged);
        expect(read.ok ? [] : read.issues).toEqual([]);
        const ids = new Set(merged.standards.map(({ id }) => id));
        expect(landscape().standards.filter(({ id }) => !ids.has(id))).toEqual([]);
        expect(merged.standards.find(({ id }) => id === 'ISO/TS 37151')?.xy).toEqual([3, 4]);
      }),
      RUNS,
    );
  });

  test('MG5 nothing that is stated is lost: it is in force, in a conflict, replaced by the same body, or said to have no effect', () => {
    fc.assert(
      fc.property(submissions, (given) => {
        const { dataset, outcome } = merge(landscape(), given);
        expect(outcome.refusals).toEqual([]);
        for (const one of given)
          for (const stated of one.standards) {
            const target = stated.id === 'ITU-T L.1603' ? 'ITU-T Y.4903/L.1603' : stated.id;
            const standard = dataset.standards.find(({ id }) => id === target);
            const idle = outcome.idle.filter(({ submission }) => submission === one.id);
            if (!standard) {
              expect(idle.filter(({ about, field }) => about === target && field === undefined)).toHaveLength(1);
              continue;
            }
            expect(standard.sources).toContain(submissionSource(one.id));
            for (const [name, text] of valuesOf(stated)) {
              const isKept =
                inForce(standard, name, text) ||
                (text === 'unknown' && name.endsWith('status')) ||
                (standard.conflicts ?? []).some(
                  (c) => c.field === name && c.otherValue === (text || '–') && c.otherSource === submissionSource(one.id),
                ) ||
                idle.some(({ about, field }) => (about === target || about === stated.id) && field === name);
              if (!isKept) throw new Error(`${one.id} ${target} ${name}: "${text}" is lost`);
            }
            for (const { type, to } of stated.relations ?? [])
              expect(
                to === target ||
                  (standard.relations ?? []).some((relation) => relation.type === type && relation.to === to) ||
                  idle.some(({ code, got }) => code === 'cycle' && got === `${target} supersedes ${to}`),
              ).toBe(true);
            for (const field of ['aliases', 'ics', 'copublishers'] as const)
              expect(standard[field] ?? []).toEqual(expect.arrayContaining([...(stated[field] ?? [])]));
          }
      }),
      RUNS,
    );
  });

  test('MG6 what the catalogue says stands or is in a conflict', () => {
    fc.assert(
      fc.property(submissions, (given) => {
        const merged = all(landscape(), given);
        for (const before of landscape().standards) {
          const after = merged.standards.find(({ id }) => id === before.id);
          if (!after) throw new Error(`${before.id} is gone`);
          for (const [name, text] of valuesOf(before))
            if (!inForce(after, name, text))
              expect(after.conflicts?.filter(({ field, otherValue }) => field === name && otherValue === text)).not.toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('MG7 what submissions say is taken to a new edition of the catalogues, from whatever edition they come', () => {
    const later = landscape({
      asOf: '2026-09-01',
      standards: landscape().standards.map((one) =>
        one.id === 'ISO 37122' ? { ...one, title: 'A title of the new catalogue', status: 'under-revision' } : one,
      ),
    });
    fc.assert(
      fc.property(submissions, (given) => {
        const old = all(landscape(), given);
        expect(datasetText(all(later, old.submissions ?? []))).toBe(datasetText(all(later, given)));
      }),
      RUNS,
    );
  });
});
