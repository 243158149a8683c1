import type { Catalogue } from '../model/catalogue.js';
import type { Scene, Story } from '../model/story.js';
import { escapeXml, tag } from '../render/xml.js';
import type { LegendEntry } from '../scene/scene.js';
import { onOneLine } from './cell.js';
import { CAPTION } from './caption.js';
import type { Grid } from './grid.js';
import { PAPER } from './paper.js';
import { plainWords } from './plain-words.js';
import { provenanceOf } from './provenance.js';
import { NOTED_SIZE, pictured, SHEET_SIZE, type Pictured, type Place } from './scene-picture.js';
import { storySheetStyles, type Paper } from './story-styles.js';

/** How a story is printed. */
export interface SheetOptions {
  /** The notes of the speaker stand beside the pictures: a handout. Default false. */
  readonly notes?: boolean;
  /** Default `a4`. */
  readonly paper?: Paper;
  /** The day of printing. */
  readonly at: string;
  /** Title of the map; default that of the dataset. */
  readonly title?: string;
  /** Words; default English. */
  readonly words?: Partial<SheetWords>;
}

/** Words of a printed story. Numbers arrive formatted. */
export interface SheetWords {
  readonly page: (page: string, of: string) => string;
  readonly notes: string;
  readonly rows: (shown: string, of: string) => string;
  readonly highlighted: (what: string) => string;
  readonly lenses: Readonly<Record<'gaps' | 'overlaps' | 'changes', string>>;
  readonly since: (day: string) => string;
  readonly others: string;
}

export const SHEET_WORDS: SheetWords = {
  page: (page, of) => `${page} / ${of}`,
  notes: 'Notes',
  rows: (shown, of) => `${shown} of ${of} rows; the rest is in the map.`,
  highlighted: (what) => `Highlighted: ${what}`,
  lenses: { gaps: 'gaps', overlaps: 'overlap candidates and coordinated pairs', changes: 'changes' },
  since: (day) => ` since ${day}`,
  others: 'others',
};

/** Rows of a table that fit on a page. */
const MOST_ROWS = 14;
/** Up to which they are set larger. */
const FEW_ROWS = 6;
/** Classes that a legend names. */
const MOST_CLASSES = 12;
/** Lengths from which texts are set smaller, characters. */
const LONG = { title: 90, caption: 420, notes: 1300, notesMost: 2600 } as const;

const said = (text: string): string => escapeXml(onOneLine(text));
/** A line feed in notes is a new line. */
const saidInLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(said)
    .join('\n');

/** An element around what is markup already; absent attributes are left out. Nothing is closed by itself: HTML knows that of SVG only. */
const el = (name: string, body: string, attributes: Readonly<Record<string, string>> = {}): string =>
  body === '' ? tag(name, attributes, ' ') : tag(name, attributes, body);

function legendHtml(catalogue: Catalogue, entries: readonly LegendEntry[], words: SheetWords): string {
  const { standards } = plainWords(catalogue);
  const name = (value: string | undefined): string =>
    value === undefined ? words.others : (catalogue.sdo(value)?.name ?? catalogue.topic(value)?.label ?? standards.value('status', value));
  const items = entries.slice(0, MOST_CLASSES).map(({ slot, value, count }) => {
    const fill = slot === 0 ? PAPER.muted : (PAPER.hues[slot - 1] ?? PAPER.muted);
    const dot = el('svg', tag('circle', { cx: 5, cy: 5, r: 4.5, fill }), { viewBox: '0 0 10 10', 'aria-hidden': 'true' });
    return el('li', `${dot}${said(`${name(value)} ${String(count)}`)}`);
  });
  return items.length === 0 ? '' : el('ul', items.join(''), { class: 'legend' });
}

