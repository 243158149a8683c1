import { seeded } from './random.js';

/**
 * Share of followers whose nearest leader is their own.
 *
 * @param xy positions, 2n
 * @param leaders nodes that lead, such as committees
 * @param followers pairs of follower and its own leader: f0, l0, f1, l1, …
 * @returns 0–1; NaN without followers
 */
export function ownLeaderNearest(xy: Float32Array, leaders: readonly number[], followers: Uint32Array): number {
  let own = 0;
  for (let i = 0; i < followers.length; i += 2) {
    const node = followers[i] ?? 0;
    let nearest = -1;
    let least = Infinity;
    for (const leader of leaders) {
      const [dx, dy] = [(xy[2 * leader] ?? NaN) - (xy[2 * node] ?? NaN), (xy[2 * leader + 1] ?? NaN) - (xy[2 * node + 1] ?? NaN)];
      const squared = dx * dx + dy * dy;
      if (squared < least) [nearest, least] = [leader, squared];
    }
    if (nearest === followers[i + 1]) own++;
  }
  return own / (followers.length / 2);
}

/** Steps from one node to all others along links, -1 where no way leads; breadth first. */
function steps(from: number, count: number, neighbours: readonly (readonly number[])[]): Int32Array {
  const found = new Int32Array(count).fill(-1);
  found[from] = 0;
  const queue = [from];
  for (const node of queue) {
    for (const other of neighbours[node] ?? []) {
      if (found[other] !== -1) continue;
      found[other] = (found[node] ?? 0) + 1;
      queue.push(other);
    }
  }
  return found;
}

/**
 * How badly distances in the drawing tell the number of links between two nodes: normalized stress at the best scale, over all pairs of a
 * sample of nodes with every other.
 *
 * @param xy positions, 2n or longer
 * @param links node indices, 2m
 * @param samples number of nodes that are compared with all others; all when n is smaller
 * @returns 0 (distances are proportional) to 1; NaN when no two sampled nodes are linked
 * @source Gansner, Koren, North: Graph drawing by stress majorization, 2004, with weights 1 / distance²
 */
export function stress(xy: Float32Array, count: number, links: Uint32Array, samples: number, seed: number): number {
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < links.length; i += 2) {
    neighbours[links[i] ?? 0]?.push(links[i + 1] ?? 0);
    neighbours[links[i + 1] ?? 0]?.push(links[i] ?? 0);
  }
  const random = seeded(seed);
  let [pairs, drawn, squared] = [0, 0, 0];
  for (let sample = 0; sample < Math.min(samples, count); sample++) {
    const from = samples >= count ? sample : Math.floor(random() * count);
    steps(from, count, neighbours).forEach((far, node) => {
      if (far <= 0) return;
      const [dx, dy] = [(xy[2 * node] ?? NaN) - (xy[2 * from] ?? NaN), (xy[2 * node + 1] ?? NaN) - (xy[2 * from + 1] ?? NaN)];
      const ratio = Math.sqrt(dx * dx + dy * dy) / far;
      [pairs, drawn, squared] = [pairs + 1, drawn + ratio, squared + ratio * ratio];
    });
  }
  return 1 - (drawn * drawn) / (pairs * squared);
}

/** The so manieth smallest of some numbers, from 1; reorders them. @source Hoare: Algorithm 65, find, 1961 */
function smallest(numbers: Float64Array, rank: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const pivot = numbers[(low + high) >> 1] ?? 0;
    let [i, j] = [low, high];
    while (i <= j) {
      while ((numbers[i] ?? 0) < pivot) i++;
      while ((numbers[j] ?? 0) > pivot) j--;
      if (i <= j) {
        [numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
        i++;
        j--;
      }
    }
    if (rank - 1 <= j) high = j;
    else if (rank - 1 >= i) low = i;
    else break;
  }
  return numbers[rank - 1] ?? NaN;
}

/**
 * Neighbourhood preservation: of a node with k neighbours, how many are among the k nearest in the drawing, over all in either set; mean of a
 * sample of nodes.
 *
 * @param xy positions, 2n or longer
 * @param links node indices, 2m
 * @returns 0–1; NaN when no sampled node has a neighbour
 */
export function neighboursKept(xy: Float32Array, count: number, links: Uint32Array, samples: number, seed: number): number {
  const neighbours = new Map<number, Set<number>>();
  const random = seeded(seed);
  for (let i = 0; i < Math.min(samples, count); i++) neighbours.set(samples >= count ? i : Math.floor(random() * count), new Set());
  links.forEach((end, i) => {
    const other = links[i ^ 1] ?? 0;
    if (other !== end) neighbours.get(end)?.add(other);
  });
  let [sum, measured] = [0, 0];
  const squared = new Float64Array(count);
  for (const [node, own] of neighbours) {
    if (own.size === 0) continue;
    for (let i = 0; i < count; i++) {
      const [dx, dy] = [(xy[2 * i] ?? NaN) - (xy[2 * node] ?? NaN), (xy[2 * i + 1] ?? NaN) - (xy[2 * node + 1] ?? NaN)];
      squared[i] = i === node ? Infinity : dx * dx + dy * dy;
    }
    const farthest = smallest(squared.slice(), own.size);
    const near = [...own].filter((other) => (squared[other] ?? Infinity) <= farthest).length;
    sum += near / (2 * own.size - near);
    measured++;
  }
  return sum / measured;
}
