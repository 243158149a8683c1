import type { Catalogue } from '../model/catalogue.js';
import { catalogue } from '../model/catalogue.js';
import type { Dataset } from '../model/dataset.js';
import { field, text } from './yaml-value.js';

/** `ISO/IEC DIS 30180 @ISO` → `ISO/IEC DIS 30180`: the table names the catalogue behind the designation. */
const plain = (designation: unknown): string =>
  text(designation)
    .replace(/ @\w+$/, '')
    .replace(/^(\d{2}-\d{3})/, 'OGC $1');

/** True when two designations are one standard of the dataset, or two that a relation joins. */
function joins(map: Catalogue, related: ReadonlySet<string>, a: string, b: string): boolean {
  const [first, second] = [map.find(a)?.id, map.find(b)?.id];
  return (
    first !== undefined &&
    second !== undefined &&
    (first === second || related.has(`${first} | ${second}`) || related.has(`${second} | ${first}`))
  );
}

/**
 * How many pairs of a table that are known to be one text the dataset knows as one standard or as related ones.
 *
 * @param lines one JSON object with `a` and `b` per line
 * @returns lines for the report: the share, then every pair that is missed
 */
export function recall(lines: string, dataset: Dataset): string {
  const map = catalogue(dataset);
  const related = new Set(
    dataset.standards.flatMap((standard) => (standard.relations ?? []).map((relation) => `${standard.id} | ${relation.to}`)),
  );
  const pairs = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const json: unknown = JSON.parse(line);
      return [plain(field(json, 'a')), plain(field(json, 'b'))] as const;
    });
  const missed = pairs.filter(([a, b]) => !joins(map, related, a, b));
  return [
    `same-text pairs known ${pairs.length - missed.length} of ${pairs.length}`,
    ...missed.map(([a, b]) => `  missed: ${a} and ${b}`),
    '',
  ].join('\n');
}
