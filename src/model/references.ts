import { cycleText } from './cycle-text.js';
import { checkCycles } from './cycles.js';
import { NO_GOAL } from './dataset.js';
import { excerpt, type PathStep } from './issue.js';
import type { ProblemSink } from './issues.js';
import { isFields, records, textOf, type Fields } from './raw.js';
import { CELL_COORDINATES, IDENTIFIED, IN_SCENES, REFERENCES, SHOWN } from './reference-table.js';
import type { KnownIds } from './submission-checks.js';

/** The word for one record of a collection. */
const NAMED = {
  sources: 'a source',
  sdos: 'an SDO',
  committees: 'a committee',
  topics: 'a topic',
  standards: 'a standard',
  activities: 'an activity',
  claims: 'a claim',
  goalFrameworks: 'a goal framework of this dataset',
  goals: 'a goal',
  findings: 'a finding',
  submissions: 'a submission',
  stories: 'a story',
} as const satisfies Record<Collection, string>;
type Collection = (typeof IDENTIFIED)[number];
const isCollection = (name: string): name is Collection => Object.hasOwn(NAMED, name);

function* values(value: unknown, field: readonly string[], path: readonly PathStep[]): Generator<readonly [string, readonly PathStep[]]> {
  const [step, ...rest] = field;
  if (step === undefined) {
    if (typeof value === 'string') yield [value, path];
  } else if (step === '[]') {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* values(item, rest, [...path, i]);
  } else if (isFields(value) && Object.hasOwn(value, step)) yield* values(value[step], rest, [...path, step]);
}

function checkScenes(root: Fields, ids: ReadonlyMap<Collection, ReadonlySet<string>>, list: ProblemSink): void {
  const known = new Set(SHOWN.flatMap((collection) => [...(ids.get(collection) ?? [])]));
  for (const [record, index] of records(root, 'stories'))
    for (const field of IN_SCENES)
      for (const [id, path] of values(record, field, ['stories', index]))
        if (!known.has(id))
          list.add({ code: 'reference', path, says: 'is neither a standard, a committee, a topic nor an SDO', candidates: known });
}

/** Ids per collection; a second record of the same id is an issue. */
function identify(root: Fields, list: ProblemSink): ReadonlyMap<Collection, ReadonlySet<string>> {
  const all = new Map<Collection, ReadonlySet<string>>();
  for (const collection of IDENTIFIED) {
    const first = new Map<string, number>();
    for (const [record, index] of records(root, collection)) {
      const id = textOf(record['id']);
      if (id === undefined) continue;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, index);
      else {
        const says = `is already the id of ${collection}[${String(earlier)}]`;
        list.add({ code: 'duplicate', path: [collection, index, 'id'], says, remedy: 'Give every record an id of its own' });
      }
    }
    all.set(collection, new Set(first.keys()));
  }
  return all;
}

function checkRelations(root: Fields, standards: ReadonlySet<string>, list: ProblemSink): void {
  for (const [record, index] of records(root, 'standards')) {
    const relations: unknown = record['relations'];
    if (!Array.isArray(relations)) continue;
    for (const [at, relation] of relations.entries()) {
      if (!isFields(relation)) continue;
      const to = textOf(relation['to']);
      if (to === undefined) continue;
      const path = ['standards', index, 'relations', at, 'to'];
      const known = standards.has(to);
      if (to === record['id']) list.add({ code: 'cycle', path, says: 'relates a standard to itself' });
      else if (relation['external'] === true) {
        if (known)
          list.add({ code: 'reference', path, says: 'is a standard of this dataset, yet the relation is marked external', warning: true });
      } else if (!known) {
        const remedy = 'Add the standard, or mark the relation "external": true';
        list.add({ code: 'reference', path, says: 'is not a standard', candidates: standards, remedy });
      }
    }
  }
}

function checkAncestry(root: Fields, list: ProblemSink): void {
  const parents = new Map<string, string[]>();
  const placeOf = new Map<string, number>();
  for (const [record, index] of records(root, 'committees')) {
    const id = textOf(record['id']);
    const parent = textOf(record['parent']);
    if (id !== undefined && parent !== undefined && !parents.has(id)) parents.set(id, [parent]);
    if (id !== undefined && !placeOf.has(id)) placeOf.set(id, index);
  }
  checkCycles(parents, (cycle) => {
    const path = ['committees', placeOf.get(cycle[0] ?? '') ?? 0, 'parent'];
    list.add({ code: 'cycle', path, says: `makes a committee its own ancestor: ${cycleText(cycle)}` });
  });
}

function checkSupersession(root: Fields, list: ProblemSink): void {
  const replaced = new Map<string, string[]>();
  const placeOf = new Map<string, number>();
  for (const [record, index] of records(root, 'standards')) {
    const id = textOf(record['id']);
    if (id === undefined || placeOf.has(id)) continue;
    placeOf.set(id, index);
    const relations = Array.isArray(record['relations']) ? record['relations'].filter(isFields) : [];
    const objects = relations.filter((r) => r['type'] === 'supersedes' && r['external'] !== true).flatMap((r) => textOf(r['to']) ?? []);
    // A relation to itself is reported by checkRelations.
    replaced.set(
      id,
      objects.filter((to) => to !== id),
    );
  }
  checkCycles(replaced, (cycle) => {
    const path = ['standards', placeOf.get(cycle[0] ?? '') ?? 0, 'relations'];
    list.add({ code: 'cycle', path, says: `make a standard supersede itself: ${cycleText(cycle)}`, quoted: false });
  });
}

