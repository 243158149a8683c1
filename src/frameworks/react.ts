import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { StandardsListeners, StandardsSettings, StandardsTag } from './elements.js';

/** The elements as React 19 takes them in JSX: settings, listeners (`onstandards-select`), `ref`, `key`, `children` and all that HTML elements have. */
export type ReactStandardsElements = {
  [Tag in StandardsTag]: StandardsSettings<Tag> &
    StandardsListeners &
    Omit<
      DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Tag]>, HTMLElementTagNameMap[Tag]>,
      keyof StandardsSettings<Tag> | keyof StandardsListeners
    >;
};

// eslint-disable-next-line no-restricted-syntax -- the module of React is added to
declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace, no-restricted-syntax -- where React looks for the tags of JSX
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only an interface adds to the one of React
    interface IntrinsicElements extends ReactStandardsElements {}
  }
}
