import type { Span } from './candidate.js';
import { CLASS_WEIGHT, type TermClass } from './concept-table.js';
import type { TitleElement, Unit } from './title.js';

/** A concept, word or pair of neighbouring ones of a text, with its weight in a catalogue. */
export interface Term {
  /** Number of the term in the catalogue; of a term that it has not, a number beyond all of them. */
  readonly id: number;
  readonly label: string;
  readonly class: TermClass;
  /** Above 0: how much it distinguishes. */
  readonly weight: number;
  /** True for two neighbouring concepts taken together. */
  readonly pair: boolean;
  /** True where it stands in the name of a series and nowhere else. */
  readonly seriesOnly: boolean;
  /** True where it names a field of work: ITS, smart cities, the Internet of things. */
  readonly field: boolean;
  /** Every place, in reading order. */
  readonly spans: readonly Span[];
}

/** Works that have to share a piece of title for it to be the name of a series. */
const SERIES = 4;
/** What a word keeps of its weight in the name of a series. @source design figures of `similarity`, C4 step 3 */
const SERIES_WEIGHT = 0.35;
/** What two neighbours together weigh beside each for itself. @source the same */
const PAIR_WEIGHT = 0.6;

/** What a concept weighs where the title names a narrower one. */
const BROADER_WEIGHT = 0.6;

const isPair = (first: Unit, second: Unit): boolean =>
  first.key !== second.key && first.class !== 'boilerplate' && second.class !== 'boilerplate';

/** The terms of a catalogue's titles: how many standards have each, and which pieces of titles name a series. */
export class TitleTerms {
  /** Standards whose titles were read. */
  #count = 0;
  readonly #ids = new Map<string, number>();
  readonly #standards: number[] = [];
  readonly #pieces = new Map<string, number>();

  get size(): number {
    return this.#standards.length;
  }

  /** Standards whose title has a term. */
  standardsWith(id: number): number {
    return this.#standards[id] ?? 0;
  }

  /** Counts one more title. */
  add(elements: readonly TitleElement[]): void {
    this.#count++;
    const keys = new Set<string>();
    for (const { units } of elements)
      units.forEach((unit, at) => {
        const before = units[at - 1];
        keys.add(unit.key);
        for (const { key } of unit.broader ?? []) keys.add(key);
        if (before && isPair(before, unit)) keys.add(`${before.key} ${unit.key}`);
      });
    for (const key of keys) {
      const id = this.#ids.get(key) ?? this.#standards.length;
      if (id === this.#standards.length) this.#ids.set(key, id);
      this.#standards[id] = (this.#standards[id] ?? 0) + 1;
    }
    for (const key of new Set(elements.map((element) => element.key))) this.#pieces.set(key, (this.#pieces.get(key) ?? 0) + 1);
  }

  /** How much a term distinguishes, by the standards that have it. @source Spärck Jones 1972, inverse document frequency, smoothed */
  #rarity(standards: number): number {
    return Math.log((this.#count + 1) / (standards + 0.5));
  }

  /** What each piece of a title keeps of its weight: the name of a series less, save where the title has nothing rarer. */
  #pieceWeights(elements: readonly TitleElement[]): readonly number[] {
    const counts = elements.map(({ key }) => this.#pieces.get(key) ?? 0);
    const rarest = Math.min(...counts);
    return counts.map((count) => (count >= SERIES && count > rarest ? SERIES_WEIGHT : 1));
  }

  /** The terms of a text in order of their first place; where one stands twice, its heaviest place counts. */
  termsOf(elements: readonly TitleElement[]): readonly Term[] {
    const pieces = this.#pieceWeights(elements);
    const found = new Map<string, Growing>();
    elements.forEach(({ units }, place) => {
      const piece = pieces[place] ?? 1;
      units.forEach((unit, at) => {
        const before = units[at - 1];
        this.#put(found, unit.key, unit, piece, CLASS_WEIGHT[unit.class], false);
        for (const wider of unit.broader ?? [])
          this.#put(found, wider.key, { ...wider, from: unit.from, to: unit.to }, piece, BROADER_WEIGHT * CLASS_WEIGHT[wider.class], false);
        if (before && isPair(before, unit))
          this.#put(found, `${before.key} ${unit.key}`, joined(before, unit), piece, pairWeight(before, unit), true);
      });
    });
    return [...found.values()];
  }

  #put(found: Map<string, Growing>, key: string, unit: Unit, piece: number, own: number, pair: boolean): void {
    const id = this.#ids.get(key) ?? this.size + found.size;
    const weight = piece * own * this.#rarity(this.standardsWith(id));
    const known = found.get(key);
    const { label, from, to } = unit;
    if (known === undefined)
      found.set(key, {
        id,
        label,
        class: unit.class,
        weight,
        pair,
        field: unit.field === true && !pair,
        seriesOnly: piece < 1,
        spans: [[from, to]],
      });
    else {
      known.weight = Math.max(known.weight, weight);
      known.seriesOnly &&= piece < 1;
      known.spans.push([from, to]);
    }
  }
}

/** A term while its title is read. */
type Growing = { -readonly [K in keyof Term]: Term[K] } & { spans: Span[] };

/** Two neighbours as one: a subject where the first is one, else what the second is. */
const joined = (before: Unit, unit: Unit): Unit => ({
  key: '',
  label: `${before.label} ${unit.label}`,
  class: before.class === 'subject' ? before.class : unit.class,
  from: before.from,
  to: unit.to,
});

const pairWeight = (before: Unit, unit: Unit): number => (PAIR_WEIGHT * (CLASS_WEIGHT[before.class] + CLASS_WEIGHT[unit.class])) / 2;
