import type { Dataset, Finding } from '../model/dataset.js';
import { excerpt, pointerOf, type Issue, type IssueCode, type PathStep } from '../model/issue.js';
import { MOST_ISSUES } from '../model/issues.js';
import { parse, type ParseOptions } from '../model/parse.js';
import { mergeFindings, type FindingConflict } from './finding-merge.js';

/** One operation of a patch of findings. @source RFC 6902 */
export type FindingOperation =
  | { readonly op: 'test'; readonly path: '/format'; readonly value: 'standards-map' }
  | { readonly op: 'add'; readonly path: '/findings/-'; readonly value: Finding };

/** What became of a patch: the dataset with the findings that were new to it, or every problem of the patch. */
export type AppliedFindings =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      readonly warnings: readonly Issue[];
      /** Findings that the dataset did not have, in the order in which they were appended. */
      readonly added: readonly Finding[];
      /** Findings of the patch. */
      readonly count: number;
      readonly conflicts: readonly FindingConflict[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly total: number };

/** Operations that are read; the largest list of a dataset is as long. */
const MOST = 20_000;

/**
 * Findings as a JSON patch that adds them to any dataset that has a list of findings.
 *
 * It begins with a test of the format, so that nothing else is ever patched with it.
 */
export const findingsPatch = (findings: readonly Finding[]): readonly FindingOperation[] => [
  { op: 'test', path: '/format', value: 'standards-map' },
  ...findings.map((value) => ({ op: 'add', path: '/findings/-', value }) as const),
];

const issue = (code: IssueCode, path: readonly PathStep[], message: string): Issue => ({
  code,
  severity: 'error',
  pointer: pointerOf(path),
  message,
});

const refused = (...issues: readonly Issue[]): AppliedFindings => ({
  ok: false,
  issues: issues.slice(0, MOST_ISSUES),
  total: issues.length,
});

/** A field of a value of which nothing is known; inherited ones do not count. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

function operationIssue(name: string, operation: unknown, at: number): Issue | undefined {
  const op = field(operation, 'op');
  const path = field(operation, 'path');
  const where = `${name} [${String(at)}]:`;
  const wanted = 'A patch of findings tests "/format" and adds to "/findings/-", nothing else.';
  if (op !== 'test' && op !== 'add') return issue('enum', [at, 'op'], `${where} op ${excerpt(op)} is not one of test, add. ${wanted}`);
  const expected = op === 'test' ? '/format' : '/findings/-';
  if (path !== expected) return issue('enum', [at, 'path'], `${where} path ${excerpt(path)} of op "${op}" is not "${expected}". ${wanted}`);
  const value = field(operation, 'value');
  if (op === 'test' && value !== 'standards-map')
    return issue('version', [at, 'value'], `${where} value ${excerpt(value)} is not the format "standards-map".`);
  return undefined;
}

/** The values that a patch adds, of which nothing is known yet; or what is wrong with its operations. */
function valuesOf(json: unknown, name: string): { readonly values: readonly unknown[] } | AppliedFindings {
  let root: unknown = json;
  if (typeof json === 'string')
    try {
      root = JSON.parse(json);
    } catch (error) {
      const start = excerpt(json.trimStart().slice(0, 40));
      return refused(
        issue('json', [], `${name}: is not JSON, it begins ${start}. ${error instanceof Error ? error.message : String(error)}.`),
      );
    }
  if (!Array.isArray(root)) return refused(issue('type', [], `${name}: is ${excerpt(root)}, expected a list of operations (RFC 6902).`));
  const operations: readonly unknown[] = root;
  if (operations.length > MOST)
    return refused(issue('text', [], `${name}: has ${String(operations.length)} operations, expected at most ${String(MOST)}.`));
  const issues = operations.flatMap((operation, at) => operationIssue(name, operation, at) ?? []);
  if (issues.length > 0) return refused(...issues);
  if (field(operations[0], 'op') !== 'test')
    return refused(
      issue(
        'version',
        [],
        `${name}: does not begin with the test of its format. Expected {"op": "test", "path": "/format", "value": "standards-map"}.`,
      ),
    );
  return { values: operations.filter((operation) => field(operation, 'op') === 'add').map((operation) => field(operation, 'value')) };
}

/** The dataset without what findings do not refer to: what is left is checked in no time, whatever the size of the catalogue. */
function lean(dataset: Dataset, values: readonly unknown[], findings: readonly Finding[]): object {
  const named = new Set<unknown>(
    [...values.map((value) => field(value, 'standards')), ...findings.map(({ standards }) => standards)].flat(),
  );
  const standards = dataset.standards.filter(({ id }) => named.has(id)).map((standard) => ({ ...standard, relations: [] }));
  return {
    ...dataset,
    standards,
    activities: [],
    facts: [],
    expectations: [],
    claims: [],
    stories: [],
    findings: [...values, ...findings],
  };
}

/**
 * Adds the findings of a patch to a dataset, each once: the same patch a second time changes nothing.
 *
 * Every finding is checked as `parse` checks it, against the dataset; issues name it by its place among the findings of the patch. Nothing of the
 * dataset is overwritten: where an id is taken, the added finding gets another one, and the conflict is told.
 *
 * @param dataset a valid one; it is left as it is
 * @param patch JSON text or the value of one, as `findingsPatch` makes it
 */
export function applyFindings(dataset: Dataset, patch: unknown, options: ParseOptions = {}): AppliedFindings {
  const name = options.name ?? 'patch';
  const read = valuesOf(patch, name);
  if ('ok' in read) return read;
  const { values } = read;
  const ids = new Set(values.map((value) => field(value, 'id')));
  const present = dataset.findings ?? [];
  // What is on record is valid; it is there for what the patch replaces, not to be checked against an id that the patch uses anew.
  const others = present.filter(({ id }) => !ids.has(id)).map((finding) => ({ ...finding, replaces: [] }));
  let parsed = parse(lean(dataset, values, others), { name });
  // To name the nearest of all its standards takes the whole dataset.
  if (!parsed.ok) parsed = parse({ ...dataset, findings: [...values, ...others] }, { name });
  if (!parsed.ok) return parsed;
  const { added, conflicts } = mergeFindings(present, (parsed.dataset.findings ?? []).slice(0, values.length));
  return {
    ok: true,
    dataset: added.length === 0 ? dataset : { ...dataset, findings: [...present, ...added] },
    warnings: parsed.warnings,
    added,
    count: values.length,
    conflicts,
  };
}
