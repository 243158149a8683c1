import { html, type ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../model/catalogue.js';
import { storyToolMessages as words } from './messages-story-tool.js';
import type { PanelContext } from './parts/context.js';
import type { SidePanel } from './parts/side-panel.js';
import type { StoryActions, StoryHost } from './story-host.js';
import type { StoryPanel } from './story-panel.js';
import { storyInMaking } from './story-store.js';

/** An entry of the menu that acts at once. */
interface Keeper {
  readonly panel: (context: PanelContext) => SidePanel;
  readonly act: (context: PanelContext) => true;
}

/** The story in the making: everything of it is loaded when it is first asked for. */
export class StoryTool {
  readonly #host: StoryHost & ReactiveControllerHost;
  readonly #actions: StoryActions;
  #panel: StoryPanel | undefined;
  #loading: Promise<StoryPanel | undefined> | undefined;
  #open: (() => void) | undefined;
  #looked: Catalogue | undefined;
  #wasMade = false;

  constructor(host: StoryHost, actions: StoryActions) {
    this.#host = host;
    this.#actions = actions;
  }

  readonly opener = (open: () => void): void => {
    this.#open = open;
  };

  readonly count = (): number | undefined => this.#panel?.count;

  readonly panel = (context: PanelContext): SidePanel => {
    if (!this.#panel) void this.#load();
    return {
      title: words.title,
      wide: false,
      body: this.#panel?.render(context) ?? html`<p class="small" role="status">${words.loading}</p>`,
    };
  };

  /** Keeps what is shown as a scene, and opens the panel. */
  readonly keeper: Keeper = {
    panel: this.panel,
    act: (context) => {
      void this.#keep(context);
      return true;
    },
  };

  /** Presents the story that the page names, the first of the dataset, or the one in the making. */
  readonly presenter = {
    panel: this.panel,
    isOf: (): boolean => this.#host.present !== undefined && this.#hasStory,
    act: (): true => {
      this.#host.present?.().catch((error: unknown) => {
        // Left before the scene stood: nothing to tell
        if (!(error instanceof DOMException && error.name === 'AbortError'))
          this.#actions.tell(error instanceof Error ? error.message : String(error));
      });
      return true;
    },
  };

  get #hasStory(): boolean {
    const { story = '', catalogue } = this.#host;
    if (!catalogue) return false;
    return story.trim() !== '' || (catalogue.dataset.stories?.length ?? 0) > 0 || this.#isMade(catalogue);
  }

  /** Whether the reader has kept scenes; read of the browser once for a dataset, until the panel follows them. */
  #isMade(catalogue: Catalogue): boolean {
    if (this.#panel) return this.#panel.count !== undefined;
    if (catalogue !== this.#looked) {
      this.#looked = catalogue;
      this.#wasMade = storyInMaking(this.#host, catalogue) !== undefined;
    }
    return this.#wasMade;
  }

  async #keep(context: PanelContext): Promise<void> {
    const panel = await this.#load();
    if (!panel) return;
    panel.keep(context);
    this.#open?.();
  }

  async #load(): Promise<StoryPanel | undefined> {
    this.#loading ??= import('./story-panel.js').then(
      ({ StoryPanel: Panel }) => new Panel(this.#host, this.#actions),
      (error: unknown) => {
        // Asked again next time
        this.#loading = undefined;
        this.#actions.tell(words.notReady(error instanceof Error ? error.message : String(error)));
        return undefined;
      },
    );
    this.#panel = await this.#loading;
    this.#host.requestUpdate();
    return this.#panel;
  }
}
