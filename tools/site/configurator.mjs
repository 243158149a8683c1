// The page on which a reader puts a map together: a form, the map as it will be, and what to copy. Without JavaScript it shows the snippets of a plain map.
import { elementsOf } from './reference.mjs';
import { escape } from './html.mjs';
import { inlineHtml } from './markdown.mjs';

const WORDS = {
  view: { graph: 'Graph', matrix: 'Matrix', timeline: 'Timeline', table: 'Table' },
  highlight: { gaps: 'Gaps', overlaps: 'Overlaps', changes: 'Changes' },
  without: { search: 'Search box', filters: 'Filters', legend: 'Legend', detail: 'Details', toolbar: 'Toolbar' },
  encoding: {
    sdo: 'SDO',
    committee: 'Committee',
    topic: 'Topic',
    status: 'Status',
    role: 'Role',
    sdg: 'SDG',
    purpose: 'Purpose (ISO 37101)',
    dimension: 'Dimension (U4SSC)',
    category: 'Category (U4SSC)',
    vertical: 'Vertical (SG20)',
    challenge: 'Challenge (SG20)',
  },
  scheme: { light: 'Light', dark: 'Dark' },
};

const option = (value, text) => `<option value="${escape(value)}">${escape(text)}</option>`;
const select = (name, label, options, words, first = '') =>
  `<label>${label} <select name="${name}">${first}${options.map((one) => option(one, words[one] ?? one)).join('')}</select></label>`;
const boxes = (name, legend, rows) =>
  `<fieldset><legend>${legend}</legend>${rows
    .map(
      ([value, text, note]) =>
        `<label class="box"><input type="checkbox" name="${name}" value="${escape(value)}" /> ${escape(text)}${note ? ` <small>${escape(note)}</small>` : ''}</label>`,
    )
    .join('')}</fieldset>`;

const STATUS = ['in-force', 'under-revision', 'under-development', 'proposed', 'superseded', 'withdrawn', 'unknown'];

/** Values of the facets that a filter is put together of; text does the rest. */
function facets({ sdos, topics, standards }) {
  const count = (has) => String(standards.filter(has).length);
  return [
    ['sdo', 'SDO', sdos.map(({ id, name }) => [id, name])],
    ['topic', 'Topic', topics.map(({ id, label }) => [id, label, count((one) => one.topics.includes(id))])],
    [
      'status',
      'Status',
      STATUS.filter((id) => standards.some(({ status }) => status === id)).map((id) => [
        id,
        id.replaceAll('-', ' '),
        count(({ status }) => status === id),
      ]),
    ],
    ['tier', 'How near to cities', [...new Set(standards.map(({ tier }) => tier))].map((id) => [id, id, count(({ tier }) => tier === id)])],
  ];
}

