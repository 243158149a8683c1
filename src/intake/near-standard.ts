import type { Catalogue } from '../model/catalogue.js';
import { nearest } from '../model/nearest.js';
import { readReference } from './reference.js';

/** The standard that a designation which is none of the dataset is likely meant for. */
export function nearestStandard(catalogue: Catalogue, text: string): string {
  return (
    nearest(
      readReference(text).work,
      catalogue.standards.map(({ id }) => id),
    ) ?? ''
  );
}
