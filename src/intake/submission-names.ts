import type { Committee, CommitteeId, Dataset, Sdo, SdoId, Standard } from '../model/dataset.js';
import { submissionSource, type Submission } from '../model/submission.js';
import { without } from './without.js';

/** A record that came with a submission, and with which. */
interface Brought<T> {
  readonly record: T;
  readonly submission: Submission;
}

/** An SDO or a committee of a submission that is not taken as it stands. */
export interface GroupRemark {
  readonly submission: string;
  readonly id: string;
  /** `known`: there is one already, and its record stays; `sdo`: its SDO is not known; `parent`: what it is part of is not known or part of it. */
  readonly code: 'known' | 'sdo' | 'parent';
  readonly got: string;
}

/** The records that a submission brings, the latest of each id; those of the catalogues stay. */
function latest<T extends { readonly id: string }>(
  known: readonly T[],
  submissions: readonly Submission[],
  of: (submission: Submission) => readonly T[] | undefined,
  remarks: GroupRemark[],
): ReadonlyMap<string, Brought<T>> {
  const own = new Map(known.map((record) => [record.id, record]));
  const brought = new Map<string, Brought<T>>();
  for (const submission of submissions)
    for (const record of of(submission) ?? []) {
      const before = own.has(record.id) ? undefined : brought.get(record.id);
      if (!own.has(record.id)) brought.set(record.id, { record, submission });
      const stays = own.get(record.id);
      if (stays && !isSaid(record, stays)) remarks.push({ submission: submission.id, id: record.id, code: 'known', got: record.id });
      if (before && JSON.stringify(before.record) !== JSON.stringify(record))
        remarks.push({ submission: before.submission.id, id: record.id, code: 'known', got: record.id });
    }
  return new Map([...brought].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a record says nothing that another one does not say. */
const isSaid = (record: object, other: object): boolean =>
  Object.entries(record).every(
    ([field, value]) => field === 'xy' || field === 'sources' || JSON.stringify(value) === JSON.stringify(Reflect.get(other, field)),
  );

/** The SDOs, committees and topics that there are, those that came with submissions among them. */
export class Names {
  readonly sdos: ReadonlyMap<SdoId, Sdo>;
  readonly committees: ReadonlyMap<CommitteeId, Committee>;
  readonly topics: ReadonlySet<string>;
  /** What came with submissions, by id. */
  readonly broughtSdos: readonly Sdo[];
  readonly broughtCommittees: readonly Committee[];
  readonly remarks: readonly GroupRemark[];

  /** @param submissions in their order on record */
  constructor(base: Dataset, submissions: readonly Submission[]) {
    const remarks: GroupRemark[] = [];
    const sdos = latest(base.sdos, submissions, (one) => one.sdos, remarks);
    const sdoIds = new Set([...base.sdos.map(({ id }) => id), ...sdos.keys()]);
    this.broughtSdos = [...sdos.values()].map(({ record }) => mendedSdo(record, sdoIds));
    this.sdos = new Map([...base.sdos, ...this.broughtSdos].map((sdo) => [sdo.id, sdo]));
    const all = latest(base.committees, submissions, (one) => one.committees, remarks);
    const committees = new Map([...all].filter(([, { record }]) => sdoIds.has(record.sdo)));
    for (const { record, submission } of all.values())
      if (!sdoIds.has(record.sdo)) remarks.push({ submission: submission.id, id: record.id, code: 'sdo', got: record.sdo });
    const ids = new Set([...base.committees.map(({ id }) => id), ...committees.keys()]);
    const parents = new Map([...committees].map(([id, { record }]) => [id, record.parent]));
    this.broughtCommittees = [...committees.values()].map(({ record, submission }) => {
      const parent = record.parent;
      const isLost = parent !== undefined && (!ids.has(parent) || isRound(record.id, parents));
      if (isLost) {
        parents.set(record.id, undefined);
        remarks.push({ submission: submission.id, id: record.id, code: 'parent', got: parent });
      }
      return mendedCommittee(isLost ? without(record, 'parent') : record, ids, submission);
    });
    this.committees = new Map([...base.committees, ...this.broughtCommittees].map((committee) => [committee.id, committee]));
    this.topics = new Set(base.topics.map(({ id }) => id));
    this.remarks = remarks;
  }

  has(id: string): boolean {
    return this.sdos.has(id) || this.committees.has(id);
  }

  /** A committee and those that it is part of. */
  #path(id: CommitteeId): readonly Committee[] {
    const path: Committee[] = [];
    for (
      let at = this.committees.get(id);
      at && !path.includes(at);
      at = at.parent === undefined ? undefined : this.committees.get(at.parent)
    )
      path.push(at);
    return path;
  }

  /**
   * Whether a body has a say over a standard: it publishes it, owns it, is the SDO of its owners or a joint body of its publishers, or a publisher's
   * joint body. Coordination activities and task forces have a say over what the map itself adds to a standard.
   *
   * @param isClassification whether it is about topics, role, level or tier
   */
  hasAuthority(body: string, { publishers, committees }: Pick<Standard, 'publishers' | 'committees'>, isClassification: boolean): boolean {
    const kind = this.committees.get(body)?.kind;
    if (isClassification && (kind === 'coordination-activity' || kind === 'task-force')) return true;
    const owners = committees.flatMap((id) => this.#path(id));
    const sdos = new Set([...publishers, ...owners.map(({ sdo }) => sdo)]);
    if (sdos.has(body) || owners.some(({ id }) => id === body)) return true;
    const joint = this.sdos.get(body)?.jointOf;
    if (joint !== undefined && joint.length > 0 && joint.every((id) => publishers.includes(id))) return true;
    return [...sdos].some((id) => this.sdos.get(id)?.jointOf?.includes(body));
  }
}

function isRound(id: CommitteeId, parents: ReadonlyMap<CommitteeId, CommitteeId | undefined>): boolean {
  const seen = new Set<CommitteeId>();
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

const mendedSdo = (sdo: Sdo, known: ReadonlySet<SdoId>): Sdo => {
  const plain = without(sdo, 'xy');
  return plain.jointOf ? { ...plain, jointOf: plain.jointOf.filter((id) => known.has(id)) } : plain;
};

/** A committee without ties to those that nobody has brought, and without a place of another map. */
function mendedCommittee(committee: Committee, known: ReadonlySet<CommitteeId>, submission: Submission): Committee {
  const { predecessors, successors, liaisons } = committee;
  return {
    ...without(committee, 'xy', 'sources'),
    ...(predecessors && { predecessors: predecessors.filter((one) => known.has(one.committee)) }),
    ...(successors && { successors: successors.filter((one) => known.has(one.committee)) }),
    ...(liaisons && { liaisons: liaisons.filter((id) => known.has(id)) }),
    sources: [submissionSource(submission.id)],
  };
}
