import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Candidate } from '../analysis/candidate.js';
import type { Coverage, Gap } from '../analysis/cell.js';
import { overlaps } from '../analysis/overlaps.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Finding, StandardId } from '../model/dataset.js';
import { LENSES, type Lens, type Settings, type State } from '../state/state.js';
import { AnalysisController } from './analysis-controller.js';
import { analysisStyles } from './analysis-styles.js';
import { cellFilter } from './cell-filter.js';
import { cellName, cellNamed } from './cell-name.js';
import { changeSheets } from './change-styles.js';
import { ChangesLens } from './changes-lens.js';
import { committeeStyles } from './committee-styles.js';
import { deskStyles } from './desk-styles.js';
import type { Drawn } from './drawing-controller.js';
import { exportStyles } from './export-styles.js';
import { filesStyles } from './files-styles.js';
import { FindingsController } from './findings-controller.js';
import { allFindings } from './findings-panels.js';
import { goalStyles } from './goal-styles.js';
import { handsStyles } from './hands-styles.js';
import { Landscape } from './landscape.js';
import { MatrixController } from './matrix-controller.js';
import { matrixSheets } from './matrix-styles.js';
import { PanelFocus } from './panel-focus.js';
import type { PanelContext } from './parts/context.js';
import type { GapListProps } from './parts/gap-list.js';
import { EVERY_CANDIDATE } from './parts/overlap-list.js';
import { proposalBox } from './parts/proposal.js';
import { sidePanel, type SidePanel } from './parts/side-panel.js';
import { pairsOf, type StandardPairs } from './parts/standard-pairs.js';
import type { SwitchProps } from './parts/switches.js';
import { TOOLS, type Tool } from './parts/tools.js';
import { ProposalController } from './proposal-controller.js';
import { evidenceSide, gapSide, overlapSide, selectionSide } from './side-panels.js';
import { selectionStyles } from './selection-styles.js';
import { viewsStyles } from './views-styles.js';
import type { WorkbenchTools } from './workbench.js';
import { findingMessages } from './messages-findings.js';
import { overlapMessages } from './messages-overlaps.js';

/** The looks of all that comes with it, those of parts that were there before first. */
export const analystStyles = [
  deskStyles,
  handsStyles,
  analysisStyles,
  selectionStyles,
  viewsStyles,
  goalStyles,
  exportStyles,
  filesStyles,
  ...matrixSheets,
  committeeStyles,
  ...changeSheets,
];

/** What the analyst's part needs of the element. */
export interface AnalystHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly catalogue: Catalogue | undefined;
}

/** What it asks of the element. */
export interface AnalystActions {
  readonly set: (settings: Settings) => void;
  /** Selects both and brings them into view. */
  readonly choosePair: (a: StandardId, b: StandardId) => void;
  readonly clear: () => void;
  /** Tools that are not the analysis's own. */
  readonly tools: WorkbenchTools;
}

/** Claims that came true are no gaps any more, and stay in the list all the same. */
const isOpen = (gap: Gap): boolean => gap.kind !== 'claimed' || gap.state !== 'filled-since';

type Shown = ReadonlySet<StandardId>;
const NONE: readonly never[] = Object.freeze([]);

/** The element's side of the analysis: lenses, candidates, evidence, matrix, proposals, findings. */
export class Analyst implements ReactiveController {
  readonly #host: AnalystHost;
  readonly #state: () => State;
  readonly #actions: AnalystActions;
  readonly #analysis: AnalysisController;
  readonly #findings: FindingsController;
  readonly #matrix: MatrixController;
  readonly #panelFocus: PanelFocus;
  readonly #proposal: ProposalController;
  readonly #tools: WorkbenchTools;
  readonly #changes: ChangesLens;
  readonly #landscape = new Landscape();
  #list = EVERY_CANDIDATE;
  #gapRows: GapListProps['shown'] = {};
  #tool: Tool | undefined;
  /** The lens whose list is shown, where the reader chose one of two; closed: none. */
  #lens: Lens | 'closed' | undefined;

