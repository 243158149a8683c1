import { expect, test } from 'vitest';
import { sourceOf } from '../../src/pipeline/catalogues.js';
import type { CatalogueName, CatalogueRecord } from '../../src/pipeline/record.js';
import { readSelection, select } from '../../src/pipeline/select.js';
import { altered, dataFile } from './data-file.js';

const json = dataFile('sources/selection.json');
const rules = readSelection(json);
interface File {
  rules: Record<string, unknown>[];
  patterns: Record<string, { pattern: string }>;
}

function record(
  catalogue: CatalogueName,
  designation: string,
  title: string,
  committees: readonly string[] = [],
  doctype = '',
): CatalogueRecord {
  return {
    catalogue,
    source: sourceOf(catalogue),
    designation,
    title,
    committees,
    doctype,
    file: 'x.yaml',
    model: 'v1.2.9',
    otherIds: [],
    titles: {},
    stage: '',
    dates: [],
    edition: '',
    ics: [],
    url: '',
    relations: [],
    keywords: [],
    abstract: '',
  };
}

test('the work of the dedicated committees is the core, whatever the title', () => {
  expect(select(record('itu', 'ITU-T Y.4900/L.1600', 'Overview of key performance indicators', ['ITU-T Study Group 20']), rules)).toEqual({
    group: 'ITU-T SG20',
    tier: 'core',
  });
  expect(select(record('iso', 'ISO 37154:2017', 'Best practice guidelines for transportation', ['ISO/TC 268/SC 2']), rules)).toEqual({
    group: 'ISO/TC 268 (+SC 1, SC 2)',
    tier: 'core',
  });
  expect(select(record('etsi', 'ETSI TS 118 101 V4.1.0 (2021-01)', 'Functional Architecture', ['oneM2M']), rules)).toEqual({
    group: 'ETSI oneM2M',
    tier: 'core',
  });
});

test('a supplement that its own title files under the Y.4000 series is core, whatever committee the catalogue gives', () => {
  for (const [designation, title] of [
    ['ITU-T Y Suppl. 27 (01/2016)', 'ITU-T Y.4400 series – Smart sustainable cities – Setting the framework for an ICT architecture'],
    ['ITU-T Y Suppl. 42 (08/2016)', 'ITU-T Y.4100-series – Use cases of user-centric work space service'],
    ['ITU-T Y Suppl. 57 (12/2019)', 'Implementation guidelines to Recommendation ITU-T Y.4409/Y.2070'],
  ] as const)
    expect(select(record('itu', designation, title, ['ITU-T Study Group 13']), rules), designation).toEqual({
      group: 'ITU-T SG20',
      tier: 'core',
    });
  expect(
    select(record('itu', 'ITU-T Y Suppl. 103 (05/2026)', 'ITU-T Y.4223 – Supplement on use cases of smart cities and communities'), rules)
      ?.tier,
  ).toBe('core');
  expect(
    select(
      record('itu', 'ITU-T Y Suppl. 55 (10/2019)', 'ITU-T Y.3170-series – Machine learning in future networks', ['ITU-T Study Group 13']),
      rules,
    ),
  ).toBeNull();
});

test('the work of a vertical committee is vertical, other work with a smart-city title is extended', () => {
  expect(select(record('iso', 'ISO 15622:2018', 'Adaptive cruise control systems', ['ISO/TC 204']), rules)).toEqual({
    group: 'ISO/TC 204',
    tier: 'vertical',
  });
  expect(
    select(record('ieee', 'IEEE Std 2413-2019', 'IEEE Standard for an Architectural Framework for the Internet of Things (IoT)'), rules),
  ).toEqual({ group: 'IEEE, title', tier: 'extended' });
  expect(select(record('w3c', 'W3C REC-wot-architecture11-20231205', 'Web of Things (WoT) Architecture 1.1'), rules)).toEqual({
    group: 'W3C, title',
    tier: 'extended',
  });
});

