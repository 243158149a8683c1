/**
 * The words of version 1 for those of version 0. They are written out here, and nothing of the present model is asked: version 1 stays what it was,
 * whatever later versions are.
 */

/** Ids of SDOs by the names that texts carried. */
export const SDOS: ReadonlyMap<string, readonly [id: string, title: string]> = new Map([
  ['ISO', ['iso', 'International Organization for Standardization']],
  ['IEC', ['iec', 'International Electrotechnical Commission']],
  ['ITU-T', ['itu-t', 'ITU Telecommunication Standardization Sector']],
  ['ITU-R', ['itu-r', 'ITU Radiocommunication Sector']],
  ['ETSI', ['etsi', 'European Telecommunications Standards Institute']],
  ['IEEE', ['ieee', 'Institute of Electrical and Electronics Engineers']],
  ['OGC', ['ogc', 'Open Geospatial Consortium']],
  ['OASIS', ['oasis', 'Organization for the Advancement of Structured Information Standards']],
  ['W3C', ['w3c', 'World Wide Web Consortium']],
  ['SAE', ['sae', 'SAE International']],
]);

/** Labels and axes of the topics of the first selection. */
export const TOPICS: ReadonlyMap<string, readonly [label: string, axis: 'domain' | 'capability']> = new Map([
  ['mobility', ['Transport and mobility', 'domain']],
  ['energy', ['Energy', 'domain']],
  ['home', ['Homes', 'domain']],
  ['buildings-BIM', ['Buildings and building information', 'domain']],
  ['water', ['Water', 'domain']],
  ['health-ageing', ['Health and ageing', 'domain']],
  ['resilience-climate', ['Resilience and climate', 'domain']],
  ['governance-planning', ['Governance and planning', 'domain']],
  ['industry', ['Industry', 'domain']],
  ['agri-food', ['Agriculture and food', 'domain']],
  ['iot-architecture', ['IoT and architecture', 'capability']],
  ['data-platform', ['Data and platforms', 'capability']],
  ['security-privacy-trust', ['Security, privacy and trust', 'capability']],
  ['identification', ['Identification', 'capability']],
  ['geospatial', ['Geospatial information', 'capability']],
  ['indicators-assessment', ['Indicators and assessment', 'capability']],
  ['digital-twin', ['Digital twins', 'capability']],
  ['vocabulary', ['Vocabulary', 'capability']],
]);
/** The topic of a text that had none. */
export const NO_TOPIC = 'unclassified';

/** Version 0 had no roles; some of its topics tell one. The first that applies. */
export const ROLE_OF_TOPIC: readonly (readonly [topic: string, role: string])[] = [
  ['vocabulary', 'vocabulary'],
  ['security-privacy-trust', 'security'],
  ['indicators-assessment', 'assessment-test'],
  ['iot-architecture', 'architecture'],
  ['data-platform', 'interface-data'],
];

/** Forms of text that are not normative, lower case; of all others a text is. */
export const KINDS: ReadonlyMap<string, string> = new Map([
  ...['ts', 'pas', 'iwa', 'gs', 'specification', 'technicalreport'].map((name) => [name, 'pre-normative'] as const),
  ...['tr', 'srd', 'gr', 'sr', 'supplement', 'wp', 'tec', 'sttr', 'other', 'report'].map((name) => [name, 'informative'] as const),
  ...['discussion-paper', 'engineering-report', 'best-practice'].map((name) => [name, 'informative'] as const),
  ...['guide', 'eg', 'handbook'].map((name) => [name, 'guide'] as const),
]);

/** States of a text: those of the catalogues, and the ones that W3C prints. */
export const STATUSES: ReadonlyMap<string, string> = new Map([
  ...['published', 'recommendation', 'note', 'registry', 'statement'].map((name) => [name, 'in-force'] as const),
  ...['draft', 'working draft', 'first public working draft', 'draft note', 'draft registry', 'candidate recommendation'].map(
    (name) => [name, 'under-development'] as const,
  ),
  ['superseded', 'superseded'],
  ...['withdrawn', 'deleted', 'retired'].map((name) => [name, 'withdrawn'] as const),
  ['unknown', 'unknown'],
]);

/** Relations that become one: its type, and whether subject and object change places. `hasEdition` and `editionOf` are the editions themselves. */
export const RELATIONS: ReadonlyMap<string, readonly [type: string, isTurned: boolean]> = new Map([
  ['replaces', ['supersedes', false]],
  ['obsoletes', ['supersedes', false]],
  ['replacedBy', ['supersedes', true]],
  ['willBeReplacedBy', ['supersedes', true]],
  ['obsoletedBy', ['supersedes', true]],
  ['updates', ['amends', false]],
  ['hasAmendment', ['amends', true]],
  ['partOf', ['part-of', false]],
  ['hasPart', ['part-of', true]],
]);

export const TIERS: readonly string[] = ['core', 'vertical', 'extended'];

/** The form of a committee by its name; the first that applies, else a working group. */
export const COMMITTEE_KINDS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/\/(?:SC [\w]+|CIS\/[A-Z])$/, 'subcommittee'],
  [/\bSyC\b/, 'systems-committee'],
  [/\bJTC \d+$/, 'joint-technical-committee'],
  [/\bPC \d+$/, 'project-committee'],
  [/\bTC \d+$|^CISPR$/, 'technical-committee'],
  [/Study Group|\bSG\d/, 'study-group'],
];
