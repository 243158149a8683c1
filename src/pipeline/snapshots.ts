import type { Entry } from './designation-parts.js';
import type { Report } from './report.js';

/** ISO's project number, the last part of the address of its page: the same through all stages of one project. */
export const projectOf = (entry: Entry): string =>
  entry.record.catalogue === 'iso' ? (/iso\.org\/standard\/(\d+)\.html/.exec(entry.record.url)?.[1] ?? '') : '';

/** Higher for the later snapshot: a dated text before an undated one, then the higher stage, then the newer Relaton model. */
function isLater(a: Entry, b: Entry): boolean {
  const key = (entry: Entry): string =>
    [entry.name.kind !== 'draft' && entry.name.date !== '' ? '1' : '0', entry.record.stage, entry.record.model, entry.record.file].join(
      ' ',
    );
  return key(a) > key(b);
}

/** A text under publication has no year yet: it is still a draft. */
function asDraft(entry: Entry): Entry {
  const undated = entry.record.catalogue === 'iso' && entry.name.kind === 'edition' && entry.name.date === '';
  return undated ? { ...entry, name: { ...entry.name, kind: 'draft' } } : entry;
}

/**
 * Trap 2: ISO's catalogue keeps a record for every stage of one project (`ISO/DIS 14813-1`, `ISO 14813-1`, `ISO 14813-1:2024`), sometimes
 * under changing numbers (`ISO/DIS 7817.2`, `ISO 7817-1:2024`). Only the latest one of a project stays.
 *
 * @returns the remaining entries in the order of the input
 */
export function collapseStages(entries: readonly Entry[], report: Report): readonly Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    const project = projectOf(entry);
    const known = latest.get(project);
    if (project !== '' && (known === undefined || isLater(entry, known))) latest.set(project, entry);
  }
  return entries.flatMap((entry) => {
    const kept = latest.get(projectOf(entry));
    if (kept === undefined || kept === entry) return [asDraft(entry)];
    report.add(2, `${entry.name.edition} is an earlier stage of ${kept.name.edition}`);
    return [];
  });
}
