type Words = Readonly<Record<string, string>>;

/** Undo and redo, in English. */
export const stepMessages = {
  undone: (what: string) => `Undone: ${what}`,
  redone: (what: string) => `Redone: ${what}`,
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
