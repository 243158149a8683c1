import { catalogue } from '../model/catalogue.js';
import { writeCompact } from '../model/compact.js';
import type { Dataset, Story } from '../model/dataset.js';
import { escapeXml } from '../render/xml.js';
import type { Settings } from '../state/state.js';
import { onOneLine } from './cell.js';
import { LICENCE_TEXTS, NOTICES, type Notice } from './notices.js';
import { base64Of, hashSource, inlineJson, inlineScript } from './page-inline.js';
import { linkHtml, listHtml } from './page-offline-list.js';
import { OFFLINE_STYLES } from './page-offline-styles.js';
import { aboutLines, provenanceOf, type Provenance } from './provenance.js';

/** Where the dataset of an offline page stands: the map reads it there. */
export const OFFLINE_DATASET = 'standards-map-dataset';
/** Longest dataset that stands in a page as JSON, in characters; a longer one is compact. */
export const LONGEST_JSON = 4_000_000;

/** What goes into an offline page. */
export interface OfflinePageInput {
  readonly dataset: Dataset;
  /** Text of the self-contained script, `standards-map/standards-map.min.js`. */
  readonly script: string;
  /** The dataset, with the story, as a compact file, gzipped or not, where somebody has made one; stands in the page whatever the length of the JSON. */
  readonly packed?: Uint8Array | undefined;
  /** Scenes that the page has to present; `dataset` may carry stories too. */
  readonly story?: Story | undefined;
  /** What the map opens with. Default: what the dataset opens with. The parts that are no attributes of the element are left out. */
  readonly settings?: Settings | undefined;
  /** Default the title of the dataset. */
  readonly title?: string | undefined;
  /** Language of the page, BCP 47. Default `en`. */
  readonly language?: string | undefined;
  /** Where the page comes from. Default: the sources of the dataset, and its day. */
  readonly provenance?: Provenance | undefined;
}

const said = (text: string): string => escapeXml(onOneLine(text));
/** Languages that are written from right to left. @source Unicode CLDR, characterOrder */
const RTL = /^(ar|fa|he|ur|ps|yi|sd|ug|dv)(-|$)/i;

/** The parts of a state that are attributes of the element. */
const ATTRIBUTES = ['view', 'filter', 'color', 'group', 'rows', 'columns', 'sort', 'fields', 'by', 'lanes', 'at', 'since'] as const;

/** Ids between commas; one with a comma of its own would be read as two, and is left out. */
const selectedText = (ids: readonly string[]): string => ids.filter((id) => !id.includes(',')).join(', ');

function attributesOf({ settings = {}, title, story }: OfflinePageInput): string {
  const { selected = [], highlight = [] } = settings;
  const given: readonly (readonly [string, string | undefined])[] = [
    ...ATTRIBUTES.map((name) => [name, settings[name]] as const),
    ['highlight', highlight.length > 0 ? highlight.join(' ') : undefined],
    ['selected', selectedText(selected) || undefined],
    ['story', story && `#${story.id}`],
    ['label', title],
  ];
  return given.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`)).join('');
}

/** The dataset as the content of a script element, with a type that says how it is written. */
function datasetHtml(dataset: Dataset, packed: Uint8Array | undefined): string {
  const json = packed ? '' : inlineJson(dataset);
  const isCompact = packed !== undefined || json.length > LONGEST_JSON;
  const type = isCompact ? 'application/octet-stream;base64' : 'application/json';
  const content = isCompact ? base64Of(packed ?? writeCompact(dataset)) : json;
  return `<script type="${type}" id="${OFFLINE_DATASET}">${content}</script>`;
}

const noticeHtml = ({ packages, licence, copyright }: Notice): string =>
  `<li>${said(packages.join(', '))}: ${said(licence)}. ${said(copyright)}</li>`;

const licenceHtml = ([licence, paragraphs]: readonly [string, readonly string[]]): string =>
  `<h3>${said(licence)}</h3>\n<pre>${paragraphs.map(escapeXml).join('\n\n')}</pre>`;

/** What the file is, where its records come from, and what of others is in it. */
function footerHtml(provenance: Provenance): string {
  const lines = aboutLines(provenance).map(
    ([term, value, url]) =>
      `<div><dt>${said(term)}</dt><dd dir="auto">${linkHtml(value, url ?? (value === provenance.link ? value : undefined))}</dd></div>`,
  );
  return `<footer>
<details><summary>About this file: sources, dates and licences</summary>
<p>One file with everything in it. It asks no server for anything; links lead to the official pages of the standards.</p>
<dl>${lines.join('\n')}</dl>
<h2>Programs in this file</h2>
<ul>${NOTICES.map(noticeHtml).join('\n')}</ul>
${Object.entries(LICENCE_TEXTS).map(licenceHtml).join('\n')}
</details>
</footer>`;
}

/** Nothing but what stands in the file; a worker of its own text, and pictures that it makes. */
const policyOf = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashSource(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashSource(OFFLINE_STYLES)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

function headHtml(title: string, description: string, script: string): string {
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${said(description)}">
<title>${said(title)}</title>
<style>${OFFLINE_STYLES}</style>`;
}

/** A dataset that carries a story beside its own; of the same id the given one. */
export function withStory(dataset: Dataset, story: Story | undefined): Dataset {
  if (!story) return dataset;
  return { ...dataset, stories: [...(dataset.stories ?? []).filter(({ id }) => id !== story.id), story] };
}

/**
 * A map with its dataset, its story and the element as one HTML file that needs no network: it opens from a disk in browsers of today.
 *
 * The script is a classic one, because browsers do not run modules from a disk. A policy in the head allows that script by its digest and
 * forbids everything else: what a dataset says can neither run nor fetch. Without JavaScript the page lists the standards.
 *
 * Pure: equal input, equal text. With the packed form of 132,126 standards it takes some 100 ms.
 */
export function offlinePage(input: OfflinePageInput): string {
  const { language = 'en' } = input;
  const dataset = withStory(input.dataset, input.story);
  const known = catalogue(dataset);
  const title = input.title || dataset.title;
  const provenance =
    input.provenance ??
    provenanceOf(
      known,
      known.standards.map(({ id }) => id),
      { title, at: dataset.asOf },
    );
  const script = inlineScript(input.script);
  return `<!doctype html>
<html lang="${escapeXml(language)}"${RTL.test(language) ? ' dir="rtl"' : ''}>
<head>
${headHtml(title, dataset.description ?? title, script)}
</head>
<body>
<header><h1 dir="auto">${said(title)}</h1><p>Works without a network. Dataset of ${said(dataset.asOf)}, ${String(known.standards.length)} standards.</p></header>
<main>
<standards-map src="#${OFFLINE_DATASET}" loading="eager"${attributesOf({ ...input, title })}>
<p>The map is being drawn. Where none appears, this browser is too old for it, or runs no scripts in files.</p>
<noscript>
<p>The map needs JavaScript. These are the standards in it.</p>
${listHtml(known)}
</noscript>
</standards-map>
</main>
${footerHtml(provenance)}
${datasetHtml(dataset, input.packed)}
<script>${script}</script>
</body>
</html>
`;
}
