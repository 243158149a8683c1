import { changes } from '../analysis/changes.js';
import type { Changes } from '../analysis/change.js';
import { latestOf } from '../analysis/day.js';
import { usualSince, type SinceChoice } from '../analysis/since.js';
import type { Catalogue } from '../model/catalogue.js';
import type { State } from '../state/state.js';
import { shownDay } from './landscape-day.js';

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
  { highlight, since, at: asked }: Pick<State, 'highlight' | 'since' | 'at'>,
): SinceView | undefined {
  if (!highlight.includes('changes')) return undefined;
  const latest = latestOf(catalogue);
  const at = shownDay(latest, asked);
  if (since !== '') return { changes: changes(catalogue, { since, at }) };
  const usual = usualSince(latest, at);
  return { changes: changes(catalogue, { since: usual.since, at }), usual };
}
