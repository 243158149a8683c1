import { visible, visibleSet } from '../../analysis/visible.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { Scene } from '../../model/story.js';
import type { State } from '../../state/state.js';
import type { About } from './presented.js';

/** Most standards that a filter leaves and that a room wants by name. */
const FEW = 40;

/**
 * The records that a scene is about: those that it shows, else the few that its filter leaves.
 *
 * @param settings what of the scene can be used
 * @returns undefined for a scene about the whole field, and one that says by its selection what it is about
 */
export function aboutOf(catalogue: Catalogue, { show = [] }: Scene, settings: State): About | undefined {
  if (show.some((id) => catalogue.standard(id))) return { records: new Set(show), isAll: true };
  if (settings.filter === '' || settings.selected.length > 0) return undefined;
  const passing = visible(catalogue, settings.filter, { at: settings.at });
  return passing.length > 0 && passing.length <= FEW ? { records: visibleSet(passing), isAll: false } : undefined;
}
