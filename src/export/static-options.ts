import { dayShown, latestOf } from '../analysis/day.js';
import { compact } from '../analysis/fold.js';
import { plainlyVisible } from '../analysis/plain-filter.js';
import { catalogueWith, type Catalogue } from '../model/catalogue-with.js';
import type { Dataset, PartialDate, Standard, StandardId } from '../model/dataset.js';
import type { Camera } from '../render/camera.js';
import type { Encoding, View } from '../state/state.js';
import { STATIC_WORDS, type StaticWords } from './static-words.js';

/** What static output shows. Attributes of the element have the names and meanings that they have there. */
export interface StaticOptions {
  /** Address of the dataset, for the element that takes over. Default: none; its `data` has to be set. */
  readonly src?: string | undefined;
  /** Default `graph`; another one has a table and no picture. */
  readonly view?: View | undefined;
  /** Default: what the dataset opens with. Terms `near:` and `path:` need `ids`. */
  readonly filter?: string | undefined;
  /** Written for the element; the picture shows no lens. */
  readonly highlight?: string | undefined;
  /** Ids between commas, or a list: drawn and listed even where the filter leaves them out. */
  readonly selected?: string | readonly string[] | undefined;
  readonly color?: Encoding | undefined;
  readonly group?: Encoding | undefined;
  /** Default: the day of the catalogue. A past day needs a catalogue of it, as `catalogueAt` gives it. */
  readonly at?: PartialDate | undefined;
  /** Name of the map and of its picture. Default: the title of the dataset. */
  readonly label?: string | undefined;
  /** Further attributes of the element, by their names: `{id: 'map', loading: 'eager', without: 'filters'}`; `true` writes an empty one, `false` none. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** Size of the picture in its own px, each 100–20,000: in a page it is as wide as its box. Default 960 × 600. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Default: all that is shown fits. */
  readonly camera?: Camera | undefined;
  /** `page`: the colours of the element, which follow the page and its `--sm-…`; the others are for files of their own. Default `page`; of `staticSvg` `light`. */
  readonly theme?: 'page' | 'light' | 'dark' | undefined;
  /** Most rows of the table, shared fairly among the SDOs; integer ≥ 0. Default 300. */
  readonly most?: number | undefined;
  /** What passes, where it was found already: `visible(catalogue, filter)` of `standards-map`. */
  readonly ids?: readonly StandardId[] | undefined;
  /** Places of SDOs, committees, topics and standards in dataset order, layout units, 2n: x0, y0, … Default: those of the dataset. */
  readonly positions?: Float32Array | undefined;
  /** Whether the style sheet stands in the output. Default true; false where the page has `staticStyles` already. */
  readonly styles?: boolean | undefined;
  /** Nonce of that style sheet under a Content-Security-Policy. */
  readonly nonce?: string | undefined;
  /** Words in another language. */
  readonly words?: Partial<StaticWords> | undefined;
}

/** What of a dataset is shown. */
export interface StaticFacts {
  readonly options: StaticOptions;
  readonly records: Catalogue;
  readonly filter: string;
  readonly at: PartialDate;
  /** In dataset order: what passes. */
  readonly ids: readonly StandardId[];
  /** Ids of records of any kind. */
  readonly selected: readonly string[];
  readonly title: string;
  readonly words: StaticWords;
}

const catalogues = new WeakMap<Dataset, Catalogue>();

/** A catalogue that finds designations as the dataset writes them, spaces, marks and case aside; made once for a dataset. */
function catalogueOf(dataset: Dataset): Catalogue {
  const known = catalogues.get(dataset) ?? catalogueWith(dataset, locator);
  catalogues.set(dataset, known);
  return known;
}

function locator(standards: readonly Standard[]): Catalogue['locate'] {
  let names: Map<string, Standard> | undefined;
  return (text) => {
    // Ids win over what comes before them in the list
    names ??= new Map([
      ...standards.flatMap((one) =>
        [...(one.aliases ?? []), ...one.editions.map(({ id }) => id)].map((name) => [compact(name), one] as const),
      ),
      ...standards.map((one) => [compact(one.id), one] as const),
    ]);
    const standard = names.get(compact(text));
    return standard && { standard };
  };
}

/** An id may have a comma of its own: `JCA-IoT, DT and SSC&C`. */
function selectedIds(records: Catalogue, selected: string | readonly string[]): readonly string[] {
  if (typeof selected !== 'string') return selected;
  return records.committee(selected) ? [selected] : selected.split(',').flatMap((id) => id.trim() || []);
}

/**
 * What of a dataset is shown under these options.
 *
 * @throws RangeError where `at` is not the day of the catalogue, and where the filter asks for `near:` or `path:` without `ids`
 */
export function factsOf(given: Dataset | Catalogue, options: StaticOptions): StaticFacts {
  const records = 'dataset' in given ? given : catalogueOf(given);
  const { dataset } = records;
  const { at = dayShown(records), filter = dataset.opening?.filter ?? '', selected = '' } = options;
  if (at !== dayShown(records))
    throw new RangeError(
      `static: at is ${at}, the catalogue shows ${dayShown(records) || 'the latest'}. Expected catalogueAt(catalogue, at).`,
    );
  return {
    options,
    records,
    filter,
    at,
    ids: options.ids ?? plainlyVisible(records, filter),
    selected: selectedIds(latestOf(records), selected),
    title: options.label || dataset.title,
    words: { ...STATIC_WORDS, ...options.words },
  };
}
