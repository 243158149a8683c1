import type { CSSResult, nothing, ReactiveController, TemplateResult } from 'lit';
import type { Match, Proposal } from '../analysis/candidate.js';
import { check } from '../analysis/check.js';
import { standingSteps } from '../analysis/standing.js';
import { wordIndexSteps } from '../analysis/word-index.js';
import type { SettingIssue } from '../state/settings.js';
import type { Settings, State } from '../state/state.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { Analyst, analystStyles } from './analyst.js';
import { Ask, type AskHost } from './ask-controller.js';
import type { ChoiceController, ChoiceHost, JournalKeeper } from './choice-controller.js';
import { DayController } from './at-controller.js';
import type { Choices } from './choices.js';
import type { OwnDataset } from './dataset-controller.js';
import type { DrawingController } from './drawing-controller.js';
import { drawingTools } from './drawing-tools.js';
import { drawnSvg } from './drawn-svg.js';
import { Exporter } from './exporter.js';
import { FULL } from './full-answers.js';
import { furtherOf } from './further.js';
import { GoalLens, type GoalLensHost } from './goal-lens.js';
import { Hands } from './hands.js';
import { whileIdle } from './idle.js';
import { LinkProblems } from './link-problems.js';
import type { Notices } from './notices.js';
import type { Hit } from '../interact/map-view.js';
import type { Further, PanelContext } from './parts/context.js';
import type { Typed } from './parts/search-box.js';
import { Presentations, type Presented } from './presentations.js';
import { placeTooltip } from './parts/tooltip-place.js';
import { submitAnywhere } from './submit-anywhere.js';
import { surfaceOf } from './surface-of.js';
import { searchStyles } from './search-styles.js';
import { StepJournal } from './step-journal.js';
import type { SharedPart } from './shared-map.js';
import { sharedPart, type SharedPartHost, type SharedPartWork } from './shared-part.js';
import { sinceView } from './since-view.js';
import { workbenchTools, type WorkbenchHost, type WorkbenchTools } from './workbench.js';

/** What the desk needs of the element. */
export type DeskHost = SharedPartHost & WorkbenchHost & GoalLensHost & AskHost & ChoiceHost;

/** What it asks of the element. */
export interface DeskWork {
  /** What the reader chose, with the filter that is shown. */
  readonly choices: () => Choices;
  /** What keeps it. */
  readonly choice: () => JournalKeeper & Pick<ChoiceController, 'keep'>;
  /** Selects both and brings them into view. */
  readonly choosePair: (a: StandardId, b: StandardId) => void;
  /** The reader chose a record, which comes into view. */
  readonly choose: (id: string) => void;
  /** What stands in the search box. */
  readonly typed: () => Typed;
  readonly clear: () => void;
  readonly detail: SharedPartWork['detail'];
  /** Changes parts of what the reader chose. */
  readonly set: (settings: Settings) => void;
  readonly tell: (text: string) => void;
  readonly notices: Notices;
  readonly datasets: OwnDataset;
  readonly drawing: () => DrawingController;
  /** The drawing with what is chosen now. */
  readonly surface: () => DrawingController;
}

/**
 * All that stands beside graph, filters and detail: analysis, lenses, tools, the day, hands, exports.
 *
 * It comes after the first picture, or with it where somebody asks for something of it at once.
 */
export class Desk implements ReactiveController {
  /** Looks that come with it. */
  readonly styles: readonly CSSResult[] = [searchStyles, ...analystStyles];
  /** Which standards are shown. */
  readonly answers = FULL;
  /** What is typed in the search box. */
  readonly ask: Ask;
  readonly analyst: Analyst;
  readonly tools: WorkbenchTools;
  readonly exporter: Exporter;
  readonly hands: Hands;
  readonly goals: GoalLens;
  readonly day: DayController;
  /** What of links cannot be used. */
  readonly link: LinkProblems;
  /** What panels say beyond the records. */
  readonly further: Further;
  readonly #host: DeskHost;
  /** What companions show of the map. */
  readonly shared: SharedPart;
  #isSubmitting = false;
  readonly #work: DeskWork;
  readonly #presentations: Presentations;

