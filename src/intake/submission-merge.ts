import type { Dataset, PartialDate, Source, Standard, StandardId } from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import { LIMITS } from '../model/schema.js';
import { submissionSource, type Submission } from '../model/submission.js';
import { circlesOf } from './submission-circles.js';
import { ledStandard } from './led.js';
import { foldStandard, type Folded } from './submission-fold.js';
import { Names } from './submission-names.js';
import { outcomeOf, type MergeOutcome, type Refused } from './submission-outcome.js';
import { catalogued, inOrder, originalOf } from './submission-original.js';
import { missingOf, usable, type Idle, type Statement } from './submission-statement.js';

/** A dataset with submissions taken in, and what that did. */
export interface Merged {
  readonly dataset: Dataset;
  readonly outcome: MergeOutcome;
}

const byDay = (a: Submission, b: Submission): number => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1);

/** A value as text, whatever the order of its keys. */
function plainJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/** The submissions that are on record afterwards, and those that are not taken. */
function joined(
  base: Dataset,
  recorded: readonly Submission[],
  given: readonly Submission[],
): { readonly all: readonly Submission[]; readonly refusals: readonly Refused[] } {
  const refusals: Refused[] = [];
  const all = new Map(recorded.map((one) => [one.id, one]));
  const texts = new Map(recorded.map((one) => [one.id, plainJson(one)]));
  const fresh = new Map<string, Submission[]>();
  for (const one of given) {
    const known = texts.get(one.id);
    if (known === plainJson(one)) continue;
    if (known !== undefined) refusals.push({ submission: one.id, code: 'changed', got: one.id, expected: '' });
    else fresh.set(one.id, [...(fresh.get(one.id) ?? []), one]);
  }
  const sources = new Set(base.sources.map(({ id }) => id));
  for (const [id, same] of fresh) {
    const [one] = same;
    if (!one) continue;
    if (new Set(same.map(plainJson)).size > 1) refusals.push({ submission: id, code: 'ambiguous', got: id, expected: '' });
    else if (sources.has(submissionSource(id))) refusals.push({ submission: id, code: 'source', got: submissionSource(id), expected: '' });
    else all.set(id, one);
  }
  // Who speaks has to be known: taking one out may take out whom another one speaks for
  for (let isDone = false; !isDone;) {
    const names = new Names(base, [...all.values()].sort(byDay));
    const strange = [...all.values()].filter(({ id, body }) => !texts.has(id) && !names.has(body));
    for (const { id, body } of strange) {
      all.delete(id);
      const expected = nearest(body, [...names.sdos.keys(), ...names.committees.keys()]) ?? '';
      refusals.push({ submission: id, code: 'body', got: body, expected });
    }
    isDone = strange.length === 0;
  }
  return { all: [...all.values()].sort(byDay), refusals };
}

/** Statements by the standard that they are about: one of the catalogues by its id or another name of it, else a new one. */
function statementsOf(base: Dataset, submissions: readonly Submission[]): ReadonlyMap<StandardId, readonly Statement[]> {
  const ids = new Set(base.standards.map(({ id }) => id));
  const stated = submissions.flatMap((submission) => submission.standards.map((one): Statement => ({ submission, stated: one })));
  const isStrange = stated.some(({ stated: { id } }) => !ids.has(id));
  const aliases = new Map<string, StandardId | undefined>();
  for (const standard of isStrange ? base.standards : [])
    for (const alias of standard.aliases ?? []) aliases.set(alias, aliases.has(alias) ? undefined : standard.id);
  const all = new Map<StandardId, Statement[]>();
  for (const statement of stated) {
    const { id } = statement.stated;
    const target = ids.has(id) ? id : (aliases.get(id) ?? id);
    const list = all.get(target);
    if (list) list.push(statement);
    else all.set(target, [statement]);
  }
  return all;
}

/** A submission as a source. */
const sourceOf = ({ id, by, liaison, date, url, note }: Submission): Source => ({
  id: submissionSource(id),
  catalogue: `Submission: ${by}${liaison === undefined ? '' : `, ${liaison}`}`.slice(0, LIMITS.title),
  asOf: date,
  licence: 'none stated',
  ...(url !== undefined && { url }),
  ...(note !== undefined && { note }),
});

/** Everything folded anew. */
interface Edition {
  readonly dataset: Dataset;
  readonly names: Names;
  /** What submissions state, by the standard that it is about. */
  readonly folded: ReadonlyMap<StandardId, Folded>;
  readonly idle: readonly Idle[];
}

/** Why a new standard is not there yet; a part of one is likely to be about another. */
function waiting(
  id: StandardId,
  statements: readonly Statement[],
  missing: readonly string[],
  known: ReadonlySet<StandardId>,
): readonly Idle[] {
  const isWhole = missing.length < 5;
  return statements.map(({ submission }) => ({
    submission: submission.id,
    about: id,
    code: isWhole ? 'incomplete' : 'unknown-standard',
    got: id,
    expected: isWhole ? missing.join(', ') : (nearest(id, known) ?? ''),
  }));
}

