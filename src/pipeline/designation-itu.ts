import type { CatalogueRecord } from './record.js';
import type { Report } from './report.js';
import { PLAIN } from './designation-parts.js';
import type { Designation } from './designation-parts.js';

const EDITION =
  /^ITU-T ([A-Z](?:[ .][^ (]+)*?(?: Suppl\. \d+)?) \((?:V\d+\) \()?(?:(\d{2})\/)?(\d{4})\)(?: (Amd|Cor|Err|Add|Suppl)\.? ?(\d+) \((?:(\d{2})\/)?(\d{4})\))?$/;
const RADIO = /^ITU-R (?:([A-Z]+)\.)?(\d+)(?:-(\d+)|(\.HDB))?$/;

/**
 * An ITU designation in the one spelling `ITU-T Y.4903/L.1603 (10/2016)`, whatever way a relation writes it (trap 5):
 * without `ITU-T`, `G 231` for `G.231`, `Q Suppl.3` for `Q Suppl. 3`, `v10` for `(V10)`.
 */
export function ituSpelling(written: string): string {
  const plain = written.replace(/\s+/g, ' ').trim();
  const named = /^(ITU-[TR]|Report ITU-R) /.test(plain) ? plain : `ITU-T ${plain}`;
  return named
    .replace(/^ITU-T ([A-Z]) (\d)/, 'ITU-T $1.$2')
    .replace(/ Suppl\.? ?(\d)/, ' Suppl. $1')
    .replace(/ v(\d+) \(/i, ' (V$1) (');
}

/** Every number of a dual one: `Y.4903/L.1603` → `ITU-T Y.4903`, `ITU-T L.1603`. */
function numbersOf(number: string): readonly string[] {
  return number.includes('Suppl') ? [`ITU-T ${number}`] : number.split('/').map((part) => `ITU-T ${part}`);
}

const isoDate = (month: string | undefined, year: string | undefined): string =>
  month === undefined ? (year ?? '') : `${year ?? ''}-${month}`;

const SUPPLEMENTS: Readonly<Record<string, 'amendment' | 'corrigendum' | 'supplement'>> = {
  Amd: 'amendment',
  Add: 'amendment',
  Cor: 'corrigendum',
  Err: 'corrigendum',
  Suppl: 'supplement',
};

function recommendation(written: string): Designation | undefined {
  const match = EDITION.exec(written);
  if (match === null) return undefined;
  const [, number = '', month, year, supplement, supplementNumber = '', ownMonth, ownYear] = match;
  const numbers = numbersOf(number);
  const common = {
    ...PLAIN,
    work: `ITU-T ${number}`,
    numbers,
    publishers: ['itu-t'],
    edition: written,
    deliverable: number.includes('Suppl.') ? 'Supplement' : 'Recommendation',
  };
  if (supplement === undefined) return { ...common, date: isoDate(month, year) };
  return {
    ...common,
    kind: SUPPLEMENTS[supplement] ?? 'amendment',
    baseYear: year ?? '',
    date: isoDate(ownMonth, ownYear),
    order: [Number(supplementNumber)],
  };
}

/** ITU-R numbers Recommendations and Reports alike: `ITU-R M.2084-0` is a Report, `-1` a Recommendation on something else (trap 24). */
function radio(record: CatalogueRecord, written: string, report: Report): Designation | undefined {
  const match = RADIO.exec(written);
  if (match === null) {
    report.add(24, `${written}: the number of a Question or of a draft, not of a standard`);
    return undefined;
  }
  const [, series, number = '', revision] = match;
  if (series === undefined) {
    if (match[4] !== undefined) report.add(24, `${written} is the same handbook as ITU-R ${number}`);
    const work = `ITU-R Handbook ${number}`;
    const year = record.dates[0]?.value.slice(0, 4) ?? '';
    return {
      ...PLAIN,
      work,
      numbers: [work, `ITU-R ${number}`],
      publishers: ['itu-r'],
      edition: `${work} (${year})`,
      deliverable: 'Handbook',
    };
  }
  const isReport = record.doctype === 'technical-report';
  if (isReport) report.add(24, `${written} is a Report`);
  const work = `${isReport ? 'Report ' : ''}ITU-R ${series}.${number}`;
  return {
    ...PLAIN,
    work,
    numbers: [work],
    publishers: ['itu-r'],
    deliverable: isReport ? 'Report' : 'Recommendation',
    edition: revision === undefined ? work : `${work}-${revision}`,
    order: [Number(revision ?? 0)],
  };
}

/** A designation of ITU-T or ITU-R; undefined for Questions and drafts of ITU-R, which are no standards. */
export function ituDesignation(record: CatalogueRecord, report: Report): Designation | undefined {
  const written = ituSpelling(record.designation);
  return written.startsWith('ITU-R ') ? radio(record, written, report) : recommendation(written);
}
