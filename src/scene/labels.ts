import { NEAR } from './codes.js';
import { PointGrid } from './grid.js';
import { around, LabelBoxes, type Candidates, type LabelSpace, type PlacedLabel } from './label-boxes.js';
import { alwaysNamed, farNamed, labelAt, ranksOf, territoryLabels, territoryRank } from './label-order.js';
import type { Label, Marks, Scene } from './scene.js';

/** Where the mark of a label is, in layout units. */
export const placeOf = ({ mark, at }: Label, { x, y }: Pick<Marks, 'x' | 'y'>): readonly [x: number, y: number] =>
  at ?? [x[mark] ?? 0, y[mark] ?? 0];

/** The labels whose marks are brought forward, by number. */
export const forwardOf = (labels: readonly Label[], { emphasis }: Pick<Marks, 'emphasis'>): readonly number[] =>
  [...labels.keys()].filter((one) => (emphasis[labels[one]?.mark ?? -1] ?? 0) >= NEAR);

/** Labels that may be written, in an order. */
interface Ranked extends Candidates {
  /** The smaller comes first, no two are equal; Infinity: never written. */
  readonly ranks: Float64Array;
  readonly always: (one: number) => boolean;
  /** What is brought forward, named or not. */
  readonly forward: readonly number[];
}

/**
 * From which zoom on each label is written, so that none ever overlaps another, whatever the camera shows.
 *
 * Text keeps its size while marks move apart: two boxes that part for good at a zoom stay apart at all nearer ones. So a label is written from
 * the zoom on at which it has parted from every label that comes before it in the order and is written by then. That depends on what comes before
 * it and near it alone: panning changes no label, coming nearer only adds, and the labels of a catalogue can be placed where somebody looks.
 *
 * @source Been, Daiches and Yap, Dynamic map labeling, 2006: active ranges
 */
export class LabelPlan {
  readonly #all: Ranked;
  readonly #boxes: LabelBoxes;
  /** Candidates that are written whatever the zoom if there is room, in their order. */
  readonly #always: Uint32Array;
  #grid: PointGrid | undefined;
  /** How far the boxes reach from their marks at most, CSS px; known with the grid. */
  #widest = 0;
  #highest = 0;

  constructor(all: Ranked, space: LabelSpace) {
    this.#all = all;
    this.#boxes = new LabelBoxes(all, space);
    const { ranks } = all;
    const always: number[] = [];
    ranks.forEach((rank, one) => {
      if (rank !== Infinity && all.always(one)) always.push(one);
    });
    this.#always = Uint32Array.from(always).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
    this.#boxes.settle(this.#always, all.forward);
  }

  /** The labels written at any zoom that has room for them, placed; in their order. */
  always(): readonly PlacedLabel[] {
    return Array.from(this.#always, (one) => this.placed(one));
  }

  /** A label with its size, its side and its zoom. */
  placed(one: number): PlacedLabel {
    // Finding its zoom may be what measures it
    const from = this.from(one);
    return { ...this.#boxes.placed(one), from };
  }

  /** Zoom from which a label is written; Infinity for never. */
  from(one: number): number {
    const open = this.#all.ranks[one] === Infinity ? [] : [one];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const before = this.#settle(at);
      if (before < 0) open.pop();
      else open.push(before);
    }
    return this.#boxes.from[one] ?? Infinity;
  }

  /** Finds the zoom of a label; or answers with one before it whose zoom must be found first. */
  #settle(one: number): number {
    const boxes = this.#boxes;
    if (!Number.isNaN(boxes.from[one])) return -1;
    const { x, y, ranks } = this.#all;
    const grid = this.#gridOfAll();
    let from = boxes.earliest(one);
    const [wide, high] = [(2 * this.#widest) / from, (2 * this.#highest) / from];
    const [atX, atY, rank] = [x[one] ?? 0, y[one] ?? 0, ranks[one] ?? 0];
    let unknown = -1;
    grid.search(0, { left: atX - wide, right: atX + wide, top: atY - high, bottom: atY + high }, (first, last) => {
      for (let i = first; i < last && unknown < 0; i++) {
        const other = grid.order[i] ?? 0;
        if (!((ranks[other] ?? 0) < rank)) continue;
        if (Number.isNaN(boxes.from[other]) && boxes.parting(one, other, from) > from) unknown = other;
        else from = boxes.clear(one, other, from);
      }
    });
    if (unknown < 0) boxes.settled(one, from);
    return unknown;
  }

  /** Candidates by place; asked for first when somebody comes near, which is when all texts are measured. */
  #gridOfAll(): PointGrid {
    if (this.#grid) return this.#grid;
    const { x, y, ranks } = this.#all;
    ranks.forEach((rank, one) => {
      if (rank === Infinity) return;
      if (Number.isNaN(this.#boxes.from[one])) this.#boxes.stand(one);
      const { label, halfWidth, halfHeight, lineHeight, aside, offset } = this.#boxes.placed(one);
      this.#widest = Math.max(this.#widest, Math.abs(aside) + halfWidth);
      this.#highest = Math.max(this.#highest, Math.abs(offset + ((label.lines.length - 1) * lineHeight) / 2) + halfHeight);
    });
    return (this.#grid = new PointGrid(x, y, new Uint8Array(x.length), around(this.#all)));
  }
}

/** The plan of all labels of a scene: candidates are its marks, then the names of territories. */
export function planLabels(scene: Scene, space: LabelSpace): LabelPlan {
  const { marks } = scene;
  const names = territoryLabels(scene);
  const isAlways = alwaysNamed(scene);
  const isFar = farNamed(scene);
  const first = territoryRank(scene);
  const both = (of: Float32Array, axis: 0 | 1): Float32Array => {
    const all = new Float32Array(marks.count + names.length);
    all.set(of);
    all.set(
      names.map(({ at }) => at?.[axis] ?? 0),
      marks.count,
    );
    return all;
  };
  const ranks = new Float64Array(marks.count + names.length);
  ranks.set(ranksOf(scene));
  ranks.set(
    names.map((_, i) => first + i),
    marks.count,
  );
  return new LabelPlan(
    {
      x: names.length === 0 ? marks.x : both(marks.x, 0),
      y: names.length === 0 ? marks.y : both(marks.y, 1),
      ranks,
      always: (one) => one >= marks.count || isAlways(one),
      label: (one) => names[one - marks.count] ?? labelAt(scene, one, isAlways(one), isFar(one)),
      forward: [...scene.raised],
    },
    space,
  );
}
