import { presentMessages as words } from '../messages-present.js';

/** What lies over a scene, and what is said meanwhile. */
export class Overlays {
  blank: 'black' | 'white' | undefined;
  isHelp = false;
  /** The last scene is over. */
  isOver = false;
  /** Digits typed so far. */
  typed = '';
  /** Read out once. */
  told = '';
  /** A sentence for the one who presents. */
  message = '';

  /** Nothing lies over the scene. */
  uncover(): void {
    [this.blank, this.isOver] = [undefined, false];
  }

  /** Nothing is left of a presentation. */
  clear(): void {
    this.uncover();
    [this.isHelp, this.typed, this.told, this.message] = [false, '', '', ''];
  }

  /** After the last scene it says that there is no more, and stays there: who presses once too often shows nobody another screen. */
  end(story: string): void {
    [this.isOver, this.blank, this.told] = [true, undefined, words.over(story)];
  }

  /** A blank screen, or the scene again. */
  toggleBlank(colour: 'black' | 'white'): void {
    this.blank = this.blank === colour ? undefined : colour;
    this.told = this.blank ? words.blank : words.shownAgain;
  }

  /** Takes away what lies on top. @returns whether anything did */
  back(): boolean {
    if (this.isHelp) this.isHelp = false;
    else if (this.blank) this.toggleBlank(this.blank);
    else return false;
    return true;
  }
}
