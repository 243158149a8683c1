const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum of some bytes behind others. @param before of the bytes so far; default none @source ISO/IEC 15948, Annex D */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of an archive as it is stored. */
interface Stored {
  readonly name: Bytes;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Bytes[];
  readonly packedSize: number;
  readonly method: number;
}

const DEFLATED = 8;
/** Reading an archive asks for 2.0; names are UTF-8. @source APPNOTE 6.3.10, 4.4.3 and 4.4.4 */
const VERSION = 20;
const UTF8 = 0x0800;
/** 1980-01-01, the first day there is: equal input, equal bytes. */
const DAY = 0x21;

/** Numbers of two or four bytes, the lowest first. */
function littleEndian(fields: readonly (readonly [size: 2 | 4, value: number])[]): Bytes {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

type Fields = readonly (readonly [size: 2 | 4, value: number])[];

const headOf = ({ name, crc, size, packedSize, method }: Stored): Fields => [
  [2, VERSION],
  [2, UTF8],
  [2, method],
  [2, 0],
  [2, DAY],
  [4, crc],
  [4, packedSize],
  [4, size],
  [2, name.length],
  [2, 0],
];

/**
 * Files as one archive; each is given in parts, and deflated by the browser while the next part is made.
 *
 * Where there is no `CompressionStream` the files are stored as they are.
 *
 * @source PKWARE APPNOTE 6.3.10
 */
export class Zip {
  readonly #files: Stored[] = [];

  /** Adds a file. Letters of its name: ASCII. */
  async add(name: string, parts: AsyncIterable<string> | Iterable<string | Bytes>): Promise<void> {
    const encoder = new TextEncoder();
    const stream = typeof CompressionStream === 'function' ? new CompressionStream('deflate-raw') : undefined;
    const packed: Bytes[] = [];
    const reading = stream && collect(stream.readable, packed);
    const writer = stream?.writable.getWriter();
    let [crc, size] = [0, 0];
    try {
      for await (const part of parts) {
        const bytes = typeof part === 'string' ? encoder.encode(part) : part;
        crc = crc32(bytes, crc);
        size += bytes.length;
        if (writer) await writer.write(bytes);
        else packed.push(bytes);
      }
      await writer?.close();
    } catch (error) {
      // The other end must not wait for what does not come
      await Promise.allSettled([writer?.abort(error), reading]);
      throw error;
    }
    await reading;
    const packedSize = packed.reduce((sum, { length }) => sum + length, 0);
    this.#files.push({ name: encoder.encode(name), crc, size, packed, packedSize, method: stream ? DEFLATED : 0 });
  }

  /** The archive, in pieces. */
  pieces(): readonly Bytes[] {
    const [body, index]: [Bytes[], Bytes[]] = [[], []];
    let at = 0;
    for (const file of this.#files) {
      const head = littleEndian([[4, 0x04034b50], ...headOf(file)]);
      index.push(littleEndian([[4, 0x02014b50], [2, VERSION], ...headOf(file), [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), file.name);
      body.push(head, file.name, ...file.packed);
      at += head.length + file.name.length + file.packedSize;
    }
    const size = index.reduce((sum, { length }) => sum + length, 0);
    const count = this.#files.length;
    return [
      ...body,
      ...index,
      littleEndian([
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, count],
        [2, count],
        [4, size],
        [4, at],
        [2, 0],
      ]),
    ];
  }
}

async function collect(stream: ReadableStream<Uint8Array>, into: Bytes[]): Promise<void> {
  const reader = stream.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) if (value) into.push(new Uint8Array(value));
}
