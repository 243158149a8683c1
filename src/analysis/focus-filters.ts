import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { MAX_FILTER_LENGTH, parseFilter } from './filter.js';
import { nearValue, pathValue } from './focus.js';
import { neighbourhood, type Depth } from './network.js';
import { formatFilter, type FieldTerm, type Filter } from './terms.js';

/** What a reader wants to see of a selection. */
export type Focus = 'only' | 'hide' | 'near' | 'path';

const term = (field: FieldTerm['field'], values: readonly string[], not = false): FieldTerm => ({ field, not, values });

/** What is hidden already and these; the rest of the filter as it is. */
function hiding({ terms }: Filter, ids: readonly StandardId[]): Filter {
  const isHidden = (one: Filter['terms'][number]): one is FieldTerm => one.field === 'id' && one.not;
  const hidden = terms.filter(isHidden).flatMap(({ values }) => values);
  return { terms: [...terms.filter((one) => !isHidden(one)), term('id', [...new Set([...hidden, ...ids])], true)] };
}

/**
 * The filter that shows only these standards, all but these, what is near them, or what stands between two.
 *
 * Hiding leaves the rest of the filter in force; the others take its place, because what is near a standard is near it whatever else was looked at.
 *
 * @param filter the one in force
 * @param ids at least one; for a path the first two count
 * @returns undefined where it would be longer than a filter can be
 */
export function focusFilter(filter: string, ids: readonly StandardId[], focus: Focus, depth: Depth = 1): string | undefined {
  const [a = '', b = ''] = ids;
  const made: Readonly<Record<Focus, () => Filter>> = {
    only: () => ({ terms: [term('id', ids)] }),
    hide: () => hiding(parseFilter(filter).filter, ids),
    near: () => ({
      terms: [
        term(
          'near',
          ids.map((id) => nearValue({ id, depth })),
        ),
      ],
    }),
    path: () => ({ terms: [term('path', [pathValue(a, b)])] }),
  };
  const text = formatFilter(made[focus]());
  return text.length > MAX_FILTER_LENGTH ? undefined : text;
}

/** How many standards stand within some steps around these, themselves left out. */
export function nearCount(catalogue: Catalogue, ids: readonly StandardId[], depth: Depth): number {
  const found = new Set(ids.flatMap((id) => [...neighbourhood(catalogue, id, depth).keys()]));
  return found.size - ids.filter((id) => catalogue.standard(id)).length;
}
