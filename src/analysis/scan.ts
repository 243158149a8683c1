/** One value behind a colon. */
export interface ScannedValue {
  readonly text: string;
  /** Half-open range in the scanned text, quotation marks included. */
  readonly at: number;
  readonly to: number;
}

/** One piece of a filter before it is known whether its field and values exist. */
export interface Scanned {
  /** Half-open range in the scanned text, the minus included. */
  readonly at: number;
  readonly to: number;
  /** Where it begins behind the minus. */
  readonly bodyAt: number;
  /** As written. */
  readonly raw: string;
  readonly not: boolean;
  /** What stands before the colon; absent for free words and phrases. */
  readonly name?: string;
  readonly values: readonly ScannedValue[];
  /** The free word or phrase; empty for a field. */
  readonly text: string;
  readonly phrase: boolean;
  /** A quotation mark was opened and not closed. */
  readonly open: boolean;
}

/** Marks that only steer the direction or the breaking of lines; copied along from mails and right-to-left pages. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
/** Quotation marks that word processors and phones make of `"`. */
const FANCY_QUOTE = /[\u201C-\u201F\uFF02]/;
/** No digits: `ISO37122:2019` is a designation, not a field. */
const NAME = /[\p{L}_][\p{L}\p{M}_-]*:/uy;
const BARE_WORD = /[^\s"]+/uy;
const BARE_VALUE = /[^\s",]+/uy;
/** Behind quotation marks: the depth of a neighbourhood, or the dots before the other end of a path. */
const DEPTH = /~[^\s",]*/uy;
const DOTS = /\.\./uy;
const MINUS = /[-\u2010-\u2015\u2212]+/uy;
const SPACE = /\s+/uy;

/** A text without invisible marks, and where each of its characters stood. */
interface Tidy {
  readonly text: string;
  readonly origin: readonly number[];
}

function tidy(text: string): Tidy {
  const kept: string[] = [];
  const origin: number[] = [];
  const wellFormed = text.replace(/\p{Cs}/gu, '\uFFFD').replace(/\p{Cc}/gu, ' ');
  for (let at = 0; at < wellFormed.length; at++) {
    const unit = wellFormed.charAt(at);
    if (INVISIBLE.test(unit)) continue;
    kept.push(FANCY_QUOTE.test(unit) ? '"' : unit);
    origin.push(at);
  }
  return { text: kept.join(''), origin };
}

/** A place in a text that moves forward only. */
class Cursor {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  ended(): boolean {
    return this.at >= this.text.length;
  }

  /** What a sticky pattern matches here, stepping over it; empty when it does not match. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  has(character: string): boolean {
    return this.text.charAt(this.at) === character;
  }

  /** The text between quotation marks that begins here; `open` when the second one is missing. */
  quoted(): { readonly text: string; readonly open: boolean } {
    let text = '';
    for (this.at += 1; !this.ended(); this.at += 1) {
      if (!this.has('"')) text += this.text.charAt(this.at);
      else if (this.text.charAt(this.at + 1) === '"') {
        text += '"';
        this.at += 1;
      } else {
        this.at += 1;
        return { text: text.replace(/\s+/g, ' ').trim(), open: false };
      }
    }
    return { text: text.replace(/\s+/g, ' ').trim(), open: true };
  }
}

/** One value of a field: `"ISO 37122"`, `iso`, with `near` also `"ISO 37122"~2`, with `path` also `"ISO 37122".."ISO 37120"`. */
function scanValue(cursor: Cursor, field: string): { readonly text: string; readonly open: boolean } {
  const isQuoted = cursor.has('"');
  const { text, open } = isQuoted ? cursor.quoted() : { text: cursor.take(BARE_VALUE), open: false };
  if (open) return { text, open };
  if (field === 'near') return { text: isQuoted ? text + cursor.take(DEPTH) : text, open };
  if (field !== 'path') return { text, open };
  const dots = isQuoted ? cursor.take(DOTS) : '';
  if (dots === '' && !(text.endsWith('..') && cursor.has('"'))) return { text, open };
  const other = scanValue(cursor, '');
  return { text: text + dots + other.text, open: other.open };
}

function scanValues(
  cursor: Cursor,
  field: string,
  origin: (at: number) => number,
): { readonly values: ScannedValue[]; readonly open: boolean } {
  const values: ScannedValue[] = [];
  let open = false;
  for (;;) {
    const at = origin(cursor.at);
    const value = scanValue(cursor, field);
    open ||= value.open;
    values.push({ text: value.text, at, to: origin(cursor.at) });
    if (!cursor.has(',')) return { values, open };
    cursor.at += 1;
  }
}

/** Reads one piece; the cursor stands on something that is neither space nor minus. */
function scanPiece(cursor: Cursor, not: boolean, origin: (at: number) => number): Omit<Scanned, 'at' | 'to' | 'bodyAt' | 'raw'> {
  if (cursor.has('"')) {
    const { text, open } = cursor.quoted();
    return { not, values: [], text, phrase: true, open };
  }
  const name = cursor.take(NAME);
  if (name !== '')
    return { not, name: name.slice(0, -1), text: '', phrase: false, ...scanValues(cursor, name.slice(0, -1).toLowerCase(), origin) };
  return { not, values: [], text: cursor.take(BARE_WORD), phrase: false, open: false };
}

/** The pieces of a filter text in order. Never throws; every character is in one piece, or is space or a lone minus. */
export function scan(text: string): Scanned[] {
  const { text: plain, origin: origins } = tidy(text);
  const origin = (at: number): number => origins[at] ?? text.length;
  const cursor = new Cursor(plain);
  const pieces: Scanned[] = [];
  for (cursor.take(SPACE); !cursor.ended(); cursor.take(SPACE)) {
    const start = cursor.at;
    const not = cursor.take(MINUS) !== '';
    if (cursor.ended() || cursor.take(SPACE) !== '') continue;
    const bodyAt = origin(cursor.at);
    const piece = scanPiece(cursor, not, origin);
    pieces.push({ ...piece, at: origin(start), to: origin(cursor.at), bodyAt, raw: plain.slice(start, cursor.at) });
  }
  return pieces;
}
