/** A table of words. */
export type Words = Readonly<Record<string, string>>;

/** The word for a key of a table of words; the key itself where the table has none. */
export function wordOf(words: Words, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

/** The words for a closed term of the model; the term itself where there are none. */
export const termOf = (messages: { readonly terms: Words }, term: string): string => wordOf(messages.terms, term);
