import type { CellValue, Grid, GridColumn } from './grid.js';
import type { ReportFacts } from './report-facts.js';

const COLUMNS: readonly (GridColumn & { readonly heading: string })[] = [
  { heading: 'a', width: 24 },
  { heading: 'b', width: 24 },
  { heading: 'title_a', width: 60 },
  { heading: 'title_b', width: 60 },
  { heading: 'verdict', width: 16 },
  { heading: 'current', width: 10 },
  { heading: 'disputed', width: 10 },
  { heading: 'by', width: 24 },
  { heading: 'date', kind: 'date', width: 12 },
  { heading: 'level', kind: 'number', width: 8 },
  { heading: 'reason', width: 60 },
  { heading: 'evidence', width: 40 },
  { heading: 'clauses', width: 30 },
  { heading: 'finding', width: 30 },
];

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** The findings as one grid, for programs: everything on record about every pair, newest first. */
export function findingsGrid({ catalogue, judgements }: Pick<ReportFacts, 'catalogue' | 'judgements'>): Grid {
  const rows = judgements.flatMap((pair) => pair.history.map((finding) => ({ pair, finding })));
  return {
    name: 'Findings',
    columns: COLUMNS,
    count: rows.length,
    row: (at): readonly CellValue[] => {
      const found = rows[at];
      if (!found) return [];
      const { pair, finding } = found;
      const { a, b, current, disputed } = pair;
      const { verdict, by, date, level, reason, evidence = [], clauses = [], id } = finding;
      const titles = [a, b].map((one) => catalogue.standard(one)?.title);
      const said = [verdict, yes(current.includes(finding)), yes(disputed), by, date, level, reason];
      return [a, b, ...titles, ...said, evidence.join('; '), clauses.map(({ standard, clause }) => `${standard} ${clause}`).join('; '), id];
    },
  };
}
