import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogue } from '../../src/model/catalogue.js';
import { parse } from '../../src/model/parse.js';
import { buildGraph, nodeCode } from '../../src/scene/graph.js';
import { seeded } from '../../src/layout/random.js';

/** A graph to lay out, and who belongs to whom in it. */
export interface Landscape {
  readonly count: number;
  /** Node indices, 2m. */
  readonly links: Uint32Array;
  /** Committees. */
  readonly leaders: readonly number[];
  /** Pairs of standard and its own committee. */
  readonly followers: Uint32Array;
}

/** Index of a table of rising sums by a number from 0 to the last of them. */
function pick(sums: Float64Array, at: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Few with much, many with little, as committees and topics have it: rising sums of 1 / rank^power. */
function ranked(count: number, power: number): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: count }, (_, i) => (sum += 1 / (i + 1) ** power));
}

/**
 * A made-up landscape of so many standards: committees below SDOs below one root, a committee and one to three topics for every standard,
 * most of them those that the committee prefers, and relations, most of them within the committee.
 */
export function madeUp(standards: number, seed: number): Landscape {
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const sdos = standards < 2_000 ? 3 : 6;
  const committees = Math.max(8, Math.round(1.6 * Math.sqrt(standards)));
  const topics = Math.max(12, Math.round(3 * standards ** 0.42));
  const [firstCommittee, firstTopic] = [1 + sdos, 1 + sdos + committees];
  const firstStandard = firstTopic + topics;
  const ends: number[] = [];
  for (let i = 0; i < sdos; i++) ends.push(0, 1 + i);
  for (let i = 0; i < committees; i++)
    ends.push(i < sdos || random() < 0.6 ? 1 + (i < sdos ? i : below(sdos)) : firstCommittee + below(i), firstCommittee + i);
  const [sizes, uses] = [ranked(committees, 0.8), ranked(topics, 0.7)];
  const draw = (sums: Float64Array): number => pick(sums, random() * (sums.at(-1) ?? 0));
  const preferred = Array.from({ length: committees }, () => Array.from({ length: 6 }, () => draw(uses)));
  const works: number[][] = Array.from({ length: committees }, () => []);
  const followers: number[] = [];
  for (let i = 0; i < standards; i++) {
    const node = firstStandard + i;
    const committee = draw(sizes);
    ends.push(firstCommittee + committee, node);
    followers.push(node, firstCommittee + committee);
    const about = new Set(
      Array.from({ length: 1 + below(3) }, () => (random() < 0.85 ? (preferred[committee]?.[below(6)] ?? 0) : draw(uses))),
    );
    for (const topic of about) ends.push(firstTopic + topic, node);
    const own = works[committee] ?? [];
    for (let r = random() < 0.55 ? 0 : random() < 0.75 ? 1 : 2; r > 0; r--) {
      const other =
        own.length > 0 && random() < 0.8
          ? own[own.length - 1 - below(Math.min(40, own.length))]
          : i > 0
            ? firstStandard + below(i)
            : undefined;
      if (other !== undefined && other !== node) ends.push(other, node);
    }
    own.push(node);
  }
  return {
    count: firstStandard + standards,
    links: Uint32Array.from(ends),
    leaders: Array.from({ length: committees }, (_, i) => firstCommittee + i),
    followers: Uint32Array.from(followers),
  };
}

/** The shipped landscape: all its records and links. */
export function shipped(): Landscape {
  const text = readFileSync(resolve('data/smart-cities.json'), 'utf8');
  const parsed = parse(JSON.parse(text));
  if (!parsed.ok) throw new Error('the shipped dataset is not valid');
  const graph = buildGraph(catalogue(parsed.dataset));
  return {
    count: graph.ids.length,
    links: graph.links,
    leaders: [...graph.kinds.keys()].filter((node) => graph.kinds[node] === nodeCode('committee')),
    followers: Uint32Array.from(
      graph.catalogue.standards.flatMap(({ id, committees: [own] }) =>
        own === undefined ? [] : [graph.indexOf('standard', id), graph.indexOf('committee', own)],
      ),
    ),
  };
}
