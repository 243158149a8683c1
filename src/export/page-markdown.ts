import { markdownText } from './markdown.js';
import { Captions, pieceOf, type Block, type Line, type Page, type PageCell, type PageTable } from './page.js';

/** Marks that begin a block of Markdown at the start of a line. @source CommonMark 0.31, 4 and 5 */
const OPENING = /^(\s*)([-+#=]|\d{1,9}(?=[.)]))/;

/** An address between angle brackets; what could end it is percent-encoded. */
const address = (url: string): string => `<${url.replace(/[\s<>\\|`"]/g, encodeURIComponent)}>`;

const LOOKS = { strong: '**', muted: '', come: '', gone: '' } as const;

function lineOf(line: Line): string {
  return line
    .map((run) => {
      const { text, href, look } = pieceOf(run);
      // Marks of emphasis hold only where they touch a word
      const [, before = '', word = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      if (word === '') return text;
      const mark = look ? LOOKS[look] : '';
      const plain = markdownText(word);
      return `${before}${mark}${href === undefined ? plain : `[${plain}](${address(href)})`}${mark}${after}`;
    })
    .join('');
}

/** A line that stands by itself: nothing at its start makes a list, a heading or a number of it. */
const block = (line: Line): string =>
  lineOf(line).replace(OPENING, (_, space: string, sign: string) => (/\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`));

const cellOf = (cell: PageCell): string => cell.map(lineOf).join('<br>');

function tableOf({ columns, rows }: PageTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ heading }) => markdownText(heading))),
    line(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...rows.map((cells) => line(columns.map((_, at) => cellOf(cells[at] ?? [])))),
  ].join('\n');
}

/**
 * A page as Markdown; nothing of it is read as mark-up but what is meant so.
 *
 * @param fileOf where the picture of a figure stands, relative to the file; default none: then its words stand in its place
 * @source GitHub Flavored Markdown
 */
export function pageMarkdown({ title, blocks }: Page, fileOf: (name: string) => string | undefined = () => undefined): string {
  const captions = new Captions();
  const said = (one: Block): string => {
    switch (one.kind) {
      case 'heading':
        return `${'#'.repeat(one.level + 1)} ${markdownText(one.text)}`;
      case 'text':
        return block(one.line);
      case 'list':
        return one.items.map((line) => `- ${block(line)}`).join('\n');
      case 'terms':
        return one.entries.map(([term, line]) => `- **${markdownText(term)}**: ${lineOf(line)}`).join('\n');
      case 'table': {
        const { label, number, text } = captions.of(one);
        return `**${label} ${String(number)}. ${markdownText(text)}**\n\n${tableOf(one)}`;
      }
      case 'figure': {
        const { label, number, text } = captions.of(one);
        const file = fileOf(one.name);
        const picture = file === undefined ? `*${markdownText(one.alt)}*` : `![${markdownText(one.alt)}](${address(file)})`;
        return `${picture}\n\n**${label} ${String(number)}. ${markdownText(text)}**`;
      }
    }
  };
  return `${[`# ${markdownText(title)}`, ...blocks.map(said)].join('\n\n')}\n`;
}
