import { quadtree, type Quadtree } from 'd3';
import { EMPHASES, SHAPES, type Marks, type Scene } from '../scene/scene.js';
import { toLayout, type Camera, type Size } from './camera.js';
import { screenRadius } from './marks.js';
import type { Picture } from './picture.js';

const PLATE = SHAPES.indexOf('plate');
const FADED = EMPHASES.indexOf('faded');

/** Half the size of the smallest target, CSS px. @source WCAG 2.2, 2.5.8 (24 px) for mouse and pen, 2.5.5 (44 px) for touch */
export const REACH = { fine: 12, coarse: 22 } as const;

/** The marks of a scene by place. */
export class HitIndex {
  readonly #marks: Marks;
  readonly #tree: Quadtree<number>;

  constructor(scene: Scene) {
    this.#marks = scene.marks;
    this.#tree = quadtree<number>()
      .x((mark) => scene.marks.x[mark] ?? 0)
      .y((mark) => scene.marks.y[mark] ?? 0)
      .addAll(Array.from({ length: scene.marks.count }, (_, mark) => mark));
  }

  /**
   * The mark under a point of the surface; -1 for none.
   *
   * A plate is hit anywhere on its text; of the others the nearest within reach wins, and one that is not faded before one that is.
   *
   * @param x @param y CSS px from the top left corner of the surface
   * @param reach CSS px around the point
   */
  at(x: number, y: number, camera: Camera, size: Size, reach: number, picture: Picture): number {
    const [px, py] = toLayout(x, y, camera, size);
    const plate = this.#plateAt(px, py, camera.k, picture);
    let best = -1;
    let least = Infinity;
    const far = reach / camera.k;
    this.#tree.visit((node, x0, y0, x1, y1) => {
      if (x0 > px + far || y0 > py + far || x1 < px - far || y1 < py - far) return true;
      if ('data' in node) {
        for (let leaf: typeof node | undefined = node; leaf; leaf = leaf.next) {
          const mark = leaf.data;
          const [dx, dy] = [(this.#marks.x[mark] ?? 0) - px, (this.#marks.y[mark] ?? 0) - py];
          const distance = Math.sqrt(dx * dx + dy * dy) * camera.k;
          const rank = distance + (this.#marks.emphasis[mark] === FADED ? reach : 0);
          if (this.#marks.shape[mark] !== PLATE && distance <= Math.max(reach, screenRadius(this.#marks, mark, camera.k)) && rank < least) {
            [best, least] = [mark, rank];
          }
        }
      }
      return false;
    });
    // On a plate only a mark right under the point goes before it.
    return plate >= 0 && least > screenRadius(this.#marks, Math.max(0, best), camera.k) ? plate : best;
  }

  #plateAt(px: number, py: number, k: number, { labels, scene, theme }: Picture): number {
    for (const placed of labels) {
      if (placed.label.kind !== 'sdo') continue;
      const { mark } = placed.label;
      const [halfWidth, halfHeight] = placed.from <= k ? [placed.halfWidth, theme.labelSize] : [10, 8];
      const [dx, dy] = [Math.abs((scene.marks.x[mark] ?? 0) - px) * k, Math.abs((scene.marks.y[mark] ?? 0) - py) * k];
      if (dx <= halfWidth && dy <= halfHeight) return mark;
    }
    return -1;
  }
}
