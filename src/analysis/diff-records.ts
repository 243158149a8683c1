import type { Catalogue } from '../model/catalogue.js';
import type { Dataset, Standard, StandardId } from '../model/dataset.js';
import { RECORD_KINDS, type FieldDifference, type RecordDifference, type RecordKind, type Said, type Sides } from './difference.js';
import type { SaidBy } from './diff-said.js';
import { fieldChange, fieldChanges, isSame, saidValue } from './diff-values.js';

/** One record on its way through a comparison. */
interface Compared {
  /** The same in both editions. */
  readonly key: string;
  readonly id: string;
  readonly label: string;
  /** What is said of it; its id is not part of that. */
  readonly value: object;
  /** What it speaks of; undefined where it belongs to no standard in particular. */
  readonly about?: (wanted: Wanted) => boolean;
}

/** What a narrower comparison looks at. */
interface Wanted {
  readonly standards: ReadonlySet<StandardId>;
  readonly sources: ReadonlySet<string>;
  readonly sdos: ReadonlySet<string>;
  readonly committees: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
}

const without = (record: object): object => Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'id'));
const named = <T extends { readonly id: string }>(
  records: readonly T[] | undefined,
  label: (record: T) => string,
  about?: (record: T) => (wanted: Wanted) => boolean,
): readonly Compared[] =>
  (records ?? []).map((record) => ({
    key: record.id,
    id: record.id,
    label: label(record),
    value: without(record),
    ...(about && { about: about(record) }),
  }));

const speaksOf =
  (ids: readonly StandardId[]) =>
  ({ standards }: Wanted): boolean =>
    ids.some((id) => standards.has(id));

type Records<Kind extends RecordKind> = Readonly<Record<Kind, readonly Compared[]>>;

/** Records that standards name, or that speak of standards. */
const nearRecords = (dataset: Dataset): Records<'submission' | 'finding' | 'source' | 'sdo' | 'committee' | 'topic'> => ({
  submission: named(
    dataset.submissions,
    ({ body, by, date }) => `${body}, ${by}, ${date}`,
    ({ standards }) => speaksOf(standards.map(({ id }) => id)),
  ),
  finding: named(
    dataset.findings,
    ({ standards, verdict }) => `${standards.join(', ')}: ${verdict}`,
    ({ standards }) => speaksOf(standards),
  ),
  source: named(
    dataset.sources,
    ({ catalogue }) => catalogue,
    ({ id }) =>
      ({ sources }) =>
        sources.has(id),
  ),
  sdo: named(
    dataset.sdos,
    ({ name }) => name,
    ({ id }) =>
      ({ sdos }) =>
        sdos.has(id),
  ),
  committee: named(
    dataset.committees,
    ({ title }) => title,
    ({ id }) =>
      ({ committees }) =>
        committees.has(id),
  ),
  topic: named(
    dataset.topics,
    ({ label }) => label,
    ({ id }) =>
      ({ topics }) =>
        topics.has(id),
  ),
});

/** Every other record; those without an id by what they are about. */
function otherRecords(dataset: Dataset): Omit<Records<RecordKind>, keyof ReturnType<typeof nearRecords>> {
  const { title, description, asOf, opening, facts = [], expectations = [], goalTopics = [] } = dataset;
  return {
    activity: named(dataset.activities, ({ committee, date }) => `${committee}, ${date}`),
    fact: facts.map((value) => ({ key: `${value.about} ${value.kind} ${value.text}`, id: value.about, label: value.text, value })),
    expectation: expectations.map((value) => {
      const { topics, role, sdo, state } = value;
      const id = [...topics, role, sdo].filter((part) => part !== undefined).join(' × ');
      return { key: JSON.stringify([topics, role, sdo, state]), id, label: `${state}: ${value.reason}`, value };
    }),
    claim: named(dataset.claims, ({ text }) => text),
    'goal-framework': named(dataset.goalFrameworks, ({ label }) => label),
    goal: named(dataset.goals, ({ label }) => label),
    'goal-topic': goalTopics.map((value) => {
      const { goal, topic, titles } = value;
      return { key: JSON.stringify([goal, topic, titles]), id: `${goal} × ${topic}`, label: value.reason, value };
    }),
    story: named(dataset.stories, (story) => story.title),
    dataset: [{ key: '', id: '', label: title, value: { title, description, asOf, opening } }],
  };
}

