import { AXES } from '../analysis/cell.js';
import { MAX_FILTER_LENGTH } from '../analysis/terms.js';
import { isPartialDate } from '../model/value.js';
import { ENCODINGS, LANES, LENSES, PANELS, PARTS, VIEWS } from './state.js';
import type { Camera, Moved, Part, Settings, State } from './state.js';

/** Longest text or id that is taken over, in UTF-16 units; a filter can be longer. */
export const MAX_LENGTH = 4000;
/** Most standards that can be selected. */
export const MAX_SELECTED = 1000;
/** Most records at places of the reader's own. */
export const MAX_MOVED = 1000;
/** Layout coordinates stay within ±1e6; a camera may stand a little outside. */
export const FARTHEST = 1e7;

/** Settings of one part; undefined for what cannot be used. */
type Usable = Settings | undefined;

function oneOf<T extends string>(values: readonly T[], got: unknown, settings: (value: T) => Settings): Usable {
  const found = values.find((value) => value === got);
  return found === undefined ? undefined : settings(found);
}

const isText = (got: unknown, most = MAX_LENGTH): got is string => typeof got === 'string' && got.length <= most;

const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Lenses as a list, or as the tokens of an attribute; undefined for anything else. */
export function lensTokens(got: unknown): readonly string[] | undefined {
  const tokens: unknown = typeof got === 'string' ? got.split(/[\s,]+/).filter((token) => token !== '') : got;
  return isStrings(tokens) ? tokens : undefined;
}

function highlight(got: unknown): Usable {
  const tokens = lensTokens(got);
  if (!tokens?.every((token) => LENSES.some((lens) => lens === token))) return undefined;
  return { highlight: LENSES.filter((lens) => tokens.includes(lens)) };
}

function selected(got: unknown): Usable {
  const isUsable = isStrings(got) && got.length <= MAX_SELECTED && got.every((id) => id !== '' && isText(id));
  return isUsable ? { selected: [...new Set(got)] } : undefined;
}

const isNear = (place: unknown): boolean => typeof place === 'number' && Math.abs(place) <= FARTHEST;

function isMoved(value: unknown): value is Moved {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('x' in value) || !('y' in value)) return false;
  const { id, x, y } = value;
  return isText(id) && id !== '' && isNear(x) && isNear(y);
}

function isCamera(value: unknown): value is Camera {
  if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value) || !('k' in value)) return false;
  const { x, y, k } = value;
  return isNear(x) && isNear(y) && typeof k === 'number' && k > 0 && k <= FARTHEST;
}

/** One part of a state from outside; undefined where it cannot be used. */
export function settingOf(part: Part, got: unknown): Usable {
  switch (part) {
    case 'view':
      return oneOf(VIEWS, got, (view) => ({ view }));
    case 'color':
    case 'group':
      return oneOf(ENCODINGS, got, (encoding) => ({ [part]: encoding }));
    case 'rows':
    case 'columns':
      return oneOf(AXES, got, (axis) => ({ [part]: axis }));
    case 'lanes':
      return oneOf(LANES, got, (lanes) => ({ lanes }));
    case 'panel':
      return oneOf(PANELS, got, (panel) => ({ panel }));
    case 'cell':
      return isText(got) && (got === '' || /^[^/]+\/[^/]+$/.test(got)) ? { cell: got } : undefined;
    case 'at':
    case 'since':
      return typeof got === 'string' && (got === '' || isPartialDate(got)) ? { [part]: got } : undefined;
    case 'selected':
      return selected(got);
    case 'highlight':
      return highlight(got);
    case 'moved':
      return Array.isArray(got) && got.length <= MAX_MOVED && got.every(isMoved)
        ? { moved: got.map(({ id, x, y }) => ({ id, x, y })) }
        : undefined;
    case 'camera':
      if (got === null) return { camera: null };
      return isCamera(got) ? { camera: { x: got.x, y: got.y, k: got.k } } : undefined;
    default:
      // A text of the reader's; what of it can be used is for whoever reads it to say
      return isText(got, part === 'filter' ? MAX_FILTER_LENGTH : MAX_LENGTH) ? { [part]: got } : undefined;
  }
}

/** The parts of a plain object that can be used, as `restore` finds them; what cannot be is left out. */
export function usable(value: unknown): Settings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const own = new Map(Object.entries(value));
  const found = PARTS.map((part) => (own.has(part) ? settingOf(part, own.get(part)) : undefined));
  return found.reduce<Settings>((all, one) => ({ ...all, ...one }), {});
}

/** A state as an object of its own that survives JSON; `restore` reads it back. */
export function plain(state: State): State {
  const { selected: ids, highlight: lenses, moved, camera } = state;
  return {
    ...state,
    selected: [...ids],
    highlight: [...lenses],
    moved: moved.map((one) => ({ ...one })),
    camera: camera && { ...camera },
  };
}
