import { AXES, type Axis } from '../../analysis/cell.js';
import { goalByCode, goalName, hasGoals, isGoalFramework } from '../../analysis/goals.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { Messages } from '../messages.js';
import { termOf } from '../word-of.js';

/** What rows and columns of a matrix stand for. */
export interface Axes {
  readonly rows: Axis;
  readonly columns: Axis;
}

const isTopical = (axis: Axis): boolean => axis === 'domain' || axis === 'capability' || axis === 'topic';
/** The partner of an axis whose former partner does not fit, most telling first. */
const PARTNERS: Readonly<Partial<Record<Axis, Axis>>> = { domain: 'capability', topic: 'sdo', sdo: 'topic', committee: 'committee' };
const partnerOf = (axis: Axis): Axis => PARTNERS[axis] ?? (isGoalFramework(axis) ? 'capability' : 'domain');

/**
 * Whether two axes make a matrix that says something: different, save for committees, which are compared with each other; not topics
 * against a part of the topics, and not committees against the SDOs that they belong to.
 */
export const fits = (rows: Axis, columns: Axis): boolean => {
  if (rows === columns) return rows === 'committee';
  const has = (axis: Axis): boolean => rows === axis || columns === axis;
  return !(has('topic') && isTopical(rows) && isTopical(columns)) && !(has('committee') && has('sdo'));
};

/** The axes that a dataset has something to say on. */
export const axesOf = (catalogue: Catalogue): readonly Axis[] => AXES.filter((axis) => !isGoalFramework(axis) || hasGoals(catalogue, axis));

/** Every pair of axes that fits, in the order of AXES. */
export const AXIS_PAIRS: readonly Axes[] = Object.freeze(
  AXES.flatMap((rows) => AXES.filter((columns) => fits(rows, columns)).map((columns) => Object.freeze({ rows, columns }))),
);

export const swapped = ({ rows, columns }: Axes): Axes => ({ rows: columns, columns: rows });

/** Another axis for rows or columns: the other one stays where it fits, changes places with it where it was the same, else gives way. */
export function withAxis(axes: Axes, side: keyof Axes, axis: Axis): Axes {
  const other = side === 'rows' ? axes.columns : axes.rows;
  if (other === axis && !fits(axis, other)) return swapped(axes);
  const partner = fits(axis, other) ? other : partnerOf(axis);
  return side === 'rows' ? { rows: axis, columns: partner } : { rows: partner, columns: axis };
}

/** A row or a column as its record is called. */
export function headingName(catalogue: Catalogue, messages: Messages, axis: Axis, id: string): string {
  if (axis === 'sdo') return catalogue.sdo(id)?.name ?? id;
  if (axis === 'committee') return id;
  const goal = isGoalFramework(axis) ? goalByCode(catalogue, axis, id) : undefined;
  if (goal) return goalName(goal);
  if (axis === 'role' || isGoalFramework(axis)) return termOf(messages, id);
  return catalogue.topic(id)?.label ?? id;
}
