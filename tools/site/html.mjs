// Text as HTML text, and what every page of the documentation has around its content.

const CODES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML, in attributes too. */
export const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => CODES[sign]);

/**
 * What a page may load: its own folder, and nothing from anywhere else.
 *
 * `blob:` is for the worker of a layout and for pictures that a reader takes away; no style or script in the page itself is allowed.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const link = ({ path, title }, current) => `<a href="${path}"${path === current ? ' aria-current="page"' : ''}>${escape(title)}</a>`;

/** The parts of the documentation with their pages; the same on every page. */
const navigation = (sections, current) =>
  sections
    .map(
      ({ title, pages }) =>
        `<section><h2>${escape(title)}</h2><ul>${pages.map((page) => `<li>${link(page, current)}</li>`).join('')}</ul></section>`,
    )
    .join('');

/** The headings of a page below its title, two levels of them. */
function contents(headings) {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 2) return '';
  const rows = shown.map(({ id, html, depth }) => `<li class="depth-${depth}"><a href="#${id}">${html}</a></li>`);
  return `<nav class="contents" aria-labelledby="contents"><details><summary id="contents">On this page</summary><ul>${rows.join('')}</ul></details></nav>`;
}

/** The page before and after this one, in the order of the navigation. */
function neighbours(sections, current) {
  const pages = sections.flatMap((section) => section.pages);
  const at = pages.findIndex(({ path }) => path === current);
  if (at < 0) return '';
  const [before, after] = [pages[at - 1], pages[at + 1]];
  return `<nav class="neighbours" aria-label="Next and previous page">${
    before ? `<a rel="prev" href="${before.path}"><span>Before</span> ${escape(before.title)}</a>` : '<span></span>'
  }${after ? `<a rel="next" href="${after.path}"><span>Next</span> ${escape(after.title)}</a>` : ''}</nav>`;
}

/**
 * A page as HTML: landmarks, a link past the navigation, one heading of the first level, the policy.
 *
 * @param page `path`, `title`, `description`, `body` (HTML), `headings`, `scripts` (names of entries), `wide`
 * @param site `sections`, `address(name)`: where a script or style sheet stands
 */
export function pageHtml({ path, title, description, body, headings = [], scripts = [], wide = false }, { sections, address }) {
  const isFront = path === 'index.html';
  const table = wide ? '' : contents(headings);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escape(POLICY)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${escape(description)}" />
    <meta name="referrer" content="no-referrer" />
    <title>${escape(isFront ? title : `${title} – Standards map`)}</title>
    <link rel="icon" href="icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${address('site.css')}" />
    ${['site', ...scripts].map((name) => `<script type="module" src="${address(name)}"></script>`).join('\n    ')}
  </head>
  <body${wide ? ' class="wide"' : ''}>
    <a class="skip" href="#content">Skip to the content</a>
    <header>
      <a class="name" href="index.html"${isFront ? ' aria-current="page"' : ''}>Standards map</a>
      <div class="tools">
        <a class="find" href="search.html" data-search${path === 'search.html' ? ' aria-current="page"' : ''}>Search</a>
        <label class="theme" hidden>Theme <select><option value="">System</option><option value="light">Light</option><option value="dark">Dark</option></select></label>
      </div>
    </header>
    <div class="columns">
      <nav class="pages" aria-label="Documentation"><details><summary>All pages</summary><div>${navigation(sections, path)}</div></details></nav>
      <main id="content" tabindex="-1">
<div class="content">
${body.replace('</h1>', `</h1>\n${table}`)}
</div>
${neighbours(sections, path)}
      </main>
    </div>
    <footer><p>MIT licence. The facts come from the public catalogues of the SDOs: <a href="data.html">data and sources</a>.</p></footer>
  </body>
</html>
`;
}
