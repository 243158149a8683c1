import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Role, SdoId, Standard, TopicId } from '../model/dataset.js';
import type { TermVector } from './title-terms.js';

/** What is compared of a standard or a proposal. */
export interface Profile {
  readonly title: TermVector;
  readonly scope?: TermVector;
  readonly role?: Role;
  readonly topics: readonly TopicId[];
  readonly ics: readonly string[];
  readonly committees: readonly CommitteeId[];
}

/**
 * The SDOs that own the work: those of its committees; its publishers where it names no committee.
 *
 * ISO/IEC JTC 1 is an owner of its own: its texts are published by ISO and IEC, and planned beside their other committees.
 */
export function ownersOf(catalogue: Catalogue, { committees, publishers }: Standard): readonly SdoId[] {
  const owners = new Set(committees.flatMap((id) => catalogue.committee(id)?.sdo ?? []));
  return owners.size > 0 ? [...owners] : publishers;
}

/** How near two roles are: 1 the same, 0.5 neighbours that one text often combines, 0 not comparable. */
export function roleNearness(a: Role, b: Role): number {
  if (a === b) return 1;
  return NEIGHBOURS.some(([x, y]) => (x === a && y === b) || (x === b && y === a)) ? HALF : 0;
}

const HALF = 0.5;
/** Requirements, architecture and guidance are combined in many titles (“requirements and reference architecture”), as are architecture and interfaces. */
const NEIGHBOURS: readonly (readonly [Role, Role])[] = [
  ['requirements', 'architecture'],
  ['requirements', 'process-guidance'],
  ['architecture', 'process-guidance'],
  ['architecture', 'interface-data'],
  ['requirements', 'interface-data'],
  ['architecture', 'vocabulary'],
];

/** Shared values of two short lists over all of them, 0-1. @source Jaccard 1901 */
export function sharedShare(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((value) => b.includes(value)).length;
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** How near two ICS codes are: the same 1, of one group 0.7, of one field 0.4. @source ICS 7, field.group.sub-group */
const ICS_NEARNESS: readonly number[] = [0, 0.4, 0.7, 1];

function icsPair(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [a.split('.'), b.split('.')];
  let level = 0;
  while (level < one.length && one[level] === other[level]) level++;
  return ICS_NEARNESS[level] ?? 1;
}

/** The nearest two codes of two standards, 0-1. */
export const icsNearness = (a: readonly string[], b: readonly string[]): number =>
  Math.max(0, ...a.flatMap((one) => b.map((other) => icsPair(one, other))));
