import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Axis } from '../analysis/cell.js';
import type { Encoding, Lanes, View } from '../state/state.js';
import { chosen, walkSteps } from './chosen.js';
import { withoutLeftovers } from './render-root.js';
import { VERSION } from './version.js';

/** A text property as it can be used: pages set what they like, and a removed attribute makes it null. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a part of the map is to be shown, by what a page leaves out. */
export function partsWithout(without: unknown): (part: string) => boolean {
  const left = new Set(textOf(without).split(/[\s,]+/));
  return (part) => !left.has(part);
}

/** What a page can set on a map, as attributes or properties: its dataset, how it behaves, and what the reader can change too. */
export class MapSettings extends LitElement {
  /** Version of the package that the element is from: `0.1.0`. */
  static readonly version: string = VERSION;

  /** Address of the dataset, relative to the page; `#id` names a script element of the page that holds it, as `<script type="application/json" id="id">`. Default `""`: none. */
  @property() src = '';
  /** The dataset itself; wins over `src` and is validated the same way. Default null. */
  @property({ attribute: false }) data: object | null = null;
  /** `lazy` fetches when the element comes near the viewport, `eager` at once. Default `lazy`. */
  @property() loading: 'lazy' | 'eager' = 'lazy';
  /** `auto` follows the reader's system, `none` moves the camera without animation. Default `auto`. */
  @property() motion: 'auto' | 'none' = 'auto';
  /** Seed of the layout: same data and seed, same picture. Integer; default 1. */
  @property({ converter: (value) => (value === null ? 1 : Number(value)) }) seed = 1;
  /** Accessible name; default the title of the dataset. */
  @property() label = '';
  /** Parts to leave out: any of `search filters legend detail toolbar`. Default `""`. */
  @property() without = '';

  /**
   * `steps` gives every step of the reader an entry in the history of the browser, so that its buttons walk them; `replace` has the address follow without
   * entries; `none` neither reads nor writes the address. Read when the element comes into the page. Default `steps`.
   */
  @property() history: 'steps' | 'replace' | 'none' = 'steps';

  /** Filter expression: `sdo:iso,itu-t topic:digital-twin year:2020.. "free words"`. Default: what the dataset opens with, else `""`. */
  @chosen('filter') filter!: string;
  /** Presentation of the standards: graph, matrix, timeline, table. Default `graph`. */
  @chosen('view') view!: View;
  /** Lenses: any of `gaps overlaps changes`. Default `""`. */
  @chosen('highlight') highlight!: string;
  /** With `highlight="changes"`: what came, was revised, started and left after this day, month or year. Default `""`: the last meeting but one that the dataset knows, else two years back. */
  @chosen('since') since!: string;
  /** What the colours of standards say: sdo, committee, topic, status, role. Default `sdo`. */
  @chosen('color') color!: Encoding;
  /** What the territories of the map stand for: sdo, committee, topic, status, role; standards of one stand together. Default `sdo`. */
  @chosen('group') group!: Encoding;
  /** What the rows of the matrix stand for: domain, capability, topic, role, sdo. Default `domain`. */
  @chosen('rows') rows!: Axis;
  /** What the columns of the matrix stand for: domain, capability, topic, role, sdo. Default `capability`. */
  @chosen('columns') columns!: Axis;
  /** Order of the table: columns between commas, each breaking the ties of those before it, a leading minus turns one round: `status,-latest`. Default `""`: as in the dataset. */
  @chosen('sort') sort!: string;
  /** Columns of the table in their order, between commas: `id,title,status`. Default `""`: the usual ones. */
  @chosen('fields') fields!: string;
  /** The field that the rows of the table are grouped by: `topic`. Default `""`: none. */
  @chosen('by') by!: string;
  /** What the lanes of the timeline stand for: sdo, committee, topic. Default `sdo`. */
  @chosen('lanes') lanes!: Lanes;
  /** The landscape as of a day, month or year: `2025-09-26`, `2025-09`, `2025`. Default `""`: the latest. */
  @chosen('at') at!: string;

  /**
   * Undoes the last step of the reader.
   *
   * @returns false where there is none
   */
  undo(): boolean {
    return walkSteps(this, 'undo');
  }

  /**
   * Does again what was undone last.
   *
   * @returns false where there is nothing
   */
  redo(): boolean {
    return walkSteps(this, 'redo');
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return withoutLeftovers(super.createRenderRoot(), this.renderOptions);
  }
}
