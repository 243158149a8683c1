import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Candidate } from '../analysis/candidate.js';
import type { Coverage } from '../analysis/cell.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Settings, State } from '../state/state.js';
import type { PanelContext } from './parts/context.js';
import type { SidePanel } from './parts/side-panel.js';
import type { Tool } from './parts/tools.js';
import type { Exporter } from './exporter.js';
import { ExportTool } from './export-tool.js';
import type { OwnDataset } from './dataset-controller.js';
import { FilesController } from './files-controller.js';
import { activityPanel } from './parts/activity.js';
import { viewsList } from './parts/views-list.js';
import type { Presentations } from './presentations.js';
import { StoryTool } from './story-tool.js';
import { ViewsController } from './views-controller.js';
import { viewMessages } from './messages-views.js';
import { activityMessages } from './messages-activity.js';

/** What the tools of the workbench need of the element. */
export interface WorkbenchHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly catalogue: Catalogue | undefined;
  /** Ids that pass the filter, in dataset order. */
  readonly visible: readonly StandardId[];
  data: object | null;
  readonly src: string;
  readonly label: string;
  readonly coverage: Coverage | undefined;
  readonly overlaps: readonly Candidate[];
  readonly without: string;
  readonly story?: string;
  present?(scene?: number | string): Promise<void>;
  toSVG(): string;
  fit(ids?: readonly string[]): void;
}

/** What they ask of it. */
export interface WorkbenchActions {
  readonly state: () => State;
  /** What goes without saying in the address. */
  readonly defaults: () => State;
  /** Changes parts of what the reader chose, in one step. */
  readonly set: (settings: Settings) => void;
  /** Tells the reader a sentence. */
  readonly tell: (text: string) => void;
  readonly presentations: Presentations;
  /** What is shown, as the exports take it. */
  readonly exporter: Exporter;
  /** The dataset of the page, and one of the reader's own in its place. */
  readonly datasets: OwnDataset;
}

/** A tool: its panel beside the map, made anew at every update. */
export interface WorkbenchTool {
  readonly panel: (context: PanelContext) => SidePanel;
  /** Behind its name in the menu: how many there are. */
  readonly count?: () => number | undefined;
  /** Whether there is anything for it in the dataset. Default always. */
  readonly isOf?: () => boolean;
  /** What it lays over everything, beside its panel and whether that is open or not. */
  readonly over?: () => TemplateResult | typeof nothing;
  /** What its entry of the menu does; true: instead of opening a panel. */
  readonly act?: (context: PanelContext) => true;
  /** A further entry of the menu that belongs to it. */
  readonly keeper?: WorkbenchTool;
  /** The entry that presents what it makes, or another story at hand. */
  readonly presenter?: WorkbenchTool;
  /** Takes what opens its panel, for what can begin without it. */
  readonly opener?: (open: () => void) => void;
}

/** How the tools are made that open beside the map without being part of the analysis. */
const MAKERS: Readonly<Partial<Record<Tool, (host: WorkbenchHost, actions: WorkbenchActions) => WorkbenchTool>>> = {
  views: (host, actions) => {
    const views = new ViewsController(host, actions);
    return {
      panel: (context) => ({ title: viewMessages.title, wide: false, body: viewsList(context, views, actions.state().name) }),
      count: () => views.views.length || undefined,
    };
  },
  export: (host, { exporter, tell }) => {
    const tool = new ExportTool(host, exporter, tell);
    return { panel: (context) => tool.panel(context) };
  },
  activity: (host) => {
    const meetings = (): number => host.catalogue?.dataset.activities?.length ?? 0;
    return {
      panel: (context) => ({ title: activityMessages.title, body: activityPanel(context) }),
      count: () => meetings() || undefined,
      isOf: () => meetings() > 0,
    };
  },
  files: (host, actions) => new FilesController(host, actions),
  story: (host, actions) => new StoryTool(host, actions),
};

/** Those tools, by the name of their switch. */
export type WorkbenchTools = Readonly<Partial<Record<Tool, WorkbenchTool>>>;

/** Makes them for an element. */
export function workbenchTools(host: WorkbenchHost, actions: WorkbenchActions): WorkbenchTools {
  const tools: WorkbenchTools = Object.fromEntries(Object.entries(MAKERS).map(([tool, make]) => [tool, make(host, actions)]));
  // Beside the panel of the story, and at hand without it
  const { keeper, presenter } = tools.story ?? {};
  return { ...tools, ...(keeper && { keep: keeper }), ...(presenter && { present: presenter }) };
}
