import type { Candidate } from './candidate.js';
import type { OverlapDifference, Sides } from './difference.js';
import { saidByAll, type SaidBy } from './diff-said.js';
import { evidence } from './evidence.js';
import { overlaps } from './overlaps.js';

const keyOf = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);
const told = ({ a, b, band, score, early, terms }: Candidate) => ({ a, b, band, score, early, terms: terms.map(({ term }) => term) });

/** Candidates that are new, that are none any more, and whose band is another; the rank of a pair within its band is no difference. */
export function overlapChanges({ before, after, renamed }: Sides, said: SaidBy): readonly OverlapDifference[] {
  const idNow = (id: string): string => renamed.get(id) ?? id;
  const former = new Map([...renamed].map(([old, id]) => [id, old]));
  const known = new Map(overlaps(before).map((pair) => [keyOf(idNow(pair.a), idNow(pair.b)), pair]));
  const now = new Map(overlaps(after).map((pair) => [keyOf(pair.a, pair.b), pair]));
  const titlesIn = (side: Sides['after'], { a, b }: Candidate) => [side.standard(a)?.title ?? '', side.standard(b)?.title ?? ''] as const;
  const come = [...now].flatMap(([key, pair]): readonly OverlapDifference[] => {
    const old = known.get(key);
    if (old?.band === pair.band) return [];
    const titles = titlesIn(after, pair);
    if (old) return [{ kind: 'overlap-band', ...told(pair), titles, before: old.band, said: [] }];
    const fresh = [pair.a, pair.b].filter((id) => before.standard(former.get(id) ?? id) === undefined);
    return [{ kind: 'overlapping', ...told(pair), titles, fresh, said: saidByAll(fresh.map((id) => said.standard(id))) }];
  });
  const gone = [...known].flatMap(([key, pair]): readonly OverlapDifference[] => {
    if (now.has(key)) return [];
    const [a, b] = [idNow(pair.a), idNow(pair.b)];
    const titles = titlesIn(before, pair);
    if (!after.standard(a) || !after.standard(b)) return [{ kind: 'overlap-gone', ...told(pair), titles, now: 'gone', said: [] }];
    const found = evidence(after, a, b);
    const against = [...new Set(found.against.map(({ code }) => code))];
    return [{ kind: 'overlap-gone', ...told(pair), a, b, titles, now: found.tier, against, said: said.relation(a, b) }];
  });
  return [...come, ...gone];
}
