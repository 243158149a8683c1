/** What became of bytes that were to be unpacked. */
export type Unpacked = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly says: string };

/** All of a stream in one piece; undefined as soon as it is longer than `most` bytes. */
async function gathered(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * The bytes of a gzip file, unpacked. What a server compresses on its way the browser has unpacked already.
 *
 * @param most most bytes to unpack: a small file can hold any amount
 */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Unpacked> {
  if (typeof DecompressionStream === 'undefined')
    return {
      ok: false,
      says: 'is gzipped, which this browser cannot unpack. Expected the file as it is, or a server that says Content-Encoding: gzip',
    };
  try {
    const whole = await gathered(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), most);
    return whole ? { ok: true, bytes: whole } : { ok: false, says: `holds more than ${String(most)} bytes when it is unpacked` };
  } catch (error) {
    // a damaged file; the streams of browsers fail with a TypeError
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, says: `is a damaged gzip file. ${error.message}` };
  }
}
