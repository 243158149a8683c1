import { describe, expect, test } from 'vitest';
import { coordinated, coordinatedWith } from '../../src/analysis/coordinated.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { evidence } from '../../src/analysis/evidence.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Relation, Standard } from '../../src/model/dataset.js';
import { dataset, standard } from '../fixtures/small.js';
import { shipped } from './shipped.js';

const relation = (type: Relation['type'], to: string, given: Partial<Relation> = {}): Relation => ({
  type,
  to,
  evidence: `${type} ${to}`,
  ...given,
});
const one = (id: string, sdo: string, committee: string, given: Partial<Standard> = {}) =>
  standard(id, { publishers: [sdo], committees: [committee], ...given });
const known = (standards: readonly Standard[]) => catalogue(dataset({ standards }));

describe('what is coordinated', () => {
  test('CO1 a declared relation joins two standards from either end, with its evidence and source', () => {
    const it = known([
      one('ISO 1', 'iso', 'ISO/TC 268', { relations: [relation('same-text', 'ITU-T Y.1', { source: 'iso' })] }),
      one('ITU-T Y.1', 'itu-t', 'ITU-T SG20'),
    ]);
    expect(coordinated(it, 'ISO 1', 'ITU-T Y.1')).toEqual({
      steps: [{ from: 'ISO 1', to: 'ITU-T Y.1', by: 'same-text', evidence: 'same-text ITU-T Y.1', source: 'iso' }],
    });
    expect(coordinated(it, 'ITU-T Y.1', 'ISO 1')?.steps[0]).toMatchObject({ from: 'ITU-T Y.1', to: 'ISO 1' });
  });

  test('CO2 the chain is the shortest one and leads over texts outside the dataset, in any spelling', () => {
    const it = known([
      one('ISO 1', 'iso', 'ISO/TC 268', { relations: [relation('adopts', 'oneM2M TS-0001', { external: true })] }),
      one('ITU-T Y.1', 'itu-t', 'ITU-T SG20', { relations: [relation('transposes', 'ONEM2M TS 0001', { external: true })] }),
    ]);
    expect(coordinated(it, 'ISO 1', 'ITU-T Y.1')?.steps.map(({ by }) => by)).toEqual(['adopts', 'transposes']);
    expect(coordinatedWith(it, 'ISO 1')).toEqual(['ITU-T Y.1']);
  });

  test('CO3 a reference or a complement is no coordination', () => {
    const it = known([
      one('ISO 1', 'iso', 'ISO/TC 268', { relations: [relation('references', 'ITU-T Y.1'), relation('complements', 'ITU-T Y.1')] }),
      one('ITU-T Y.1', 'itu-t', 'ITU-T SG20'),
    ]);
    expect(coordinated(it, 'ISO 1', 'ITU-T Y.1')).toBeUndefined();
    expect(coordinatedWith(it, 'ISO 1')).toEqual([]);
  });

  test('CO4 a shared committee coordinates; two subcommittees of one parent do not, and no chain leads through a committee', () => {
    const it = known([
      one('ISO 1', 'iso', 'ISO/TC 268', { relations: [relation('same-text', 'ITU-T Y.1')] }),
      one('ITU-T Y.1', 'itu-t', 'ITU-T SG20'),
      one('ITU-T Y.2', 'itu-t', 'ITU-T SG20'),
      one('ISO 2', 'iso', 'ISO/TC 268/SC 1'),
    ]);
    expect(coordinated(it, 'ITU-T Y.1', 'ITU-T Y.2')?.steps).toMatchObject([{ by: 'committee', committee: 'ITU-T SG20' }]);
    expect(coordinated(it, 'ISO 1', 'ITU-T Y.2')).toBeUndefined();
    expect(coordinated(it, 'ISO 1', 'ISO 2')).toBeUndefined();
  });

  test('CO5 texts of a series that two committees publish together are coordinated with each other', () => {
    const it = known([
      one('ISO 1', 'iso', 'ISO/TC 268', { relations: [relation('same-text', 'ITU-T Y.1')] }),
      one('ISO 2', 'iso', 'ISO/TC 268', { relations: [relation('same-text', 'ITU-T Y.2')] }),
      one('ITU-T Y.1', 'itu-t', 'ITU-T SG20'),
      one('ITU-T Y.2', 'itu-t', 'ITU-T SG20'),
    ]);
    expect(coordinated(it, 'ISO 1', 'ITU-T Y.2')?.steps.map(({ by }) => by)).toEqual(['same-text', 'committee']);
  });

  test('CO6 a standard is not coordinated with itself or with what the catalogue does not have', () => {
    const it = known([one('ISO 1', 'iso', 'ISO/TC 268')]);
    expect(coordinated(it, 'ISO 1', 'ISO 1')).toBeUndefined();
    expect(coordinated(it, 'ISO 1', 'ISO 99')).toBeUndefined();
  });
});

describe('known coordinated pairs of the shipped dataset', () => {
  const flagged = () => new Set(overlaps(shipped()).flatMap(({ a, b }) => [`${a} | ${b}`, `${b} | ${a}`]));

  test('CO7 every part of ITU-T Y.4500 is coordinated with the ETSI publication of the same oneM2M text', () => {
    const parts = shipped().standards.filter(({ id }) => id.startsWith('ITU-T Y.4500.'));
    expect(parts.length).toBeGreaterThanOrEqual(18);
    for (const { id } of parts) {
      const number = (/Y\.4500\.(\d+)/.exec(id)?.[1] ?? '').padStart(2, '0');
      expect(coordinated(shipped(), id, `ETSI TS 118 1${number}`)?.steps, id).toHaveLength(1);
    }
  });

  test('CO8 no two texts of the oneM2M series are ever flagged', () => {
    const isOneM2M = (id: string) => /^(?:ITU-T Y\.4500\.|ETSI TS 118 1)/.test(id);
    expect(overlaps(shipped()).filter(({ a, b }) => isOneM2M(a) && isOneM2M(b))).toEqual([]);
  });

  test.each([
    ['IEC 63339', 'IEC TR 63319'],
    ['ISO 17419', 'ETSI TS 102 965'],
    ['ISO/TS 21189', 'ETSI TS 102 871-1'],
    ['ISO 24101-2', 'ETSI TS 102 797-1'],
  ])('CO9 %s and %s are never flagged', (a, b) => {
    expect(flagged().has(`${a} | ${b}`)).toBe(false);
    expect(evidence(shipped(), a, b).tier).not.toBe('candidate');
  });

  test('CO10 ITU-T Y.4803/H.642.3 is joined to ISO/IEC 29177, which is outside the dataset', () => {
    expect(shipped().standard('ISO/IEC 29177')).toBeUndefined();
    expect(
      shipped()
        .neighbours('ITU-T Y.4803/H.642.3')
        .map(({ relation: { type, to } }) => `${type} ${to}`),
    ).toContain('same-text ISO/IEC 29177');
  });
});
