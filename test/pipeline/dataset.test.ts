import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { KINDS, LEVELS, ROLES, STATUSES } from '../../src/model/dataset.js';
import type { Standard } from '../../src/model/dataset.js';
import { catalogue } from '../../src/model/catalogue.js';
import { parse } from '../../src/model/parse.js';
import { compareIds } from '../../src/pipeline/order.js';
import { isCurrent } from '../../src/pipeline/stages.js';

const text = readFileSync('data/smart-cities.json', 'utf8');
const parsed = parse(JSON.parse(text), { name: 'smart-cities.json' });
if (!parsed.ok) throw new Error(parsed.issues.map((issue) => issue.message).join('\n'));
const { dataset, warnings } = parsed;
const map = catalogue(dataset);
const current = dataset.standards.filter((standard) => isCurrent(standard.status));
const named = (id: string): Standard => {
  const standard = dataset.standards.find((candidate) => candidate.id === id);
  if (standard === undefined) throw new Error(`data/smart-cities.json has no standard "${id}"`);
  return standard;
};

test('the committed dataset satisfies the format without a warning', () => {
  expect(warnings).toEqual([]);
});

test('at least 1,500 standards are current, about 620 of them core', () => {
  expect(current.length).toBeGreaterThanOrEqual(1500);
  const core = current.filter((standard) => standard.tier === 'core').length;
  expect(core).toBeGreaterThanOrEqual(590);
  expect(core).toBeLessThanOrEqual(660);
});

test('every standard has one role, level, kind and status, a topic with its reason, and an edition of its own', () => {
  for (const standard of dataset.standards) {
    expect(ROLES).toContain(standard.role);
    expect(LEVELS).toContain(standard.level);
    expect(KINDS).toContain(standard.kind);
    expect(STATUSES).toContain(standard.status);
    expect(standard.topics.length, standard.id).toBeGreaterThan(0);
    expect(standard.reasons, standard.id).toHaveLength(standard.topics.length);
    expect(standard.editions.length, standard.id).toBeGreaterThan(0);
  }
  const editions = dataset.standards.flatMap((standard) => standard.editions.map((edition) => edition.id));
  expect(new Set(editions).size).toBe(editions.length);
});

test('at least 98 % of the current standards have a capability', () => {
  const capabilities = new Set(dataset.topics.filter((topic) => topic.axis === 'capability').map((topic) => topic.id));
  expect(
    current.filter((standard) => standard.topics.some((topic) => capabilities.has(topic))).length / current.length,
  ).toBeGreaterThanOrEqual(0.98);
});

test('the nine SDOs publish, and ISO/IEC JTC 1 owns committees as their joint body', () => {
  const publishers = new Set(current.flatMap((standard) => standard.publishers));
  for (const sdo of ['itu-t', 'iso', 'iec', 'etsi', 'ogc', 'ieee', 'w3c', 'oasis']) expect(publishers).toContain(sdo);
  expect(dataset.sdos.find((sdo) => sdo.id === 'jtc1')?.jointOf).toEqual(['iso', 'iec']);
  expect(dataset.committees.find((committee) => committee.id === 'ISO/IEC JTC 1/SC 41')?.sdo).toBe('jtc1');
  expect(named('ISO/IEC 30141')).toMatchObject({
    publishers: ['iso', 'iec'],
    committees: ['ISO/IEC JTC 1/SC 41'],
    sources: ['relaton-iec', 'relaton-iso'],
  });
});

const NAMED = [
  'Y.4219',
  'Y.4487',
  'Y.4505',
  'Y.4498',
  'Y.4906',
  'Y.4052',
  'Y.4225',
  'Y.4494',
  'Y.4605',
  'Y.4504',
  'Y.4909',
  'Y.4500.3',
  'Y.4228',
  'Y.4703',
  'Y.4607',
  'Y.4560',
  'Y.4910',
  'Y.4809',
  'Y.4903',
];

