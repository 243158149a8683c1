import type { EditionKind, SdoId } from '../model/dataset.js';
import type { CatalogueName, CatalogueRecord } from './record.js';
import type { Report } from './report.js';
import { PLAIN } from './designation-parts.js';
import type { Designation } from './designation-parts.js';

/** Publishers that the heads of ISO and IEC designations name, with their keys. CISPR texts are IEC publications. */
const PUBLISHERS: ReadonlyMap<string, SdoId> = new Map([
  ['ISO', 'iso'],
  ['IEC', 'iec'],
  ['IEEE', 'ieee'],
  ['SAE', 'sae'],
  ['CISPR', 'iec'],
  ['IWA', 'iso'],
  ['ASTM', 'astm'],
  ['CIE', 'cie'],
]);
/** Words of a head that name a stage, with the deliverable they imply. @source ISO/IEC Directives Part 1, 2.1; ISO stage codes */
const STAGE_WORDS: ReadonlyMap<string, string> = new Map([
  ['PWI', ''],
  ['NP', ''],
  ['AWI', ''],
  ['WD', ''],
  ['CD', ''],
  ['CDV', ''],
  ['DIS', ''],
  ['FDIS', ''],
  ['PRF', ''],
  ['DTS', 'TS'],
  ['DTR', 'TR'],
  ['DPAS', 'PAS'],
]);
const DELIVERABLES: ReadonlySet<string> = new Set(['TS', 'TR', 'PAS', 'SRD', 'R', 'Guide', 'GUIDE', 'ISP']);

const HEAD = /^([A-Za-z][A-Za-z/ ]*?)[ /](\d[\d]*(?:-\d+[A-Z]*)*)(?:\.\d+)?(?::(\d{4}))?(.*)$/;
const REPORT_HEAD = /^(IEC (White Paper|Trend Report|Technology Report) .+):(\d{4})$/;
const SUPPLEMENT = /^\/(?:(?:AWI|NP|WD|CD|FD|PRF|D) ?)?(AMD|COR|AM|DAM|FDAM|Amd|Cor|DCOR|SUPPL|Suppl) ?(\d+)(?::(\d{4}))?$/i;
const CONSOLIDATED = /^((?:\+(?:AMD|COR)\d+:\d{4})+) (CSV|CMV|RLV|EXV)$/;
const VARIANT = /^(?: (RLV|CSV|CMV|EXV|SER)|\/(FRAG\d+))$/;

interface Head {
  readonly publishers: readonly string[];
  readonly deliverable: string;
  readonly draft: boolean;
}

function headOf(words: string): Head | undefined {
  const tokens = words.split(/[/ ]+/);
  const publishers = tokens.filter((token) => PUBLISHERS.has(token));
  const deliverable =
    tokens.find((token) => DELIVERABLES.has(token)) ??
    tokens.map((token) => STAGE_WORDS.get(token) ?? '').find((form) => form !== '') ??
    '';
  const draft = tokens.some((token) => STAGE_WORDS.has(token));
  const known = tokens.every((token) => PUBLISHERS.has(token) || STAGE_WORDS.has(token) || DELIVERABLES.has(token));
  return publishers.length > 0 && known ? { publishers, deliverable, draft } : undefined;
}

/** `ISO 37122`, `ISO/TS 37151`, `ISO/IEC TR 30172`, `IEC SRD 63233-1`: each publisher separates the deliverable in its own way. */
function workId(head: Head, number: string): string {
  const publishers = head.publishers.join('/');
  if (head.deliverable === '') return `${publishers} ${number}`;
  return `${publishers}${publishers === 'ISO' ? '/' : ' '}${head.deliverable} ${number}`;
}

function supplementOf(work: string, head: Head, year: string, rest: string): Partial<Designation> | undefined {
  const match = SUPPLEMENT.exec(rest);
  if (match === null) return undefined;
  const [, word = '', number = '', own = ''] = match;
  const corrigendum = /COR/i.test(word);
  const kind: EditionKind = corrigendum ? 'corrigendum' : 'amendment';
  // IEC alone writes /AMD1:2020, ISO and the joint texts /Amd 1:2020; the two spellings of one joint text become one here.
  const label = head.publishers.includes('ISO') ? `${corrigendum ? 'Cor' : 'Amd'} ${number}` : `${corrigendum ? 'COR' : 'AMD'}${number}`;
  return {
    kind,
    baseYear: year,
    date: own,
    order: [Number(number)],
    edition: `${work}:${year}/${label}${own === '' ? '' : `:${own}`}`,
  };
}

function variantOf(base: string, rest: string): Partial<Designation> | undefined {
  const consolidated = CONSOLIDATED.exec(rest);
  if (consolidated !== null) return { variant: consolidated[2] ?? 'CSV', variantOf: base, edition: base + rest };
  const match = VARIANT.exec(rest);
  return match === null ? undefined : { variant: match[1] ?? match[2] ?? '', variantOf: base, edition: base + rest };
}

function ownerTrap(record: CatalogueRecord, publishers: readonly string[], report: Report): void {
  const owner: Partial<Record<CatalogueName, string>> = { iso: 'ISO', iec: 'IEC' };
  const expected = owner[record.catalogue];
  if (expected !== undefined && !publishers.includes(expected) && !publishers.includes('IWA'))
    report.add(21, `${record.designation} in the ${expected} catalogue`);
}

/**
 * A designation of ISO, IEC or both, in any of the spellings that the two catalogues and IEEE's use (trap 21: `ISO TS 25558:2026`
 * without slash, IEC-only texts in ISO's catalogue).
 *
 * @returns undefined when the head names no publisher
 */
export function isoDesignation(record: CatalogueRecord, report: Report): Designation | undefined {
  const written = record.designation.replace(/\s+/g, ' ').trim();
  const paper = REPORT_HEAD.exec(written);
  if (paper !== null) {
    const [, work = '', form = '', year = ''] = paper;
    return { ...PLAIN, edition: written, work, numbers: [work], publishers: ['iec'], deliverable: form, date: year };
  }
  const match = HEAD.exec(written);
  const [, words = '', number = '', year = '', rest = ''] = match ?? [];
  const head = headOf(words);
  if (match === null || head === undefined) return undefined;
  ownerTrap(record, head.publishers, report);
  if (/^(ISO|IEC) (TS|TR|PAS) /.test(written) && written.startsWith('ISO ')) report.add(21, `${written}: space where ISO writes a slash`);
  const work = workId(head, number);
  const base = year === '' ? work : `${work}:${year}`;
  const plain = {
    ...PLAIN,
    work,
    numbers: [work],
    date: year,
    publishers: [...new Set(head.publishers.flatMap((name) => PUBLISHERS.get(name) ?? []))],
    deliverable: head.publishers.includes('IWA') ? 'IWA' : head.deliverable || 'IS',
    edition: base,
  };
  const supplement = supplementOf(work, head, year, rest);
  if (supplement !== undefined) return { ...plain, ...supplement };
  const variant = variantOf(base, rest);
  if (variant !== undefined) return { ...plain, ...variant };
  if (rest !== '') return undefined;
  return head.draft ? { ...plain, kind: 'draft', edition: written } : plain;
}