/** Every record of a dataset beside its standards, by kind. */
const recordsOf = (dataset: Dataset): Records<RecordKind> => ({ ...nearRecords(dataset), ...otherRecords(dataset) });

/** Records by their key; of several with one key the first, the second and so on. */
function keyed(records: readonly Compared[]): ReadonlyMap<string, Compared> {
  const found = new Map<string, Compared>();
  for (const record of records) {
    let { key } = record;
    while (found.has(key)) key += '\u0000';
    found.set(key, record);
  }
  return found;
}

/** What a record says that only one edition has; a submission its standards by their ids. */
function portrait(value: object): readonly (readonly [string, ReturnType<typeof saidValue>])[] {
  return Object.entries(value).flatMap(([key, one]: readonly [string, unknown]) => {
    if (key === 'xy' || one === undefined) return [];
    const isList = key === 'standards' && Array.isArray(one);
    return [[key, saidValue(isList ? one.map((entry: unknown) => idOf(entry)) : one)] as const];
  });
}

const idOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && Object.hasOwn(entry, 'id') ? Reflect.get(entry, 'id') : entry;

function compared(record: RecordKind, before: readonly Compared[], after: readonly Compared[], said: SaidBy): readonly RecordDifference[] {
  const [known, now] = [keyed(before), keyed(after)];
  const saidOf = (id: string): readonly Said[] => (record === 'sdo' || record === 'committee' ? said.group(id) : []);
  const change = (kind: RecordDifference['kind'], { id, label }: Compared, fields: readonly FieldDifference[]): RecordDifference => ({
    kind,
    record,
    id,
    label,
    fields,
    said: kind === 'record-gone' ? [] : saidOf(id),
  });
  return [
    ...[...now].flatMap(([key, one]): readonly RecordDifference[] => {
      const old = known.get(key);
      if (old === undefined)
        return [
          change(
            'record-new',
            one,
            portrait(one.value).map(([field, value]) => fieldChange(field, undefined, value)),
          ),
        ];
      const fields = isSame(old.value, one.value) ? [] : fieldChanges(old.value, one.value);
      return fields.length === 0 ? [] : [change('record-changed', one, fields)];
    }),
    ...[...known].flatMap(([key, one]) =>
      now.has(key)
        ? []
        : [
            change(
              'record-gone',
              one,
              portrait(one.value).map(([field, value]) => fieldChange(field, value, undefined)),
            ),
          ],
    ),
  ];
}

/** What the wanted standards of both editions name. */
function wantedOf(sides: readonly Catalogue[], standards: ReadonlySet<StandardId>): Wanted {
  const [sources, sdos, committees, topics] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  const add = (catalogue: Catalogue, standard: Standard): void => {
    for (const id of standard.sources) sources.add(id);
    for (const id of catalogue.sdosOf(standard)) sdos.add(id);
    for (const id of standard.topics) topics.add(id);
    for (const committee of standard.committees) for (const { id } of catalogue.path(committee)) committees.add(id);
  };
  for (const side of sides) for (const standard of side.standards) if (standards.has(standard.id)) add(side, standard);
  return { standards, sources, sdos, committees, topics };
}

/** What has changed beside the standards; the seed of the layout and places are drawing, not content. */
export function recordChanges({ before, after }: Sides, said: SaidBy, standards?: ReadonlySet<StandardId>): readonly RecordDifference[] {
  const wanted = standards && wantedOf([before, after], standards);
  const chosen = (records: readonly Compared[]): readonly Compared[] =>
    wanted === undefined ? records : records.filter(({ about }) => about?.(wanted) === true);
  const [known, now] = [recordsOf(before.dataset), recordsOf(after.dataset)];
  return RECORD_KINDS.flatMap((kind) => compared(kind, chosen(known[kind]), chosen(now[kind]), said));
}