test('the 19 Recommendations that the presentation of Study Group 20 names are in force, with their official link', () => {
  expect(NAMED).toHaveLength(19);
  for (const number of NAMED) {
    const found = map.find(`ITU-T ${number}`);
    expect(found?.url, number).toMatch(new RegExp(`^https://www\\.itu\\.int/rec/T-REC-${number.replaceAll('.', '\\.')}-\\d{6}-I$`));
    expect(found?.status, number).toBe('in-force');
  }
});

test('Y Suppl. 58, the landscape this map continues, has its three editions and its two titles', () => {
  const supplement = named('ITU-T Y Suppl. 58');
  expect(supplement.title).toBe(
    'Global standards landscape for Internet of things, digital twins and smart sustainable cities and communities',
  );
  expect(supplement.editions.map((edition) => [edition.id, edition.date, edition.status, edition.title])).toEqual([
    ['ITU-T Y Suppl. 58 (12/2019)', '2019-12-06', 'superseded', 'Internet of things and smart cities and communities standards roadmap'],
    ['ITU-T Y Suppl. 58 (05/2021)', '2021-05-27', 'superseded', 'Internet of things and smart cities and communities standards roadmap'],
    ['ITU-T Y Suppl. 58 (09/2025)', '2025-09-23', 'in-force', undefined],
  ]);
});

test('a dual number is found by the whole and by either half', () => {
  for (const written of ['ITU-T Y.4903/L.1603', 'ITU-T Y.4903', 'L.1603', 'Y.4903 (03/2022)'])
    expect(map.find(written)?.id, written).toBe('ITU-T Y.4903/L.1603');
});

test('no standard relates to itself, every relation says why, and supersession has no circle', () => {
  const statements = dataset.standards.flatMap((standard) =>
    (standard.relations ?? []).map((relation) => ({ subject: standard.id, ...relation })),
  );
  expect(statements.filter((statement) => statement.subject === statement.to)).toEqual([]);
  expect(statements.filter((statement) => statement.evidence.length < 20)).toEqual([]);
  const older = new Map<string, string[]>();
  for (const { subject, type, to } of statements) if (type === 'supersedes') older.set(subject, [...(older.get(subject) ?? []), to]);
  const reach = (id: string, seen: ReadonlySet<string>): void => {
    expect(seen.has(id), id).toBe(false);
    for (const next of older.get(id) ?? []) reach(next, new Set([...seen, id]));
  };
  for (const id of older.keys()) reach(id, new Set());
});

test.each([
  ['OGC 18-088', 'same-text', 'ITU-T Y.4473'],
  ['OGC 20-082', 'same-text', 'ISO 19156'],
  ['IEC 63203-801-1', 'same-text', 'ETSI TS 103 326'],
  ['IEC 63203-801-2', 'same-text', 'ETSI TS 103 325'],
  ['ITU-T F.749.5', 'twin', 'ISO 23239-1'],
  ['ITU-T Y.4500.1', 'same-text', 'ETSI TS 118 101'],
  ['ITU-T Y.4500.13/Q.3954', 'same-text', 'ETSI TS 118 113'],
  ['ISO/IEC/IEEE 18880', 'adopts', 'IEEE Std 1888'],
  ['ETSI EN 303 645', 'supersedes', 'ETSI TS 103 645'],
  ['ETSI TS 103 901', 'incorporates', 'IEEE Std 1901.2'],
  ['ISO 37122', 'references', 'ISO 37120'],
])('%s is known as %s of %s', (subject, type, to) => {
  expect(
    named(subject)
      .relations?.filter((relation) => relation.to === to)
      .map((relation) => relation.type),
  ).toEqual([type]);
});

