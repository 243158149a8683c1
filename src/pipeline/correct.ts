import type { CommitteeId } from '../model/dataset.js';
import { Cell } from './cell.js';
import type { FoldedWork } from './editions.js';
import { Contradiction } from './faults.js';
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
  return file
    .at('corrections')
    .list()
    .map((cell) => {
      cell.table('standard', 'field', 'value', 'reason', 'source');
      const name = cell.at('field').oneOf(FIELDS);
      const value = cell.at('value');
      return {
        standard: cell.at('standard').text(),
        field: name,
        value: Array.isArray(value.value) ? value.texts() : [value.text()],
        reason: cell.at('reason').text(),
        source: cell.at('source').text(),
      };
    });
}

/** Corrections by the work they are for, found by id or alias. @throws Error naming every correction that matches no work of the set */
export function correctionsFor(
  corrections: readonly Correction[],
  works: readonly FoldedWork[],
): ReadonlyMap<string, readonly Correction[]> {
  const owners = new Map(works.flatMap((work) => [work.id, ...work.aliases].map((name) => [name, work.id] as const)));
  const lost = corrections
    .filter((correction) => !owners.has(correction.standard))
    .map((correction) => `"${correction.standard}" (${correction.field})`);
  if (lost.length > 0) {
    throw new Contradiction(
      `corrections.json: no standard of the set is called ${lost.join(', ')}. Expected an id or alias of the dataset; correct the name or remove the correction.`,
    );
  }
  const found = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const id = owners.get(correction.standard) ?? '';
    found.set(id, [...(found.get(id) ?? []), correction]);
  }
  return found;
}

/**
 * The facts with the corrections of one work applied.
 *
 * Replacing a committee by another one counts as trap 8; giving one where the catalogue names none does not (that is trap 9). A correction
 * that changes nothing any more is named in the report, so that it can be removed.
 *
 * @param counted true when the wrong committee of this work has been counted already, where its name was read
 */
export function correct<T extends Correctable>(
  id: string,
  facts: T,
  corrections: readonly Correction[],
  report: Report,
  counted = false,
): T {
  return corrections.reduce((current, { field, value, reason }) => {
    const old = [current[field]].flat().join(', ');
    const now = value.join(', ');
    if (old === now) report.note(`correction without effect: ${field} of ${id} is ${now}`);
    else {
      report.note(`corrected: ${field} of ${id} from ${old || 'none'} to ${now}: ${reason}`);
      if (field === 'committees' && old !== '' && !counted) report.add(8, `${id}: ${old} corrected to ${now}`);
    }
    return { ...current, [field]: field === 'committees' ? value : now };
  }, facts);
}
