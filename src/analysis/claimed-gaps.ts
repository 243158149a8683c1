import type { Catalogue } from '../model/catalogue.js';
import type { Claim, Standard, StandardId, Status } from '../model/dataset.js';
import { isActive, isBy, isInForce } from './at.js';
import type { ClaimedGap, GapOptions } from './cell.js';
import { isCovering } from './judge.js';
import { Recent } from './recent.js';
import { statementsOn } from './statements.js';
import { asWords, titleWords } from './title-phrases.js';
import { statusesAt } from './standing.js';

/** A standard that speaks to a claim, with its status on the day. */
interface Answer {
  readonly standard: Standard;
  readonly status: Status;
}

const STATES: readonly ClaimedGap['state'][] = ['agrees', 'still-open', 'filled-since'];

/** Standards that a claim asks for: all of its topics, one of its roles, its SDO, one of its phrases in the title. */
function answersTo(catalogue: Catalogue, claim: Claim, at: string): readonly Answer[] {
  const { topics, roles, sdo } = claim;
  const phrases = claim.titles?.map(asWords);
  const statuses = statusesAt(catalogue, at);
  return catalogue.standards.flatMap((standard, number) => {
    const status = statuses[number];
    const asked =
      topics.every((topic) => standard.topics.includes(topic)) &&
      (roles === undefined || roles.includes(standard.role)) &&
      (sdo === undefined || catalogue.sdosOf(standard).includes(sdo)) &&
      (phrases === undefined || phrases.some((phrase) => titleWords(standard).includes(phrase)));
    return asked && status !== undefined && (isActive(status) || status === 'unknown') ? [{ standard, status }] : [];
  });
}

/** Whether the dataset can know that nothing is there. */
function canKnow(catalogue: Catalogue, { topics, roles, sdo }: Claim): boolean {
  const cells = (roles ?? [undefined]).map((role) => ({
    topics: new Set(topics),
    ...(role && { role }),
    ...(sdo !== undefined && { sdo }),
  }));
  return cells.every((cell) => statementsOn(catalogue.dataset.expectations ?? [], cell).noData === undefined);
}

function judge(catalogue: Catalogue, claim: Claim, at: string): ClaimedGap {
  const firstOf = (standard: Standard): string => catalogue.firstDate(standard) ?? '';
  const sorted = (answers: readonly Answer[]): readonly StandardId[] =>
    answers
      .map(({ standard }) => standard)
      .sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : Number(firstOf(a) > firstOf(b))))
      .map(({ id }) => id);
  const answers = answersTo(catalogue, claim, at);
  const covering = answers.filter((answer) => isInForce(answer.status) && isCovering(answer.standard));
  const since = covering.filter(({ standard }) => firstOf(standard) !== '' && !isBy(firstOf(standard), claim.date));
  const active = answers.filter(({ status }) => isActive(status));
  const unknown = answers.some((answer) => answer.status === 'unknown' && isCovering(answer.standard));
  if (since.length > 0) return { kind: 'claimed', claim, state: 'filled-since', standards: sorted(since) };
  if (covering.length === 0 && !unknown && canKnow(catalogue, claim))
    return { kind: 'claimed', claim, state: 'agrees', standards: sorted(active) };
  return { kind: 'claimed', claim, state: 'still-open', standards: sorted(active) };
}

const KEPT = 8;
const memo = new WeakMap<Catalogue, Recent<readonly ClaimedGap[]>>();

/**
 * What has become of the gaps that publications claim. The state follows from what the claim asks for and what is there: `filled-since`
 * when something normative or pre-normative that is in force came out after the claim, `agrees` when nothing of that sort is in force at
 * all and the dataset can know, else `still-open`. The reader's filter changes nothing: the claim speaks of the whole landscape.
 *
 * @returns agrees, still open, filled since; within these in the order of the claims. A claim that was not yet made on the day is left out.
 */
export function claimedGaps(catalogue: Catalogue, { at = '' }: GapOptions): readonly ClaimedGap[] {
  const answers = memo.get(catalogue) ?? new Recent<readonly ClaimedGap[]>(KEPT);
  memo.set(catalogue, answers);
  return answers.get(at, () =>
    (catalogue.dataset.claims ?? [])
      .filter(({ date }) => at === '' || isBy(date, at))
      .map((claim) => judge(catalogue, claim, at))
      .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state)),
  );
}
