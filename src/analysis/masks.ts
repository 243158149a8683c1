import type { Catalogue } from '../model/catalogue.js';
import { placesIn } from '../model/places.js';
import { askedWords, hasPhrase, isAsking, isPattern } from './asked-words.js';
import { phraseOf } from './phrases.js';
import { markRare } from './rare-fields.js';
import { resolve } from './resolve.js';
import { masksBy, type Mask, type Masks } from './term-masks.js';
import type { TextTerm } from './terms.js';
import { hasWildcard } from './wildcards.js';
import { wordIndex } from './word-index.js';

export { together, yearsOf, type Mask, type MaskedTerm } from './term-masks.js';

/** The words by which a term is looked up: those that tell, else all. */
const lookedUp = (words: readonly string[]): readonly string[] => {
  const asking = words.filter(isAsking);
  return asking.length > 0 ? asking : words;
};

/** Standards in which a phrase can be: stop words are not indexed, so one of nothing else has to be looked for everywhere. */
function mayHave(catalogue: Catalogue, words: readonly string[]): Iterable<number> {
  const asking = words.filter(isAsking);
  // A pattern may stand for a word that is not indexed; beside a plain word it need not narrow
  const narrow = asking.some((word) => !isPattern(word)) ? asking.filter((word) => !isPattern(word)) : asking;
  return narrow.length > 0 ? wordIndex(catalogue).standardsWith(narrow) : catalogue.standards.keys();
}

function markText(catalogue: Catalogue, { text, phrase }: TextTerm, mask: Mask): void {
  const words = askedWords(text, phrase);
  if (!phrase) {
    for (const number of wordIndex(catalogue).standardsWith(lookedUp(words))) mask[number] = 1;
    return;
  }
  const plain = ` ${words.join(' ')} `;
  const has = words.some(isPattern) ? (body: string) => hasPhrase(words, body) : (body: string) => body.includes(plain);
  for (const number of mayHave(catalogue, words)) if (has(phraseOf(catalogue, number))) mask[number] = 1;
}

/** The free words together: each standard that has them all, and the one that they name when read as a designation. */
function wordsMask(catalogue: Catalogue, words: readonly TextTerm[], termMask: Masks['termMask']): Mask {
  const telling = words.filter(({ text }) => askedWords(text, false).some(isAsking));
  const masks = (telling.length > 0 ? telling : words).map((word) => termMask(catalogue, word));
  const mask = new Uint8Array(catalogue.standards.length).fill(1);
  for (const one of masks)
    one.forEach((has, number) => {
      mask[number] = (mask[number] ?? 0) & has;
    });
  const isWild = words.some(({ text }) => hasWildcard(text, false));
  const named = isWild ? undefined : catalogue.find(words.map(({ text }) => text).join(' '));
  const number = named && placesIn(catalogue).get(named.id);
  if (number !== undefined) mask[number] = 1;
  return mask;
}

/** How all terms are marked: free words by the word index, ways through the network. */
export const allMasks = masksBy({ text: markText, words: wordsMask, rare: markRare, resolve });
export const { termMask, masksOf, passing } = allMasks;
