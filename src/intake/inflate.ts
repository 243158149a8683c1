/** What became of bytes that were to be unpacked: `large` as soon as there are more than allowed. */
export type Inflated =
  { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly ok: false; readonly why: 'large' | 'damaged' | 'missing' };

/**
 * Unpacks bytes, counting what really comes out: what a file says of its own size is no limit.
 *
 * @param format `gzip`, or `deflate-raw` for the parts of a ZIP file
 * @param most most bytes that may come out
 * @throws what `signal` was aborted with
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  format: 'gzip' | 'deflate-raw',
  most: number,
  signal: AbortSignal,
): Promise<Inflated> {
  if (typeof DecompressionStream === 'undefined') return { ok: false, why: 'missing' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > most || signal.aborted) {
        await reader.cancel();
        signal.throwIfAborted();
        return { ok: false, why: 'large' };
      }
      chunks.push(read.value);
    }
  } catch (error) {
    // Browsers fail with a TypeError, Node with an error of zlib
    if (signal.aborted || !(error instanceof TypeError || (error instanceof Error && 'code' in error))) throw error;
    return { ok: false, why: 'damaged' };
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return { ok: true, bytes: whole };
}
