import type { Dataset, Finding } from '../model/dataset.js';
import { KeptStore } from './kept-store.js';
import { keptText, NOTHING_KEPT, parseKept, unionOf, type Kept } from './parse-kept.js';

/** Whether two lists have the same findings: what is computed from one list then holds for the other. */
const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length && a.every(({ id }, at) => id === b[at]?.id);

/** What a browser keeps of findings on one dataset. */
export class FindingsStore extends KeptStore<Kept> {
  /**
   * @param storage asked every time: a browser may forbid it, by an exception
   * @param changed called when another page or element has changed what is kept
   */
  constructor(storage: () => Storage | null, dataset: Dataset, changed: () => void) {
    const format = {
      nothing: NOTHING_KEPT,
      read: (text: string) => parseKept(text, dataset),
      write: keptText,
      union: unionOf,
      settle: (taken: Kept, before: Kept): Kept => ({
        ...taken,
        findings: sameFindings(taken.findings, before.findings) ? before.findings : taken.findings,
      }),
    };
    super(storage, `standards-map findings: ${dataset.title}`, format, changed);
  }
}
