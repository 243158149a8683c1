// All pages of the documentation, and the files beside them.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { manifestOf } from '../manifest.mjs';
import { declarations, entries } from './declarations.mjs';
import { formatPage } from './format.mjs';
import { configuratorPage } from './configurator.mjs';
import { frontPage, notFoundPage, searchPage } from './fixed-pages.mjs';
import { pageHtml } from './html.mjs';
import { rendered } from './markdown.mjs';
import { commandsPage, declarationsPage, elementsPage } from './reference.mjs';
import { searchIndex } from './search-index.mjs';

/**
 * The pages in the order in which they are read: the source of a guide is a file of the repository, and links to that file lead to its page.
 *
 * A page without `source` is made by the function of its name in `MAKERS`; links to the file that it stands for (`stands`) lead to it.
 */
export const SECTIONS = [
  {
    title: 'Start',
    pages: [
      { path: 'index.html', title: 'What it is', maker: 'front', scripts: ['map'] },
      {
        path: 'configurator.html',
        title: 'Put it in a page',
        maker: 'configurator',
        stands: 'docs/README.md',
        scripts: ['configurator'],
        wide: true,
      },
    ],
  },
  {
    title: 'Guides',
    pages: [
      { path: 'embed.html', title: 'For who embeds it', source: 'docs/guides/embed.md' },
      { path: 'analyse.html', title: 'For the analyst', source: 'docs/guides/analyse.md' },
      { path: 'present.html', title: 'For the presenter', source: 'docs/guides/present.md' },
      { path: 'contact.html', title: 'For the contact person', source: 'data/workflow/README.md' },
    ],
  },
  {
    title: 'Reference',
    pages: [
      { path: 'elements.html', title: 'Elements', maker: 'elements', stands: 'src/element/standards-map.ts' },
      { path: 'functions.html', title: 'Functions', maker: 'functions', stands: 'test/api.txt' },
      { path: 'types.html', title: 'Types', maker: 'types' },
      { path: 'commands.html', title: 'Command line', maker: 'commands', stands: 'src/cli/README.md' },
      { path: 'dataset-format.html', title: 'Format of a dataset', maker: 'dataset', stands: 'src/model/schema.ts' },
    ],
  },
  {
    title: 'More',
    pages: [
      { path: 'glossary.html', title: 'Words', source: 'docs/glossary.md' },
      { path: 'data.html', title: 'Data and sources', source: 'data/README.md' },
      { path: 'changelog.html', title: 'Changes', source: 'CHANGELOG.md' },
    ],
  },
];

/** Standards that the front lists where there is no JavaScript: what it links to has all. */
const ROWS = 60;

const read = (root, path) => readFileSync(resolve(root, path), 'utf8');

/** Files that pages link to or show, by their path in the site; values are paths in the repository. */
export function siteFiles(root) {
  const pictures = readdirSync(resolve(root, 'docs')).filter((name) => name.endsWith('.png'));
  const workflow = readdirSync(resolve(root, 'data/workflow')).filter((name) => name !== 'README.md');
  return new Map([
    ...pictures.map((name) => [`pictures/${name}`, `docs/${name}`]),
    ...workflow.map((name) => [`workflow/${name}`, `data/workflow/${name}`]),
    ['smart-cities.json', 'data/smart-cities.json'],
    ['schema.json', 'data/schema.json'],
    ['taxonomy.json', 'data/taxonomy.json'],
    ['icon.svg', 'docs/site/icon.svg'],
  ]);
}

const MAKERS = {
  front: (facts) => frontPage(facts),
  configurator: (facts) => configuratorPage(facts),
  elements: ({ manifest }) => elementsPage(manifest),
  functions: ({ exported }) =>
    declarationsPage(exported, {
      title: 'Functions',
      about:
        'What a program imports: pure functions without a DOM, which answer the same in Node and in a browser, and the classes of the events. Generated from the sources and the comments beside them; what they take and answer is on the page of types.',
      kinds: ['function', 'class', 'value'],
    }),
  types: ({ exported }) =>
    declarationsPage(exported, { title: 'Types', about: 'What functions take and answer. Everything is read-only.', kinds: ['type'] }),
  commands: ({ commands }) => commandsPage(commands),
  dataset: ({ schema }) =>
    formatPage(schema, {
      title: 'Format of a dataset',
      about:
        'One JSON file of facts. Ids name records of the same file; `standards-map validate` reports every problem with its place and the nearest valid value. Generated from `schema.json`, the JSON Schema of the format.',
      root: 'Dataset',
    }),
};

/** The map as it is before its script: a picture, the standards and the sources, by the entry of the package that servers use. */
async function liveMap(dataset, load) {
  const { staticMap } = await load('/src/static.ts');
  return staticMap(dataset, {
    src: 'smart-cities.json',
    label: 'Smart-city standards map',
    attributes: { id: 'map', class: 'live' },
    styles: false,
    most: ROWS,
  });
}

/**
 * What the pages say that no guide does: read once, it takes seconds.
 *
 * @param root the repository
 * @param load imports a TypeScript module of the repository by its path: `/src/cli/main.ts`
 */
export async function factsOf(root, load) {
  const cli = await load('/src/cli/main.ts');
  const commands = await Promise.all(cli.COMMAND_NAMES.map((name) => cli.command(name)));
  const dataset = JSON.parse(read(root, 'data/smart-cities.json'));
  return {
    root,
    commands,
    manifest: await manifestOf(root),
    exported: declarations(entries(root)),
    schema: JSON.parse(read(root, 'data/schema.json')),
    dataset,
    embed: await load('/docs/site/embed.ts'),
    map: await liveMap(dataset, load),
    styles: (await load('/src/static.ts')).staticStyles,
    snippets: await load('/docs/site/snippets.ts'),
  };
}

/** Sections of HTML that a page brings for the search, or none. */
function madePage(page, facts, goals) {
  if (page.source === undefined) return MAKERS[page.maker](facts);
  return rendered(read(facts.root, page.source), { source: page.source, page: (path) => goals.get(path) });
}

/** The first sentences of a page, for its description. */
const summary = (sections) => {
  const text = sections.find((section) => section.text)?.text ?? '';
  return text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')} …`;
};

/**
 * The documentation: every page and the search index, by path.
 *
 * @param facts what `factsOf` answered
 * @param address `address(name)`: where the script or style sheet of that name stands, relative to the pages
 * @returns texts by path
 */
export function siteTexts(facts, address) {
  const { root } = facts;
  const pages = SECTIONS.flatMap((section) => section.pages);
  const goals = new Map([...siteFiles(root)].map(([path, file]) => [file, path]));
  for (const { path, source, stands } of pages) if (source ?? stands) goals.set(source ?? stands, path);
  const site = { sections: SECTIONS, address };
  const made = pages.map((page) => ({ ...page, ...madePage(page, facts, goals) }));
  const html = (page) => pageHtml({ description: summary(page.sections), ...page, body: page.html }, site);
  const extra = [
    { path: 'search.html', title: 'Search', ...searchPage(made) },
    { path: '404.html', title: 'Not found', ...notFoundPage() },
  ];
  return new Map([
    ...[...made, ...extra].map((page) => [page.path, html(page)]),
    ['search.json', searchIndex(made, root)],
    ['assets/site.css', `${read(root, 'docs/site/site.css')}${facts.styles}\n`],
  ]);
}
