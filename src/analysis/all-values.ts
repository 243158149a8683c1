import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { goalCodes, isGoalFramework } from './goals.js';
import { ownValues, type Listed } from './values.js';

/** The values that a standard has in a field, as `ownValues`, of goals too. */
export const valuesOf = (catalogue: Catalogue, standard: Standard, field: Exclude<Listed, 'relation'>): readonly string[] =>
  isGoalFramework(field) ? goalCodes(catalogue, standard, field) : ownValues(catalogue, standard, field);
