/** Texts of the offline page, loaded when one is made. */
export const offlineMessages = {
  noScript: (tried: readonly string[]) =>
    `The page needs the file standards-map.min.js, which was not found${tried.length === 0 ? '' : ` at ${tried.join(' or ')}`}. ` +
    'Whoever made this page can say where it is: StandardsMap.offlineScript = "…/standards-map.min.js". Or use the command standards-map export --html.',
};