function rowsHtml(grid: Grid, words: SheetWords): string {
  const count = Math.min(MOST_ROWS, grid.count);
  const head = el('tr', grid.columns.map(({ heading }) => el('th', said(heading), { scope: 'col' })).join(''));
  const body = Array.from({ length: count }, (_, at) =>
    el(
      'tr',
      grid
        .row(at)
        .map((value) => el('td', said(value === undefined ? '' : String(value)), { dir: 'auto' }))
        .join(''),
    ),
  );
  const more = grid.count > count ? el('p', said(words.rows(String(count), String(grid.count))), { class: 'more' }) : '';
  return el('table', el('thead', head) + el('tbody', body.join('')), { class: count <= FEW_ROWS ? 'few' : 'many' }) + more;
}

function pictureHtml({ picture, catalogue }: Pictured, words: SheetWords): string {
  if (picture.kind === 'rows') return rowsHtml(picture.grid, words);
  return picture.svg.replace('<svg ', '<svg class="drawing" ') + legendHtml(catalogue, picture.legend, words);
}

/** What the page shows, of which day, and what it rests on. */
function aboutOf(latest: Catalogue, { state, shown }: Pictured, { title = '', at }: SheetOptions, words: SheetWords): string {
  const { filter, highlight, since } = state;
  const about = provenanceOf(latest, shown, { title, filter, view: '', at, asOf: state.at, link: '' });
  const lenses = highlight.map((lens) => words.lenses[lens] + (lens === 'changes' && since !== '' ? words.since(since) : ''));
  return [
    `${about.title} – ${filter.trim() || CAPTION.noFilter}`,
    ...(state.at === '' ? [] : [CAPTION.asOf?.(state.at) ?? state.at]),
    ...(lenses.length === 0 ? [] : [words.highlighted(lenses.join(', '))]),
    CAPTION.standards(String(about.count), String(about.of)),
    at,
    `${CAPTION.sources}: ${about.sources.map((source) => CAPTION.source(source.catalogue, source.asOf)).join(', ')}`,
  ].join(' · ');
}

const sized = (name: string, text: string, long: number, longest = Infinity): string =>
  text.length > longest ? `${name} longest` : text.length > long ? `${name} long` : name;

function pageHtml(latest: Catalogue, scene: Scene, made: Pictured, place: string, options: SheetOptions, words: SheetWords): string {
  const { title, caption = '', notes = '' } = scene;
  const isNoted = options.notes === true && notes !== '';
  const aside = isNoted
    ? el('aside', el('h2', said(words.notes)) + saidInLines(notes), {
        class: sized('notes', notes, LONG.notes, LONG.notesMost),
        dir: 'auto',
      })
    : '';
  return el(
    'section',
    el('h1', said(title), { dir: 'auto', class: sized('title', title, LONG.title) }) +
      el('p', said(caption), { dir: 'auto', class: sized('caption', caption, LONG.caption) }) +
      el('div', el('div', pictureHtml(made, words), { class: 'picture' }) + aside, { class: isNoted ? 'body noted' : 'body' }) +
      el(
        'footer',
        el('span', said(aboutOf(latest, made, options, words)), { class: 'about' }) + el('span', said(place), { class: 'number' }),
      ),
    { class: 'page' },
  );
}

/**
 * The pages of a story, one for each scene, as markup that is XML too: each is made when it is asked for.
 *
 * @param place lays a graph out that has no places
 */
export function* storyPages(latest: Catalogue, story: Story, options: SheetOptions, place: Place): Generator<string, void, void> {
  const words = { ...SHEET_WORDS, ...options.words };
  const all = String(story.scenes.length);
  for (const [at, scene] of story.scenes.entries())
    yield pageHtml(
      latest,
      scene,
      pictured(latest, scene, place, options.notes === true && scene.notes ? NOTED_SIZE : SHEET_SIZE),
      `${onOneLine(story.title)} · ${words.page(String(at + 1), all)}`,
      options,
      words,
    );
}

/** A whole document of such pages, to be printed or kept: nothing in it is fetched or run. */
export function storyDocument({ title }: Story, pages: readonly string[], paper: Paper = 'a4'): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${said(title)}</title><style>${storySheetStyles(paper)}</style></head>
<body><main>${pages.join('\n')}</main></body></html>
`;
}
