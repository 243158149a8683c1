/** What the reader does by hand in the drawing: dragging, the lasso, and links by way of what is filtered out. */
export const handMessages = {
  byHand: 'Placed by hand',
  someByHand: (count: string) => `${count} of them placed by hand`,
  back: 'Back to its place',
  backAgain: 'Back to their places',
  /** Links between standards that only what is filtered out joins. */
  wentBack: 'Back to its place.',
  allWentBack: 'Everything dragged is back in its place.',
  placed: (name: string) => `${name} placed by hand.`,
  placedMany: (count: string) => `${count} records placed by hand.`,
  tooManyMoved: (most: string) => `At most ${most} records can be placed by hand; nothing was moved.`,
  lassoOn: 'Lasso: draw around standards to select them. Escape ends it.',
  lassoOff: 'Lasso ended.',
  taken: (added: string, all: string) => `${added} more selected, ${all} in all.`,
  takenOut: (out: string, all: string) => `${out} taken out of the selection, ${all} left.`,
  nothingInside: 'No standard lies in the lasso; the selection stays as it was.',
  tooMany: (found: string, most: string, added: string) =>
    `${found} standards were chosen, and a selection holds ${most}: the first ${added} of them, in the order of the dataset, were added. A filter can hold all of them.`,
} as const;
