import { excerpt, type Issue } from './issue.js';
import { IssueList } from './issues.js';
import { fromVersion0, isTable0 } from './migrate-0.js';
import { checkKeys } from './parse-json.js';
import type { ParseOptions } from './parse.js';
import { isFields, type Fields } from './raw.js';
import { VERSION } from './version.js';

/** One version of the format brought to the next. */
export interface MigrationStep {
  readonly from: number;
  readonly to: number;
  /** What changes, in a sentence. */
  readonly says: string;
}

/** A step that was taken. */
export interface MigrationTaken extends MigrationStep {
  /** What it had to assume, and what the next version has no place for. */
  readonly notes: readonly string[];
}

/** What `migrate` answers: the value in the present version, not yet checked by `parse`, or why it cannot be brought there. */
export type Migrated =
  | {
      readonly ok: true;
      readonly json: unknown;
      readonly from: number;
      readonly to: number;
      /** In their order; none for a value that is of the present version. */
      readonly steps: readonly MigrationTaken[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly total: number };

/** A step with what it does: pure, and the value handed in is unchanged. Problems go to the list; what is answered then is not used. */
interface Step extends MigrationStep {
  readonly run: (json: Fields, list: IssueList) => { readonly json: Fields; readonly notes: readonly string[] };
}

/** A step stays as it is once a release has it: the next change of the format is another step behind it. */
const STEPS: readonly Step[] = [
  {
    from: 0,
    to: 1,
    says: 'A flat table of texts becomes standards with their editions, SDOs, committees, topics and sources.',
    run: fromVersion0,
  },
];

/** The steps there are, oldest first. */
export const MIGRATION_STEPS: readonly MigrationStep[] = Object.freeze(
  STEPS.map(({ from, to, says }) => Object.freeze({ from, to, says })),
);

/** Lines of JSON, one object each, as a table; undefined where the text is anything else. */
function linesOf(text: string): readonly unknown[] | undefined {
  const rows: unknown[] = [];
  try {
    for (const line of text.split('\n')) if (line.trim() !== '') rows.push(JSON.parse(line));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  return rows.length > 0 && rows.every(isFields) ? rows : undefined;
}

function valueOf(json: unknown, list: IssueList): unknown {
  if (typeof json !== 'string') return json;
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const rows = linesOf(json.replace(/^\uFEFF/, ''));
    if (!rows) list.addWhole('json', `is neither JSON nor lines of JSON. ${error.message}.`);
    return rows;
  }
}

/** The object that the steps begin with, and its version; undefined after a problem was told. */
function begin(value: unknown, list: IssueList): { readonly json: Fields; readonly version: number } | undefined {
  const json = isTable0(value) ? { format: 'standards-map', version: 0, standards: Array.isArray(value) ? value : [value] } : value;
  const known = `0 to ${String(VERSION)}`;
  if (!isFields(json)) {
    list.addWhole('version', `is ${excerpt(json)}, expected a dataset of the format "standards-map", version ${known}.`);
    return undefined;
  }
  const { format, version } = json;
  if (format === 'standards-map' && typeof version === 'number' && Number.isInteger(version) && version >= 0 && version <= VERSION)
    return { json, version };
  if (format !== 'standards-map') list.addWhole('version', `format ${excerpt(format)} is no dataset, expected "standards-map".`);
  else if (typeof version === 'number' && version > VERSION) {
    const says = `version ${String(version)} is newer than what this library reads, expected ${known}. Install a newer release of standards-map.`;
    list.addWhole('version', says);
  } else list.addWhole('version', `version ${excerpt(version)} is no version of the format, expected ${known}.`);
  return undefined;
}

/**
 * Brings a dataset of an earlier version of the format to the present one, step by step; never throws on bad data.
 *
 * Version 0 is a flat table of texts: lines of JSON, a list of objects, or `{"format": "standards-map", "version": 0, "standards": [ … ]}`. What
 * comes out is checked by `parse` afterwards; a value of the present version comes out as it is. The value handed in is unchanged.
 *
 * @param json JSON text, lines of JSON, or the value of either
 */
export function migrate(json: unknown, options: ParseOptions = {}): Migrated {
  const name = options.name ?? 'dataset';
  const early = new IssueList(name, undefined);
  const value = valueOf(json, early);
  const begun = early.total > 0 ? undefined : begin(value, early);
  if (!begun) return { ok: false, issues: early.issues, total: early.total };
  const taken: MigrationTaken[] = [];
  let { json: at, version } = begun;
  for (const { from, to, says, run } of STEPS) {
    if (from !== version) continue;
    const list = new IssueList(name, at);
    const step = checkKeys(at, 'a dataset', list) && list.errors === 0 ? run(at, list) : undefined;
    if (!step || list.errors > 0) return { ok: false, issues: list.issues, total: list.total };
    taken.push({ from, to, says, notes: step.notes });
    [at, version] = [step.json, to];
  }
  if (version !== VERSION) throw new Error(`bug: there is no step from version ${String(version)} of the format`);
  return { ok: true, json: at, from: begun.version, to: VERSION, steps: taken };
}
