import { expect, test } from 'vitest';
import type { Classifiable } from '../../src/pipeline/classify.js';
import { classify, readClassification } from '../../src/pipeline/classify.js';
import { readCommittees } from '../../src/pipeline/committees.js';
import { readSelection } from '../../src/pipeline/select.js';
import { readTaxonomy } from '../../src/pipeline/taxonomy.js';
import { altered, dataFile } from './data-file.js';

const json = dataFile('sources/classification.json');
const taxonomy = dataFile('taxonomy.json');
const rules = readClassification(json, taxonomy);
interface File {
  topics: Record<string, unknown>[];
  roles: Record<string, unknown>[];
  limits: Record<string, unknown>;
}
interface Terms {
  capability: { terms: Record<string, unknown>[] };
  role: { terms: Record<string, unknown>[] };
  deliverables: Record<string, Record<string, string>>;
}

function work(title: string, part: Partial<Classifiable> = {}): Classifiable {
  return { id: 'X 1', title, abstract: '', keywords: [], deliverable: 'IS', sdo: 'iso', committees: [], group: '', ...part };
}
const topics = (title: string, part?: Partial<Classifiable>): readonly string[] => classify(work(title, part), rules).topics;
const role = (title: string, part?: Partial<Classifiable>): string => classify(work(title, part), rules).role;
const level = (title: string, part?: Partial<Classifiable>): string => classify(work(title, part), rules).level;
const kind = (deliverable: string, sdo: string): string => classify(work('Sensor', { deliverable, sdo }), rules).kind;

test.each([
  ['Framework of city-level energy data sharing and analytics among buildings', ['ai', 'buildings', 'energy', 'data']],
  ['Maturity model of digital supply chain for smart sustainable cities', ['industry', 'assessment']],
  ['Accessibility requirements for user interface of smart applications supporting IoT', ['inclusion', 'architecture']],
  ['Vocabulary for blockchain for supporting Internet of things and smart cities and communities', ['decentralized', 'terminology']],
  ['Requirements and capability framework of digital twin for intelligent transport system', ['digital-twin', 'mobility', 'architecture']],
  [
    'Requirements for water quality assessment services using ubiquitous sensor networks (USNs)',
    ['environment', 'assessment', 'devices', 'network'],
  ],
  ['Framework of smart greenhouse service', ['agriculture', 'architecture']],
  ['Capability framework for e-health monitoring services', ['health', 'architecture']],
  ['Smart community infrastructures – Disaster risk reduction – Guidance for implementing seismometer systems', ['safety', 'guidance']],
  ['Quality management systems – Guidelines for the application of ISO 9001 in local government', ['government', 'guidance']],
  ['oneM2M – Security solutions', ['security', 'platform']],
])('%s is about %j', (title, expected) => {
  expect(topics(title)).toEqual(expected);
});

test.each([
  [
    'Intelligent Transport Systems (ITS); GeoNetworking; Port Numbers for the Basic Transport Protocol (BTP)',
    'industry',
    'a port number is no port',
  ],
  ['Internet of things (IoT) – Transport interoperability', 'mobility', 'a transport layer carries no passengers'],
  ['SmartM2M; SAREF publication framework reinforcing the engagement of its community of users', 'mobility', 'its is not ITS'],
  ['5G; Ambient IoT Non-Access-Stratum (AIoT NAS) protocol for 5G System (5GS)', 'ai', 'AIoT is ambient IoT here'],
  ['Smart city system – Methodology for concepts building', 'buildings', 'concepts are no houses'],
  ['Building an Ecosystem for open data', 'buildings', 'building is a verb here'],
  ['Industry Foundation Classes (IFC) for data sharing', 'industry', 'the name of a format is no industry'],
  ['Geographic information – Spatial referencing by geographic identifiers', 'devices', 'a place name identifies no device'],
  [
    'Requirements for vulnerable road user protection services using a vehicle gateway',
    'security',
    'a vulnerable pedestrian is no vulnerability',
  ],
  [
    'IEEE Standard for Broadband over Power Line Networks: Medium Access Control and Physical Layer',
    'security',
    'medium access is no access right',
  ],
  ['Observations and Measurements', 'assessment', 'the name of a data model is no measurement'],
  [
    'Security and resilience – Community resilience – Guidelines for planning recovery',
    'security',
    'resilience of societies is no information security',
  ],
  ['Use of information and communication technology for climate change adaptation in cities', 'network', 'ICT is no network'],
  ['Water reuse in urban areas – Guidelines for decentralized/onsite water reuse system', 'decentralized', 'a water plant is no ledger'],
  ['Electricity supply of cranes, use cases', 'government', 'electricity is no city'],
  ['Hydraulic conditions in wastewater transport systems', 'mobility', 'wastewater does not commute'],
])('%s is not about %s: %s', (title, wrong) => {
  expect(topics(title)).not.toContain(wrong);
});

