import type { Dataset } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { parse, type Parsed } from '../model/parse.js';
import { readCompact } from '../model/parse-compact.js';
import { parseStory } from '../model/parse-story.js';
import { parseSubmission } from '../model/parse-submission.js';
import { isFields } from '../model/raw.js';
import type { Submission } from '../model/submission.js';
import { Unusable, type Io } from './command.js';
import { readDocument } from './document.js';
import { jsonPlaces, type JsonPlaces } from './json-places.js';
import { datasetRemarks, storyRemarks } from './story-remarks.js';

/** An issue with its place in the file, where the file is text. */
export interface PlacedIssue extends Issue {
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
}

/** What a file can hold. */
export type FileForm = 'dataset' | 'submission' | 'story';

/** What was found out about one file. */
export interface CheckedFile {
  readonly file: string;
  /** No errors; warnings may be there. */
  readonly ok: boolean;
  readonly form: FileForm;
  /** Errors, the first 1,000. */
  readonly issues: readonly PlacedIssue[];
  /** Warnings, the first 1,000 of both. */
  readonly warnings: readonly PlacedIssue[];
  /** How many of both there are. */
  readonly total: number;
}

/** What a file holds, and what is to be said of it. */
export interface Checked {
  readonly report: CheckedFile;
  /** Where it is a valid one. */
  readonly dataset?: Dataset;
  readonly submission?: Submission;
}

const WHAT = 'a dataset (JSON, gzipped or compact), a submission or a story (JSON)';

/** The same issue with the place in front of what it says: `map.json:14:7 standards[12] …`. */
function placed(issue: Issue, file: string, places: JsonPlaces): PlacedIssue {
  const at = issue.code === 'json' ? places.broken?.at : places.of(issue.pointer);
  if (!at) return issue;
  const rest = issue.message.startsWith(file) ? issue.message.slice(file.length) : ` ${issue.message}`;
  const expected = issue.code === 'json' && places.broken ? ` Expected ${places.broken.expected} there.` : '';
  return { ...issue, message: `${file}:${String(at.line)}:${String(at.column)}${rest}${expected}`, ...at };
}

/** A key that is there twice: the value of the first is lost without a word when the file is read. */
const repeatedKeys = (file: string, { repeated }: JsonPlaces): readonly PlacedIssue[] =>
  repeated.map(({ at, key }) => ({
    code: 'key',
    severity: 'error',
    pointer: '',
    message: `${file}:${String(at.line)}:${String(at.column)}: the key ${JSON.stringify(key.slice(0, 60))} is there a second time, and all values but the last are lost. Remove all but one.`,
    ...at,
  }));

/** What a parser answers. */
type Read =
  | { readonly ok: true; readonly dataset?: Dataset; readonly submission?: Submission; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly total: number };

function reported(file: string, form: FileForm, read: Read, text: string | undefined): Checked {
  const found = read.ok ? read.warnings : read.issues;
  const places = text === undefined ? undefined : jsonPlaces(text, new Set(found.map(({ pointer }) => pointer)));
  const all = [...(places ? repeatedKeys(file, places) : []), ...(places ? found.map((issue) => placed(issue, file, places)) : found)];
  const issues = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  const total = (read.ok ? found.length : read.total) + all.length - found.length;
  const ok = issues.length === 0;
  return {
    report: { file, ok, form, issues, warnings, total },
    ...(ok && read.ok && read.dataset && { dataset: read.dataset }),
    ...(ok && read.ok && read.submission && { submission: read.submission }),
  };
}

/** What the scenes of a dataset ask of the map is told beside what is wrong with it. */
function readDataset(file: string, parsed: Parsed): Read {
  if (!parsed.ok) return parsed;
  return { ...parsed, warnings: [...parsed.warnings, ...datasetRemarks(parsed.dataset, file)] };
}

function readStory(file: string, value: unknown): Read {
  const parsed = parseStory(value, { name: file });
  return parsed.ok ? { ok: true, warnings: [...parsed.warnings, ...storyRemarks(parsed.story, file)] } : parsed;
}

/** The value of a text; undefined where it is no JSON, and `parse` says so. */
function valueOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/**
 * Checks one file: a dataset in any form, a submission, or a story.
 *
 * @throws Unusable when it cannot be read or is neither
 */
export async function checkFile(file: string, io: Io): Promise<Checked> {
  const document = await readDocument(file, WHAT, io);
  const named = { name: file };
  if (document.form === 'table')
    throw new Unusable(`${file}: is a table. Expected ${WHAT}; standards-map import makes a submission of a table.`);
  if (document.form === 'compact') return reported(file, 'dataset', readDataset(file, readCompact(document.bytes, named)), undefined);
  const { text } = document;
  const value = valueOf(text);
  if (isFields(value) && value['format'] === 'standards-map-submission')
    return reported(file, 'submission', parseSubmission(value, named), text);
  if (isFields(value) && value['format'] === 'standards-map-story') return reported(file, 'story', readStory(file, value), text);
  return reported(file, 'dataset', readDataset(file, parse(value ?? text, named)), text);
}
