import type { SdoId } from '../model/dataset.js';
import type { OwnShare } from './cell.js';

/** A standard of a cell as shares count it. */
export interface Sharing {
  /** The work it counts as. */
  readonly work: number;
  /** The SDO of its leading committee, else its first publisher. */
  readonly home: SdoId;
}

/**
 * What each SDO brings: one for every work of its own, an equal part of a work that several carry out.
 *
 * @param order SDOs in the order in which equal shares go
 * @returns largest first; the shares add up to the number of works
 */
export function sharesOf(standards: readonly Sharing[], order: readonly SdoId[]): readonly OwnShare[] {
  const homes = new Map<number, Set<SdoId>>();
  for (const { work, home } of standards) {
    const known = homes.get(work);
    if (known) known.add(home);
    else homes.set(work, new Set([home]));
  }
  const works = new Map<SdoId, number>();
  for (const of of homes.values()) for (const sdo of of) works.set(sdo, (works.get(sdo) ?? 0) + 1 / of.size);
  return Array.from(works, ([sdo, count]) => ({ sdo, works: count })).sort(
    (a, b) => b.works - a.works || order.indexOf(a.sdo) - order.indexOf(b.sdo),
  );
}

/** Effective number of SDOs, 1/Σp²: n SDOs with equal shares give n; 0 without any. @source Simpson 1949, inverse index */
export function effectiveNumber(shares: readonly OwnShare[]): number {
  const sum = shares.reduce((total, { works }) => total + works, 0);
  const squares = shares.reduce((total, { works }) => total + (works / sum) ** 2, 0);
  return sum === 0 ? 0 : 1 / squares;
}
