import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, RelationType } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { isActive, statusesAt } from './at.js';
import { Recent } from './recent.js';

/** Declared relations that make one work of two standards. @source analysis.md, coordinated */
const JOINING: ReadonlySet<RelationType> = new Set(['same-text', 'twin', 'adopts', 'transposes', 'incorporates', 'supersedes', 'part-of']);
const KEPT = 8;
const memo = new WeakMap<Catalogue, Recent<Uint32Array>>();

function groupsAt(catalogue: Catalogue, at: PartialDate): Uint32Array {
  const places = placesIn(catalogue);
  const active = statusesAt(catalogue, at).map(isActive);
  const group = Uint32Array.from(catalogue.standards.keys());
  const first = (start: number): number => {
    let number = start;
    for (let next = group[number] ?? number; next !== number; next = group[number] ?? number) number = next;
    return number;
  };
  catalogue.standards.forEach(({ relations }, number) => {
    for (const { type, to, external } of relations ?? []) {
      const other = external || !JOINING.has(type) ? undefined : places.get(to);
      if (other === undefined || !active[number] || !active[other]) continue;
      const [a, b] = [first(number), first(other)];
      group[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return group.map((_, number) => first(number));
}

/**
 * The work that each standard counts as, in dataset order: standards that declared relations join count as one.
 *
 * A standard that is not active on that day joins nobody: two texts that have replaced the same third one are two works.
 *
 * @returns n places of standards, that of the first one of the work
 */
export function worksAt(catalogue: Catalogue, at: PartialDate): Uint32Array {
  const answers = memo.get(catalogue) ?? new Recent<Uint32Array>(KEPT);
  memo.set(catalogue, answers);
  return answers.get(at, () => groupsAt(catalogue, at));
}
