import type { Catalogue } from '../model/catalogue.js';
import { wordsOf } from './fold.js';
import { textOfStandard } from './records.js';
import type { RecordText } from './records.js';

/** Each text of a record between spaces: the two spaces where one ends and the next begins are in no phrase. */
const phraseText = ({ names, editions, titles, committees, topics, sdos }: RecordText): string =>
  [names, editions, titles, committees, topics, sdos]
    .flat()
    .map((text) => ` ${wordsOf(text).join(' ')} `)
    .join('');

const memo = new WeakMap<Catalogue, Map<number, string>>();

/** The texts of a standard for phrases to be looked for in, by its number; read once. */
export function phraseOf(catalogue: Catalogue, number: number): string {
  const phrases = memo.get(catalogue) ?? new Map<number, string>();
  memo.set(catalogue, phrases);
  const known = phrases.get(number);
  if (known !== undefined) return known;
  const standard = catalogue.standards[number];
  const phrase = standard ? phraseText(textOfStandard(catalogue, standard)) : '';
  phrases.set(number, phrase);
  return phrase;
}
