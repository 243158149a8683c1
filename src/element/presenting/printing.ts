import type { Story } from '../../model/story.js';
import { presentMessages as words } from '../messages-present.js';
import type { PresentingHost } from './presented.js';
import type { Screen } from './screen.js';

/** Prints what is presented, one scene a page; one at a time. */
export class Printing {
  readonly #host: PresentingHost;
  readonly #screen: Screen;
  readonly #say: (sentence: string) => void;
  #isBusy = false;

  constructor(host: PresentingHost, screen: Screen, say: (sentence: string) => void) {
    [this.#host, this.#screen, this.#say] = [host, screen, say];
  }

  /** Some browsers leave full screen to print. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async print(story: Story): Promise<void> {
    const { catalogue, ownerDocument } = this.#host;
    if (!catalogue || this.#isBusy) return;
    this.#isBusy = true;
    this.#say(words.printing);
    try {
      const { printStory } = await import('../story-print.js');
      await printStory(ownerDocument, catalogue, story);
      this.#say('');
      await this.#screen.painted();
    } catch (error) {
      this.#say(words.notPrinted(error instanceof Error ? error.message : String(error)));
    } finally {
      this.#isBusy = false;
    }
  }
}
