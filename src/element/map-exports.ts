import type { Candidate, Match, Proposal } from '../analysis/candidate.js';
import type { Coverage, Gap } from '../analysis/cell.js';
import { visibleSet } from '../analysis/visible-by.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Desk } from './desk.js';
import { MapSettings, textOf } from './map-settings.js';
import type { OnDemand } from './on-demand.js';
import { giveScript, knownScript } from './own-script.js';

/** What a page can ask of a map beyond what it shows, and take away from it: answered once `ready` has resolved. */
export abstract class MapExports extends MapSettings {
  /**
   * Address of `standards-map.min.js`, which offline pages are made of, relative to the page. Default `""`: the script that the page runs, else the one of the
   * package that the element was imported from; a page whose bundler takes that file along needs to say nothing.
   */
  static get offlineScript(): string {
    return knownScript().given;
  }
  static set offlineScript(address: string | URL) {
    giveScript(address);
  }

  protected abstract readonly desk: OnDemand<Desk>;
  /** Lookups over the dataset; undefined until it is valid. */
  abstract readonly catalogue: Catalogue | undefined;
  /** Ids of the standards that were there on the day of `at` and pass the filter, in dataset order. */
  abstract readonly visible: readonly StandardId[];

  /** The catalogue as of the day that is shown. */
  protected get landscape(): Catalogue | undefined {
    const { catalogue } = this;
    return catalogue && (this.desk.part?.answers.landscape(catalogue, this.at) ?? catalogue);
  }
  /** The matrix of rows and columns over what passes the filter; undefined until the dataset is valid. */
  get coverage(): Coverage | undefined {
    return this.landscape && this.desk.part?.analyst.coverage(this.landscape, visibleSet(this.visible));
  }
  /** Where the whole dataset misses what a curator expects, a life cycle needs, a standard refers to or a publication claims; the weightiest first. */
  get gaps(): readonly Gap[] {
    return (this.landscape && this.desk.part?.analyst.gaps(this.landscape)) ?? [];
  }
  /** Overlap candidates of the whole dataset that nobody has settled, strongest first. */
  get overlaps(): readonly Candidate[] {
    return (this.landscape && this.desk.part?.analyst.overlaps(this.landscape)) ?? [];
  }
  /**
   * The map as the reader sees it now, as an SVG with real text: a file of its own, without scripts or addresses.
   *
   * A map that is not displayed gives all of its drawing at 1280 × 800 px.
   *
   * @throws Error before `ready`, and while there is no dataset to show
   */
  toSVG(): string {
    if (!this.desk.part)
      throw new Error('standards-map: toSVG found no picture of the dataset. Expected a call after `ready` has resolved.');
    return this.desk.part.svg(textOf(this.label));
  }

  /**
   * The standards nearest to a new work item, nearest first, at most 20.
   *
   * @throws Error before the dataset is valid
   */
  check(proposal: Proposal): readonly Match[] {
    if (!this.catalogue || !this.desk.part)
      throw new Error('standards-map: check found no dataset. Expected a call after `ready` has resolved.');
    return this.desk.part.check(this.catalogue, proposal);
  }

  /**
   * What is shown as a PNG, painted anew at a scale: as many times as many px on a side as the surface has CSS px. Two lines below it say what
   * it is and where it comes from, as does its metadata.
   *
   * @param options `scale`: 1–4, default 2
   * @throws RangeError when the scale is none; Error before `ready`, and while there is no dataset to show
   */
  async toPNG(options: { readonly scale?: number } = {}): Promise<Blob> {
    return (await this.desk.ask()).exporter.toPNG(options);
  }

  /**
   * What is shown as comma-separated values: the standards, in the table in its order, columns and groups; of a matrix its cells.
   *
   * The last column of the first row says filter, date, sources and link. What a spreadsheet would take for a formula begins with an apostrophe.
   * Overlaps count where they are known: a moment after `ready`.
   *
   * @returns RFC 4180, with a line of headings, without a byte order mark
   * @throws Error before `ready`, and while there is no dataset
   */
  toCSV(): string {
    if (!this.desk.part) throw new Error('standards-map: an export found no dataset. Expected a call after `ready` has resolved.');
    return this.desk.part.exporter.toCSV();
  }
}
