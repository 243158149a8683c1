import type { TemplateResult } from 'lit';
import type { Catalogue } from '../model/catalogue.js';
import type { Story } from '../model/story.js';
import { storyMessages as words } from './messages-story.js';
import { DRAFT_ID } from './parse-draft.js';
import type { PanelContext } from './parts/context.js';
import { storyView } from './parts/story.js';
import type { StoryPaper } from './parts/story-paper.js';
import type { StoryActions, StoryHost } from './story-host.js';
import type { StoryPrinting } from './story-print.js';
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
  #styles: CSSStyleSheet | undefined;
  /** The paper that was chosen last, and what is being drawn. */
  #sheet: Pick<StoryPaper, 'paper' | 'hasNotes' | 'busy'> = { paper: 'a4', hasNotes: false, busy: '' };

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
      paper: this.#paper,
      // After the update: what moved has another place by then
      focus: (selector) => {
        void this.#host.updateComplete.then(() => {
          this.#host.renderRoot.querySelector<HTMLElement>(`.story ${selector}`)?.focus();
        });
      },
    });
  }

  get #paper(): StoryPaper {
    return {
      ...this.#sheet,
      set: (wanted) => {
        this.#sheet = { ...this.#sheet, ...wanted };
        this.#host.requestUpdate();
      },
      print: () => {
        void this.#toPaper(async (catalogue, story, printing) => {
          const { printStory } = await import('./story-print.js');
          await printStory(this.#host.ownerDocument, catalogue, story, printing);
        });
      },
      save: () => {
        void this.#toPaper(async (catalogue, story, printing) => {
          const { storyFile } = await import('./story-print.js');
          this.#making.give('story.html', await storyFile(catalogue, story, printing), 'text/html');
        });
      },
    };
  }

  /** Draws the pages of the story in the making, one at a time; only one wish at once. */
  async #toPaper(make: (catalogue: Catalogue, story: Story, printing: StoryPrinting) => Promise<void>): Promise<void> {
    const { story } = this.#making;
    const { catalogue, label } = this.#host;
    if (!story || !catalogue || this.#sheet.busy !== '') return;
    const { paper, hasNotes: notes } = this.#sheet;
    const say = (busy: string): void => {
      this.#sheet = { ...this.#sheet, busy };
      this.#host.requestUpdate();
    };
    const progress = (drawn: number): void => {
      say(words.printing(String(drawn), String(story.scenes.length)));
    };
    progress(1);
    try {
      await make(catalogue, story, { paper, notes, title: label, progress });
    } catch (error) {
      this.#actions.tell(words.notPrinted(error instanceof Error ? error.message : String(error)));
    } finally {
      say('');
    }
  }

  /** Looks that come with the panel; in another document they are made anew. */
  #dress(): void {
    const { renderRoot } = this.#host;
    const view = this.#host.ownerDocument.defaultView;
    if (!(renderRoot instanceof ShadowRoot) || !view || (this.#styles && renderRoot.adoptedStyleSheets.includes(this.#styles))) return;
    this.#styles = new view.CSSStyleSheet();
    this.#styles.replaceSync(storyStyles.cssText);
    renderRoot.adoptedStyleSheets.push(this.#styles);
  }

  /** Presents the story in the making, or one at hand, whatever story the page has asked for. */
  readonly #present = (scene: number, given?: Story): void => {
    const host = this.#host;
    if (!canPresent(host)) return;
    const asked = host.story;
    host.story = `#${given?.id ?? DRAFT_ID}`;
    host.present(scene).catch((error: unknown) => {
      // Left before the scene stood: nothing to tell
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        this.#actions.tell(error instanceof Error ? error.message : String(error));
    });
    // It is read at the call
    host.story = asked;
  };
}
