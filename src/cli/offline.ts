import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { excerptSteps } from '../export/excerpt.js';
import { LONGEST_JSON, offlinePage, withStory } from '../export/page-offline.js';
import { provenanceOf } from '../export/provenance.js';
import { finish } from '../export/steps.js';
import { catalogue, type Catalogue } from '../model/catalogue.js';
import { writeCompact } from '../model/compact.js';
import type { Dataset, StandardId } from '../model/dataset.js';
import { DEFAULTS, type Settings, type State } from '../state/state.js';
import { Unusable, type Io } from './command.js';
import { axisOf, ENCODINGS, LANES, LENSES, oneOf, selectedOf, VIEWS, type ExportValues } from './export-options.js';
import { packageFolder } from './package-folder.js';
import { askedStory } from './story-file.js';

/** What becomes one HTML file. */
export interface Offline {
  readonly values: ExportValues;
  readonly latest: Catalogue;
  /** The standards that pass. */
  readonly ids: readonly StandardId[];
  readonly io: Io;
}

const SCRIPT = 'dist/cdn/standards-map.min.js';
/** Where a gzip file says which system wrote it, and what it says there for none. @source RFC 1952, 2.3.1 */
const [SYSTEM, UNKNOWN] = [9, 255];

/** The self-contained script of this package. @throws Unusable where it has not been built */
function ownScript(): string {
  const file = join(packageFolder(), SCRIPT);
  if (!existsSync(file)) throw new Unusable(`${file}: is not there. Expected the built package: npm run build makes it.`);
  return readFileSync(file, 'utf8');
}

/** Compact and gzipped where it is long; equal datasets give equal bytes on every system. */
function packed(dataset: Dataset): Uint8Array | undefined {
  if (JSON.stringify(dataset).length <= LONGEST_JSON) return undefined;
  const bytes = gzipSync(writeCompact(dataset), { level: 9 });
  bytes[SYSTEM] = UNKNOWN;
  return bytes;
}

/** What the map is to open with, where that is not what it opens with anyway. What a filter has left is all there is: it asks for none. */
function settingsOf({ values, latest }: Offline): Settings {
  const { filter, at, since, sort, fields, by, highlight } = values;
  const asked: Omit<State, 'filter' | 'cell' | 'panel' | 'moved' | 'name' | 'camera'> = {
    ...{ at, since, sort, fields, by, view: oneOf('view', values.view, VIEWS), lanes: oneOf('lanes', values.lanes, LANES) },
    ...{ rows: axisOf('rows', values.rows), columns: axisOf('columns', values.columns), selected: selectedOf(latest, values.select) },
    ...{ color: oneOf('color', values.color, ENCODINGS), group: oneOf('group', values.group, ENCODINGS) },
    highlight: highlight === '' ? [] : [oneOf('highlight', highlight, LENSES)],
  };
  const usual: Readonly<Record<string, unknown>> = { ...DEFAULTS };
  const settings: Settings = Object.fromEntries(Object.entries(asked).filter(([part, value]) => value !== usual[part]));
  return filter === '' ? settings : { ...settings, filter: values.whole ? filter : '' };
}

/** `--html`: a map with its dataset and the element as one file that needs no network. @throws Unusable where the story is none */
export async function offlineHtml(offline: Offline): Promise<string> {
  const { values, latest, ids, io } = offline;
  const { filter, title, link, at } = values;
  const isWhole = values.whole || ids.length === latest.standards.length;
  const provenance = provenanceOf(latest, isWhole ? latest.standards.map(({ id }) => id) : ids, {
    ...{ title, link, at: values.date ?? io.today, asOf: at },
    filter: values.whole ? '' : filter,
  });
  const shown = isWhole ? latest.dataset : finish(excerptSteps(latest, ids, provenance));
  const { stories = [] } = latest.dataset;
  const story = values.story === undefined ? undefined : await askedStory(values.story, stories, isWhole ? latest : catalogue(shown), io);
  const dataset = withStory(shown, story);
  return offlinePage({ dataset, script: ownScript(), packed: packed(dataset), story, settings: settingsOf(offline), title, provenance });
}
