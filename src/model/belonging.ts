import type { Committee, CommitteeId, SdoId, Standard } from './dataset.js';

/** Which SDOs and committees a standard belongs to. */
export interface Belonging {
  /** The SDO of the leading committee, else the first publisher. */
  readonly home: (standard: Standard) => SdoId;
  /** Home, publishers and the SDOs of the committees; each once, home first. */
  readonly sdosOf: (standard: Standard) => readonly SdoId[];
  /** A committee and its ancestors, nearest first; frozen, and the same list every time. Empty for an unknown id. */
  readonly path: (id: CommitteeId) => readonly Committee[];
}

const NONE: readonly never[] = Object.freeze([]);

/** Belonging among committees by their id. */
export function belonging(committees: ReadonlyMap<CommitteeId, Committee>): Belonging {
  const paths = new Map<CommitteeId, readonly Committee[]>();
  const home = (standard: Standard): SdoId => {
    const leading = standard.committees[0];
    return (leading !== undefined && committees.get(leading)?.sdo) || (standard.publishers[0] ?? '');
  };
  return {
    home,
    sdosOf: (standard) => {
      const sdos = [home(standard)];
      const add = (sdo: SdoId | undefined): void => {
        if (sdo !== undefined && !sdos.includes(sdo)) sdos.push(sdo);
      };
      standard.publishers.forEach(add);
      for (const id of standard.committees) add(committees.get(id)?.sdo);
      return sdos;
    },
    path: (id) => {
      const known = paths.get(id);
      if (known) return known;
      const path: Committee[] = [];
      for (let at = committees.get(id); at; at = at.parent === undefined ? undefined : committees.get(at.parent)) path.push(at);
      if (path.length === 0) return NONE;
      paths.set(id, Object.freeze(path));
      return path;
    },
  };
}
