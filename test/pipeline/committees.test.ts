import { expect, test } from 'vitest';
import { readCommittees } from '../../src/pipeline/committees.js';
import { readIsoCommittees } from '../../src/pipeline/iso-committees.js';
import type { CatalogueName } from '../../src/pipeline/record.js';
import { Report } from '../../src/pipeline/report.js';
import { altered, dataFile } from './data-file.js';

const line = (
  id: number,
  reference: string,
  title: string,
  creationDate: string,
  parentId: number | null,
  liaisons: readonly (string | null)[] = [],
): string =>
  JSON.stringify({
    id,
    reference,
    title: { en: title },
    creationDate,
    parentId,
    committeeLiaisons: liaisons.map((name) => ({ id: 1, reference: name })),
  });

const ISO = readIsoCommittees(
  [
    line(1, 'ISO/IEC JTC 1', 'Information technology', '1987-01-01', null, ['ISO/TC 268']),
    line(2, 'ISO/IEC JTC 1/SC 41', 'Internet of things and digital twin', '2017-03-21', 1),
    line(3, 'ISO/TC 268', 'Sustainable cities and communities', '2012-02-23', null, ['ISO/IEC JTC 1', 'ISO/TC 59', null]),
    line(4, 'ISO/TC 268/SC 1', 'Smart community infrastructures', '2012-02-23', 3),
    line(5, 'ISO/IEC/JTC 4', 'Smart and sustainable cities and communities', '2025-05-21', null),
    line(6, 'ISO/TC 59', 'Buildings and civil engineering works', '1947-01-01', null),
    line(7, 'ISO/PC 318', 'Community scale resource oriented sanitation treatment systems', '2018-01-01', null),
  ].join('\n'),
);

const json = dataFile('sources/committees.json');
const registry = readCommittees(json, ISO);
const all = registry.used(ISO.map((record) => record.reference.replace('IEC/JTC', 'IEC JTC')));
const committee = (id: string) => all.find((entry) => entry.id === id);

interface File {
  committees: Record<string, unknown>[];
  names: Record<string, unknown>[];
}

function meaning(catalogue: CatalogueName, printed: string, designation = 'X', title = ''): { id: string | null; report: Report } {
  const report = new Report();
  return { id: registry.resolve({ catalogue, designation, title }, printed, report), report };
}

test('trap 18 IEC prints its committees without its name, JTC 1 with the name that ISO uses', () => {
  const { id, report } = meaning('iec', 'SyC Smart Cities');
  expect(id).toBe('IEC SyC Smart Cities');
  expect(report.count(18)).toBe(1);
  expect(meaning('iec', 'TC 8/SC 8B').id).toBe('IEC TC 8/SC 8B');
  expect(meaning('iec', 'ISO/IEC JTC 1/SC 41').id).toBe('ISO/IEC JTC 1/SC 41');
  expect(meaning('iec', 'ISO/IEC JTC 1/SC 41').report.count(18)).toBe(0);
});

test('trap 17 Security is working group 5 of ITS or 3GPP SA3, as the title says', () => {
  const its = meaning(
    'etsi',
    'Security',
    'ETSI TS 103 097 V2.1.1 (2021-10)',
    'Intelligent Transport Systems (ITS); Security; Security header and certificate formats',
  );
  expect(its.id).toBe('ETSI TC ITS WG5');
  expect(its.report.count(17)).toBe(1);
  const mobile = meaning(
    'etsi',
    'Security',
    'ETSI TS 133 185 V19.0.0 (2025-10)',
    'LTE; Security aspect for LTE support of Vehicle-to-Everything (V2X) services (3GPP TS 33.185 version 19.0.0 Release 19)',
  );
  expect(mobile.id).toBe('3GPP SA3');
  expect(meaning('etsi', 'Smart M2M').id).toBe('ETSI TC SmartM2M');
  expect(meaning('etsi', 'cross-cutting Context Information Management').id).toBe('ETSI ISG CIM');
});

test('trap 7 a committee that took over from others or was taken over is today’s owner, not the author', () => {
  const { id, report } = meaning('itu', 'ITU-T Study Group 21', 'ITU-T F.748.0 (10/2014)');
  expect(id).toBe('ITU-T SG21');
  expect(report.examples(7)).toEqual(['ITU-T F.748.0 (10/2014): ITU-T SG21']);
  expect(meaning('iso', 'ISO/TC 268').report.count(7)).toBe(1);
  expect(meaning('itu', 'ITU-T Study Group 20').report.count(7)).toBe(0);
});

test('trap 8 a Y-series supplement under Study Group 13 is counted as filed wrongly, a Recommendation is not', () => {
  expect(meaning('itu', 'ITU-T Study Group 13', 'ITU-T Y Suppl. 27 (01/2016)').report.count(8)).toBe(1);
  expect(meaning('itu', 'ITU-T Study Group 13', 'ITU-T Y.3090 (02/2022)').report.count(8)).toBe(0);
});

test('trap 8 a Y-series supplement whose own title files it under the Y.4000 series is Study Group 20’s', () => {
  const read = (designation: string, title: string): string | null => meaning('itu', 'ITU-T Study Group 13', designation, title).id;
  expect(read('ITU-T Y Suppl. 27 (01/2016)', 'ITU-T Y.4400 series – Smart sustainable cities')).toBe('ITU-T SG20');
  expect(read('ITU-T Y Suppl. 57 (12/2019)', 'Implementation guidelines to Recommendation ITU-T Y.4409/Y.2070')).toBe('ITU-T SG20');
  expect(read('ITU-T Y Suppl. 55 (10/2019)', 'ITU-T Y.3170-series – Machine learning in future networks')).toBe('ITU-T SG13');
  expect(read('ITU-T Y.3090 (02/2022)', 'Digital twin network, see ITU-T Y.4600')).toBe('ITU-T SG13');
});