/** Which of the standards that the catalogues do not have can be made of what is stated. */
function arrivals(
  statements: ReadonlyMap<StandardId, readonly Statement[]>,
  known: ReadonlySet<StandardId>,
  names: Names,
): readonly StandardId[] {
  const complete = [...statements].filter(([id, said]) => !known.has(id) && missingOf(usable(id, said, names).statements).length === 0);
  return complete.map(([id]) => id).sort();
}

/** The catalogues' word and all submissions, put together: nothing counts but these two. */
function folded(base: Dataset, submissions: readonly Submission[]): Edition {
  const names = new Names(base, submissions);
  const statements = statementsOf(base, submissions);
  const own = new Set(base.standards.map(({ id }) => id));
  const added = arrivals(statements, own, names);
  const standards = new Set([...own, ...added]);
  const days = new Map(base.sources.map(({ id, asOf }) => [id, asOf]));
  const sorted = new Map(
    [...base.standards.map(({ id }) => id), ...added].flatMap((id) => {
      const said = statements.get(id);
      return said ? [[id, said] as const] : [];
    }),
  );
  const whole = { names, standards, days, circles: circlesOf(base.standards, sorted, standards) };
  const results = new Map<StandardId, Folded>();
  const idle: Idle[] = names.remarks.map(({ submission, id, code, got }) => ({
    submission,
    about: id,
    code: 'group',
    field: code,
    got,
    expected: '',
  }));
  const byId = new Map(base.standards.map((standard) => [standard.id, standard]));
  for (const [id, said] of statements) {
    const result = foldStandard(id, byId.get(id), said, whole);
    idle.push(...result.idle);
    if (result.standard) results.set(id, result);
    else idle.push(...waiting(id, said, result.missing, standards));
  }
  const arrived = new Set(added);
  const list = [
    ...base.standards.map((standard) => results.get(standard.id)?.standard ?? ledStandard(standard, arrived)),
    ...added.flatMap((id) => results.get(id)?.standard ?? []),
  ];
  return { dataset: edition(base, submissions, names, list), names, folded: results, idle };
}

const newest = (days: readonly PartialDate[]): PartialDate => [...days].sort().at(-1) ?? '';

/** The dataset around the standards. Without submissions it is what the catalogues say. */
function edition(base: Dataset, submissions: readonly Submission[], names: Names, standards: readonly Standard[]): Dataset {
  if (submissions.length === 0) return base;
  return inOrder({
    ...base,
    asOf: newest([base.asOf, ...submissions.map(({ date }) => date)]),
    sources: [...base.sources, ...submissions.map(sourceOf)],
    sdos: [...base.sdos, ...names.broughtSdos],
    committees: [...base.committees, ...names.broughtCommittees],
    standards,
    submissions,
    originals: {
      asOf: base.asOf,
      sdos: names.broughtSdos.map(({ id }) => id),
      committees: names.broughtCommittees.map(({ id }) => id),
      standards: base.standards.flatMap((before, at) => {
        const after = standards[at];
        const original = after === undefined || after === before ? undefined : originalOf(before, after);
        return original ?? [];
      }),
    },
  });
}

/** What came with submissions keeps the place that it has in the dataset. */
function placed(dataset: Dataset, before: Dataset): Dataset {
  const keep = <T extends { readonly id: string; readonly xy?: Standard['xy'] }>(
    records: readonly T[],
    old: readonly T[],
  ): readonly T[] => {
    if (!records.some(({ xy }) => xy === undefined)) return records;
    const places = new Map(old.flatMap(({ id, xy }) => (xy === undefined ? [] : [[id, xy] as const])));
    return records.map((record) => {
      const xy = record.xy === undefined ? places.get(record.id) : undefined;
      return xy === undefined ? record : { ...record, xy };
    });
  };
  return {
    ...dataset,
    sdos: keep(dataset.sdos, before.sdos),
    committees: keep(dataset.committees, before.committees),
    standards: keep(dataset.standards, before.standards),
  };
}

/**
 * Takes submissions into a dataset. What the submissions on record did is taken back, the new ones come to them, and everything is folded anew,
 * so that merging again changes nothing and no order and no grouping of submissions counts, also where they disagree. Nothing is deleted:
 * every value that is stated is in force or stands in a conflict beside the one that is; what has no effect yet stays on record.
 *
 * On a fact that sources disagree on, the first of these is right: a correction (a statement with a reason) by a body with authority over the
 * standard; a statement of such a body that is not older than the catalogue's; the catalogue; all others. Of two alike the later one is.
 * Editions, relations, other designations and ICS codes of all sources come together.
 *
 * To take the submissions along to a new edition of the catalogues: `merge(newEdition, old.submissions)`.
 *
 * @param dataset as `parse` answers it, with the submissions on record
 * @param submissions in any order; those on record change nothing
 * @returns a dataset that `parse` accepts, and what became of the submissions; an equal dataset when nothing is new
 */
export function merge(dataset: Dataset, submissions: readonly Submission[]): Merged {
  const base = catalogued(dataset);
  const { all, refusals } = joined(base, dataset.submissions ?? [], submissions);
  const made = folded(base, all);
  const after = placed(made.dataset, dataset);
  return { dataset: after, outcome: outcomeOf(dataset, after, submissions, refusals, made) };
}
