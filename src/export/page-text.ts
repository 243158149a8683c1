import { onOneLine } from './cell.js';
import { textOfLine, type Block, type Page, type PageTable } from './page.js';

const HEADINGS = { 1: '=', 2: '-' } as const;

/** A row as an entry: its first cell, and below it what the others say under their headings. */
function entries({ columns, rows }: PageTable): readonly string[] {
  return rows.map((cells) => {
    const [first = [], ...others] = cells.map((cell) => cell.map(textOfLine));
    const below = others.flatMap((lines, at) => {
      const heading = onOneLine(columns[at + 1]?.heading ?? '');
      return lines.map((line, i) => `    ${i === 0 && heading !== '' ? `${heading}: ` : '  '}${line}`);
    });
    return [`  ${first.join(' – ')}`, ...below].join('\n');
  });
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const text = onOneLine(block.text);
      return `${text}\n${HEADINGS[block.level].repeat(Math.min(80, text.length))}`;
    }
    case 'text':
      return textOfLine(block.line);
    case 'list':
      return block.items.map((line) => `- ${textOfLine(line)}`).join('\n');
    case 'terms':
      return block.entries.map(([term, line]) => `${onOneLine(term)}: ${textOfLine(line)}`).join('\n');
    case 'table':
      return entries(block).join('\n');
    case 'figure':
      return `[${onOneLine(block.alt)}]`;
  }
}

/** A page as plain text, to be read in a terminal or a mail: tables as entries, pictures by what they show. Ends with a line feed. */
export const pageText = ({ title, blocks }: Page): string =>
  `${[onOneLine(title), ...blocks.map(blockText)].filter((text) => text !== '').join('\n\n')}\n`;