  constructor(host: DeskHost, work: DeskWork) {
    this.#host = host;
    this.#work = work;
    const { choices, tell, set, datasets } = work;
    const state = (): State => choices().state;
    const defaults = (): State => choices().defaults;
    const presentations = new Presentations(host, tell);
    this.#presentations = presentations;
    this.ask = new Ask(host, work.choose, work.typed());
    this.link = new LinkProblems(host, work.notices);
    this.exporter = new Exporter(host, {
      surface: () => surfaceOf(work.surface()),
      candidates: (catalogue) => this.analyst.candidates(catalogue),
      state,
      defaults,
      presentations,
    });
    this.tools = workbenchTools(host, { state, defaults, set, tell, presentations, exporter: this.exporter, datasets });
    this.hands = new Hands(host, work, work.drawing);
    work.drawing().equip(drawingTools(this.hands.callbacks));
    this.goals = new GoalLens(host, set, tell);
    this.day = new DayController(host, { set, tell });
    this.analyst = new Analyst(host, state, { set, choosePair: work.choosePair, clear: work.clear, tools: this.tools });
    this.further = furtherOf((catalogue, id) => this.analyst.pairsOf(catalogue, id));
    this.shared = sharedPart(host, { ...work, analyst: this.analyst });
    host.addController(this);
    work
      .choice()
      .keep((early) => new StepJournal(host, work.choice(), early))
      .begin();
  }

  hostConnected(): void {
    if (!this.#isSubmitting) submitAnywhere(this.#host.renderRoot);
    this.#isSubmitting = true;
    this.warmUp();
  }

  /** What panels need of the desk. */
  context(catalogue: Catalogue, state: State): Pick<PanelContext, 'byHand' | 'changes' | 'further'> {
    return { byHand: this.hands, changes: sinceView(catalogue, state), further: this.further };
  }

  /**
   * Starts to make the index of words, to look for candidates and for what was there when, while the reader looks at the first picture: the words of 2,208
   * standards take some 0.4 s, of 132,126 a second or two.
   */
  warmUp(): void {
    const host = this.#host;
    const { catalogue } = host;
    if (!catalogue || !this.#work.drawing().scene) return;
    const isWanted = (): boolean => host.isConnected && host.catalogue === catalogue;
    whileIdle(wordIndexSteps(catalogue), isWanted, () => {
      this.ask.refresh();
    });
    this.analyst.warmUp(catalogue);
    whileIdle(standingSteps(catalogue), isWanted, () => undefined);
  }

  /** What tools lay over everything. */
  over(): readonly (TemplateResult | symbol)[] {
    return Object.values(this.tools)
      .map((tool) => tool.over?.())
      .filter((over) => over !== undefined);
  }

  /** Puts the tooltip beside its mark. */
  placeTooltip(hit: Hit): void {
    const shown = this.#host.renderRoot.querySelector<HTMLElement>('.tooltip');
    if (shown?.parentElement) placeTooltip(shown, hit, shown.parentElement);
  }

  /** The looks of all that has come by now. */
  get looks(): readonly CSSResult[] {
    return [...this.styles, ...this.#presentations.styles];
  }

  /** What stands in the place of the drawing, or as a comparison over it; undefined as long as it is being loaded. */
  presented(name: Presented, context: PanelContext, shown: ReadonlySet<StandardId>): TemplateResult | typeof nothing | undefined {
    const { analyst } = this;
    if (name === 'matrix') return analyst.matrix(context, shown);
    const { choices, set } = this.#work;
    const { state } = choices();
    const select = (ids: readonly StandardId[]): void => {
      choices().select(ids);
    };
    const data = { state, shown, candidates: analyst.candidates(context.catalogue), findings: analyst.findings };
    return this.#presentations.get(name)?.view(context, data, { set, select });
  }

  /** Tells what of a link cannot be used. */
  told(issues: readonly SettingIssue[], settings: Settings): void {
    this.link.take(issues, settings);
  }

  /** @throws Error before a picture stands */
  svg(title: string): string {
    return drawnSvg(surfaceOf(this.#work.surface()), title);
  }

  check(catalogue: Catalogue, proposal: Proposal): readonly Match[] {
    return check(catalogue, proposal);
  }
}
