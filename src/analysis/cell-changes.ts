import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { axisPlaces } from './axes.js';
import type { Axis } from './cell.js';
import type { ChangeCounts, Changes, StandardChange } from './change.js';
import { countChanges, isChanged } from './change-sums.js';

/** What has changed in the cells of a matrix: of a row and a column, undefined where nothing has. */
export type CellChanges = (row: string, column: string) => ChangeCounts | undefined;

/**
 * What became of the standards of each cell; what left is counted where it stood.
 *
 * @param ids such as those that pass a filter; unknown ones are left out
 */
export function cellChanges(catalogue: Catalogue, rows: Axis, columns: Axis, changes: Changes, ids: Iterable<StandardId>): CellChanges {
  const [down, across] = [axisPlaces(catalogue, rows), axisPlaces(catalogue, columns)];
  const places = placesIn(catalogue);
  const found = new Map<string, Map<string, StandardChange[]>>();
  for (const id of ids) {
    const place = places.get(id) ?? -1;
    const one = changes.standards[place];
    if (!one || !isChanged(one)) continue;
    for (const r of down.of[place] ?? [])
      for (const c of across.of[place] ?? []) {
        const [row, column] = [down.ids[r] ?? '', across.ids[c] ?? ''];
        const cells = found.get(row) ?? new Map<string, StandardChange[]>();
        found.set(row, cells.set(column, [...(cells.get(column) ?? []), one]));
      }
  }
  const counts = new Map([...found].map(([row, cells]) => [row, new Map([...cells].map(([column, all]) => [column, countChanges(all)]))]));
  return (row, column) => counts.get(row)?.get(column);
}
