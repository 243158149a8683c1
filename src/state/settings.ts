import { AXES } from '../analysis/cell.js';
import { MAX_FILTER_LENGTH } from '../analysis/filter-terms.js';
import { excerpt } from '../model/issue.js';
import { nearest } from '../model/nearest.js';
import { isPartialDate } from '../model/value.js';
import { ENCODINGS, LANES, LENSES, PANELS, VIEWS } from './state.js';
import type { Camera, Moved, Settings, State } from './state.js';

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

/** The parts of a state, in the order in which a permalink writes them. */
export const PARTS = [
  'view',
  'filter',
  'color',
  'group',
  'selected',
  'highlight',
  'rows',
  'columns',
  'cell',
  'sort',
  'fields',
  'by',
  'lanes',
  'panel',
  'at',
  'since',
  'moved',
  'name',
  'camera',
] as const satisfies readonly (keyof State)[];
export type Part = (typeof PARTS)[number];

/** Longest text or id that is taken over, in UTF-16 units; a filter can be longer. */
const MAX_LENGTH = 4000;
/** Most standards that can be selected. */
export const MAX_SELECTED = 1000;
/** Most records at places of the reader's own. */
export const MAX_MOVED = 1000;
/** Layout coordinates stay within ±1e6; a camera may stand a little outside. */
const FARTHEST = 1e7;

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

function oneOf<T extends string>(part: Part, values: readonly T[], got: unknown, settings: (value: T) => Settings): Read {
  const found = values.find((value) => value === got);
  if (found !== undefined) return { settings: settings(found) };
  return { issue: settingIssue(part, got, values.join(', '), typeof got === 'string' ? nearest(got, values) : undefined) };
}

function date(part: 'at' | 'since', got: unknown): Read {
  if (typeof got === 'string' && (got === '' || isPartialDate(got))) return { settings: { [part]: got } };
  return { issue: settingIssue(part, got, 'a date such as 2019, 2019-05 or 2019-05-23') };
}

function cell(got: unknown): Read {
  if (typeof got === 'string' && got.length <= MAX_LENGTH && (got === '' || /^[^/]+\/[^/]+$/.test(got))) return { settings: { cell: got } };
  return { issue: settingIssue('cell', got, 'a row and a column, such as mobility/architecture, or nothing') };
}

const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

function selected(got: unknown): Read {
  const usable = isStrings(got) && got.length <= MAX_SELECTED && got.every((id) => id !== '' && id.length <= MAX_LENGTH);
  return usable
    ? { settings: { selected: [...new Set(got)] } }
    : { issue: settingIssue('selected', got, `a list of at most ${String(MAX_SELECTED)} standard ids`) };
}

/** Lenses as a list, or as the tokens of an attribute. */
function highlight(got: unknown): Read {
  const tokens = typeof got === 'string' ? got.split(/[\s,]+/).filter((token) => token !== '') : got;
  if (!isStrings(tokens)) return { issue: settingIssue('highlight', got, LENSES.join(', ')) };
  const wrong = tokens.find((token) => !LENSES.some((lens) => lens === token));
  if (wrong !== undefined) return { issue: settingIssue('highlight', wrong, LENSES.join(', '), nearest(wrong, LENSES)) };
  return { settings: { highlight: LENSES.filter((lens) => tokens.includes(lens)) } };
}

const isNear = (place: unknown): boolean => typeof place === 'number' && Math.abs(place) <= FARTHEST;

function isMoved(value: unknown): value is Moved {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('x' in value) || !('y' in value)) return false;
  const { id, x, y } = value;
  return typeof id === 'string' && id !== '' && id.length <= MAX_LENGTH && isNear(x) && isNear(y);
}

function moved(got: unknown): Read {
  if (Array.isArray(got) && got.length <= MAX_MOVED && got.every(isMoved)) {
    return { settings: { moved: got.map(({ id, x, y }) => ({ id, x, y })) } };
  }
  return {
    issue: settingIssue('moved', got, `at most ${String(MAX_MOVED)} records, each with its id, x and y within ±${String(FARTHEST)}`),
  };
}

/** A text of the reader's; what of it can be used is for whoever reads it to say. */
function text(part: 'filter' | 'sort' | 'fields' | 'by' | 'name', got: unknown): Read {
  const most = part === 'filter' ? MAX_FILTER_LENGTH : MAX_LENGTH;
  if (typeof got === 'string' && got.length <= most) return { settings: { [part]: got } };
  return { issue: settingIssue(part, got, `a text of at most ${String(most)} characters`) };
}

function isCamera(value: unknown): value is Camera {
  if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value) || !('k' in value)) return false;
  const { x, y, k } = value;
  return isNear(x) && isNear(y) && typeof k === 'number' && k > 0 && k <= FARTHEST;
}

/** One part of a state from outside. */
export function checkSetting(part: Part, got: unknown): Read {
  switch (part) {
    case 'view':
      return oneOf(part, VIEWS, got, (view) => ({ view }));
    case 'color':
      return oneOf(part, ENCODINGS, got, (color) => ({ color }));
    case 'group':
      return oneOf(part, ENCODINGS, got, (group) => ({ group }));
    case 'rows':
      return oneOf(part, AXES, got, (rows) => ({ rows }));
    case 'columns':
      return oneOf(part, AXES, got, (columns) => ({ columns }));
    case 'cell':
      return cell(got);
    case 'at':
    case 'since':
      return date(part, got);
    case 'selected':
      return selected(got);
    case 'highlight':
      return highlight(got);
    case 'lanes':
      return oneOf(part, LANES, got, (lanes) => ({ lanes }));
    case 'panel':
      return oneOf(part, PANELS, got, (panel) => ({ panel }));
    case 'moved':
      return moved(got);
    case 'filter':
    case 'sort':
    case 'fields':
    case 'by':
    case 'name':
      return text(part, got);
    case 'camera': {
      if (got === null) return { settings: { camera: null } };
      if (isCamera(got)) return { settings: { camera: { x: got.x, y: got.y, k: got.k } } };
      return { issue: settingIssue(part, got, `null, or x, y and k with x and y within ±${String(FARTHEST)} and k above 0`) };
    }
  }
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

/** A state as an object of its own that survives JSON; `restore` reads it back. */
export function plain(state: State): State {
  const { selected, highlight, moved: places, camera } = state;
  return {
    ...state,
    selected: [...selected],
    highlight: [...highlight],
    moved: places.map((one) => ({ ...one })),
    camera: camera && { ...camera },
  };
}
