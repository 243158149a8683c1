import type { Catalogue } from '../model/catalogue.js';
import type { SdoId, Source, StandardId } from '../model/dataset.js';
import { standardsThere } from './day.js';

/** What one source brings to a view, and how old it is. */
export interface SourceScope {
  /** With the day on which it stood as it was read (`asOf`), and the SDOs it lists. */
  readonly source: Source;
  /** Standards that facts of this source are in. A standard of two catalogues counts in both. */
  readonly standards: number;
  /** Of these, those whose status it does not state. */
  readonly unknown: number;
}

/** What one SDO has in a view. */
export interface SdoScope {
  readonly sdo: SdoId;
  /** Standards that count under it. A joint text counts under each of its SDOs. */
  readonly standards: number;
  readonly unknown: number;
  /** The sources that list its standards; none when no catalogue of it was read. */
  readonly sources: readonly Source[];
}

/** What a view is made from: the scope and as-of line. */
export interface Scope {
  readonly standards: number;
  /** Sources that list standards or that standards come from, in the order of the dataset; publications that are only cited are not here. */
  readonly sources: readonly SourceScope[];
  /** In the order of the dataset. */
  readonly sdos: readonly SdoScope[];
}

interface Count {
  standards: number;
  unknown: number;
}

function count(counts: Map<string, Count>, id: string, unknown: boolean): void {
  const known = counts.get(id) ?? { standards: 0, unknown: 0 };
  known.standards += 1;
  known.unknown += Number(unknown);
  counts.set(id, known);
}

const NOTHING: Count = { standards: 0, unknown: 0 };

/**
 * Which sources stand behind a view, of which day, with how many standards.
 *
 * @param standards what is in view; default all
 */
export function scopeOf(catalogue: Catalogue, standards?: ReadonlySet<StandardId>): Scope {
  const bySource = new Map<string, Count>();
  const bySdo = new Map<string, Count>();
  let total = 0;
  for (const standard of standardsThere(catalogue)) {
    if (standards?.has(standard.id) === false) continue;
    total += 1;
    const unknown = standard.status === 'unknown';
    for (const id of standard.sources) count(bySource, id, unknown);
    for (const id of catalogue.sdosOf(standard)) count(bySdo, id, unknown);
  }
  return {
    standards: total,
    sources: catalogue.sources
      .filter(({ id, sdos = [] }) => sdos.length > 0 || bySource.has(id))
      .map((source) => ({ source, ...(bySource.get(source.id) ?? NOTHING) })),
    sdos: catalogue.sdos.map(({ id }) => ({
      sdo: id,
      ...(bySdo.get(id) ?? NOTHING),
      sources: catalogue.sources.filter(({ sdos = [] }) => sdos.includes(id)),
    })),
  };
}