test('each topic comes with its reason, in the same order, in whole words of the title', () => {
  const { topics: given, reasons } = classify(work('Unified Internet of things identifiers for intelligent transportation systems'), rules);
  expect(given).toEqual(['mobility', 'devices']);
  expect(reasons).toEqual(['title: “intelligent transportation systems”', 'title: “identifiers”']);
});

test('a reason shows whole words, compounds included', () => {
  expect(classify(work('Capability framework of the edge-computing-enabled gateway'), rules).reasons[0]).toBe(
    'title: “edge-computing-enabled”',
  );
});

test('of an abstract the two topics that it mentions most are taken', () => {
  const abstract = 'A sensor. Protocols, a protocol and one more protocol. An architecture and its architectural views.';
  expect(topics('Smart lifts', { abstract })).toEqual(['buildings', 'network', 'architecture']);
});

test('a committee with one subject gives its topic beside those of the title', () => {
  const { topics: given, reasons } = classify(work('Adaptive cruise control – Conformance', { committees: ['ISO/TC 204'] }), rules);
  expect(given).toEqual(['assessment', 'mobility']);
  expect(reasons).toEqual(['title: “Conformance”', 'committee: ISO/TC 204']);
});

test('a general text that the committee owns beside its subject does not get the subject', () => {
  expect(topics('Use case methodology – Part 2: Definition of the templates', { committees: ['IEC SyC Smart Energy'] })).toEqual([
    'guidance',
  ]);
  expect(topics('Generic requirements', { committees: ['IEC SyC Smart Energy'] })).toContain('energy');
});

test('the group of the selection counts where the committee is not named', () => {
  const { topics: given, reasons } = classify(
    work('Handling of personally identifiable information', {
      group: 'ITU-T SG17 IoT/ITS/smart grid security',
      sdo: 'itu-t',
      deliverable: 'Recommendation',
    }),
    rules,
  );
  expect(given[0]).toBe('security');
  expect(reasons[0]).toBe('selected as: ITU-T SG17 IoT/ITS/smart grid security');
});

test('keywords and abstract speak only where the title leaves an axis empty', () => {
  const silent = { deliverable: 'TS', sdo: 'etsi' };
  expect(classify(work('Smart lifts', { ...silent, keywords: ['IoT', 'INTEROPERABILITY'], abstract: 'Sensors.' }), rules)).toMatchObject({
    topics: ['buildings', 'platform'],
    reasons: ['title: “lifts”', 'keyword: “INTEROPERABILITY”'],
  });
  expect(
    classify(
      work('Smart lifts', { ...silent, abstract: 'Sensors and further sensors on a network protocol within an architecture.' }),
      rules,
    ),
  ).toMatchObject({
    topics: ['buildings', 'devices', 'network'],
    reasons: ['title: “lifts”', 'abstract: “Sensors”', 'abstract: “protocol”'],
  });
  expect(topics('Smart lifts with sensors', { ...silent, keywords: ['security'] })).toEqual(['buildings', 'devices']);
});

test('an abstract must name a domain three times', () => {
  expect(topics('Use of a protocol', { abstract: 'Intelligent transport and traffic management.' })).toEqual(['network']);
  expect(topics('Use of a protocol', { abstract: 'Vehicles, a vehicle, and intelligent transport.' })).toEqual(['mobility', 'network']);
});

test('at most four topics, and a capability among them when there is one', () => {
  const many = topics('Agriculture, health, accessibility, disaster, manufacturing and water of buildings with sensors');
  expect(many).toHaveLength(4);
  expect(many).toEqual(['agriculture', 'inclusion', 'health', 'devices']);
});

