/** True for a plain object: the mappings of a parsed YAML or JSON text. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under the first of the keys that is present, own keys only; undefined when none is. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  if (!isMapping(value)) return undefined;
  const key = keys.find((name) => Object.hasOwn(value, name));
  return key === undefined ? undefined : value[key];
}

/** The value as a list: a list as it is, a single value as a list of one, nothing as an empty list. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Shorter texts are copied by every engine. */
const SHORT = 13;

/** A text of its own: V8 keeps a part of a text as a reference to the whole, so that one keyword would keep all of its file in memory. */
const ownText = (part: string): string => (part.length < SHORT ? part : ` ${part}`.slice(1));

/** The value as one line of text with single spaces; numbers and booleans in their usual spelling, everything else empty. */
export function text(value: unknown): string {
  if (typeof value === 'string') return ownText(value.replace(/\s+/g, ' ').trim());
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
