import type { TitleElement } from './title.js';

/** Concepts that a title needs to be one text's own: shorter ones (“General”, “Vocabulary”) are anybody's. */
const TELLING = 3;

const isTelling = (elements: readonly TitleElement[]): boolean => {
  const units = elements.flatMap((element) => element.units);
  return units.length >= TELLING && units.some((unit) => unit.class === 'subject');
};

/** The words of a piece as they stand, in their usual spelling: concepts are not enough, “smart city” is not “sustainable community”. */
const wordsOf = (title: string, { units }: TitleElement): string => {
  const first = units[0];
  const last = units.at(-1);
  return first && last ? plain(title.slice(first.from, last.to)) : '';
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\([^()]*\)|[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/is(ation|ed|ing|e)/g, 'iz$1')
    .replace(/ +/g, ' ');

/**
 * Whether two titles name one text: the same pieces in the same words, or one has all the pieces of the other behind those that only
 * say where it belongs (“Information technology – …”). Numbers, parts and versions do not count; boilerplate is nobody's own title.
 */
export function isSameTitle(
  a: { readonly title: string; readonly elements: readonly TitleElement[] },
  b: { readonly title: string; readonly elements: readonly TitleElement[] },
): boolean {
  const [longer, shorter] = a.elements.length >= b.elements.length ? [a, b] : [b, a];
  if (!isTelling(shorter.elements)) return false;
  const extra = longer.elements.length - shorter.elements.length;
  const leads = longer.elements.slice(0, extra);
  if (!leads.every(({ units }) => units.every((unit) => unit.class !== 'subject'))) return false;
  return shorter.elements.every((element, at) => {
    const other = longer.elements[at + extra];
    return other !== undefined && wordsOf(shorter.title, element) === wordsOf(longer.title, other);
  });
}
