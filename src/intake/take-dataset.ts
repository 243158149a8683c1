import { compact } from '../analysis/fold.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Conflict, Dataset, Source, SourceId, Standard, StandardId } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { beside } from './merge.js';
import { without } from './without.js';

/** What a dataset of the reader's own comes to beside the one that is shown. */
export interface TakenDataset {
  /** Standards that the one shown does not have. */
  readonly added: readonly Standard[];
  /** Those that both have, with what the file says otherwise. */
  readonly annotated: readonly Standard[];
  /** Facts on which the two disagree. */
  readonly differences: number;
  readonly dataset: Dataset;
}

/** Facts of a record that are compared; lists by their entries in any order. */
const COMPARED = ['title', 'deliverable', 'kind', 'role', 'level', 'status', 'committees', 'topics'] as const;
const textOf = (value: string | readonly string[]): string => (typeof value === 'string' ? value : [...value].sort().join('; '));

function differing(standard: Standard, other: Standard, otherSource: SourceId): readonly Conflict[] {
  const newest = (one: Standard): string => one.editions.map(({ id }) => id).at(-1) ?? '';
  const facts = [
    ...COMPARED.map((field) => [field, textOf(standard[field]), textOf(other[field])] as const),
    ['editions', newest(standard), newest(other)] as const,
  ];
  return facts.flatMap(([field, value, otherValue]) =>
    compact(value) === compact(otherValue)
      ? []
      : [
          {
            field,
            value: (value || '–').slice(0, LIMITS.title),
            source: standard.sources[0] ?? otherSource,
            otherValue: (otherValue || '–').slice(0, LIMITS.title),
            otherSource,
          },
        ],
  );
}

/** Ids of sources that mean something else in the dataset shown get another. */
function renamed(sources: readonly Source[], catalogue: Catalogue): ReadonlyMap<SourceId, SourceId> {
  const names = new Map<SourceId, SourceId>();
  const taken = new Set([...catalogue.sources.map(({ id }) => id), ...sources.map(({ id }) => id)]);
  for (const source of sources) {
    const known = catalogue.source(source.id);
    if (!known || JSON.stringify(known) === JSON.stringify(source)) continue;
    let id = '';
    for (let at = 2; id === '' || taken.has(id); at++) id = `${source.id.slice(0, LIMITS.id - 5)} (${at})`;
    taken.add(id);
    names.set(source.id, id);
  }
  return names;
}

/** A record of another dataset as one of this: sources by their names here, no place of another layout, relations by what is here. */
function adopted(standard: Standard, nameOf: (id: SourceId) => SourceId, isHere: (id: StandardId) => boolean): Standard {
  const { relations, conflicts } = standard;
  const rest = without(standard, 'xy', 'relations', 'conflicts');
  return {
    ...rest,
    sources: standard.sources.map(nameOf),
    ...(conflicts && { conflicts: conflicts.map((one) => ({ ...one, source: nameOf(one.source), otherSource: nameOf(one.otherSource) })) }),
    ...(relations && {
      relations: relations.map((relation) => ({
        ...without(relation, 'external', 'source'),
        ...(!isHere(relation.to) && { external: true }),
        ...(relation.source !== undefined && { source: nameOf(relation.source) }),
      })),
    }),
  };
}

/**
 * A dataset of the reader's own beside the one that is shown: what is new comes in, what both have keeps its facts and gets the others' as
 * differences. Its findings, gaps and stories stay out: they belong to the landscape that they were made for.
 */
export function takeDataset(own: Dataset, catalogue: Catalogue): TakenDataset {
  const names = renamed(own.sources, catalogue);
  const nameOf = (id: SourceId): SourceId => names.get(id) ?? id;
  const sources = own.sources
    .filter(({ id }) => names.has(id) || !catalogue.source(id))
    .map((source) => ({ ...source, id: nameOf(source.id) }));
  const meant = own.standards.map((standard) => [standard, catalogue.standard(standard.id) ?? catalogue.find(standard.id)] as const);
  const fresh = meant.filter(([, known]) => !known).map(([standard]) => standard);
  const ids = new Set([...catalogue.standards.map(({ id }) => id), ...fresh.map(({ id }) => id)]);
  const added = fresh.map((standard) => adopted(standard, nameOf, (id) => ids.has(id)));
  const annotated = new Map<StandardId, Standard>();
  let differences = 0;
  for (const [standard, known] of meant) {
    if (!known) continue;
    const before = annotated.get(known.id) ?? known;
    const conflicts = differing(known, standard, nameOf(standard.sources[0] ?? ''));
    differences += conflicts.length;
    const all = [...(before.conflicts ?? []), ...conflicts];
    annotated.set(known.id, {
      ...before,
      ...(all.length > 0 && { conflicts: all }),
      sources: [...new Set([...before.sources, ...standard.sources.map(nameOf)])],
    });
  }
  const committees = own.committees
    .filter(({ id }) => !catalogue.committee(id))
    .map((committee) => ({ ...without(committee, 'xy'), ...(committee.sources && { sources: committee.sources.map(nameOf) }) }));
  const topics = own.topics.filter(({ id }) => !catalogue.topic(id)).map((topic) => without(topic, 'xy'));
  const sdos = own.sdos.filter(({ id }) => !catalogue.sdo(id)).map((sdo) => without(sdo, 'xy'));
  const { dataset } = catalogue;
  const whole = { ...dataset, topics: [...dataset.topics, ...topics] };
  return {
    added,
    annotated: [...annotated.values()],
    differences,
    dataset: beside(whole, { sources, sdos, committees, standards: added, annotated }),
  };
}
