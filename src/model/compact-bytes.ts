/** Texts that UTF-8 cannot hold: halves of a surrogate pair by themselves. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Bytes of one column while it is written. */
export class Column {
  #bytes = new Uint8Array(1024);
  #length = 0;

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** An integer from 0 to 2^53 - 1, seven bits a byte, the lowest first. @source LEB128 */
  number(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** An integer of either sign, small ones short: 0, -1, 1, -2 … */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Texts of one column in order: their number, their lengths in UTF-16 units, then all of them together in UTF-8. */
export class TextColumn {
  readonly #texts: string[] = [];

  add(text: string): void {
    this.#texts.push(text);
  }

  take(): Uint8Array {
    const column = new Column();
    column.number(this.#texts.length);
    for (const text of this.#texts) column.number(text.length);
    column.bytes(new TextEncoder().encode(this.#texts.join('')));
    return column.take();
  }
}

/** Texts that begin as another one does: the number of UTF-16 units they share with it, then the rest of each. */
export class EndingColumn {
  readonly #shared = new Column();
  readonly #endings = new TextColumn();
  #count = 0;

  /** @param before the text whose beginning is not repeated */
  add(text: string, before: string): void {
    let shared = 0;
    while (shared < text.length && shared < before.length && text.charCodeAt(shared) === before.charCodeAt(shared)) shared++;
    // A pair of surrogates stays together: half a pair has no bytes in UTF-8
    if (shared > 0 && /[\uD800-\uDBFF]/.test(text[shared - 1] ?? '')) shared--;
    this.#shared.number(shared);
    this.#endings.add(text.slice(shared));
    this.#count++;
  }

  take(): Uint8Array {
    const column = new Column();
    const shared = this.#shared.take();
    column.number(this.#count);
    column.bytes(shared);
    column.bytes(this.#endings.take());
    return column.take();
  }
}

/** Distinct texts in the order of their first use; 0 stands for none. */
export class TextTable {
  readonly #places = new Map<string, number>();
  readonly #texts = new TextColumn();

  /** 1 + the place of a text. */
  place(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#texts.add(text);
    this.#places.set(text, this.#places.size + 1);
    return this.#places.size;
  }

  /** 1 for a text that comes for the first time, else 1 + how many texts ago it first came: neighbours that share a text cost little. */
  back(text: string): number {
    const before = this.#places.size;
    const place = this.place(text);
    return place > before ? 1 : 2 + before - place;
  }

  take(): Uint8Array {
    return this.#texts.take();
  }
}

/** Distinct lists of numbers in the order of their first use; 0 stands for none. */
export class ListTable {
  readonly #places = new Map<string, number>();
  readonly #column = new Column();

  /** 1 + the place of a list. */
  place(list: readonly number[]): number {
    const key = list.join(' ');
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#column.number(list.length);
    for (const value of list) this.#column.number(value);
    this.#places.set(key, this.#places.size + 1);
    return this.#places.size;
  }

  take(): Uint8Array {
    const column = new Column();
    column.number(this.#places.size);
    column.bytes(this.#column.take());
    return column.take();
  }
}

/** A text in pieces that other texts share: its words, each with the space behind it. */
export const piecesOf = (text: string): readonly string[] => text.split(/(?<= )/);

/** The pieces of all texts of some tables, the most frequent first, so that they have the shortest numbers. */
export class WordTable {
  readonly #counts = new Map<string, number>();
  #places: ReadonlyMap<string, number> | undefined;

  count(text: string): void {
    for (const piece of piecesOf(text)) this.#counts.set(piece, (this.#counts.get(piece) ?? 0) + 1);
  }

  /** Pieces by how often they come, then by their first use. */
  #ordered(): readonly string[] {
    return [...this.#counts].sort(([, a], [, b]) => b - a).map(([piece]) => piece);
  }

  /** 1 + the place of a piece; no text is counted any more. */
  place(piece: string): number {
    this.#places ??= new Map(this.#ordered().map((one, place) => [one, place + 1]));
    const place = this.#places.get(piece);
    if (place === undefined) throw new Error(`bug: the piece "${piece}" was not counted`);
    return place;
  }

  take(): Uint8Array {
    const column = new TextColumn();
    for (const piece of this.#ordered()) column.add(piece);
    return column.take();
  }
}

/** Distinct titles in the order of their first use, as numbers of their pieces, each title closed by 0. */
export class TitleTable {
  readonly #table = new TextTable();
  readonly #texts: string[] = [];
  readonly #words: WordTable;

  /** @param words shared with other tables */
  constructor(words: WordTable) {
    this.#words = words;
  }

  #note(text: string, place: number): void {
    if (place <= this.#texts.length) return;
    this.#texts.push(text);
    this.#words.count(text);
  }

  place(text: string): number {
    const place = this.#table.place(text);
    this.#note(text, place);
    return place;
  }

  back(text: string): number {
    const back = this.#table.back(text);
    this.#note(text, back === 1 ? this.#texts.length + 1 : 0);
    return back;
  }

  /** To be called when all tables that share the words are full. */
  take(): Uint8Array {
    const column = new Column();
    column.number(this.#texts.length);
    for (const text of this.#texts) {
      for (const piece of piecesOf(text)) column.number(this.#words.place(piece));
      column.number(0);
    }
    return column.take();
  }
}
