import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, Standard } from '../model/dataset.js';
import { placesIn } from '../model/places.js';

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

const totals = new WeakMap<Catalogue, number>();

/** How many standards were there on the day of a catalogue. */
export function countThere(catalogue: Catalogue): number {
  const present = presentIn(catalogue);
  if (!present) return catalogue.standards.length;
  const total = totals.get(catalogue) ?? present.reduce((sum, is) => sum + is, 0);
  totals.set(catalogue, total);
  return total;
}

/** Whether a record was there on the day of a catalogue; what is no standard of it is. */
export function wasThere(catalogue: Catalogue, id: string): boolean {
  const present = presentIn(catalogue);
  const place = present && placesIn(catalogue).get(id);
  return place === undefined || present?.[place] === 1;
}

/** The standards that were there on the day of a catalogue, in dataset order. */
export function standardsThere(catalogue: Catalogue): readonly Standard[] {
  const present = presentIn(catalogue);
  return present ? catalogue.standards.filter((_, place) => present[place] === 1) : catalogue.standards;
}
