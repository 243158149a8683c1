/** Which element of a document has which key in its address. */
const taken = new WeakMap<Document, Map<string, Element>>();

/** A part of the address that belongs to one element. */
export interface AddressKey {
  /** The id of the element, `map` without one. */
  readonly key: string;
  /** Gives it back. */
  readonly leave: () => void;
}

/** Takes the key of an element in the address of its page: the first of two with one key has it; undefined for the other. */
export function takeKey(host: HTMLElement): AddressKey | undefined {
  const keys = taken.get(host.ownerDocument) ?? new Map<string, Element>();
  taken.set(host.ownerDocument, keys);
  const key = host.id === '' ? 'map' : host.id;
  if (keys.has(key)) return undefined;
  keys.set(key, host);
  return { key, leave: () => keys.delete(key) };
}

/** Whether the address may say something of a map: a name with a dot in it, and a value. What it says is for the desk to read. */
export const mayBeLinked = (): boolean => /(?:\.|%2E)[^&]*=/i.test(location.hash);
