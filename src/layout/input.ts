/** Distances, radii and charges beyond this are a caller's mistake. */
const LARGEST = 1e5;

/** A graph as numbers: everything a layout may know. n nodes, m links. */
export interface LayoutInput {
  /** n; integer ≥ 0. */
  readonly count: number;
  /** Node indices, 2m: a0, b0, a1, b1, … */
  readonly links: Uint32Array;
  /** How strongly a link keeps its distance, 0–1; m. */
  readonly strengths: Float32Array;
  /** Wanted lengths of links in layout units, 0–1e5; m. */
  readonly distances: Float32Array;
  /**
   * Room of a node in layout units, 0–1e5: two nodes keep the sum of theirs apart; n, or n for each stage (there may be more than the nodes
   * have): those of stage 0, then those of stage 1, …
   */
  readonly radii: Float32Array;
  /** Charges as in d3-force: negative pushes others away; within ±1e5; n, or n for each stage. */
  readonly charges: Float32Array;
  /** Pull towards the origin, 0–1; n. Default 0 everywhere. */
  readonly gravity?: Float32Array;
  /** Width over height that the pull aims at: in y it is aspect² times as strong as in x; 0.1–10. Default 1. */
  readonly aspect?: number;
  /** Known start positions, 2n: x0, y0, …; NaN for unknown; what lies beyond ±1e6 starts at that border. Default all unknown. */
  readonly start?: Float32Array;
  /** 1 for nodes that stay at their start position, which must be known; n. Default none. */
  readonly held?: Uint8Array;
  /**
   * Nodes of stage 0 are laid out first and by themselves, then held while those of stage 1 come in around them, and so on; n.
   * So the early stages look the same with and without the later ones. Default all 0.
   */
  readonly stages?: Uint8Array;
  /** 1 for nodes that start beyond everything that stands, in the direction of the neighbour they are tied to; n. Default none. */
  readonly outside?: Uint8Array;
  /** Ticks of every stage; integer, 1–10,000. Default 120. */
  readonly ticks?: number;
  /** Alpha at the start of every stage, as in d3-force, 0–1; it falls to 0.01. Less than 1 for what stands well already. Default 1. */
  readonly alpha?: number;
  /** Part of a velocity that is lost in a tick, as in d3-force, 0–1. Default 0.2: d3-force's 0.4 needs three times as many ticks. */
  readonly velocityDecay?: number;
}

/** Number of stages of an input: 1 more than the last; at least 1. */
export const stageCount = ({ stages }: LayoutInput): number => 1 + (stages?.reduce((a, b) => Math.max(a, b), 0) ?? 0);

/** Value of a node in a stage, from an array of n values or of n for each stage. */
export function valueAt(values: Float32Array, count: number, node: number, stage: number): number {
  return values[values.length === count ? node : stage * count + node] ?? 0;
}

function refuse(what: string, got: unknown, expected: string): never {
  throw new RangeError(`layout: ${what} is ${String(got)}, expected ${expected}`);
}

function checkLength(name: string, array: { readonly length: number } | undefined, length: number): void {
  if (array !== undefined && array.length !== length) refuse(`length of ${name}`, array.length, String(length));
}

function checkRange(name: string, array: Float32Array | undefined, low: number, high: number): void {
  array?.forEach((value, i) => {
    if (!(value >= low && value <= high)) refuse(`${name}[${i}]`, value, `a number from ${low} to ${high}`);
  });
}

function checkSchedule({ ticks, alpha, velocityDecay, aspect }: LayoutInput): void {
  if (ticks !== undefined && !(Number.isInteger(ticks) && ticks >= 1 && ticks <= 10_000))
    refuse('ticks', ticks, 'an integer from 1 to 10000');
  if (alpha !== undefined && !(alpha >= 0 && alpha <= 1)) refuse('alpha', alpha, 'a number from 0 to 1');
  if (velocityDecay !== undefined && !(velocityDecay >= 0 && velocityDecay <= 1)) {
    refuse('velocityDecay', velocityDecay, 'a number from 0 to 1');
  }
  if (aspect !== undefined && !(aspect >= 0.1 && aspect <= 10)) refuse('aspect', aspect, 'a number from 0.1 to 10');
}

function checkHeld({ held, start }: LayoutInput): void {
  held?.forEach((is, i) => {
    if (is && !isPlace(start, i)) refuse(`start[${2 * i}]`, start?.[2 * i], `a position, because held[${i}] is 1`);
  });
}

/** Whether a node has a start position; NaN and ±Infinity in either coordinate are none. */
export const isPlace = (start: Float32Array | undefined, node: number): boolean =>
  Number.isFinite(start?.[2 * node] ?? NaN) && Number.isFinite(start?.[2 * node + 1] ?? NaN);

/**
 * Refuses what would poison a simulation; d3-force 3.0 never returns from 1e308 or Infinity.
 *
 * @throws RangeError that names the array, the index, what it got and what was expected
 */
export function checkInput(input: LayoutInput, seed: number): void {
  const { count, links } = input;
  if (!Number.isSafeInteger(seed)) refuse('seed', seed, 'an integer');
  if (!Number.isInteger(count) || count < 0) refuse('count', count, 'an integer ≥ 0');
  if (links.length % 2 !== 0) refuse('length of links', links.length, 'an even number');
  links.forEach((node, i) => {
    if (node >= count) refuse(`links[${i}]`, node, `a node from 0 to ${count - 1}`);
  });
  for (const name of ['strengths', 'distances'] as const) checkLength(name, input[name], links.length / 2);
  for (const name of ['gravity', 'held', 'stages', 'outside'] as const) checkLength(name, input[name], count);
  for (const name of ['radii', 'charges'] as const) {
    const { length } = input[name];
    const whole = length === count || (count > 0 && length % count === 0 && length >= count * stageCount(input));
    if (!whole) refuse(`length of ${name}`, length, `${count}, or ${count} for each of at least ${stageCount(input)} stages`);
  }
  checkLength('start', input.start, 2 * count);
  checkRange('strengths', input.strengths, 0, 1);
  checkRange('distances', input.distances, 0, LARGEST);
  checkRange('radii', input.radii, 0, LARGEST);
  checkRange('charges', input.charges, -LARGEST, LARGEST);
  checkRange('gravity', input.gravity, 0, 1);
  checkSchedule(input);
  checkHeld(input);
}
