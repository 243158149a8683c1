import { inkOf } from '../render/inks.js';
import { crc32 } from './zip.js';

/** Pixels without transparency, rows from top to bottom. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue; 3 × width × height. */
  readonly rgb: Uint8Array;
}

/** Signature of a PNG. @source ISO/IEC 15948, 5.2 */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer());
}

/** Pixels as a PNG, without a canvas; equal pixels give equal bytes. @source ISO/IEC 15948 */
export async function pngOf({ width, height, rgb }: Raster): Promise<Uint8Array<ArrayBuffer>> {
  const rows = new Uint8Array(height * (3 * width + 1));
  for (let y = 0; y < height; y++) rows.set(rgb.subarray(3 * width * y, 3 * width * (y + 1)), y * (3 * width + 1) + 1);
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // 8 bits a channel, red green blue, no interlacing
  head.set([8, 2], 8);
  const parts = [new Uint8Array(SIGNATURE), chunk('IHDR', head), chunk('IDAT', await deflated(rows)), chunk('IEND', new Uint8Array(0))];
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
}

/** Red, green and blue of a colour that is written `#rrggbb`. @throws RangeError when it is another */
export function rgbOf(color: string): readonly [number, number, number] {
  const ink = inkOf(color);
  if (ink === undefined) throw new RangeError(`raster: expected a colour such as #0072b2, got ${JSON.stringify(color)}`);
  return [ink & 255, (ink >> 8) & 255, (ink >> 16) & 255];
}
