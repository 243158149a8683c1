import type { Candidate } from '../analysis/candidate.js';
import type { Coverage } from '../analysis/cell.js';
import { overlapCounts } from '../analysis/columns.js';
import { tableOf } from '../analysis/table.js';
import { visibleSet } from '../analysis/visible-by.js';
import { csvSteps } from '../export/csv.js';
import { listingOf, listingOfTable, standardsGrid, matrixGrid, type Listing } from '../export/grid.js';
import type { NetworkInput } from '../export/network.js';
import type { PngOptions, Surface } from '../export/png.js';
import { provenanceOf, type Provenance } from '../export/provenance.js';
import { finish } from '../export/steps.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Size } from '../render/camera.js';
import { resolver } from '../render/resolver.js';
import { writeHash } from '../state/permalink.js';
import type { State } from '../state/state.js';
import { textOf } from './map-settings.js';
import { en } from './messages.js';
import type { Presentations } from './presentations.js';
import { sinceView } from './since-view.js';
import { landscapeAt, shownDay } from './landscape-day.js';
import { exportMessages } from './messages-export.js';

/** What an export needs of the element. */
export interface ExportHost extends HTMLElement {
  readonly catalogue: Catalogue | undefined;
  readonly visible: readonly StandardId[];
  readonly coverage: Coverage | undefined;
  readonly label: string;
  toSVG(): string;
}

/** What is drawn and chosen, to be asked when it is needed. */
export interface ExportSource {
  readonly state: () => State;
  /** What goes without saying in the address. */
  readonly defaults: () => State;
  /** Open candidates; undefined as long as they are looked for. */
  readonly candidates: (catalogue: Catalogue) => readonly Candidate[] | undefined;
  /** What stands on the surface; undefined before a picture does. */
  readonly surface: () => Surface | undefined;
  readonly presentations: Presentations;
}

/** Today where the reader is. */
function today(): string {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, '0'), ...[now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'))].join(
    '-',
  );
}

/** What is shown, as the exports take it. */
export class Exporter {
  readonly #host: ExportHost;
  readonly source: ExportSource;

  constructor(host: ExportHost, source: ExportSource) {
    this.#host = host;
    this.source = source;
  }

  /** @throws Error while there is no dataset */
  get catalogue(): Catalogue {
    const catalogue = this.#host.catalogue && landscapeAt(this.#host.catalogue, this.source.state().at);
    if (!catalogue) throw new Error('standards-map: an export found no dataset. Expected a call after `ready` has resolved.');
    return catalogue;
  }

  get coverage(): Coverage | undefined {
    return this.source.state().view === 'matrix' ? this.#host.coverage : undefined;
  }

  /** The standards that are shown: in the table in its order, columns and groups, else in all columns in the order of the dataset. */
  listing(candidates = this.source.candidates(this.catalogue)): Listing {
    const state = this.source.state();
    const { view, sort, fields, by } = state;
    const changes = sinceView(this.catalogue, state)?.changes;
    const counts = candidates && overlapCounts(candidates);
    const { visible } = this.#host;
    return view === 'table'
      ? { ...listingOfTable(tableOf(this.catalogue, visible, { sort, fields, by }, counts, changes), counts), changes }
      : { ...listingOf(visible, counts), changes };
  }

  provenance(): Provenance {
    const { filter, view, at } = this.source.state();
    const { visible, label } = this.#host;
    return provenanceOf(this.catalogue, visible, {
      title: textOf(label),
      filter,
      view: en.analysis.viewNames[view],
      at: today(),
      asOf: shownDay(this.catalogue, at),
      link: this.#link(),
    });
  }

  /** The address of the page with what the reader sees now, however long ago the hash was written. */
  #link(): string {
    const key = this.#host.id === '' ? 'map' : this.#host.id;
    const state = this.source.state();
    // What a dataset opens with may be another filter by the time somebody comes back
    const defaults = state.filter === '' ? this.source.defaults() : { ...this.source.defaults(), filter: '' };
    const hash = writeHash(location.hash, key, state, defaults);
    return location.href.replace(/#.*$/s, '') + hash;
  }

  toCSV(): string {
    const grid = this.coverage ? matrixGrid(this.coverage) : standardsGrid(this.catalogue, this.listing());
    return finish(csvSteps(grid, this.provenance())).join('');
  }

  async toPNG({ scale }: { readonly scale?: number }): Promise<Blob> {
    return this.png(this.provenance(), { scale });
  }

  /** How many standards are shown. */
  get count(): number {
    return this.#host.visible.length;
  }

  /** What is drawn as SVG by a presentation that draws by itself; undefined where the surface is what is shown. */
  ownPicture(): string | undefined {
    const { view } = this.source.state();
    return this.source.presentations.get(view)?.svg?.(this.#title);
  }

  /** What the surface shows as SVG. */
  svg(): string {
    return this.#host.toSVG();
  }

  /** Whether what is shown draws, be it drawn yet or not. */
  get draws(): boolean {
    const { view } = this.source.state();
    return view === 'graph' || this.source.presentations.get(view)?.svg !== undefined;
  }

  /** CSS px of what would be a picture; undefined as long as there is none. */
  pictureSize(): Size | undefined {
    const { view } = this.source.state();
    if (view !== 'graph' && this.source.presentations.get(view)?.isDrawn !== true) return undefined;
    const own = this.ownPicture();
    const [, width, height] = (own === undefined ? undefined : / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(own))?.map(Number) ?? [];
    return width !== undefined && height !== undefined ? { width, height } : this.source.surface()?.size;
  }

  /** What is drawn, as a network; undefined before a picture stands. */
  network(): NetworkInput | undefined {
    const surface = this.source.surface();
    const context = document.createElement('canvas').getContext('2d');
    if (!surface || !context) return undefined;
    const resolve = resolver(context);
    const { muted, hues } = surface.theme;
    const colors = [muted, ...hues].map((color) => {
      const ink = resolve(color);
      return [ink & 0xff, (ink >> 8) & 0xff, (ink >> 16) & 0xff] as const;
    });
    return { scene: surface.scene, records: this.catalogue, shown: visibleSet(this.#host.visible), colors };
  }

  /** @throws Error before a picture stands; as the picture of a form does */
  async png(provenance: Provenance, options: PngOptions): Promise<Blob> {
    const { surfacePng, svgPng } = await import('../export/forms.js');
    const surface = this.source.surface();
    if (!surface) throw new Error('standards-map: toPNG found no picture of the dataset. Expected a call after `ready` has resolved.');
    const given = { ...options, caption: exportMessages.caption, about: exportMessages.about };
    const own = this.ownPicture();
    return own === undefined ? surfacePng(surface, provenance, given) : svgPng(own, surface.theme, provenance, given);
  }

  get #title(): string {
    return textOf(this.#host.label) || this.catalogue.dataset.title;
  }
}
