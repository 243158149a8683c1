import type { EditionKind, PartialDate, SdoId } from '../model/dataset.js';
import type { CatalogueRecord } from './record.js';

/** A designation taken apart: which work it names and which text of that work. */
export interface Designation {
  /** The text as its SDO writes it: `ISO 37122:2019`, `ITU-T Y.4903/L.1603 (10/2016)`, `ISO/IEC 30141:2018/Cor 1:2020`. */
  readonly edition: string;
  /** The work as its SDO writes it, without edition: `ISO 37122`. */
  readonly work: string;
  /** The numbers that identify the work: `ITU-T Y.4903` and `ITU-T L.1603` of a dual number; none where the designation is cut off. */
  readonly numbers: readonly string[];
  readonly publishers: readonly SdoId[];
  /** The SDO's own form: `IS`, `TS`, `Recommendation`. */
  readonly deliverable: string;
  readonly kind: EditionKind;
  /** The date that the designation itself carries; empty when it carries none. */
  readonly date: PartialDate;
  /** Year of the edition that an amendment or a corrigendum changes; empty for editions. */
  readonly baseYear: string;
  /** Order of the text within its work beyond the date: version or revision numbers. */
  readonly order: readonly number[];
  /** `RLV`, `CSV`, `CMV`, `EXV`, `SER`, `FRAG1`: another form in which the text is sold; empty for the text itself. */
  readonly variant: string;
  /** Designation of the text a variant is a form of; empty for the text itself. */
  readonly variantOf: string;
}

/** A record with its designation taken apart. */
export interface Entry {
  readonly record: CatalogueRecord;
  readonly name: Designation;
}

/** Defaults of a plain edition, to be completed by the grammar of each SDO. */
export const PLAIN = { kind: 'edition', date: '', baseYear: '', order: [], variant: '', variantOf: '' } as const;
