import type { Catalogue } from '../model/catalogue.js';
import type { Edition, PartialDate, Standard, StandardId } from '../model/dataset.js';
import { onOneLine, whole } from './cell.js';
import { aboutLines, type AboutWords, type Provenance } from './provenance.js';
import { BATCH, type Steps } from './steps.js';

/** A standard as a reference names it. */
interface Reference {
  readonly standard: Standard;
  /** Its latest text, dated or not. */
  readonly edition: Edition | undefined;
  readonly date: PartialDate | undefined;
  readonly publisher: string;
}

/** The text that a reference means: the newest one in force, else the newest; amendments and drafts only where nothing else is there. */
function latestOf({ editions }: Standard): Edition | undefined {
  const texts = editions.filter(({ kind }) => kind === undefined || kind === 'edition');
  const inForce = texts.filter(({ status }) => status === 'in-force' || status === 'under-revision');
  return inForce.at(-1) ?? texts.at(-1) ?? editions.at(-1);
}

function referenceOf(catalogue: Catalogue, id: StandardId): Reference | undefined {
  const standard = catalogue.standard(id);
  if (!standard) return undefined;
  const edition = latestOf(standard);
  const names = [...standard.publishers.map((sdo) => catalogue.sdo(sdo)?.name ?? sdo), ...(standard.copublishers ?? [])];
  return { standard, edition, date: edition?.date ?? catalogue.latestDate(standard), publisher: names.join(' / ') };
}

/** Signs that mean something to TeX; braces must pair for BibTeX even where they are escaped, so they have names. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
};

/** A text that means itself in a field of BibTeX between braces. */
export const bibtexText = (text: string): string => onOneLine(text).replace(/[\\{}~^$&#%_]/g, (sign) => TEX[sign] ?? sign);

/** An address as `\url` reads it: nothing in it pairs, escapes or ends a field. */
const bibtexUrl = (url: string): string => whole(url).replace(/[\s{}\\"<>^`|]|[^\x20-\x7E]+/g, (sign) => encodeURIComponent(sign));

/** A line that BibTeX passes over: whatever stands outside of entries, as long as it holds no `@`. */
const bibtexComment = (text: string): string => `% ${onOneLine(text).replaceAll('@', '%40')}\n`;

/** Months as BibTeX styles know them. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A key of letters and digits that no other entry has, in either case. */
function keyOf({ standard, date }: Reference, used: Set<string>): string {
  const stem = `${standard.id.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '') || 'standard'}${date === undefined ? '' : `_${date.slice(0, 4)}`}`;
  let key = stem;
  for (let n = 2; used.has(key.toLowerCase()); n++) key = `${stem}_${n}`;
  used.add(key.toLowerCase());
  return key;
}

function bibtexEntry(reference: Reference, key: string): string {
  const { standard, edition, date, publisher } = reference;
  const [year, month] = date?.split('-') ?? [];
  const given: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', `{{${bibtexText(publisher)}}}`],
    ['title', `{{${bibtexText(edition?.title ?? standard.title)}}}`],
    ['institution', `{${bibtexText(publisher)}}`],
    ['type', `{${bibtexText(standard.deliverable)}}`],
    ['number', `{${bibtexText(edition?.id ?? standard.id)}}`],
    ['year', year && `{${year}}`],
    ['month', MONTHS[Number(month) - 1]],
    ['url', standard.url && `{${bibtexUrl(standard.url)}}`],
    ['note', `{Status: ${bibtexText(standard.status)}}`],
  ];
  const fields = given.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@techreport{${key},\n${fields.join(',\n')}\n}\n`;
}

/** Where an export comes from, as lines that BibTeX passes over. */
const bibtexHead = (provenance: Provenance, words?: AboutWords): string =>
  aboutLines(provenance, words)
    .map(([term, value, url]) => bibtexComment(`${term}: ${value}${url === undefined ? '' : ` ${url}`}`))
    .join('');

/** Standards as entries of BibTeX, `@techreport`, in this order. @source BibTeX 0.99d, btxdoc; JabRef reads the same */
export function* bibtexSteps(
  catalogue: Catalogue,
  ids: readonly StandardId[],
  provenance: Provenance,
  words?: AboutWords,
): Steps<readonly string[]> {
  const used = new Set<string>();
  const parts = [bibtexHead(provenance, words)];
  for (let from = 0; from < ids.length; from += BATCH) {
    const references = ids.slice(from, from + BATCH).flatMap((id) => referenceOf(catalogue, id) ?? []);
    parts.push(references.map((reference) => `\n${bibtexEntry(reference, keyOf(reference, used))}`).join(''));
    yield Math.min(1, (from + BATCH) / ids.length);
  }
  return parts;
}

/** An item of CSL-JSON. @source citation-style-language/schema 1.0.2, csl-data.json */
interface CslItem {
  readonly id: string;
  readonly type: 'standard';
  readonly title: string;
  readonly number: string;
  readonly authority: string;
  readonly publisher: string;
  readonly genre: string;
  readonly status: string;
  readonly source: string;
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly URL?: string;
  /** Where the export comes from, in the first item. */
  readonly custom?: Provenance;
}

function cslItem(catalogue: Catalogue, { standard, edition, date, publisher }: Reference, provenance: Provenance | undefined): CslItem {
  return {
    id: standard.id,
    type: 'standard',
    title: edition?.title ?? standard.title,
    number: edition?.id ?? standard.id,
    authority: publisher,
    publisher,
    genre: standard.deliverable,
    status: standard.status,
    source: standard.sources.map((id) => catalogue.source(id)?.catalogue ?? id).join('; '),
    ...(date !== undefined && { issued: { 'date-parts': [date.split('-').map(Number)] as const } }),
    ...(standard.url !== undefined && { URL: standard.url }),
    ...(provenance && { custom: provenance }),
  };
}

/** Standards as CSL-JSON, which Zotero and pandoc read, in this order; the field `custom` of the first item says where they come from. */
export function* cslSteps(catalogue: Catalogue, ids: readonly StandardId[], provenance: Provenance): Steps<readonly string[]> {
  const references = ids.flatMap((id) => referenceOf(catalogue, id) ?? []);
  const parts = ['['];
  for (let from = 0; from < references.length; from += BATCH) {
    const items = references
      .slice(from, from + BATCH)
      .map((reference, i) => JSON.stringify(cslItem(catalogue, reference, from + i === 0 ? provenance : undefined)));
    parts.push(`${from === 0 ? '' : ','}\n ${items.join(',\n ')}`);
    yield Math.min(1, (from + BATCH) / references.length);
  }
  return [...parts, '\n]\n'];
}
