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
  const under = px[at] ?? 0;
  const redBlue = under & 0xff00ff;
  const green = under & 0xff00;
  px[at] =
    0xff000000 |
    ((redBlue + (Math.imul((ink & 0xff00ff) - redBlue, alpha) >> 8)) & 0xff00ff) |
    ((green + (Math.imul((ink & 0xff00) - green, alpha) >> 8)) & 0xff00);
}

/** Two inks as one: `alpha` (0 … 1) of the first over the second. */
export function blended(ink: number, under: number, alpha: number): number {
  const px = Int32Array.of(under);
  mix(px, 0, ink, Math.round(256 * alpha));
  return px[0] ?? under;
}
