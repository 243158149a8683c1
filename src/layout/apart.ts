import { EXTENT } from './engine/kernel.js';
import { spiral } from './spiral.js';

/** Two rooms may share this part of the smaller one's radius: pushes that balance each other leave such a rest. */
const SHARED = 0.5;
/** Cells of the spiral that are tried. 101 × 101: farther than any crowd of rooms that fits the drawing. */
const CELLS = 10_201;
/**
 * Widths of what counts as one place, in rooms: of the bodies of a place each goes on looking where the one before it found room, if that was
 * farther away than the place is wide. Without it a crowd of 50,000 looks through its own middle 50,000 times.
 */
const PLACES = [4, 16, 64];
/** Names of cells are 32-bit hashes; cells that share one are looked at in vain. */
const nameOf = (column: number, row: number): number => Math.imul(column, 73856093) ^ Math.imul(row, 19349663);

/** Bodies with rooms of similar size, by the cells of a grid as wide as the widest of them. */
class Layer {
  readonly #cells = new Map<number, number[]>();
  readonly #state: Float64Array;
  readonly width: number;

  constructor(state: Float64Array, width: number) {
    this.#state = state;
    this.width = width;
  }

  #nameOf(body: number): number {
    const [x, y] = [this.#state[4 * body] ?? 0, this.#state[4 * body + 1] ?? 0];
    return nameOf(Math.floor(x / this.width), Math.floor(y / this.width));
  }

  add(body: number): void {
    const name = this.#nameOf(body);
    const cell = this.#cells.get(name);
    if (cell) cell.push(body);
    else this.#cells.set(name, [body]);
  }

  remove(body: number): void {
    const cell = this.#cells.get(this.#nameOf(body));
    cell?.splice(cell.indexOf(body), 1);
  }

  /** Whether any body of the cells within reach of a point is one that `blocks`. */
  some(x: number, y: number, reach: number, blocks: (body: number) => boolean): boolean {
    const right = Math.floor((x + reach) / this.width);
    const bottom = Math.floor((y + reach) / this.width);
    for (let column = Math.floor((x - reach) / this.width); column <= right; column++) {
      for (let row = Math.floor((y - reach) / this.width); row <= bottom; row++) {
        if (this.#cells.get(nameOf(column, row))?.some(blocks)) return true;
      }
    }
    return false;
  }
}

/** Bodies in layers by the size of their rooms: a wide one finds narrow neighbours, and a narrow one its wide ones, through few cells. */
function layersOf(state: Float64Array, rooms: Float64Array): { readonly all: readonly Layer[]; readonly of: (body: number) => Layer } {
  const layers = new Map<number, Layer>();
  const widthOf = (room: number): number => {
    let width = 1;
    while (width < room) width *= 2;
    return width;
  };
  const of = (body: number): Layer => {
    const width = widthOf(rooms[body] ?? 0);
    const layer = layers.get(width) ?? new Layer(state, width);
    layers.set(width, layer);
    return layer;
  };
  rooms.forEach((room, body) => {
    if (room > 0) of(body).add(body);
  });
  return { all: [...layers.values()].sort((a, b) => a.width - b.width), of };
}

/**
 * Moves every body that deeply overlaps another to the nearest free place of a lattice around it, in the order of the bodies.
 *
 * Forces leave such overlaps where a body is shut in by others that do not give way. A body for which there is no place within 50 of its
 * rooms stays, and so do fixed ones and those without room.
 *
 * @param state 4n: x, y, vx, vy of each body; places are changed
 */
export function setApart(state: Float64Array, rooms: Float64Array, fixed: Uint8Array): void {
  const layers = layersOf(state, rooms);
  const isFree = (body: number, x: number, y: number): boolean => {
    if (Math.abs(x) > EXTENT || Math.abs(y) > EXTENT) return false;
    const room = rooms[body] ?? 0;
    const blocks = (other: number): boolean => {
      if (other === body) return false;
      const dx = (state[4 * other] ?? 0) - x;
      const dy = (state[4 * other + 1] ?? 0) - y;
      const width = rooms[other] ?? 0;
      const apart = room + width - SHARED * Math.min(room, width);
      return dx * dx + dy * dy < apart * apart;
    };
    return !layers.all.some((layer) => layer.some(x, y, room + layer.width, blocks));
  };
  const looked = PLACES.map(() => new Map<number, number>());
  for (let body = 0; body < rooms.length; body++) {
    const pitch = rooms[body] ?? 0;
    const [x, y] = [state[4 * body] ?? 0, state[4 * body + 1] ?? 0];
    if (fixed[body] || pitch === 0 || isFree(body, x, y)) continue;
    const width = layers.of(body).width;
    const origins = PLACES.map((rooms) => nameOf(Math.floor(x / (rooms * width)), Math.floor(y / (rooms * width))));
    const start = origins.reduce((most, origin, i) => Math.max(most, looked[i]?.get(origin) ?? 1), 1);
    let found = CELLS;
    for (let cell = start; cell < CELLS; cell++) {
      const [column, row] = spiral(cell);
      if (!isFree(body, x + column * pitch, y + row * pitch)) continue;
      layers.of(body).remove(body);
      state[4 * body] = x + column * pitch;
      state[4 * body + 1] = y + row * pitch;
      layers.of(body).add(body);
      found = cell;
      break;
    }
    origins.forEach((origin, i) => {
      if (Math.sqrt(found) / 2 >= (PLACES[i] ?? 0)) looked[i]?.set(origin, found);
    });
  }
}
