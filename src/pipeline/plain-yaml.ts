import { doubleQuoted, folded, literal, plainScalar } from './plain-scalars.js';

/** Stands for a text that is no part of the plain YAML which this reader knows; never a value of one. */
export const OTHER: unique symbol = Symbol('other YAML');
/** Deepest nesting; a record has some ten levels. */
const DEEPEST = 40;
const [NEWLINE, SPACE, DASH] = [10, 32, 45];
/** A key as records have them, with what separates it from its value. */
const KEY = /([A-Za-z_][A-Za-z0-9_-]*):(?= |\n|$)/y;
/** What would mean something else at the beginning of a value: flow collections, anchors, aliases, tags, comments, folded texts … */
const FOREIGN = /[- ?:,[\]{}#&*!>%@`]/;

type Value = unknown;

/** Reads one text from its beginning to its end; gives up, with `OTHER`, at the first thing it is not sure of. */
class Reader {
  readonly #text: string;
  /** Where the content of the current line begins, and its column; at the end of the text the column is -1. */
  #at = 0;
  #column = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Value {
    const begins = this.#text.startsWith('---\n') ? 4 : 0;
    if (!this.#line(begins)) return OTHER;
    const value = this.#node(this.#column, 0);
    return this.#column === -1 ? value : OTHER;
  }

  /** Goes to the line that begins at an offset; false for an empty line, a comment or the mark of another document. */
  #line(from: number): boolean {
    const text = this.#text;
    if (from >= text.length) {
      [this.#at, this.#column] = [text.length, -1];
      return true;
    }
    let at = from;
    while (text.charCodeAt(at) === SPACE) at += 1;
    [this.#at, this.#column] = [at, at - from];
    const code = text.charCodeAt(at);
    if (at >= text.length || code === NEWLINE || code === 35) return false;
    return at > from || !(text.startsWith('---', at) || text.startsWith('...', at));
  }

  #end(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? this.#text.length : end;
  }

  #isEntry(): boolean {
    return this.#text.charCodeAt(this.#at) === DASH && this.#text.charCodeAt(this.#at + 1) === SPACE;
  }

  #node(indent: number, depth: number): Value {
    if (depth > DEEPEST) return OTHER;
    return this.#isEntry() ? this.#sequence(indent, depth) : this.#mapping(indent, depth);
  }

  #sequence(indent: number, depth: number): Value {
    const list: Value[] = [];
    while (this.#column === indent && this.#isEntry()) {
      this.#at += 2;
      this.#column += 2;
      const isNested = this.#isEntry() || this.#key() !== undefined;
      const entry = isNested ? this.#node(indent + 2, depth + 1) : this.#scalar(indent);
      if (entry === OTHER) return OTHER;
      list.push(entry);
    }
    return this.#column > indent ? OTHER : list;
  }

  /** The key that the line begins with. */
  #key(): string | undefined {
    KEY.lastIndex = this.#at;
    return KEY.exec(this.#text)?.[1];
  }

  #mapping(indent: number, depth: number): Value {
    const object: Record<string, Value> = {};
    while (this.#column === indent && !this.#isEntry()) {
      const key = this.#key();
      if (key === undefined || key in object) return OTHER;
      const value = this.#value(indent, depth, this.#at + key.length + 1);
      if (value === OTHER) return OTHER;
      object[key] = value;
    }
    return this.#column > indent ? OTHER : object;
  }

  /** What stands behind a key, on its line or below it. */
  #value(indent: number, depth: number, from: number): Value {
    if (from < this.#text.length && this.#text.charCodeAt(from) === SPACE) {
      this.#at = from + 1;
      return this.#scalar(indent);
    }
    if (!this.#line(from + 1)) return OTHER;
    if (this.#column > indent || (this.#column === indent && this.#isEntry())) return this.#node(this.#column, depth + 1);
    return null;
  }

  /** A text or a number from here on; lines that go on with it stand deeper than what it belongs to. */
  #scalar(indent: number): Value {
    const first = this.#text[this.#at] ?? '\n';
    if (first === "'" || first === '"') return this.#quoted(first, indent);
    if (first === '|') return this.#literal(indent);
    if (FOREIGN.test(first)) return this.#empty();
    const lines = [this.#rest()];
    while (this.#column > indent) lines.push(this.#rest());
    // An empty line in a plain text is a line break of it, and a comment ends it
    return this.#column === -2 ? OTHER : plainScalar(lines, OTHER);
  }

  /** The rest of the line; goes to the next one, whose column is -2 where it is empty or a comment. */
  #rest(): string {
    const end = this.#end(this.#at);
    const rest = this.#text.slice(this.#at, end);
    if (!this.#line(end + 1)) this.#column = -2;
    return rest;
  }

  #empty(): Value {
    const rest = this.#rest();
    if (this.#column === -2) return OTHER;
    return rest === '[]' ? [] : rest === '{}' ? {} : OTHER;
  }

  #quoted(quote: string, indent: number): Value {
    const text = this.#text;
    let close = this.#at + 1;
    for (; ; close += 1) {
      close = text.indexOf(quote, close);
      if (close === -1) return OTHER;
      if (quote === "'" && text[close + 1] === "'") close += 1;
      else if (quote === "'" || !isEscaped(text, close)) break;
    }
    const raw = text.slice(this.#at + 1, close);
    if (close + 1 !== this.#end(close) || !this.#line(close + 2) || !standsDeeper(raw, indent)) return OTHER;
    return quote === "'" ? folded(raw).replaceAll("''", "'") : doubleQuoted(raw, OTHER);
  }

  #literal(indent: number): Value {
    const header = this.#end(this.#at);
    const chomp = this.#text.slice(this.#at + 1, header);
    if (chomp !== '' && chomp !== '-') return OTHER;
    const lines: string[] = [];
    let from = header + 1;
    for (let column = -1; from < this.#text.length;) {
      const end = this.#end(from);
      const line = this.#text.slice(from, end);
      if (line !== '') {
        const own = line.search(/[^ ]/);
        // White space alone is content or none, by the lines around it
        if (own === -1) return OTHER;
        if (column === -1) column = own;
        if (own < column || own <= indent) break;
      }
      lines.push(line.slice(Math.max(column, 0)));
      from = end + 1;
    }
    return this.#line(from) ? literal(lines, chomp, OTHER) : OTHER;
  }
}

/** True for a quotation mark behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === '\\') before -= 1;
  return (at - before) % 2 === 0;
}

/** True when every further line of a quoted text that is not empty stands deeper than what the text belongs to. */
function standsDeeper(raw: string, indent: number): boolean {
  if (!raw.includes('\n')) return true;
  return raw
    .split('\n')
    .slice(1)
    .every((line, at, all) => (line === '' && at < all.length - 1) || line.search(/[^ ]/) > indent);
}

/**
 * The value of a text in the part of YAML that the catalogues' generator writes: blocks, quoted, plain and literal texts.
 *
 * It answers what the parser of the whole language answers, or `OTHER` for every text in which it meets anything else: anchors, aliases, tags,
 * flow collections, comments, further documents, tabs, carriage returns, keys that are quoted or repeated, a fault. Those are the parser's to read.
 */
export function plainYaml(text: string): unknown {
  return /[\t\r\u0085\u2028\u2029\uFEFF]/.test(text) ? OTHER : new Reader(text).document();
}
