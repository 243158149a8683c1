import type { Catalogue } from '../model/catalogue.js';
import { wordsOf } from './fold.js';
import { parseFilter } from './filter.js';
import { recordCount, recordOf } from './records.js';
import type { Hit } from './search.js';
import { presentIn } from './day.js';

/** Text with everything that means something in a regular expression taken literally. */
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The first records whose number or title has every word of a text as it stands: what can be told of a large catalogue at once, while its word index is
 * still being made. No ranking, no other spellings, no near misses; terms of the filter grammar are left aside.
 *
 * @param limit most hits to return; integer ≥ 1
 * @returns committees, topics and SDOs, then standards, each in dataset order; empty for a text without words
 */
export function quickSearch(catalogue: Catalogue, text: string, limit: number): readonly Hit[] {
  const free = parseFilter(text).filter.terms.flatMap((term) => (term.field === 'text' && !term.not ? [term.text] : []));
  const words = wordsOf(free.join(' '));
  if (words.length === 0) return [];
  const patterns = words.map((word) => new RegExp(literally(word), 'iu'));
  const has = (id: string, title: string): boolean => patterns.every((pattern) => pattern.test(title) || pattern.test(id));
  const hits: Hit[] = [];
  for (let number = catalogue.standards.length; number < recordCount(catalogue) && hits.length < limit; number++) {
    const record = recordOf(catalogue, number);
    if (record && has(record.names.join(' '), record.title))
      hits.push({ kind: record.kind, id: record.id, title: record.title, score: 0, matched: [], where: [] });
  }
  const present = presentIn(catalogue);
  for (const [place, { id, title }] of catalogue.standards.entries()) {
    if (hits.length >= limit) break;
    if (present?.[place] !== 0 && has(id, title)) hits.push({ kind: 'standard', id, title, score: 0, matched: [], where: [] });
  }
  return hits;
}
