import type { TemplateResult } from 'lit';
import type { Story } from '../model/story.js';
import { DRAFT_ID } from './parse-draft.js';
import type { PanelContext } from './parts/context.js';
import { storyView } from './parts/story.js';
import type { StoryActions, StoryHost } from './story-host.js';
import { StoryMaking } from './story-making.js';
import { storyStyles } from './story-styles.js';

/** What presents a story, where the element can. */
interface Presents {
  story: string;
  present(scene?: number | string): Promise<void>;
}

const canPresent = (host: object): host is Presents => 'present' in host && typeof host.present === 'function';

/** The panel of the story in the making. */
export class StoryPanel {
  readonly #host: StoryHost;
  readonly #actions: StoryActions;
  readonly #making: StoryMaking;

  constructor(host: StoryHost, actions: StoryActions) {
    this.#host = host;
    this.#actions = actions;
    this.#making = new StoryMaking(host, actions);
  }

  /** How many scenes there are; undefined without any. */
  get count(): number | undefined {
    return this.#making.draft.scenes.length || undefined;
  }

  keep(context: PanelContext): void {
    this.#making.keep(context);
  }

  render(context: PanelContext): TemplateResult {
    this.#dress();
    return storyView(context, this.#making, {
      present: canPresent(this.#host) ? this.#present : undefined,
      // After the update: what moved has another place by then
      focus: (selector) => {
        void this.#host.updateComplete.then(() => {
          this.#host.renderRoot.querySelector<HTMLElement>(`.story ${selector}`)?.focus();
        });
      },
    });
  }

  /** Looks that come with the panel; in another document they are made anew. */
  #dress(): void {
    const { renderRoot } = this.#host;
    const view = this.#host.ownerDocument.defaultView;
    if (!(renderRoot instanceof ShadowRoot) || !view || (this.#sheet && renderRoot.adoptedStyleSheets.includes(this.#sheet))) return;
    this.#sheet = new view.CSSStyleSheet();
    this.#sheet.replaceSync(storyStyles.cssText);
    renderRoot.adoptedStyleSheets.push(this.#sheet);
  }
  #sheet: CSSStyleSheet | undefined;

  /** Presents the story in the making, or one at hand, whatever story the page has asked for. */
  readonly #present = (scene: number, given?: Story): void => {
    const host = this.#host;
    if (!canPresent(host)) return;
    const asked = host.story;
    host.story = `#${given?.id ?? DRAFT_ID}`;
    host
      .present(scene)
      .catch((error: unknown) => {
        // Left before the scene stood: nothing to tell
        if (!(error instanceof DOMException && error.name === 'AbortError'))
          this.#actions.tell(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        host.story = asked;
      });
  };
}
