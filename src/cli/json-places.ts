/** A place in a text, both from 1; columns are UTF-16 units, as editors count them. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What the text of a JSON value tells beside the value. */
export interface JsonPlaces {
  /** Where the text ceases to be JSON, and what was expected there; absent where all of it is. */
  readonly broken?: { readonly at: TextPlace; readonly expected: string };
  /** Keys that an object has a second time: all but the last value are lost when the text is read. The first 100. */
  readonly repeated: readonly { readonly at: TextPlace; readonly key: string }[];
  /** Where the value of a JSON Pointer begins; of one that leads nowhere the nearest value around it. */
  readonly of: (pointer: string) => TextPlace | undefined;
}

/** Deeper than any dataset: a text of nothing but brackets must not cost a frame for each. */
const DEEPEST = 1000;
const MOST_REPEATED = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const [QUOTE, BACKSLASH, BLANK] = [0x22, 0x5c, 0x20];

/** A part of the pointers that are asked for. */
interface Wanted {
  at: number;
  readonly inside: Map<string, Wanted>;
}

/** An object or a list that is open. */
interface Frame {
  readonly isList: boolean;
  readonly wanted: Wanted | undefined;
  /** Of an object: its keys so far. */
  readonly keys: Set<string>;
  index: number;
}

const nothing = (): Wanted => ({ at: -1, inside: new Map() });
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function wantedOf(pointers: Iterable<string>): Wanted {
  const root = nothing();
  for (const pointer of pointers) {
    let node = root;
    for (const step of stepsOf(pointer)) {
      const next = node.inside.get(step) ?? nothing();
      node.inside.set(step, next);
      node = next;
    }
  }
  return root;
}

/** Walks a text once, value by value, without recursion. @source RFC 8259 */
class Scan {
  readonly #text: string;
  readonly #open: Frame[] = [];
  #at = 0;
  /** What is asked for of the value that comes next. */
  #wanted: Wanted | undefined;
  readonly repeated: { readonly at: number; readonly key: string }[] = [];
  broken: { readonly at: number; readonly expected: string } | undefined;

  constructor(text: string, wanted: Wanted) {
    this.#text = text;
    this.#wanted = wanted;
    this.#blanks();
    for (let isGoingOn = this.#value(); isGoingOn;) isGoingOn = this.#after();
  }

  #blanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== BLANK && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #fail(expected: string): false {
    this.broken = { at: this.#at, expected };
    return false;
  }

  #take(letter: string): boolean {
    if (this.#text[this.#at] !== letter) return false;
    this.#at += 1;
    this.#blanks();
    return true;
  }

  /** Whether the next letters match; they are passed. */
  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #string(): boolean {
    this.#at += 1;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        if (!this.#match(ESCAPE)) return this.#fail('an escape such as \\n or \\u00e9');
      } else if (code >= BLANK) this.#at += 1;
      else return this.#fail(Number.isNaN(code) ? 'the quote that closes a text' : 'a text on one line; a line break in it is \\n');
    }
    this.#at += 1;
    return true;
  }

  /** Reads the beginning of a value: all of a simple one, the bracket of another. */
  #value(): boolean {
    const wanted = this.#wanted;
    if (wanted) wanted.at = this.#at;
    const letter = this.#text[this.#at];
    if (letter === '{' || letter === '[') {
      if (this.#open.length >= DEEPEST) return false;
      this.#at += 1;
      this.#blanks();
      const isList = letter === '[';
      this.#open.push({ isList, wanted, keys: new Set(), index: 0 });
      if (this.#text[this.#at] === (isList ? ']' : '}')) return true;
      return isList ? this.#item() : this.#member();
    }
    const isRead = letter === '"' ? this.#string() : this.#match(NUMBER) || this.#match(WORD) || this.#fail('a value');
    if (isRead) this.#blanks();
    return isRead;
  }

  #item(): boolean {
    const frame = this.#open.at(-1);
    this.#wanted = frame?.wanted?.inside.get(String(frame.index));
    return this.#value();
  }

  #member(): boolean {
    const frame = this.#open.at(-1);
    const from = this.#at;
    if (!frame || this.#text[from] !== '"') return this.#fail('a name in double quotes');
    if (!this.#string()) return false;
    const key = String(JSON.parse(this.#text.slice(from, this.#at)));
    if (frame.keys.has(key) && this.repeated.length < MOST_REPEATED) this.repeated.push({ at: from, key });
    frame.keys.add(key);
    this.#blanks();
    if (!this.#take(':')) return this.#fail('a colon');
    this.#wanted = frame.wanted?.inside.get(key);
    return this.#value();
  }

  /** What comes after a value. */
  #after(): boolean {
    const frame = this.#open.at(-1);
    if (!frame) return this.#at < this.#text.length && this.#fail('the end of the file');
    if (this.#take(frame.isList ? ']' : '}')) {
      this.#open.pop();
      return true;
    }
    if (!this.#take(',')) return this.#fail(frame.isList ? 'a comma or ]' : 'a comma or }');
    frame.index += 1;
    return frame.isList ? this.#item() : this.#member();
  }
}

/** Lines and columns of offsets, which are sorted so that the text is walked once. */
function placesOf(text: string, offsets: readonly number[]): ReadonlyMap<number, TextPlace> {
  const places = new Map<number, TextPlace>();
  let [line, start] = [1, 0];
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    for (let next = text.indexOf('\n', start); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
      line += 1;
      start = next + 1;
    }
    places.set(offset, { line, column: offset - start + 1 });
  }
  return places;
}

const offsetsIn = (wanted: Wanted): readonly number[] => [wanted.at, ...[...wanted.inside.values()].flatMap(offsetsIn)];

/**
 * Finds out where things are in the text of a JSON value.
 *
 * @param pointers JSON Pointers that will be asked for
 */
export function jsonPlaces(text: string, pointers: Iterable<string>): JsonPlaces {
  const root = wantedOf(pointers);
  const { broken, repeated } = new Scan(text, root);
  const offsets = [...offsetsIn(root), ...repeated.map(({ at }) => at), ...(broken ? [broken.at] : [])].filter((at) => at >= 0);
  const places = placesOf(text, offsets);
  const placeAt = (offset: number): TextPlace => places.get(offset) ?? { line: 1, column: 1 };
  return {
    ...(broken && { broken: { at: placeAt(broken.at), expected: broken.expected } }),
    repeated: repeated.map(({ at, key }) => ({ at: placeAt(at), key })),
    of: (pointer) => {
      let [node, found]: [Wanted | undefined, number] = [root, root.at];
      for (const step of stepsOf(pointer)) {
        node = node?.inside.get(step);
        if (node && node.at >= 0) found = node.at;
      }
      return found < 0 ? undefined : placeAt(found);
    },
  };
}
