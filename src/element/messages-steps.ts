import type { Count } from './messages-count.js';

type Words = Readonly<Record<string, string>>;

const plural = ({ n, text }: Count, one: string, more: string): string => `${text} ${n === 1 ? one : more}`;

/** Undo and redo, what a link could not bring, and what can be done with a selection, in English. Numbers and dates arrive formatted. */
export const stepMessages = {
  title: 'Steps',
  undo: (what: string | undefined) => (what === undefined ? 'Undo' : `Undo: ${what}`),
  redo: (what: string | undefined) => (what === undefined ? 'Redo' : `Redo: ${what}`),
  undone: (what: string) => `Undone: ${what}`,
  redone: (what: string) => `Redone: ${what}`,
  linkPart: (part: string, got: string, expected: string, nearest: string | undefined) =>
    `The part “${part}” of this link cannot be used: got “${got}”, expected ${expected}.${nearest === undefined ? '' : ` Nearest: “${nearest}”.`}`,
  moreParts: (more: string) => `${more} more parts cannot be used either.`,
  stranger: (id: string, nearest: string | undefined) =>
    `This link names “${id}”, which this dataset does not have.${nearest === undefined ? '' : ` Nearest: “${nearest}”.`}`,
  moreStrangers: (more: string) => `The dataset lacks ${more} more of its records.`,
  restUsed: 'The rest of the link was used.',
  parts: {
    view: 'view',
    filter: 'filter',
    color: 'colours',
    group: 'grouping',
    selected: 'selection',
    highlight: 'highlight',
    rows: 'rows and columns',
    columns: 'rows and columns',
    cell: 'cell',
    sort: 'order',
    fields: 'columns',
    by: 'groups of the table',
    lanes: 'lanes',
    panel: 'comparison',
    at: 'date',
    since: 'date',
    moved: 'places by hand',
    name: 'name of the view',
    camera: 'movement of the map',
  } satisfies Words,
  chipOnly: (count: Count) => `Only ${plural(count, 'standard', 'standards')}`,
  chipWithout: (count: Count) => `Without ${plural(count, 'standard', 'standards')}`,
  chipNear: (id: string, depth: number) => (depth === 1 ? `Near ${id}` : `Near ${id}, ${String(depth)} steps`),
  chipPath: (from: string, to: string) => `Path from ${from} to ${to}`,
} as const;
