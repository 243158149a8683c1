import { boundsAround } from '../scene/bounds.js';
import { RELATION } from '../scene/codes.js';
import { PointGrid, SegmentGrid } from '../scene/grid.js';
import type { Bounds, Marks, Scene, SceneLinks, Territory } from '../scene/scene.js';
import { bundlesOf, type Bundles } from './bundles.js';

const EMPTY: Bounds = { left: 0, top: 0, right: 1, bottom: 1 };

/** Links of one kind by place. */
export interface LinkLayer {
  readonly kind: number;
  readonly across: boolean;
  /** Link of the scene of each segment, in the order of the grid. */
  readonly links: Uint32Array;
  /** Place of each segment in a total order of its layer, scattered over the drawing; in the order of the grid. */
  readonly ranks: Uint32Array;
  readonly grid: SegmentGrid;
}

/** A prime that scatters the numbers of links over all of them. */
const SCATTER = 10_368_889;

/** A territory with the rectangle around it. */
export class Ground {
  readonly territory: Territory;
  readonly bounds: Bounds;
  #fine: Float32Array | undefined;

  constructor(territory: Territory) {
    [this.territory, this.bounds] = [territory, around(territory.outline)];
  }

  /** Its outline with corners cut twice, for a look from near. @source Chaikin, An algorithm for high-speed curve generation, 1974 */
  get fine(): Float32Array {
    return (this.#fine ??= cornersCut(cornersCut(this.territory.outline)));
  }
}

/** Two points on each side, a quarter from its ends, instead of its ends. */
function cornersCut(outline: Float32Array): Float32Array {
  const { length } = outline;
  return Float32Array.from({ length: 2 * length }, (_, i) => {
    const [side, axis] = [i >> 2, i & 1];
    const [from, to] = [outline[2 * side + axis] ?? 0, outline[(2 * side + 2 + axis) % length] ?? 0];
    return from + (to - from) * ((i & 2) === 0 ? 0.25 : 0.75);
  });
}

/** Where everything of a scene lies: what a camera sees is found without looking at the rest. Made once for the positions of a scene. */
export class World {
  readonly points: PointGrid;
  readonly grounds: readonly Ground[];
  readonly #marks: Marks;
  readonly #links: SceneLinks;
  readonly #bounds: Bounds;
  #layers: readonly LinkLayer[] | undefined;
  #bundles: Bundles | undefined;
  #coordination: Uint32Array | undefined;

  constructor({ marks, links, territories, bounds = EMPTY }: Scene) {
    [this.#marks, this.#links, this.#bounds] = [marks, links, bounds];
    this.points = new PointGrid(marks.x, marks.y, marks.shape, bounds);
    this.grounds = territories.map((territory) => new Ground(territory));
  }

  /** Larger of width and height of the drawing, layout units. */
  get span(): number {
    const { left, top, right, bottom } = this.#bounds;
    return Math.max(1, right - left, bottom - top);
  }

  /** The links that need no selection, in drawing order: by kind, relations between SDOs last. */
  get layers(): readonly LinkLayer[] {
    return (this.#layers ??= [0, 1, 2, 3, 4].flatMap((at) => this.#layerOf(Math.min(at, RELATION), at > RELATION)));
  }

  /** Links of the scene that say “coordinated”, in their order: they have a look of their own and are in no layer. */
  get coordination(): Uint32Array {
    const { plain, coordinates } = this.#links;
    return (this.#coordination ??= Uint32Array.from(coordinates.subarray(0, plain).keys()).filter((link) => coordinates[link] === 1));
  }

  /** Relations summed up by the committees of their standards. */
  get bundles(): Bundles {
    return (this.#bundles ??= bundlesOf(this.#marks, this.#links, this.span));
  }

  #layerOf(kind: number, across: boolean): readonly LinkLayer[] {
    const { plain, kind: kinds, across: areAcross, coordinates, ends } = this.#links;
    const found: number[] = [];
    for (let link = 0; link < plain; link++) {
      if (kinds[link] === kind && (areAcross[link] === 1) === across && coordinates[link] !== 1) found.push(link);
    }
    if (found.length === 0) return [];
    const { x, y } = this.#marks;
    const places = new Float32Array(4 * found.length);
    found.forEach((link, i) => {
      const [a, b] = [ends[2 * link] ?? 0, ends[2 * link + 1] ?? 0];
      places.set([x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0], 4 * i);
    });
    const grid = new SegmentGrid(places, this.#bounds);
    const links = grid.order.map((segment) => found[segment] ?? 0);
    const ranks = grid.order.map((segment) => (segment * SCATTER) % found.length);
    return [{ kind, across, links, ranks, grid }];
  }
}

const around = (outline: Float32Array): Bounds =>
  boundsAround(outline.length / 2, (i) => [outline[2 * i] ?? 0, outline[2 * i + 1] ?? 0, 0]);

const memo = new WeakMap<Float32Array, World>();

/** The world of a scene; scenes that differ in their selection or colours only share one. */
export function worldOf(scene: Scene): World {
  const known = memo.get(scene.marks.x) ?? new World(scene);
  memo.set(scene.marks.x, known);
  return known;
}
