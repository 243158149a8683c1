import { expect, test } from 'vitest';
import { familyKey, titleKey } from '../../src/pipeline/title-key.js';
import type { CatalogueRecord } from '../../src/pipeline/record.js';
import { landscape, published, record } from './catalogue-record.js';

const told = (...records: readonly CatalogueRecord[]): unknown =>
  landscape(...records).statements.map(
    ({ subject, relation }) => `${subject} ${relation.type} ${relation.to}${relation.external === true ? ' (outside)' : ''}`,
  );

test("ITU-T Y.4500.n, ETSI TS 118 1nn and oneM2M TS-00nn are one text, told by oneM2M's number", () => {
  const itu = record('itu', 'ITU-T Y.4500.9 (03/2018)', { title: 'oneM2M – HTTP protocol binding', stage: 'Published' });
  const etsi = record('etsi', 'ETSI TS 118 109 V4.4.1 (2023-12)', {
    title: 'oneM2M; HTTP Protocol Binding [oneM2M TS-0009 version 4.4.1 Release 4]',
  });
  expect(told(itu, etsi)).toEqual(['ITU-T Y.4500.9 same-text ETSI TS 118 109']);
  expect(told(itu)).toEqual(['ITU-T Y.4500.9 transposes oneM2M TS-0009 (outside)']);
  expect(landscape(etsi).works[0]?.aliases).toEqual(['oneM2M TS-0009']);
});

test("an identifier of ISO on ITU's record is evidence: a twin when the abstract says aligned, the same text otherwise", () => {
  expect(
    told(
      record('itu', 'ITU-T F.749.5 (10/2021)', {
        stage: 'Published',
        title: 'Vehicle domain service',
        otherIds: [{ type: 'ISO', id: 'ISO 23239-1' }],
        abstract: 'F.749.5 is technically aligned with ISO 23239-1.',
      }),
      record('iso', 'ISO 23239-1:2021', { stage: '60.60', title: 'Vehicle domain services' }),
      record('itu', 'ITU-T Y.4803/H.642.3 (06/2012)', {
        stage: 'Published',
        title: 'Tag-based identification',
        otherIds: [{ type: 'ISO', id: 'ISO/IEC 29177' }],
      }),
    ),
  ).toEqual(['ITU-T F.749.5 twin ISO 23239-1', 'ITU-T Y.4803/H.642.3 same-text ISO/IEC 29177 (outside)']);
});

test('the abstract of a text may name the one it is identical with or was published as', () => {
  expect(
    told(
      record('etsi', 'ETSI TS 103 938 V2.0.0 (2023-02)', {
        title: 'Local Dynamic Map; Release 2',
        abstract: 'Release 2, previously published as EN 302 895 V1.1.1 (Release 1).',
      }),
      record('etsi', 'ETSI EN 302 895 V1.1.1 (2014-09)', { title: 'Basic Set of Applications; LDM' }),
      record('itu', 'ITU-T L.1071 (05/2025)', {
        title: 'Model for circularity',
        stage: 'Published',
        abstract: 'It is technically equivalent to ETSI ES 204 082, and other things.',
      }),
    ),
  ).toEqual(['ETSI TS 103 938 supersedes ETSI EN 302 895', 'ITU-T L.1071 twin ETSI ES 204 082 (outside)']);
});

test('ETSI names what it endorses in the brackets of a title', () => {
  expect(
    told(
      record('etsi', 'ETSI TS 103 908 V1.1.1 (2011-10)', { title: 'BPSK Narrow Band Power Line Channel [CEN EN 14908-3:2006, modified]' }),
      record('etsi', 'ETSI TS 103 901 V1.1.1 (2015-06)', {
        title: 'Coexistence of PLT; [IEEE Std 1901.2TM - 2013, Narrowband Power Line Communications, Section 10 Coexistence]',
      }),
      record('ieee', 'IEEE Std 1901.2-2013', { title: 'IEEE Standard for Low-Frequency Power Line Communications', stage: 'Inactive' }),
    ),
  ).toEqual(['ETSI TS 103 908 adopts CEN EN 14908-3 (outside)', 'ETSI TS 103 901 incorporates IEEE Std 1901.2']);
});

