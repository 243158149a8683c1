import { changes } from '../analysis/changes.js';
import type { Changes } from '../analysis/change.js';
import { usualSince, type SinceChoice } from '../analysis/since.js';
import type { Catalogue } from '../model/catalogue.js';
import type { State } from '../state/state.js';

/** What the lens for changes is about. */
export interface SinceView {
  /** The same as long as catalogue and days are. */
  readonly changes: Changes;
  /** The day that is taken where nobody has chosen one; absent where somebody has. */
  readonly usual?: SinceChoice;
}

/** What became of the standards since the day that was chosen, else since the usual one; undefined while the lens is off. */
export function sinceView(
  catalogue: Catalogue,
  { highlight, since, at }: Pick<State, 'highlight' | 'since' | 'at'>,
): SinceView | undefined {
  if (!highlight.includes('changes')) return undefined;
  if (since !== '') return { changes: changes(catalogue, { since, at }) };
  const usual = usualSince(catalogue, at);
  return { changes: changes(catalogue, { since: usual.since, at }), usual };
}
