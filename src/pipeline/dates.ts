import type { PartialDate } from '../model/dataset.js';
import type { Entry } from './designation-parts.js';
import type { Report } from './report.js';

/** The first date of a record whose kind is one of those asked for, in the order asked for; empty when there is none. */
function dated(entry: Entry, ...kinds: readonly string[]): PartialDate {
  for (const kind of kinds) {
    const found = entry.record.dates.find((date) => date.kind === kind);
    if (found !== undefined) return found.value;
  }
  return '';
}

/** Trap 12: ISO dates a supplement by the edition it changes; the year in its own designation is right. */
function supplementDate(entry: Entry, report: Report): PartialDate {
  const own = entry.name.date;
  if (own === '') return '';
  const right = entry.record.dates.find((date) => date.value.startsWith(own.slice(0, 4)))?.value ?? own;
  const published = dated(entry, 'published');
  if (published !== '' && !published.startsWith(own.slice(0, 4)))
    report.add(12, `${entry.name.edition}: dated ${published}, taken as ${right}`);
  return right.length > own.length ? right : own;
}

/** Trap 22: IEEE's `published` is the day the file was loaded; the day of approval or the year in the designation is right. */
function ieeeDate(entry: Entry, report: Report): PartialDate {
  const right = [dated(entry, 'issued'), dated(entry, 'created'), entry.name.date].find((date) => date !== '') ?? '';
  const loaded = dated(entry, 'published');
  const chosen = entry.name.date !== '' && !right.startsWith(entry.name.date) ? entry.name.date : right;
  if (loaded !== '' && loaded.slice(0, 4) !== chosen.slice(0, 4))
    report.add(22, `${entry.name.edition}: published ${loaded} is a load date, taken as ${chosen}`);
  return chosen;
}

/**
 * The day, month or year of a text, as precise as its source is; empty for drafts and for texts without a date.
 *
 * IEC fills an unknown day with 1 January; such a date counts as a year.
 */
export function dateOf(entry: Entry, report: Report): PartialDate {
  const { record, name } = entry;
  if (name.kind === 'draft' && record.catalogue !== 'w3c') return '';
  if (record.catalogue === 'iso' && name.baseYear !== '') return supplementDate(entry, report);
  if (record.catalogue === 'ieee') return ieeeDate(entry, report);
  const published = dated(entry, 'published', 'issued');
  if (record.catalogue === 'iec' && published.endsWith('-01-01')) return published.slice(0, 4);
  return published === '' ? name.date : published;
}

/** The year of a text: from its designation, else from its date; empty when neither has one. */
export const yearOf = (entry: Entry): string => (entry.name.date || entry.record.dates[0]?.value || '').slice(0, 4);
