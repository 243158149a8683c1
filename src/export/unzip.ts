type Bytes = Uint8Array<ArrayBuffer>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;

async function inflated(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());
}

/** Where the directory of an archive begins, and how many files it names. */
function directoryOf(view: DataView): readonly [at: number, count: number] {
  for (let at = view.byteLength - 22; at >= 0; at--)
    if (view.getUint32(at, true) === END) return [view.getUint32(at + 16, true), view.getUint16(at + 10, true)];
  throw new Error('bug: expected an archive that has just been written');
}

/**
 * The files of an archive that this program has just had written, in their order; not for what comes from elsewhere, where sizes lie.
 *
 * @source PKWARE APPNOTE 6.3.10
 */
export async function unzipOwn(archive: Bytes): Promise<ReadonlyMap<string, Bytes>> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const files = new Map<string, Bytes>();
  let [at, left] = directoryOf(view);
  for (; left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('bug: expected an entry of an archive that has just been written');
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const head = view.getUint32(at + 42, true);
    const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    const packed = archive.slice(start, start + size);
    files.set(
      new TextDecoder().decode(archive.subarray(at + 46, at + 46 + (name ?? 0))),
      method === STORED ? packed : await inflated(packed),
    );
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
