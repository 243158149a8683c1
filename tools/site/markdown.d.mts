/** A heading of a page: its anchor, its text, its inline HTML and its level, 1 to 6. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly html: string;
  readonly depth: number;
}
/** What the search finds of a page: the text below each heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
}
export function rendered(
  markdown: string,
  options: { readonly source: string; readonly page: (path: string) => string | undefined },
): Rendered;
export function inlineHtml(text: string): string;
export function anchorOf(text: string): string;
