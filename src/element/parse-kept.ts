import type { FindingDraft } from '../analysis/finding-draft.js';
import { applyFindings } from '../analysis/finding-patch.js';
import { VERDICTS, type Dataset, type Finding, type StandardId } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { isFields, readJson } from './parse-json.js';

/** What a browser keeps of findings for one dataset. */
export interface Kept {
  /** Valid for the dataset and not on record in it; oldest first as they came. */
  readonly findings: readonly Finding[];
  /** Findings about standards that the dataset does not have. */
  readonly strangers: readonly Finding[];
  /** Ids of findings that were exported. */
  readonly exported: readonly string[];
  /** What was typed so far, one draft a pair. */
  readonly drafts: readonly FindingDraft[];
  /** The role named last. */
  readonly by: string;
}

export const NOTHING_KEPT: Kept = Object.freeze({ findings: [], strangers: [], exported: [], drafts: [], by: '' });

/** What was read, and whether all of it could be used. */
export interface ReadKept {
  readonly kept: Kept;
  readonly flawless: boolean;
}

/** The form in which findings are kept; other forms are put aside. */
const FORMAT = 'standards-map-findings';
const VERSION = 1;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

function isDraft(value: unknown): value is FindingDraft {
  if (!isFields(value)) return false;
  const { standards, verdict, reason, by, evidence, level, clauses, replaces, date } = value;
  return (
    areTexts(standards) &&
    standards.length >= 2 &&
    [reason, by, evidence].every(isText) &&
    areTexts(clauses) &&
    areTexts(replaces) &&
    (verdict === undefined || VERDICTS.some((one) => one === verdict)) &&
    (level === undefined || (typeof level === 'number' && [1, 2, 3, 4].includes(level))) &&
    (date === undefined || isText(date))
  );
}

interface Sorted {
  readonly findings: readonly Finding[];
  readonly strangers: readonly Finding[];
  readonly flawless: boolean;
}

const patchOf = (values: readonly unknown[]): readonly object[] => [
  { op: 'test', path: '/format', value: 'standards-map' },
  ...values.map((value) => ({ op: 'add', path: '/findings/-', value })),
];

/** Which value of a list an issue is about; undefined where it is about what is on record. */
function placeOf({ pointer }: Issue, values: readonly unknown[]): number | undefined {
  const place = /^\/findings\/(\d+)/.exec(pointer)?.[1];
  return place === undefined || Number(place) >= values.length ? undefined : Number(place);
}

/** The places of values that are wrong, and whether all that is wrong with them is what they refer to. */
function wrongIn(issues: readonly Issue[], values: readonly unknown[]): ReadonlyMap<number, boolean> {
  const wrong = new Map<number, boolean>();
  for (const issue of issues) {
    const place = issue.severity === 'error' ? placeOf(issue, values) : undefined;
    if (place !== undefined) wrong.set(place, (wrong.get(place) ?? true) && issue.code === 'reference');
  }
  return wrong;
}

/**
 * For a list of which not all are valid here: those that are; those about what is not here, well-formed but for what they refer to; and whether
 * there was anything else. What is wrong is taken out in rounds, because what refers to it is wrong without it.
 */
function sortOut(dataset: Dataset, values: readonly unknown[]): Sorted {
  const strangers = new Set<unknown>();
  let flawless = true;
  for (let open = values; ;) {
    const applied = applyFindings(dataset, patchOf(open));
    if (applied.ok) return { findings: applied.added, strangers: values.filter((value) => strangers.has(value)) as Finding[], flawless };
    const wrong = wrongIn(applied.issues, open);
    if (wrong.size === 0) return { findings: [], strangers: [], flawless: false };
    for (const [place, isStranger] of wrong)
      if (isStranger) strangers.add(open[place]);
      else flawless = false;
    open = open.filter((_, place) => !wrong.has(place));
  }
}

function sorted(dataset: Dataset, values: readonly unknown[]): Sorted {
  const applied = applyFindings(dataset, patchOf(values));
  return applied.ok ? { findings: applied.added, strangers: [], flawless: true } : sortOut(dataset, values);
}

/** What a stored text says about a dataset; never throws, and says when something of it could not be used. */
export function parseKept(text: string, dataset: Dataset): ReadKept {
  const root = readJson(text);
  if (!isFields(root) || root['format'] !== FORMAT || root['version'] !== VERSION) return { kept: NOTHING_KEPT, flawless: false };
  const { findings, exported, drafts, by } = root;
  const known = sorted(dataset, listOf(findings));
  const usable = listOf(drafts).filter(isDraft);
  return {
    kept: {
      findings: known.findings,
      strangers: known.strangers,
      exported: areTexts(exported) ? exported : [],
      drafts: usable,
      by: isText(by) ? by : '',
    },
    flawless:
      known.flawless &&
      Array.isArray(findings) &&
      areTexts(exported) &&
      isText(by) &&
      Array.isArray(drafts) &&
      usable.length === drafts.length,
  };
}

/** What is kept as the text that `parseKept` reads. */
export const keptText = ({ findings, strangers, exported, drafts, by }: Kept): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, findings: [...findings, ...strangers], exported, drafts, by });

/** Whether two lists of standards are the same pair. */
export const isPair = (standards: readonly StandardId[], others: readonly StandardId[]): boolean =>
  standards.length === others.length && standards.every((id) => others.includes(id));

const distinct = <T>(list: readonly T[], keyOf: (item: T) => unknown): readonly T[] => [
  ...new Map(list.map((item) => [keyOf(item), item])).values(),
];

/** Both at once; of two drafts on one pair the second one. */
export const unionOf = (a: Kept, b: Kept): Kept => ({
  findings: distinct([...a.findings, ...b.findings], ({ id }) => id),
  strangers: distinct([...a.strangers, ...b.strangers], ({ id }) => id),
  exported: [...new Set([...a.exported, ...b.exported])],
  drafts: [...a.drafts.filter(({ standards }) => !b.drafts.some((draft) => isPair(draft.standards, standards))), ...b.drafts],
  by: b.by || a.by,
});
