/** The element that this file runs from, where it is a classic script: nobody can tell once the script has run. */
const running = typeof document === 'undefined' ? null : document.currentScript;
let given = '';

/** Says where the self-contained script is, for offline pages. */
export const giveScript = (address: string | URL): void => {
  given = String(address);
};

/** What the page has said, and the script element that this file runs from. */
export const knownScript = (): { readonly given: string; readonly running: HTMLOrSVGScriptElement | null } => ({ given, running });
