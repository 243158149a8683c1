import { refuse, type Refusal } from './refusal.js';

/** Encodings that a reader can choose, by their names in the Encoding Standard; the first ones are told by the bytes. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * What is doubtful about a text: it was `guessed` to be windows-1252 because it is no UTF-8; letters were already `lost` (U+FFFD) or `garbled`
 * (UTF-8 that a program took for windows-1252: `Ã©`) when it was saved; or it is not what was chosen (`wrong`).
 */
export type TextDoubt = 'guessed' | 'lost' | 'garbled' | 'wrong';

/** A text and how it was read. */
export interface DecodedText {
  readonly ok: true;
  readonly text: string;
  readonly encoding: Encoding;
  readonly doubt?: TextDoubt;
}

/** Bytes that are looked at for the zeros of UTF-16. */
const LOOKED_AT = 4096;
/** Least share of zeros at one parity, and most at the other, of a text in UTF-16 with Latin letters or separators. */
const ZEROS = 0.2;
const STRAY = 0.02;

/** The encoding that a mark at the beginning tells. @source Unicode 16, 23.8 */
function marked(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark by its zeros; `binary` where zeros are no part of a text. */
function byZeros(bytes: Uint8Array): Encoding | 'binary' | undefined {
  const part = bytes.subarray(0, LOOKED_AT);
  let [even, odd] = [0, 0];
  part.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = Math.max(1, part.length / 2);
  if (odd / half >= ZEROS && even / half <= STRAY) return 'utf-16le';
  if (even / half >= ZEROS && odd / half <= STRAY) return 'utf-16be';
  return even + odd > 0 ? 'binary' : undefined;
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/** Letters of UTF-8 that were taken for windows-1252: a lead byte's letter and a continuation's. */
const GARBLED = /(?:Ã[\u0080-\u00bf]|â€[\u0080-\u00bf™œ\u009d“”˜]|Â[\u00a0-\u00bf]|[ØÙ][\u0080-\u00bf\u2018-\u2022]{1}[ØÙ])/g;
const isGarbled = (text: string): boolean => (text.slice(0, 200_000).match(GARBLED)?.length ?? 0) >= 2;

function doubtOf(text: string, isChosen: boolean): TextDoubt | undefined {
  if (text.includes('\uFFFD')) return isChosen ? 'wrong' : 'lost';
  if (isGarbled(text)) return isChosen ? 'wrong' : 'garbled';
  return isChosen && /[\u0080-\u009f]/.test(text.slice(0, 200_000)) ? 'wrong' : undefined;
}

/** What Windows-1252 has at 0x80 to 0x9f. @source WHATWG Encoding, index windows-1252 */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, '');
  // Node 20.20 reads Windows-1252 as ISO 8859-1
  return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? letter) : text;
}

/**
 * Bytes as text: by their mark, else UTF-16 by its zeros, else UTF-8 where they are valid, else windows-1252 with that as a doubt.
 *
 * @param chosen the encoding that the reader has chosen; it wins
 */
export function decodeText(bytes: Uint8Array, chosen?: Encoding): DecodedText | Refusal {
  const mark = marked(bytes);
  const zeros = mark ?? byZeros(bytes);
  if (chosen === undefined && zeros === 'binary') return refuse('binary');
  const told = zeros === 'binary' ? undefined : zeros;
  const encoding = chosen ?? told ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  const text = decoded(bytes, encoding);
  const isGuess = chosen === undefined && encoding === 'windows-1252';
  const doubt = isGuess ? 'guessed' : doubtOf(text, chosen !== undefined);
  return { ok: true, text, encoding, ...(doubt && { doubt }) };
}
