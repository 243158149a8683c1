import { checksum, COLUMNS, HEADER_LENGTH, type ColumnName } from './compact-format.js';
import { isCompact, MAGIC } from './compact-magic.js';

/** What is wrong with the bytes of a compact file; never leaves `readCompact`. */
export class Damage extends Error {
  /** @param message where, what was found and what was expected, without the name of the file */
  constructor(message: string) {
    super(message);
    this.name = 'Damage';
  }
}

const LARGEST = 0xffff_ffff;

/** Reads one column from its beginning to its end. */
export class ColumnReader {
  readonly name: ColumnName;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(name: ColumnName, bytes: Uint8Array) {
    this.name = name;
    this.#bytes = bytes;
  }

  get rest(): number {
    return this.#bytes.length - this.#at;
  }

  fail(got: string, expected: string): never {
    throw new Damage(`column "${this.name}" at byte ${this.#at}: got ${got}, expected ${expected}`);
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) this.fail('the end', 'a byte');
    this.#at++;
    return value;
  }

  /** As `Column.number` writes it, up to 2^32 - 1. */
  number(): number {
    const bytes = this.#bytes;
    let value = 0;
    let scale = 1;
    for (let at = this.#at; at < bytes.length; at++, scale *= 128) {
      const byte = bytes[at] ?? 0;
      value += (byte & 127) * scale;
      if (value > LARGEST) break;
      if (byte < 128) {
        this.#at = at + 1;
        return value;
      }
    }
    return this.fail(value > LARGEST ? 'a larger number' : 'the end', `a number up to ${LARGEST}`);
  }

  /** As many numbers; each takes a byte at least, so that a wrong count is told before room is made for it. */
  numbers(count: number): Uint32Array {
    if (count > this.rest) this.fail(`${this.rest} bytes`, `${count} numbers`);
    const values = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      const byte = this.#bytes[this.#at] ?? 128;
      // Most numbers are one byte
      if (byte < 128) {
        values[i] = byte;
        this.#at++;
      } else values[i] = this.number();
    }
    return values;
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  bytes(count: number): Uint8Array {
    if (count > this.rest) this.fail(`${this.rest} bytes`, `${count} bytes`);
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  text(): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes(this.rest));
    } catch (error) {
      if (error instanceof TypeError) this.fail('bytes that are no text', 'UTF-8');
      throw error;
    }
  }

  end(): void {
    if (this.rest > 0) this.fail(`${this.rest} bytes more`, 'the end');
  }

  /** As `TextColumn` writes it; to the end of the column. */
  texts(): readonly string[] {
    const lengths = this.numbers(this.number());
    const all = this.text();
    let at = 0;
    const texts: string[] = [];
    for (const length of lengths) texts.push(all.slice(at, (at += length)));
    if (at !== all.length) this.fail(`a text of ${all.length} characters`, `${at} characters`);
    return texts;
  }

  json(): unknown {
    const text = this.text();
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      return this.fail('no JSON', `JSON; ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Characters of texts that are put together at once: each text is a slice of them. */
const BATCH = 65_536;

/** Texts that begin as another does, as `EndingColumn` writes them; taken one by one. */
export class EndingReader {
  readonly count: number;
  readonly #reader: ColumnReader;
  readonly #shared: Uint32Array;
  readonly #endings: readonly string[];
  #at = 0;

  constructor(reader: ColumnReader) {
    this.#reader = reader;
    this.count = reader.number();
    this.#shared = reader.numbers(this.count);
    this.#endings = reader.texts();
    if (this.#endings.length !== this.count) reader.fail(`${this.#endings.length} endings`, String(this.count));
  }

  next(before: string): string {
    const [shared, ending] = [this.#shared[this.#at], this.#endings[this.#at]];
    if (shared === undefined || ending === undefined) return this.#reader.fail('the end', 'a text');
    if (shared > before.length) this.#reader.fail(`${shared} shared characters`, `at most ${before.length}`);
    this.#at++;
    return ending === '' && shared === before.length ? before : before.slice(0, shared) + ending;
  }

  end(): void {
    if (this.#at !== this.count) this.#reader.fail(`${this.count} texts`, String(this.#at));
  }

  /**
   * All texts at once, each beginning as the one before it; slices of a few long texts, which a browser keeps more cheaply than the
   * chains of pieces that it makes of two texts put together.
   *
   * @param limit most characters of a text
   */
  all(limit: number): readonly string[] {
    const texts: string[] = [];
    let [batch, before] = ['', ''];
    let lengths: number[] = [];
    const flush = (): void => {
      let from = 0;
      for (const length of lengths) texts.push(batch.slice(from, (from += length)));
      [batch, lengths] = ['', []];
    };
    while (this.#at < this.count) {
      before = this.next(before);
      if (before.length > limit) this.#reader.fail(`a text of ${before.length} characters`, `at most ${limit}`);
      batch += before;
      lengths.push(before.length);
      if (batch.length >= BATCH) flush();
    }
    flush();
    return texts;
  }
}

/** The columns of a file, when its first bytes, its length and its checksum are right. */
export function columnsOf(file: Uint8Array): (name: ColumnName) => ColumnReader {
  if (!isCompact(file)) throw new Damage('is not a compact dataset, which begins with the bytes 89 53 4D 43');
  const version = MAGIC.at(-1);
  if (file[MAGIC.length - 1] !== version) throw new Damage(`has format version ${file[MAGIC.length - 1] ?? 'none'}, expected ${version}`);
  if (file.length < HEADER_LENGTH) throw new Damage(`has ${file.length} bytes, expected at least ${HEADER_LENGTH}`);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const length = view.getUint32(MAGIC.length, true);
  if (length !== file.length) throw new Damage(`has ${file.length} bytes, expected ${length}`);
  const [got, expected] = [checksum(file, HEADER_LENGTH), view.getUint32(MAGIC.length + 4, true)];
  if (got !== expected)
    throw new Damage(`has the checksum ${got.toString(16)}, expected ${expected.toString(16)}: it was changed after it was written`);
  const readers = new Map<ColumnName, ColumnReader>();
  let at = HEADER_LENGTH;
  for (const name of COLUMNS) {
    const size = at + 4 <= file.length ? view.getUint32(at, true) : 0;
    const end = at + 4 + size;
    if (end > file.length) throw new Damage(`column "${name}" ends at byte ${end}, expected at most ${file.length}`);
    readers.set(name, new ColumnReader(name, file.subarray(at + 4, end)));
    at = end;
  }
  if (at !== file.length) throw new Damage(`has ${file.length - at} bytes behind its last column, expected none`);
  return (name) => readers.get(name) ?? new ColumnReader(name, new Uint8Array());
}

/** Titles as `TitleTable` writes them. */
export class TitleReader {
  readonly #reader: ColumnReader;
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #lengths: Uint32Array;

  /** @param words the pieces that titles are made of */
  constructor(reader: ColumnReader, words: readonly string[]) {
    this.#reader = reader;
    const encoder = new TextEncoder();
    this.#bytes = new Uint8Array(3 * words.reduce((sum, word) => sum + word.length, 0));
    this.#offsets = new Uint32Array(words.length + 1);
    this.#lengths = Uint32Array.from(words, (word) => word.length);
    words.forEach((word, at) => {
      const from = this.#offsets[at] ?? 0;
      this.#offsets[at + 1] = from + encoder.encodeInto(word, this.#bytes.subarray(from)).written;
    });
  }

  /** @param limit most characters of a title */
  texts(limit: number): readonly string[] {
    const reader = this.#reader;
    const count = reader.number();
    if (count > reader.rest) reader.fail(`${reader.rest} bytes`, `${count} titles`);
    const texts: string[] = [];
    const batch = new Uint8Array(BATCH + 3 * limit);
    let lengths: number[] = [];
    let at = 0;
    const flush = (): void => {
      const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(batch.subarray(0, at));
      let from = 0;
      for (const length of lengths) texts.push(all.slice(from, (from += length)));
      [lengths, at] = [[], 0];
    };
    for (let i = 0; i < count; i++) {
      let length = 0;
      for (let code = reader.number(); code !== 0; code = reader.number()) {
        const size = this.#lengths[code - 1] ?? reader.fail(`the word ${code}`, `0 to ${this.#lengths.length}`);
        if ((length += size) > limit) reader.fail(`a title of more than ${limit} characters`, `at most ${limit}`);
        const end = this.#offsets[code] ?? 0;
        for (let byte = this.#offsets[code - 1] ?? 0; byte < end; byte++) batch[at++] = this.#bytes[byte] ?? 0;
      }
      lengths.push(length);
      if (at >= BATCH) flush();
    }
    flush();
    reader.end();
    return texts;
  }
}
