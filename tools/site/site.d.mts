/** A page of the documentation; `source` is the Markdown file it is made of. */
export interface SitePage {
  readonly path: string;
  readonly title: string;
  readonly source?: string;
}
export const SECTIONS: readonly { readonly title: string; readonly pages: readonly SitePage[] }[];
export function siteFiles(root: string): ReadonlyMap<string, string>;