test('all 18 Recommendations Y.4500.n are tied to the ETSI text of the same oneM2M number', () => {
  const tied = dataset.standards
    .filter((standard) => standard.id.startsWith('ITU-T Y.4500.'))
    .map((standard) => (standard.relations ?? []).filter(({ to }) => to.startsWith('ETSI TS 118 1')).length);
  expect(tied).toEqual(Array.from({ length: 18 }, () => 1));
});

test("all 18 are found by oneM2M's number, as the texts of ETSI are", () => {
  for (const standard of dataset.standards) {
    const part = /^ITU-T Y\.4500\.(\d+)/.exec(standard.id)?.[1];
    if (part !== undefined) expect(standard.aliases, standard.id).toContain(`oneM2M TS-${part.padStart(4, '0')}`);
  }
  expect(named('ETSI TS 118 101').aliases).toContain('oneM2M TS-0001');
});

test('every standard leads to a page of one of its publishers', () => {
  const hosts: Readonly<Record<string, RegExp>> = {
    iso: /\biso\.org$/,
    iec: /\biec\.ch$/,
    'itu-t': /\bitu\.int$/,
    'itu-r': /\bitu\.int$/,
    etsi: /\betsi\.org$/,
    ogc: /\b(?:ogc|opengis)\.(?:org|net)$/,
    ieee: /\bieee\.org$/,
    w3c: /\bw3\.org$/,
    oasis: /\boasis-open\.org$/,
  };
  const astray = dataset.standards.filter(
    ({ url, publishers }) => url !== undefined && !publishers.some((sdo) => hosts[sdo]?.test(new URL(url).hostname)),
  );
  expect(astray.filter(({ id }) => id !== 'ISO/TS 25558').map(({ id, url }) => [id, url])).toEqual([]);
});

test('only catalogues say whose standards they list', () => {
  expect(
    dataset.sources
      .filter((source) => source.sdos !== undefined)
      .map((source) => source.id)
      .filter((id) => !id.startsWith('relaton-')),
  ).toEqual([]);
});

test('the committees of ISO lead to their pages', () => {
  const url = (id: string): string | undefined => dataset.committees.find((committee) => committee.id === id)?.url;
  expect([url('ISO/TC 268'), url('ISO/IEC JTC 1/SC 41')]).toEqual([
    'https://www.iso.org/committee/656906.html',
    'https://www.iso.org/committee/6483279.html',
  ]);
  expect(dataset.committees.find((committee) => committee.id === 'ISO/IEC JTC 4')).toMatchObject({
    title: 'Smart and sustainable cities and communities',
    created: '2025-05-21',
    url: 'https://www.iso.org/committee/11064026.html',
    predecessors: [{ committee: 'ISO/TC 268', date: '2025-05-21' }],
  });
});

test('JCA activities keep their blank cells blank', () => {
  expect(dataset.activities?.map((activity) => activity.participants)).toEqual([75, 78, 130, 167, 112, null]);
});

test('every source says on which day it stood and under which terms; the dataset is as fresh as the freshest', () => {
  expect(dataset.sources.length).toBeGreaterThanOrEqual(9);
  for (const source of dataset.sources) expect(source.licence, source.id).not.toBe('');
  expect(dataset.sources.map((source) => source.asOf).filter((day) => day > dataset.asOf)).toEqual([]);
});

test('standards and committees stand in natural order, one record per line', () => {
  for (const records of [dataset.standards, dataset.committees])
    expect(records.map((record) => record.id)).toEqual(records.map((record) => record.id).sort(compareIds));
  for (const standard of dataset.standards) expect(text).toContain(`\n{"id":${JSON.stringify(standard.id)},`);
});

test('the dataset has at most 220 kB gzip -9, and no address of a person', () => {
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(220_000);
  expect(
    [...text.matchAll(/[\w.-]+@[\w.-]+/g)]
      .map(([address]) => address)
      .filter((address) => !/^(t(sg|\d\dsg)20\w*@lists|digitaltransformation@itu)\b/.test(address)),
  ).toEqual([]);
});
