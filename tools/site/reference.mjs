// The reference pages: elements from the manifest, functions and types from the sources, commands from their own tables, formats from the schema.
// Each page is HTML with headings, and sections for the search.
import { anchorsOfPage, inlineHtml } from './markdown.mjs';
import { escape } from './html.mjs';

/** Collects a page: HTML, headings and what the search finds. */
export function pageWriter() {
  const [headings, sections] = [[], []];
  const anchor = anchorsOfPage();
  let html = '';
  const add = (text, searched = '') => {
    html += `${text}\n`;
    const section = sections.at(-1);
    if (section && searched) section.text += ` ${searched}`;
  };
  return {
    heading(depth, text, { code = false } = {}) {
      const id = anchor(text);
      const inner = code ? `<code>${escape(text)}</code>` : escape(text);
      headings.push({ id, text, html: inner, depth });
      sections.push({ id, heading: text, text: '' });
      const mark = depth === 1 ? '' : ` <a class="anchor" href="#${id}" aria-label="Link to “${escape(text)}”">#</a>`;
      add(`<h${depth} id="${id}">${inner}${mark}</h${depth}>`);
      return id;
    },
    prose(text) {
      if (text)
        for (const paragraph of text.split(/\n\s*\n/)) add(`<p>${inlineHtml(paragraph.replaceAll(/\s+/g, ' ').trim())}</p>`, paragraph);
    },
    code: (text) => add(`<pre tabindex="0"><code>${escape(text)}</code></pre>`, text),
    /** A table; cells are text, or `{ html, text }`. The first cell of a row is its heading. */
    table(head, rows) {
      if (rows.length === 0) return;
      const cell = (value) => (typeof value === 'object' ? value.html : escape(value));
      const lines = rows.map(
        ([first, ...rest]) => `<tr><th scope="row">${cell(first)}</th>${rest.map((one) => `<td>${cell(one)}</td>`).join('')}</tr>`,
      );
      add(
        `<div class="table" role="group" tabindex="0" aria-label="${escape(head.join(', '))}"><table><thead><tr>${head
          .map((one) => `<th scope="col">${escape(one)}</th>`)
          .join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`,
        rows
          .flat()
          .map((one) => (typeof one === 'object' ? one.text : one))
          .join(' '),
      );
    },
    html: (text, searched) => add(text, searched),
    done: () => ({ html, headings, sections }),
  };
}

const code = (text) => ({ html: text ? `<code>${escape(text)}</code>` : '', text: text ?? '' });
const said = (text = '') => ({ html: inlineHtml(text.replaceAll(/\s+/g, ' ').trim()), text });
const typeOf = (one) => one?.type?.text ?? '';
const isPublic = (member) => !member.privacy || member.privacy === 'public';

/** What a method takes and answers, as it is called. */
const call = ({ name, parameters = [], return: answer }) =>
  `${name}(${parameters.map((one) => `${one.name}${one.optional || one.default !== undefined ? '?' : ''}: ${typeOf(one) || 'unknown'}`).join(', ')})${typeOf(answer) ? `: ${typeOf(answer)}` : ''}`;

/** One element: everything that the manifest says of it. */
function element(
  page,
  { tagName, description, attributes = [], members = [], events = [], slots = [], cssParts = [], cssStates = [], cssProperties = [] },
) {
  page.heading(2, `<${tagName}>`, { code: true });
  page.prose(description);
  const fields = members.filter(
    (member) => member.kind === 'field' && isPublic(member) && !member.static && !member.inheritedFrom?.package,
  );
  const methods = members.filter(
    (member) => member.kind === 'method' && isPublic(member) && !member.static && !member.inheritedFrom?.package,
  );
  const byField = new Map(attributes.map((one) => [one.fieldName ?? one.name, one]));
  const part = (title, head, rows) => {
    if (rows.length === 0) return;
    page.heading(3, `${title} of ${tagName}`);
    page.table(head, rows);
  };
  const settable = fields.filter((one) => byField.has(one.name) || !one.readonly);
  part(
    'Attributes and properties',
    ['Name', 'Attribute', 'Type', 'Default', 'Meaning'],
    settable.map((one) => [
      code(one.name),
      byField.has(one.name) ? code(byField.get(one.name).name) : 'property only',
      code(typeOf(one)),
      code(one.default),
      said(one.description),
    ]),
  );
  part(
    'Read-only properties',
    ['Name', 'Type', 'Meaning'],
    fields.filter((one) => !settable.includes(one)).map((one) => [code(one.name), code(typeOf(one)), said(one.description)]),
  );
  part(
    'Methods',
    ['Method', 'Meaning'],
    methods.map((one) => [code(call(one)), said(one.description)]),
  );
  part(
    'Events',
    ['Event', 'Class', 'Meaning'],
    events.map((one) => [code(one.name), code(typeOf(one)), said(one.description)]),
  );
  part(
    'Slots',
    ['Slot', 'Meaning'],
    slots.map((one) => [one.name ? code(one.name) : 'default', said(one.description)]),
  );
  part(
    'Parts',
    ['Part', 'Meaning'],
    cssParts.map((one) => [code(`::part(${one.name})`), said(one.description)]),
  );
  part(
    'States',
    ['State', 'Meaning'],
    cssStates.map((one) => [code(`:state(${one.name})`), said(one.description)]),
  );
  part(
    'Custom properties',
    ['Property', 'Default', 'Meaning'],
    cssProperties.map((one) => [code(one.name), code(one.default), said(one.description)]),
  );
}

