/** Round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. @source FIPS 180-4, 4.2.2 */
const ROUNDS = fractions(64, Math.cbrt);
/** What a digest begins with: the same of the square roots of the first 8 primes. @source FIPS 180-4, 5.3.3 */
const START = fractions(8, Math.sqrt);
const BLOCK = 64;

function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The bytes with their end marked and their length behind, whole blocks. @source FIPS 180-4, 5.1.1 */
function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(blocks.length - 4, (bytes.length * 8) >>> 0);
  return view;
}

/** Spreads the 16 words of a block to 64. @source FIPS 180-4, 6.2.2, 1 */
function spread(view: DataView, at: number, words: Uint32Array): void {
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const [early, late] = [words[i - 15] ?? 0, words[i - 2] ?? 0];
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = (words[i - 16] ?? 0) + low + (words[i - 7] ?? 0) + high;
  }
}

/** Takes a block into the state. @source FIPS 180-4, 6.2.2, 2 to 4 */
function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (ROUNDS[i] ?? 0) + (words[i] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + word;
}

/**
 * The SHA-256 digest of a text in UTF-8, as base64: what a Content-Security-Policy names an inline script by.
 *
 * In plain JavaScript, because `crypto.subtle` is there on secure origins only, which a page on a disk or an intranet is not. 1 MB takes about 30 ms.
 */
export function sha256(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  const state = START.slice();
  const words = new Uint32Array(64);
  for (let at = 0; at < view.byteLength; at += BLOCK) {
    spread(view, at, words);
    compress(state, words);
  }
  return btoa([...state].flatMap((word) => [24, 16, 8, 0].map((by) => String.fromCharCode((word >>> by) & 255))).join(''));
}
