import type { Conflict, Edition, Relation, Standard, Status } from '../model/dataset.js';
import type { FieldDifference, Said, StandardDifference } from './difference.js';
import type { SaidBy } from './diff-said.js';
import { conflictText, editionText, fieldChange, fieldChanges, isSame, isSameSet, relationText, saidValue } from './diff-values.js';

const NONE: readonly never[] = Object.freeze([]);

/** Where a standard has ended. */
export const isEnded = (status: Status): status is 'withdrawn' | 'superseded' => status === 'withdrawn' || status === 'superseded';

/** What tells where a standard belongs; the topics stand by their reasons. */
const CLASSIFICATION = ['committees', 'role', 'level', 'kind', 'tier'] as const;
/** Fields that have a class of their own. */
const APART: ReadonlySet<string> = new Set([
  'id',
  'title',
  'titles',
  'status',
  'withdrawn',
  'editions',
  'topics',
  'reasons',
  'relations',
  'conflicts',
  ...CLASSIFICATION,
]);

/** The entries of a list by a key; of several with one key the first, the second and so on. */
function keyed<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of list) {
    const key = keyOf(one);
    let name = key;
    for (let number = 2; found.has(name); number++) name = `${key}\u0000${String(number)}`;
    found.set(name, one);
  }
  return found;
}

/** The texts of a standard that are new, differ or are gone; the order of the list follows their dates and says nothing of its own. */
function editionChanges(before: readonly Edition[], after: readonly Edition[]): readonly FieldDifference[] {
  if (isSame(before, after)) return NONE;
  const [known, now] = [keyed(before, ({ id }) => id), keyed(after, ({ id }) => id)];
  return [
    ...[...now].flatMap(([key, text]): readonly FieldDifference[] => {
      const old = known.get(key);
      if (old === undefined) return [fieldChange('editions', undefined, editionText(text), text.id)];
      return fieldChanges(old, text).map((change) => ({ ...change, field: `editions.${change.field}`, of: text.id }));
    }),
    ...[...known].flatMap(([key, text]) => (now.has(key) ? [] : [fieldChange('editions', editionText(text), undefined, text.id)])),
  ];
}

/** Entries of a list that the other has not, as often as it has not. */
function missingFrom<T>(list: readonly T[], others: readonly T[], textOf: (one: T) => string): readonly T[] {
  const known = keyed(others, textOf);
  return [...keyed(list, textOf)].flatMap(([key, one]) => (known.has(key) ? [] : [one]));
}

/** Topics with the reasons that stand at their places. */
const topicsOf = ({ topics, reasons }: Standard): readonly string[] => topics.map((topic, at) => `${topic}: ${reasons[at] ?? ''}`);

function topicChanges(
  before: Standard,
  after: Standard,
): { readonly topics: readonly FieldDifference[]; readonly reasons: readonly FieldDifference[] } {
  if (isSame(before.topics, after.topics) && isSame(before.reasons, after.reasons)) return { topics: NONE, reasons: NONE };
  const reasons =
    isSameSet(topicsOf(before), topicsOf(after)) && before.reasons.length === after.reasons.length
      ? NONE
      : [fieldChange('reasons', topicsOf(before), topicsOf(after))];
  if (isSameSet(before.topics, after.topics)) return { topics: NONE, reasons };
  return { topics: [fieldChange('topics', before.topics, after.topics), ...reasons], reasons: NONE };
}

/** Relations that have come, and that are no more; what leads to a standard that was renamed leads there still. */
function relationChanges(before: Standard, after: Standard, renamed: ReadonlyMap<string, string>): readonly FieldDifference[] {
  const [known, now] = [before.relations ?? NONE, after.relations ?? NONE];
  if (isSame(known, now)) return NONE;
  const moved = known.map((relation): Relation => ({ ...relation, to: renamed.get(relation.to) ?? relation.to }));
  const [gone, come] = [missingFrom(moved, now, relationText), missingFrom(now, moved, relationText)];
  if (gone.length + come.length === 0) return NONE;
  return [fieldChange('relations', gone.map(relationText), come.map(relationText))];
}

const titleChanges = (before: Standard, after: Standard): readonly FieldDifference[] => [
  ...(before.title === after.title ? NONE : [fieldChange('title', before.title, after.title)]),
  ...fieldChanges(before.titles ?? {}, after.titles ?? {}).map((change) => ({ ...change, field: `titles.${change.field}` })),
];

/** Conflicts that the later edition has and the earlier has not, and the other way round. */
function conflictChanges(
  before: Standard | undefined,
  after: Standard,
): readonly (readonly ['conflict' | 'resolved', readonly Conflict[]])[] {
  const [known, now] = [before?.conflicts ?? NONE, after.conflicts ?? NONE];
  if (isSame(known, now)) return NONE;
  const lists = [
    ['conflict', missingFrom(now, known, conflictText)] as const,
    ['resolved', missingFrom(known, now, conflictText)] as const,
  ];
  return lists.filter(([, list]) => list.length > 0);
}

