import type { Dataset } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { parse, type Parsed } from '../model/parse.js';
import { delimitedRows, separatorOf } from './delimited.js';
import { kindOf, type FileKind } from './file-kind.js';
import type { Grid } from './grid.js';
import { inflate } from './inflate.js';
import { INTAKE_LIMITS as LIMITS } from './limits.js';
import { headerRowOf } from './mapping.js';
import { refuse, type Refusal } from './refusal.js';
import { decodeText, type DecodedText, type Encoding, type TextDoubt } from './text-encoding.js';
import { readWorkbook } from './workbook.js';

/** A file as browsers and Node hand it over. */
export interface OwnFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** What was found in a file. */
export type Opened =
  | { readonly ok: true; readonly form: 'dataset'; readonly dataset: Dataset; readonly warnings: readonly Issue[] }
  | {
      readonly ok: true;
      readonly form: 'table';
      /** Sheets that have rows, at least one. */
      readonly grids: readonly Grid[];
      /** How the text was read; absent for a workbook. */
      readonly encoding?: Encoding;
      readonly doubt?: TextDoubt;
    }
  | (Refusal & {
      /** What is wrong with a dataset, the first ones of `total`. */
      readonly issues?: readonly Issue[];
      readonly total?: number;
    });

/** How a file is opened. */
export interface OpenOptions {
  readonly signal: AbortSignal;
  /** Share that is read, 0-1. */
  readonly progress?: (share: number) => void;
  /** Lets the page do something else; called between pieces of work. */
  readonly breathe?: () => Promise<void>;
  /** The encoding that the reader has chosen. */
  readonly encoding?: Encoding;
  /** Most bytes of the file and of what is packed in it; default those of a browser. */
  readonly limits?: { readonly file: number; readonly unpacked: number };
}

const readsOn = (): Promise<void> => Promise.resolve();
/** Rows between two pauses: a few milliseconds. */
const STRIDE = 5000;

/** All bytes of a file, as long as there are no more than allowed; its size is asked first. */
async function bytesOf(file: OwnFile, { signal, progress, limits = LIMITS }: OpenOptions): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  if (file.size > limits.file) return refuse('too-large', file.size, limits.file);
  const whole = new Uint8Array(file.size);
  let length = 0;
  const reader = file.stream().getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (signal.aborted || length + read.value.length > whole.length) {
        await reader.cancel();
        signal.throwIfAborted();
        return refuse('unreadable');
      }
      whole.set(read.value, length);
      length += read.value.length;
      progress?.((0.3 * length) / Math.max(1, file.size));
    }
  } catch (error) {
    // The file was changed, moved or forbidden since it was chosen
    if (signal.aborted || !(error instanceof DOMException)) throw error;
    return refuse('unreadable', error.message);
  }
  return whole.subarray(0, length);
}

function ofParsed(parsed: Parsed): Opened {
  if (parsed.ok) return { ok: true, form: 'dataset', dataset: parsed.dataset, warnings: parsed.warnings };
  return { ...refuse('not-a-dataset', parsed.total), issues: parsed.issues, total: parsed.total };
}

