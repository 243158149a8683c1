import type { Exporter } from './exporter.js';
import { MapSettings } from './map-settings.js';
import { giveScript, knownScript } from './own-script.js';

/** What a page can take away from a map. */
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

  protected abstract readonly exporter: Exporter;

  /**
   * What is shown as a PNG, painted anew at a scale: as many times as many px on a side as the surface has CSS px. Two lines below it say what
   * it is and where it comes from, as does its metadata.
   *
   * @param options `scale`: 1–4, default 2
   * @throws RangeError when the scale is none; Error before `ready`, and while there is no dataset to show
   */
  async toPNG(options: { readonly scale?: number } = {}): Promise<Blob> {
    return this.exporter.toPNG(options);
  }

  /**
   * What is shown as comma-separated values: the standards, in the table in its order, columns and groups; of a matrix its cells.
   *
   * The last column of the first row says filter, date, sources and link. What a spreadsheet would take for a formula begins with an apostrophe.
   * Overlaps count where they are known: a moment after `ready`.
   *
   * @returns RFC 4180, with a line of headings, without a byte order mark
   * @throws Error while there is no dataset
   */
  toCSV(): string {
    return this.exporter.toCSV();
  }
}
