import type { Catalogue } from '../model/catalogue.js';
import type { Dataset } from '../model/dataset.js';
import { PLAIN_THEMES } from '../scene/plain-themes.js';
import { el, markupOf, treeOf, type StaticElement, type StaticNode } from './markup-tree.js';
import { factsOf, type StaticFacts, type StaticOptions } from './static-options.js';
import { picture } from './static-picture.js';
import { staticStyles } from './static-styles.js';
import { groupsOf, sources, table, type StaticGroup } from './static-table.js';

/** Names that an attribute may have: none that runs, none that a policy forbids. */
const NAME = /^(?!on|style$|srcdoc$)[a-z][a-z0-9-]*$/;
/** Options that are attributes of the element. */
const OWN = ['src', 'view', 'filter', 'highlight', 'selected', 'color', 'group', 'label'] as const;

function attributesOf({ options, at }: StaticFacts): Readonly<Record<string, string>> {
  const text = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));
  const given = [
    ...OWN.map((name) => [name, options[name]] as const),
    ['at', at || undefined] as const,
    ...Object.entries(options.attributes ?? {}),
  ];
  const written = given.flatMap(([name, value]): readonly [string, string][] => {
    if (!NAME.test(name))
      throw new RangeError(`static: ${name} is no attribute to be written. Expected a lowercase name, not of a handler or of styles.`);
    return value === undefined || value === false ? [] : [[name, value === true ? '' : text(value)]];
  });
  return Object.fromEntries(written);
}

/** What a line below the picture says: how much of the dataset it is, under which filter, as of when. */
function summary({ records, ids, filter, at, words }: StaticFacts): string {
  const { dataset, standards } = records;
  const name = filter.trim() === '' || filter !== dataset.opening?.filter ? '' : `${dataset.opening.label}: `;
  return [
    `${dataset.title} – ${name}${words.shown(String(ids.length), String(standards.length))}`,
    ...(filter.trim() === '' ? [] : [words.filter(filter)]),
    ...(at === '' ? [] : [words.asOf(at)]),
    words.edition(dataset.asOf),
  ].join(' · ');
}

/** What a picture needs as a file and not in a page. */
const OF_A_FILE: ReadonlySet<string> = new Set(['width', 'height', 'xmlns']);

/** The picture as a part of a page: as wide as its box, with a description beside its name. */
function inPage(svg: string, { words }: StaticFacts, groups: readonly StaticGroup[]): StaticElement {
  const { tag, attributes, children } = treeOf(svg);
  const others = Object.fromEntries(Object.entries(attributes).filter(([name]) => !OF_A_FILE.has(name)));
  const names = groups.map(({ sdo, standards }) => words.group(sdo.name, String(standards.length))).join(', ');
  return {
    tag,
    attributes: { ...others, width: '100%' },
    children: [...children.slice(0, 1), el('desc', {}, words.picture(names)), ...children.slice(1)],
  };
}

function fallback(facts: StaticFacts): StaticElement {
  const { options, words } = facts;
  const { view = 'graph', theme = 'page', styles = true, nonce } = options;
  const groups = groupsOf(facts);
  const svg = view === 'graph' ? picture(facts, theme === 'page' ? undefined : PLAIN_THEMES[theme]) : undefined;
  const line: StaticNode = summary(facts);
  return el(
    'div',
    { 'data-standards-map': 'static' },
    styles ? el('style', { nonce }, staticStyles) : undefined,
    svg === undefined ? el('p', {}, line) : el('figure', {}, inPage(svg, facts, groups), el('figcaption', {}, line)),
    svg === undefined && view === 'graph' ? el('p', {}, words.noPicture) : undefined,
    ...table(facts, groups),
    sources(facts, groups),
  );
}

/**
 * A whole `<standards-map>` as plain data: its attributes, and as its fallback the picture, a table of the standards, and the sources.
 *
 * For templates that take no raw markup: walk it and make an element of each, a text of each string. `markupOf` of it is `staticMap`.
 *
 * @throws RangeError as `staticMap`
 */
export function staticTree(dataset: Dataset | Catalogue, options: StaticOptions = {}): StaticElement {
  const facts = factsOf(dataset, options);
  return el('standards-map', attributesOf(facts), fallback(facts));
}

/**
 * A whole `<standards-map>` as HTML: what a page shows without scripts, and before they have run. When `standards-map/define` is there, the same
 * element takes over in the same box, and the fallback goes when the first picture stands.
 *
 * Equal input gives equal text. Every text of the dataset is escaped, links are http or https, nothing runs, nothing is fetched.
 *
 * @param dataset one that `parse` has accepted, which is frozen, or a catalogue of it; of a past day `catalogueAt(catalogue, at)`
 * @throws RangeError for a size, a number of rows, positions, an attribute or a day that cannot be, and for a filter with `near:` or `path:`
 * without `ids`
 */
export const staticMap = (dataset: Dataset | Catalogue, options: StaticOptions = {}): string => markupOf(staticTree(dataset, options));

/**
 * The picture alone, as a file of its own: what the element's `toSVG` gives at the same size with the same theme.
 *
 * @returns undefined where the dataset has no places, as `standards-map layout` of the command line gives it
 * @throws RangeError as `staticMap`
 */
export function staticSvg(dataset: Dataset | Catalogue, options: StaticOptions = {}): string | undefined {
  const { theme = 'light' } = options;
  return picture(factsOf(dataset, options), theme === 'page' ? undefined : PLAIN_THEMES[theme]);
}

/** The table and the sources alone, as HTML without a style sheet. @throws RangeError as `staticMap` */
export function staticTable(dataset: Dataset | Catalogue, options: StaticOptions = {}): string {
  const facts = factsOf(dataset, options);
  const groups = groupsOf(facts);
  return [...table(facts, groups), sources(facts, groups)].map((node) => (node === undefined ? '' : markupOf(node))).join('');
}
