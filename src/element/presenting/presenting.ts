import type { ReactiveController } from 'lit';
import type { Scene, Story } from '../../model/story.js';
import { sceneStrangers } from '../../state/scene-records.js';
import { sceneSettings } from '../../state/scene-settings.js';
import { StandardsPresentEvent } from '../later-events.js';
import { presentMessages as words } from '../messages-present.js';
import { aboutOf } from './about.js';
import { aim } from './aim.js';
import { findStory, sceneIndex } from './find-story.js';
import { Keys } from './key-controller.js';
import type { Command } from './keys.js';
import { Overlays } from './overlays.js';
import { presentParts } from './parts.js';
import type { Told } from './presenter-window.js';
import type { Presented, PresentingHost } from './presented.js';
import { Printing } from './printing.js';
import { Screen } from './screen.js';
import { showLegend } from './show-legend.js';
import { Speaker } from './speaker.js';
import { isStanding, Standing } from './standing.js';

type Run = Exclude<Command['kind'], 'digit' | 'jump'>;

/** What is presented now. */
interface Running {
  readonly story: Story;
  readonly index: number;
  readonly scene: Scene;
}

/**
 * Presents a story on an element: its scenes on the whole screen, keys, clicker and finger, a window for the one who speaks.
 *
 * What it changes is held: no step, no entry of the history, nothing in the address; leaving puts back everything.
 */
export class Presenting implements ReactiveController {
  readonly #host: PresentingHost;
  readonly #presented: Presented;
  readonly #screen: Screen;
  readonly #keys: Keys;
  readonly #speaker: Speaker;
  readonly #printing: Printing;
  #running: Running | undefined;
  #search: AbortController | undefined;
  #release: (() => void) | undefined;
  #leaving: Promise<void> | undefined;
  #catalogue: PresentingHost['catalogue'];
  readonly #standing: Standing;
  /** Places that the camera was last aimed over. */
  #places: object | undefined;
  /** The reader has moved the camera since the scene came. */
  #isByHand = false;
  readonly #over = new Overlays();

