/** Rim of pixels around the visible ones: what reaches a little over the border is drawn there, so that nothing is asked at each pixel. */
export const RIM = 8;

/** Pixels of our own: opaque, a word a pixel, rows from top to bottom, with a rim on all four sides. */
export interface Frame {
  /** Visible pixels. */
  readonly width: number;
  readonly height: number;
  /** Words in a row with its rim. */
  readonly stride: number;
  /** Alpha, blue, green, red from the highest byte down; stride × (height + 2 RIM). Every platform with a browser is little-endian. */
  readonly px: Int32Array<ArrayBuffer>;
}

export function frameOf(width: number, height: number): Frame {
  const stride = width + 2 * RIM;
  return { width, height, stride, px: new Int32Array(stride * (height + 2 * RIM)) };
}

/** Place of a visible pixel in `px`. */
export const pixelAt = ({ stride }: Frame, x: number, y: number): number => (y + RIM) * stride + x + RIM;

/**
 * Mixes an ink into a pixel. Red and blue share a word and a multiplication; their borrows cancel out in the sum.
 *
 * @param alpha 0 … 256, whole
 */
export function mix(px: Int32Array, at: number, ink: number, alpha: number): void {
  px[at] = mixed(ink, px[at] ?? 0, alpha);
}

/** An ink over another. @param alpha 0 … 256, whole */
export function mixed(ink: number, under: number, alpha: number): number {
  const redBlue = under & 0xff00ff;
  const green = under & 0xff00;
  return (
    0xff000000 |
    ((redBlue + ((Math.imul((ink & 0xff00ff) - redBlue, alpha) + 0x800080) >> 8)) & 0xff00ff) |
    ((green + ((Math.imul((ink & 0xff00) - green, alpha) + 0x8000) >> 8)) & 0xff00)
  );
}
