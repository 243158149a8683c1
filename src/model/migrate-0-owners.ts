import type { Row0 } from './migrate-0-rows.js';
import { COMMITTEE_KINDS, SDOS } from './migrate-0-words.js';

/** A committee of version 1. */
export interface Committee1 {
  readonly id: string;
  readonly title: string;
  readonly sdo: string;
  readonly kind: string;
  readonly parent?: string;
}

/** Names of committees that say whose they are. */
const NAMESPACED = /^(?:ISO|IEC|ITU|CISPR|ETSI)\b/;
const PARTED = /^((?:ISO|IEC|CISPR)\b.*)\/(?:SC|WG|TA|CIS) ?[^/]*$/;

/** The id of an SDO by its name: known ones as ever, others in small letters. */
export const sdoIdOf = (name: string): string =>
  SDOS.get(name)?.[0] ??
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

function ownerOf(id: string, publishers: readonly string[]): string {
  if (/^ISO\/IEC JTC 1(?!\d)/.test(id)) return 'jtc1';
  if (id.startsWith('ISO')) return 'iso';
  if (/^(?:IEC|CISPR)\b/.test(id)) return 'iec';
  if (id.startsWith('ITU-R')) return 'itu-r';
  if (id.startsWith('ITU')) return 'itu-t';
  return sdoIdOf(publishers[0] ?? '');
}

/** The committees that rows name, each once, in the order of their first mention, with those above them behind. */
export function committeesOf(rows: readonly Row0[]): readonly Committee1[] {
  const all = new Map<string, Committee1>();
  const add = (id: string, publishers: readonly string[]): void => {
    if (all.has(id)) return;
    const parent = PARTED.exec(id)?.[1];
    const isGroup = parent !== undefined && !/^(?:ISO|IEC|ISO\/IEC)$/.test(parent);
    const kind = COMMITTEE_KINDS.find(([pattern]) => pattern.test(id))?.[1] ?? 'working-group';
    all.set(id, { id, title: id, sdo: ownerOf(id, publishers), kind, ...(isGroup && { parent }) });
  };
  for (const { committees, publishers, also } of rows)
    for (const printed of [...committees, ...also.flatMap((other) => other.committees)]) {
      const name = printed.replace(/\s+/g, ' ').trim();
      if (name !== '') add(NAMESPACED.test(name) ? name : `${publishers[0] ?? ''} ${name}`, publishers);
    }
  return [...all.values()];
}

/** The committees with all above them, which rows need not name. */
export function withParents(committees: readonly Committee1[]): readonly Committee1[] {
  const known = new Set(committees.map(({ id }) => id));
  const above = committees.flatMap(({ parent, sdo }) => (parent === undefined || known.has(parent) ? [] : [{ parent, sdo }]));
  if (above.length === 0) return committees;
  const added = new Map(
    above.map(({ parent, sdo }) => {
      const kind = COMMITTEE_KINDS.find(([pattern]) => pattern.test(parent))?.[1] ?? 'working-group';
      return [parent, { id: parent, title: parent, sdo, kind }];
    }),
  );
  return [...committees, ...added.values()];
}
