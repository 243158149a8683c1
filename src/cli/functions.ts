import type { Imported, ImportOptions } from '../pipeline/import.js';
import type { Watch } from '../pipeline/watch.js';

export type { Imported, ImportOptions, Taken } from '../pipeline/import.js';
export type { Omission } from '../pipeline/faults.js';
export type { Watch } from '../pipeline/watch.js';

/**
 * Catalogues → dataset, without positions: `standards-map import` as a function. Equal folders and tables give equal datasets.
 *
 * @param inputs folders of Relaton: the one with the repositories, single repositories, or their folders data
 * @throws Error when an input or a table is not there or is wrong; the reason of the signal when it is aborted
 */
export async function importCatalogues(inputs: readonly string[], options: ImportOptions, watch: Watch): Promise<Imported> {
  const { importCatalogues: run } = await import('../pipeline/import.js');
  return run(inputs, options, watch);
}
