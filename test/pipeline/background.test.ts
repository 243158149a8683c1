import { expect, test } from 'vitest';
import type { FactKind } from '../../src/model/dataset.js';
import { readBackground } from '../../src/pipeline/background.js';
import { readCommittees } from '../../src/pipeline/committees.js';
import { readIsoCommittees } from '../../src/pipeline/iso-committees.js';
import { altered, dataFile } from './data-file.js';

const json = dataFile('sources/background.json');
const { activities, facts, sources } = readBackground(json);
const iso = [
  [1, 'ISO/TC 268', '2012-02-23'],
  [2, 'ISO/IEC/JTC 4', '2025-05-21'],
]
  .map(([id, reference, creationDate]) =>
    JSON.stringify({ id, reference, creationDate, title: { en: String(reference) }, parentId: null, committeeLiaisons: null }),
  )
  .join('\n');
const groups = readCommittees(dataFile('sources/committees.json'), readIsoCommittees(iso)).used([]);
const texts = (kind: FactKind, about: string): readonly string[] =>
  facts.filter((fact) => fact.kind === kind && fact.about === about).map((fact) => fact.text);
interface File {
  activities: Record<string, unknown>[];
  facts: Record<string, unknown>[];
}

test('the six meetings of the JCA stand as the report gives them, blank cells as blanks and not as zero', () => {
  expect(
    activities.map((one) => [
      one.date,
      one.participants,
      one.inputDocuments,
      one.deliverables,
      one.outputLiaisonStatements,
      one.contactPoints,
      one.termsOfReferenceUpdated,
    ]),
  ).toEqual([
    ['2022-07', 75, 9, 1, 3, 50, false],
    ['2023-01', 78, 10, 1, 1, 50, false],
    ['2023-09', 130, 11, 1, 1, 50, false],
    ['2024-07', 167, 12, 1, 0, 50, false],
    ['2025-01', 112, 14, 1, 3, 50, true],
    ['2025-09', null, 11, 2, null, 50, false],
  ]);
  expect(activities.every((one) => one.committee === 'JCA-IoT, DT and SSC&C' && one.source === 'jca-report-2025-09')).toBe(true);
});

test('the deliverables are the update of Y.Suppl.58 every time and the Standards Map in September 2025', () => {
  const update =
    'Update of ITU-T Y.Suppl.58, from "Internet of Things and smart cities and communities standards roadmap" to "Global Standards Landscape for Internet of things, digital twins and smart sustainable cities and communities"';
  expect(activities.map((one) => one.deliverableNotes)).toEqual([
    [update],
    [update],
    [update],
    [update],
    [update],
    [update, 'Creation of the IEC-ISO-ITU Smart Cities Standards Map'],
  ]);
});

test('the 31st meeting of 26 September 2025 and the mechanism of January 2025 are events of the JCA', () => {
  const events = texts('event', 'JCA-IoT, DT and SSC&C').join('\n');
  expect(events).toContain('31st meeting, 26 September 2025');
  expect(events).toContain('Liaison statement to TSAG in reply to TSAG LS9');
  expect(events).toContain(
    'January 2025: mechanism for continuous updates of the Joint IEC-ISO-ITU Smart Cities Standards Map established, as proposed by J-SCTF',
  );
  expect(texts('note', 'JCA-IoT, DT and SSC&C').join()).toContain('ISO and IEC have appointed contact persons');
  expect(texts('purpose', 'JCA-IoT, DT and SSC&C').join()).toContain('no standardization effort is duplicated');
});

test('the six resolutions that mandate the work carry their titles', () => {
  expect(texts('mandate', 'ITU-T SG20')).toEqual([
    'PP Resolution 197 - Facilitating the Internet of things for smart sustainable cities and communities',
    'PP Resolution 200 - Connect 2030 Agenda for global telecommunication/information and communication technology, including broadband, for sustainable development',
    'WTSA Resolution 98 - Enhancing standardization of Internet of Things, digital twins, and smart sustainable cities and communities for global development',
    'WTSA Resolution 78 - Information and communication technology applications and standards for improved access to e-health services',
    'WTSA Resolution 105 - Promoting and strengthening metaverse standardization',
    'WTSA Resolution 106 - Enhancing standardization activities on sustainable digital transformation',
  ]);
});

test('the six verticals and the six challenges are there', () => {
  expect(texts('vertical', 'ITU-T SG20')).toEqual([
    'Transportation',
    'Agriculture',
    'Healthcare',
    'Energy',
    'Public administration',
    'Manufacturing',
  ]);
  expect(texts('challenge', 'ITU-T SG20')).toEqual([
    'Data privacy',
    'Ethical and accessibility',
    'Regulatory hurdles',
    'Public acceptance and trust',
    'Infrastructure and resources',
    'Interoperability and standards',
  ]);
});

