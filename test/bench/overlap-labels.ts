import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { coordinated } from '../../src/analysis/coordinated.js';
import { evidence } from '../../src/analysis/evidence.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import { placesIn } from '../../src/model/places.js';
import {
  atMostTwice,
  aucOf,
  countLabels,
  halfOf,
  ourMethod,
  pairKey,
  plainMethod,
  recallAt10,
  type Label,
  type Labelled,
  type Method,
} from './overlap-figures.js';
import { catalogueOf, readLines, shippedCatalogue, type Row } from './overlap-set.js';

const ROOT = resolve(import.meta.dirname, '../..');
/** Pairs of the shipped dataset that readers have judged without scores. */
export const JUDGED = resolve(ROOT, 'test/fixtures/judged-pairs.jsonl');

const LABELS = ['overlap', 'related', 'unrelated', 'same-text'] as const;

/** The labelled pairs of a file, as they stand there. */
export function readPairs(path: string): readonly Labelled[] {
  return readLines(path).map((line) => {
    const { a, b, label } = line as Labelled;
    if (!LABELS.includes(label)) throw new Error(`${path}: ${a}, ${b}: ${label} is no label`);
    return { a, b, label };
  });
}

/** Editions name their work in many ways; what the catalogue finds, else the work whose text it is. */
function idIn(catalogue: Catalogue, editions: ReadonlyMap<string, string>, name: string): string | undefined {
  if (placesIn(catalogue).has(name)) return name;
  const stem = name.replace(/ \(.*|:\d{4}.*| V\d.*/, '');
  return editions.get(name) ?? catalogue.find(name)?.id ?? catalogue.find(stem)?.id;
}

/** The pairs of which the catalogue has both. */
export function known(catalogue: Catalogue, pairs: readonly Labelled[]): readonly Labelled[] {
  const editions = new Map(catalogue.standards.flatMap(({ id, editions: texts }) => texts.map((text) => [text.id, id] as const)));
  return pairs.flatMap(({ a, b, label }) => {
    const [first, second] = [idIn(catalogue, editions, a), idIn(catalogue, editions, b)];
    return first === undefined || second === undefined ? [] : { a: first, b: second, label };
  });
}

/** Every label of a pair of the shipped dataset; of two the first: labelled pairs, gold, plausible pairs, then our own readers. */
export function labelsOf(catalogue: Catalogue, shared: string | undefined): ReadonlyMap<string, Label> {
  const own = existsSync(JUDGED) ? readPairs(JUDGED) : [];
  const given = shared === undefined ? [] : givenPairs(shared);
  const found = new Map<string, Label>();
  for (const { a, b, label } of known(catalogue, [...given, ...own])) if (!found.has(pairKey(a, b))) found.set(pairKey(a, b), label);
  return found;
}

interface Lists {
  readonly plausible_overlap: readonly (readonly [string, string])[];
}

function givenPairs(shared: string): readonly Labelled[] {
  const lists = readLines(resolve(shared, 'analysis/never_flag_and_plausible.json'), true)[0] as Lists;
  return [
    ...readPairs(resolve(shared, 'analysis/labelled_pairs.jsonl')),
    ...readPairs(resolve(shared, 'analysis/gold_overlap.jsonl')),
    ...lists.plausible_overlap.map(([a, b]) => ({ a, b, label: 'overlap' as const })),
  ];
}

const fixed = (number: number): string => number.toFixed(3);
const row = (name: string, ...cells: readonly string[]): void =>
  void process.stdout.write(`  ${name.padEnd(66)}${cells.map((cell) => cell.padEnd(24)).join('')}\n`);

/** The rows that need the set of works that the labels were made on. */
export function printSet(catalogue: Catalogue, shared: string): void {
  const methods = [plainMethod(catalogue), ourMethod(catalogue)];
  const labelled = known(catalogue, readPairs(resolve(shared, 'analysis/labelled_pairs.jsonl')));
  const gold = known(catalogue, readPairs(resolve(shared, 'analysis/gold_overlap.jsonl')));
  const overlapping = labelled.filter(({ label }) => label === 'overlap');
  const each = (figure: (method: Method) => string): readonly string[] => methods.map(figure);
  process.stdout.write(
    `\n${catalogue.standards.length} works of ../shared/catalogue/smartcity.jsonl.gz; ${labelled.length} labelled pairs, ${gold.length} gold pairs found in it\n`,
  );
  row('', ...methods.map(({ name }) => name), 'floor / aim');
  const halves = (pairs: readonly Labelled[], below: Label) => (method: Method) =>
    `${fixed(aucOf(pairs, method.score, ['overlap'], below))} (${[0, 1].map((half) => aucOf(halfOf(pairs, half as 0 | 1), method.score, ['overlap'], below).toFixed(2)).join(' | ')})`;
  row('labelled pairs: AUC overlap against unrelated (two halves by hash)', ...each(halves(labelled, 'unrelated')), '0.79 / 0.88');
  row('labelled pairs: AUC overlap against related (two halves by hash)', ...each(halves(labelled, 'related')), '0.57 / 0.70');
  row(
    'gold: AUC same-text and overlap against unrelated',
    ...each(({ score }) => fixed(aucOf(gold, score, ['overlap', 'same-text'], 'unrelated'))),
    '0.80 / 0.90',
  );
  row('gold: AUC overlap against unrelated', ...each(({ score }) => fixed(aucOf(gold, score, ['overlap'], 'unrelated'))), '');
  row(
    `overlaps found among the first ten, ${2 * overlapping.length} directed questions`,
    ...each(({ nearest }) => fixed(recallAt10(overlapping, nearest))),
    '0.77 / 0.85',
  );
}

/** Beginnings of the list of the shipped dataset, as they were read; coordinated and boilerplate pairs that are on it. */
export function printShipped(catalogue: Catalogue, shared: string | undefined): void {
  const labels = labelsOf(catalogue, shared);
  const list = overlaps(catalogue);
  const methods = [plainMethod(catalogue), ourMethod(catalogue)];
  process.stdout.write(
    `\nshipped dataset, ${catalogue.standards.length} standards, ${list.length} candidates; lists with every standard at most twice; ${labels.size} pairs have been read\n`,
  );
  row('', ...methods.map(({ name }) => name), 'floor / aim');
  for (const [most, floor] of [
    [20, '0.90 / 0.95'],
    [40, ''],
    [60, '53 %, 3 % / 70 %, 2 %'],
    [100, ''],
  ] as const) {
    const cells = methods.map(({ ranked }) => {
      const { overlap, related, unrelated, unread, 'same-text': same } = countLabels(atMostTwice(ranked(), most), labels);
      return `${overlap} / ${related} / ${unrelated}${same > 0 ? ` / ${same} same` : ''}${unread > 0 ? `, ${unread} unread` : ''}`;
    });
    row(`first ${most}: overlap / related / unrelated`, ...cells, floor);
  }
  for (const band of ['high', 'medium', 'low'] as const) {
    const { overlap, related, unrelated, unread } = countLabels(
      list.filter((one) => one.band === band),
      labels,
    );
    row(`band ${band}: overlap / related / unrelated`, '', `${overlap} / ${related} / ${unrelated}, ${unread} unread`);
  }
  const flagged = (pairs: readonly { a: string; b: string }[]): string =>
    String(pairs.filter(({ a, b }) => coordinated(catalogue, a, b)).length);
  row(
    'coordinated pairs on the list (plain: in its first 100)',
    ...[flagged(atMostTwice(methods[0]?.ranked() ?? [], 100)), flagged(list)],
    '0',
  );
  const sameText = list.filter(({ a, b }) => evidence(catalogue, a, b).tier === 'same-text' || labels.get(pairKey(a, b)) === 'same-text');
  row('same-text pairs on the list', '', String(sameText.length), '0');
  if (shared !== undefined) {
    const plausible = known(catalogue, givenPairs(shared))
      .slice(-15)
      .filter(({ label }) => label === 'overlap');
    row(
      `plausible pairs of the open list found among the first ten (${2 * plausible.length} questions)`,
      ...methods.map(({ nearest }) => fixed(recallAt10(plausible, nearest))),
    );
  }
}

/** Labels and lists. */
export function printLabels(shared: string | undefined): void {
  const shipped = shippedCatalogue();
  if (shared === undefined) process.stdout.write('../shared is not there: only what the shipped dataset and the judged pairs can show\n');
  else printSet(catalogueOf(readLines(resolve(shared, 'catalogue/smartcity.jsonl.gz')) as readonly Row[], shipped), shared);
  printShipped(shipped, shared);
}
