import { checkFilter, parseFilter } from '../analysis/filter.js';
import type { Catalogue } from '../model/catalogue.js';
import { Unusable, type Io } from './command.js';

/**
 * Checks a filter of the command line against a dataset: what it does not know is told on stderr.
 *
 * @throws Unusable where the filter cannot be read as it stands
 */
export function checkedFilter(asking: string, catalogue: Catalogue, filter: string, io: Io): void {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Unusable(`${asking}: --filter ${filter}: ${parsed.issues.map(({ message }) => message).join(' ')}`);
  for (const { message } of checkFilter(catalogue, parsed.filter)) io.say(`${asking}: --filter: ${message}`);
}
