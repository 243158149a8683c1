import type { FoldedWork } from './editions.js';
import { sourceId } from './catalogues.js';
import type { Statement } from './relations.js';
import type { Report } from './report.js';
import { isTelling, titleKey } from './title-key.js';

/** Forms of ETSI by weight: a TS, ES or GS that becomes an EN gets a new number and keeps its title. */
const WEIGHT: Readonly<Record<string, number>> = { EN: 3, ES: 2, TS: 1, GS: 0 };
const weight = (work: FoldedWork): number => WEIGHT[work.latest.name.deliverable] ?? -1;

/**
 * Trap 15: ETSI promotes a TS to an EN under a new number; the catalogue then lists both as current and states no relation. An EN with the
 * title of a TS supersedes it when its newest version is not older than that of the TS; otherwise both live on and nothing is said.
 */
export function promotions(works: readonly FoldedWork[], report: Report): readonly Statement[] {
  const groups = new Map<string, FoldedWork[]>();
  for (const work of works) {
    const key = titleKey(work.latest.record.title.replace(/; Release \d+$/, ''));
    if (work.latest.record.catalogue !== 'etsi' || weight(work) < 0 || !isTelling(key)) continue;
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups.values()].flatMap(group => group.flatMap(newer => group.flatMap(older => {
    if (weight(newer) <= weight(older)) return [];
    report.add(15, `${older.id} has become ${newer.id}`);
    if (newer.latest.date < older.latest.date) {
      report.note(`not superseded, still kept up: ${older.id} (${older.latest.date}) beside ${newer.id} (${newer.latest.date})`);
      return [];
    }
    const evidence = `${newer.latest.name.deliverable} with the title of the ${older.latest.name.deliverable}: “${newer.latest.record.title}”`;
    return [{ subject: newer.id, relation: { type: 'supersedes' as const, to: older.id, evidence, source: sourceId('etsi') } }];
  })));
}
