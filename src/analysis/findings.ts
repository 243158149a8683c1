import type { Finding, StandardId, Verdict } from '../model/dataset.js';

/** Verdicts that take a pair off the list of candidates. @source analysis.md: a coordinated or unrelated pair needs nobody's attention */
export const SETTLING: readonly Verdict[] = Object.freeze(['coordinated', 'not-related']);

/** What people have said of one pair of standards. */
export interface Judgement {
  readonly a: StandardId;
  readonly b: StandardId;
  /** Findings whose place no other has taken for this pair, newest first. */
  readonly current: readonly Finding[];
  /** The newest of the current ones, where all of them agree; undefined where there is none, or where they disagree. */
  readonly finding?: Finding;
  /** Current findings disagree: then none of them holds. */
  readonly disputed: boolean;
  /** The verdict that holds takes the pair off the list of candidates. */
  readonly settled: boolean;
  /** Everything on record, newest first. */
  readonly history: readonly Finding[];
}

/** What people have said of pairs of standards. */
export interface Judgements {
  /** Of one pair, in either order; without findings a judgement of nothing. */
  of(a: StandardId, b: StandardId): Judgement;
  /** Every pair that somebody has said something of, by the ids of its standards. */
  readonly pairs: readonly Judgement[];
}

const NONE: readonly never[] = Object.freeze([]);
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Newest first; of one day by id, so that the order is the same everywhere. */
const newestFirst = (a: Finding, b: Finding): number => compareText(b.date, a.date) || compareText(a.id, b.id);

function judged(a: StandardId, b: StandardId, history: readonly Finding[]): Judgement {
  const gone = new Set(history.flatMap((finding) => finding.replaces ?? NONE));
  const current = history.filter(({ id }) => !gone.has(id));
  const [newest] = current;
  const disputed = current.some(({ verdict }) => verdict !== newest?.verdict);
  const holds = disputed ? undefined : newest;
  return Object.freeze({
    a,
    b,
    current: Object.freeze(current),
    ...(holds && { finding: holds }),
    disputed,
    settled: holds !== undefined && SETTLING.includes(holds.verdict),
    history: Object.freeze(history),
  });
}

const memo = new WeakMap<readonly Finding[], Judgements>();

/**
 * What holds of every pair that findings are about, remembered for a list of findings.
 *
 * A finding about a group is one about each pair in it. It gives way, for the pairs that both are about, to a finding that names it in `replaces`. Two
 * current findings with different verdicts dispute the pair, and a disputed pair is not settled.
 *
 * @param findings valid ones, in any order
 */
export function judgements(findings: readonly Finding[]): Judgements {
  const known = memo.get(findings);
  if (known) return known;
  const lists = new Map<StandardId, Map<StandardId, Finding[]>>();
  for (const finding of findings) {
    const ids = [...new Set(finding.standards)].sort(compareText);
    for (const [at, a] of ids.entries())
      for (const b of ids.slice(at + 1)) {
        const row = lists.get(a) ?? new Map<StandardId, Finding[]>();
        lists.set(a, row);
        const list = row.get(b);
        if (list) list.push(finding);
        else row.set(b, [finding]);
      }
  }
  const pairs = [...lists]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([a, row]) => [...row].sort(([b], [c]) => compareText(b, c)).map(([b, list]) => judged(a, b, list.sort(newestFirst))));
  const byPair = new Map<StandardId, Map<StandardId, Judgement>>();
  for (const judgement of pairs) {
    const row = byPair.get(judgement.a) ?? new Map<StandardId, Judgement>();
    byPair.set(judgement.a, row.set(judgement.b, judgement));
  }
  const made: Judgements = Object.freeze({
    of: (a: StandardId, b: StandardId) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      return byPair.get(first)?.get(second) ?? judged(first, second, NONE);
    },
    pairs: Object.freeze(pairs),
  });
  memo.set(findings, made);
  return made;
}
