import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Unusable, type Io } from './command.js';
import { unusable } from './document.js';

/** What an input of `import` is, told by what it holds. */
export type InputKind = 'folder' | 'iso-committees' | 'iso-deliverables' | 'dataset' | 'table';

/** Bytes at the beginning of a file that are looked at; the first line of ISO Open Data has some 3 kB. */
const LOOKED_AT = 1 << 16;

/** The forms that an input may have, for those who gave another one. */
export const INPUTS =
  'a folder with Relaton repositories, JSON lines of ISO Open Data (iso_deliverables_metadata, iso_technical_committees), a dataset, or a table (CSV, XLSX)';

function beginning(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(LOOKED_AT);
    return bytes.subarray(0, readSync(file, bytes, 0, LOOKED_AT, 0));
  } finally {
    closeSync(file);
  }
}

/** The keys that the first line of JSON lines has; the line may be longer than what is looked at. */
const has = (text: string, ...keys: readonly string[]): boolean => keys.every((key) => text.includes(`"${key}"`));

function kindOf(bytes: Buffer, name: string): InputKind | undefined {
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('{')) {
    const [line = ''] = text.split('\n');
    if (has(text, 'format') && text.includes('"standards-map"')) return 'dataset';
    // The earliest form of a dataset: a record a line
    if (has(line, 'id', 't', 'st')) return 'dataset';
    if (has(line, 'reference', 'deliverableType')) return 'iso-deliverables';
    if (has(line, 'reference', 'secretariat') || has(line, 'reference', 'committeeLiaisons')) return 'iso-committees';
    return undefined;
  }
  // 1f 8b: gzipped; 89 53: compact; PK: a spreadsheet; CSV has no mark of its own
  if ((bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x89 && bytes[1] === 0x53)) return 'dataset';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'table';
  return ['.csv', '.tsv', '.txt', '.xlsx'].includes(extname(name).toLowerCase()) ? 'table' : undefined;
}

/** What an input is. @throws Unusable when it is not there or none of the forms that are known */
export function inputKind(input: string, io: Io): InputKind {
  const path = resolve(io.cwd, input);
  try {
    if (statSync(path).isDirectory()) return 'folder';
    const kind = kindOf(beginning(path), input);
    if (kind !== undefined) return kind;
  } catch (error) {
    throw unusable(error, input, INPUTS);
  }
  throw new Unusable(`${input}: its beginning tells no form that is known. Expected ${INPUTS}.`);
}
