import type { Axis } from '../analysis/cell.js';
import { GOAL_FRAMEWORKS, type PartialDate, type StandardId } from '../model/dataset.js';

/** The presentations of the same standards and the same selection. */
export const VIEWS = ['graph', 'matrix', 'timeline', 'table'] as const;
export type View = (typeof VIEWS)[number];
/** What can decide the colour or the grouping of standards. */
export const ENCODINGS = ['sdo', 'committee', 'topic', 'status', 'role', ...GOAL_FRAMEWORKS] as const;
export type Encoding = (typeof ENCODINGS)[number];
/** The lenses. */
export const LENSES = ['gaps', 'overlaps', 'changes'] as const;
export type Lens = (typeof LENSES)[number];

/** What the lanes of the timeline can stand for. */
export const LANES = ['sdo', 'committee', 'topic'] as const;
export type Lanes = (typeof LANES)[number];
/** What can stand over the map for the selection, beside the details of a record: nothing, or a comparison. */
export const PANELS = ['', 'compare'] as const;
export type Panel = (typeof PANELS)[number];

/** A record that the reader has dragged to a place of its own, in layout units. */
export interface Moved {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

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
  /** Order of the table: columns between commas, each breaking the ties of those before it; a leading minus turns one round. As written. */
  readonly sort: string;
  /** Columns of the table in their order, between commas; empty: the usual ones. As written. */
  readonly fields: string;
  /** The field that the rows of the table are grouped by; empty: none. As written. */
  readonly by: string;
  /** What the lanes of the timeline stand for. */
  readonly lanes: Lanes;
  readonly panel: Panel;
  /** The day the landscape is shown as of; empty: the latest. */
  readonly at: PartialDate;
  /** The day from which on changes count; empty: none. */
  readonly since: PartialDate;
  /** Records at places of the reader's own, in the order of dragging; each once. x and y to a hundredth. */
  readonly moved: readonly Moved[];
  /** What the reader calls this view; empty: it has no name. */
  readonly name: string;
  /** Null: the whole drawing fits. x and y to a hundredth, k to six digits. */
  readonly camera: Camera | null;
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

/** The parts of a state that somebody asks for. */
export type Settings = Partial<State>;

/** What a reader, a page or a story wants to change. */
export type Intent =
  /** Sets any parts at once: attributes, a permalink, a scene of a story. */
  | { readonly type: 'set'; readonly settings: Settings }
  /** Selects these standards and no others; none: nothing is selected. */
  | { readonly type: 'select'; readonly ids: readonly StandardId[] }
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
  sort: '',
  fields: '',
  by: '',
  lanes: 'sdo',
  panel: '',
  at: '',
  since: '',
  moved: Object.freeze([]),
  name: '',
  camera: null,
});

function round({ x, y, k }: Camera): Camera {
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(k) || k <= 0) {
    throw new RangeError(`state: a camera needs finite x and y and a finite k above 0, got x ${String(x)}, y ${String(y)}, k ${String(k)}`);
  }
  return Object.freeze({ x: cents(x), y: cents(y), k: Number(k.toPrecision(6)) });
}

/** Adding 0 turns -0 into 0: the two print alike, so they must be alike. */
const cents = (value: number): number => Math.round(value * 100) / 100 + 0;

/** The last place of each record; the list as it was when nothing in it changed. */
function placed(before: readonly Moved[], after: readonly Moved[]): readonly Moved[] {
  if (before === after) return before;
  const last = new Map<string, Moved>();
  for (const { id, x, y } of after) {
    last.delete(id);
    last.set(id, Object.freeze({ id, x: cents(x), y: cents(y) }));
  }
  const list = [...last.values()];
  return sameMoved(before, list) ? before : Object.freeze(list);
}

const sameMoved = (a: readonly Moved[], b: readonly Moved[]): boolean =>
  a === b || (a.length === b.length && a.every(({ id, x, y }, i) => b[i]?.id === id && b[i].x === x && b[i].y === y));

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, place) => value === b[place]);

/** Whether two cameras stand at the same place. */
export const isSameCamera = (a: Camera | null | undefined, b: Camera | null | undefined): boolean =>
  a === b || (a != null && a.x === b?.x && a.y === b.y && a.k === b.k);

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
    sort: wanted.sort,
    fields: wanted.fields,
    by: wanted.by,
    lanes: wanted.lanes,
    panel: wanted.panel,
    at: wanted.at,
    since: wanted.since,
    moved: placed(state.moved, wanted.moved),
    name: wanted.name,
    camera: isSameCamera(state.camera, camera) ? state.camera : camera,
  };
  return equal(state, next) ? state : Object.freeze(next);
}

/** Parts that are one text each. */
const TEXTS = PARTS.filter((part) => typeof DEFAULTS[part] === 'string');

/** True when two states say the same. */
export const equal = (a: State, b: State): boolean =>
  TEXTS.every((part) => a[part] === b[part]) &&
  sameList(a.selected, b.selected) &&
  sameList(a.highlight, b.highlight) &&
  sameMoved(a.moved, b.moved) &&
  isSameCamera(a.camera, b.camera);

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
    case 'select':
      return set(state, { selected: intent.ids });
    case 'move-camera':
      return set(state, { camera: intent.camera });
    case 'reset':
      return set(state, { ...DEFAULTS, ...intent.settings });
  }
}
