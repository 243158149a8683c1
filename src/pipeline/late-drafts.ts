import type { Report } from './report.js';
import type { Text } from './texts.js';

/** `ISO/IEC TS 30180` → `ISO/IEC 30180`: the number whatever the deliverable, which can change on the way to publication. */
const anyDeliverable = (work: string): string => work.replace(/[/ ](?:TS|TR|PAS|SRD|Guide)(?= \d)/, '');

/**
 * Trap 20: the snapshots of the catalogues differ in age, so one still lists the draft of what another lists as published, sometimes as
 * another deliverable (`ISO/IEC DIS 30180` in June 2025, `ISO/IEC TS 30180:2025` in March 2026). Such a draft is matched by number and
 * edition in a fresher catalogue and becomes a copy of the published text: its source and what it says differently stay visible.
 *
 * @returns the texts in the order of the input
 */
export function matchPublishedDrafts(texts: readonly Text[], report: Report): readonly Text[] {
  const published = new Map<string, Text[]>();
  for (const text of texts) {
    if (text.name.kind !== 'edition' || text.name.variant !== '') continue;
    const key = anyDeliverable(text.name.work);
    published.set(key, [...(published.get(key) ?? []), text]);
  }
  return texts.map((draft) => {
    if (draft.name.kind !== 'draft') return draft;
    const since = (published.get(anyDeliverable(draft.name.work)) ?? []).find(
      (text) =>
        text.record.catalogue !== draft.record.catalogue &&
        text.record.edition === draft.record.edition &&
        text.record.source.asOf > draft.record.source.asOf,
    );
    if (since === undefined) return draft;
    report.add(
      20,
      `${draft.name.edition} (${draft.record.catalogue}, ${draft.record.source.asOf}) is ${since.name.edition} (${since.record.catalogue}, ${since.record.source.asOf})`,
    );
    return { ...draft, name: since.name };
  });
}
