type Words = Readonly<Record<string, string>>;

/** Undo and redo, what a link could not bring, and what can be done with a selection, in English. Numbers and dates arrive formatted. */
export const stepMessages = {
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
} as const;
