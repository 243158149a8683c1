import type { Dataset } from '../../src/model/dataset.js';

let read: Promise<Dataset> | undefined;

/** The built dataset, fetched once; each caller gets the same object, which nobody writes to. */
export const dataFile = (): Promise<Dataset> =>
  (read ??= fetch('/data/smart-cities.json').then((answer) => answer.json() as Promise<Dataset>));
