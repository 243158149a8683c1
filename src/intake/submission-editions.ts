import { isInForce } from '../analysis/at.js';
import type { Edition } from '../model/dataset.js';
import { submissionSource, type SubmittedStandard } from '../model/submission.js';
import type { Facts } from './submission-facts.js';

const plain = { text: String };

/**
 * One text of a standard, each of its fields a fact of its own. Who withdraws the standard says so of its texts that were in force too, save of
 * those that the same statement speaks of.
 */
function foldEdition(facts: Facts, id: string, isWithdrawn: boolean): Edition {
  const own = facts.base?.editions.find((edition) => edition.id === id);
  const of = (record: SubmittedStandard): Edition | undefined => record.editions?.find((edition) => edition.id === id);
  const kind = facts.fact(`${id} kind`, own && (own.kind ?? 'edition'), (record) => of(record)?.kind, plain);
  const date = facts.fact(`${id} date`, own?.date, (record) => of(record)?.date, plain);
  const isEnded = isWithdrawn && [own, ...facts.statements.map(({ stated }) => of(stated))].some((one) => one && isInForce(one.status));
  const said = (record: SubmittedStandard): Edition['status'] | undefined =>
    of(record)?.status ?? (isEnded && record.status === 'withdrawn' ? 'withdrawn' : undefined);
  const status = facts.fact(`${id} status`, own?.status, said, plain);
  const stage = facts.fact(`${id} stage`, own?.stage, (record) => of(record)?.stage, plain);
  const title = facts.fact(`${id} title`, own?.title, (record) => of(record)?.title, plain);
  const variants = facts.union(`${id} variants`, own?.variants, (record) => of(record)?.variants);
  return {
    id,
    ...(kind !== undefined && !(kind === 'edition' && own?.kind === undefined) && { kind }),
    ...(date !== undefined && { date }),
    status: status ?? 'unknown',
    ...(stage !== undefined && { stage }),
    ...(title !== undefined && { title }),
    ...(variants !== undefined && { variants }),
  };
}

/** Puts a text before the first one that is younger; one without a date comes last. */
function insert(editions: Edition[], edition: Edition): void {
  const { date } = edition;
  const at = date === undefined ? -1 : editions.findIndex((other) => other.date === undefined || other.date > date);
  editions.splice(at < 0 ? editions.length : at, 0, edition);
}

/**
 * The texts of a standard: those of the catalogue in their order, what came beside them and what has another date by their dates.
 *
 * @param isWithdrawn whether submissions have withdrawn the standard
 */
export function foldEditions(facts: Facts, isWithdrawn: boolean): readonly Edition[] {
  const own = facts.base?.editions ?? [];
  const known = new Set(own.map(({ id }) => id));
  const added = new Map<string, string>();
  for (const { submission, stated } of facts.statements)
    for (const { id } of stated.editions ?? []) if (!known.has(id) && !added.has(id)) added.set(id, submissionSource(submission.id));
  const folded = own.map(({ id }) => foldEdition(facts, id, isWithdrawn));
  const isMoved = (edition: Edition, at: number): boolean => edition.date !== own[at]?.date;
  const editions = folded.filter((edition, at) => !isMoved(edition, at));
  for (const edition of folded.filter(isMoved)) insert(editions, edition);
  for (const [id, source] of added) {
    facts.sources.set(`editions ${id}`, source);
    insert(editions, foldEdition(facts, id, isWithdrawn));
  }
  return editions;
}