function form({ dataset, manifest, embed }) {
  const companions = elementsOf(manifest)
    .map(({ tagName }) => tagName)
    .filter((tag) => tag !== 'standards-map');
  const hasStories = elementsOf(manifest).some(
    ({ tagName, attributes }) => tagName === 'standards-map' && attributes?.some(({ name }) => name === 'story'),
  );
  const stories = hasStories ? (dataset.stories ?? []) : [];
  const { OPTIONS, DEFAULTS } = embed;
  return `<form id="choices" aria-label="What the map shows">
<details open><summary>What is shown</summary><div>
<label>Dataset <select name="src"><option value="smart-cities.json">Smart-city standards</option></select></label>
<label>Filter <input name="filter" type="text" spellcheck="false" autocomplete="off" placeholder="sdo:iso,itu-t topic:digital-twin" aria-describedby="filter-says" /></label>
<p id="filter-says" role="status">Empty: the core set, which the dataset opens with.</p>
${facets(dataset)
  .map(
    ([field, title, values]) =>
      `<details class="facet"><summary>${title}</summary><div>${boxes(`facet-${field}`, title, values)}</div></details>`,
  )
  .join('\n')}
${select('view', 'View', OPTIONS.view, WORDS.view)}
${select('color', 'Colour by', OPTIONS.color, WORDS.encoding)}
${select('group', 'Group by', OPTIONS.group, WORDS.encoding)}
${boxes(
  'highlight',
  'Lenses',
  OPTIONS.highlight.map((one) => [one, WORDS.highlight[one]]),
)}
<label>Selected <input name="selected" type="text" spellcheck="false" autocomplete="off" placeholder="ISO 37122" /></label>
<label>As of <input name="at" type="text" inputmode="numeric" spellcheck="false" autocomplete="off" placeholder="2025-01" pattern="\\d{4}(-\\d{2}(-\\d{2})?)?" /></label>
${
  stories.length > 0
    ? select(
        'story',
        'Story',
        stories.map(({ id }) => `#${id}`),
        Object.fromEntries(stories.map(({ id, title }) => [`#${id}`, title])),
        option('', 'None'),
      )
    : ''
}
</div></details>
<details><summary>How it looks</summary><div>
${boxes(
  'without',
  'Parts left out',
  OPTIONS.without.map((one) => [one, WORDS.without[one]]),
)}
<label>Height in px <input name="height" type="number" min="480" max="2000" step="10" value="${DEFAULTS.height}" /></label>
<label>Greatest width in px <input name="width" type="number" min="320" max="4000" step="10" placeholder="as wide as the page" /></label>
${select('scheme', 'Theme', OPTIONS.scheme, WORDS.scheme, option('', 'As the page'))}
${
  companions.length > 0
    ? boxes(
        'companions',
        'Beside the map',
        companions.map((tag) => [tag, tag]),
      )
    : ''
}
</div></details>
<p class="buttons"><button type="button" data-take>Take over what the map shows</button> <button type="reset">Start again</button></p>
</form>`;
}

/** The files of a snippet. */
const files = (snippet) =>
  snippet.files
    .map(
      ({ name, code, language }) =>
        `<figure><figcaption>${escape(name)}</figcaption><pre tabindex="0" data-language="${language}"><code>${escape(code)}</code></pre></figure>`,
    )
    .join('');

/** @param facts `dataset`, `manifest`, `embed`, `snippets` (modules of docs/site) */
export function configuratorPage(facts) {
  const { embed, snippets } = facts;
  const shown = snippets.snippets(embed.embedOf(embed.DEFAULTS));
  const html = `<h1 id="put-it-in-a-page">Put it in a page</h1>
<p>Choose what the map shows, see it, and copy what brings it into your page. The map below is made of the very elements of the snippet.</p>
<noscript><p class="note">The form needs JavaScript. Below stands what to copy for a map with its defaults; <a href="elements.html">Elements</a> lists every attribute, and <a href="embed.html">the guide</a> says the rest.</p></noscript>
<div class="configurator" data-configurator>
<div class="form" hidden>${form(facts)}</div>
<div class="result">
<section class="preview" aria-labelledby="preview" hidden><h2 id="preview">The map</h2><div data-preview></div></section>
<section aria-labelledby="copy"><h2 id="copy">What to copy</h2>
<p class="again" hidden><a data-again href="configurator.html">Link to these choices</a></p>
<div data-snippets>${shown.map((one) => `<section id="snippet-${one.id}" data-snippet="${one.id}"><h3>${escape(one.title)}</h3><p>${inlineHtml(one.about)}</p>${files(one)}</section>`).join('')}</div>
</section></div></div>`;
  const headings = [{ id: 'put-it-in-a-page', text: 'Put it in a page', html: 'Put it in a page', depth: 1 }];
  const text =
    'Choose dataset, filter, view, colour, group, lenses, parts, size and theme; copy the snippet for plain HTML, ES modules, React, Vue, Svelte and Angular.';
  return {
    html,
    headings,
    sections: [
      { id: 'put-it-in-a-page', heading: 'Put it in a page', text },
      ...shown.map((one) => ({
        id: `snippet-${one.id}`,
        heading: one.title,
        text: `${one.about} ${one.files.map(({ code }) => code).join(' ')}`,
      })),
    ],
  };
}
