import { entriesOf } from './designation.js';
import { dropDuplicates, dropTruncated } from './duplicates.js';
import type { FoldedWork } from './editions.js';
import { foldWork } from './editions.js';
import { matchPublishedDrafts } from './late-drafts.js';
import { promotions, replacements } from './promotions.js';
import type { CatalogueRecord } from './record.js';
import { references } from './references.js';
import type { Statement } from './relations.js';
import { statedRelations, WorkIndex } from './relations.js';
import type { Report } from './report.js';
import { collapseStages } from './snapshots.js';
import { settleStatuses, withoutCycles } from './supersession.js';
import { textsOf } from './texts.js';
import { mendTitles } from './titles.js';
import { twinRelations } from './twins.js';
import { worksOf } from './works.js';

/** Works of the catalogues with what relates them, before the selection. */
export interface Landscape {
  readonly works: readonly FoldedWork[];
  readonly statements: readonly Statement[];
}

/**
 * Catalogue records → texts → works → relations between works. The order matters: copies go before texts are compared, stages before works
 * are folded, statuses last, since a newer work of another number can change them.
 */
export function reconcile(records: readonly CatalogueRecord[], report: Report): Landscape {
  const entries = entriesOf(mendTitles(dropTruncated(dropDuplicates(records, report), report), report), report);
  const texts = matchPublishedDrafts(textsOf(collapseStages(entries, report), report), report);
  const works = worksOf(texts, report).flatMap((work) => foldWork(work, report) ?? []);
  const index = new WorkIndex(works);
  const promoted = promotions(works, report);
  const stated = [...statedRelations(works, index, report), ...promoted];
  const declared = [...stated, ...replacements(works, stated, report)];
  const tied = [...declared, ...twinRelations(works, index, declared, report)];
  const all = [...tied, ...references(works, index, tied)];
  const statements = withoutCycles(all, new Map(works.map((work) => [work.id, work])), report);
  const superseded = new Set(promoted.map(({ relation }) => relation.to));
  return { works: settleStatuses(works, statements, superseded, report), statements };
}
