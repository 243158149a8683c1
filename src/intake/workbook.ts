import type { Grid } from './grid.js';
import { placeOf } from './grid.js';
import { inflate } from './inflate.js';
import { INTAKE_LIMITS as LIMITS } from './limits.js';
import { refuse, type Refusal } from './refusal.js';
import { storedZip, zipEntries, type ZipEntry } from './zip.js';

/** Files of a workbook that hold cells or lead to them. */
const isWanted = (name: string): boolean =>
  /^xl\/.*\.(?:xml|xml\.rels)$/i.test(name) && !/^xl\/(?:drawings|charts|media|theme|comments|pivot|tables|externalLinks)/i.test(name);

/** What a ZIP file is that is no workbook of this form. */
function strangerOf(entries: readonly ZipEntry[]): Refusal | undefined {
  const has = (pattern: RegExp): boolean => entries.some(({ name }) => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/i)) return undefined;
  if (has(/^xl\/workbook\.bin$/i)) return refuse('xlsb');
  if (has(/^content\.xml$/i)) return refuse('ods');
  if (has(/\.iwa$|^Index\.zip$/i)) return refuse('numbers');
  return refuse(has(/^\[Content_Types\]\.xml$/i) ? 'office' : 'archive');
}

interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Unpacks what is wanted, together within the limit. */
async function unpack(entries: readonly ZipEntry[], signal: AbortSignal): Promise<readonly Part[] | Refusal> {
  const wanted = entries.filter(({ name }) => isWanted(name));
  const parts: Part[] = [];
  let left: number = LIMITS.unpacked;
  for (const { name, method, packed, claimed, encrypted } of wanted) {
    if (encrypted) return refuse('protected');
    if (claimed > left) return refuse('too-large-unpacked', '', LIMITS.unpacked);
    if (method !== 0 && method !== 8) return refuse('damaged-zip', name);
    const whole = method === 0 ? ({ ok: true, bytes: packed } as const) : await inflate(packed, 'deflate-raw', left, signal);
    if (!whole.ok) {
      if (whole.why === 'missing') return refuse('no-gzip');
      return whole.why === 'large' ? refuse('too-large-unpacked', '', LIMITS.unpacked) : refuse('damaged-zip', name);
    }
    left -= whole.bytes.length;
    parts.push({ name, bytes: whole.bytes });
  }
  return parts;
}

/** Cells joined into one, by the place of the first and the last. */
interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,9})$/;
function cellAt(reference: string): readonly [column: number, row: number] | undefined {
  const [, letters = '', digits = ''] = REFERENCE.exec(reference) ?? [];
  return letters === '' ? undefined : [placeOf(letters), Number(digits) - 1];
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

/** What the text of a sheet says of its extent: one cell at the far end would otherwise fill the memory with empty ones. */
function extentOf(xml: string): { readonly cells: number; readonly merged: readonly Merged[] } | Refusal {
  let cells = 0;
  const merged: Merged[] = [];
  for (const [tag, kind = ''] of xml.matchAll(/<(?:\w+:)?(row|c|mergeCell)\s[^>]*>/g)) {
    const said = attribute(tag, kind === 'mergeCell' ? 'ref' : 'r');
    if (said === undefined) continue;
    if (kind === 'row') {
      if (!/^\d{1,9}$/.test(said)) return refuse('damaged-workbook', `row ${said.slice(0, 20)}`);
      if (Number(said) > LIMITS.rows) return refuse('too-many-rows', said, LIMITS.rows);
      continue;
    }
    const [from, to] = said.split(':').map(cellAt);
    if (!from) return refuse('damaged-workbook', `cell ${said.slice(0, 20)}`);
    if (kind === 'c') {
      cells += 1;
      if (from[0] >= LIMITS.columns) return refuse('too-many-columns', said, LIMITS.columns);
      if (from[1] >= LIMITS.rows) return refuse('too-many-rows', said, LIMITS.rows);
    } else if (to) merged.push({ left: from[0], top: from[1], right: to[0], bottom: to[1] });
  }
  return { cells, merged };
}

/** Sheets in the order of the workbook, as its own file names them. */
interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
  readonly file: string;
}

