import { KINDS } from './concept-table.js';
import type { TitleElement } from './title.js';
import type { Term } from './title-terms.js';

/** Bits of `flags`. */
export const SUBJECT = 1;
export const SERIES_ONLY = 2;
export const FIELD = 4;

/** What a text says, as numbers to compare by: the terms from `from` up to `to` of arrays that many texts may share. */
export interface TermVector {
  /** Numbers of the terms, ascending. */
  readonly ids: Uint32Array;
  readonly weights: Float64Array;
  /** SUBJECT where a term names one, SERIES_ONLY where it stands in the name of a series and nowhere else, FIELD where it names a field of work. */
  readonly flags: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Root of the sum of squares of the weights; 0 without terms. */
  readonly norm: number;
  /** Sum of the weights. */
  readonly sum: number;
  /** The kinds that its words announce, one bit each in the order of KINDS. */
  readonly kinds: number;
  /** Subjects that it names outside the names of series; terms that say where it belongs. */
  readonly subjects: number;
  readonly fields: number;
}

/** Whether a term says where a text belongs: a field of work, or the subject of a series (“Big data reference architecture – …”). */
export const isField = (flags: number): boolean => (flags & FIELD) !== 0 || flags === (SUBJECT | SERIES_ONLY);

/** What a term is, as bits. */
export const flagsOf = (term: Term): number =>
  (term.class === 'subject' && !term.pair ? SUBJECT : 0) | (term.seriesOnly ? SERIES_ONLY : 0) | (term.field ? FIELD : 0);

function kindsOf(elements: readonly TitleElement[]): number {
  let bits = 0;
  for (const { units } of elements) for (const { kind } of units) if (kind !== undefined) bits |= 1 << KINDS.indexOf(kind);
  return bits;
}

/** Vectors of many texts in three arrays: a catalogue of 60,000 titles has a million terms. */
export class VectorStore {
  #ids = new Uint32Array(1 << 12);
  #weights = new Float64Array(1 << 12);
  #flags = new Uint8Array(1 << 12);
  #length = 0;
  readonly #heads: Omit<TermVector, 'ids' | 'weights' | 'flags'>[] = [];

  #reserve(more: number): void {
    if (this.#length + more <= this.#ids.length) return;
    const size = Math.max(2 * this.#ids.length, this.#length + more);
    const grown = [new Uint32Array(size), new Float64Array(size), new Uint8Array(size)] as const;
    grown[0].set(this.#ids);
    grown[1].set(this.#weights);
    grown[2].set(this.#flags);
    [this.#ids, this.#weights, this.#flags] = grown;
  }

  add(terms: readonly Term[], elements: readonly TitleElement[]): void {
    this.#reserve(terms.length);
    const from = this.#length;
    let [squares, sum, subjects, fields] = [0, 0, 0, 0];
    for (const term of [...terms].sort((a, b) => a.id - b.id)) {
      const flags = flagsOf(term);
      this.#ids[this.#length] = term.id;
      this.#weights[this.#length] = term.weight;
      this.#flags[this.#length] = flags;
      this.#length++;
      squares += term.weight * term.weight;
      sum += term.weight;
      if (flags === SUBJECT) subjects++;
      if (isField(flags)) fields++;
    }
    this.#heads.push({ from, to: this.#length, norm: Math.sqrt(squares), sum, kinds: kindsOf(elements), subjects, fields });
  }

  /** The vectors in the order in which their texts came; nothing may be added afterwards. */
  vectors(): readonly TermVector[] {
    const arrays = { ids: this.#ids, weights: this.#weights, flags: this.#flags };
    return this.#heads.map((head) => ({ ...arrays, ...head }));
  }
}

/** The terms of one text as numbers. */
export function vectorOf(terms: readonly Term[], elements: readonly TitleElement[]): TermVector {
  const store = new VectorStore();
  store.add(terms, elements);
  const [vector] = store.vectors();
  if (!vector) throw new Error('bug: a text has one vector');
  return vector;
}