function statusFields(before: Standard, after: Standard): readonly FieldDifference[] {
  return [
    ...(before.status === after.status ? NONE : [fieldChange('status', before.status, after.status)]),
    ...(before.withdrawn === after.withdrawn ? NONE : [fieldChange('withdrawn', before.withdrawn, after.withdrawn)]),
  ];
}

/** Status and texts of a standard, as one class each: what ends or begins anew takes along the texts that do. */
function lifeChanges(before: Standard, after: Standard): readonly Found[] {
  const texts = editionChanges(before.editions, after.editions);
  const status = statusFields(before, after);
  const ended = isEnded(after.status) && before.status !== after.status;
  const began = isEnded(before.status) && !isEnded(after.status);
  if (!ended && !began) return status.length + texts.length === 0 ? [] : [{ kind: 'revised', fields: [...status, ...texts] }];
  const along = texts.filter(
    ({ field, after: now }) => field === 'editions.status' && (now === 'withdrawn' || now === 'superseded') === ended,
  );
  const rest = texts.filter((change) => !along.includes(change));
  const fields = [...status, ...along];
  return [
    isEnded(after.status) ? { kind: 'withdrawn', how: after.status, fields } : { kind: 'reinstated', fields },
    ...(rest.length === 0 ? [] : [{ kind: 'revised', fields: rest } as const]),
  ];
}

const conflictSaid = (conflicts: readonly Conflict[], said: SaidBy): readonly Said[] =>
  said.sources(conflicts.flatMap(({ source, otherSource }) => [source, otherSource]));

type Found = Pick<StandardDifference, 'kind' | 'fields' | 'how'>;

/** Where nothing but the sources is edited, they go with what else has changed: whoever stated that is one of them. */
function withSources(found: readonly Found[]): readonly Found[] {
  const [first, ...others] = found;
  const last = others.at(-1);
  if (!first || last?.kind !== 'edited' || !last.fields.every(({ field }) => field === 'sources')) return found;
  return [{ ...first, fields: [...first.fields, ...last.fields] }, ...others.slice(0, -1)];
}

/**
 * What has changed for a standard that both editions have, by class; empty where nothing has.
 *
 * @param evidence what a new id rests on; absent where the id is as it was
 */
export function standardChanges(
  before: Standard,
  after: Standard,
  {
    said,
    renamed,
    evidence,
  }: { readonly said: SaidBy; readonly renamed: ReadonlyMap<string, string>; readonly evidence: string | undefined },
): readonly StandardDifference[] {
  if (isSame(before, after)) return NONE;
  const { topics, reasons } = topicChanges(before, after);
  const classes = CLASSIFICATION.flatMap((field) =>
    isSame(before[field], after[field]) ? [] : [fieldChange(field, before[field], after[field])],
  );
  const other = [...fieldChanges(before, after, APART), ...reasons, ...relationChanges(before, after, renamed)];
  const isName = ({ field }: FieldDifference): boolean => evidence !== undefined && field === 'aliases';
  const name = evidence === undefined ? NONE : [fieldChange('id', before.id, after.id), fieldChange('evidence', undefined, evidence)];
  const found: readonly Found[] = [
    ...lifeChanges(before, after),
    { kind: 'reclassified', fields: [...topics, ...classes] },
    { kind: 'retitled', fields: titleChanges(before, after) },
    { kind: 'renamed', fields: name.length === 0 ? NONE : [...name, ...other.filter(isName)] },
    { kind: 'edited', fields: other.filter((change) => !isName(change)) },
  ];
  const ids = [...new Set([after.id, before.id])];
  const told = { id: after.id, title: after.title };
  return [
    ...withSources(found.filter(({ fields }) => fields.length > 0)).map((change): StandardDifference => ({
      ...change,
      ...told,
      said: change.kind === 'renamed' ? said.standard(...ids) : said.fields(ids, change.fields),
    })),
    ...conflictChanges(before, after).map(([kind, conflicts]): StandardDifference => ({
      kind,
      ...told,
      fields: NONE,
      conflicts,
      said: conflictSaid(conflicts, said),
    })),
  ];
}

const portrait = ({ status, deliverable, publishers, committees, topics, editions }: Standard) =>
  Object.entries({ status, deliverable, publishers, committees, topics, editions: editions.map(editionText) });

/** A standard that only the later edition has, with its conflicts. */
export function arrival(standard: Standard, said: SaidBy): readonly StandardDifference[] {
  const { id, title } = standard;
  const fields = portrait(standard).map(([field, value]) => fieldChange(field, undefined, saidValue(value)));
  return [
    { kind: 'new', id, title, fields, said: said.standard(id) },
    ...conflictChanges(undefined, standard).map(([kind, conflicts]): StandardDifference => ({
      kind,
      id,
      title,
      fields: NONE,
      conflicts,
      said: conflictSaid(conflicts, said),
    })),
  ];
}

/** A standard that only the earlier edition has. @param now where it is found now */
export function departure(standard: Standard, now: string | undefined): StandardDifference {
  const { id, title } = standard;
  const fields = portrait(standard).map(([field, value]) => fieldChange(field, saidValue(value), undefined));
  return { kind: 'withdrawn', how: 'gone', id, title, fields, ...(now !== undefined && { now }), said: NONE };
}
