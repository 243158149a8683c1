import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Axis } from '../analysis/cell.js';
import { goalFrameworks, hasGoals, isGoalFramework } from '../analysis/goals.js';
import type { Catalogue } from '../model/catalogue.js';
import type { GoalFrameworkId } from '../model/dataset.js';
import { DEFAULTS, type Encoding, type Settings } from '../state/state.js';
import type { GoalChoice } from './parts/context.js';
import { withAxis } from './parts/matrix-axes.js';
import { goalMessages } from './messages-goals.js';

/** What the goal lens needs of the element. */
export interface GoalLensHost extends ReactiveControllerHost {
  readonly catalogue: Catalogue | undefined;
  readonly color: Encoding;
  readonly group: Encoding;
  readonly rows: Axis;
  readonly columns: Axis;
}

type Looks = Pick<GoalLensHost, 'color' | 'rows' | 'columns'>;
const USUAL: Looks = { color: DEFAULTS.color, rows: DEFAULTS.rows, columns: DEFAULTS.columns };

/** One switch for colours, facet and matrix: which goals the map is looked at by, and how it was looked at before. */
export class GoalLens implements ReactiveController, GoalChoice {
  readonly #host: GoalLensHost;
  readonly #set: (settings: Settings) => void;
  readonly #tell: (text: string) => void;
  #before: Looks | undefined;

  constructor(host: GoalLensHost, set: (settings: Settings) => void, tell: (text: string) => void) {
    this.#host = host;
    this.#set = set;
    this.#tell = tell;
    host.addController(this);
  }

  /** A page or a link can ask for goals that a dataset does not have: the reader is told, and sees the map as usual. */
  hostUpdated(): void {
    if (this.#lacking().length > 0) void this.#host.updateComplete.then(this.#asUsual);
  }

  /** Frameworks that somebody asked for and that the dataset does not have. */
  #lacking(): readonly GoalFrameworkId[] {
    const { catalogue, color, group, rows, columns } = this.#host;
    const asked = [color, group, rows, columns].filter(isGoalFramework);
    return catalogue ? [...new Set(asked)].filter((framework) => !hasGoals(catalogue, framework)) : [];
  }

  readonly #asUsual = (): void => {
    const { color, group, rows, columns } = this.#host;
    const lacking = this.#lacking();
    if (lacking.length === 0) return;
    const isLacking = (one: string): boolean => lacking.some((framework) => framework === one);
    for (const framework of lacking) this.#tell(goalMessages.lacking(goalMessages.frameworks[framework]));
    this.#set({
      ...(isLacking(color) && { color: DEFAULTS.color }),
      ...(isLacking(group) && { group: DEFAULTS.group }),
      ...((isLacking(rows) || isLacking(columns)) && { rows: DEFAULTS.rows, columns: DEFAULTS.columns }),
    });
  };

  /** The framework that colours stand for, else the matrix, else the grouping. */
  get on(): GoalFrameworkId | undefined {
    const { color, group, rows, columns } = this.#host;
    return [color, rows, columns, group].find(isGoalFramework);
  }

  /** Frameworks whose facets are of use. */
  get facets(): readonly GoalFrameworkId[] {
    const { catalogue } = this.#host;
    const { on } = this;
    return catalogue && on && goalFrameworks(catalogue).some(({ id }) => id === on) ? [on] : [];
  }

  /** Colours and the rows of the matrix stand for these goals, in one step; none: back to what they stood for. */
  readonly set = (framework: GoalFrameworkId | undefined): void => {
    const { color, group, rows, columns } = this.#host;
    if (framework) {
      if (!this.on) this.#before = { color, rows, columns };
      this.#set({ color: framework, ...withAxis({ rows, columns }, 'rows', framework) });
      return;
    }
    const { color: former, ...axes } = this.#before ?? USUAL;
    this.#before = undefined;
    this.#set({
      ...(isGoalFramework(color) && { color: former }),
      ...(isGoalFramework(group) && { group: DEFAULTS.group }),
      ...((isGoalFramework(rows) || isGoalFramework(columns)) && axes),
    });
  };
}
