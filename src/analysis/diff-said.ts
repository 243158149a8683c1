import type { Dataset, SourceId, StandardId } from '../model/dataset.js';
import { submissionSource, type Submission, type SubmittedStandard } from '../model/submission.js';
import type { FieldDifference, Said } from './difference.js';
import { editionText, isSame, relationText, saidValue } from './diff-values.js';

/** A statement on one standard, and the submission that it is in. */
interface Statement {
  readonly submission: Submission;
  readonly stated: SubmittedStandard;
}

const order = (a: Said, b: Said): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.submission < b.submission ? -1 : 1);

const saidBy = ({ submission, stated }: { readonly submission: Submission; readonly stated?: SubmittedStandard }): Said => ({
  submission: submission.id,
  body: submission.body,
  by: submission.by,
  date: submission.date,
  ...(submission.liaison !== undefined && { liaison: submission.liaison }),
  ...(stated?.reason !== undefined && { reason: stated.reason }),
});

/** Each submission once, oldest first. */
const once = (list: readonly Said[]): readonly Said[] => [...new Map(list.map((said) => [said.submission, said])).values()].sort(order);

const isIn = (value: unknown, list: unknown): boolean => Array.isArray(list) && list.some((one) => isSame(one, value));

/** What a submission states of a field of a standard, or of a field of one of its texts. */
function statedValue(stated: SubmittedStandard, { field, of }: FieldDifference): unknown {
  if (!field.startsWith('editions')) {
    if (field !== 'relations') return saidValue(Reflect.get(stated, field));
    return stated.relations?.map(relationText);
  }
  const edition = stated.editions?.find(({ id }) => id === of);
  return edition && (field === 'editions' ? editionText(edition) : saidValue(Reflect.get(edition, field.slice('editions.'.length))));
}

/** Whether a submission states what a field says now: the same value, or one of the entries that a list has gained. */
function agrees(stated: SubmittedStandard, change: FieldDifference): boolean {
  const value = statedValue(stated, change);
  const { before, after } = change;
  if (value === undefined || after === undefined) return false;
  if (isSame(value, after)) return true;
  // A new text is stated by whoever names it: other fields of it may come from elsewhere
  if (change.field === 'editions') return true;
  return Array.isArray(value) && value.some((one) => isIn(one, after) && !isIn(one, before));
}

/** Who stated what an edition says, from the submissions it has on record. */
export class SaidBy {
  readonly #statements = new Map<StandardId, Statement[]>();
  readonly #submissions: readonly Submission[];
  readonly #bySource: ReadonlyMap<SourceId, Submission>;

  constructor({ submissions = [] }: Dataset) {
    this.#submissions = submissions;
    this.#bySource = new Map(submissions.map((submission) => [submissionSource(submission.id), submission]));
    for (const submission of submissions)
      for (const stated of submission.standards) {
        const list = this.#statements.get(stated.id) ?? [];
        this.#statements.set(stated.id, [...list, { submission, stated }]);
      }
  }

  #of(ids: readonly StandardId[]): readonly Statement[] {
    return ids.flatMap((id) => this.#statements.get(id) ?? []);
  }

  /** Who speaks of a standard at all. @param ids every id it goes by */
  standard(...ids: readonly StandardId[]): readonly Said[] {
    return once(this.#of(ids).map(saidBy));
  }

  /** Who states what at least one of these fields says now. */
  fields(ids: readonly StandardId[], changes: readonly FieldDifference[]): readonly Said[] {
    return once(
      this.#of(ids)
        .filter(({ stated }) => changes.some((change) => agrees(stated, change)))
        .map(saidBy),
    );
  }

  /** The submissions that these sources stand for. */
  sources(ids: readonly SourceId[]): readonly Said[] {
    return once(ids.flatMap((id) => this.#bySource.get(id) ?? []).map((submission) => saidBy({ submission })));
  }

  /** Who declares a relation from one standard to another, either way. */
  relation(a: StandardId, b: StandardId): readonly Said[] {
    const declares = (from: StandardId, to: string): readonly Statement[] =>
      this.#of([from]).filter(({ stated }) => stated.relations?.some((relation) => relation.to === to));
    return once([...declares(a, b), ...declares(b, a)].map(saidBy));
  }

  /** Who brought an SDO or a committee. */
  group(id: string): readonly Said[] {
    return once(
      this.#submissions
        .filter(({ sdos = [], committees = [] }) => [...sdos, ...committees].some((group) => group.id === id))
        .map((submission) => saidBy({ submission })),
    );
  }
}

/** Several lists of who said it as one. */
export const saidByAll = (lists: readonly (readonly Said[])[]): readonly Said[] => once(lists.flat());
