import type { Source } from '../model/dataset.js';

/** The catalogues that the pipeline reads, by the folder suffix of their Relaton repository. */
export const CATALOGUES = ['itu', 'iso', 'iec', 'etsi', 'ogc', 'w3c', 'oasis', 'ieee'] as const;
export type CatalogueName = (typeof CATALOGUES)[number];

/** A relation as the catalogue states it, before its direction is checked. */
export interface RawRelation {
  readonly type: string;
  /** The other document as the catalogue spells it. */
  readonly to: string;
  readonly description?: string;
}

/** A date as the catalogue states it: its kind (`published`, `issued`, `created`, …) and its value, `2019`, `2019-05` or `2019-05-23`. */
export interface RawDate {
  readonly kind: string;
  readonly value: string;
}

/**
 * One document of a catalogue, read from either Relaton model and spelled alike, before any judgement.
 *
 * `abstract` and `keywords` are read for classification and for evidence; they never reach the dataset.
 */
export interface CatalogueRecord {
  readonly catalogue: CatalogueName;
  /** Where it was read, with the day on which that stood; one object for all records of a snapshot. */
  readonly source: Source;
  readonly file: string;
  /** Relaton model of the file: `v1.2.9`. */
  readonly model: string;
  /** Primary designation as printed by the catalogue. */
  readonly designation: string;
  /** Further designations of the same document with their type (`ISO`, `URN`, …). */
  readonly otherIds: readonly { readonly type: string; readonly id: string }[];
  readonly title: string;
  /** Official titles in other languages, by BCP 47 tag. */
  readonly titles: Readonly<Record<string, string>>;
  /** `international-standard`, `TS`, `recommendation`, … as the catalogue writes it; abbreviation where it has one. */
  readonly doctype: string;
  /** Raw status or stage: `60.60`, `PUBLISHED`, `Withdrawal`; empty when the record has none. */
  readonly stage: string;
  readonly dates: readonly RawDate[];
  readonly edition: string;
  /** Committee names as printed. */
  readonly committees: readonly string[];
  readonly ics: readonly string[];
  /** The SDO's own page, http or https. */
  readonly url: string;
  readonly relations: readonly RawRelation[];
  readonly keywords: readonly string[];
  readonly abstract: string;
}
