import { describe, expect, test } from 'vitest';
import { readClaims, readExpectations } from '../../src/pipeline/statements.js';
import { altered, dataFile } from './data-file.js';

interface File {
  readonly expectations: Record<string, unknown>[];
}
interface ClaimFile {
  readonly sources: Record<string, unknown>[];
  readonly claims: Record<string, unknown>[];
}
const names = {
  topics: (dataFile('taxonomy.json') as Record<'domain' | 'capability', { terms: { id: string }[] }>).domain.terms
    .concat((dataFile('taxonomy.json') as Record<'capability', { terms: { id: string }[] }>).capability.terms)
    .map(({ id }) => id),
  sdos: ['itu-t', 'itu-r', 'iso', 'iec', 'jtc1', 'etsi'],
};
const claimFile = dataFile('sources/claims.json') as ClaimFile;
const file = dataFile('sources/expectations.json') as File;
const { claims, sources } = readClaims(claimFile, names);
const known = {
  ...names,
  sources: ['relaton-iso', 'relaton-iec', 'relaton-itu', 'relaton-etsi', 'sg20-presentation-2025', ...sources.map(({ id }) => id)],
};
const expectations = readExpectations(file, known);

describe('expectations', () => {
  test('each names its cell once, with a reason and the role of who says so', () => {
    const cells = expectations.map(({ topics, role, sdo, state }) => [state, ...[...topics].sort(), role, sdo].join(' '));
    expect(cells.filter((cell, at) => cells.indexOf(cell) !== at)).toEqual([]);
    for (const { reason, by } of expectations) {
      expect(reason.length).toBeGreaterThan(15);
      expect(reason).toMatch(/\.$/);
      expect(by).toBe('curator of the map');
    }
  });

  test('there are at least 25 of expected coverage, over domain and capability, domain and role, topic and SDO', () => {
    const expected = expectations.filter(({ state }) => state === 'expected');
    expect(expected.length).toBeGreaterThanOrEqual(25);
    expect(expected.filter(({ topics }) => topics.length === 2).length).toBeGreaterThanOrEqual(25);
    expect(expected.filter(({ role }) => role !== undefined).length).toBeGreaterThanOrEqual(5);
    expect(expected.filter(({ sdo }) => sdo !== undefined).length).toBeGreaterThanOrEqual(10);
  });

  test('a name that nothing has stops the run with the nearest one', () => {
    const wrong = (given: Record<string, unknown>) => () =>
      readExpectations(
        altered(file, (copy) => Object.assign(copy.expectations[3] ?? {}, given)),
        known,
      );
    expect(wrong({ topics: ['mobilty'] })).toThrow('expectations.json expectations[3].topics[0]: got "mobilty"');
    expect(wrong({ topics: ['mobilty'] })).toThrow('Nearest: "mobility".');
    expect(wrong({ role: 'vocabulry' })).toThrow('Nearest: "vocabulary".');
    expect(wrong({ sdo: 'itut' })).toThrow('Nearest: "itu-t".');
    expect(wrong({ state: 'nodata' })).toThrow('Nearest: "no-data".');
    expect(wrong({ source: 'fg-ssc-2016' })).toThrow('Nearest: "fg-ssc-2015".');
    expect(wrong({ reson: 'x' })).toThrow('Nearest: "reason".');
  });
});

describe('claims', () => {
  test('each has an id of its own, its words, and a publication of the file that it is as old as', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    const days = new Map(sources.map(({ id, asOf }) => [id, asOf]));
    expect(claims.filter(({ source, date }) => days.get(source) !== date)).toEqual([]);
    expect(sources.filter(({ id }) => !claims.some(({ source }) => source === id))).toEqual([]);
  });

  test('nothing is quoted, and a clause is named only where the place was seen', () => {
    expect(claims.filter(({ text }) => /["“”]/.test(text))).toEqual([]);
    for (const { source, clause, note } of claims) {
      if (source === 'fg-ssc-2015') expect(clause ?? note).toMatch(/^5\.\d\.\d\.\d$|page 965/);
      else expect(clause).toBeUndefined();
      if (source === 'jtc1-smart-cities-2014') expect(note).toContain('not seen');
    }
  });

  test('a name that nothing has stops the run with the nearest one', () => {
    const wrong = (given: Record<string, unknown>) => () =>
      readClaims(
        altered(claimFile, (copy) => Object.assign(copy.claims[0] ?? {}, given)),
        names,
      );
    expect(wrong({ topics: ['govrnment'] })).toThrow('Nearest: "government".');
    expect(wrong({ roles: ['requirement'] })).toThrow('Nearest: "requirements".');
    expect(wrong({ source: 'fg-ssc' })).toThrow('claims.json claims[0].source');
    expect(wrong({ state: 'filled' })).toThrow('claims.json claims[0] key');
  });
});

test('no name of a person is in the statements', () => {
  expect(JSON.stringify([file, claimFile])).not.toMatch(/\b(?:Mr|Ms|Mrs|Dr|Chair|Vice-chair|Counsellor)\b/);
});
