import { onOneLine, whole } from './cell.js';
import type { CellValue, Grid, GridColumn } from './grid.js';
import { aboutLines, type AboutWords, type Provenance } from './provenance.js';
import { BATCH, type Steps } from './steps.js';

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** A text that means itself wherever Markdown stands: on one line, no mark-up, no table, no link of its own. @source CommonMark 0.31, 2.4 */
export const markdownText = (text: string): string =>
  onOneLine(text)
    .replace(/[\\`*_[\]|~$]/g, (sign) => `\\${sign}`)
    .replace(/[<>&]/g, (sign) => ENTITIES[sign] ?? sign);

/** An address between angle brackets; what could end it is percent-encoded. */
const address = (url: string): string => `<${whole(url).replace(/[\s<>\\|`"]/g, encodeURIComponent)}>`;

/** A link, where the address is one of the web; else the text. */
function link(text: string, url: string): string {
  return /^https?:\/\//i.test(url) ? `[${text}](${address(url)})` : text;
}

function cell(value: CellValue, { kind }: GridColumn): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = markdownText(value);
  return kind === 'link' ? link(text, value) : text;
}

/** A grid as a table of Markdown, with the title above it and where it comes from below. @source GitHub Flavored Markdown, 4.10 */
export function* markdownSteps(grid: Grid, provenance: Provenance, words?: AboutWords): Steps<readonly string[]> {
  const { columns, count } = grid;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const parts = [
    `# ${markdownText(provenance.title)}\n\n`,
    line(columns.map(({ heading }) => markdownText(heading))),
    line(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
  ];
  for (let from = 0; from < count; from += BATCH) {
    let part = '';
    for (let at = from; at < Math.min(count, from + BATCH); at++) {
      const values = grid.row(at);
      part += line(columns.map((column, i) => cell(values[i], column)));
    }
    parts.push(part);
    yield Math.min(1, (from + BATCH) / count);
  }
  const about = aboutLines(provenance, words).map(([term, value, url]) => {
    const text = markdownText(value);
    return `- ${markdownText(term)}: ${link(text, url ?? value)}\n`;
  });
  return [...parts, '\n', ...about];
}
