import { boundsAround } from './bounds.js';
import type { Bounds, Label, TextKind } from './scene.js';

/** A label with its size in CSS px, where it stands beside its mark, and the zoom from which it is written. */
export interface PlacedLabel {
  readonly label: Label;
  /** Half width and half height of the text box with its margin, CSS px. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Height of one line, CSS px. */
  readonly lineHeight: number;
  /** Middle of the box right of the middle of the mark, CSS px. */
  readonly aside: number;
  /** Middle of the first line below the middle of the mark, CSS px. */
  readonly offset: number;
  /** Written from this zoom on, CSS px per layout unit; Infinity: nowhere in the range. */
  readonly from: number;
}

/** Height of the text of each kind relative to the label size of the theme. */
export const TEXT_SCALE: Readonly<Record<TextKind, number>> = { sdo: 1.3, territory: 1.3, committee: 1, topic: 1, standard: 0.9 };

/** What placing needs of the world outside. */
export interface LabelSpace {
  /** Smallest and largest zoom of the camera, CSS px per layout unit. */
  readonly least: number;
  readonly most: number;
  /** Label size of the theme, CSS px. */
  readonly size: number;
  /** Width of a text of one kind in CSS px. */
  readonly measure: (text: string, kind: TextKind) => number;
  /** Zoom that the picture is looked at first: a label that has room by then stays where it stands best; default: that of a phone. */
  readonly usual?: number | undefined;
}

/** Labels that may be written, by number. */
export interface Candidates {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly label: (one: number) => Label;
}

/** Zoom from which standards that nobody asked for are named: their circles can then be told apart. */
export const STANDARDS_FROM = 1.7;
/** Zoom, as a share of the one that shows the whole drawing on `WHOLE` px, from which committees and topics are named: before it SDOs only. */
const GROUPS_FROM = 0.6;
/** The same for the zoom of a phone. */
const USUAL = 0.25;
/** Width of a usual surface, CSS px. */
const WHOLE = 1000;
/** Height of a line relative to its text. */
const LINE = 1.2;
/** Air between the text of a plate and its sides, CSS px; and above and below, with its frame. */
const PLATE_AIR = 8;
const PLATE_FRAME = 5;
/** A hair more than 1, so that rounding never lets two boxes touch. */
const SURE = 1 + 1e-6;
/** Air around a text, CSS px. */
const MARGIN = 2;
/** Middle of the first line below the middle of its mark, CSS px, whatever the kind. */
const OFFSET = 18;
/** Half of the room of a mark that no other's label covers, layout units: the radius of a standard. */
const MARK = 5.5;
/** Where a box stands: a plate on its mark, a text below it; else above, right or left. */
const SIDES = [
  [0, 0],
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
] as const;

/** Larger of width and height of an extent in layout units; at least 1. */
const spanOf = ({ left, top, right, bottom }: Bounds): number => Math.max(1, right - left, bottom - top);

/** Around all places; around one where there is none. */
export const around = ({ x, y }: Pick<Candidates, 'x' | 'y'>): Bounds =>
  boundsAround(Math.max(1, x.length), (one) => [x[one] ?? 0, y[one] ?? 0, 0]);

/** The boxes of labels: how large they are, on which side of their marks they stand, and from which zoom on they are clear of each other. */
export class LabelBoxes {
  /** NaN: not known yet; Infinity: nowhere. */
  readonly from: Float64Array;
  readonly #all: Candidates;
  readonly #space: LabelSpace;
  readonly #groupsFrom: number;
  readonly #usual: number;
  /** Of each box its middle right of and below the middle of its mark, half its width and half its height; 4n. */
  readonly #parts: Float32Array;