/** Findings travel as patches, which are lists of operations. */
const isPatch = (text: string): boolean => /^\s*\[\s*\{[^}]*"op"\s*:/.test(text.slice(0, 2000));

/** The rows of a text, a few thousand at a time. */
async function rowsOf(
  text: string,
  { signal, progress, breathe = readsOn }: OpenOptions,
): Promise<readonly (readonly string[])[] | Refusal> {
  const { separator, from } = separatorOf(text);
  const rows: string[][] = [];
  let [cells, width] = [0, 0];
  const reader = delimitedRows(from === 0 ? text : text.slice(from), separator, LIMITS.columns);
  let next = reader.next();
  for (; !next.done; next = reader.next()) {
    rows.push(next.value);
    cells += next.value.length;
    width = Math.max(width, next.value.length);
    if (rows.length > LIMITS.rows) return refuse('too-many-rows', rows.length, LIMITS.rows);
    if (width > LIMITS.columns) return refuse('too-many-columns', width, LIMITS.columns);
    if (cells > LIMITS.cells) return refuse('too-many-cells', cells, LIMITS.cells);
    if (rows.length % STRIDE === 0) {
      progress?.(0.5 + 0.5 * (rows.length / LIMITS.rows));
      await breathe();
      signal.throwIfAborted();
    }
  }
  return next.value === undefined ? rows : refuse('open-quote', next.value);
}

/** Whether a row says anything; rows of separators alone do not, whatever the separator was taken for. */
const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => /[^\s;,|"]/.test(cell));

/** Sheets without rows are left out; where none is left, the file says nothing. */
function ofGrids(grids: readonly Grid[], decoded?: DecodedText): Opened {
  const filled = grids.filter(({ rows }) => rows.some(isFilled));
  if (filled.length === 0) return refuse('no-rows');
  const long = filled.flatMap(({ rows }) => rows.findIndex((row) => row.some(({ length }) => length > LIMITS.cell))).find((at) => at >= 0);
  if (long !== undefined) return refuse('too-long-cell', long + 1, LIMITS.cell);
  const full = filled.filter((grid) => grid.rows.slice(headerRowOf(grid)).some(isFilled));
  if (full.length === 0) return refuse('header-only');
  return {
    ok: true,
    form: 'table',
    grids: full,
    ...(decoded && { encoding: decoded.encoding }),
    ...(decoded?.doubt && { doubt: decoded.doubt }),
  };
}

async function ofText(bytes: Uint8Array, name: string, isJson: boolean, options: OpenOptions): Promise<Opened> {
  const decoded = decodeText(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  options.progress?.(0.5);
  if (isJson && isPatch(decoded.text)) return refuse('findings');
  if (isJson) return ofParsed(parse(decoded.text, { name }));
  const rows = await rowsOf(decoded.text, options);
  return 'ok' in rows ? rows : ofGrids([{ name: '', rows }], decoded);
}

/** The bytes of a file, out of their gzip, and what they are. */
export interface Unpacked {
  readonly ok: true;
  readonly kind: Exclude<FileKind, 'gzip'>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Gzip within gzip that is still opened: a file that holds itself would never end. */
const MOST_LAYERS = 2;

async function unpacked(bytes: Uint8Array<ArrayBuffer>, { signal, limits = LIMITS }: OpenOptions): Promise<Unpacked | Refusal> {
  let inner = bytes;
  for (let layers = 0; layers <= MOST_LAYERS; layers++) {
    const found = kindOf(inner);
    if (!found.ok) return found;
    if (found.kind !== 'gzip') return { ok: true, kind: found.kind, bytes: inner };
    const whole = await inflate(inner, 'gzip', limits.unpacked, signal);
    if (!whole.ok) {
      if (whole.why === 'missing') return refuse('no-gzip');
      return whole.why === 'large' ? refuse('too-large-unpacked', '', limits.unpacked) : refuse('damaged-gzip');
    }
    inner = whole.bytes;
  }
  return refuse('damaged-gzip');
}

/**
 * Reads a file and takes it out of its gzip, without a look at what it says.
 *
 * @throws what `signal` was aborted with
 */
export async function unpackFile(file: OwnFile, options: OpenOptions): Promise<Unpacked | Refusal> {
  const bytes = await bytesOf(file, options);
  options.signal.throwIfAborted();
  return 'ok' in bytes ? bytes : unpacked(bytes, options);
}

async function ofUnpacked({ kind, bytes }: Unpacked, file: OwnFile, options: OpenOptions): Promise<Opened> {
  switch (kind) {
    case 'compact': {
      // Few files are compact: what reads them comes when it is needed
      const { readCompact } = await import('../model/parse-compact.js');
      return ofParsed(readCompact(bytes, { name: file.name }));
    }
    case 'zip': {
      const read = await readWorkbook(bytes, options.signal);
      return read.ok ? ofGrids(read.grids) : read;
    }
    default:
      return ofText(bytes, file.name, kind === 'json', options);
  }
}

/**
 * Opens a file of the reader's: a dataset (JSON, gzipped or compact) or a table (CSV or its kin, XLSX), told by its bytes and not by its name.
 * Nothing of it leaves the page, nothing of it is run, and every file that cannot be taken has one reason.
 *
 * @throws what `signal` was aborted with
 */
export async function openFile(file: OwnFile, options: OpenOptions): Promise<Opened> {
  const whole = await unpackFile(file, options);
  options.signal.throwIfAborted();
  const opened = whole.ok ? await ofUnpacked(whole, file, options) : whole;
  options.signal.throwIfAborted();
  return opened;
}
