import type { Dataset } from './dataset.js';
import { isFields, type Fields } from './raw.js';
import { DATASET_SHAPES } from './shape-table.js';
import { copyOf } from './shape.js';
import { isSound } from './sound.js';

/** What a JSON text says; undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether somebody has stated something that is checked for more than its names. */
const hasStatements = ({ findings, submissions, originals }: Fields): boolean =>
  [findings, submissions].some((list) => Array.isArray(list) && list.length > 0) || originals !== undefined;

/**
 * What `parse` answers for a dataset with which nothing at all is the matter; undefined for any other, and for what needs a closer look: `parse` tells.
 *
 * It asks what the schema asks, by the table that is made of it, and knows no words for what is wrong: a tenth of the code. For findings and submissions,
 * which most datasets are without, their checks are loaded: the answer is a promise then, rejected when they cannot be had.
 *
 * @param json JSON text, or the value of one; neither kept nor changed
 * @throws whatever an accessor of the value throws
 */
export function parseQuickly(json: unknown): Dataset | undefined | Promise<Dataset | undefined> {
  const copy = copyOf(typeof json === 'string' ? jsonOf(json) : json, DATASET_SHAPES);
  if (!isFields(copy)) return undefined;
  const dataset = copy as unknown as Dataset;
  if (!isSound(dataset)) return undefined;
  if (!hasStatements(copy)) return dataset;
  return import('./statement-checks.js').then(({ checkReferences }) => {
    let problems = 0;
    checkReferences(copy, {
      add: () => {
        problems += 1;
      },
    });
    return problems === 0 ? dataset : undefined;
  });
}