test('a work that no rule reaches says so and does not stop the map', () => {
  expect(classify(work('Zzz'), rules)).toMatchObject({ topics: ['architecture'], reasons: ['no rule matches'] });
});

test.each([
  ['Sustainable cities and communities – Vocabulary', 'vocabulary'],
  ['Intelligent Transport Systems (ITS); Testing; Conformance test specifications for GeoNetworking', 'assessment-test'],
  ['Key performance indicators for smart sustainable cities', 'assessment-test'],
  ['Security framework for the Internet of things', 'security'],
  ['oneM2M – MQTT protocol binding', 'interface-data'],
  ['Context Information Management (CIM); NGSI-LD API', 'interface-data'],
  ['Requirements and functional architecture for smart parking lots in smart cities', 'architecture'],
  ['Accessibility requirements for the Internet of things applications and services', 'requirements'],
  ['Geographic information – Observations, measurements and samples', 'interface-data'],
  ['Intelligent transport systems – ITS station management – Part 4: Station-internal management communications', 'interface-data'],
  ['Framework of a building infrastructure management system for sustainable cities', 'architecture'],
  ['Building information modelling (BIM) – Information management using building information modelling', 'process-guidance'],
  ['Lane change decision aid systems (LCDAS) – Performance requirements and test procedures', 'requirements'],
  [
    'Sustainable cities and communities – Guidance on establishing smart city operating models for sustainable communities',
    'process-guidance',
  ],
])('%s has the role %s', (title, expected) => {
  expect(role(title)).toBe(expected);
});

test('a title without a word for its role takes it from the form of the text, then from its first capability', () => {
  expect(role('Water services for temporary settlements', { deliverable: 'TR' })).toBe('process-guidance');
  expect(role('IPv6 networking', { deliverable: 'IS' })).toBe('interface-data');
});

test.each([
  ['Sustainable cities and communities – Indicators for smart cities', 'strategic'],
  ['ITU-T Y.4000 series – Smart sustainable cities – A guide for city leaders', 'strategic'],
  ['Smart community infrastructures – Guidance on smart transportation', 'process'],
  ['Assessment framework of Internet of things sensing quality', 'process'],
  ['Functional architecture for smart door lock service framework', 'technical'],
  ['Conformance test specifications for GeoNetworking', 'technical'],
])('%s is of the level %s', (title, expected) => {
  expect(level(title)).toBe(expected);
});

test('a white paper speaks to those who decide', () => {
  expect(level('Wireless sensor networks', { deliverable: 'White Paper', sdo: 'iec' })).toBe('strategic');
});

test('the kind follows from the form that the SDO gives its text', () => {
  expect([
    kind('Recommendation', 'itu-t'),
    kind('IS', 'iso'),
    kind('IS', 'jtc1'),
    kind('EN', 'etsi'),
    kind('Standard', 'ogc'),
    kind('Recommendation', 'w3c'),
    kind('OASIS Standard', 'oasis'),
    kind('Standard', 'ieee'),
    kind('Recommendation', 'itu-r'),
  ]).toEqual(Array<string>(9).fill('normative'));
  expect([kind('TS', 'iso'), kind('PAS', 'iec'), kind('IWA', 'iso'), kind('GS', 'etsi'), kind('Committee Specification', 'oasis')]).toEqual(
    Array<string>(5).fill('pre-normative'),
  );
  expect([
    kind('Supplement', 'itu-t'),
    kind('TR', 'iso'),
    kind('SRD', 'iec'),
    kind('GR', 'etsi'),
    kind('Note', 'w3c'),
    kind('Best Practice', 'ogc'),
    kind('Discussion Paper', 'ogc'),
    kind('Engineering Report', 'ogc'),
    kind('Report', 'itu-r'),
    kind('White Paper', 'iec'),
  ]).toEqual(Array<string>(10).fill('informative'));
  expect([kind('EG', 'etsi'), kind('Handbook', 'itu-r'), kind('Guide', 'ieee')]).toEqual(['guide', 'guide', 'guide']);
});

