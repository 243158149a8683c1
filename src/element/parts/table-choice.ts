import type { StandardId } from '../../model/dataset.js';

/** How a row was chosen. */
export interface Held {
  /** Shift: everything from the row that was chosen before. */
  readonly range: boolean;
  /** Control or Command: beside what is selected. */
  readonly add: boolean;
}

/** Most standards that can be selected: as many as an address takes. */
export const MOST_SELECTED = 1000;

/** The selection after a row was chosen, and whether it was more than can be selected. */
export interface Choice {
  readonly ids: readonly StandardId[];
  readonly isCut: boolean;
}

const cut = (ids: readonly StandardId[]): Choice => {
  const each = [...new Set(ids)];
  return { ids: each.slice(0, MOST_SELECTED), isCut: each.length > MOST_SELECTED };
};

/** Adds a standard to the selection, or takes it out. */
export const switched = (selected: readonly StandardId[], id: StandardId): Choice =>
  cut(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);

/**
 * The standards from one line to another, both included, in the order from the first to the second.
 *
 * @param idAt the standard of a line; undefined for the heading of a group
 */
export function ranged(
  selected: readonly StandardId[],
  from: number,
  to: number,
  { add }: Pick<Held, 'add'>,
  idAt: (line: number) => StandardId | undefined,
): Choice {
  const ids: StandardId[] = [];
  const step = to < from ? -1 : 1;
  for (let line = from; line !== to + step && ids.length <= MOST_SELECTED; line += step) {
    const id = idAt(line);
    if (id !== undefined) ids.push(id);
  }
  return cut(add ? [...selected, ...ids] : ids);
}
