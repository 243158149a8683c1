/** Opening a file of one's own, as far as it is always at hand; the words of the panel come with it. */
export const fileMessages = {
  title: 'Open a file',
  dropHere: 'Drop the file to open it',
  loading: 'Getting ready to read files…',
  notReady: (why: string) => `Files cannot be opened: what reads them could not be loaded. ${why}`,
  oneOnly: (count: string) => `${count} files were dropped. Expected one: drop the one to open.`,
};
