import { render } from 'lit';
import type { Axis, Cell, CellState, Coverage, Heading } from '../../src/analysis/cell.js';
import { MatrixController } from '../../src/element/matrix-controller.js';
import { matrixSheets } from '../../src/element/matrix-styles.js';
import { en } from '../../src/element/messages.js';
import { deskStyles } from '../../src/element/desk-styles.js';
import { paletteStyles } from '../../src/element/palette-styles.js';
import { formatFor, type PanelContext } from '../../src/element/parts/context.js';
import type { CellRef, MatrixActions, MatrixData } from '../../src/element/parts/matrix-props.js';
import { frameStyles, panelStyles } from '../../src/element/styles.js';
import type { Catalogue } from '../../src/model/catalogue.js';

/** A cell with nothing in it; what a test is about is given. */
export const cell = (row: string, column: string, given: Partial<Cell> = {}): Cell => ({
  row,
  column,
  state: 'uncovered',
  gap: false,
  standards: [],
  works: 0,
  covering: 0,
  reasons: [],
  inForce: 0,
  underDevelopment: 0,
  informative: 0,
  unknown: 0,
  beyond: 0,
  sdos: [],
  effectiveSdos: 0,
  ...given,
});

/** A coverage of cells given row by row; the headings add up what they find, as long as no standard stands in two cells. */
export function coverageOf(rows: Axis, columns: Axis, cells: readonly Cell[], scope = 5): Coverage {
  const headings = (side: 'row' | 'column'): readonly Heading[] =>
    [...new Set(cells.map((one) => one[side]))].map((id) => {
      const own = cells.filter((one) => one[side] === id);
      return {
        id,
        works: own.reduce((sum, { works }) => sum + works, 0),
        standards: own.reduce((sum, { standards }) => sum + standards.length, 0),
        gaps: own.filter(({ gap }) => gap).length,
      };
    });
  return { rows, columns, rowHeadings: headings('row'), columnHeadings: headings('column'), cells, at: '', scope, unplaced: 0 };
}

export const STATES_OF_ALL: readonly (CellState | 'gap')[] = [
  'not-applicable',
  'no-data',
  'uncovered',
  'being-filled',
  'informative-only',
  'ageing',
  'single-source',
  'covered',
  'crowded',
];

/** What stands in the place of the element: a shadow root with its styles, and one state. */
export class Stage {
  readonly element = document.createElement('div');
  readonly renderRoot: ShadowRoot;
  readonly said: string[] = [];
  readonly #controller: MatrixController;
  readonly #catalogue: Catalogue;
  data: MatrixData;
  updateComplete: Promise<boolean> = Promise.resolve(true);

  constructor(catalogue: Catalogue, coverage: Coverage | undefined, given: Partial<MatrixData> = {}) {
    this.#catalogue = catalogue;
    this.data = {
      coverage,
      rows: coverage?.rows ?? 'domain',
      columns: coverage?.columns ?? 'capability',
      open: undefined,
      isGapLens: false,
      selected: new Set(),
      ...given,
    };
    this.renderRoot = this.element.attachShadow({ mode: 'open' });
    this.renderRoot.adoptedStyleSheets = [paletteStyles, frameStyles, panelStyles, deskStyles, ...matrixSheets].flatMap(({ styleSheet }) =>
      styleSheet ? [styleSheet] : [],
    );
    this.#controller = new MatrixController(this);
    document.body.append(this.element);
    this.draw();
  }

  addController(): void {
    // the stage stands as long as its test
  }
  removeController(): void {
    // see addController
  }
  requestUpdate(): void {
    this.updateComplete = Promise.resolve().then(() => {
      this.draw();
      return true;
    });
  }

  set(data: Partial<MatrixData>): void {
    this.data = { ...this.data, ...data };
    this.draw();
  }

  get context(): PanelContext {
    return {
      catalogue: this.#catalogue,
      messages: en,
      format: formatFor('en'),
      choose: (id) => this.said.push(`choose ${id}`),
      tell: () => undefined,
      changeFilter: () => undefined,
      filterBy: (filter) => this.said.push(`filter ${filter}`),
    };
  }

  get actions(): MatrixActions {
    return {
      setAxes: ({ rows, columns }) => {
        this.said.push(`axes ${rows} ${columns}`);
      },
      openCell: (open: CellRef | undefined) => {
        this.said.push(open ? `open ${open.row} ${open.column}` : 'close');
        this.set({ open });
      },
      setGapLens: (isGapLens) => {
        this.set({ isGapLens });
      },
      filterTo: ({ row, column }) => this.said.push(`only ${row} ${column}`),
      goTo: ({ rows, columns }, cell) => this.said.push(`go to ${rows} ${columns} ${cell.row} ${cell.column}`),
      choosePair: (a, b) => this.said.push(`pair ${a} ${b}`),
    };
  }

  draw(): void {
    render(this.#controller.view(this.context, this.data, this.actions), this.renderRoot);
  }
}
