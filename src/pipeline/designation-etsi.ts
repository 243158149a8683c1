import type { CatalogueRecord } from './record.js';
import { PLAIN } from './designation-parts.js';
import type { Designation } from './designation-parts.js';

const ETSI = /^ETSI ((EN|ES|EG|TS|TR|SR|GS|GR|ETS|I-ETS|ETR|TBR|TCR-TR) .+?) (?:V(\d+)\.(\d+)\.(\d+)|ed\.(\d+)) \((\d{4})-(\d{2})\)$/;

/** `ETSI EN 302 571 V2.1.1 (2017-02)`: type, number, version and month; undefined for anything else. */
export function etsiDesignation(record: CatalogueRecord): Designation | undefined {
  const match = ETSI.exec(record.designation);
  if (match === null) return undefined;
  const [written, number = '', type = '', major, minor, patch, edition, year = '', month = ''] = match;
  const work = `ETSI ${number}`;
  const order = [major ?? edition, minor, patch].map((part) => Number(part ?? 0));
  return { ...PLAIN, edition: written, work, numbers: [work], publishers: ['etsi'], deliverable: type, date: `${year}-${month}`, order };
}
