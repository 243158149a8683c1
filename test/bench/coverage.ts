import { readFileSync } from 'node:fs';
import { coverage } from '../../src/analysis/coverage.js';
import type { Axis } from '../../src/analysis/cell.js';
import { gaps } from '../../src/analysis/gaps.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { parse } from '../../src/model/parse.js';

const RUNS = 15;
const MATRICES: readonly (readonly [Axis, Axis])[] = [
  ['domain', 'capability'],
  ['domain', 'role'],
  ['topic', 'sdo'],
];
const NONE: readonly never[] = [];

function shipped(): Catalogue {
  const parsed = parse(readFileSync('data/smart-cities.json', 'utf8'));
  if (!parsed.ok) throw new Error('data/smart-cities.json is not valid');
  return catalogue(parsed.dataset);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds of processor time of a step at first, and the median of further runs with another set of standards each. */
function time(map: Catalogue, step: (standards: ReadonlySet<string>) => unknown): readonly [first: number, next: number] {
  const times = Array.from({ length: RUNS + 1 }, (_, run) => {
    const standards = new Set(map.standards.slice(run).map(({ id }) => id));
    const begin = process.cpuUsage();
    step(standards);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  });
  return [times[0] ?? 0, median(times.slice(1))];
}

/** The least that any counting costs: every standard looked up in the set, its topics and SDOs read. */
function plainPass(map: Catalogue, standards: ReadonlySet<string>): number {
  let sum = 0;
  for (const standard of map.standards) if (standards.has(standard.id)) sum += standard.topics.length * map.sdosOf(standard).length;
  return sum;
}

/**
 * `npm run bench:coverage`: what a change of the filter costs, in milliseconds of processor time and as a ratio to one plain pass over the standards in the
 * same run. The machine counts for nothing in the ratio.
 */
export function main(): Promise<number> {
  const map = shipped();
  const [, plain] = time(map, (standards) => plainPass(map, standards));
  const lines: readonly (readonly [string, readonly [number, number]])[] = [
    ...MATRICES.map(
      ([rows, columns]) =>
        [`${rows} × ${columns}`, time(map, (standards) => coverage(map, { rows, columns, standards, candidates: NONE }))] as const,
    ),
    ['gaps', time(map, (standards) => gaps(map, { standards }))],
  ];
  process.stdout.write(`${String(map.standards.length)} standards, plain pass ${plain.toFixed(2)} ms, medians of ${String(RUNS)}\n`);
  for (const [name, [first, next]] of lines)
    process.stdout.write(
      `${name.padEnd(20)} first ${first.toFixed(1)} ms, then ${next.toFixed(1)} ms, ${(next / plain).toFixed(1)} plain passes\n`,
    );
  return Promise.resolve(0);
}
