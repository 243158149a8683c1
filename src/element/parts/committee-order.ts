import type { CommitteeMatrix, CommitteePair } from '../../analysis/committee-matrix.js';
import type { CommitteeId } from '../../model/dataset.js';
import type { Order } from './matrix-order.js';

/** The pair of a row and a column, by their places as counted. @throws RangeError when there is none */
export function pairAt({ pairs, committees }: CommitteeMatrix, row: number, column: number): CommitteePair {
  const pair = pairs[row * committees.length + column];
  if (!pair) throw new RangeError(`bug: the matrix has no pair ${row}, ${column} among ${pairs.length}`);
  return pair;
}

/** The pair of two committees; undefined where one of them is not among the rows. */
export function pairOf(matrix: CommitteeMatrix, row: CommitteeId, column: CommitteeId): CommitteePair | undefined {
  const [r, c] = [row, column].map((id) => matrix.committees.findIndex((one) => one.id === id));
  return r === undefined || c === undefined || r < 0 || c < 0 ? undefined : pairAt(matrix, r, c);
}

/** Where each committee stands, in rows and columns alike: places as counted, in the order of the reader; one that is not there sorts nothing. */
export function orderedCommittees(matrix: CommitteeMatrix, order: Order): readonly number[] {
  const { committees } = matrix;
  const all = committees.map((_, place) => place);
  const heading = committees.findIndex(({ id }) => id === order.heading);
  const value = {
    dataset: undefined,
    gaps: undefined,
    works: (place: number) => committees[place]?.works ?? 0,
    candidates: (place: number) => committees[place]?.candidates ?? 0,
    heading: heading < 0 ? undefined : (place: number) => pairAt(matrix, heading, place).shared,
  }[order.by];
  if (!value) return all;
  const sign = order.ascending ? 1 : -1;
  return all.sort((a, b) => sign * (value(a) - value(b)) || a - b);
}

/** Each pair once, those with candidates and no declared liaison, most candidates first, then most shared cells. */
export const firstPairs = ({ pairs, committees }: CommitteeMatrix): readonly CommitteePair[] =>
  pairs
    .filter(({ attention }, place) => attention && Math.floor(place / committees.length) < place % committees.length)
    .sort((a, b) => (b.candidates ?? 0) - (a.candidates ?? 0) || b.shared - a.shared);
