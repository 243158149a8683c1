import type { Provenance } from './provenance.js';

/** Words of a caption. */
export interface CaptionWords {
  readonly noFilter: string;
  readonly standards: (count: string, of: string) => string;
  readonly sources: string;
  readonly source: (catalogue: string, asOf: string) => string;
  /** That what is shown is of an earlier day; default English. */
  readonly asOf?: (day: string) => string;
}

const landscapeAsOf = (day: string): string => `the landscape as of ${day}`;

export const CAPTION: CaptionWords = {
  noFilter: 'all standards',
  standards: (count, of) => `${count} of ${of} standards`,
  sources: 'Sources',
  source: (catalogue, asOf) => `${catalogue} (${asOf})`,
  asOf: landscapeAsOf,
};

/** Two lines below a picture: what it shows, and where that comes from. */
export function captionOf(provenance: Provenance, words: CaptionWords = CAPTION): readonly [what: string, whence: string] {
  const { title, filter, count, of, at, asOf, sources, link } = provenance;
  const cited = sources.map(({ catalogue, asOf }) => words.source(catalogue, asOf)).join(', ');
  return [
    [`${title} – ${filter.trim() || words.noFilter}`, ...(asOf === '' ? [] : [(words.asOf ?? landscapeAsOf)(asOf)])].join(' · '),
    [words.standards(String(count), String(of)), at, ...(link === '' ? [] : [link.replace(/#.*/s, '')]), `${words.sources}: ${cited}`].join(
      ' · ',
    ),
  ];
}

/** The beginning of a text that is no wider than this, with an ellipsis where something is left out. */
export function fitted(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, middle)}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${text
    .slice(0, low)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** Where the lines of a caption stand, CSS px. */
export const CAPTION_BOX = { height: 40, margin: 10, size: 11, baselines: [16, 31] } as const;
