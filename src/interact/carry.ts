import type { Scene } from '../scene/scene.js';

/** Nodes on their way by hand: a scene with their marks moved, everything else in it as it is. */
export class Carry {
  readonly #nodes: readonly number[];
  #dx = 0;
  #dy = 0;
  #of: Scene | undefined;
  #scene: Scene | undefined;

  /** @param nodes of the graph, all that goes along */
  constructor(nodes: readonly number[]) {
    this.#nodes = nodes;
  }

  /** How far from where they stood, layout units. */
  get way(): readonly [dx: number, dy: number] {
    return [this.#dx, this.#dy];
  }

  /** @param dx @param dy layout units from where they stood */
  to(dx: number, dy: number): void {
    [this.#dx, this.#dy] = [dx, dy];
    this.#scene = undefined;
  }

  /** A scene with the marks where they are now; the same one until they go on. */
  in(scene: Scene): Scene {
    if (this.#scene && this.#of === scene) return this.#scene;
    const { marks } = scene;
    const [x, y] = [marks.x.slice(), marks.y.slice()];
    for (const node of this.#nodes) {
      const mark = marks.ofNode[node] ?? -1;
      if (mark < 0) continue;
      x[mark] = (x[mark] ?? 0) + this.#dx;
      y[mark] = (y[mark] ?? 0) + this.#dy;
    }
    this.#of = scene;
    return (this.#scene = { ...scene, marks: { ...marks, x, y } });
  }
}