/** The elements of the manifest, the map first. */
export const elementsOf = (manifest) =>
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => Number(b.tagName === 'standards-map') - Number(a.tagName === 'standards-map') || (a.tagName < b.tagName ? -1 : 1));

/** @param manifest custom-elements.json */
export function elementsPage(manifest) {
  const page = pageWriter();
  page.heading(1, 'Elements');
  page.prose(
    'Everything that a page can set, read, call, listen to and style. An attribute and its property have the same name. Generated from `custom-elements.json`, which editors read from the package as well.',
  );
  for (const one of elementsOf(manifest)) element(page, one);
  return page.done();
}

const TITLES = { function: 'Functions', class: 'Classes', value: 'Values', type: 'Types' };

function oneDeclaration(page, { name, code: text, text: about, parameters, returns, throws, source, members }) {
  page.heading(3, name, { code: true });
  page.code(text);
  page.prose(about);
  const rows = [
    ...parameters.filter((one) => one.text).map((one) => [code(one.name), said(one.text)]),
    ...(returns ? [['answers', said(returns)]] : []),
    ...(throws ? [['throws', said(throws)]] : []),
    ...(source ? [['source', said(source)]] : []),
  ];
  page.table(['Part', 'Meaning'], rows);
  page.table(
    ['Field', 'Meaning'],
    members.map((one) => [code(one.code), said(one.text)]),
  );
}

/**
 * The exports of the entries that are of some kinds.
 *
 * @param entries as `declarations` answers them
 * @param options `title`, `about`, `kinds`
 */
export function declarationsPage(entries, { title, about, kinds }) {
  const page = pageWriter();
  page.heading(1, title);
  page.prose(about);
  for (const { name, declarations } of entries)
    for (const kind of kinds) {
      const some = declarations.filter((one) => one.kind === kind);
      if (some.length === 0) continue;
      page.heading(2, `${TITLES[kind]} of ${name}`);
      for (const one of some) oneDeclaration(page, one);
    }
  return page.done();
}

/** @param commands the commands of the command line, as they describe themselves, in order, each with its `help` */
export function commandsPage(commands) {
  const page = pageWriter();
  page.heading(1, 'Command line');
  page.prose(
    'Results go to stdout, remarks to stderr. Exit code 0 is fine, 1 means findings (problems, differences, conflicts, rows left out), 2 that the command could not run. A file is written at once or not at all. What stands here is what `standards-map COMMAND --help` prints.',
  );
  for (const { name, summary, usage, about, options, examples } of commands) {
    page.heading(2, name, { code: true });
    page.prose(`${summary[0].toUpperCase()}${summary.slice(1)}.`);
    page.code(`standards-map ${name} ${usage}`);
    page.prose(about);
    page.table(
      ['Option', 'Meaning', 'Default'],
      Object.entries(options).map(([option, { short, value, says, default: preset }]) => [
        code(`${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`),
        said(says),
        preset === undefined || preset === false || preset === '' ? '' : code(String(preset)),
      ]),
    );
    page.html(`<p>${examples.length === 1 ? 'Example' : 'Examples'}</p>`);
    page.code(examples.join('\n'));
  }
  return page.done();
}
