import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/catalogue.js';
import { writeCompact } from '../../src/model/compact.js';
import { checksum, HEADER_LENGTH } from '../../src/model/compact-format.js';
import { isCompact, MAGIC } from '../../src/model/compact-magic.js';
import {
  EDITION_KINDS,
  KINDS,
  LEVELS,
  RELATION_TYPES,
  ROLES,
  STATUSES,
  TIERS,
  type Dataset,
  type Edition,
  type Standard,
} from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { isPartialDate } from '../../src/model/value.js';
import { dataset, standard } from '../fixtures/small.js';

const SEED = 20261122;

/** Whatever a test spoiled, as the writer is handed it. */
const written = (json: unknown): Uint8Array => writeCompact(json as Dataset);

const text = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ minLength: 1, maxLength: most, unit: 'binary' }),
    fc.constantFrom('Smart – cities: 東京, ½ “twin” 🏙', ' a  b ', '0', '__proto__'),
  );
const date = fc
  .oneof(
    fc.integer({ min: 1865, max: 2199 }).map(String),
    fc.tuple(fc.integer({ min: 1865, max: 2199 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
    fc
      .tuple(fc.integer({ min: 1865, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
  )
  .filter(isPartialDate);
const url = fc.constantFrom(
  'https://www.iso.org/standard/69050.html',
  'https://www.iso.org/standard/7.html',
  'https://www.iso.org/standard/8.html',
  'https://www.iso.org/standard/9.html',
  'https://www.iso.org/standard/10.html',
  'http://[::1]:8080/a?b=0012',
  'https://例え.jp/ü',
  'https://webapp.etsi.org/workprogram/Report_WorkItem.asp?WKI_ID=123456789012',
);
const coordinate = fc.oneof(
  fc.integer({ min: -40_000, max: 40_000 }),
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
);
const point = fc.tuple(coordinate, coordinate);
const edition: fc.Arbitrary<Edition> = fc.record(
  {
    id: text(60),
    status: fc.constantFrom(...STATUSES),
    kind: fc.constantFrom(...EDITION_KINDS),
    date,
    stage: text(20),
    title: text(60),
    variants: fc.array(text(30), { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'status'] },
);
const some = (...ids: string[]): fc.Arbitrary<string[]> => fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });

/** A valid standard but for its relations, which need the others. */
const loner = (id: string): fc.Arbitrary<Standard> =>
  fc
    .record(
      {
        title: text(90),
        titles: fc.oneof(
          text(40).map((fr) => ({ fr })),
          fc.record({ fr: text(20), de: text(20) }),
        ),
        aliases: fc.array(text(30), { maxLength: 3 }),
        publishers: some('iso', 'itu-t', 'iec'),
        copublishers: fc.array(text(10), { maxLength: 2 }),
        committees: fc.array(fc.constantFrom('ISO/TC 268', 'ISO/TC 268/SC 1', 'ITU-T SG20'), { maxLength: 2 }),
        deliverable: text(12),
        kind: fc.constantFrom(...KINDS),
        role: fc.constantFrom(...ROLES),
        level: fc.constantFrom(...LEVELS),
        tier: fc.constantFrom(...TIERS),
        status: fc.constantFrom(...STATUSES),
        editions: fc.array(edition, { minLength: 1, maxLength: 4 }),
        ics: fc.array(fc.constantFrom('13.020', '35', '35.240.99'), { maxLength: 2 }),
        url,
        topicsAndReasons: fc.array(fc.tuple(fc.constantFrom('energy', 'mobility'), text(30)), { minLength: 1, maxLength: 3 }),
        sources: some('iso', 'itu'),
        xy: point,
      },
      {
        requiredKeys: [
          ...(['title', 'publishers', 'committees', 'deliverable', 'kind', 'role', 'level', 'tier', 'status', 'editions'] as const),
          ...(['topicsAndReasons', 'sources'] as const),
        ],
      },
    )
    .map(({ topicsAndReasons, ...rest }) => ({
      ...{ id, ...rest, topics: topicsAndReasons.map(([topic]) => topic), reasons: topicsAndReasons.map(([, reason]) => reason) },
    }));

/** Valid datasets over the small landscape: any standards, with relations to earlier ones and to the world outside. */
const landscapes: fc.Arbitrary<Dataset> = fc
  .uniqueArray(text(40), { maxLength: 8 })
  .chain((ids) =>
    fc.tuple(fc.constant(ids), fc.tuple(...ids.map(loner)), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), date, fc.nat(2)))),
  )
  .map(([ids, standards, links]) => {
    const related = standards.map((one, at) => {
      const relations = links
        .filter(([from]) => from % standards.length === at && at > 0)
        .map(([, to, type, day, form]) => ({
          type: RELATION_TYPES[type % RELATION_TYPES.length] ?? 'references',
          to: form === 1 ? `outside ${to}` : (ids[to % at] ?? ''),
          ...(form === 1 && { external: true }),
          ...(form === 2 && { external: false, source: 'iso', date: day }),
          evidence: `because ${type % 3}`,
        }));
      return relations.length > 0 ? { ...one, relations } : one;
    });
    return dataset({ standards: related, stories: [], findings: [] });
  });

/** The small landscape with a standard that has every field. */
const rich = (): any =>
  structuredClone(
    dataset({
      standards: [
        ...dataset().standards,
        standard('ISO 5', {
          aliases: ['FIVE'],
          ics: ['13.020'],
          titles: { fr: 'Cinq' },
          url: 'https://www.iso.org/standard/5.html',
          xy: [3, 4],
          editions: [
            {
              id: 'ISO 5:2020',
              kind: 'draft',
              date: '2020-02-29',
              status: 'superseded',
              stage: '60.60',
              title: 'Old',
              variants: ['RLV'],
            },
          ],
          relations: [
            { type: 'supersedes', to: 'ISO 37122', evidence: 'catalogue', source: 'iso', date: '2020' },
            { type: 'references', to: 'ISO 9999', external: true, evidence: 'text' },
          ],
          conflicts: [{ field: 'status', value: 'a', source: 'iso', otherValue: 'b', otherSource: 'itu' }],
        }),
      ],
    }),
  );

describe('a compact dataset', () => {
  test('M8 reads back as it was written, whatever valid dataset it holds', () => {
    fc.assert(
      fc.property(landscapes, (data) => {
        const json = parse(JSON.parse(JSON.stringify(data)));
        expect(json.ok).toBe(true);
        expect(readCompact(writeCompact(data))).toEqual(json);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('M8 holds the shipped dataset in a third of its JSON', () => {
    const json = readFileSync(resolve(import.meta.dirname, '../../data/smart-cities.json'), 'utf8');
    const shipped = parse(json);
    if (!shipped.ok) throw new Error('the shipped dataset is not valid');
    const bytes = writeCompact(shipped.dataset);
    expect(readCompact(bytes)).toEqual(shipped);
    expect(bytes.length * 3).toBeLessThan(json.length);
    expect(writeCompact(structuredClone(shipped.dataset))).toEqual(bytes);
  });

  test('M8 keeps places exactly: near the committee in 16 bits, anywhere else as numbers', () => {
    const [sdo] = dataset().sdos;
    const at = (xy: readonly [number, number], given: Partial<Standard> = {}): Standard =>
      standard(`ISO ${xy.join(' ')}`, { xy, ...given });
    const data = dataset({
      sdos: dataset().sdos.map((one) => (one === sdo ? { ...one, xy: [-900_000, 7] } : one)),
      committees: dataset().committees.map((one) => ({ ...one, xy: [500, -20.5] })),
      standards: [at([1, 2]), at([33_000, -33_000]), at([0.5, 1]), at([1e6, -1e6]), at([-867_233, 7], { committees: [] })],
      stories: [],
      findings: [],
    });
    expect(readCompact(writeCompact(data))).toEqual({ ok: true, dataset: parsed(data), warnings: [] });
  });

  test('M8 carries a text that UTF-8 cannot hold, and an empty dataset', () => {
    const odd = dataset({ standards: [standard('ISO 1', { title: 'half \uD83C of a pair' })], stories: [], findings: [] });
    expect(readCompact(writeCompact(odd))).toEqual({ ok: true, dataset: odd, warnings: [] });
    const none = dataset({ standards: [], stories: [], findings: [] });
    expect(readCompact(writeCompact(none))).toEqual({ ok: true, dataset: none, warnings: [] });
  });

  test('M4 is frozen to its last value when it is read, and a catalogue takes it as it is', () => {
    const read = readCompact(writeCompact(dataset()));
    if (!read.ok) throw new Error('not valid');
    const found = catalogue(read.dataset);
    expect(found.dataset).toBe(read.dataset);
    const pending: unknown[] = [found.dataset];
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      expect(Object.isFrozen(value)).toBe(true);
      pending.push(...Object.values(value as object).filter((child) => typeof child === 'object' && child !== null));
    }
  });
});

const parsed = (data: Dataset): Dataset => {
  const answer = parse(structuredClone(data));
  if (!answer.ok) throw new Error(answer.issues[0]?.message);
  return answer.dataset;
};

describe('a dataset that is not valid', () => {
  /** The answer without the copies of a dataset: what is said about it. */
  const said = (answer: ReturnType<typeof parse>) => (answer.ok ? { ...answer, dataset: JSON.stringify(sorted(answer.dataset)) } : answer);
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => [key, sorted(one)]),
    );
  };
  const expectSame = (json: unknown): void => {
    const options = { name: 'all.smc' };
    expect(said(readCompact(written(json), options))).toEqual(said(parse(JSON.parse(JSON.stringify(json)), options)));
  };

  /** Every place in a JSON value as a path. */
  function* pathsIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
    if (path.length > 0) yield path;
    if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* pathsIn(one, [...path, at]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) yield* pathsIn(one, [...path, key]);
  }
  const change = (root: any, path: readonly (string | number)[], junk: unknown, how: number): void => {
    const last = path.at(-1) ?? '';
    const holder = path.slice(0, -1).reduce((value, step) => value[step], root);
    if (how === 0) holder[last] = junk;
    else if (how === 1 && Array.isArray(holder)) holder.splice(Number(last), 1);
    else if (how === 1) Reflect.deleteProperty(holder, last);
    else if (Array.isArray(holder)) holder.push(holder[Number(last)]);
    else holder.mood = junk;
  };
  test('M9 is refused with the very issues that parse has for it, wherever it is spoiled', () => {
    const places = [...pathsIn(rich())];
    const junk = fc.constantFrom<unknown>(
      '',
      'iso',
      'ISO 37122',
      '2019-02-30',
      'x'.repeat(2001),
      0,
      -1,
      1e9,
      0.5,
      true,
      null,
      [],
      {},
      [null],
      ['iso'],
      { id: 'x' },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places), junk, fc.nat(2)), { minLength: 1, maxLength: 2 }), (changes) => {
        const data = rich();
        for (const [path, value, how] of changes) {
          try {
            change(data, path, value, how);
          } catch (error) {
            // the first change has taken the place of the second away
            if (!(error instanceof TypeError)) throw error;
          }
        }
        expectSame(data);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  test('M9 is told of duplicate ids, circles, loops and strangers in relations as parse tells it', () => {
    const related = (id: string, to: string, given = {}): Standard =>
      standard(id, { relations: [{ type: 'supersedes', to, evidence: 'e', ...given }] });
    const bare = (...standards: Standard[]): Dataset => dataset({ standards, stories: [], findings: [] });
    expectSame(bare(standard('ISO 2'), standard('ISO 1'), standard('ISO 2')));
    expectSame(bare(related('A', 'B'), related('B', 'C'), related('C', 'A')));
    expectSame(bare(related('A', 'A')));
    expectSame(bare(related('A', 'B', { external: true }), standard('B')));
    expectSame(bare(related('A', 'B'), { ...related('B', 'A'), conflicts: [] }));
    expectSame(bare({ ...standard('A'), relations: [null, 7, { type: 'supersedes', to: 'A' }] as never }));
    expectSame({ ...dataset(), standards: 'none' });
    expectSame({ ...dataset(), standards: [null, standard('A')] });
  });

  test('M3 may carry fields that the format does not know: a warning, and they are left out', () => {
    const data = rich();
    data.standards[0].colour = 'red';
    data.standards[1].editions[0].pages = 12;
    data.mood = 'good';
    const read = readCompact(written(data));
    expect(read.ok && read.warnings.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual([
      'unknown-field /mood',
      'unknown-field /standards/0/colour',
      'unknown-field /standards/1/editions/0/pages',
    ]);
    expectSame(data);
  });
});

describe('bytes that are no compact dataset', () => {
  const good = writeCompact(rich());
  const only = (bytes: Uint8Array) => {
    const read = readCompact(bytes, { name: 'all.smc' });
    if (read.ok) throw new Error('was accepted');
    expect(read.issues).toHaveLength(1);
    expect(read.issues[0]).toMatchObject({ code: 'bytes', severity: 'error', pointer: '' });
    return read.issues[0]?.message;
  };
  /** As an attacker would write it: the checksum is right. */
  const signed = (bytes: Uint8Array): Uint8Array => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    view.setUint32(MAGIC.length, bytes.length, true);
    view.setUint32(MAGIC.length + 4, checksum(bytes, HEADER_LENGTH), true);
    return bytes;
  };

  test('M10 are refused in words: where, what was found, what was expected', () => {
    expect(only(new Uint8Array())).toBe('all.smc: is not a compact dataset, which begins with the bytes 89 53 4D 43.');
    expect(only(new TextEncoder().encode('{"format":"standards-map"}'))).toContain('is not a compact dataset');
    expect(only(good.slice(0, 1000))).toBe(`all.smc: has 1000 bytes, expected ${good.length}.`);
    const newer = good.slice();
    newer[MAGIC.length - 1] = 9;
    expect(only(newer)).toBe('all.smc: has format version 9, expected 1.');
    const changed = good.slice();
    changed[good.length - 9] = (changed[good.length - 9] ?? 0) ^ 1;
    expect(only(changed)).toContain('it was changed after it was written');
    expect(isCompact(good)).toBe(true);
    expect(isCompact(good.slice(0, 3))).toBe(false);
  });

  test('M10 are refused when any single byte was changed or the end is missing', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = good.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        only(bytes);
        only(good.slice(0, at));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('M10 never throw and never slip through: what is accepted in spite of a right checksum is a dataset that parse accepts', () => {
    let accepted = 0;
    const spoil = fc.array(fc.tuple(fc.integer({ min: HEADER_LENGTH, max: good.length - 1 }), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(spoil, fc.boolean(), (changes, isCut) => {
        const bytes = isCut ? good.slice(0, changes[0]?.[0]) : good.slice();
        for (const [at, byte] of changes) bytes[Math.min(at, bytes.length - 1)] = byte;
        const read = readCompact(signed(bytes));
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0);
        else {
          accepted++;
          expect(parse(JSON.parse(JSON.stringify(read.dataset))).ok).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 6000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
