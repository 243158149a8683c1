import type { Dataset, Standard } from '../model/dataset.js';
import { STANDARD_VALUES } from '../model/record-schema.js';
import { submissionSource, type OriginalStandard } from '../model/submission.js';
import { without } from './without.js';

const STANDARD_ORDER = [...Object.keys(STANDARD_VALUES), 'xy'];
const DATASET_ORDER = [
  'format',
  'version',
  'title',
  'description',
  'asOf',
  'opening',
  'layoutSeed',
  'sources',
  'sdos',
  'committees',
  'topics',
  'standards',
  'activities',
  'facts',
  'expectations',
  'claims',
  'goalFrameworks',
  'goals',
  'goalTopics',
  'findings',
  'submissions',
  'originals',
  'stories',
] as const satisfies readonly (keyof Dataset)[];

/** A copy with its fields in this order; those that are not named come first. */
function ordered<T extends object>(record: T, order: readonly string[]): T {
  const copy = { ...record };
  for (const field of order) {
    if (!Object.hasOwn(copy, field)) continue;
    const value: unknown = Reflect.get(copy, field);
    Reflect.deleteProperty(copy, field);
    Reflect.set(copy, field, value);
  }
  return copy;
}

/** A dataset with its collections in the order of the schema, so that equal datasets are written as equal bytes. */
export const inOrder = (dataset: Dataset): Dataset => ordered(dataset, DATASET_ORDER);

/** The fields of a record that became others, as they were; undefined where none did. */
export function originalOf(before: Standard, after: Standard): OriginalStandard | undefined {
  const changed = STANDARD_ORDER.filter(
    (field) => JSON.stringify(Reflect.get(before, field)) !== JSON.stringify(Reflect.get(after, field)),
  );
  if (changed.length === 0) return undefined;
  return { id: before.id, ...Object.fromEntries(changed.map((field) => [field, Reflect.get(before, field) ?? null])) };
}

function restored(standard: Standard, original: OriginalStandard): Standard {
  const fields = Object.entries(original);
  const copy = { ...standard, ...Object.fromEntries(fields.filter(([, value]) => value !== null)) };
  for (const [field, value] of fields) if (value === null) Reflect.deleteProperty(copy, field);
  return ordered(copy, STANDARD_ORDER);
}

/**
 * A dataset as its catalogues state it: everything that submissions did is taken back, to the last field; places stay. A dataset without
 * submissions is answered as it is.
 */
export function catalogued(dataset: Dataset): Dataset {
  const { submissions = [], originals } = dataset;
  if (!originals) return dataset.submissions ? without(dataset, 'submissions') : dataset;
  const before = new Map(originals.standards.map((original) => [original.id, original]));
  const stated = new Set(submissions.flatMap(({ standards }) => standards.map(({ id }) => id)));
  const [sources, sdos, committees] = [
    new Set(submissions.map(({ id }) => submissionSource(id))),
    new Set(originals.sdos),
    new Set(originals.committees),
  ];
  return {
    ...without(dataset, 'submissions', 'originals'),
    asOf: originals.asOf,
    sources: dataset.sources.filter(({ id }) => !sources.has(id)),
    sdos: dataset.sdos.filter(({ id }) => !sdos.has(id)),
    committees: dataset.committees.filter(({ id }) => !committees.has(id)),
    standards: dataset.standards.flatMap((standard) => {
      const original = before.get(standard.id);
      if (original) return [restored(standard, original)];
      return stated.has(standard.id) ? [] : [standard];
    }),
  };
}
