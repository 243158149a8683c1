import { type PathStep } from './issue.js';
import type { ProblemSink } from './issues.js';
import { isFields, records, textOf, type Fields } from './raw.js';

/** What a dataset knows by name. */
export interface KnownIds {
  readonly sdos: ReadonlySet<string>;
  readonly committees: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly standards: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Fields of a statement that name records. */
const NAMING = [
  ['publishers', 'sdos', 'is not an SDO'],
  ['committees', 'committees', 'is not a committee'],
  ['topics', 'topics', 'is not a topic'],
] as const;

const textsOf = (value: unknown): readonly (readonly [text: string, at: number])[] =>
  Array.isArray(value) ? value.flatMap((one: unknown, at) => (typeof one === 'string' ? [[one, at] as const] : [])) : [];

/** A second record of the same id. */
function checkTwice(record: Fields, collection: string, path: readonly PathStep[], list: ProblemSink): void {
  const first = new Map<string, number>();
  for (const [one, at] of records(record, collection)) {
    const id = textOf(one['id']);
    if (id === undefined) continue;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, at);
    else {
      const says = `is already the id of ${collection}[${String(earlier)}]`;
      list.add({ code: 'duplicate', path: [...path, collection, at, 'id'], says, remedy: 'State every record once' });
    }
  }
}

/** Lists that belong together, and a standard that is related to itself. */
function checkStatement(statement: Fields, path: readonly PathStep[], list: ProblemSink): void {
  const { topics, reasons, relations } = statement;
  if (Array.isArray(reasons)) {
    const count = Array.isArray(topics) ? topics.length : 0;
    const says = `has ${String(reasons.length)} reasons for ${String(count)} topics`;
    const remedy = 'Give one reason for each topic, in the same order, or none at all';
    if (reasons.length !== count) list.add({ code: 'range', path: [...path, 'reasons'], says, remedy, quoted: false });
  }
  if (!Array.isArray(relations)) return;
  for (const [at, relation] of relations.entries())
    if (isFields(relation) && relation['to'] !== undefined && relation['to'] === statement['id'])
      list.add({ code: 'cycle', path: [...path, 'relations', at, 'to'], says: 'relates a standard to itself' });
}

/** What a submission has to keep beyond its shape, whatever dataset it is for. */
function checkSubmission(record: Fields, path: readonly PathStep[], list: ProblemSink): void {
  for (const collection of ['sdos', 'committees', 'standards']) checkTwice(record, collection, path, list);
  for (const [statement, at] of records(record, 'standards')) checkStatement(statement, [...path, 'standards', at], list);
}

export function checkSubmissionFile(root: unknown, list: ProblemSink): void {
  if (isFields(root)) checkSubmission(root, [], list);
}

/** A statement that names what nobody has brought yet waits for it: a warning. */
function checkNames(statement: Fields, path: readonly PathStep[], known: KnownIds, list: ProblemSink): void {
  const id = textOf(statement['id']);
  const waits = 'The statement has no effect until there is one';
  if (id !== undefined && !known.standards.has(id))
    list.add({
      code: 'reference',
      path: [...path, 'id'],
      says: 'is not a standard',
      candidates: known.standards,
      remedy: waits,
      warning: true,
    });
  for (const [field, collection, says] of NAMING)
    for (const [text, at] of textsOf(statement[field]))
      if (!known[collection].has(text))
        list.add({
          code: 'reference',
          path: [...path, field, at],
          says,
          candidates: known[collection],
          remedy: waits,
          warning: true,
        });
}

function checkOriginal(original: Fields, path: readonly PathStep[], known: KnownIds, list: ProblemSink): void {
  const id = textOf(original['id']);
  if (id !== undefined && !known.standards.has(id))
    list.add({ code: 'reference', path: [...path, 'id'], says: 'is not a standard', candidates: known.standards });
  for (const [field, collection, says] of [...NAMING, ['sources', 'sources', 'is not a source'] as const])
    for (const [text, at] of textsOf(original[field]))
      if (!known[collection].has(text)) list.add({ code: 'reference', path: [...path, field, at], says, candidates: known[collection] });
}

function checkOriginals(originals: Fields, known: KnownIds, list: ProblemSink): void {
  for (const [collection, says] of [
    ['sdos', 'is not an SDO'],
    ['committees', 'is not a committee'],
  ] as const)
    for (const [text, at] of textsOf(originals[collection]))
      if (!known[collection].has(text))
        list.add({ code: 'reference', path: ['originals', collection, at], says, candidates: known[collection] });
  checkTwice(originals, 'standards', ['originals'], list);
  for (const [original, at] of records(originals, 'standards')) checkOriginal(original, ['originals', 'standards', at], known, list);
}

/** The submissions on record and what the catalogues say without them. */
export function checkSubmissions(root: Fields, known: KnownIds, list: ProblemSink): void {
  const bodies = new Set([...known.sdos, ...known.committees]);
  for (const [record, at] of records(root, 'submissions')) {
    const path = ['submissions', at];
    const body = textOf(record['body']);
    if (body !== undefined && !bodies.has(body))
      list.add({ code: 'reference', path: [...path, 'body'], says: 'is neither an SDO nor a committee', candidates: bodies });
    checkSubmission(record, path, list);
    for (const [statement, place] of records(record, 'standards')) checkNames(statement, [...path, 'standards', place], known, list);
  }
  const { originals } = root;
  if (isFields(originals)) checkOriginals(originals, known, list);
}
