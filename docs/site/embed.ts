import { ENCODINGS, LENSES, VIEWS } from '../../src/state/state.js';

/** Parts of the map that a page can leave out. */
export const LEAVABLE = ['search', 'filters', 'legend', 'detail', 'toolbar'] as const;

/** What somebody who embeds a map has chosen; texts are as the attributes take them, an empty one leaves the default. */
export interface Choices {
  readonly filter: string;
  readonly view: string;
  readonly color: string;
  readonly group: string;
  readonly highlight: readonly string[];
  readonly without: readonly string[];
  readonly selected: string;
  readonly at: string;
  readonly story: string;
  /** Height in CSS px, 480 (the least of the element) to 2000. */
  readonly height: number;
  /** Greatest width in CSS px, 320 to 4000; 0: as wide as the page lets it. */
  readonly width: number;
  readonly scheme: string;
  /** Tags of the elements that show the same map: `standards-table`. */
  readonly companions: readonly string[];
}

/** What is chosen where nothing is. */
export const DEFAULTS: Choices = {
  filter: '',
  view: 'graph',
  color: 'sdo',
  group: 'sdo',
  highlight: [],
  without: [],
  selected: '',
  at: '',
  story: '',
  height: 560,
  width: 0,
  scheme: '',
  companions: [],
};

/** What a choice can be, where it is a list. */
export const OPTIONS = {
  view: VIEWS,
  color: ENCODINGS,
  group: ENCODINGS,
  highlight: LENSES,
  without: LEAVABLE,
  scheme: ['light', 'dark'],
} as const;

/** An element as it stands in the page: attributes in order, by name. */
export interface EmbedElement {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** All that comes into a page: what a snippet says and what the preview shows. */
export interface Embed {
  readonly elements: readonly EmbedElement[];
  /** A style sheet for them. */
  readonly css: string;
}

const LIMITS = { height: [480, 2000], width: [320, 4000] } as const;
const TAG = /^standards-[a-z]+$/;

function within(name: keyof typeof LIMITS, text: string | null): number {
  const value = Number(text);
  const [least, most] = LIMITS[name];
  return text !== null && Number.isFinite(value) && value > 0 ? Math.min(most, Math.max(least, Math.round(value))) : DEFAULTS[name];
}

const oneOf = (name: 'view' | 'color' | 'group' | 'scheme', text: string | null): string =>
  OPTIONS[name].find((one) => one === text) ?? DEFAULTS[name];
const someOf = (name: 'highlight' | 'without', text: string | null): readonly string[] => {
  const asked = new Set((text ?? '').split(' '));
  return OPTIONS[name].filter((one) => asked.has(one));
};

/** Choices from the address of the page; what is none, or cannot be, has its default. */
export function readChoices(query: string): Choices {
  const given = new URLSearchParams(query);
  return {
    filter: given.get('filter') ?? '',
    view: oneOf('view', given.get('view')),
    color: oneOf('color', given.get('color')),
    group: oneOf('group', given.get('group')),
    highlight: someOf('highlight', given.get('highlight')),
    without: someOf('without', given.get('without')),
    selected: given.get('selected') ?? '',
    at: given.get('at') ?? '',
    story: given.get('story') ?? '',
    height: within('height', given.get('height')),
    width: within('width', given.get('width')),
    scheme: oneOf('scheme', given.get('scheme')),
    companions: (given.get('companions') ?? '').split(' ').filter((tag) => TAG.test(tag)),
  };
}

/** The query of an address that leads back to these choices; empty where all are the default. */
export function writeChoices(choices: Choices): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choices)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    const preset: unknown = Object.entries(DEFAULTS).find(([one]) => one === name)?.[1];
    if (text !== (Array.isArray(preset) ? preset.join(' ') : String(preset))) query.set(name, text);
  }
  return query.toString();
}

/**
 * What comes into the page for these choices. The snippets and the preview are made of this and of nothing else.
 *
 * @returns the map, then its companions; attributes that say the default are left out
 */
export function embedOf(choices: Choices): Embed {
  const { filter, view, color, group, highlight, without, selected, at, story, height, width, scheme, companions } = choices;
  const said: readonly (readonly [string, string])[] = [
    ['filter', filter],
    ['view', view === DEFAULTS.view ? '' : view],
    ['color', color === DEFAULTS.color ? '' : color],
    ['group', group === DEFAULTS.group ? '' : group],
    ['highlight', highlight.join(' ')],
    ['selected', selected],
    ['at', at],
    ['story', story],
    ['without', without.join(' ')],
  ];
  const map = [['id', 'map'] as const, ['src', 'smart-cities.json'] as const, ...said.filter(([, value]) => value !== '')];
  const rules = [
    `block-size: ${String(height)}px;`,
    ...(width > 0 ? [`max-inline-size: ${String(width)}px;`] : []),
    ...(scheme === '' ? [] : [`color-scheme: ${scheme};`]),
  ];
  return {
    elements: [{ tag: 'standards-map', attributes: map }, ...companions.map((tag) => ({ tag, attributes: [['for', 'map'] as const] }))],
    css: `#map {\n${rules.map((rule) => `  ${rule}\n`).join('')}}\n`,
  };
}
