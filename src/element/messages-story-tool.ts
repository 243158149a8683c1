/** The story in the making, as far as it is always at hand; the words of the panel come with it. */
export const storyToolMessages = {
  title: 'Story',
  loading: 'Getting the story ready…',
  notReady: (why: string) => `The story could not be opened: a part of the map could not be loaded. ${why}`,
} as const;
