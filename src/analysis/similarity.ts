import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { CommitteeWords } from './committee-words.js';
import { compare, type Likeness } from './compare.js';
import { Postings } from './postings.js';
import { ownersOf, type Profile } from './profile.js';
import { elementsOf, type TitleElement } from './title.js';
import { TitleTerms, vectorOf, type Term, type TermVector } from './title-terms.js';

/** A standard near another, by its place in the dataset. */
export interface Near {
  readonly at: number;
  /** 0-1, before it is asked whether the two are mutual neighbours. */
  readonly score: number;
}

/** Standards looked at closely of those whose titles share the most. @source design figures of `similarity`, C4 step 4: 30 lose no known twin */
const LOOKED_AT = 30;
/** Neighbours kept of each standard. */
export const NEIGHBOURS = 10;
/** Two standards are mutual neighbours when each is among the nearest five of other owners. */
const MUTUAL = 5;

/** What the titles of a catalogue are about, and how near two standards are. Made once per catalogue. */
export class Similarity {
  readonly catalogue: Catalogue;
  readonly terms: TitleTerms;
  readonly #profiles: readonly Profile[];
  readonly #owners: readonly (readonly string[])[];
  readonly #committees: CommitteeWords;
  readonly #postings: Postings;
  readonly #neighbours = new Map<number, readonly Near[]>();

  constructor(catalogue: Catalogue, terms: TitleTerms, vectors: readonly TermVector[]) {
    this.catalogue = catalogue;
    this.terms = terms;
    this.#profiles = catalogue.standards.map((standard, at) => profileOf(standard, vectors[at] ?? NOTHING));
    this.#owners = catalogue.standards.map((standard) => ownersOf(catalogue, standard));
    this.#committees = new CommitteeWords(catalogue, vectors);
    this.#postings = new Postings(vectors, terms);
  }

  profile(at: number): Profile {
    return this.#profiles[at] ?? EMPTY;
  }

  /** A text as the titles of the catalogue are read. */
  read(text: string): { readonly terms: readonly Term[]; readonly vector: TermVector } {
    const elements = elementsOf(text);
    const terms = this.terms.termsOf(elements);
    return { terms, vector: vectorOf(terms, elements) };
  }

  compare(a: Profile, b: Profile): Likeness {
    return compare(a, b, (one, other) => this.#committees.nearness(one, other));
  }

  /** Whether no SDO owns both. */
  differentOwners(a: number, b: number): boolean {
    const owners = this.#owners[b] ?? [];
    return !(this.#owners[a] ?? []).some((sdo) => owners.includes(sdo));
  }

  /** The standards nearest to a profile, nearest first, of those that are accepted; of equals the earlier one. */
  nearest(profile: Profile, most: number, accepts: (at: number) => boolean): readonly Near[] {
    return this.#postings

      .sharing(profile.scope ?? profile.title, Math.max(LOOKED_AT, most), accepts)
      .map((at) => ({ at, score: this.compare(profile, this.profile(at)).score }))
      .sort((x, y) => y.score - x.score || x.at - y.at)
      .slice(0, most);
  }

  /** The nearest standards of other owners, nearest first. */
  neighbours(at: number): readonly Near[] {
    const known = this.#neighbours.get(at);
    if (known) return known;
    const found = this.nearest(this.profile(at), NEIGHBOURS, (other) => other !== at && this.differentOwners(at, other));
    this.#neighbours.set(at, found);
    return found;
  }

  /** Whether each of two standards is among the nearest of the other. */
  isMutual(a: number, b: number): boolean {
    const has = (one: number, other: number): boolean =>
      this.neighbours(one)
        .slice(0, MUTUAL)
        .some(({ at }) => at === other);
    return has(a, b) && has(b, a);
  }
}

const NOTHING: TermVector = vectorOf([], []);
const EMPTY: Profile = { title: NOTHING, topics: [], ics: [], committees: [] };

const profileOf = ({ role, topics, ics = [], committees }: Standard, title: TermVector): Profile => ({
  title,
  role,
  topics,
  ics,
  committees,
});

/** Titles that are read between two yields. */
const BATCH = 100;

const memo = new WeakMap<Catalogue, Similarity>();

/**
 * The similarity of a catalogue, made in parts; at once where it is known.
 *
 * @yields between parts that take some milliseconds each
 */
export function* similaritySteps(catalogue: Catalogue): Generator<void, Similarity, void> {
  const known = memo.get(catalogue);
  if (known) return known;
  const { standards } = catalogue;
  const terms = new TitleTerms();
  const titles: (readonly TitleElement[])[] = [];
  for (const [at, { title }] of standards.entries()) {
    const elements = elementsOf(title);
    titles.push(elements);
    terms.add(elements);
    if (at % BATCH === BATCH - 1) yield;
  }
  const vectors: TermVector[] = [];
  for (const [at, elements] of titles.entries()) {
    vectors.push(vectorOf(terms.termsOf(elements), elements));
    if (at % BATCH === BATCH - 1) yield;
  }
  const made = new Similarity(catalogue, terms, vectors);
  memo.set(catalogue, made);
  return made;
}

/** Runs steps to their end. */
export function finish<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The similarity of a catalogue; made at the first question. */
export const similarity = (catalogue: Catalogue): Similarity => memo.get(catalogue) ?? finish(similaritySteps(catalogue));
