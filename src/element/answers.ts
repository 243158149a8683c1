import { readPlain } from '../analysis/plain-reader.js';
import { plainVisible } from '../analysis/plain-terms.js';
import type { Filter, FilterIssue } from '../analysis/terms.js';
import type { Visible } from '../analysis/visible-by.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate } from '../model/dataset.js';

/** What tells of the records of a dataset which of them are shown. */
export interface Answers {
  /** What is understood of a filter; undefined where another has to read it. */
  readonly read: (filter: string) => Filter | undefined;
  /** A catalogue as it stood on a day; empty, or not before the dataset's own: the latest. */
  readonly landscape: (catalogue: Catalogue, at: PartialDate) => Catalogue;
  readonly visible: Visible;
  /** What is wrong with a filter. */
  readonly issues: (catalogue: Catalogue, filter: string) => readonly FilterIssue[];
}

/** What answers until the desk has come: plain filters of the latest day. */
export const PLAIN: Answers = {
  read: readPlain,
  landscape: (catalogue) => catalogue,
  visible: plainVisible,
  issues: () => [],
};
