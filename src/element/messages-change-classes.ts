import type { ChangedClass } from '../analysis/change.js';

/** What became of a standard, in a word, in English. */
export const changeClasses = {
  came: 'Came',
  revised: 'Revised',
  started: 'Started',
  left: 'Left',
  'left-undated': 'Ended, day not known',
} as const satisfies Readonly<Record<ChangedClass, string>>;