  constructor(host: PresentingHost, presented: Presented) {
    this.#host = host;
    this.#presented = presented;
    this.#screen = new Screen(host, presented, {
      resized: () => {
        if (!this.#isByHand) this.#aim(false);
      },
      // Whoever leaves full screen leaves the presentation; but some browsers also leave it for the presenter window, or to print
      left: () => {
        if (!this.#speaker.isOpen && !this.#printing.isBusy) void this.leave();
        else {
          this.#screen.fillWindow();
          this.#say(words.lost);
        }
      },
      swiped: (swipe) => {
        if (swipe === 'tap') this.#screen.wake();
        else this.#run(swipe);
      },
      byHand: () => {
        this.#isByHand = true;
      },
    });
    this.#keys = new Keys(this.#screen, {
      run: this.#run,
      typed: (digits) => {
        this.#over.typed = digits;
        this.#show();
      },
      jump: (scene) => {
        this.#goTo(scene - 1);
      },
    });
    this.#speaker = new Speaker(host, { run: this.#run, key: this.#keys.press, changed: this.#show });
    this.#standing = new Standing(() => isStanding(host, presented));
    this.#printing = new Printing(host, this.#screen, this.#say.bind(this));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#cut();
  }

  hostUpdated(): void {
    if (!this.#running) return;
    if (this.#host.catalogue !== this.#catalogue) {
      this.#cut();
      return;
    }
    void this.#host.updateComplete.then(() => {
      if (!this.#running) return;
      // Another grouping has found its places: the camera is aimed at the scene again
      if (this.#presented.drawing.arrangement.standing !== this.#places && !this.#isByHand) this.#aim(true);
      this.#show();
      this.#standing.look();
    });
  }

  /**
   * Shows a scene, and begins to present where nothing is presented yet.
   *
   * @param named address or id of the story, as the element names it
   */
  async present(asked: number | string, named: string): Promise<void> {
    const search = this.#newSearch();
    const superseded = new DOMException(words.errors.superseded, 'AbortError');
    let story: Story;
    try {
      story = await findStory(this.#host, named, search.signal);
    } catch (error) {
      throw search.signal.aborted ? superseded : error;
    }
    const index = sceneIndex(story, asked);
    await this.#leaving;
    if (search.signal.aborted || !this.#host.isConnected) throw superseded;
    const isBegun = this.#running !== undefined;
    if (!isBegun) this.#begin();
    this.#go(story, index);
    if (!isBegun) {
      this.#screen.focusTitle();
      if (!(await this.#screen.enter())) this.#say(words.noFullScreen);
      // Full screen has another size, and some browsers tell of it later
      await this.#screen.painted();
    }
    await this.#host.updateComplete;
    await this.#standing.stands();
    // Another wish may have come while this one waited
    if (this.#search !== search) throw superseded;
  }

  /** Ends the presentation; everything is as it was when it resolves. */
  async leave(): Promise<void> {
    this.#leaving ??= this.#leave();
    await this.#leaving;
    this.#leaving = undefined;
  }

  async #leave(): Promise<void> {
    const running = this.#stop();
    if (!running) return;
    const { before } = this.#screen;
    if (before) this.#presented.choice.take(before.state);
    await this.#screen.leave();
    await this.#host.updateComplete;
    this.#screen.lookBack();
    await this.#screen.painted();
    this.#finish(running);
    await this.#host.updateComplete;
    this.#screen.restore();
  }

  /** Ends it at once: the element was taken away, or the page asks for something else. */
  #cut(): void {
    this.#search?.abort();
    const running = this.#stop();
    if (!running) return;
    void this.#screen.leave();
    this.#finish(running);
    this.#screen.restore();
  }

  #newSearch(): AbortController {
    this.#search?.abort();
    return (this.#search = new AbortController());
  }

  #begin(): void {
    const { choice, states } = this.#presented;
    const { defaultView } = this.#host.ownerDocument;
    this.#catalogue = this.#host.catalogue;
    this.#places = this.#presented.drawing.arrangement.standing;
    this.#screen.begin();
    this.#release = choice.hold(() => {
      this.#cut();
    });
    states.set('presenting', true);
    if (defaultView) this.#keys.listen(defaultView);
  }

  /** Nothing more is presented; what is chosen is still held. */
  #stop(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    this.#standing.end();
    this.#keys.end();
    this.#speaker.end();
    this.#over.clear();
    return running;
  }

  #finish({ story }: Running): void {
    this.#release?.();
    this.#release = undefined;
    this.#presented.states.set('presenting', false);
    this.#host.dispatchEvent(new StandardsPresentEvent(story, -1));
  }

  /** Shows a scene: what is chosen at once, the camera on its way from where it is. */
  #go(story: Story, index: number): void {
    const scene = story.scenes[index];
    if (!scene) return;
    const { choice } = this.#presented;
    const [{ settings, issues }, isFirst] = [sceneSettings(scene), !this.#running];
    this.#standing.end();
    if (!isFirst) this.#screen.fade(choice.state.view, choice.state.view !== settings.view);
    this.#running = { story, index, scene };
    this.#over.uncover();
    this.#isByHand = false;
    const strangers = this.#catalogue ? sceneStrangers(this.#catalogue, scene).map(({ id }) => id) : [];
    const unusable = [...issues.map(({ message }) => message), ...strangers].join('; ');
    this.#over.message = unusable && words.unusable(unusable);
    this.#over.told = words.announced(String(index + 1), String(story.scenes.length), scene.title, scene.caption ?? '');
    // A scene that names what is to be seen says and counts that, and nothing that a lens would add
    this.#presented.about = this.#catalogue && aboutOf(this.#catalogue, scene, settings);
    // The camera goes there when the scene is drawn
    choice.take({ ...settings, camera: choice.state.camera });
    this.#show();
    void this.#host.updateComplete.then(() => {
      if (this.#running?.scene === scene) this.#aim(!isFirst);
    });
    this.#host.dispatchEvent(new StandardsPresentEvent(story, index));
  }

  #goTo(index: number): void {
    const { story, index: now } = this.#running ?? {};
    if (!story || index < 0 || index >= story.scenes.length) return;
    if (index !== now || this.#isByHand) this.#go(story, index);
    else {
      this.#over.uncover();
      this.#show();
    }
  }

  /** Has the camera go where the scene wants it. */
  #aim(isOnTheWay: boolean): void {
    this.#places = this.#presented.drawing.arrangement.standing;
    if (this.#running) aim(this.#host, this.#presented, this.#running.scene, isOnTheWay && !this.#screen.isStill);
  }

  readonly #run = (kind: Run): void => {
    const { story, index = 0 } = this.#running ?? {};
    if (!story) return;
    this.#over.message = '';
    const last = story.scenes.length - 1;
    const acts: Readonly<Record<Run, () => void>> = {
      next: () => {
        if (index < last) this.#goTo(index + 1);
        else {
          this.#presented.drawing.view?.endHover();
          this.#over.end(story.title);
        }
      },
      previous: () => {
        this.#goTo(this.#over.isOver ? index : Math.max(0, index - 1));
      },
      first: () => {
        this.#goTo(0);
      },
      last: () => {
        this.#goTo(last);
      },
      black: () => {
        this.#setBlank('black');
      },
      white: () => {
        this.#setBlank('white');
      },
      laser: () => {
        this.#screen.toggleLaser();
      },
      presenter: () => {
        if (!this.#speaker.toggle()) this.#say(words.windowBlocked);
      },
      fullscreen: () => {
        void this.#screen.toggleFull().then(this.#show);
      },
      print: () => {
        void this.#printing.print(story);
      },
      help: () => {
        this.#over.isHelp = !this.#over.isHelp;
      },
      leave: () => {
        // Closes what lies on top, last the presentation
        if (!this.#over.back()) void this.leave();
      },
    };
    acts[kind]();
    this.#show();
  };

  #setBlank(colour: 'black' | 'white'): void {
    this.#presented.drawing.view?.endHover();
    this.#over.toggleBlank(colour);
  }

  #say(sentence: string): void {
    this.#over.message = sentence;
    this.#show();
  }

  readonly #show = (): void => {
    const { story, index = 0, scene } = this.#running ?? {};
    const context = this.#host.catalogue && this.#presented.panels.context(this.#host.catalogue);
    if (!story || !scene || !context) return;
    const { number } = context.format;
    const { title, scenes } = story;
    const { blank, isOver } = this.#over;
    const place = words.of(number(index + 1), number(scenes.length));
    const told: Told = { story: title, place, title: scene.title, notes: scene.notes, next: scenes[index + 1], blank, isOver };
    this.#screen.show(
      presentParts({
        scene,
        index,
        count: story.scenes.length,
        isRtl: this.#screen.isRtl,
        over: this.#over,
        isLaser: this.#screen.isLaser,
        story: story.title,
        notes: this.#speaker.inPage(told),
        legend: showLegend(context, this.#presented.choice.state, new Set(this.#host.visible), this.#presented.drawing.drawn),
        isFull: this.#screen.isFull,
        run: this.#run,
        number,
      }),
    );
    this.#speaker.show(told);
    this.#speaker.picture(this.#screen.picture);
  };
}
