/** A custom property that a page may set on a map, or around it. */
export interface ThemeProperty {
  readonly name: `--sm-${string}`;
  readonly kind: 'colour' | 'length' | 'font' | 'ratio';
  readonly says: string;
  /** By default, in the light theme and in the dark one. */
  readonly usual: readonly [light: string, dark: string];
}

const colour = (name: `--sm-${string}`, says: string, light: string, dark: string): ThemeProperty => ({
  name,
  kind: 'colour',
  says,
  usual: [light, dark],
});

/** Every custom property. A test compares this with the style sheets. */
export const PROPERTIES: readonly ThemeProperty[] = [
  colour('--sm-background', 'Ground of the drawing; panels, lines and hovers are made of it.', '#fbfcfe', '#14181f'),
  colour('--sm-foreground', 'Text and outlines.', '#17202b', '#e9eef5'),
  colour('--sm-muted', 'Less important text.', '#566273', '#a3afbf'),
  colour('--sm-link', 'Links between records.', '#8a97a8', '#5d6b7e'),
  colour('--sm-selection', 'What is selected, and what is wrong.', '#b3261e', '#ffb4a9'),
  colour('--sm-focus', 'Focus rings, links in text, main buttons.', '#0b57d0', '#a8c7fa'),
  colour('--sm-overlap', 'Overlap candidates.', '#7a1fa2', '#d9a6ff'),
  colour('--sm-gap', 'Topics and cells with gaps.', '#8a5a00', '#ffc857'),
  colour('--sm-change', 'What was revised.', '#1a73e8', '#3f7fe8'),
  colour('--sm-came', 'What came in.', '#006b5b', '#a5f2c0'),
  colour('--sm-left', 'What was withdrawn or superseded.', '#900020', '#ff6b5e'),
  colour('--sm-heat', 'Strongest shade of the matrix.', '#0b57d0', '#7fb0ff'),
  colour('--sm-sdo-1', 'First hue of the legend; its outline is made of it.', '#0072b2', '#2f8fd0'),
  colour('--sm-sdo-2', 'Second hue.', '#d55e00', '#e06c14'),
  colour('--sm-sdo-3', 'Third hue.', '#009e73', '#12a87d'),
  colour('--sm-sdo-4', 'Fourth hue.', '#cc79a7', '#d58cb4'),
  colour('--sm-sdo-5', 'Fifth hue.', '#e69f00', '#e69f00'),
  colour('--sm-sdo-6', 'Sixth hue.', '#56b4e9', '#7cc7f0'),
  colour('--sm-sdo-7', 'Seventh hue.', '#f0e442', '#f0e442'),
  colour('--sm-sdo-8', 'Eighth hue; neutral.', '#4d4d4d', '#c9ced6'),
  { name: '--sm-font', kind: 'font', says: 'Font family of everything.', usual: ['system-ui', 'system-ui'] },
  { name: '--sm-label-size', kind: 'length', says: 'Height of labels in the drawing, 6 to 48 px.', usual: ['12px', '12px'] },
  { name: '--sm-aspect-ratio', kind: 'ratio', says: 'Width to height where the page sets no height.', usual: ['16 / 10', '16 / 10'] },
];

/** Parts for `::part(…)`. A test compares them with the templates. */
export const PARTS: Readonly<Record<string, string>> = {
  compare: 'two to six standards side by side',
  toolbar: 'search box, extent, views, lenses and tools',
  search: 'the search box with its suggestions',
  filters: 'the facets',
  surface: 'the drawing',
  legend: 'shapes and colours explained',
  detail: 'what is said of the selection, lists and tools',
  tooltip: 'title and status of what the pointer rests on',
  day: 'says that a past day is shown, and holds the slider',
  status: 'how many of how many, and how old each source is',
  table: 'the table',
  matrix: 'the matrix',
  timeline: 'the timeline',
};

/** States for `:state(…)`. A test compares them with the comments of the element. */
export const STATES: Readonly<Record<string, string>> = {
  loading: 'a dataset is fetched or laid out',
  ready: 'the map stands',
  error: 'there is no dataset to show',
  empty: 'no standard passes the filter',
  filtered: 'not every standard passes the filter',
  matrix: 'the matrix is shown in the place of the drawing',
  table: 'the table is',
  timeline: 'the timeline is',
  covered: 'one of the three is',
  presenting: 'a story is presented',
};

/** A look that is put together already. */
export interface Preset {
  readonly name: string;
  readonly scheme: 'light' | 'dark' | 'light dark';
  readonly values: Readonly<Record<`--sm-${string}`, string>>;
}

export const PRESETS: readonly Preset[] = [
  { name: 'As it comes', scheme: 'light dark', values: {} },
  {
    name: 'Sober house style',
    scheme: 'light',
    values: {
      '--sm-background': '#f7f5f0',
      '--sm-foreground': '#22282f',
      '--sm-muted': '#565b61',
      '--sm-focus': '#7a2232',
      '--sm-selection': '#a3262a',
      '--sm-heat': '#7a2232',
      '--sm-font': 'Georgia, "Noto Serif", serif',
      '--sm-sdo-1': '#2f4b6e',
      '--sm-sdo-2': '#a5602c',
      '--sm-sdo-3': '#4f7a5b',
      '--sm-sdo-4': '#8c5a78',
      '--sm-sdo-5': '#b59140',
    },
  },
  {
    name: 'Control room',
    scheme: 'dark',
    values: {
      '--sm-background': '#05080c',
      '--sm-foreground': '#d7f5ff',
      '--sm-muted': '#8fb4c2',
      '--sm-link': '#33505e',
      '--sm-focus': '#4fd8ff',
      '--sm-selection': '#ff8f6b',
      '--sm-heat': '#4fd8ff',
      '--sm-label-size': '14px',
    },
  },
  {
    name: 'High contrast',
    scheme: 'light',
    values: {
      '--sm-background': '#ffffff',
      '--sm-foreground': '#000000',
      '--sm-muted': '#2b2b2b',
      '--sm-link': '#4a4a4a',
      '--sm-focus': '#00369b',
      '--sm-selection': '#8c0009',
      '--sm-overlap': '#540080',
      '--sm-gap': '#573700',
      '--sm-heat': '#003a99',
      '--sm-label-size': '15px',
    },
  },
  {
    name: 'Print',
    scheme: 'light',
    values: {
      '--sm-background': '#ffffff',
      '--sm-foreground': '#000000',
      '--sm-muted': '#444444',
      '--sm-link': '#999999',
      '--sm-font': '"Noto Sans", Arial, sans-serif',
      '--sm-label-size': '11px',
    },
  },
];

/** What a page writes into its style sheet. */
export function snippet({ scheme, values }: Pick<Preset, 'scheme' | 'values'>): string {
  const lines = [
    ...(scheme === 'light dark' ? [] : [`  color-scheme: ${scheme};`]),
    ...Object.entries(values).map(([name, value]) => `  ${name}: ${value};`),
  ];
  return `standards-map {\n${lines.length > 0 ? lines.join('\n') : '  /* as it comes */'}\n}`;
}
