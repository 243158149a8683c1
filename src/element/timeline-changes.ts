import { isDraft, lastDayOf } from '../analysis/at.js';
import type { ChangedClass, ChangeFact, StandardChange } from '../analysis/change.js';
import type { TimelineChanges, TimelineSign } from '../render/timeline-lens.js';
import { spanOf } from '../scene/timeline-days.js';
import type { TimelineText } from '../scene/timeline-texts.js';
import type { PanelContext } from './parts/context.js';
import { changeMessages } from './messages-changes.js';

const isEnd = ({ kind }: ChangeFact): boolean => kind === 'withdrawn' || kind === 'superseded';

/** What a text that came out in the period is: the first of a standard that came, a draft, else a revision. */
function classOf({ facts, change }: StandardChange, fact: ChangeFact, text: TimelineText): ChangedClass {
  if (fact.kind === 'draft') return 'started';
  const published = text.standard.editions.filter((one) => !isDraft(one));
  const isFirst = published.every(({ date }) => date === undefined || date >= (fact.date ?? ''));
  return isFirst && (change === 'came' || facts.some(isEnd)) ? 'came' : 'revised';
}

function signsOf(one: StandardChange, text: TimelineText): readonly TimelineSign[] {
  const last = text.standard.editions.filter((edition) => !isDraft(edition)).at(-1);
  return one.facts.flatMap((fact): readonly TimelineSign[] => {
    if (isEnd(fact))
      return last?.id === text.edition.id
        ? [{ change: fact.date === undefined ? 'left-undated' : 'left', isSure: fact.isSure, isEnd: true }]
        : [];
    return fact.designation === text.edition.id ? [{ change: classOf(one, fact, text), isSure: fact.isSure, isEnd: false }] : [];
  });
}

/** The lens for changes as a timeline shows it; undefined while it is off. */
export function timelineChanges({ catalogue, changes, format }: PanelContext): TimelineChanges | undefined {
  if (!changes) return undefined;
  const { since, at } = changes.changes;
  return {
    since: spanOf(lastDayOf(since))[0],
    until: spanOf(lastDayOf(at === '' ? catalogue.dataset.asOf : at))[0],
    label: changeMessages.title(format.date(lastDayOf(since)), at === '' ? '' : format.date(at)),
    signsOf: (text) => {
      const one = changes.changes.of(text.standard.id);
      return one && one.facts.length > 0 ? signsOf(one, text) : [];
    },
  };
}
