import type { Catalogue } from '../model/catalogue.js';
import type { Role, Standard, StandardId, Status } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { statusesAt } from './at.js';
import type { Cell, GapOptions, LifeCycleGap } from './cell.js';
import { coverage } from './coverage.js';

/** What a system is specified by, and what it is then built to and tested by. @source ITU-T stages 1 to 3; analysis.md, life-cycle gap */
const BEGINNING: readonly Role[] = ['requirements', 'architecture'];
const CONTINUATION: readonly Role[] = ['interface-data', 'assessment-test'];
const NONE: readonly never[] = Object.freeze([]);
const OPEN: ReadonlySet<string> = new Set(['uncovered', 'being-filled', 'informative-only']);

const isInForce = (status: Status | undefined): boolean => status === 'in-force' || status === 'under-revision';
const isBinding = (standard: Standard | undefined): boolean => standard?.kind === 'normative' || standard?.kind === 'pre-normative';

/**
 * Topics with binding requirements or an architecture in force that lack interfaces and data, or assessment and tests, or both.
 *
 * Roles for which there is no data, or nothing to be expected, are not missing.
 *
 * @returns those that lack both first, then the ones with more behind them, then in the order of the topics
 */
export function lifeCycleGaps(catalogue: Catalogue, { at = '', standards }: GapOptions): readonly LifeCycleGap[] {
  const { cells } = coverage(catalogue, { rows: 'topic', columns: 'role', at, candidates: NONE, ...(standards && { standards }) });
  const statuses = statusesAt(catalogue, at);
  const places = placesIn(catalogue);
  const inForce = (cell: Cell): readonly StandardId[] =>
    cell.standards.filter((id) => isBinding(catalogue.standard(id)) && isInForce(statuses[places.get(id) ?? -1]));
  const order = (id: StandardId): number => places.get(id) ?? -1;
  return catalogue.topics
    .flatMap(({ id: topic }): readonly LifeCycleGap[] => {
      const of = (roles: readonly Role[]): readonly Cell[] =>
        roles.flatMap((role) => cells.find(({ row, column }) => row === topic && column === role) ?? []);
      const begun = of(BEGINNING).filter((cell) => inForce(cell).length > 0);
      const missing = CONTINUATION.filter((role) => of([role]).every(({ state, beyond }) => OPEN.has(state) && beyond === 0));
      if (begun.length === 0 || missing.length === 0) return [];
      const present = BEGINNING.filter((role) => begun.some(({ column }) => column === role));
      const behind = begun.flatMap(inForce).sort((a, b) => order(a) - order(b));
      return [{ kind: 'life-cycle', topic, present, missing, standards: behind }];
    })
    .sort((a, b) => b.missing.length - a.missing.length || b.standards.length - a.standards.length);
}