test('trap 18 a committee that IEC prints without its own name is found as IEC committee', () => {
  expect(select(record('iec', 'IEC SRD 63235:2021', 'Concepts building', ['SyC Smart Cities']), rules)).toEqual({
    group: 'IEC SyC Smart Cities',
    tier: 'core',
  });
  expect(select(record('iec', 'IEC 62056-5-3:2023', 'The DLMS/COSEM suite', ['TC 13']), rules)).toEqual({
    group: 'IEC TC 13 smart metering',
    tier: 'vertical',
  });
});

test('a word inside another word is no smart-city word: electricity is no city', () => {
  expect(select(record('iso', 'ISO 1234:2020', 'Electricity supply of cranes', ['ISO/TC 96']), rules)).toBeNull();
  expect(
    select(record('etsi', 'ETSI TS 102 221 V16.2.0 (2020-04)', 'Smart Cards; UICC-Terminal interface', ['Smart Card Platform']), rules),
  ).toBeNull();
  expect(select(record('iso', 'ISO 5678:2020', 'Smart textiles - Definitions', ['ISO/TC 38']), rules)).toBeNull();
  expect(select(record('etsi', 'ETSI TS 101 999 V1.1.1 (2020-04)', 'Smart set-top boxes', ['Media']), rules)).toBeNull();
  expect(select(record('iso', 'ISO 9999:2021', 'Smart city street furniture', ['ISO/TC 38']), rules)).toEqual({
    group: 'ISO other TC, title',
    tier: 'extended',
  });
});

test('Questions are no standards, and drafts and white papers of IEEE have no designation of a standard', () => {
  expect(select(record('itu', 'ITU-T Q1/20', 'Interworking', ['ITU-T Study Group 20'], 'Question'), rules)).toBeNull();
  expect(select(record('ieee', 'IEEE Smart', 'Smart Cities white paper'), rules)).toBeNull();
  expect(select(record('ieee', 'IEEE Std P2413', 'Internet of Things'), rules)).toBeNull();
});

test('the first rule that holds gives the group: X.1352 is in the security range though its committee is not named', () => {
  expect(
    select(record('itu', 'ITU-T X.1352 (09/2022)', 'Security requirements for Internet of things devices and gateways'), rules),
  ).toEqual({ group: 'ITU-T SG17 IoT/ITS/smart grid security', tier: 'vertical' });
  expect(select(record('itu', 'ITU-T X.1400 (10/2020)', 'Security requirements', ['ITU-T Study Group 17']), rules)).toBeNull();
});

test('the file holds the 54 rules of 49 groups with one tier each', () => {
  const tiers = new Map(rules.rules.map((rule) => [rule.group, rule.tier]));
  expect(rules.rules).toHaveLength(54);
  expect(tiers.size).toBe(49);
  expect([...tiers.values()].filter((tier) => tier === 'core')).toHaveLength(10);
  expect([...tiers.values()].filter((tier) => tier === 'extended')).toHaveLength(9);
  expect(rules.rules.every((rule) => rule.reason.length > 20)).toBe(true);
});

test('a wrong entry is named with its place, what it is and the nearest right one', () => {
  const wrong = (change: (file: File) => void) => () => readSelection(altered(json as File, change));
  expect(wrong((file) => Object.assign(file.rules[0] ?? {}, { tier: 'coer' }))).toThrow(
    'selection.json rules[0].tier: got "coer", expected one of core, vertical, extended. Nearest: "core".',
  );
  expect(wrong((file) => Object.assign(file.rules[2] ?? {}, { titel: 'x' }))).toThrow('selection.json rules[2] key: got "titel"');
  expect(wrong((file) => Object.assign(file.rules[0] ?? {}, { committee: '(' }))).toThrow(
    'selection.json rules[0].committee: got "(", expected a regular expression',
  );
  expect(wrong((file) => Object.assign(file.rules[0] ?? {}, { title: '@smart-cty' }))).toThrow('Nearest: "@smart-city".');
  expect(wrong((file) => Object.assign(file.rules[1] ?? {}, { group: 'ITU-T SG20', tier: 'vertical' }))).toThrow(
    'expected one tier per group',
  );
  expect(() => readSelection([])).toThrow('selection.json: got a list of 0, expected an object.');
});