const plainText = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (whole, hex?: string, dec?: string, name?: string) => {
    const named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
    if (name !== undefined) return Object.entries(named).find(([key]) => key === name.toLowerCase())?.[1] ?? whole;
    const code = hex === undefined ? Number(dec) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

function sheetNames(parts: readonly Part[]): readonly SheetName[] {
  const textOf = (file: string): string => new TextDecoder().decode(parts.find(({ name }) => name === file)?.bytes ?? new Uint8Array());
  const targets = new Map<string, string>();
  for (const [tag] of textOf('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target') ?? '';
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return [...textOf('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => ({
    name: plainText(attribute(tag, 'name') ?? ''),
    hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
    file: targets.get(attribute(tag, '(?:\\w+:)id') ?? '') ?? '',
  }));
}

const DAY_MS = 86_400_000;

/** A cell as a reader sees it: days without a time of day, numbers without the noise of binary fractions. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    return new Date(Math.round(value.getTime() / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  }
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return typeof value === 'string' ? value : String(value === true);
}

/** Sheets that are charts have no cells. */
const cellsOf = (data: unknown): readonly (readonly string[])[] =>
  Array.isArray(data) ? data.map((row: unknown) => (Array.isArray(row) ? row.map(textOf) : [])) : [];

/** A blank cell below the first of joined cells says what the first one says; beside it, it stays blank: titles stretch over many columns. */
function filled(rows: readonly (readonly string[])[], merged: readonly Merged[]): readonly (readonly string[])[] {
  const copy = rows.map((row) => [...row]);
  for (const { left, top, bottom } of merged) {
    const said = copy[top]?.[left];
    if (said === undefined || said === '') continue;
    for (let row = top + 1; row <= Math.min(bottom, copy.length - 1); row++) {
      const cells = copy[row];
      if (cells) while (cells.length <= left) cells.push('');
      if (cells?.[left] === '') cells[left] = said;
    }
  }
  return copy;
}

/**
 * The sheets of a workbook (XLSX), the hidden ones last; formulas by the values that were saved with them.
 *
 * Everything is unpacked and measured before it is read: what comes out of the file, rows, columns and cells stay within the limits
 * whatever the file says of itself. Nothing of it is run.
 *
 * @throws what `signal` was aborted with
 */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly grids: readonly Grid[] } | Refusal> {
  const entries = zipEntries(bytes);
  if (!entries) return refuse('damaged-zip');
  const stranger = strangerOf(entries);
  if (stranger) return stranger;
  if (bytes.length > LIMITS.workbook) return refuse('too-large', bytes.length, LIMITS.workbook);
  const parts = await unpack(entries, signal);
  if ('ok' in parts) return parts;
  const names = sheetNames(parts);
  if (names.length === 0) return refuse('damaged-workbook');
  if (names.length > LIMITS.sheets) return refuse('too-many-sheets', names.length, LIMITS.sheets);
  let cells = 0;
  const merges: (readonly Merged[])[] = [];
  for (const { file } of names) {
    const extent = extentOf(new TextDecoder().decode(parts.find(({ name }) => name === file)?.bytes ?? new Uint8Array()));
    if ('ok' in extent) return extent;
    cells += extent.cells;
    if (cells > LIMITS.cells) return refuse('too-many-cells', cells, LIMITS.cells);
    merges.push(extent.merged);
  }
  const { default: read } = await import('read-excel-file/universal');
  signal.throwIfAborted();
  try {
    const sheets = await read(storedZip(parts), { trim: false });
    signal.throwIfAborted();
    const grids = sheets.map(({ data }, at) => {
      const { name = '', hidden = false } = names[at] ?? {};
      return { name, hidden, rows: filled(cellsOf(data), merges[at] ?? []) };
    });
    return { ok: true, grids: [...grids.filter(({ hidden }) => !hidden), ...grids.filter(({ hidden }) => hidden)] };
  } catch (error) {
    // All that it is given is this file: whatever read-excel-file 9.3 and its XML parser throw, each with an error of its own, is about it
    if (signal.aborted || !(error instanceof Error)) throw error;
    return refuse('damaged-workbook', error.message);
  }
}
