import { excerptSteps } from '../export/excerpt.js';
import type { Made } from '../export/forms.js';
import { LONGEST_JSON, offlinePage } from '../export/page-offline.js';
import { provenanceOf, type Provenance } from '../export/provenance.js';
import { inSlices, type Pace } from '../export/steps.js';
import type { Catalogue } from '../model/catalogue.js';
import { writeCompact } from '../model/compact.js';
import type { Dataset, StandardId } from '../model/dataset.js';
import { DEFAULTS, type Settings, type State } from '../state/state.js';
import { offlineScript } from './offline-script.js';

/** What becomes an offline page. */
export interface OfflineFile {
  readonly catalogue: Catalogue;
  /** The standards that go into it; undefined: all. */
  readonly ids: readonly StandardId[] | undefined;
  /** What the reader chose. */
  readonly state: State;
  readonly provenance: Provenance;
}

/** What the page opens with. What a filter has left is all there is in it: it asks for none. */
function settingsOf({ state, ids }: OfflineFile): Settings {
  const usual: Readonly<Record<string, unknown>> = { ...DEFAULTS };
  const chosen: Settings = Object.fromEntries(Object.entries(state).filter(([part, value]) => value !== usual[part]));
  return { ...chosen, filter: ids ? '' : state.filter };
}

/** Where a page comes from that has all standards: no filter has left anything out. */
function ofAll({ catalogue, provenance }: OfflineFile): Provenance {
  return provenanceOf(
    catalogue,
    catalogue.standards.map(({ id }) => id),
    { ...provenance, filter: '' },
  );
}

/** Compact and gzipped where it is long and the browser can. */
async function packed(dataset: Dataset): Promise<Uint8Array | undefined> {
  if (JSON.stringify(dataset).length <= LONGEST_JSON || typeof CompressionStream === 'undefined') return undefined;
  const stream = new Blob([new Uint8Array(writeCompact(dataset))]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * A map as one HTML file that needs no network.
 *
 * @throws Error that says what to do when the script of the element is not found; the reason of the signal when it is aborted
 */
export async function offlineFile(file: OfflineFile, pace: Pace): Promise<Made> {
  const { catalogue, ids } = file;
  const provenance = ids ? file.provenance : ofAll(file);
  const script = await offlineScript(pace.signal ?? new AbortController().signal);
  const dataset = ids ? await inSlices(excerptSteps(catalogue, ids, provenance), pace) : catalogue.dataset;
  const html = offlinePage({
    ...{ dataset, script, provenance, packed: await packed(dataset), settings: settingsOf(file) },
    title: provenance.title,
    language: 'en',
  });
  return { blob: new Blob([html], { type: 'text/html;charset=utf-8' }) };
}
