// How long the difference of two editions takes: npm run bench:diff. Medians; ratios to reading one of them as JSON in the same run.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diff, differenceCounts } from '../../src/analysis/diff.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset, Standard } from '../../src/model/dataset.js';

const ROUNDS = 5;
const FILE = resolve(import.meta.dirname, '../../data/smart-cities.json');

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;

/** The shipped dataset so many times over: every copy has designations of its own, and relations within itself. */
function times(data: Dataset, copies: number): Dataset {
  const copied = (one: Standard, copy: number): Standard => ({
    ...one,
    id: `${one.id}-${String(copy)}`,
    aliases: one.aliases?.map((id) => `${id}-${String(copy)}`) ?? [],
    editions: one.editions.map((text) => ({ ...text, id: `${text.id}-${String(copy)}` })),
    relations: one.relations?.map((relation) => ({ ...relation, to: `${relation.to}-${String(copy)}` })) ?? [],
  });
  return {
    ...data,
    standards: Array.from({ length: copies }, (_, copy) => data.standards.map((one) => copied(one, copy))).flat(),
    findings: [],
  };
}

/** One standard in a hundred changed, one in five hundred gone, as many new. */
const edited = (data: Dataset): Dataset => ({
  ...data,
  asOf: '2026-12-01',
  standards: data.standards.flatMap((one, at): Standard[] => {
    if (at % 500 === 7) return [];
    if (at % 500 === 8) return [one, { ...one, id: `${one.id} new`, aliases: [], editions: [{ id: `${one.id} new`, status: 'in-force' }] }];
    return at % 100 === 3 ? [{ ...one, title: `${one.title} (revised)`, status: 'withdrawn' }] : [one];
  }),
});

function measure(name: string, data: Dataset, overlaps: boolean): void {
  const [before, after] = [JSON.stringify(data), JSON.stringify(edited(data))];
  const rounds = Array.from({ length: overlaps ? 1 : ROUNDS }, () => {
    let start = performance.now();
    const a: Dataset = JSON.parse(before) as Dataset;
    const reading = performance.now() - start;
    const sides = [catalogue(a), catalogue(JSON.parse(after) as Dataset)] as const;
    start = performance.now();
    const found = diff(...sides, { overlaps });
    return { reading, taken: performance.now() - start, found };
  });
  const [reading, taken] = [median(rounds.map((one) => one.reading)), median(rounds.map((one) => one.taken))];
  const counts = [...differenceCounts(rounds[0]?.found ?? diff(data, data))].map(([kind, count]) => `${kind} ${String(count)}`);
  console.log(
    `${name}: ${String(data.standards.length)} standards, diff ${taken.toFixed(0)} ms, JSON.parse ${reading.toFixed(0)} ms, ratio ${(taken / reading).toFixed(1)}; ${counts.join(', ')}`,
  );
}

export function main(): number {
  const shipped = JSON.parse(readFileSync(FILE, 'utf8')) as Dataset;
  measure('shipped', shipped, false);
  measure('shipped with candidates', shipped, true);
  measure('a whole catalogue', times(shipped, 28), false);
  return 0;
}