  constructor(all: Candidates, space: LabelSpace) {
    [this.#all, this.#space] = [all, space];
    const whole = WHOLE / spanOf(around(all));
    // A few marks close together never reach a share of the whole surface: they are told apart when standards are
    this.#groupsFrom = Math.min(STANDARDS_FROM, GROUPS_FROM * whole);
    this.#usual = space.usual ?? USUAL * whole;
    const count = all.x.length;
    this.from = new Float64Array(count).fill(NaN);
    this.#parts = new Float32Array(4 * count);
  }

  /**
   * Gives the labels that are written whatever the zoom their sides and zooms: none on another, none on the mark of a standard that is named
   * with it or brought forward. What must be named however far the camera is covers a mark rather than being left out.
   *
   * @param order in order of importance
   * @param forward those that are brought forward, named or not
   */
  settle(order: Uint32Array, forward: readonly number[]): void {
    const kept = [...order, ...forward].filter((one) => this.#all.label(one).kind === 'standard');
    order.forEach((one, count) => {
      const { kind, far } = this.#all.label(one);
      const first = Number(kind !== 'sdo');
      // Groups have their names below them, wherever one looks
      const last = kind === 'committee' || kind === 'topic' || kind === 'territory' ? 2 : 5;
      const earliest = this.earliest(one);
      let [best, chosen] = [Infinity, first];
      for (const marks of far || first === 0 ? [kept, []] : [kept])
        for (let side = first; side < last && best > Math.max(this.#usual, earliest); side++) {
          this.stand(one, side);
          let from = earliest;
          for (let i = 0; i < count; i++) from = this.clear(one, order[i] ?? 0, from);
          for (const mark of marks) if (mark !== one) from = Math.max(from, this.parting(one, mark, from, MARK));
          if (from < best) [best, chosen] = [from, side];
        }
      this.stand(one, chosen);
      this.settled(one, best);
    });
  }

  /** Notes the zoom that was found for a label. */
  settled(one: number, from: number): void {
    this.from[one] = from <= this.#space.most ? from : Infinity;
  }

  /** A label with its size, its side and its zoom. */
  placed(one: number): PlacedLabel {
    const label = this.#all.label(one);
    const lineHeight = this.#lineHeight(label);
    return {
      label,
      halfWidth: this.#part(one, 2),
      halfHeight: this.#part(one, 3),
      lineHeight,
      aside: this.#part(one, 0),
      offset: this.#part(one, 1) - ((label.lines.length - 1) * lineHeight) / 2,
      from: this.from[one] ?? Infinity,
    };
  }

  /** Zoom from which a label may be written: what matters less waits until what matters more has its place. */
  earliest(one: number): number {
    const { kind, always, far } = this.#all.label(one);
    if (kind === 'sdo' || kind === 'territory' || far) return this.#space.least;
    return always ? this.#groupsFrom : Math.max(this.#groupsFrom, STANDARDS_FROM);
  }

  /** Has a label stand on a side of its mark. */
  stand(one: number, side = 1): void {
    const label = this.#all.label(one);
    const { kind, lines } = label;
    const lineHeight = this.#lineHeight(label);
    const isPlate = kind === 'sdo';
    if (this.#part(one, 2) === 0) {
      let width = 0;
      for (const line of lines) width = Math.max(width, this.#space.measure(line, kind));
      this.#parts[4 * one + 2] = width / 2 + MARGIN + (isPlate ? PLATE_AIR : 0);
      this.#parts[4 * one + 3] = (lines.length * lineHeight) / 2 + MARGIN + (isPlate ? PLATE_FRAME : 0);
    }
    const gap = isPlate ? 0 : OFFSET - MARGIN - lineHeight / 2;
    const [right, below] = SIDES[side] ?? SIDES[0];
    this.#parts[4 * one] = right * (this.#part(one, 2) + gap);
    this.#parts[4 * one + 1] = below * (this.#part(one, 3) + gap);
  }

  /** The zoom from which a label keeps clear of one before it, if it does so from `from` on of all others. */
  clear(one: number, other: number, from: number): number {
    const until = this.parting(one, other, from);
    return until > from && (this.from[other] ?? Infinity) < until ? until : from;
  }

  /**
   * Until which zoom two boxes overlap; 0 where they are clear of each other from `from` on, above the range for two of one place. Marks move
   * apart with the zoom, what stands beside them keeps its distance: on each axis the boxes overlap during one span of zooms, and in the
   * picture during what is common to both.
   *
   * @param radius for the mark of the other in the place of its box, layout units
   */
  parting(one: number, other: number, from: number, radius = 0): number {
    const { x, y } = this.#all;
    const isBox = radius === 0 ? 1 : 0;
    const dx = (x[one] ?? 0) - (x[other] ?? 0);
    const dy = (y[one] ?? 0) - (y[other] ?? 0);
    const right = Math.sign(dx || 1) * (this.#part(one, 0) - isBox * this.#part(other, 0));
    const below = Math.sign(dy || 1) * (this.#part(one, 1) - isBox * this.#part(other, 1));
    const wide = isBox * this.#part(other, 2) + this.#part(one, 2);
    const high = isBox * this.#part(other, 3) + this.#part(one, 3);
    const nearX = Math.max(0, Math.abs(dx) - radius);
    const nearY = Math.max(0, Math.abs(dy) - radius);
    // Most are far apart already: no division for them
    if (nearX * from + right > wide * SURE || nearY * from + below > high * SURE) return 0;
    const until = Math.min((wide - right) / nearX, (high - below) / nearY);
    const since = Math.max((-wide - right) / (Math.abs(dx) + radius), (-high - below) / (Math.abs(dy) + radius));
    return since < until ? until * SURE : 0;
  }

  #part(one: number, part: number): number {
    return this.#parts[4 * one + part] ?? 0;
  }

  #lineHeight({ kind }: Label): number {
    return this.#space.size * TEXT_SCALE[kind] * LINE;
  }
}
