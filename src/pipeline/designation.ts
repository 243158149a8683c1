import type { CatalogueRecord } from './record.js';
import type { Report } from './report.js';
import type { Designation, Entry } from './designation-parts.js';
import { consortiumDesignation } from './designation-consortium.js';
import { etsiDesignation } from './designation-etsi.js';
import { isoDesignation } from './designation-iso.js';
import { ituDesignation } from './designation-itu.js';

/**
 * Takes a record's designation apart by the grammar of the catalogue it comes from.
 *
 * @returns undefined when the designation does not name a standard (a study Question, traps 22 and 24); counted in the report
 */
export function designationOf(record: CatalogueRecord, report: Report): Designation | undefined {
  switch (record.catalogue) {
    case 'itu':
      return ituDesignation(record, report);
    case 'iso':
    case 'iec':
      return isoDesignation(record, report);
    case 'etsi':
      return etsiDesignation(record);
    case 'ogc':
    case 'w3c':
    case 'oasis':
    case 'ieee':
      return consortiumDesignation(record, report);
  }
}

/** Records with a readable designation; the others are named in the report. */
export function entriesOf(records: readonly CatalogueRecord[], report: Report): readonly Entry[] {
  return records.flatMap((record) => {
    const name = designationOf(record, report);
    if (name === undefined) report.note(`not a standard by its designation: ${record.catalogue} ${record.designation}`);
    return name === undefined ? [] : [{ record, name }];
  });
}
