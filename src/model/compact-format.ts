import { MAGIC } from './compact-magic.js';
import { KINDS, LEVELS, ROLES, STATUSES, TIERS } from './dataset.js';

/** Magic, length of the whole file and checksum of what follows, 32 bits each, little-endian. */
export const HEADER_LENGTH = MAGIC.length + 8;

/**
 * The columns in the order of the file; each is its length, 32 bits little-endian, and its bytes. See README.md for their coding.
 *
 * The head is JSON: `[dataset without its standards, true]`, or `[dataset, false]` where its standards are no list of records; the side is JSON of what no column can hold: `[[standard, {field: value}], …]`.
 */
export const COLUMNS = [
  'head',
  'id',
  'words',
  'title',
  'titles',
  'title.fr',
  'titles.fr',
  'lists',
  'publishers',
  'committees',
  'topics',
  'sources',
  'texts',
  'deliverable',
  'kind',
  'role',
  'level',
  'tier',
  'status',
  'reasons',
  'ics',
  'aliases',
  'alias',
  'url.form',
  'url.number',
  'url.text',
  'url.forms',
  'edition.count',
  'edition.id',
  'edition.kind',
  'edition.year',
  'edition.month',
  'edition.day',
  'edition.status',
  'edition.stage',
  'edition.title',
  'edition.titles',
  'edition.variants',
  'variant',
  'relation.count',
  'relation.type',
  'relation.to',
  'relation.external',
  'relation.evidence',
  'relation.source',
  'relation.year',
  'relation.month',
  'relation.day',
  'xy',
  'xy.bytes',
  'side',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** Fields of a standard with one value of a closed list: one byte each, 0 for none, else 1 + its place in the list. */
export const CLOSED_FIELDS = { kind: KINDS, role: ROLES, level: LEVELS, tier: TIERS, status: STATUSES } as const;
/** Fields of a standard that name records of a collection. */
export const REFERENCE_FIELDS = { publishers: 'sdos', committees: 'committees', topics: 'topics', sources: 'sources' } as const;
/** Fewest entries of the lists that may not be empty. */
export const LEAST = { publishers: 1, committees: 0, topics: 1, sources: 1, reasons: 1, ics: 0 } as const;
/** Year 1 of a year column; 0 stands for no date. @source isPartialDate */
export const YEAR_ZERO = 1864;
/** Furthest a standard may lie from its leading committee for its place to fit 16 bits. */
export const REACH = 32_767;
/** Most digits of the number inside an address that a form and a number stand for. */
export const MOST_DIGITS = 9;

/** Checksum of bytes from a place on: every step is reversible, so that a change of any one word changes the sum. @source FNV-1a by words */
export function checksum(bytes: Uint8Array, from: number): number {
  let sum = 0x811c9dc5;
  const whole = from + ((bytes.length - from) & ~3);
  for (let at = from; at < whole; at += 4) {
    const word = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    sum = Math.imul(sum ^ word, 0x01000193);
  }
  for (let at = whole; at < bytes.length; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}
