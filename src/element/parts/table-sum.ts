import type { PanelContext } from './context.js';
import { columnName, type TableProps } from './table-props.js';
import { tableMessages } from '../messages-table.js';

/** How many standards there are, and in how many rows and groups: one with several values stands in each of its groups. */
export function tableSum({ format }: PanelContext, { plan: { by, order, groups } }: Pick<TableProps, 'plan'>): string {
  const texts = tableMessages;
  const standards = order.length === 1 ? texts.one : texts.standards(format.number(order.length));
  if (by === undefined) return standards;
  const rows = groups.reduce((sum, { places }) => sum + places.length, 0);
  const count = format.number(groups.length);
  return rows > order.length ? texts.sumSeveral(standards, format.number(rows), count) : texts.sum(standards, count);
}

/** What the rows are sorted by, in words. */
export function orderText({ plan: { sort } }: Pick<TableProps, 'plan'>): string {
  const texts = tableMessages;
  if (sort.length === 0) return texts.datasetOrder;
  return sort.map(({ column, descending }) => (descending ? texts.descending : texts.ascending)(columnName(column))).join(', ');
}
