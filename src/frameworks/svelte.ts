import type { HTMLAttributes } from 'svelte/elements';
import type { StandardsListeners, StandardsSettings, StandardsTag } from './elements.js';

/** The elements as templates of Svelte 5 take them: settings, listeners (`onstandards-select`), `bind:this` and all that HTML elements have. */
export type SvelteStandardsElements = {
  [Tag in StandardsTag]: StandardsSettings<Tag> &
    StandardsListeners &
    Omit<HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof StandardsSettings<Tag>>;
};

// eslint-disable-next-line no-restricted-syntax -- the module of Svelte is added to
declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only an interface adds to the one of Svelte
  interface SvelteHTMLElements extends SvelteStandardsElements {}
}
