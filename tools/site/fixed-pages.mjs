// Pages that are no guide: the front, the search, and what stands where nothing does.
import { escape } from './html.mjs';

/** A number as people read it. */
const number = (count) => count.toLocaleString('en');

const figure = (file, alt, caption) =>
  `<figure><a href="pictures/${file}.png"><img src="pictures/${file}.png" alt="${escape(alt)}" loading="lazy" width="1440" height="900" /></a><figcaption>${caption}</figcaption></figure>`;

const ANSWERS = [
  ['Who works on what?', 'Standards, committees and SDOs as one graph; every mark leads to the page of its SDO.'],
  [
    'Where do two bodies write the same thing?',
    'Candidates for overlap, strongest first, each with its evidence and with what speaks against it. Pairs that declared relations join are coordinated and never flagged.',
  ],
  ['What is missing?', 'A matrix of domains and capabilities, with the cells that a curator expects to be covered, and why.'],
  ['What has changed?', 'What came, was revised, was started and left since any day.'],
  ['What would my proposal meet?', 'The standards nearest to the title of a new work item, and the groups to talk to.'],
];
const FOR = [
  ['embed.html', 'You put it in a page', 'Two lines of HTML, or a component of your framework.'],
  ['analyse.html', 'You look for overlaps and gaps', 'Filters, findings, exports, and the same answers in Node.'],
  ['present.html', 'You show it in a meeting', 'From the screen at the front to a file on a stick.'],
  ['contact.html', 'You report for an SDO', 'One table, and what becomes of it.'],
];

/** The front: the map itself first. */
export function frontPage({ dataset, map }) {
  const { standards, sdos, committees, asOf } = dataset;
  const html = `<h1 id="standards-map">Who standardizes what for smart cities</h1>
<p class="lead">Standards bodies write the same standard twice, and leave the same hole open, when nobody sees the whole picture. This is the picture: ${number(standards.length)} standards of ${sdos.length} bodies with their ${committees.length} committees, as of <time datetime="${asOf}">${asOf}</time>, each statement with its source.</p>
${map}
<h2 id="what-it-answers">What it answers</h2>
<dl class="answers">${ANSWERS.map(([question, answer]) => `<div><dt>${question}</dt><dd>${answer}</dd></div>`).join('')}</dl>
<h2 id="for-whom">For whom</h2>
<ul class="cards">${FOR.map(([path, title, text]) => `<li><a href="${path}">${title}</a><p>${text}</p></li>`).join('')}</ul>
<h2 id="pictures">Pictures</h2>
<div class="pictures">
${figure('map-light', 'The core set in territories of SDOs, with committees and topics', 'The core set, light')}
${figure('map-dark', 'A standard selected: its neighbourhood and everything the dataset says of it', 'A standard and its neighbourhood, dark')}
${figure('overlaps-light', 'Overlap candidates as links and as a ranked list', 'Candidates for overlap')}
${figure('matrix-light', 'The matrix of domains and capabilities', 'The matrix, with what is expected')}
${figure('timeline-light', 'Editions as bars from publication to supersession', 'The timeline')}
${figure('table-light', 'The table, sorted by date', 'The table')}
</div>
<h2 id="what-it-is-not">What it is not</h2>
<p>It is not the Joint IEC-ISO-ITU Smart Cities Standards Map, of which no public copy exists. It is a web component without a framework, and one JSON file of facts from public catalogues: <a href="data.html">data and sources</a>.</p>`;
  const text = [...ANSWERS, ...FOR.map(([, ...rest]) => rest)].flat().join(' ');
  return {
    html,
    headings: [],
    sections: [{ id: 'standards-map', heading: 'Standards map', text: `Who standardizes what for smart cities. ${text}` }],
  };
}

/** The search: with JavaScript a box, without it every heading of every page. */
export function searchPage(pages) {
  const list = pages
    .map(({ path, title, headings }) => {
      const rows = headings.filter(({ depth }) => depth === 2);
      return `<li><a href="${path}">${escape(title)}</a>${rows.length > 0 ? `<ul>${rows.map(({ id, html }) => `<li><a href="${path}#${id}">${html}</a></li>`).join('')}</ul>` : ''}</li>`;
    })
    .join('');
  return {
    html: `<h1 id="search">Search</h1>
<div data-search-here></div>
<h2 id="all-pages-and-headings">All pages and headings</h2>
<ul class="index">${list}</ul>`,
    headings: [],
    sections: [],
    description: 'Search in all pages of the documentation, and a list of their headings.',
  };
}

/** What a server shows where there is no page. */
export function notFoundPage() {
  return {
    html: `<h1 id="not-found">There is no such page</h1>
<p>It may have another name now. <a href="index.html">What it is</a>, <a href="search.html">search and all headings</a>.</p>`,
    headings: [],
    sections: [],
    description: 'There is no page at this address.',
  };
}
