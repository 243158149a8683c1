import type { Standard, StandardId } from '../model/dataset.js';
import type { Statement } from './submission-statement.js';
import { supersession } from './submission-fold.js';

const reaches = (next: ReadonlyMap<StandardId, ReadonlySet<StandardId>>, from: StandardId, to: StandardId): boolean => {
  const seen = new Set<StandardId>();
  const pending = [from];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    pending.push(...(next.get(at) ?? []));
  }
  return false;
};

/**
 * The relations of supersession in submissions that would make a standard supersede itself, over others or at once: of two that contradict
 * each other the one of the earlier submission stands, and none stands against the catalogues.
 *
 * @param statements by standard, in the order of the standards; each by date and id
 */
export function circlesOf(
  standards: readonly Standard[],
  statements: ReadonlyMap<StandardId, readonly Statement[]>,
  ids: ReadonlySet<StandardId>,
): ReadonlySet<string> {
  const candidates = [...statements].flatMap(([id, said]) =>
    said.flatMap(({ submission, stated }) =>
      (stated.relations ?? []).flatMap(({ type, to }) =>
        type === 'supersedes' && to !== id && ids.has(to) ? [{ id, to, submission }] : [],
      ),
    ),
  );
  const circles = new Set<string>();
  if (candidates.length === 0) return circles;
  const next = new Map<StandardId, Set<StandardId>>();
  const add = (from: StandardId, to: StandardId): void => {
    const goals = next.get(from);
    if (goals) goals.add(to);
    else next.set(from, new Set([to]));
  };
  for (const { id, relations = [] } of standards)
    for (const { type, to } of relations) if (type === 'supersedes' && ids.has(to)) add(id, to);
  const orderOf = ({ id, to, submission }: (typeof candidates)[number]): string => `${submission.date} ${submission.id} ${id} ${to}`;
  const inOrder = candidates.map((one) => [orderOf(one), one] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [, { id, to }] of inOrder) {
    if (next.get(id)?.has(to)) continue;
    if (reaches(next, to, id)) circles.add(supersession(id, to));
    else add(id, to);
  }
  return circles;
}
