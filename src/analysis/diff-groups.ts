import type { Catalogue } from '../model/catalogue.js';
import type { Standard, StandardId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { coordinated, COORDINATING } from './coordinated.js';
import type { CoordinationStep } from './coordination.js';
import type { GroupDifference, Sides } from './difference.js';
import { saidByAll, type SaidBy } from './diff-said.js';
import { naturalKey } from './ordering.js';
import { worksOf } from './work-groups.js';

type Part = readonly StandardId[];

const byName = (ids: Part): Part => {
  const keys = new Map(ids.map((id) => [id, naturalKey(id)]));
  return [...ids].sort((a, b) => {
    const [first, second] = [keys.get(a) ?? a, keys.get(b) ?? b];
    return first < second ? -1 : first > second ? 1 : a < b ? -1 : Number(a > b);
  });
};

/** The works of an edition that have more than one standard. */
function joinedWorks(catalogue: Catalogue): readonly (readonly Standard[])[] {
  const works = worksOf(catalogue);
  const groups = new Map<number, Standard[]>();
  catalogue.standards.forEach((standard, at) => {
    const work = works[at] ?? at;
    const group = groups.get(work);
    if (group) group.push(standard);
    else groups.set(work, [standard]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The standards of one work by the works that they are in another edition; those that the other has not stand alone. */
function partsOf(work: readonly Standard[], other: Catalogue, idIn: (id: StandardId) => StandardId, alone: boolean): readonly Part[] {
  const [places, works] = [placesIn(other), worksOf(other)];
  const parts = new Map<number | string, string[]>();
  let known = 0;
  for (const { id } of work) {
    const place = places.get(idIn(id));
    if (place === undefined && !alone) continue;
    if (place !== undefined) known += 1;
    const key = place === undefined ? id : (works[place] ?? place);
    const part = parts.get(key);
    if (part) part.push(id);
    else parts.set(key, [id]);
  }
  return known === 0 ? [] : [...parts.values()].map(byName).sort(([a = ''], [b = '']) => (naturalKey(a) < naturalKey(b) ? -1 : 1));
}

/** The declared relations from one part to another. */
function stepsBetween(catalogue: Catalogue, parts: readonly Part[]): readonly CoordinationStep[] {
  const partOf = new Map(parts.flatMap((part, at) => part.map((id) => [id, at] as const)));
  const reached = new Set<number>();
  const steps = [...partOf].flatMap(([id, part]) =>
    (catalogue.standard(id)?.relations ?? []).flatMap(({ type, to, evidence, source }): readonly CoordinationStep[] => {
      const other = COORDINATING.has(type) ? (catalogue.standard(to) ?? catalogue.find(to)) : undefined;
      const there = other && partOf.get(other.id);
      if (!other || there === undefined || there === part) return [];
      reached.add(part).add(there);
      return [{ from: id, to: other.id, by: type, evidence, ...(source !== undefined && { source }) }];
    }),
  );
  // What no relation joins directly hangs together over texts outside of the dataset
  const [first = ''] = parts[0] ?? [];
  const far = parts.flatMap(([id = ''], at) => (at === 0 || reached.has(at) ? [] : (coordinated(catalogue, first, id)?.steps ?? [])));
  return [...steps, ...far];
}

const entry = (kind: GroupDifference['kind'], catalogue: Catalogue, parts: readonly Part[], said: SaidBy): readonly GroupDifference[] => {
  if (parts.length < 2) return [];
  const steps = stepsBetween(catalogue, parts);
  return [{ kind, parts, steps, said: kind === 'coordinated' ? saidByAll(steps.map(({ from, to }) => said.relation(from, to))) : [] }];
};

/**
 * Works that declared relations join now and did not before, and those that they no longer join; a committee in common is no relation.
 *
 * A new standard is a part of its own where it joins something that was there before. One that is gone is not separated: it is gone.
 */
export function groupChanges({ before, after, renamed }: Sides, said: SaidBy): readonly GroupDifference[] {
  const former = new Map([...renamed].map(([old, id]) => [id, old]));
  return [
    ...joinedWorks(after).flatMap((work) =>
      entry(
        'coordinated',
        after,
        partsOf(work, before, (id) => former.get(id) ?? id, true),
        said,
      ),
    ),
    ...joinedWorks(before).flatMap((work) =>
      entry(
        'separated',
        before,
        partsOf(work, after, (id) => renamed.get(id) ?? id, false),
        said,
      ),
    ),
  ];
}
