import type { CatalogueRecord } from './record.js';
import type { Report } from './report.js';

/** `v1.2.10` → 1.2.10 as numbers, so that models compare by age. */
const modelOrder = (record: CatalogueRecord): readonly number[] => record.model.replace(/^v/, '').split('.').map(Number);

/** Negative when a is the younger copy: fresher snapshot first, then the newer model, then the file name without colon, then the alphabet. */
function byAge(a: CatalogueRecord, b: CatalogueRecord): number {
  if (a.source.asOf !== b.source.asOf) return a.source.asOf > b.source.asOf ? -1 : 1;
  const [newer, older] = [modelOrder(b), modelOrder(a)];
  for (let i = 0; i < 3; i += 1) {
    const difference = (newer[i] ?? 0) - (older[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(a.file.includes(':')) - Number(b.file.includes(':')) || (a.file < b.file ? -1 : 1);
}

/**
 * Trap 1: one catalogue holds the same designation in two files, an old copy (model 1.2.7, colon in the file name) and the current one.
 *
 * @returns one record per catalogue and designation, the youngest copy, in the order of the input
 */
export function dropDuplicates(records: readonly CatalogueRecord[], report: Report): readonly CatalogueRecord[] {
  const groups = new Map<string, CatalogueRecord[]>();
  for (const record of records) {
    const key = `${record.catalogue} ${record.designation}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const kept = new Set<CatalogueRecord>();
  for (const copies of groups.values()) {
    const [youngest, ...stale] = [...copies].sort(byAge);
    if (youngest !== undefined) kept.add(youngest);
    for (const copy of stale) report.add(1, `${copy.catalogue}/${copy.file} is an older copy of ${youngest?.file ?? ''}`);
  }
  return records.filter((record) => kept.has(record));
}

/** Trap 22: IEEE lists a text a second time under a designation that has lost its number and year; title and day of approval give it away. */
export function dropTruncated(records: readonly CatalogueRecord[], report: Report): readonly CatalogueRecord[] {
  const issued = (record: CatalogueRecord): string => record.dates.find((date) => date.kind === 'issued')?.value ?? '';
  const key = (record: CatalogueRecord): string => `${record.title.toLowerCase()} ${issued(record)}`;
  const dated = new Map(
    records.filter((record) => record.catalogue === 'ieee' && /-\d{4}$/.test(record.designation)).map((record) => [key(record), record]),
  );
  return records.filter((record) => {
    const whole = record.catalogue === 'ieee' && !/-\d{4}$/.test(record.designation) ? dated.get(key(record)) : undefined;
    if (whole !== undefined) report.add(22, `${record.designation} is ${whole.designation}, cut off`);
    return whole === undefined;
  });
}