function checkPairs(root: Fields, list: ProblemSink): void {
  for (const [record, index] of records(root, 'standards')) {
    const { topics, reasons } = record;
    if (!Array.isArray(topics) || !Array.isArray(reasons) || topics.length === reasons.length) continue;
    const says = `has ${String(reasons.length)} reasons for ${String(topics.length)} topics`;
    list.add({
      code: 'range',
      path: ['standards', index, 'reasons'],
      says,
      remedy: 'Give one reason for each topic, in the same order',
      quoted: false,
    });
  }
  for (const [record, index] of records(root, 'committees')) {
    const created = textOf(record['created']);
    const dissolved = textOf(record['dissolved']);
    if (created !== undefined && dissolved !== undefined && dissolved < created.slice(0, dissolved.length)) {
      list.add({
        code: 'date',
        path: ['committees', index, 'dissolved'],
        says: `is before the committee was created, ${excerpt(created)}`,
      });
    }
  }
}

/** An expectation of one coordinate or of three speaks of no cell, and would never be heard. */
function checkExpectations(root: Fields, list: ProblemSink): void {
  for (const [record, index] of records(root, 'expectations')) {
    const { state, topics, role, sdo } = record;
    if (state !== 'expected' || !Array.isArray(topics) || topics.length === 0) continue;
    const named = new Set<unknown>(topics).size + Number(role !== undefined) + Number(sdo !== undefined);
    if (named === CELL_COORDINATES) continue;
    const says = `names ${String(named)} of topics, role and SDO, and a cell has ${String(CELL_COORDINATES)}`;
    const remedy = 'Name two topics, or a topic and a role, or a topic and an SDO';
    list.add({ code: 'range', path: ['expectations', index], says, remedy, quoted: false });
  }
}

/** A code names one goal of its framework: filters and links ask by it, and `none` asks for standards without a goal. */
function checkGoals(root: Fields, list: ProblemSink): void {
  const first = new Map<string, number>();
  for (const [record, index] of records(root, 'goals')) {
    const code = textOf(record['code']);
    if (code === undefined) continue;
    const path = ['goals', index, 'code'];
    const key = `${String(textOf(record['framework']))} ${code.toLowerCase()}`;
    const earlier = first.get(key);
    if (code.toLowerCase() === NO_GOAL) list.add({ code: 'range', path, says: 'is the word for standards without a goal' });
    else if (earlier === undefined) first.set(key, index);
    else {
      const says = `is already the code of goals[${String(earlier)}] in its framework`;
      list.add({ code: 'duplicate', path, says, remedy: 'Give every goal of a framework a code of its own' });
    }
  }
}

/**
 * What only the whole dataset can tell: duplicate ids, references that lead nowhere, cycles, lists that belong together; but for what findings and
 * submissions have to keep, which `checkStatements` knows.
 *
 * Works on any JSON value and passes over what has not the expected shape, which the schema reports.
 *
 * @returns the ids that there are
 */
export function checkRecords(root: Fields, list: ProblemSink): KnownIds {
  const ids = identify(root, list);
  for (const [collection = '', ...steps] of REFERENCES) {
    const [field, target = ''] = [steps.slice(0, -1), steps.at(-1)];
    if (!isCollection(target)) throw new Error(`bug: no record of ${target} has an id`);
    const known = ids.get(target) ?? new Set<string>();
    for (const [record, index] of records(root, collection)) {
      for (const [id, path] of values(record, field, [collection, index])) {
        if (!known.has(id)) list.add({ code: 'reference', path, says: `is not ${NAMED[target]}`, candidates: known });
      }
    }
  }
  checkScenes(root, ids, list);
  checkExpectations(root, list);
  checkGoals(root, list);
  const abouts = new Set([...(ids.get('sdos') ?? []), ...(ids.get('committees') ?? [])]);
  for (const [record, index] of records(root, 'facts')) {
    const about = textOf(record['about']);
    if (about !== undefined && !abouts.has(about)) {
      list.add({ code: 'reference', path: ['facts', index, 'about'], says: 'is neither an SDO nor a committee', candidates: abouts });
    }
  }
  checkRelations(root, ids.get('standards') ?? new Set<string>(), list);
  checkAncestry(root, list);
  checkSupersession(root, list);
  checkPairs(root, list);
  const known = (collection: Collection): ReadonlySet<string> => ids.get(collection) ?? new Set<string>();
  const [sdos, committees, topics] = [known('sdos'), known('committees'), known('topics')];
  return { sdos, committees, topics, standards: known('standards'), sources: known('sources') };
}
