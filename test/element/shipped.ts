import type { Dataset } from '../../src/model/dataset.js';

let read: Promise<Dataset> | undefined;

/** The built dataset, fetched once; each caller gets the same object, which nobody writes to. */
export const dataFile = (): Promise<Dataset> =>
  (read ??= fetch('/data/smart-cities.json').then((answer) => answer.json() as Promise<Dataset>));

let some: Promise<Dataset> | undefined;

/** Every eighth standard of it, and the oldest, at their places, with all else but what is said of single standards: drawn in a fraction of the time. Made once. */
export const someOfIt = (): Promise<Dataset> =>
  (some ??= dataFile().then((whole) => {
    const firstDay = ({ editions }: Dataset['standards'][number]): string => editions.map(({ date }) => date ?? '9').sort()[0] ?? '9';
    const oldest = [...whole.standards].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))[0];
    const kept = whole.standards.filter((standard, at) => at % 8 === 0 || standard === oldest);
    const ids = new Set<string>(kept.map(({ id }) => id));
    const standards = kept.map((standard) =>
      standard.relations ? { ...standard, relations: standard.relations.filter(({ to }) => ids.has(to)) } : standard,
    );
    return { ...whole, standards, facts: [], expectations: [], claims: [], stories: [] };
  }));
