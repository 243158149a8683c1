import type { PartialDate } from './record.js';

/** What of the drawing is in view: the middle and the least width and height around it, in layout units; whatever the screen, all of it is seen. */
export interface SceneCamera {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A record at a place of its own, in layout units. */
export interface SceneMove {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/**
 * One step of a story: what the map shows, and what is said to it.
 *
 * What it shows is written as the attributes of the element are; what is left out has its default, not that of the scene before.
 */
export interface Scene {
  /** A few words, read at five metres. */
  readonly title: string;
  /** A sentence or two under the title, for everybody. */
  readonly caption?: string;
  /** What the speaker says; nobody else sees it. */
  readonly notes?: string;
  readonly view?: string;
  readonly filter?: string;
  /** Lenses between spaces: `gaps overlaps changes`. */
  readonly highlight?: string;
  readonly at?: PartialDate;
  readonly since?: PartialDate;
  readonly color?: string;
  readonly group?: string;
  readonly rows?: string;
  readonly columns?: string;
  readonly cell?: string;
  readonly sort?: string;
  readonly fields?: string;
  readonly by?: string;
  readonly lanes?: string;
  /** What stands over the map for the selection: `compare`. */
  readonly panel?: string;
  /** Standards, committees, topics or SDOs. */
  readonly selected?: readonly string[];
  /** Records at places of their own, in layout units. */
  readonly moved?: readonly SceneMove[];
  /** Where the camera stands in the graph. Default: on what `show` names, else on everything shown. */
  readonly camera?: SceneCamera;
  /** Standards, committees, topics or SDOs that fill the view, where no `camera` is set. */
  readonly show?: readonly string[];
}

/** Scenes to present, in order. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** At least one. */
  readonly scenes: readonly Scene[];
}

/** A story as a file of its own. */
export interface StoryFile extends Story {
  readonly format: 'standards-map-story';
  readonly version: 1;
}
