import { isBy } from '../analysis/days.js';
import { catalogueAt } from '../analysis/catalogue-at.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate } from '../model/dataset.js';
import { stateOf } from './chosen.js';

/** What has a dataset and the choices of its reader. */
export interface LandscapeHost {
  readonly catalogue: Catalogue | undefined;
}

/** The day that is shown of a dataset; empty: the latest, also where the day that is asked for is not before the dataset's own. */
export const shownDay = ({ dataset }: Catalogue, at: PartialDate): PartialDate => (at === '' || isBy(dataset.asOf, at) ? '' : at);

/** The catalogue as it stood on a day that somebody asks for. */
export const landscapeAt = (catalogue: Catalogue, at: PartialDate): Catalogue => catalogueAt(catalogue, shownDay(catalogue, at));

/** The catalogue of an element as it stood on the day that its reader looks at; undefined until the dataset is valid. */
export const landscapeOf = (host: LandscapeHost): Catalogue | undefined =>
  host.catalogue && landscapeAt(host.catalogue, stateOf(host)?.at ?? '');

/** Does something with that catalogue; undefined where there is none. */
export function withLandscape<T>(host: LandscapeHost, act: (landscape: Catalogue) => T): T | undefined {
  const landscape = landscapeOf(host);
  return landscape && act(landscape);
}
