import type { CellChanges } from '../../analysis/cell-changes.js';
import type { Axis, Cell, Coverage } from '../../analysis/cell.js';
import type { CommitteeMatrix } from '../../analysis/committee-matrix.js';
import type { CommitteePairDetail } from '../../analysis/committee-pair.js';
import type { CommitteeId, StandardId } from '../../model/dataset.js';
import type { Axes } from './matrix-axes.js';
import type { GridPosition } from './matrix-keys.js';
import type { MatrixSort } from './matrix-order.js';

/** A cell by its row and column. */
export interface CellRef {
  readonly row: string;
  readonly column: string;
}

/** Two standards of a cell that may do the same. */
export interface CellPair {
  readonly a: StandardId;
  readonly b: StandardId;
  readonly band: string;
}

/** What the matrix shows. */
export interface MatrixData {
  /** Undefined until it is counted. */
  readonly coverage: Coverage | undefined;
  /** Committees by committees, where rows and columns stand for these; undefined until it is counted. */
  readonly committees?: CommitteeMatrix;
  /** What stands behind two committees. */
  readonly pairOf?: (a: CommitteeId, b: CommitteeId) => CommitteePairDetail;
  /** Another coverage is being counted; the one shown is of before. Default false. */
  readonly isBusy?: boolean;
  readonly rows: Axis;
  readonly columns: Axis;
  /** The open cell. */
  readonly open: CellRef | undefined;
  readonly isGapLens: boolean;
  /** What has changed in a cell; absent while the lens for changes is off. */
  readonly changes?: CellChanges | undefined;
  /** Selected standards: their cells are marked. */
  readonly selected: ReadonlySet<string>;
  /** Overlap candidates within a cell, strongest first; undefined while they are being looked for. */
  readonly candidates?: (cell: Cell) => readonly CellPair[] | undefined;
}

/** What the reader does with it. */
export interface MatrixActions {
  readonly setAxes: (axes: Axes) => void;
  /** @param how `byKey`: a key opened it, so the keys go on in what opens; default false */
  readonly openCell: (cell: CellRef | undefined, how?: { readonly byKey: boolean }) => void;
  readonly setGapLens: (on: boolean) => void;
  /** The reader wants only the standards of a cell. */
  readonly filterTo: (cell: Cell) => void;
  /** Another cell of another matrix, opened at once. */
  readonly goTo: (axes: Axes, cell: CellRef) => void;
  readonly choosePair: (a: StandardId, b: StandardId) => void;
}

/** What of it nobody else needs to know. */
export interface MatrixStanding {
  readonly sort: MatrixSort;
  readonly setSort: (sort: MatrixSort) => void;
  /** The one place of the grid that Tab reaches. */
  readonly focus: GridPosition;
  readonly setFocus: (focus: GridPosition) => void;
}

export interface MatrixProps extends MatrixData, MatrixActions, MatrixStanding {}
