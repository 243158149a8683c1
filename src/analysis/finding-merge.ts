import type { Finding, StandardId } from '../model/dataset.js';
import { contentOf, shortHash } from './finding-draft.js';
import { compareText, judgements } from './findings.js';

/** What two lists of findings do not agree on. */
export type FindingConflict =
  | {
      /** One id, two contents: both are kept, the second one under another id. */
      readonly kind: 'id';
      readonly kept: Finding;
      readonly renamed: Finding;
    }
  | {
      /** Current findings of a pair that both lists speak of have different verdicts: people have to settle it. */
      readonly kind: 'verdict';
      readonly a: StandardId;
      readonly b: StandardId;
      /** Newest first. */
      readonly findings: readonly Finding[];
    };

/** Two lists of findings as one. */
export interface MergedFindings {
  /** By date, then by id; oldest first. */
  readonly findings: readonly Finding[];
  /** Of the second list, what the first one has not, as it stands in `findings`. */
  readonly added: readonly Finding[];
  readonly conflicts: readonly FindingConflict[];
}

const byAge = (a: Finding, b: Finding): number => compareText(a.date, b.date) || compareText(a.id, b.id);

/** The id for another content than the one that has it already: the same on every machine; at most 120 UTF-16 units. */
const otherId = (finding: Finding): string => `${finding.id.slice(0, 107)} ~${shortHash(contentOf(finding))}`;

/** The findings with those that others replace before them, so that references are known when they are needed. */
function replacedFirst(findings: readonly Finding[]): readonly Finding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const ordered = new Set<Finding>();
  const pending = [...findings].reverse();
  const entered = new Set<Finding>();
  for (let finding = pending.at(-1); finding; finding = pending.at(-1)) {
    const before = entered.has(finding) ? [] : (finding.replaces ?? []).flatMap((id) => byId.get(id) ?? []);
    entered.add(finding);
    const open = before.filter((one) => !ordered.has(one) && !entered.has(one));
    if (open.length > 0) pending.push(...open);
    else {
      ordered.add(finding);
      pending.pop();
    }
  }
  return [...ordered];
}

function disputes(a: readonly Finding[], b: readonly Finding[], merged: readonly Finding[]): readonly FindingConflict[] {
  const [before, after] = [judgements(a), judgements(b)];
  return judgements(merged)
    .pairs.filter((pair) => pair.disputed && before.of(pair.a, pair.b).history.length > 0 && after.of(pair.a, pair.b).history.length > 0)
    .map((pair) => ({ kind: 'verdict', a: pair.a, b: pair.b, findings: pair.current }));
}

/**
 * Everything that two lists say, each finding once.
 *
 * Nothing is lost and nothing overwritten: where an id stands for two contents, the first list keeps it and the second one's finding takes an id of
 * its own, in what replaces it too. Merging again changes nothing; the order of the lists matters for such ids only.
 *
 * @param a,b valid findings, each id once
 */
export function mergeFindings(a: readonly Finding[], b: readonly Finding[]): MergedFindings {
  const kept = new Map(a.map((finding) => [finding.id, finding]));
  const ids = new Map<string, string>();
  const added: Finding[] = [];
  const conflicts: FindingConflict[] = [];
  for (const finding of replacedFirst(b)) {
    const replaces = finding.replaces?.map((id) => ids.get(id) ?? id);
    let taken: Finding = replaces ? { ...finding, replaces } : finding;
    const known = kept.get(finding.id);
    if (known && contentOf(known) !== contentOf(taken)) {
      taken = { ...taken, id: otherId(taken) };
      ids.set(finding.id, taken.id);
      conflicts.push({ kind: 'id', kept: known, renamed: taken });
    }
    if (kept.has(taken.id)) continue;
    kept.set(taken.id, taken);
    added.push(taken);
  }
  const findings = [...kept.values()].sort(byAge);
  return { findings, added: added.sort(byAge), conflicts: [...conflicts, ...disputes(a, b, findings)] };
}
