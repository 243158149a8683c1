import { stemOf } from './stem.js';
import table from './concepts.json' with { type: 'json' };

/** What a term tells: a subject, where it belongs, what kind of document it is, or little. */
export type TermClass = 'subject' | 'domain' | 'kind' | 'generic' | 'boilerplate';

/** How much a term of each class distinguishes, 0-1. @source design figures of `similarity`, C4 step 3 */
export const CLASS_WEIGHT: Readonly<Record<TermClass, number>> = { subject: 1, domain: 0.5, kind: 0.35, generic: 0.35, boilerplate: 0.1 };

/** What kinds of documents the words of titles announce, in the order of the table. */
export const KINDS: readonly string[] = Object.keys(table.kinds);

/** A word, or a spelling of a concept, that the table knows. */
export interface KnownTerm {
  /** `iot`; for a word its stem. */
  readonly key: string;
  /** What a reader calls it; empty for plain words, which are called as they stand in the title. */
  readonly label: string;
  readonly class: TermClass;
  /** `test`, `vocabulary`: what kind of document it announces. */
  readonly kind?: string;
  /** What it is a part or a sort of, nearest first. */
  readonly broader?: readonly KnownTerm[];
  /** A concept that names a field of work: ITS, smart cities, the Internet of things. */
  readonly field?: boolean;
}

/** Words in order, one node per word. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  term?: KnownTerm;
}

/** A word of letters, digits and their marks; Han and kana one by one. */
export const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const isCapitals = (word: string): boolean => /^[A-Z][A-Z0-9]+s?$/.test(word);

/** How a word of a phrase is met: in capitals only where the table has it so. A title's word in capitals has both keys. */
export const capitalKey = (word: string): string | undefined => (isCapitals(word) ? `=${word}` : undefined);

const node = (): PhraseNode => ({ next: new Map() });

/** `smart/digital city` → `smart city`, `digital city`, as keys of the tree. */
function spellingsOf(phrase: string): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const word of phrase.split(' ').filter((one) => one !== '')) {
    const keys = word.split('/').map((one) => (one.match(WORD) ?? []).map((raw) => capitalKey(raw) ?? stemOf(raw)));
    all = all.flatMap((start) => keys.map((key) => [...start, ...key]));
  }
  return all;
}

function add(root: PhraseNode, phrase: string, term: KnownTerm): void {
  for (const keys of spellingsOf(phrase)) {
    let at = root;
    for (const key of keys) {
      const next = at.next.get(key) ?? node();
      at.next.set(key, next);
      at = next;
    }
    at.term ??= term;
  }
}

const isClass = (value: string): value is TermClass => value in CLASS_WEIGHT;

/** The kind that a concept itself announces: those whose phrases a kind lists. */
function kindOf(label: string, id: string): string | undefined {
  const byName = Object.entries(table.kinds).find(([kind, words]) => kind === id || words.includes(label));
  return byName?.[0];
}

interface Concept {
  readonly id: string;
  readonly label: string;
  readonly class?: string;
  readonly broader?: string;
  readonly phrases: readonly string[];
}
const CONCEPTS: readonly Concept[] = table.concepts;

function knownTerm({ id, label, class: given = 'subject', broader }: Concept): KnownTerm {
  if (!isClass(given)) throw new Error(`bug: concepts.json "${id}": ${given} is no class`);
  const kind = given === 'kind' ? kindOf(label, id) : given === 'boilerplate' ? 'test' : undefined;
  const above = broader === undefined ? undefined : CONCEPTS.find((concept) => concept.id === broader);
  if (broader !== undefined && above === undefined) throw new Error(`bug: concepts.json "${id}": ${broader} is no concept`);
  const wider = above && knownTerm(above);
  return {
    key: id,
    label,
    class: given,
    ...(kind === undefined ? {} : { kind }),
    ...(given === 'domain' && id !== 'ict' && { field: true }),
    ...(wider && { broader: [wider, ...(wider.broader ?? [])] }),
  };
}

function addConcepts(root: PhraseNode): void {
  for (const concept of CONCEPTS) {
    const term = knownTerm(concept);
    for (const phrase of concept.phrases) add(root, phrase, term);
  }
}

function addWords(root: PhraseNode): void {
  for (const [kind, words] of Object.entries(table.kinds))
    for (const word of words) add(root, word, { key: word.includes(' ') ? kind : stemOf(word), label: '', class: 'kind', kind });
  const lists = [
    ['domain', table.domains],
    ['boilerplate', table.boilerplate],
    ['generic', table.generic],
  ] as const;
  for (const [kind, words] of lists)
    for (const word of words)
      add(root, word, { key: word.includes(' ') ? word.replaceAll(' ', '-') : stemOf(word), label: '', class: kind });
}

function tree(): PhraseNode {
  const root = node();
  addConcepts(root);
  addWords(root);
  return root;
}

/** The tree of every phrase of the table; the first list that names a phrase wins. */
export const PHRASES: PhraseNode = /* @__PURE__ */ tree();

/** Words that say nothing on their own. */
export const STOP: ReadonlySet<string> = /* @__PURE__ */ new Set(table.stop);
