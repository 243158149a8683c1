import { property } from 'lit/decorators.js';
import { MapExports } from './map-exports.js';
import type { About, Presented, PresentingHost } from './presenting/presented.js';

/** What presents a map; loaded when it is asked for first. */
interface Presenter {
  present(scene: number | string, story: string): Promise<void>;
}

/** How a map is presented. */
export abstract class MapPresenting extends MapExports implements PresentingHost {
  /**
   * Scenes to present: address of a story file, relative to the page, or `#` and the id of a story of the dataset. Read when `present()` is
   * called. Default `""`: the first story of the dataset, else the one that the reader is making.
   */
  @property() story = '';

  /** Resolves when the dataset asked for stands on the surface for the first time. */
  abstract readonly ready: Promise<void>;
  protected abstract readonly presented: Presented;
  #presenter: Promise<Presenter> | undefined;

  /** What the scene that is presented is about. */
  protected get about(): About | undefined {
    return this.presented.about;
  }

  /**
   * Presents a story: full screen where the browser allows it, else all over the window. Arrow keys and a clicker go on, Escape leaves; then all is as it was.
   *
   * While a story is presented, goes to another scene of it.
   *
   * @param scene number from 0, or title; default the first
   * @returns when the scene stands with what its lenses show, its camera on the way; earlier where the reader has gone on or left meanwhile
   * @throws Error where there is no such story or it cannot be read; RangeError where it has no such scene; DOMException `AbortError` where something else was
   * asked for meanwhile. What stood stays
   */
  async present(scene: number | string = 0): Promise<void> {
    // The story of this moment: the page may name another one before the presenter has come
    const story = typeof this.story === 'string' ? this.story : '';
    this.#presenter ??= this.#load();
    return (await this.#presenter).present(scene, story);
  }

  async #load(): Promise<Presenter> {
    try {
      const { Presenting } = await import('./presenting/presenting.js');
      return new Presenting(this, this.presented);
    } catch (error) {
      // Asked again next time
      this.#presenter = undefined;
      throw error;
    }
  }
}
