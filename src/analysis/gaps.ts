import type { Catalogue } from '../model/catalogue.js';
import { checkDay } from './at.js';
import type { Gap, GapOptions } from './cell.js';
import { cellGaps } from './cell-gaps.js';
import { claimedGaps } from './claimed-gaps.js';
import { lifeCycleGaps } from './life-cycle-gaps.js';
import { nameOf, Recent } from './recent.js';
import { referenceGaps } from './reference-gaps.js';
import { latestAndDay } from './day.js';

const KEPT = 16;
const memo = new WeakMap<Catalogue, Recent<readonly Gap[]>>();

/**
 * Where the landscape is thin although it should not be: cells that a curator expects to be covered, roles that are missing after what
 * came before them, references that lead nowhere, and what publications claim.
 *
 * A cell is a gap only where somebody has said, with a reason, that coverage is to be expected; everything else is uncovered in this
 * dataset, which `coverage` tells.
 *
 * @returns cells, life cycles, claims, references; within these by priority, which sorts and never judges. The same frozen list for the
 * same catalogue and options, sets compared by identity
 * @throws RangeError when `at` is no date
 */
export function gaps(given: Catalogue, asked: GapOptions = {}): readonly Gap[] {
  const { at: day = '' } = asked;
  checkDay('gaps', day);
  const [catalogue, at] = latestAndDay(given, day);
  const options = { ...asked, at };
  const answers = memo.get(catalogue) ?? new Recent<readonly Gap[]>(KEPT);
  memo.set(catalogue, answers);
  return answers.get(`${at} ${nameOf(options.standards)}`, () =>
    Object.freeze([
      ...cellGaps(catalogue, options),
      ...lifeCycleGaps(catalogue, options),
      ...claimedGaps(catalogue, options),
      ...referenceGaps(catalogue, options),
    ]),
  );
}
