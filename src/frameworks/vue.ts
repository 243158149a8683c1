import type { HTMLAttributes, ReservedProps } from 'vue';
import type { StandardsEvents, StandardsSettings, StandardsTag } from './elements.js';

type Camel<S extends string> = S extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Camel<Rest>}` : Capitalize<S>;

/** `@standards-select` of a template is the property `onStandardsSelect` of what it is compiled to. */
export type VueStandardsListeners = {
  [K in keyof StandardsEvents as `on${Camel<K>}`]?: ((event: StandardsEvents[K]) => void) | undefined;
};

/** The elements as templates of Vue 3 take them: settings, listeners and all that HTML elements have. */
export type VueStandardsElements = {
  [Tag in StandardsTag]: new () => {
    $props: StandardsSettings<Tag> & VueStandardsListeners & ReservedProps & Omit<HTMLAttributes, keyof StandardsSettings<Tag>>;
  };
};

// eslint-disable-next-line no-restricted-syntax -- the module of Vue is added to
declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only an interface adds to the one of Vue
  interface GlobalComponents extends VueStandardsElements {}
}
