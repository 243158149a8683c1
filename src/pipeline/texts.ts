import type { PartialDate, Status } from '../model/dataset.js';
import { dateOf } from './dates.js';
import type { Entry } from './designation-parts.js';
import type { Report } from './report.js';
import { stageStatus } from './stages.js';

/** An entry with its date and with what its own stage says. */
export interface Text extends Entry {
  readonly date: PartialDate;
  readonly status: Status;
}

/** Entries with date and status; deleted projects are left out (trap 28) and W3C's undated names of series too (trap 23). */
export function textsOf(entries: readonly Entry[], report: Report): readonly Text[] {
  return entries.flatMap((entry) => {
    if (entry.name.variant === 'series') return [];
    const status = stageStatus(entry, report);
    if (status === 'deleted') {
      report.add(28, `${entry.name.edition}: project deleted (${entry.record.stage})`);
      return [];
    }
    return [{ ...entry, date: dateOf(entry, report), status }];
  });
}

/** Catalogues whose version numbers say more about the order of texts than their dates: several releases are kept up in parallel. */
const BY_VERSION: ReadonlySet<string> = new Set(['etsi', 'w3c', 'oasis']);

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const compareWords = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Withdrawn texts before valid ones of the same day: the valid one is the newer designation. */
const rank = (text: Text): number => (text.status === 'withdrawn' || text.status === 'superseded' ? 0 : 1);

/** Order of the texts of one work, oldest first; drafts last; a total order, so that equal input gives equal output. */
export function byEdition(a: Text, b: Text): number {
  const drafts = Number(a.name.kind === 'draft') - Number(b.name.kind === 'draft');
  if (drafts !== 0) return drafts;
  const versions = compareNumbers(a.name.order, b.name.order);
  const dates = compareWords(a.date, b.date);
  const both = BY_VERSION.has(a.record.catalogue) && BY_VERSION.has(b.record.catalogue);
  return (
    (both ? versions || dates : dates || versions) ||
    rank(a) - rank(b) ||
    compareWords(a.name.edition, b.name.edition) ||
    compareWords(a.record.catalogue, b.record.catalogue)
  );
}