test('194 Member States, more than 1,000 members and over 200 cities with the KPIs of Y.4903', () => {
  expect(facts.filter((fact) => fact.kind === 'membership').map((fact) => [fact.about, fact.value])).toEqual([
    ['itu-t', 194],
    ['itu-t', 1000],
    ['U4SSC', 200],
  ]);
  expect(texts('note', 'U4SSC').join()).toContain('ITU-T Y.4903');
});

test('the external bodies are ISO, IEC, academia, consortia, forums, oneM2M and the LoRa Alliance', () => {
  expect(facts.filter((fact) => fact.kind === 'external-body').map((fact) => fact.text.split(',')[0])).toEqual([
    'ISO',
    'IEC',
    'Academia',
    'Consortia',
    'Forums',
    'oneM2M',
    'LoRa Alliance',
  ]);
});

test('the document types are there, contributions 12 calendar days before the meeting', () => {
  const types = facts.filter((fact) => fact.kind === 'document-type');
  expect(types.map((fact) => fact.text.split(/[: (]/)[0])).toEqual([
    'Contributions',
    'TDs',
    'Liaison',
    'Reports',
    'Collective',
    'Circulars',
    'Resolutions',
    'Working',
  ]);
  expect(types[0]).toMatchObject({ value: 12 });
  expect(types[0]?.text).toContain('12 calendar days before the meeting');
});

test('the nine links of the presentation lead to the groups', () => {
  expect(facts.filter((fact) => fact.url !== undefined).map((fact) => fact.url)).toEqual([
    'https://www.itu.int/cities/',
    'https://www.itu.int/go/tsg20',
    'http://itu.int/go/tsg20rgafr',
    'http://itu.int/go/tsg20rgarb',
    'http://itu.int/go/tsg20rglatam',
    'http://itu.int/go/tsg20rgeecat',
    'http://itu.int/go/tsg20rgap',
    'https://www.itu.int/en/ITU-T/jca/iot/Pages/default.aspx',
    'https://u4ssc.itu.int/',
  ]);
});

test('the 18 Recommendations that the presentation names are one note, by number and counted', () => {
  const notes = facts.filter((fact) => fact.about === 'ITU-T SG20' && fact.text.startsWith('18 key Recommendations: '));
  expect(notes.map((fact) => [fact.kind, fact.value])).toEqual([['note', 18]]);
  expect(notes[0]?.text.replace('18 key Recommendations: ', '').split(', ')).toEqual(
    [
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
    ].map((number) => `ITU-T ${number}`),
  );
});

test('the nine Questions of Study Group 20 are always there, with their titles', () => {
  const questions = groups.filter((group) => group.kind === 'question');
  expect(questions.map((group) => [group.id, group.title])).toEqual([
    ['ITU-T Q1/20', 'Interworking between smart city platforms including digital twins'],
    [
      'ITU-T Q2/20',
      'Requirements, capabilities and architectural frameworks of Internet of Things (IoT) and smart sustainable cities and communities (SSC&C) across verticals',
    ],
    [
      'ITU-T Q3/20',
      'Architectures, functionalities and protocols in applications of verticals and infrastructures of Internet of Things (IoT) and smart sustainable cities and communities (SSC&C)',
    ],
    [
      'ITU-T Q4/20',
      'Data analytics, sharing, processing and management, including big data aspects, of Internet of Things (IoT) and smart sustainable cities and communities (SSC&C)',
    ],
    ['ITU-T Q5/20', 'Terminology and definitions, study and research of emerging digital technologies'],
    [
      'ITU-T Q6/20',
      'Security, privacy, trustworthiness, and identification of Internet of Things (IoT) and smart sustainable cities and communities (SSC&C)',
    ],
    ['ITU-T Q7/20', 'Evaluation and assessment of smart sustainable cities and communities and digital services'],
    [
      'ITU-T Q8/20',
      'Human-centric digital services enabled by Internet of Things (IoT) and smart sustainable cities and communities (SSC&C) related to digital health, accessibility and inclusion',
    ],
    ['ITU-T Q9/20', 'Decentralized/distributed Internet of Things (IoT)'],
  ]);
  expect(questions.every((group) => group.parent === 'ITU-T SG20')).toBe(true);
});

test('the 16 mailing lists belong to their groups and no other address is a contact', () => {
  expect(
    Object.fromEntries(
      groups.flatMap((group) => (group.contacts ?? []).map((address) => [address.replace('@lists.itu.int', ''), group.id])),
    ),
  ).toEqual({
    t25sg20all: 'ITU-T SG20',
    t25sg20q1: 'ITU-T Q1/20',
    t25sg20q2: 'ITU-T Q2/20',
    t25sg20q3: 'ITU-T Q3/20',
    t25sg20q4: 'ITU-T Q4/20',
    t25sg20q5: 'ITU-T Q5/20',
    t25sg20q6: 'ITU-T Q6/20',
    t25sg20q7: 'ITU-T Q7/20',
    t25sg20q8: 'ITU-T Q8/20',
    t25sg20q9: 'ITU-T Q9/20',
    t25sg20ahgeem: 'AHG-EEM',
    tsg20rgap: 'SG20RG-AP',
    tsg20rgarb: 'SG20RG-ARB',
    tsg20rgafr: 'SG20RG-AFR',
    tsg20rglatam: 'SG20RG-LATAM',
    tsg20rgeecat: 'SG20RG-EECAT',
  });
});

test('the five regional groups, the ad hoc group, the JCA with its earlier name and J-SCTF are always there', () => {
  expect(groups.filter((group) => group.kind === 'regional-group').map((group) => group.id)).toEqual([
    'SG20RG-AFR',
    'SG20RG-AP',
    'SG20RG-ARB',
    'SG20RG-EECAT',
    'SG20RG-LATAM',
  ]);
  expect(groups.find((group) => group.id === 'AHG-EEM')?.title).toContain('effective energy management');
  expect(groups.find((group) => group.id === 'JCA-IoT, DT and SSC&C')?.aliases).toContain('JCA-IoT and SC&C');
  expect(groups.find((group) => group.id === 'J-SCTF')?.title).toBe('Joint IEC-ISO-ITU Smart Cities Task Force');
});

test('U4SSC has its nine thematic groups', () => {
  expect(new Set(groups.filter((group) => group.parent === 'U4SSC').map((group) => group.title))).toEqual(
    new Set([
      'City Platforms',
      'Building Urban Economic Resilience at City Level',
      'Artificial Intelligence in Cities',
      'Enabling People-Centred Cities through Digital Transformation',
      'Digital Wellbeing',
      'Future Foresight for Cities',
      'Sustainable Digital Transformation in Buildings and Energy',
      'Social-cultural Sustainability in People-centred City Governance',
      'Digital Public Infrastructure for Cities',
    ]),
  );
});

test('every fact and activity is about a group of the registry or an SDO and has one of the two sources', () => {
  const subjects = new Set(['itu-t', ...groups.map((group) => group.id)]);
  expect(facts.filter((fact) => !subjects.has(fact.about))).toEqual([]);
  expect(activities.filter((one) => !subjects.has(one.committee))).toEqual([]);
  expect(sources.map((source) => source.id)).toEqual(['jca-report-2025-09', 'sg20-presentation-2025']);
  expect(
    sources.filter((source) => source.sdos !== undefined),
    'they list no standards',
  ).toEqual([]);
});

test('no name of a person is in the curated files', () => {
  const everything = ['background', 'committees', 'corrections', 'provenance']
    .map((name) => JSON.stringify(dataFile(`sources/${name}.json`)))
    .join();
  expect(everything).not.toMatch(/\b(?:Mr|Ms|Mrs|Dr|Chair|Vice-chair|Counsellor)\b/);
});

test('a forgotten cell is an error, for it could be a blank or a zero', () => {
  const wrong = (change: (file: File) => void) => () => readBackground(altered(json as File, change));
  expect(wrong((file) => Reflect.deleteProperty(file.activities[5] ?? {}, 'participants'))).toThrow(
    'background.json activities[5].participants: got nothing, expected a value, or null where the report leaves the cell blank.',
  );
  expect(wrong((file) => Object.assign(file.activities[0] ?? {}, { participants: -1 }))).toThrow('got -1, expected an integer ≥ 0');
  expect(wrong((file) => Object.assign(file.activities[0] ?? {}, { id: 'jca-2023-01' }))).toThrow('got the id "jca-2023-01" twice');
  expect(wrong((file) => Object.assign(file.facts[0] ?? {}, { kind: 'evnt' }))).toThrow('Nearest: "event".');
  expect(wrong((file) => Object.assign(file.facts[0] ?? {}, { source: 'jca-report-2025-08' }))).toThrow('Nearest: "jca-report-2025-09".');
});
