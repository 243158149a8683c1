import type { Catalogue } from '../model/catalogue.js';
import type { Story } from '../model/story.js';
import { KeptStore } from './kept-store.js';
import { storyMessages as words } from './messages-story.js';
import { draftText, draftUnion, NO_DRAFT, parseDraft, storyOf, type Draft } from './parse-draft.js';

/** Where stories in the making are kept: by dataset, as saved views are. @param storage asked every time: a browser may forbid it, by an exception */
export function draftStore({ dataset: { title } }: Catalogue, storage: () => Storage | null, changed: () => void): KeptStore<Draft> {
  const format = { nothing: NO_DRAFT, read: parseDraft, write: (draft: Draft) => draftText(draft, title), union: draftUnion };
  return new KeptStore(storage, `standards-map story: ${title}`, format, changed);
}

/** Stores of elements whose panel was opened: what a browser does not keep is there alone. */
const open = new WeakMap<object, KeptStore<Draft>>();

/** Says where the story of an element is made. */
export function keepDraftOf(host: object, store: KeptStore<Draft>): void {
  open.set(host, store);
}

/** The story that the reader is making for the dataset of an element, under the id `DRAFT_ID`; undefined where there is no scene yet. */
export function storyInMaking(host: object, catalogue: Catalogue): Story | undefined {
  const store =
    open.get(host) ??
    draftStore(
      catalogue,
      () => window.localStorage,
      () => undefined,
    );
  return storyOf(store.kept, words.untitled);
}
