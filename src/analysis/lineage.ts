import type { Catalogue } from '../model/catalogue.js';
import type { Edition, PartialDate, Standard, StandardId } from '../model/dataset.js';

/** A work before or after another one. */
export interface Ancestor {
  /** As the relation writes it. */
  readonly designation: string;
  /** Absent when the work is outside the dataset. */
  readonly standard?: Standard;
  /** Day the relation took effect, else of the first text of the newer work; absent where neither is known. */
  readonly date?: PartialDate;
  /** Relations between the two works; integer ≥ 1. */
  readonly steps: number;
}

/** How a standard came to be and what became of it, oldest first: `before`, the editions of the standard, `after`. */
export interface Lineage {
  readonly standard: Standard;
  /** Works that it supersedes, directly or through others; the farthest first. */
  readonly before: readonly Ancestor[];
  /** Oldest first; an undated text stays behind the one it follows in the dataset. */
  readonly editions: readonly Edition[];
  /** Works that supersede it, directly or through others; the nearest first. */
  readonly after: readonly Ancestor[];
}

function inOrder(editions: readonly Edition[]): readonly Edition[] {
  let date = '';
  const dated = editions.map((edition) => ({ edition, date: (date = edition.date ?? date) }));
  return dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(({ edition }) => edition);
}

/** One step along `supersedes`: to older works, or to newer ones. */
function next(catalogue: Catalogue, id: StandardId, older: boolean, steps: number): Ancestor[] {
  return catalogue.neighbours(id).flatMap(({ relation, outgoing, standard, designation }) => {
    if (relation.type !== 'supersedes' || outgoing !== older) return [];
    const newer = older ? catalogue.standard(id) : standard;
    const date = relation.date ?? (newer && catalogue.firstDate(newer));
    return [{ designation, steps, ...(standard && { standard }), ...(date !== undefined && { date }) }];
  });
}

/** Every work along `supersedes`, each once at its nearest, ring or not. */
function walk(catalogue: Catalogue, start: StandardId, older: boolean): Ancestor[] {
  const seen = new Set<string>([start]);
  const found: Ancestor[] = [];
  let front: readonly StandardId[] = [start];
  for (let steps = 1; front.length > 0; steps++) {
    const fresh: Ancestor[] = [];
    for (const ancestor of front.flatMap((id) => next(catalogue, id, older, steps))) {
      if (seen.has(ancestor.designation)) continue;
      seen.add(ancestor.designation);
      fresh.push(ancestor);
    }
    found.push(...fresh);
    front = fresh.flatMap(({ standard }) => (standard ? [standard.id] : []));
  }
  return found;
}

/** By distance, then date of the relation (unknown last), then designation. */
function byDistance(a: Ancestor, b: Ancestor): number {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return a.steps - b.steps || text(a.date ?? '\uFFFF', b.date ?? '\uFFFF') || text(a.designation, b.designation);
}

/**
 * The editions of a standard, with the works it supersedes and those that supersede it.
 *
 * @returns undefined when the dataset has no standard of this id
 */
export function lineage(catalogue: Catalogue, id: StandardId): Lineage | undefined {
  const standard = catalogue.standard(id);
  if (!standard) return undefined;
  const before = walk(catalogue, id, true).sort((a, b) => b.steps - a.steps || byDistance(a, b));
  return { standard, before, editions: inOrder(standard.editions), after: walk(catalogue, id, false).sort(byDistance) };
}
