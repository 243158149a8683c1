import type { Term } from './terms.js';

/** Fields that a past day changes; all others are asked of the latest, whatever the day. */
export const DATED_TERMS: ReadonlySet<Term['field']> = new Set<Term['field']>([
  'status',
  'year',
  'first',
  'latest',
  'editions',
  'relation',
  'relations',
  'near',
  'path',
]);
