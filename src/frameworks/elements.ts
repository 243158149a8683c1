import type { LitElement } from 'lit';

// The tags, and the events of `addEventListener`
export type * from '../define.js';

/** Tags of the elements that `standards-map/define` registers. */
export type StandardsTag = Extract<keyof HTMLElementTagNameMap, `standards-${string}`>;

/** Whether two types are the very same, `readonly` included. @source microsoft/TypeScript issue 27024 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- two functions of one parameter are compared
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Names of the properties of an element that a page can set, beyond those of every element. */
type SettableName<E> = {
  [K in Exclude<keyof E, keyof LitElement>]-?: E[K] extends (...args: never) => unknown
    ? never
    : Same<Pick<E, K>, Readonly<Pick<E, K>>> extends true
      ? never
      : K;
}[Exclude<keyof E, keyof LitElement>];

/** As a template writes a value: numbers in quotes too, and the selection as a list of ids. */
type Written<K, V> = V | (V extends number ? `${number}` : never) | (K extends 'selected' ? readonly string[] | null : never);

/** What a template may set on an element, every one by its one name, as an attribute or as a property. Taken from the class: nothing can be forgotten. */
export type StandardsSettings<Tag extends StandardsTag> = {
  [K in SettableName<HTMLElementTagNameMap[Tag]>]?: Written<K, HTMLElementTagNameMap[Tag][K]> | undefined;
};

/** The events of the elements by name. */
export type StandardsEvents = {
  [K in Extract<keyof HTMLElementEventMap, `standards-${string}`>]: HTMLElementEventMap[K];
};

/** Listeners as attributes, as React 19, Svelte 5 and Preact write them: `onstandards-select`. */
export type StandardsListeners = {
  [K in keyof StandardsEvents as `on${K}`]?: ((event: StandardsEvents[K]) => void) | undefined;
};
