import type * as z from 'zod/mini';
import { excerpt, pointerOf, valueAt, type Issue, type PathStep } from './issue.js';
import { IssueList } from './issues.js';

/** What a value is read as. */
export interface Format<T> {
  /** What it is called in messages. */
  readonly name: string;
  /** `the format "standards-map", version 1` */
  readonly expected: string;
  readonly schema: z.ZodMiniType<T>;
  /** What the schema cannot tell; it is handed any object. */
  readonly check: (root: unknown, list: IssueList) => void;
}

/** A value that is of its format, or every problem that stands in the way. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly total: number };

/** Deepest nesting of a dataset is 6; a file nested deeper is not one, and would exhaust the stack of a recursive check. */
const DEEPEST = 32;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  tuple: 'a list',
  null: 'null',
};

type ZodIssue = NonNullable<ReturnType<z.ZodMiniType['safeParse']>['error']>['issues'][number];

/** Reports keys that could reach a prototype, and nesting no dataset has; answers whether the value is safe to walk further. */
export function checkKeys(root: unknown, expected: string, list: IssueList): boolean {
  const pending: { value: object; path: readonly PathStep[] }[] = [];
  const enter = (value: unknown, path: readonly PathStep[]): void => {
    if (typeof value === 'object' && value !== null) pending.push({ value, path });
  };
  enter(root, []);
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    if (entry.path.length > DEEPEST) {
      list.addWhole('depth', `is nested deeper than ${String(DEEPEST)} levels, which no dataset is. Expected ${expected}.`);
      return false;
    }
    for (const key of Object.keys(entry.value)) {
      const path = [...entry.path, Array.isArray(entry.value) ? Number(key) : key];
      if (FORBIDDEN.has(key))
        list.add({ code: 'key', path, says: 'has a key that no dataset may carry', quoted: false, remedy: 'Remove the key' });
      else enter(Reflect.get(entry.value, key), path);
    }
  }
  return true;
}

const KNOWN_FIELDS = 'Remove the field, or correct its name';

function addUnknownFields(issue: ZodIssue & { code: 'unrecognized_keys' }, path: readonly PathStep[], list: IssueList): void {
  for (const key of issue.keys) {
    if (FORBIDDEN.has(key)) continue;
    list.add({
      code: 'unknown-field',
      path: [...path, key],
      says: 'is in a field that the format does not know',
      warning: true,
      remedy: KNOWN_FIELDS,
    });
  }
}

function addTooLong(path: readonly PathStep[], value: unknown, limit: string, list: IssueList): void {
  const size =
    typeof value === 'string' ? `${String(value.length)} characters` : `${String(Array.isArray(value) ? value.length : 0)} entries`;
  list.add({ code: 'text', path, says: `has ${size}, expected ${limit}`, quoted: !Array.isArray(value) });
}

/** What helps against another version of a format. */
function versionRemedy(value: unknown, known: readonly unknown[]): { readonly remedy?: string } {
  const versions = known.filter((one) => typeof one === 'number');
  if (typeof value !== 'number' || versions.length === 0) return {};
  return value < Math.min(...versions)
    ? { remedy: '`migrate` brings earlier datasets up to date, and so does standards-map validate --migrate' }
    : { remedy: 'A newer release of standards-map reads it' };
}

/** Puts one finding of the schema into words. */
function addSchemaIssue(issue: ZodIssue, root: unknown, list: IssueList): void {
  const path = issue.path.filter((step): step is PathStep => typeof step !== 'symbol');
  const value = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      addUnknownFields(issue, path, list);
      return;
    case 'invalid_type': {
      const expected = WORDS[issue.expected] ?? issue.expected;
      if (value === undefined) list.add({ code: 'missing', path, says: `is missing, expected ${expected}`, quoted: false });
      else list.add({ code: 'type', path, says: `is not ${expected}` });
      return;
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (value === undefined)
        list.add({ code: 'missing', path, says: `is missing, expected ${allowed.map(excerpt).join(' or ')}`, quoted: false });
      else if (path.length === 1)
        list.add({
          code: 'version',
          path,
          says: `is not what this library reads, expected ${issue.values.map(excerpt).join(' or ')}`,
          ...versionRemedy(value, issue.values),
        });
      else list.add({ code: 'enum', path, says: `is not one of ${allowed.join(', ')}`, candidates: allowed });
      return;
    }
    case 'too_big':
      if (typeof value === 'number') list.add({ code: 'range', path, says: `is too large, expected at most ${String(issue.maximum)}` });
      else addTooLong(path, value, `at most ${String(issue.maximum)}`, list);
      return;
    case 'too_small':
      if (typeof value === 'number') list.add({ code: 'range', path, says: `is too small, expected at least ${String(issue.minimum)}` });
      else list.add({ code: 'missing', path, says: `is empty, expected at least ${String(issue.minimum)}` });
      return;
    case 'invalid_key':
    case 'invalid_format':
      list.add({ code: 'type', path, says: 'is not a language tag such as "fr" or "zh-Hans"', quoted: false });
      return;
    case 'custom':
      if (issue.params?.['code'] === 'link') list.add({ code: 'link', path, says: 'is not an http or https address' });
      else list.add({ code: 'date', path, says: 'is not a date of the calendar such as 2019, 2019-05 or 2019-05-23' });
      return;
    default:
      list.add({ code: 'type', path, says: `is not valid: ${issue.message}` });
  }
}

function readJson(text: string, list: IssueList): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const start = excerpt(text.trimStart().slice(0, 40));
    list.addWhole('json', `is not JSON, it begins ${start}. ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
}

const unknownPointers = (issue: ZodIssue): readonly string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => pointerOf([...issue.path.filter((step): step is PathStep => typeof step !== 'symbol'), key]))
    : [];

/** A copy without the fields at the given pointers, which the schema then accepts. */
function prune(value: unknown, pointers: ReadonlySet<string>, path: readonly PathStep[] = []): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, i) => prune(item, pointers, [...path, i]));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !pointers.has(pointerOf([...path, key])));
  return Object.fromEntries(kept.map(([key, item]) => [key, prune(item, pointers, [...path, key])]));
}

/**
 * Checks a JSON value against a format: every problem of the schema and of `check` in one pass. What the format does not know is a warning and is
 * left out of the copy that is answered.
 */
export function readAs<T>(json: unknown, { name, expected, schema, check }: Format<T>): Read<T> {
  const early = new IssueList(name, undefined);
  const root = typeof json === 'string' ? readJson(json, early) : json;
  if (early.total > 0) return { ok: false, issues: early.issues, total: early.total };
  const list = new IssueList(name, root);
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    list.addWhole('type', `is ${excerpt(root)}, expected an object of ${expected}.`);
    return { ok: false, issues: list.issues, total: list.total };
  }
  if (!checkKeys(root, expected, list)) return { ok: false, issues: list.issues, total: list.total };
  const checked = schema.safeParse(root);
  for (const issue of checked.error?.issues ?? []) addSchemaIssue(issue, root, list);
  check(root, list);
  if (list.errors > 0) return { ok: false, issues: list.issues, total: list.total };
  if (checked.success) return { ok: true, value: checked.data, warnings: list.issues };
  const known = prune(root, new Set(checked.error.issues.flatMap(unknownPointers)));
  return { ok: true, value: schema.parse(known), warnings: list.issues };
}
