import type { PartialDate, SdoId, Standard } from '../model/dataset.js';
import { lastDayOf } from './at.js';
import type { CellReason, CellState, OwnShare } from './cell.js';
import type { Statements } from './statements.js';

/** Years after which a text is old. @source the review of every standard within five years: ISO/IEC Directives Part 1, 2.9 */
export const REVIEW_YEARS = 5;
/** Effective number of SDOs from which on a cell can be crowded. @source analysis.md, gap states of a cell */
export const MANY_SDOS = 3;

/** What the state of a cell depends on. */
export interface CellFacts {
  readonly statements: Statements;
  /** The SDO of the cell when none of the sources lists its standards. */
  readonly unlisted?: SdoId;
  /** Whether the cell sums SDOs up, so that one of them can stand alone. */
  readonly sums: boolean;
  /** Active standards and works, of every kind. */
  readonly standards: number;
  readonly works: number;
  /** Of the works, those that are normative or pre-normative. */
  readonly covering: number;
  /** Standards in force or under revision: normative or pre-normative ones, and all. */
  readonly coveringInForce: number;
  readonly inForce: number;
  /** Standards under development: normative or pre-normative ones, and all. */
  readonly coveringUnderDevelopment: number;
  readonly underDevelopment: number;
  readonly informative: number;
  /** Standards without status: normative or pre-normative ones, and all. */
  readonly coveringUnknown: number;
  readonly unknown: number;
  /** Newest text of what is normative or pre-normative and in force; absent when one of them has no date. */
  readonly newest?: PartialDate;
  /** Whether one of these is under revision. */
  readonly underRevision: number;
  /** The day that the landscape is of. */
  readonly today: PartialDate;
  readonly sdos: readonly OwnShare[];
  readonly effectiveSdos: number;
  /** Unresolved candidates of the band `high` within the cell; absent where the SDOs are too few for it to matter. */
  readonly candidates?: number;
}

/** Whether a standard can cover a cell: what is informative or a guide cannot. @source analysis.md, coverage */
export const isCovering = ({ kind }: Pick<Standard, 'kind'>): boolean => kind === 'normative' || kind === 'pre-normative';

type Judge = (facts: CellFacts) => Omit<CellReason, 'state'>;

const isUncovered = ({ standards }: CellFacts): boolean => standards === 0;
const isBeingFilled = (facts: CellFacts): boolean =>
  facts.coveringInForce === 0 && (facts.coveringUnderDevelopment > 0 || (facts.inForce === 0 && facts.underDevelopment > 0));
const isInformativeOnly = ({ coveringInForce }: CellFacts): boolean => coveringInForce === 0;

/** Whether what is known would be another thing if the standards without status were in force. */
function dependsOnUnknown(facts: CellFacts): boolean {
  if (!isInformativeOnly(facts)) return false;
  return facts.coveringUnknown > 0 || (facts.unknown > 0 && facts.inForce === 0);
}

const notApplicable: Judge = ({ statements: { notApplicable: statement } }) =>
  statement ? { holds: true, code: 'stated', values: {}, statement } : { holds: false, code: 'not-stated', values: {} };

const noData: Judge = (facts) => {
  const { statements, unlisted, unknown } = facts;
  if (statements.noData) return { holds: true, code: 'stated', values: {}, statement: statements.noData };
  if (unlisted !== undefined) return { holds: true, code: 'no-catalogue', values: { sdo: unlisted } };
  if (dependsOnUnknown(facts)) return { holds: true, code: 'no-status', values: { unknown } };
  return { holds: false, code: 'enough-data', values: { unknown } };
};

const uncovered: Judge = (facts) => ({
  holds: isUncovered(facts),
  code: 'active',
  values: { standards: facts.standards, works: facts.works },
});

const beingFilled: Judge = (facts) => ({
  holds: isBeingFilled(facts),
  code: 'in-force',
  values: { inForce: facts.coveringInForce, underDevelopment: facts.underDevelopment },
});

const informativeOnly: Judge = (facts) => ({
  holds: isInformativeOnly(facts),
  code: 'kinds',
  values: { covering: facts.covering, informative: facts.informative },
});

const ageing: Judge = ({ newest, underRevision, today }) => {
  const day = lastDayOf(today);
  const before = `${String(Number(day.slice(0, 4)) - REVIEW_YEARS).padStart(4, '0')}${day.slice(4)}`;
  const old = newest !== undefined && lastDayOf(newest) < before;
  return {
    holds: old && underRevision === 0,
    code: 'age',
    values: { ...(newest !== undefined && { latest: newest }), before, underRevision },
  };
};

const singleSource: Judge = ({ sdos, sums }) => ({
  holds: sums && sdos.length === 1,
  code: 'sources',
  values: { sdos: sdos.length, ...(sdos[0] && { sdo: sdos[0].sdo }) },
});

const isCrowded = ({ effectiveSdos, candidates = 0 }: CellFacts): boolean => effectiveSdos >= MANY_SDOS && candidates > 0;
const concentration = ({ effectiveSdos, candidates }: CellFacts): CellReason['values'] => ({
  effectiveSdos,
  least: MANY_SDOS,
  ...(candidates !== undefined && { candidates }),
});
const covered: Judge = (facts) => ({ holds: !isCrowded(facts), code: 'concentration', values: concentration(facts) });
const crowded: Judge = (facts) => ({ holds: true, code: 'concentration', values: concentration(facts) });

/** Every state in the order in which they are asked for; the last one holds when no other does. */
const JUDGES: readonly (readonly [CellState, Judge])[] = [
  ['not-applicable', notApplicable],
  ['no-data', noData],
  ['uncovered', uncovered],
  ['being-filled', beingFilled],
  ['informative-only', informativeOnly],
  ['ageing', ageing],
  ['single-source', singleSource],
  ['covered', covered],
  ['crowded', crowded],
];

/** The way to the state of a cell: every state asked for in turn, up to the first that holds. At least one step. */
export function judge(facts: CellFacts): readonly CellReason[] {
  const reasons: CellReason[] = [];
  for (const [state, ask] of JUDGES) {
    const reason = { state, ...ask(facts) };
    reasons.push(reason);
    if (reason.holds) break;
  }
  return reasons;
}
