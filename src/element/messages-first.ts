/** What is said before a dataset has come, and where something does not come, in English. */
export const firstMessages = {
  close: 'Close',
  loading: 'Loading the map…',
  partFailed: (why: string) =>
    `A part of this map could not be loaded; it is asked for again when it is needed, and when the page is loaded again. ${why}`,
  arranging: 'Arranging the map…',
  failed: 'The map could not be shown',
  networkFailed: 'The dataset could not be fetched',
  retry: 'Try again',
  moreIssues: (more: string) => `and ${more} more`,
} as const;