  constructor(host: AnalystHost, state: () => State, actions: AnalystActions) {
    this.#host = host;
    this.#state = state;
    this.#actions = actions;
    this.#tools = actions.tools;
    this.#changes = new ChangesLens(host, state, actions.set);
    this.#analysis = new AnalysisController(host, {
      isUrgent: () => state().highlight.includes('overlaps'),
    });
    this.#findings = new FindingsController(host);
    this.#matrix = new MatrixController(host);
    this.#panelFocus = new PanelFocus(host);
    this.#proposal = new ProposalController(host);
    host.addController(this);
    for (const tool of TOOLS) this.#tools[tool]?.opener?.(this.#openTool.bind(this, tool));
  }

  hostConnected(): void {
    this.#lens = undefined;
  }

  /** The matrix of rows and columns over what is shown, at once. */
  coverage(catalogue: Catalogue, shown: Shown): Coverage {
    return this.#landscape.coverage(catalogue, this.#state(), shown, this.overlaps(catalogue));
  }

  /** The gaps of the whole dataset. */
  gaps(catalogue: Catalogue): readonly Gap[] {
    return this.#landscape.gaps(catalogue);
  }

  /** The candidates of the whole dataset, at once. */
  overlaps(catalogue: Catalogue): readonly Candidate[] {
    return overlaps(catalogue, { findings: this.#findings.local });
  }

  /** Findings of the reader, beside those of the dataset. */
  get findings(): readonly Finding[] {
    return this.#findings.local;
  }

  /** Starts to look for candidates while the reader looks at the first picture. */
  warmUp(catalogue: Catalogue): void {
    this.candidates(catalogue);
  }

  /** Settings with what goes with them. */
  readonly completed = (settings: Settings): Settings => this.#changes.completed(this.#host.catalogue, settings);

  /** What the lenses that are on add to the drawing; of candidates those that the list shows. */
  lens(catalogue: Catalogue, shown: Shown): Pick<Drawn, 'candidates' | 'gaps' | 'changes'> {
    // Not known yet is not none
    const candidates = this.#drawnCandidates(catalogue, shown);
    return {
      ...(candidates && { candidates }),
      changes: this.#changes.drawn(catalogue),
      ...(this.#state().highlight.includes('gaps') && { gaps: this.#landscape.topicGaps(catalogue) }),
    };
  }

  /** Standards that the filter leaves out and that a lens draws: the other ends of candidates, and what has ended. */
  partners(catalogue: Catalogue, shown: Shown): readonly StandardId[] {
    const candidates = this.#drawnCandidates(catalogue, shown);
    return this.#landscape.together(candidates ? this.#landscape.partners(candidates, shown) : NONE, this.#changes.beyond(catalogue));
  }

  /** The tool that is open. */
  get tool(): Tool | undefined {
    return this.#tool;
  }

  /** Tools that there are something for. */
  get tools(): readonly Tool[] {
    return TOOLS.filter(
      (tool) => tool === 'proposal' || tool === 'findings' || (this.#tools[tool]?.isOf?.() ?? this.#tools[tool] !== undefined),
    );
  }

  /** How many there are of what lenses and tools show; absent while it is not known. */
  counts(catalogue: Catalogue, shown: Shown): SwitchProps['counts'] {
    const { highlight } = this.#state();
    const candidates = highlight.includes('overlaps') ? this.#touching(catalogue, shown) : undefined;
    return {
      ...Object.fromEntries(Object.entries(this.#tools).map(([tool, { count }]) => [tool, count?.()])),
      ...(this.#findings.all.length > 0 && { findings: this.#findings.all.length }),
      ...(candidates && { overlaps: candidates.length }),
      changes: this.#changes.count(catalogue, shown),
      ...(highlight.includes('gaps') && { gaps: this.#landscape.gaps(catalogue).filter(isOpen).length }),
    };
  }

  /** Opens a tool, or closes it where it is open; some only do something. */
  toggleTool(tool: Tool, context: PanelContext): void {
    this.#openTool(this.#tool === tool || this.#tools[tool]?.act?.(context) ? undefined : tool);
  }

  /** Takes the keys past the filters and the drawing, to what stands beside the map. */
  skip(): void {
    this.#panelFocus.enter();
  }

  /** The panel beside the map where it is the analyst's: the evidence of two selected standards, else a tool or the list of a lens. */
  panel(context: PanelContext, shown: Shown): TemplateResult | undefined {
    const { selected, highlight, view, cell } = this.#state();
    const { catalogue } = context;
    const standards = selected.filter((id) => catalogue.standard(id));
    const [a, b] = standards;
    // Scenes are made of what is selected, among other things
    if (this.#tool && (this.#tool === 'story' || selected.length === 0)) return this.#toolPanel(context, this.#tool);
    if (standards.length > 2) return selectionSide(context, selected, shown, this.#actions.clear);
    if (a !== undefined && b !== undefined) return evidenceSide(context, this.#findings, [a, b], this.#actions.clear, this.#compare);
    if (selected.length > 0) return undefined;
    // The cell that the reader opened stands where the list would
    if (this.#lens === 'closed' || (view === 'matrix' && cell !== '')) return undefined;
    const lens = highlight.find((one) => one === this.#lens) ?? highlight.at(-1);
    if (lens === 'changes') return this.#changes.panel(context, shown, this.#closeList.bind(this));
    if (lens === 'overlaps') return this.#overlapList(context, shown);
    return lens === 'gaps' ? this.#gapList(context) : undefined;
  }

  /** What is known of the pairs of a standard. */
  pairsOf(catalogue: Catalogue, id: StandardId): StandardPairs {
    return pairsOf(catalogue, id, this.candidates(catalogue), this.#actions.choosePair);
  }

  /** Candidates of the whole dataset; undefined as long as they are looked for. */
  candidates(catalogue: Catalogue): readonly Candidate[] | undefined {
    return this.#analysis.candidates(catalogue, this.#findings.local);
  }

  /** The matrix in the place of the drawing. @param matrix its order and its keys; another one where it stands elsewhere */
  matrix(context: PanelContext, shown: Shown, matrix = this.#matrix): TemplateResult {
    const state = this.#state();
    const { catalogue } = context;
    const candidates = this.candidates(catalogue);
    const isOfCommittees = state.rows === 'committee' && state.columns === 'committee';
    const coverage = isOfCommittees ? undefined : this.#landscape.coverage(catalogue, state, shown, candidates);
    const { set, choosePair } = this.#actions;
    return matrix.view(
      context,
      {
        coverage,
        ...(isOfCommittees && this.#landscape.pairs(catalogue, shown, candidates)),
        isBusy: candidates === undefined,
        rows: state.rows,
        columns: state.columns,
        open: cellNamed(state.cell),
        isGapLens: state.highlight.includes('gaps'),
        changes: this.#changes.cells(catalogue, shown),
        selected: new Set(state.selected),
        candidates: (cell) => {
          const inside = new Set(cell.standards);
          return candidates?.filter(({ a, b }) => inside.has(a) && inside.has(b));
        },
      },
      {
        setAxes: set,
        openCell: (cell) => {
          if (cell) this.#tool = undefined;
          set(cell ? { cell: cellName(cell), selected: [] } : { cell: '' });
        },
        setGapLens: () => {
          this.toggleLens('gaps');
        },
        filterTo: (cell) => {
          set({ filter: cellFilter(state.filter, state, cell) });
        },
        goTo: (axes, cell) => {
          set({ ...axes, cell: cellName(cell) });
        },
        choosePair,
      },
    );
  }

  /** Candidates of which at least one standard is shown; undefined as long as none is known. */
  #touching(catalogue: Catalogue, shown: Shown): readonly Candidate[] | undefined {
    const candidates = this.candidates(catalogue);
    return candidates && this.#landscape.touching(candidates, shown);
  }

  #drawnCandidates(catalogue: Catalogue, shown: Shown): readonly Candidate[] | undefined {
    if (!this.#state().highlight.includes('overlaps')) return undefined;
    const touching = this.#touching(catalogue, shown);
    return touching && this.#landscape.listed(catalogue, touching, this.#list);
  }

  readonly #compare = (): void => {
    this.#actions.set({ panel: 'compare' });
  };

  /** Switches a lens on or off, with what goes with it. */
  toggleLens(lens: Lens): void {
    const { highlight } = this.#state();
    const isOn = highlight.includes(lens);
    this.#lens = isOn ? undefined : lens;
    if (!isOn) this.#tool = undefined;
    this.#actions.set({
      highlight: LENSES.filter((one) => (one === lens ? !isOn : highlight.includes(one))),
      ...(lens === 'changes' && this.#changes.switched(this.#host.catalogue, !isOn)),
    });
    this.#host.requestUpdate();
  }

  /** Opens a tool in the place of what is selected. */
  #openTool(tool: Tool | undefined): void {
    this.#tool = tool;
    if (tool && tool !== 'story') this.#actions.clear();
    this.#host.requestUpdate();
  }

  #toolPanel(context: PanelContext, tool: Tool): TemplateResult | undefined {
    const own: Partial<Record<Tool, () => SidePanel>> = {
      findings: () => ({ title: findingMessages.title, body: allFindings(context, this.#findings, this.#actions.choosePair) }),
      proposal: () => ({ title: overlapMessages.proposalTitle, body: proposalBox(context, this.#proposal.props) }),
    };
    const panel = own[tool]?.() ?? this.#tools[tool]?.panel(context);
    if (!panel) return undefined;
    return sidePanel(context, {
      wide: true,
      ...panel,
      close: () => {
        this.#openTool(undefined);
      },
    });
  }

  #gapList(context: PanelContext): TemplateResult {
    return gapSide(context, {
      gaps: this.#landscape.gaps(context.catalogue),
      shown: this.#gapRows,
      show: (shown) => {
        this.#gapRows = shown;
        this.#host.requestUpdate();
      },
      set: this.#actions.set,
      close: this.#closeList.bind(this),
    });
  }

  #closeList(): void {
    this.#lens = 'closed';
    this.#host.requestUpdate();
  }

  #overlapList(context: PanelContext, shown: Shown): TemplateResult {
    return overlapSide(context, this.#findings, {
      candidates: this.#touching(context.catalogue, shown),
      state: this.#list,
      set: (list) => {
        this.#list = list;
        this.#host.requestUpdate();
      },
      choosePair: this.#actions.choosePair,
      close: this.#closeList.bind(this),
    });
  }
}
