// The index of the search, made once: the page loads it when a reader searches.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import MiniSearch from 'minisearch';

const EXCERPT = 140;

/** @returns JSON of a MiniSearch over every section of the pages; an id is the address of the section */
export function searchIndex(pages, root) {
  const options = JSON.parse(readFileSync(resolve(root, 'docs/site/search-options.json'), 'utf8'));
  const index = new MiniSearch(options);
  for (const { path, title, sections } of pages) {
    const seen = new Set();
    for (const { id, heading, text } of sections) {
      // two headings of one name have two anchors: an id that is there twice is a fault of its page
      if (seen.has(id)) throw new Error(`${path}: two sections have the anchor ${id}`);
      seen.add(id);
      index.add({ id: `${path}#${id}`, title, heading, text, excerpt: text.trim().slice(0, EXCERPT) });
    }
  }
  return JSON.stringify(index);
}
