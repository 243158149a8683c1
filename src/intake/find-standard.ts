import type { Catalogue, Found } from '../model/catalogue.js';
import type { Edition, Standard } from '../model/dataset.js';
import { readReference, type Reference } from './reference.js';

/** A designation of a table, and the standard of the catalogue that it names. */
export interface NamedStandard {
  readonly reference: Reference;
  readonly standard?: Standard;
  readonly edition?: Edition;
}

/** Forms that stand in designations, so that two that differ are two works. */
const TOLD = new Set(['TS', 'TR', 'PAS', 'SRD', 'IWA', 'Guide']);
const publishersOf = (standard: Standard): readonly string[] => standard.publishers.map((id) => id.toUpperCase());

/** Loose spellings leave out publishers and forms: what contradicts them is another work. */
function agrees(reference: Reference, standard: Standard): boolean {
  const { form, publishers } = reference;
  if (publishers.length > 0 && !publishers.some((name) => publishersOf(standard).includes(name))) return false;
  const isTold = (text: string | undefined): boolean => text !== undefined && TOLD.has(text);
  return !(isTold(form) || isTold(standard.deliverable)) || form === standard.deliverable || publishers.length === 0;
}

const located = (catalogue: Catalogue, text: string, reference: Reference): Found | undefined => {
  const found = catalogue.locate(text);
  return found && agrees(reference, found.standard) ? found : undefined;
};

/**
 * The standard that a cell names, in any usual spelling.
 *
 * @param sdo the name of the SDO where that stands in another cell: `37122` of `ISO`
 */
export function findStandard(catalogue: Catalogue, cell: string, sdo: string): NamedStandard {
  const own = readReference(cell);
  const isBare = own.publishers.length === 0 && sdo !== '';
  const full = isBare ? readReference(`${sdo} ${cell}`) : own;
  // A number alone needs an SDO, or enough digits to be no number of a row
  const alone = /^\d/.test(cell) && (cell.match(/\d/g) ?? []).length < 4 ? [] : [cell];
  const texts: readonly (readonly [string, Reference])[] = [
    ...(isBare
      ? ([
          [full.edition, full],
          [full.work, full],
        ] as const)
      : []),
    ...alone.flatMap(
      (text) =>
        [
          [text, own],
          [own.edition, own],
          [own.work, own],
        ] as const,
    ),
  ];
  for (const [text, reference] of texts) {
    const found = located(catalogue, text, reference);
    if (found) return { reference: full, ...found };
  }
  return { reference: isBare && /^\d/.test(cell) ? full : own };
}
