import type { Finding } from '../model/dataset.js';
import type { Scene, Story } from '../model/story.js';

/** `standards-finding`: the reader gave a verdict on standards, or imported one; it is kept in this browser until it is exported. */
export class StandardsFindingEvent extends Event {
  /** What was found, by what role, when and why. */
  readonly finding: Finding;

  constructor(finding: Finding) {
    super('standards-finding', { bubbles: true, composed: true });
    this.finding = finding;
  }
}

/** `standards-present`: another scene of a story is presented than before, or the presentation has ended and everything is as it was. */
export class StandardsPresentEvent extends Event {
  /** What is presented. */
  readonly story: Story;
  /** The scene that is shown; undefined when the presentation has ended. */
  readonly scene: Scene | undefined;
  /** Its number from 0; -1 when the presentation has ended. */
  readonly index: number;

  constructor(story: Story, index: number) {
    super('standards-present', { bubbles: true, composed: true });
    this.story = story;
    this.scene = story.scenes[index];
    this.index = this.scene ? index : -1;
  }
}
