import type { CSSResult, CSSResultOrNative } from 'lit';

/**
 * Gives a shadow root that has come into another document its styles again.
 *
 * A constructed style sheet belongs to the document it was made for; a root that is moved loses those it had.
 */
export function adoptInto(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const view = root.ownerDocument.defaultView;
  // A document that is not shown, such as that of a template, needs none.
  if (!view) return;
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : [...style.cssRules].map((rule) => rule.cssText).join('\n'));
    return sheet;
  });
}

/** Adds styles to those of a shadow root, behind the first `at` of them; in another document than that of this script, as copies made for it. */
export function addStyles(root: ShadowRoot, styles: readonly CSSResult[], at: number): void {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  const sheets = styles.flatMap((style) => {
    if (root.ownerDocument === document) return style.styleSheet ?? [];
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    return sheet;
  });
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, at), ...sheets, ...root.adoptedStyleSheets.slice(at)];
}
