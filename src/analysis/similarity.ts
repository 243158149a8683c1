import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { Best } from './best.js';
import { CommitteeWords } from './committee-words.js';
import { compare, mutuality, scoreOf, type Likeness } from './compare.js';
import { Owners } from './owners.js';
import { Postings } from './postings.js';
import type { Profile } from './profile.js';
import { vectorOf, VectorStore, type TermVector } from './term-vectors.js';
import { elementsOf, type TitleElement } from './title.js';
import { TitleTerms, type Term } from './title-terms.js';
import { latestOf } from './day.js';

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

/** What the titles of a catalogue are about, and how near two standards are. Made once per catalogue. */
export class Similarity {
  readonly catalogue: Catalogue;
  readonly terms: TitleTerms;
  readonly #profiles: readonly Profile[];
  readonly #owners: Owners;
  readonly #committees: CommitteeWords;
  readonly #postings: Postings;
  readonly #neighbours = new Map<number, readonly Near[]>();

  constructor(catalogue: Catalogue, terms: TitleTerms, vectors: readonly TermVector[]) {
    this.catalogue = catalogue;
    this.terms = terms;
    this.#profiles = catalogue.standards.map((standard, at) => profileOf(standard, vectors[at] ?? NOTHING));
    this.#owners = new Owners(catalogue);
    this.#committees = new CommitteeWords(catalogue, vectors);
    this.#postings = new Postings(vectors, terms);
  }

  profile(at: number): Profile {
    return this.#profiles[at] ?? EMPTY;
  }

  /** A text as the titles of the catalogue are read. */
  read(text: string): { readonly elements: readonly TitleElement[]; readonly terms: readonly Term[]; readonly vector: TermVector } {
    const elements = elementsOf(text);
    const terms = this.terms.termsOf(elements);
    return { elements, terms, vector: vectorOf(terms, elements) };
  }

  readonly #nearness = (a: Profile['committees'], b: Profile['committees']): number => this.#committees.nearness(a, b);

  /** How alike two profiles are, without their neighbours. */
  compare(a: Profile, b: Profile): Likeness {
    const likeness = compare(a, b, this.#nearness);
    if (!likeness) throw new Error('bug: no score is less than 0');
    return likeness;
  }

  /** How alike two standards are, and how many others are nearer to one of them. */
  likeness(a: number, b: number): Likeness {
    const { parts, factors, score } = this.compare(this.profile(a), this.profile(b));
    const mutual = mutuality(this.rank(a, b));
    if (mutual === 1) return { parts, factors, score };
    const all = { ...factors, 'not-mutual': mutual };
    return { parts, factors: all, score: scoreOf(parts, all) };
  }

  /** Whether no SDO owns both. */
  differentOwners(a: number, b: number): boolean {
    return this.#owners.differ(a, b);
  }

  /** The standards nearest to a profile, nearest first, of those that are accepted; of equals the earlier one. */
  nearest(profile: Profile, most: number, accepts: (at: number) => boolean): readonly Near[] {
    const best = new Best(most);
    for (const at of this.#postings.sharing(profile.scope ?? profile.title, Math.max(LOOKED_AT, most), accepts)) {
      const likeness = compare(profile, this.profile(at), this.#nearness, best.least);
      if (likeness) best.add(at, likeness.score);
    }
    return best.items.map((at, rank) => ({ at, score: best.values[rank] ?? 0 }));
  }

  /** The nearest standards of other owners, nearest first. */
  neighbours(at: number): readonly Near[] {
    const known = this.#neighbours.get(at);
    if (known) return known;
    const found = this.nearest(this.profile(at), NEIGHBOURS, (other) => this.#owners.differ(at, other));
    this.#neighbours.set(at, found);
    return found;
  }

  /** The worse of the ranks of two standards among each other's neighbours: 0 where each is the nearest, NEIGHBOURS where one is none. */
  rank(a: number, b: number): number {
    const rankOf = (one: number, other: number): number => {
      const rank = this.neighbours(one).findIndex(({ at }) => at === other);
      return rank < 0 ? NEIGHBOURS : rank;
    };
    return Math.max(rankOf(a, b), rankOf(b, a));
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
export function* similaritySteps(given: Catalogue): Generator<void, Similarity, void> {
  const catalogue = latestOf(given);
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
  const store = new VectorStore();
  for (const [at, elements] of titles.entries()) {
    store.add(terms.termsOf(elements), elements);
    if (at % BATCH === BATCH - 1) yield;
  }
  const made = new Similarity(catalogue, terms, store.vectors());
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
export const similarity = (catalogue: Catalogue): Similarity => memo.get(latestOf(catalogue)) ?? finish(similaritySteps(catalogue));
