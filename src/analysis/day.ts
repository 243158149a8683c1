import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate } from '../model/dataset.js';

/** What a catalogue of a past day was made of. */
export interface LandscapeDay {
  /** The catalogue of the latest. */
  readonly latest: Catalogue;
  readonly at: PartialDate;
  /** 1 for a standard of which a text was known to exist; n, in dataset order. */
  readonly present: Uint8Array;
}

const days = new WeakMap<Catalogue, LandscapeDay>();

/** Remembers what a catalogue of a past day was made of. */
export function rememberDay(catalogue: Catalogue, day: LandscapeDay): void {
  days.set(catalogue, day);
}

/** The catalogue itself, of one of a past day the latest: for what no day changes, such as titles, topics and committees. */
export const latestOf = (catalogue: Catalogue): Catalogue => days.get(catalogue)?.latest ?? catalogue;

/** The day that a catalogue shows; empty: the latest. */
export const dayShown = (catalogue: Catalogue): PartialDate => days.get(catalogue)?.at ?? '';

/** Standards that were there, one byte each; undefined for the latest, where all are. Never written to by readers. */
export const presentIn = (catalogue: Catalogue): Uint8Array | undefined => days.get(catalogue)?.present;

/** The catalogue of the latest with the day that is meant: the one asked for, else the one that the catalogue shows. */
export const latestAndDay = (catalogue: Catalogue, at: PartialDate): readonly [latest: Catalogue, at: PartialDate] => [
  latestOf(catalogue),
  at === '' ? dayShown(catalogue) : at,
];