test.each([
  'international-standard',
  'technical-specification',
  'technical-report',
  'publicly-available-specification',
  'system-reference-deliverable',
  'international-workshop-agreement',
  'wp',
  'tec',
  'sttr',
])('the form %s of the ISO and IEC catalogues has a kind', (doctype) => {
  expect(kind(doctype, 'iec')).not.toBe('');
});

test('a form without a kind stops the build with its name', () => {
  expect(() => kind('Poem', 'etsi')).toThrow('X 1: got the deliverable "Poem" of etsi, expected one that taxonomy.json maps to a kind.');
});

test('every committee and every group that a rule names exists', () => {
  const registry = readCommittees(dataFile('sources/committees.json'), [
    { id: 1, reference: 'ISO/TC 268', title: 'a', parentId: null, creationDate: '2012', liaisons: [] },
    { id: 2, reference: 'ISO/IEC/JTC 4', title: 'b', parentId: null, creationDate: '2025', liaisons: [] },
  ]);
  const groups = new Set(readSelection(dataFile('sources/selection.json')).rules.map((rule) => rule.group));
  for (const rule of [...rules.certain, ...rules.fallback]) {
    const own = [...rule.committees].filter((id) => !/^ISO\/(?:TC|PC|IEC JTC)/.test(id));
    expect(() => registry.used(own)).not.toThrow();
    expect([...rule.groups].filter((group) => !groups.has(group))).toEqual([]);
  }
});

test('the taxonomy has 10 domains and 12 capabilities, and a label, meaning and source for every other term', () => {
  const words = readTaxonomy(taxonomy);
  expect(words.topics.filter((topic) => topic.axis === 'domain').map((topic) => topic.id)).toEqual([
    'mobility',
    'energy',
    'environment',
    'buildings',
    'health',
    'safety',
    'government',
    'industry',
    'agriculture',
    'inclusion',
  ]);
  expect(words.topics.filter((topic) => topic.axis === 'capability').map((topic) => topic.id)).toEqual([
    'terminology',
    'architecture',
    'devices',
    'network',
    'data',
    'platform',
    'digital-twin',
    'ai',
    'decentralized',
    'security',
    'assessment',
    'guidance',
  ]);
  expect(words.topics.every((topic) => topic.sources.length > 0)).toBe(true);
  for (const term of [...words.roles, ...words.levels, ...words.kindTerms, ...words.statuses, ...words.tiers])
    expect([term.id, term.sources.length > 0]).toEqual([term.id, true]);
});

test('a wrong entry is named with its place, what it is and the nearest right one', () => {
  const wrong = (change: (file: File) => void) => () => readClassification(altered(json as File, change), taxonomy);
  expect(wrong((file) => Object.assign(file.topics[0] ?? {}, { id: 'agricultur' }))).toThrow(
    'classification.json topics[0].id: got "agricultur", expected one of',
  );
  expect(wrong((file) => Object.assign(file.topics[0] ?? {}, { id: 'agricultur' }))).toThrow('Nearest: "agriculture".');
  expect(wrong((file) => Object.assign(file.topics[0] ?? {}, { title: ['fine', '(('] }))).toThrow(
    'classification.json topics[0].title[1]: got "((", expected a regular expression',
  );
  expect(wrong((file) => file.topics.pop())).toThrow('expected one.');
  expect(wrong((file) => Object.assign(file.roles[0] ?? {}, { role: 'requirement' }))).toThrow('Nearest: "requirements".');
  expect(wrong((file) => Object.assign(file.limits, { topics: 0 }))).toThrow(
    'classification.json limits.topics: got 0, expected an integer ≥ 1.',
  );
  const terms = (change: (copy: Terms) => void) => () => readTaxonomy(altered(taxonomy as Terms, change));
  expect(terms((copy) => Object.assign(copy.capability.terms[0] ?? {}, { id: 'data' }))).toThrow(
    'taxonomy.json: got the topic "data" twice, expected it once.',
  );
  expect(terms((copy) => copy.role.terms.pop())).toThrow('taxonomy.json role terms: got "process-guidance" 0 times, expected it once.');
  expect(terms((copy) => Object.assign(copy.deliverables['etsi'] ?? {}, { EN: 'normativ' }))).toThrow(
    'taxonomy.json deliverables.etsi.EN: got "normativ", expected one of normative',
  );
});