test('line breaks in a printed name, other spellings and ISO’s own titles are read', () => {
  expect(meaning('oasis', 'OASIS Message Queuing\r\nTelemetry Transport (MQTT) TC').id).toBe('OASIS MQTT TC');
  expect(meaning('iso', 'Smart community infrastructures').id).toBe('ISO/TC 268/SC 1');
  expect(meaning('ogc', 'technical').id).toBe('OGC Technical Committee');
  expect(meaning('ieee', 'Corporate Advisory Group of the IEEE-SA Board of Governors').id).toBe(
    meaning('ieee', 'Corporate Advisory Group of the IEEE SA Board of Governors').id,
  );
});

test('a name that nobody knows becomes a note of the report, never silence', () => {
  const { id, report } = meaning('etsi', 'Quantum Gardening', 'ETSI TS 999 999 V1.1.1 (2026-01)');
  expect(id).toBeNull();
  expect(report.notes).toEqual(['committee not known: "Quantum Gardening" of ETSI TS 999 999 V1.1.1 (2026-01) (etsi)']);
});

test('ISO/IEC JTC 4 succeeds ISO/TC 268 on the day it was created, Study Group 21 succeeds 9 and 16', () => {
  expect(committee('ISO/IEC JTC 4')).toMatchObject({
    created: '2025-05-21',
    sdo: 'iso',
    kind: 'joint-technical-committee',
    predecessors: [{ committee: 'ISO/TC 268', date: '2025-05-21' }],
  });
  expect(committee('ISO/TC 268')?.successors).toEqual([{ committee: 'ISO/IEC JTC 4', date: '2025-05-21' }]);
  const sg21 = registry.used(['ITU-T SG21']).find((entry) => entry.id === 'ITU-T SG21');
  expect(sg21?.predecessors?.map((end) => end.committee)).toEqual(['ITU-T SG9', 'ITU-T SG16']);
});

test('the set holds ancestors and successors of what is used, and liaisons within the set only', () => {
  const ids = registry.used(['ISO/TC 268/SC 1']).map((entry) => entry.id);
  expect(ids).toContain('ISO/TC 268');
  expect(ids).toContain('ISO/IEC JTC 4');
  expect(ids).not.toContain('ISO/TC 59');
  expect(registry.used(['ISO/TC 268']).find((entry) => entry.id === 'ISO/TC 268')).not.toHaveProperty('liaisons');
  expect(committee('ISO/TC 268')?.liaisons).toEqual(['ISO/IEC JTC 1', 'ISO/TC 59']);
  expect(() => registry.used(['ISO/TC 286'])).toThrow(
    'got the committee "ISO/TC 286", expected one the registry knows. Nearest: "ISO/TC 268".',
  );
});

test('JTC 1 and its subcommittees belong to jtc1, the joint body of ISO and IEC', () => {
  expect(committee('ISO/IEC JTC 1/SC 41')).toMatchObject({
    sdo: 'jtc1',
    kind: 'subcommittee',
    parent: 'ISO/IEC JTC 1',
    created: '2017-03-21',
  });
  expect(committee('ISO/PC 318')).toMatchObject({ sdo: 'iso', kind: 'project-committee' });
  expect(registry.sdos().find((sdo) => sdo.id === 'jtc1')?.jointOf).toEqual(['iso', 'iec']);
  expect(registry.sdos().map((sdo) => sdo.id)).toEqual(['itu-t', 'itu-r', 'iso', 'iec', 'jtc1', 'etsi', 'ogc', 'ieee', 'w3c', 'oasis']);
  expect(registry.sources().map((source) => [source.id, source.licence])).toEqual([['iso-open-data', 'ODC-By 1.0']]);
});

test('parents form no circle, and each parent is in the set', () => {
  const ids = new Set(all.map((entry) => entry.id));
  for (const { id, parent } of all) {
    expect(parent === undefined || ids.has(parent), id).toBe(true);
    expect(parent, id).not.toBe(id);
  }
});

test('a wrong entry is named with its place, what it is and the nearest right one', () => {
  const wrong = (change: (file: File) => void) => () => readCommittees(altered(json as File, change), ISO);
  const entry = (file: File, id: string): Record<string, unknown> => file.committees.find((one) => one['id'] === id) ?? {};
  expect(wrong((file) => Object.assign(entry(file, 'ITU-T Q1/20'), { kind: 'questoin' }))).toThrow('got "questoin", expected one of');
  expect(wrong((file) => Object.assign(entry(file, 'ITU-T Q1/20'), { kind: 'questoin' }))).toThrow('Nearest: "question".');
  expect(wrong((file) => Object.assign(entry(file, 'ITU-T SG20'), { contacts: ['jane.doe@itu.int'] }))).toThrow(
    'expected the address of a mailing list',
  );
  expect(wrong((file) => Object.assign(entry(file, 'ITU-T SG20'), { parent: 'ITU-T Q1/20' }))).toThrow(
    'for the second time, expected no circle',
  );
  expect(wrong((file) => Object.assign(entry(file, 'ITU-T SG20'), { aliases: ['Q1/20'] }))).toThrow('expected one owner');
  expect(wrong((file) => Object.assign(file.names[0] ?? {}, { committee: 'OASIS eMIX CT' }))).toThrow('Nearest: "OASIS eMIX TC".');
  expect(wrong((file) => file.committees.push({ id: 'ISO/TC 268', title: 'x', sdo: 'iso', kind: 'technical-committee' }))).toThrow(
    'expected an id that no other committee has',
  );
  expect(() => readIsoCommittees('{"id": 1}')).toThrow(
    'iso_technical_committees.jsonl line 1.committeeLiaisons: got nothing, expected a list.',
  );
});
