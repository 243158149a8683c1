import { OWNS, RELATION } from '../scene/codes.js';
import type { Marks, SceneLinks } from '../scene/scene.js';

/** Bundles drawn on the whole drawing; four times as many on a surface that is half of it. */
const BUDGET = 250;
/** Width of a usual surface, CSS px. */
const WHOLE = 1000;

/** Relations between the standards of two committees (or SDOs) as one line each, in a total order: across SDOs first, then the more first. */
export interface Bundles {
  readonly count: number;
  /** Ends in layout units, 4 × count: ax, ay, bx, by, … */
  readonly ends: Float32Array;
  /** Relations in each. */
  readonly sums: Uint32Array;
  /** 1 between two SDOs. */
  readonly across: Uint8Array;
  /** How many of them a zoom shows (CSS px per layout unit); the nearer, the more, wherever the camera looks. */
  shown(k: number): number;
}

/** The committee or SDO whose standard each mark is, the first that owns it; the mark itself where none does. */
function ownersOf(count: number, { plain, kind, ends }: SceneLinks): Uint32Array {
  const owners = Uint32Array.from({ length: count }, (_, mark) => mark);
  for (let link = plain - 1; link >= 0; link--) {
    if (kind[link] === OWNS) owners[ends[2 * link + 1] ?? 0] = ends[2 * link] ?? 0;
  }
  return owners;
}

/** Sums up the relations of a scene. @param span larger of width and height of the drawing, layout units */
export function bundlesOf(marks: Marks, links: SceneLinks, span: number): Bundles {
  const owners = ownersOf(marks.count, links);
  const found = new Map<number, { readonly a: number; readonly b: number; sum: number; across: number }>();
  for (let link = 0; link < links.plain; link++) {
    if (links.kind[link] !== RELATION) continue;
    const [p, q] = [owners[links.ends[2 * link] ?? 0] ?? 0, owners[links.ends[2 * link + 1] ?? 0] ?? 0];
    if (p === q) continue;
    const [a, b] = [Math.min(p, q), Math.max(p, q)];
    const key = a * marks.count + b;
    const bundle = found.get(key) ?? { a, b, sum: 0, across: 0 };
    bundle.sum++;
    bundle.across ||= links.across[link] ?? 0;
    found.set(key, bundle);
  }
  const sorted = [...found.values()].sort((p, q) => q.across - p.across || q.sum - p.sum || p.a - q.a || p.b - q.b);
  const ends = new Float32Array(4 * sorted.length);
  sorted.forEach(({ a, b }, i) => {
    ends.set([marks.x[a] ?? 0, marks.y[a] ?? 0, marks.x[b] ?? 0, marks.y[b] ?? 0], 4 * i);
  });
  const whole = WHOLE / span;
  return {
    count: sorted.length,
    ends,
    sums: Uint32Array.from(sorted, ({ sum }) => sum),
    across: Uint8Array.from(sorted, ({ across }) => across),
    shown: (k) => Math.min(sorted.length, Math.ceil(BUDGET * Math.max(1, (k / whole) ** 2))),
  };
}
