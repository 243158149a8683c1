import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaps } from '../../src/analysis/gaps.js';
import { visible } from '../../src/analysis/visible.js';
import { excerpt } from '../../src/export/excerpt.js';
import { jsonSteps } from '../../src/export/json.js';
import { provenanceOf } from '../../src/export/provenance.js';
import { finish } from '../../src/export/steps.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Dataset, Finding } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';

/** The excerpt as it is written and read again. */
function reread(data: Catalogue, ids: readonly string[], filter = ''): Dataset {
  const text = finish(
    jsonSteps(excerpt(data, ids, provenanceOf(data, ids, { at: '2026-11-22', filter, link: 'https://example.org/#map.filter=x' }))),
  ).join('');
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  expect(parsed.warnings).toEqual([]);
  return parsed.dataset;
}

const data = shipped();

describe('E6 an excerpt is a valid dataset', () => {
  test.each([
    '',
    'tier:core',
    'sdo:iso',
    'sdo:etsi status:withdrawn',
    'year:2019..2021',
    'topic:mobility role:security',
    'id:"ISO 37122"',
    'xyzzy',
  ])('E6 of the filter %j, with exactly the standards it shows, in their order', (filter) => {
    const ids = visible(data, filter);
    const part = reread(data, ids, filter);
    expect(part.standards.map(({ id }) => id)).toEqual(ids);
    for (const one of part.standards) {
      const { relations: before = [], ...others } = data.standard(one.id) ?? standard('none');
      const { relations: after = [], ...same } = one;
      expect(same).toEqual(others);
      const inside = (relation: object): object => ({ ...relation, external: undefined });
      expect(after.map(inside)).toEqual(before.map(inside));
      for (const { to, external } of after) expect(external === true).toBe(!ids.includes(to));
    }
  });

  test('E6 of any standards at all', () => {
    fc.assert(
      fc.property(fc.subarray([...data.standards.slice(0, 400).map(({ id }) => id)]), (ids) => {
        expect(reread(data, ids).standards).toHaveLength(ids.length);
      }),
      { numRuns: 8 },
    );
  });

  test.each(Object.entries(PAYLOADS))('E4 E6 with %s in every field', (_, text) => {
    const hostile = catalogue(poisoned(text));
    const ids = hostile.standards.slice(0, 1).map(({ id }) => id);
    // Halves of characters are no text of JSON: they come back as they were, or escaped
    expect(reread(hostile, ids, text).standards).toHaveLength(1);
  });

  test('E6 committees come with all above them, SDOs with those they are joint of, sources with what is cited', () => {
    const part = reread(data, ['ISO/IEC 30141']);
    const committees = new Set(part.committees.map(({ id }) => id));
    for (const { parent } of part.committees) if (parent !== undefined) expect(committees).toContain(parent);
    expect(part.sdos.map(({ id }) => id)).toEqual(expect.arrayContaining(['jtc1', 'iso', 'iec']));
    expect(part.committees.length).toBeLessThan(10);
    expect(part.sources.length).toBeLessThan(data.sources.length);
    expect(part.opening).toBeUndefined();
  });

  test('E6 a filter makes no gap: nothing is a gap in an excerpt that is none in the whole', () => {
    const name = (gap: ReturnType<typeof gaps>[number]): string =>
      gap.kind === 'cell'
        ? `${gap.rows} ${gap.cell.row} ${gap.columns} ${gap.cell.column}`
        : gap.kind === 'claimed'
          ? `${gap.claim.id} ${gap.state}`
          : '';
    const whole = new Set(gaps(data).map(name));
    for (const filter of ['tier:core', 'sdo:iso', 'sdo:etsi', 'status:withdrawn', 'topic:mobility', 'id:"ISO 37122"']) {
      const found = gaps(catalogue(reread(data, visible(data, filter)))).filter(({ kind }) => kind === 'cell' || kind === 'claimed');
      for (const gap of found) expect(whole, filter).toContain(name(gap));
    }
    expect(gaps(catalogue(reread(data, visible(data, '')))).map(name)).toEqual(gaps(data).map(name));
  });

  test('E6 of a finding on a group the pairs that are left stay, with their own clauses and what they replace', () => {
    const given = { verdict: 'overlap', reason: 'r', by: 'editor', date: '2026' } as const;
    const findings: readonly Finding[] = [
      { ...given, id: 'f1', standards: ['ISO 1', 'ISO 2', 'ISO 3'] },
      { ...given, id: 'f2', standards: ['ISO 1', 'ISO 3'], replaces: ['f1'] },
      {
        ...given,
        id: 'f3',
        standards: ['ISO 1', 'ISO 2'],
        verdict: 'conflict',
        clauses: [
          { standard: 'ISO 1', clause: '1' },
          { standard: 'ISO 2', clause: '2' },
        ],
        replaces: ['f1'],
      },
    ];
    const own = catalogue(dataset({ standards: ['ISO 1', 'ISO 2', 'ISO 3'].map((id) => standard(id)), findings }));
    expect(reread(own, ['ISO 1', 'ISO 2']).findings).toEqual([{ ...findings[0], standards: ['ISO 1', 'ISO 2'] }, findings[2]]);
    expect(reread(own, ['ISO 1', 'ISO 3']).findings).toEqual([{ ...findings[0], standards: ['ISO 1', 'ISO 3'] }, findings[1]]);
    expect(reread(own, ['ISO 2']).findings).toEqual([]);
  });

  test('E3 its description says filter, day, sources and link, however long the filter is', () => {
    const long = `id:${'"ISO 37122",'.repeat(2000)}`;
    for (const filter of ['sdo:iso', long]) {
      const { description = '' } = reread(data, visible(data, 'sdo:iso'), filter);
      expect(description.length).toBeLessThanOrEqual(4000);
      for (const part of [
        `Filter: ${filter.slice(0, 100)}`,
        'Exported on: 2026-11-22',
        'Relaton, ISO catalogue, as of 2025-06-02',
        'Link: https://example.org/#map.filter=x',
      ])
        expect(description).toContain(part);
    }
  });
});

describe('E6 the stories of an excerpt', () => {
  const story = {
    id: 's',
    title: 'Two standards',
    scenes: [
      {
        title: 'Both, their topic and their SDO',
        caption: 'Said to it.',
        view: 'matrix',
        selected: ['ISO 1', 'ISO 2'],
        moved: [
          { id: 'ISO 2', x: 1, y: 2 },
          { id: 'energy', x: 3, y: 4 },
        ],
        show: ['ISO 2', 'energy', 'iso'],
      },
      { title: 'The one that is left out', selected: ['ISO 2'], camera: { x: 0, y: 0, width: 10, height: 10 } },
    ],
  };
  const given = catalogue(dataset({ standards: [standard('ISO 1'), standard('ISO 2')], findings: [], stories: [story] }));

  test('E6 go along whole where all their records do', () => {
    expect(reread(given, ['ISO 1', 'ISO 2']).stories).toEqual([story]);
  });

  test('E6 name only what is there: a scene keeps its words and loses what is left out', () => {
    expect(reread(given, ['ISO 1']).stories).toEqual([
      {
        ...story,
        scenes: [
          {
            title: 'Both, their topic and their SDO',
            caption: 'Said to it.',
            view: 'matrix',
            selected: ['ISO 1'],
            moved: [{ id: 'energy', x: 3, y: 4 }],
            show: ['energy', 'iso'],
          },
          { title: 'The one that is left out', camera: { x: 0, y: 0, width: 10, height: 10 } },
        ],
      },
    ]);
  });
});
