import type { Count } from './messages-count.js';

const plural = ({ n, text }: Count, one: string, more: string): string => `${text} ${n === 1 ? one : more}`;

/** Saved views, in English. Numbers and dates arrive formatted. */
export const viewMessages = {
  title: 'Saved views',
  note: 'A view is all that you chose: presentation, filter, selection, colours, places by hand, camera. Views are kept in this browser for this dataset.',
  name: 'Name of the view',
  save: 'Save this view',
  none: 'No view is saved yet.',
  nameless: 'Give the view a name first.',
  tooLong: (most: string) => `A name has at most ${most} characters. Nothing was saved.`,
  tooMany: (most: string) => `At most ${most} views are kept here. Nothing was saved; delete or export some first.`,
  taken: (name: string) =>
    `There is a view “${name}” already. Nothing was changed; choose another name, or overwrite that view in the list.`,
  saved: (name: string) => `Saved: ${name}`,
  opened: (name: string) => `Opened: ${name}`,
  open: (name: string) => `Open ${name}`,
  everything: 'all standards',
  copy: 'Copy link',
  copied: 'The link was copied.',
  notCopied: (link: string) => `The link could not be copied by itself. Here it is: ${link}`,
  rename: 'Rename',
  renameTo: (name: string) => `New name of ${name}`,
  keep: 'Keep',
  cancel: 'Cancel',
  overwrite: 'Overwrite',
  overwriteName: (name: string) => `Overwrite ${name} with what is shown now`,
  delete: 'Delete',
  actionOn: (action: string, name: string) => `${action}: ${name}`,
  overwritten: (name: string) => `${name} was overwritten.`,
  deleted: (name: string) => `${name} was deleted.`,
  undo: 'Undo',
  export: (count: Count) => `Export ${plural(count, 'view', 'views')}`,
  import: 'Import views…',
  imported: (added: Count, known: string) => `${plural(added, 'view', 'views')} imported, ${known} known already.`,
  otherDataset: (title: string) => `They were saved for the dataset “${title}”, so some of their records may not be here.`,
  refused: (name: string, why: string) => `${name} was not imported: ${why} Nothing has changed.`,
  noViews: 'it holds no views of this map.',
  notAll: 'not all of it can be read as views.',
  tooLarge: (most: string) => `it has more than ${most} bytes.`,
  newer: 'a later edition of this map wrote it.',
  unreadable: (why: string) => `it could not be read (${why}).`,
  notKept: (why: string) => `Views are not kept in this browser: ${why} They are lost when this page is closed. Export them now.`,
  keptAside: (key: string) =>
    `Some of what was kept here could not be read. It was put aside in the storage of this browser as “${key}”, and nothing was deleted.`,
  emptied: 'The storage of this browser was emptied elsewhere. The views of this page were written back.',
  part: (part: string, got: string, expected: string) =>
    `The part “${part}” of this view cannot be used: got “${got}”, expected ${expected}.`,
  stranger: (id: string, nearest: string | undefined) =>
    `This view names “${id}”, which this dataset does not have.${nearest === undefined ? '' : ` Nearest: “${nearest}”.`}`,
  moreStrangers: (more: string) => `The dataset lacks ${more} more of its records.`,
  column: (column: string) => `This view has a column “${column}”, which the table does not have.`,
  restUsed: 'The rest of the view was opened; the saved view was not changed.',
} as const;
