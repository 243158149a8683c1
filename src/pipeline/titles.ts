import type { Entry } from './designation-parts.js';
import type { CatalogueRecord } from './record.js';
import type { Report } from './report.js';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  reg: '®',
};

/** Character references of HTML as characters; a reference that is none stays as it is. */
export function decodeEntities(title: string): string {
  return title.replace(
    /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * Trap 25: the catalogues separate the parts of a title by ' - ', ' -- ', '--', ' — ', ' —- ' and ' – ', with middle dots for spaces at
 * times; ' – ' is kept for all.
 */
export const unifySeparators = (title: string): string =>
  title
    .replace(/(?<=\p{L}|—)·(?=\p{L}|—|\s)/gu, ' ')
    .replace(/(?<=\S)\s*-{2,3}\s*(?=\S)/g, ' – ')
    .replace(/\s+(?:[-–—]{1,3})\s+/g, ' – ')
    .replace(/—\s+(?=\S)/g, ' – ')
    .replace(/ – (?:– )+/g, ' – ');

/** Trap 11: a title that says that there is none. */
export const isPlaceholder = (title: string): boolean =>
  /\btitle missing\b/i.test(title) ||
  /^withdrawn$/i.test(title) ||
  /^withdrawal of /i.test(title) ||
  /^(amendment|corrigendum|erratum) \d+( ?[:–-].*)?$/i.test(title);

/** Type of the number that 3GPP or oneM2M gave to a text which ETSI publishes. */
export const THIRD_PARTY = 'third-party';

const THIRD_NUMBER = /\s*[([](3GPP T[SR] [\d.]+(?:-\d+)?|oneM2M T[SR]-\d{4})[^()[\]]*[)\]]\s*$/;

/** A title without the number of the third body in brackets at its end, and that number (trap 16). */
export function splitThirdNumber(title: string): { readonly title: string; readonly alias: string } {
  const match = THIRD_NUMBER.exec(title);
  return match === null ? { title, alias: '' } : { title: title.slice(0, match.index), alias: match[1] ?? '' };
}

function mend(record: CatalogueRecord, report: Report): CatalogueRecord {
  const clean = (title: string): string => unifySeparators(decodeEntities(title)).replace(/\s+/g, ' ').trim();
  const { title: own, alias } = splitThirdNumber(clean(record.title));
  const title = own.replace(/^(?:Amendment|Corrigendum) \d+ – (?=\S)/, '');
  if (alias !== '') report.add(16, `${record.designation} is ${alias}`);
  if (decodeEntities(record.title) !== record.title) report.add(17, `${record.designation}: ${record.title}`);
  if (unifySeparators(record.title) !== record.title || title !== own) report.add(25, `${record.designation}: ${record.title}`);
  const titles = Object.fromEntries(Object.entries(record.titles).map(([language, text]) => [language, clean(text)]));
  const otherIds = alias === '' ? record.otherIds : [...record.otherIds, { type: THIRD_PARTY, id: alias }];
  return { ...record, title, titles, otherIds };
}

/** Records with titles in plain characters and one separator; nothing is inherited yet. */
export const mendTitles = (records: readonly CatalogueRecord[], report: Report): readonly CatalogueRecord[] =>
  records.map((record) => mend(record, report));

function inherited(entry: Entry, family: readonly Entry[]): string {
  const good = family.filter(
    (other) =>
      other.record.title !== '' &&
      !isPlaceholder(other.record.title) &&
      other.name.kind !== 'amendment' &&
      other.name.kind !== 'corrigendum',
  );
  const base = good.find((other) => entry.name.baseYear !== '' && other.name.date.startsWith(entry.name.baseYear));
  return (base ?? good.at(-1))?.record.title ?? '';
}

/**
 * Gives a title to the members of one work that have none or one that says nothing (traps 10 and 11): that of the edition they change,
 * else that of the newest edition.
 *
 * @param family the entries of one work, oldest first
 * @returns the same entries in the same order; where no member has a title, the placeholder's leading parts remain
 */
export function inheritTitles<E extends Entry>(family: readonly E[], report: Report): readonly E[] {
  return family.map((entry) => {
    const own = entry.record.title;
    if (own !== '' && !isPlaceholder(own)) return entry;
    report.add(own === '' ? 10 : 11, `${entry.name.edition}: ${own === '' ? 'no title' : own}`);
    const rest = own.replace(/(?: – )?(?:Part \d+: )?title missing.*$/i, '');
    return { ...entry, record: { ...entry.record, title: inherited(entry, family) || (isPlaceholder(rest) ? '' : rest) } };
  });
}
