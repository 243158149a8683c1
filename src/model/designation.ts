/** Words that people put before a number and that no designation needs. */
const NOISE = /\b(?:RECOMMENDATION|REC|STANDARD|STANDARDS|SERIES)\b\.?/g;
/** Publishers that open a designation; removed for the loose spellings. */
const PUBLISHER = /^(?:(?:ISO|IEC|IEEE|ITUT|ITUR|ITU|ETSI|OGC|W3C|OASIS|CISPR|CEN|CENELEC)(?=[A-Z0-9]))+/;
/** Forms of a deliverable between publisher and number; removed for the loosest spelling. */
const DELIVERABLE = /^(?:TS|TR|PAS|SRD|IWA|GUIDE|STD|EN|ES|EG|SR|GS|GR|FDIS|DIS|CD|DTS|DTR|PRF|PRV|AWI|WD|NP)(?=\d)/;
/** A second number of the same Recommendation: the `L.1603` of `Y.4903/L.1603`. */
const DUAL = /[A-Z]{1,2}\.\d+(?:\.\d+)*/g;

/** The mark kept between two digits: a version or part number changes its meaning with it, a space does not. */
function mark(between: string): string {
  if (/[:(]/.test(between)) return ':';
  return /[-./]/.exec(between)?.[0] ?? '';
}

/** One spelling for every way to write the same designation: upper case, no spaces, marks only between digits. */
function canonical(text: string): string {
  const upper = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[®™]/g, '')
    .replace(NOISE, ' ');
  const tidy = upper.replace(/SUPPLEMENT\b|SUPPL?\b\.?|SUP\b\.?/g, 'SUPPL').trim();
  return tidy.replace(/[^\p{L}\p{N}]+/gu, (between, at: number, whole: string) => {
    const before = whole[at - 1] ?? '';
    const after = whole[at + between.length] ?? '';
    return /\d/.test(before) && /\d/.test(after) ? mark(between) : '';
  });
}

/**
 * The keys under which a designation can be looked up, strictest first: `ISO/TS 37151:2024` gives
 * `ISOTS37151:2024`, `TS37151:2024`, `37151:2024`; a dual number adds each of its parts.
 *
 * Only the first key is exact. The others are shared by different standards now and then, so a lookup must
 * refuse them where they are ambiguous. Empty for text without a letter or digit.
 */
export function spellings(text: string): readonly string[] {
  const exact = canonical(text);
  if (exact === '') return [];
  const keys = [exact];
  const add = (key: string): void => {
    if (key !== '' && !keys.includes(key)) keys.push(key);
  };
  const bare = exact.replace(PUBLISHER, '');
  add(bare);
  add(bare.replace(DELIVERABLE, ''));
  if (text.includes('/')) {
    const parts = text.toUpperCase().match(DUAL) ?? [];
    if (parts.length > 1) for (const part of parts) add(canonical(part));
  }
  return keys;
}