test('equal titles of different SDOs name one text, whatever leads to the subject', () => {
  expect(
    told(
      record('ogc', '18-088', {
        title: 'OGC SensorThings API Part 1: Sensing Version 1.1',
        doctype: 'standard',
        ...published('2021-08-04'),
      }),
      record('itu', 'ITU-T Y.4473 (08/2020)', { title: 'SensorThings API – Sensing', stage: 'Published', ...published('2020-08-29') }),
      record('ogc', '20-082r4', {
        title: 'Topic 20 - Observations, measurements and samples',
        doctype: 'abstract-specification-topic',
        ...published('2023-05-26'),
      }),
      record('iso', 'ISO 19156:2023', {
        title: 'Geographic information - Observations, measurements and samples',
        stage: '60.60',
        ...published('2023-04'),
      }),
      record('iec', 'IEC 63203-801-1:2022', {
        title: 'Wearable devices - Part 801-1: Smart body area network (SmartBAN) - Enhanced ultra-low power physical layer',
        stage: 'PUBLISHED',
        ...published('2022-10-01'),
      }),
      record('etsi', 'ETSI TS 103 326 V1.2.1 (2021-07)', {
        title: 'Smart Body Area Network (SmartBAN); Enhanced Ultra-Low Power Physical Layer',
      }),
    ),
  ).toEqual(['OGC 18-088 same-text ITU-T Y.4473', 'OGC 20-082 same-text ISO 19156', 'IEC 63203-801-1 same-text ETSI TS 103 326']);
});

test('ISO and IEC adopt a text of IEEE under a number of their own', () => {
  expect(
    told(
      record('ieee', 'IEEE Std 1888-2014', {
        title: 'IEEE Standard for Ubiquitous Green Community Control Network Protocol',
        stage: 'Inactive',
      }),
      record('iso', 'ISO/IEC/IEEE 18880:2015', {
        title: 'Information technology - Ubiquitous green community control network protocol',
        stage: '90.93',
      }),
    ),
  ).toEqual(['ISO/IEC/IEEE 18880 adopts IEEE Std 1888']);
});

test('boilerplate titles, other parts and texts of one SDO are no twins', () => {
  expect(
    told(
      record('etsi', 'ETSI TS 118 118 V2.6.1 (2020-03)', { title: 'oneM2M Test Suite Structure and Test Purposes' }),
      record('iso', 'ISO 13140-1:2016', {
        title: 'Evaluation to ISO 13141 - Part 1: Test suite structure and test purposes',
        stage: '60.60',
      }),
      record('iso', 'ISO 13143-1:2020', {
        title: 'Evaluation to ISO 12813 - Part 1: Test suite structure and test purposes',
        stage: '60.60',
      }),
      record('itu', 'ITU-T Y.4001 (11/2015)', { title: 'Home network architecture - Part 1', stage: 'Published' }),
      record('iec', 'IEC 60001-2:2015', { title: 'Home network architecture - Part 2', stage: 'PUBLISHED' }),
      record('iso', 'ISO 1:2016', { title: 'Vocabulary of smart things', stage: '60.60' }),
      record('iso', 'ISO 2:2016', { title: 'Vocabulary of smart things', stage: '60.60' }),
    ),
  ).toEqual([]);
});

test('what an abstract names is a reference, with a hyphen that does not break and in either half of a dual number; pairs already tied get none', () => {
  const { statements } = landscape(
    record('iso', 'ISO 37122:2019', {
      title: 'Indicators for smart cities',
      stage: '60.60',
      abstract:
        'This document, in conjunction with ISO 37120 and ISO 52120\u20111, and Part 2, applies. ISO 37122 and ISO 99999 are not in question. See ITU-T Y.4903.',
    }),
    record('iso', 'ISO 37120:2018', { title: 'Indicators for city services', stage: '60.60' }),
    record('iso', 'ISO 52120-1:2021', { title: 'Energy performance', stage: '60.60' }),
    record('itu', 'ITU-T Y.4903/L.1603 (10/2016)', { title: 'Key performance indicators', stage: 'Published' }),
    record('iso', 'ISO 37151:2024', {
      title: 'Metrics',
      stage: '60.60',
      abstract: 'It replaces ISO/TS 37151.',
      relations: [{ type: 'obsoletes', to: 'ISO/TS 37151:2015' }],
    }),
    record('iso', 'ISO/TS 37151:2015', { title: 'Metrics', stage: '95.99' }),
  );
  expect(statements.map(({ subject, relation }) => `${subject} ${relation.type} ${relation.to}`)).toEqual([
    'ISO 37151 supersedes ISO/TS 37151',
    'ISO 37122 references ISO 37120',
    'ISO 37122 references ISO 52120-1',
    'ISO 37122 references ITU-T Y.4903/L.1603',
  ]);
  expect(statements[1]?.relation.evidence).toBe('Abstract of ISO 37122:2019 names it');
});

test('a title key holds what the publishers of one text share', () => {
  expect(titleKey('Internet of Things (IoT) – Organisation of “smart” cities')).toBe('iot organization of smart cities');
  expect(titleKey('IEEE Standard for Smart Grids, Version 2.1')).toBe('smart grids');
  expect(familyKey('OGC® City Geography Markup Language (CityGML) Encoding Standard')).toBe(
    familyKey('OpenGIS City Geography Markup Language 2.0 Encoding Standard'),
  );
});
