import { onOneLine } from './cell.js';
import { PAGE_STYLES } from './page-styles.js';
import { Captions, pieceOf, type Block, type Line, type Page, type PageCell, type PageFigure, type PageTable } from './page.js';
import { escapeXml } from '../render/xml.js';

const said = (text: string): string => escapeXml(onOneLine(text));

/** A piece between marks that keep its direction of writing from its neighbours. */
function runHtml(run: Line[number]): string {
  const { text, href, look } = pieceOf(run);
  const plain = escapeXml(text);
  if (href === undefined && look === undefined) return plain;
  const link = href === undefined ? plain : `<a href="${escapeXml(href)}" rel="noopener noreferrer">${plain}</a>`;
  if (look === 'strong') return `<strong>${link}</strong>`;
  if (look === 'come') return `<ins>${link}</ins>`;
  if (look === 'gone') return `<del>${link}</del>`;
  return look === 'muted' ? `<span class="muted">${link}</span>` : link;
}

const lineHtml = (line: Line): string => line.map(runHtml).join('');
const cellHtml = (cell: PageCell): string => cell.map((line) => `<div dir="auto">${lineHtml(line)}</div>`).join('');

/** Roles are written out: on a narrow screen rows are shown as blocks, which takes them from what reads a page aloud. */
function tableHtml({ columns, rows, names = 0 }: PageTable, caption: string): string {
  const looks = (at: number): string => {
    const kind = columns[at]?.kind ?? 'text';
    return kind === 'text' ? '' : ` class="${kind}"`;
  };
  const head = columns.map(({ heading }, at) => `<th scope="col" role="columnheader"${looks(at)}>${said(heading)}</th>`).join('');
  const body = rows.map((cells) => {
    const row = columns.map(({ heading }, at) => {
      const [name, role] = at === names ? ['th scope="row"', 'rowheader'] : ['td', 'cell'];
      const content = cellHtml(cells[at] ?? []);
      return `<${name} role="${role}" data-heading="${said(heading)}"${looks(at)}>${content}</${name.slice(0, 2)}>`;
    });
    return `<tr role="row">${row.join('')}</tr>`;
  });
  return `<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body.join('\n')}
</tbody></table></div>`;
}

/** A picture as it is drawn: real text, no script, link or address. */
const figureHtml = ({ svg, alt }: PageFigure, caption: string): string =>
  `<figure><div class="picture">${svg.replace(/^<\?xml[^>]*\?>\s*/, '').trim()}</div><figcaption>${caption}</figcaption><p class="muted">${said(alt)}</p></figure>`;

/** Headings of level 1 with the place they have in the page. */
const sections = (blocks: readonly Block[]): ReadonlyMap<Block, string> =>
  new Map(blocks.filter((block) => block.kind === 'heading' && block.level === 1).map((block, at) => [block, `section-${String(at + 1)}`]));

function blockHtml(block: Block, captions: Captions, places: ReadonlyMap<Block, string>): string {
  switch (block.kind) {
    case 'heading': {
      const place = places.get(block);
      const name = `h${String(block.level + 1)}`;
      return `<${name}${place === undefined ? '' : ` id="${place}"`}>${said(block.text)}</${name}>`;
    }
    case 'text':
      return `<p dir="auto"${block.look === undefined ? '' : ` class="${block.look}"`}>${lineHtml(block.line)}</p>`;
    case 'list':
      return `<ul>${block.items.map((line) => `<li dir="auto">${lineHtml(line)}</li>`).join('')}</ul>`;
    case 'terms':
      return `<dl>${block.entries.map(([term, line]) => `<div><dt>${said(term)}</dt><dd dir="auto">${lineHtml(line)}</dd></div>`).join('')}</dl>`;
    default: {
      const { label, number, text } = captions.of(block);
      const caption = `${label} ${String(number)}. ${escapeXml(text)}`;
      return block.kind === 'table' ? tableHtml(block, caption) : figureHtml(block, caption);
    }
  }
}

/**
 * A page as one HTML file: no script, no address it needs, readable in light and dark, on a phone and on paper.
 *
 * A policy in its head forbids scripts and the network, whatever else should be in it.
 */
export function pageHtml({ title, language, description, blocks }: Page): string {
  const places = sections(blocks);
  const captions = new Captions();
  const contents = [...places].map(
    ([block, place]) => `<li><a href="#${place}">${block.kind === 'heading' ? said(block.text) : ''}</a></li>`,
  );
  const nav = contents.length < 3 ? '' : `<nav aria-label="Contents"><ol>${contents.join('')}</ol></nav>`;
  const first = blocks.findIndex((block) => block.kind === 'heading');
  const body = blocks.map((block) => blockHtml(block, captions, places));
  body.splice(first < 0 ? body.length : first, 0, nav);
  return `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${said(description)}">
<title>${said(title)}</title>
<style>${PAGE_STYLES}</style>
</head>
<body>
<main>
<h1 dir="auto">${said(title)}</h1>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}
