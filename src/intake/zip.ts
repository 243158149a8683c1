/** A file inside of a ZIP file, as its directory names it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Bytes as they are in the file. */
  readonly packed: Uint8Array<ArrayBuffer>;
  /** Length that the directory claims. */
  readonly claimed: number;
  readonly encrypted: boolean;
}

/** Lengths and signatures of records. @source PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16 */
const END = { signature: 0x06054b50, length: 22, comment: 65_535 } as const;
const CENTRAL = { signature: 0x02014b50, length: 46 } as const;
const LOCAL = { signature: 0x04034b50, length: 30 } as const;

function endAt(view: DataView): number {
  const least = Math.max(0, view.byteLength - END.length - END.comment);
  for (let at = view.byteLength - END.length; at >= least; at--) if (view.getUint32(at, true) === END.signature) return at;
  return -1;
}

/** What the directory at the end of a ZIP file lists; undefined where it cannot be read. Files of more than 4 GB are none of ours. */
export function zipEntries(bytes: Uint8Array<ArrayBuffer>): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endAt(view);
  if (end < 0) return undefined;
  const entries: ZipEntry[] = [];
  const count = view.getUint16(end + 10, true);
  for (let index = 0, at = view.getUint32(end + 16, true); index < count; index++) {
    if (at + CENTRAL.length > bytes.length || view.getUint32(at, true) !== CENTRAL.signature) return undefined;
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + (nameLength ?? 0)));
    const packed = packedAt(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
    if (!packed) return undefined;
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed,
      claimed: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += CENTRAL.length + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function packedAt(bytes: Uint8Array<ArrayBuffer>, view: DataView, at: number, length: number): Uint8Array<ArrayBuffer> | undefined {
  if (at + LOCAL.length > bytes.length || view.getUint32(at, true) !== LOCAL.signature) return undefined;
  const start = at + LOCAL.length + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + length > bytes.length ? undefined : bytes.subarray(start, start + length);
}

/** UTF-8 names. @source APPNOTE 4.4.4, bit 11 */
const UTF8 = 0x0800;

/** A record of numbers, little-endian: each with its place and its bits. */
function record(size: number, ...fields: readonly (readonly [at: number, bits: 16 | 32, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [at, bits, value] of fields)
    if (bits === 16) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  return bytes;
}

/** A ZIP file with these files as they are, unpacked; without checksums, which readers of spreadsheets do not ask for. */
export function storedZip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): ArrayBuffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const called = new TextEncoder().encode(name);
    const { length } = bytes;
    const central = record(
      CENTRAL.length,
      [0, 32, CENTRAL.signature],
      [8, 16, UTF8],
      [20, 32, length],
      [24, 32, length],
      [28, 16, called.length],
      [42, 32, at],
    );
    const local = record(
      LOCAL.length,
      [0, 32, LOCAL.signature],
      [6, 16, UTF8],
      [18, 32, length],
      [22, 32, length],
      [26, 16, called.length],
    );
    directory.push(central, called);
    parts.push(local, called, bytes);
    at += LOCAL.length + called.length + length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record(END.length, [0, 32, END.signature], [8, 16, files.length], [10, 16, files.length], [12, 32, length], [16, 32, at]);
  const whole = new Uint8Array(at + length + END.length);
  let place = 0;
  for (const part of [...parts, ...directory, end]) {
    whole.set(part, place);
    place += part.length;
  }
  return whole.buffer;
}
