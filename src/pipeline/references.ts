import type { FoldedWork } from './editions.js';
import type { Statement, WorkIndex } from './relations.js';
import type { Text } from './texts.js';

/** Designations as running text writes them, with the SDO's name; a number alone (`Part 2`, `14906`) names nothing. */
const MENTION = new RegExp(
  [
    '(?:ISO|IEC)(?:/IEC)?(?:/IEEE)?(?:[/ ](?:TS|TR|PAS|SRD))? \\d{3,5}(?:-\\d+)*',
    'ITU-T [A-Z]\\.\\d+(?:\\.\\d+)*(?:/[A-Z]\\.\\d+(?:\\.\\d+)*)?',
    'ETSI (?:EN|ES|TS|TR|EG|GS|GR) (?:[A-Z]{3} )?\\d{3}(?: \\d{3})?(?:-\\d+)*',
    'IEEE Std \\d+(?:\\.\\d+)*',
  ].join('|'),
  'g',
);

/** ISO's abstracts write `ISO 52120‑1` with a hyphen that does not break. */
const plain = (abstract: string): string => abstract.replace(/[\u2010-\u2012]/g, '-').replace(/\u00a0/g, ' ');

/** Works of the set that the abstract of a text names, in the order of their first mention. */
function named(text: Text, index: WorkIndex): readonly string[] {
  return [...new Set([...plain(text.record.abstract).matchAll(MENTION)].flatMap((match) => index.find(match[0]) ?? []))];
}

/**
 * What the abstracts name: `references` from a standard to another one of the set. The abstract itself stays out of the dataset; the
 * evidence says whose it is. Nothing for pairs that are related already, whichever way.
 *
 * @param known relations found before
 */
export function references(works: readonly FoldedWork[], index: WorkIndex, known: readonly Statement[]): readonly Statement[] {
  const pairs = new Set(known.flatMap(({ subject, relation }) => [`${subject} | ${relation.to}`, `${relation.to} | ${subject}`]));
  return works.flatMap((work) => {
    const texts = work.texts.filter((text) => text.name.edition === work.latest.name.edition && text.record.abstract !== '');
    const [text] = texts;
    if (text === undefined) return [];
    return named(text, index)
      .filter((to) => to !== work.id && !pairs.has(`${work.id} | ${to}`))
      .map((to) => ({
        subject: work.id,
        relation: {
          type: 'references' as const,
          to,
          evidence: `Abstract of ${text.name.edition} names it`,
          source: text.record.source.id,
        },
      }));
  });
}
