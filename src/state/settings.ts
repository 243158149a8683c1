import { AXES } from '../analysis/cell.js';
import { MAX_FILTER_LENGTH } from '../analysis/terms.js';
import { excerpt } from '../model/issue.js';
import { nearest } from '../model/nearest.js';
import { FARTHEST, lensTokens, MAX_LENGTH, MAX_MOVED, MAX_SELECTED, settingOf } from './setting-values.js';
import { ENCODINGS, LANES, LENSES, PANELS, PARTS, VIEWS } from './state.js';
import type { Part, Settings } from './state.js';

export { MAX_MOVED, MAX_SELECTED, plain } from './setting-values.js';
export { PARTS, type Part } from './state.js';

/** A part of a state that somebody gave and that cannot be used. */
export interface SettingIssue {
  readonly part: string;
  readonly got: string;
  readonly expected: string;
  readonly nearest?: string;
  /** `view: got "grpah", expected graph, matrix, timeline, table. Nearest: "graph".` */
  readonly message: string;
}

/** The usable parts, and what was wrong with the others. */
export interface CheckedSettings {
  readonly settings: Settings;
  readonly issues: readonly SettingIssue[];
}

/** An issue with its sentence. */
export function settingIssue(part: string, got: unknown, expected: string, near?: string): SettingIssue {
  const hint = near === undefined ? '' : ` Nearest: "${near}".`;
  const text = typeof got === 'string' ? got : excerpt(got);
  return {
    part,
    got: text,
    expected,
    ...(near !== undefined && { nearest: near }),
    message: `${excerpt(part).slice(1, -1)}: got ${excerpt(got)}, expected ${expected}.${hint}`,
  };
}

type Read = { readonly settings: Settings } | { readonly issue: SettingIssue };

/** The values of the parts that have a closed list. */
const CLOSED: Readonly<Partial<Record<Part, readonly string[]>>> = {
  view: VIEWS,
  color: ENCODINGS,
  group: ENCODINGS,
  rows: AXES,
  columns: AXES,
  lanes: LANES,
  panel: PANELS,
};

/** What was expected of a part that cannot be used. */
function expectedOf(part: Part): string {
  switch (part) {
    case 'cell':
      return 'a row and a column, such as mobility/architecture, or nothing';
    case 'at':
    case 'since':
      return 'a date such as 2019, 2019-05 or 2019-05-23';
    case 'selected':
      return `a list of at most ${String(MAX_SELECTED)} standard ids`;
    case 'highlight':
      return LENSES.join(', ');
    case 'moved':
      return `at most ${String(MAX_MOVED)} records, each with its id, x and y within ±${String(FARTHEST)}`;
    case 'camera':
      return `null, or x, y and k with x and y within ±${String(FARTHEST)} and k above 0`;
    default:
      return CLOSED[part]?.join(', ') ?? `a text of at most ${String(part === 'filter' ? MAX_FILTER_LENGTH : MAX_LENGTH)} characters`;
  }
}

/** One part of a state from outside. */
export function checkSetting(part: Part, got: unknown): Read {
  const settings = settingOf(part, got);
  if (settings) return { settings };
  // Of several lenses the one that is none
  const wrong = part === 'highlight' ? (lensTokens(got)?.find((token) => !LENSES.some((lens) => lens === token)) ?? got) : got;
  const values = part === 'highlight' && lensTokens(got) ? LENSES : CLOSED[part];
  const near = typeof wrong === 'string' && values ? nearest(wrong, values) : undefined;
  return { issue: settingIssue(part, wrong, expectedOf(part), near) };
}

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/**
 * Settings from a plain object: what `plain` gave, stored somewhere, or a scene of a story.
 *
 * Only own properties are read. An unknown or unusable part is left out and told. Never throws.
 */
export function restore(value: unknown): CheckedSettings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      settings: {},
      issues: [settingIssue('state', value, `an object with any of ${PARTS.join(', ')}`)],
    };
  }
  const issues: SettingIssue[] = [];
  let settings: Settings = {};
  for (const [name, got] of Object.entries(value)) {
    if (!isPart(name)) {
      issues.push(settingIssue(name, got, `one of the parts ${PARTS.join(', ')}`, nearest(name, PARTS)));
      continue;
    }
    const read = checkSetting(name, got);
    if ('issue' in read) issues.push(read.issue);
    else settings = { ...settings, ...read.settings };
  }
  return { settings, issues };
}
