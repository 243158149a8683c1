import type { Axis } from '../analysis/cell.js';
import { toggle } from '../analysis/facets.js';
import { formatFilter, parseFilter } from '../analysis/filter.js';
import type { Field } from '../analysis/terms.js';
import type { PartialDate, StandardId } from '../model/dataset.js';

/** The presentations of the same standards and the same selection. */
export const VIEWS = ['graph', 'matrix', 'timeline', 'table'] as const;
export type View = (typeof VIEWS)[number];
/** What can decide the colour or the grouping of standards. */
export const ENCODINGS = ['sdo', 'committee', 'topic', 'status', 'role'] as const;
export type Encoding = (typeof ENCODINGS)[number];
/** The lenses. */
export const LENSES = ['gaps', 'overlaps', 'changes'] as const;
export type Lens = (typeof LENSES)[number];

/** Where the reader looks: a point in layout units, and CSS px per layout unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Everything the reader chose; frozen. */
export interface State {
  readonly view: View;
  /** A filter as written, valid or not. */
  readonly filter: string;
  readonly color: Encoding;
  readonly group: Encoding;
  /** In the order of choosing; each once. */
  readonly selected: readonly StandardId[];
  /** In the order of LENSES. */
  readonly highlight: readonly Lens[];
  /** What the rows and columns of the matrix stand for. */
  readonly rows: Axis;
  readonly columns: Axis;
  /** The open cell of the matrix, `row/column`; empty: none. */
  readonly cell: string;
  /** The day the landscape is shown as of; empty: the latest. */
  readonly at: PartialDate;
  /** The day from which on changes count; empty: none. */
  readonly since: PartialDate;
  /** Null: the whole drawing fits. x and y to a hundredth, k to six digits. */
  readonly camera: Camera | null;
}

/** The parts of a state that somebody asks for. */
export type Settings = Partial<State>;

/** What a reader, a page or a story wants to change. */
export type Intent =
  /** Sets any parts at once: attributes, a permalink, a scene of a story. */
  | { readonly type: 'set'; readonly settings: Settings }
  /** Switches a value of the filter on or off. */
  | { readonly type: 'toggle-filter'; readonly field: Field; readonly value: string }
  | { readonly type: 'toggle-highlight'; readonly lens: Lens }
  /** Selects these standards and no others; none: nothing is selected. */
  | { readonly type: 'select'; readonly ids: readonly StandardId[] }
  /** Adds a standard to the selection, or takes it out. */
  | { readonly type: 'toggle-selected'; readonly id: StandardId }
  | { readonly type: 'move-camera'; readonly camera: Camera | null }
  /** Back to these settings, and to the defaults in all else. */
  | { readonly type: 'reset'; readonly settings?: Settings };

/** What the map shows when nobody has asked for anything. */
export const DEFAULTS: State = Object.freeze({
  view: 'graph',
  filter: '',
  color: 'sdo',
  group: 'sdo',
  selected: Object.freeze([]),
  highlight: Object.freeze([]),
  rows: 'domain',
  columns: 'capability',
  cell: '',
  at: '',
  since: '',
  camera: null,
});

function round({ x, y, k }: Camera): Camera {
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(k) || k <= 0) {
    throw new RangeError(`state: a camera needs finite x and y and a finite k above 0, got x ${String(x)}, y ${String(y)}, k ${String(k)}`);
  }
  // Adding 0 turns -0 into 0: the two print alike, so they must be alike. The least scale keeps six digits from rounding to 0.
  const cents = (value: number): number => Math.round(value * 100) / 100 + 0;
  return Object.freeze({ x: cents(x), y: cents(y), k: Number(k.toPrecision(6)) });
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, place) => value === b[place]);

const sameCamera = (a: Camera | null, b: Camera | null): boolean =>
  a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.k === b.k);

/** The list as it was when nothing in it changed. */
const kept = <T extends string>(before: readonly T[], after: readonly T[]): readonly T[] =>
  sameList(before, after) ? before : Object.freeze([...after]);

function set(state: State, settings: Settings): State {
  const wanted = { ...state, ...settings };
  const isSameMatrix = wanted.rows === state.rows && wanted.columns === state.columns;
  const camera = wanted.camera === null || wanted.camera === state.camera ? wanted.camera : round(wanted.camera);
  const next: State = {
    view: wanted.view,
    filter: wanted.filter,
    color: wanted.color,
    group: wanted.group,
    selected: kept(
      state.selected,
      [...new Set(wanted.selected)].filter((id) => id !== ''),
    ),
    highlight: kept(
      state.highlight,
      LENSES.filter((lens) => wanted.highlight.includes(lens)),
    ),
    rows: wanted.rows,
    columns: wanted.columns,
    // A cell belongs to its rows and columns
    cell: isSameMatrix ? wanted.cell : (settings.cell ?? ''),
    at: wanted.at,
    since: wanted.since,
    camera: sameCamera(state.camera, camera) ? state.camera : camera,
  };
  return equal(state, next) ? state : Object.freeze(next);
}

/** True when two states say the same. */
export function equal(a: State, b: State): boolean {
  return (
    a.view === b.view &&
    a.filter === b.filter &&
    a.color === b.color &&
    a.group === b.group &&
    a.rows === b.rows &&
    a.columns === b.columns &&
    a.cell === b.cell &&
    a.at === b.at &&
    a.since === b.since &&
    sameList(a.selected, b.selected) &&
    sameList(a.highlight, b.highlight) &&
    sameCamera(a.camera, b.camera)
  );
}

const switched = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];

/**
 * The state after an intent.
 *
 * @returns the same object when nothing changes, else a new frozen one that shares unchanged lists
 * @throws RangeError when a camera is not finite or its k is not above 0
 */
export function reduce(state: State, intent: Intent): State {
  switch (intent.type) {
    case 'set':
      return set(state, intent.settings);
    case 'toggle-filter':
      return set(state, { filter: formatFilter(toggle(parseFilter(state.filter).filter, intent.field, intent.value)) });
    case 'toggle-highlight':
      return set(state, { highlight: switched(state.highlight, intent.lens) });
    case 'select':
      return set(state, { selected: intent.ids });
    case 'toggle-selected':
      return set(state, { selected: switched(state.selected, intent.id) });
    case 'move-camera':
      return set(state, { camera: intent.camera });
    case 'reset':
      return set(state, { ...DEFAULTS, ...intent.settings });
  }
}
