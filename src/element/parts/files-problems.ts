import { html, nothing, type TemplateResult } from 'lit';
import { delimitedText } from '../../intake/delimited.js';
import { columnsOf } from '../../intake/mapping.js';
import type { RowProblem, Severity } from '../../intake/problem.js';
import { filesPanelMessages as words } from '../messages-files-panel.js';
import type { OwnTable } from '../own-file.js';
import type { PanelContext } from './context.js';

/** Which problems are written out, and how many at most. */
export interface ShownProblems {
  readonly severity: Severity | 'all';
  readonly count: number;
}

/** Problems that are written out more at every wish. */
const MORE = 200;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** Longest quotation of a cell. */
const LONGEST = 120;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const sentence = ({ code, got, expected }: RowProblem): string => words.rows[code](shortened(got), shortened(expected));

/** Names of the columns, by place. */
function columnNames({ opened, sheet, mapping }: OwnTable): readonly string[] {
  const grid = opened.grids[sheet];
  return grid ? columnsOf(grid, mapping.headerRow).map(({ name }) => name) : [];
}

/** A cell that a spreadsheet program does not take for a formula. @source OWASP, CSV injection */
const neutral = (text: string): string => (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);

/** All problems as a CSV with a byte order mark. */
export function problemsText(table: OwnTable, problems: readonly RowProblem[]): string {
  const names = columnNames(table);
  const rows = problems.map((problem) => [
    String(problem.row),
    problem.column === undefined ? '' : (names[problem.column] ?? ''),
    words.severities[problem.severity],
    words.rows[problem.code](problem.got, problem.expected),
  ]);
  return `\uFEFF${delimitedText([[...words.csvHead], ...rows.map((row) => row.map(neutral))])}\r\n`;
}

/** The problems of a table, row by row with the names of the columns. */
export function problemList(
  { format }: PanelContext,
  table: OwnTable,
  shown: ShownProblems,
  { show, download }: { readonly show: (shown: ShownProblems) => void; readonly download: () => void },
): TemplateResult | typeof nothing {
  const all = table.taken?.problems;
  if (!all) return nothing;
  if (all.length === 0) return html`<p class="small">${words.noProblems}</p>`;
  const names = columnNames(table);
  const some = shown.severity === 'all' ? all : all.filter(({ severity }) => severity === shown.severity);
  const rest = some.length - shown.count;
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length;
  const choice = (severity: Severity | 'all', name: string, number: number): TemplateResult | typeof nothing =>
    number === 0
      ? nothing
      : html`<button type="button" class="chip-toggle" aria-pressed=${shown.severity === severity ? 'true' : 'false'} @click=${() => {
          show({ ...shown, severity });
        }}>${name} <span class="number">${format.number(number)}</span></button>`;
  return html`<section class="row-problems" aria-label=${words.problems(format.number(all.length))}>
    <h3>${words.problems(format.number(all.length))}</h3>
    <div class="bands" role="group" aria-label=${words.showOnly}>${choice('all', words.all, all.length)}${SEVERITIES.map((one) => choice(one, words.severities[one], count(one)))}</div>
    <ul>${some.slice(0, shown.count).map(
      (problem) =>
        html`<li class=${problem.severity}><strong>${words.place(format.number(problem.row), problem.column === undefined ? '' : (names[problem.column] ?? ''))}</strong>
          <span class="badge">${words.severities[problem.severity]}</span> <span dir="auto">${sentence(problem)}</span></li>`,
    )}</ul>
    <div class="buttons">
      ${
        rest > 0
          ? html`<button type="button" class="more" @click=${() => {
              show({ ...shown, count: shown.count + MORE });
            }}>${words.more(format.number(Math.min(MORE, rest)), format.number(rest))}</button>`
          : nothing
      }
      <button type="button" class="download-problems" @click=${download}>${words.downloadProblems}</button>
    </div></section>`;
}
