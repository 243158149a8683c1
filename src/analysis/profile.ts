import type { Catalogue } from '../model/catalogue.js';
import { ROLES, type CommitteeId, type Role, type SdoId, type Standard, type TopicId } from '../model/dataset.js';
import type { TermVector } from './term-vectors.js';

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

const HALF = 0.5;
/** Requirements, architecture and guidance are combined in many titles (“requirements and reference architecture”), as are architecture and interfaces. */
const COMBINED: readonly (readonly [Role, Role])[] = [
  ['requirements', 'architecture'],
  ['requirements', 'process-guidance'],
  ['architecture', 'process-guidance'],
  ['architecture', 'interface-data'],
  ['requirements', 'interface-data'],
  ['architecture', 'vocabulary'],
];
const COMBINES: ReadonlyMap<Role, ReadonlySet<Role>> = new Map(
  ROLES.map((role) => [role, new Set(COMBINED.flatMap(([x, y]) => (x === role ? y : y === role ? x : [])))]),
);

/** How near two roles are: 1 the same, 0.5 neighbours that one text often combines, 0 not comparable. */
export function roleNearness(a: Role, b: Role): number {
  if (a === b) return 1;
  return COMBINES.get(a)?.has(b) ? HALF : 0;
}

/** Shared values of two short lists over all of them, 0-1. @source Jaccard 1901 */
export function sharedShare(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  for (const value of a) if (b.includes(value)) shared++;
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** How near two ICS codes are: the same 1, of one group 0.7, of one field 0.4. @source ICS 7, field.group.sub-group */
const ICS_NEARNESS: readonly number[] = [0, 0.4, 0.7, 1];

function icsPair(a: string, b: string): number {
  if (a === b) return 1;
  let levels = 0;
  for (let at = 0; at <= a.length && at <= b.length; at++) {
    // Past the end, or at a dot: a level ends here
    const [one, other] = [a[at] ?? '.', b[at] ?? '.'];
    if (one !== other) break;
    if (one === '.') levels++;
  }
  return ICS_NEARNESS[levels] ?? 1;
}

/** The nearest two codes of two standards, 0-1. */
export function icsNearness(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  for (const one of a) for (const other of b) best = Math.max(best, icsPair(one, other));
  return best;
}
