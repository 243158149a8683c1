// Markdown of this repository as HTML. Raw HTML in it stays text; links between files of the repository become links between pages.
import { posix } from 'node:path';
import { Marked } from 'marked';
import { escape } from './html.mjs';

/** The anchor that a heading gets, as on the usual code hosts: a link to a heading leads to the same place there and here. */
export const anchorOf = (text) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** The text of inline tokens without its marks. */
const plain = (tokens = []) => tokens.map((token) => (token.tokens ? plain(token.tokens) : (token.text ?? token.raw))).join('');
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** marked 18 hands escaped text over in code spans only; text tokens keep the entities that an author wrote. */
const unescaped = (text) => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);

/** Anchors of one page: the second of a name gets `-1`, as on the usual code hosts. */
export function anchorsOfPage() {
  const used = new Map();
  return (text) => {
    const base = anchorOf(text);
    const count = used.get(base) ?? 0;
    used.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  };
}

const isAddress = (href) => /^[a-z][a-z+.-]*:/i.test(href);
const isWeb = (href) => /^https?:\/\//i.test(href);

/** How a fenced block is shown: what a reader copies, with what it is. */
const codeBlock = (text, language) =>
  `<pre tabindex="0"${language ? ` data-language="${escape(language)}"` : ''}><code>${escape(text)}</code></pre>\n`;

function renderer({ source, page, headings, sections, anchor }) {
  const target = (href) => {
    if (href.startsWith('#')) return href;
    if (isAddress(href)) return isWeb(href) ? href : undefined;
    const [path, fragment] = href.split('#');
    const found = page(posix.normalize(posix.join(posix.dirname(source), decodeURIComponent(path))));
    return found && (fragment ? `${found}#${fragment}` : found);
  };
  return {
    html: ({ text }) => escape(text),
    heading({ tokens, depth }) {
      const html = this.parser.parseInline(tokens);
      const text = unescaped(plain(tokens));
      const id = anchor(text);
      headings.push({ id, text, html: html.replaceAll(/<\/?a\b[^>]*>/g, ''), depth });
      sections.push({ id, heading: text, text: '' });
      if (depth === 1) return `<h1 id="${id}">${html}</h1>\n`;
      return `<h${depth} id="${id}">${html} <a class="anchor" href="#${id}" aria-label="Link to “${escape(text)}”">#</a></h${depth}>\n`;
    },
    link({ href, title, tokens }) {
      const text = this.parser.parseInline(tokens);
      const found = target(href);
      // a file of the repository that has no page here: its name is all there is to say
      if (found === undefined) return text;
      return `<a href="${escape(found)}"${title ? ` title="${escape(title)}"` : ''}${isWeb(found) ? ' rel="noopener noreferrer"' : ''}>${text}</a>`;
    },
    image({ href, text }) {
      const found = target(href);
      if (found === undefined || isWeb(found)) throw new Error(`${source}: the picture ${href} is not one of the documentation`);
      return `<img src="${escape(found)}" alt="${escape(text)}" loading="lazy" />`;
    },
    code: ({ text, lang }) => codeBlock(text, lang),
    table({ header, rows }) {
      const row = (cells, tag) => `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
      const label = escape(
        unescaped(
          header
            .map(({ tokens }) => plain(tokens))
            .filter(Boolean)
            .join(', '),
        ) || 'Table',
      );
      return `<div class="table" role="group" tabindex="0" aria-label="${label}"><table><thead>${row(header, 'th')}</thead><tbody>${rows
        .map((cells) => row(cells, 'td'))
        .join('')}</tbody></table></div>\n`;
    },
  };
}

/** Puts what a block says to the section it stands in, for the search. */
function collect(sections, token) {
  const section = sections.at(-1);
  if (!section) return;
  if (token.type === 'code' || token.type === 'paragraph' || token.type === 'text')
    section.text += ` ${unescaped(plain(token.tokens) || token.text)}`;
  if (token.type === 'table')
    section.text += ` ${[token.header, ...token.rows]
      .flat()
      .map((cell) => unescaped(plain(cell.tokens)))
      .join(' ')}`;
  if (token.type === 'list') for (const item of token.items) for (const inner of item.tokens) collect(sections, inner);
  if (token.type === 'blockquote') for (const inner of token.tokens) collect(sections, inner);
}

/**
 * A Markdown file as a page.
 *
 * @param markdown its text
 * @param options `source`: its path in the repository; `page(path)`: the page or file of the documentation that stands for another path, if any
 * @returns `html`; `headings` in order with id and depth; `sections` for the search: heading and text
 */
export function rendered(markdown, { source, page }) {
  const [headings, sections] = [[], []];
  const parts = { source, page, headings, sections, anchor: anchorsOfPage() };
  const marked = new Marked({ gfm: true, renderer: renderer(parts) });
  const tokens = marked.lexer(markdown);
  let html = '';
  // block by block: a section is there when its text is collected
  for (const token of tokens) {
    html += marked.parser(Object.assign([token], { links: tokens.links }));
    if (token.type !== 'heading') collect(sections, token);
  }
  return { html, headings, sections: sections.map((section) => ({ ...section, text: section.text.replaceAll(/\s+/g, ' ').trim() })) };
}

/** A comment in the sources as HTML: its inline Markdown. */
export function inlineHtml(text) {
  const marked = new Marked({
    gfm: true,
    renderer: renderer({ source: '', page: () => undefined, headings: [], sections: [], anchor: anchorOf }),
  });
  return marked.parseInline(text);
}
