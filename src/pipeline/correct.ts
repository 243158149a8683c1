import type { CommitteeId } from '../model/dataset.js';
import { Cell } from './cell.js';
import type { FoldedWork } from './editions.js';
import type { Report } from './report.js';

/** What a curator knows better than the catalogue, one field of one standard. */
export interface Correction {
  readonly standard: string;
  readonly field: 'committees' | 'title' | 'deliverable' | 'url';
  readonly value: readonly string[];
  /** Why the catalogue is wrong. */
  readonly reason: string;
  /** Where the right value stands. */
  readonly source: string;
}

/** The facts of a work that a correction may replace. */
export interface Correctable {
  readonly title: string;
  readonly deliverable: string;
  readonly url: string;
  readonly committees: readonly CommitteeId[];
}

const FIELDS = ['committees', 'title', 'deliverable', 'url'] as const;

/**
 * `data/sources/corrections.json`: `{corrections: [{standard, field, value, reason, source}]}`; value is a list for committees, a text
 * for the other fields.
 *
 * @throws Error that says where, what was found and what was expected
 */
export function readCorrections(json: unknown): readonly Correction[] {
  const file = new Cell(json, 'corrections.json');
  file.table('about', 'corrections');
  return file.at('corrections').list().map(cell => {
    cell.table('standard', 'field', 'value', 'reason', 'source');
    const name = cell.at('field').oneOf(FIELDS);
    const value = cell.at('value');
    return {
      standard: cell.at('standard').text(), field: name, value: Array.isArray(value.value) ? value.texts() : [value.text()],
      reason: cell.at('reason').text(), source: cell.at('source').text(),
    };
  });
}

/** Corrections by the work they are for, found by id or alias. @throws Error naming every correction that matches no work of the set */
export function correctionsFor(corrections: readonly Correction[], works: readonly FoldedWork[]): ReadonlyMap<string, readonly Correction[]> {
  const owners = new Map(works.flatMap(work => [work.id, ...work.aliases].map(name => [name, work.id] as const)));
  const lost = corrections.filter(correction => !owners.has(correction.standard)).map(correction => `"${correction.standard}" (${correction.field})`);
  if (lost.length > 0) {
    throw new Error(`corrections.json: no standard of the set is called ${lost.join(', ')}. Expected an id or alias of the dataset; correct the name or remove the correction.`);
  }
  const found = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const id = owners.get(correction.standard) ?? '';
    found.set(id, [...(found.get(id) ?? []), correction]);
  }
  return found;
}

/** The facts with the corrections of one work applied; a correction of committees counts as trap 8. */
export function correct<T extends Correctable>(id: string, facts: T, corrections: readonly Correction[], report: Report): T {
  return corrections.reduce((current, { field, value, reason }) => {
    if (field === 'committees') {
      report.add(8, `${id}: ${current.committees.join(', ') || 'no committee'} corrected to ${value.join(', ')}: ${reason}`);
      return { ...current, committees: value };
    }
    report.note(`corrected ${field} of ${id}: ${reason}`);
    return { ...current, [field]: value[0] ?? '' };
  }, facts);
}
