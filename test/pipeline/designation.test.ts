import { expect, test } from 'vitest';
import { designationOf } from '../../src/pipeline/designation.js';
import type { CatalogueName } from '../../src/pipeline/record.js';
import { Report } from '../../src/pipeline/report.js';
import { record } from './catalogue-record.js';

const read = (catalogue: CatalogueName, designation: string): string => {
  const name = designationOf(record(catalogue, designation), new Report());
  return name === undefined ? 'none' : [name.work, name.edition, name.kind, name.deliverable, name.publishers.join('+')].join(' | ');
};

test.each<readonly [CatalogueName, string, string]>([
  ['iso', 'ISO 37122:2019', 'ISO 37122 | ISO 37122:2019 | edition | IS | iso'],
  ['iso', 'ISO/TS 37151:2015', 'ISO/TS 37151 | ISO/TS 37151:2015 | edition | TS | iso'],
  ['iso', 'ISO/CD TS 24315-1', 'ISO/TS 24315-1 | ISO/CD TS 24315-1 | draft | TS | iso'],
  ['iso', 'ISO/DTR 22625', 'ISO/TR 22625 | ISO/DTR 22625 | draft | TR | iso'],
  ['iso', 'ISO/IEC/IEEE FDIS 32857', 'ISO/IEC/IEEE 32857 | ISO/IEC/IEEE FDIS 32857 | draft | IS | iso+iec+ieee'],
  ['iso', 'ISO/DIS 7817.2', 'ISO 7817 | ISO/DIS 7817.2 | draft | IS | iso'],
  ['iso', 'ISO 15118-20:2022/CD Amd 1', 'ISO 15118-20 | ISO 15118-20:2022/Amd 1 | amendment | IS | iso'],
  ['iso', 'IWA 39:2022', 'IWA 39 | IWA 39:2022 | edition | IWA | iso'],
  ['iso', 'ISO/SAE PAS 22736:2021', 'ISO/SAE PAS 22736 | ISO/SAE PAS 22736:2021 | edition | PAS | iso+sae'],
  ['iec', 'ISO TS 25558:2026', 'ISO/TS 25558 | ISO/TS 25558:2026 | edition | TS | iso'],
  ['iec', 'ISO/IEC 30141:2018/COR1:2020', 'ISO/IEC 30141 | ISO/IEC 30141:2018/Cor 1:2020 | corrigendum | IS | iso+iec'],
  ['iec', 'IEC 62351-4:2018/AMD1:2020', 'IEC 62351-4 | IEC 62351-4:2018/AMD1:2020 | amendment | IS | iec'],
  ['iec', 'IEC SRD 63233-1:2022', 'IEC SRD 63233-1 | IEC SRD 63233-1:2022 | edition | SRD | iec'],
  [
    'iec',
    'IEC White Paper Smart Cities:2014',
    'IEC White Paper Smart Cities | IEC White Paper Smart Cities:2014 | edition | White Paper | iec',
  ],
  ['itu', 'ITU-T Y.4903/L.1603 (10/2016)', 'ITU-T Y.4903/L.1603 | ITU-T Y.4903/L.1603 (10/2016) | edition | Recommendation | itu-t'],
  ['itu', 'ITU-T Y Suppl. 58 (09/2025)', 'ITU-T Y Suppl. 58 | ITU-T Y Suppl. 58 (09/2025) | edition | Supplement | itu-t'],
  [
    'itu',
    'ITU-T X Suppl. 26 (2016) Cor. 1 (03/2018)',
    'ITU-T X Suppl. 26 | ITU-T X Suppl. 26 (2016) Cor. 1 (03/2018) | corrigendum | Supplement | itu-t',
  ],
  ['etsi', 'ETSI EN 302 890-1 V1.2.1 (2019-07)', 'ETSI EN 302 890-1 | ETSI EN 302 890-1 V1.2.1 (2019-07) | edition | EN | etsi'],
  ['etsi', 'ETSI GR MEC-DEC 032 V1.1.1 (2020-11)', 'ETSI GR MEC-DEC 032 | ETSI GR MEC-DEC 032 V1.1.1 (2020-11) | edition | GR | etsi'],
  ['ogc', '16-104r2', 'OGC 16-104 | OGC 16-104r2 | edition |  | ogc'],
  ['oasis', 'OASIS OpenC2-MQTT-v1.0] -CS01', 'OASIS OpenC2-MQTT | OASIS OpenC2-MQTT-v1.0-CS01 | edition | Committee Specification | oasis'],
  ['oasis', 'OASIS mqtt-v3.1.1-Errata01', 'OASIS mqtt | OASIS mqtt-v3.1.1-Errata01 | corrigendum | OASIS Standard | oasis'],
  ['w3c', 'W3C WD-vocab-ssn-2023-20250916', 'W3C vocab-ssn | W3C WD-vocab-ssn-2023-20250916 | draft | Technical Report | w3c'],
  ['ieee', 'IEEE Std 2030.5-2018', 'IEEE Std 2030.5 | IEEE Std 2030.5-2018 | edition | Standard | ieee'],
  ['ieee', 'ISO/IEC/IEEE 18880-2015', 'ISO/IEC/IEEE 18880 | ISO/IEC/IEEE 18880:2015 | edition | IS | iso+iec+ieee'],
  ['ieee', 'IEEE Smart', 'none'],
  ['itu', 'ITU-R M.5/224', 'none'],
  ['iso', 'Something else 12', 'none'],
  ['etsi', 'ETSI TS', 'none'],
])('%s calls it %s', (catalogue, designation, expected) => {
  expect(read(catalogue, designation)).toBe(expected);
});
