import { isCompact } from '../model/compact-magic.js';
import { refuse, type Refusal, type RefusalCode } from './refusal.js';

/** The forms of files that are read further; a `zip` may be a workbook. */
export type FileKind = 'compact' | 'gzip' | 'zip' | 'json' | 'text';

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const begins = (bytes: Uint8Array, start: readonly number[], from = 0): boolean => start.every((byte, at) => bytes[from + at] === byte);

/** First bytes of files that are no table. @source the signatures in the specifications of each format */
const FOREIGN: readonly (readonly [start: readonly number[], code: RefusalCode])[] = [
  [ascii('%PDF'), 'pdf'],
  [[0x89, ...ascii('PNG')], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [ascii('GIF8'), 'image'],
  [ascii('RIFF'), 'binary'],
  [ascii('{\\rtf'), 'office'],
  [ascii('Rar!'), 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [ascii('SQLite format 3'), 'binary'],
];
/** First bytes of a compound file: an old Office document, or a new one behind a password. @source MS-CFB 2.2 */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0] as const;
/** Name of the stream that holds a document behind a password, in UTF-16. @source MS-OFFCRYPTO 2.3.4 */
const ENCRYPTED = ascii('EncryptedPackage').flatMap((code) => [code, 0]);

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (begins(bytes, wanted, at)) return true;
  return false;
}

/** How a text begins, without its mark and blanks; one byte a letter, zeros left out. */
const beginning = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, 1024).filter((byte) => byte !== 0))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();

/** What a file is by its first bytes; its name says nothing. */
export function kindOf(bytes: Uint8Array): { readonly ok: true; readonly kind: FileKind } | Refusal {
  if (bytes.length === 0) return refuse('empty');
  if (isCompact(bytes)) return { ok: true, kind: 'compact' };
  if (begins(bytes, [0x1f, 0x8b])) return { ok: true, kind: 'gzip' };
  if (begins(bytes, ascii('PK'))) return { ok: true, kind: 'zip' };
  if (begins(bytes, COMPOUND)) return refuse(includes(bytes, ENCRYPTED) ? 'protected' : 'xls');
  const foreign = FOREIGN.find(([start]) => begins(bytes, start));
  if (foreign) return refuse(foreign[1]);
  const text = beginning(bytes);
  if (/^<(?:!doctype html|html|head|table|meta)\b/i.test(text)) return refuse('html');
  if (/^<(?:\?xml|!--|[a-z][\w:]*[\s>])/i.test(text)) return refuse('xml');
  return { ok: true, kind: /^[{[]/.test(text) ? 'json' : 'text' };
}
