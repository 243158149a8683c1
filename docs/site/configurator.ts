import '../../src/define.js';
import { formatFilter, parseFilter } from '../../src/analysis/filter.js';
import { toggle } from '../../src/analysis/facets.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { DEFAULTS, embedOf, readChoices, writeChoices, type Choices } from './embed.js';
import { showEmbed } from './preview.js';
import { snippets, type SnippetFile } from './snippets.js';

/** What the form of this page is made of. @throws Error when the page has no such part: it is made with this script */
function part<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`configurator: the page has no ${selector}`);
  return found;
}

const form = part('#choices', HTMLFormElement);
const preview = part('[data-preview]', HTMLElement);
const places = part('[data-snippets]', HTMLElement);
const again = part('[data-again]', HTMLAnchorElement);
const says = part('#filter-says', HTMLElement);

const FACETS = ['sdo', 'topic', 'status', 'tier'] as const;

const control = (name: string): HTMLInputElement | HTMLSelectElement | undefined => {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
};
const boxesOf = (name: string): readonly HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
const checked = (name: string): string =>
  boxesOf(name)
    .filter((box) => box.checked)
    .map((box) => box.value)
    .join(' ');

/** The form as choices, by the same way as from an address: what cannot be has its default. */
function chosen(): Choices {
  const query = new URLSearchParams();
  for (const name of ['filter', 'view', 'color', 'group', 'selected', 'at', 'story', 'height', 'width', 'scheme']) {
    const text = control(name)?.value.trim() ?? '';
    if (text !== '') query.set(name, text);
  }
  for (const name of ['highlight', 'without', 'companions']) query.set(name, checked(name));
  return readChoices(query.toString());
}

/** Whether a filter asks for a value of a field. */
const asks = (filter: string, field: string, value: string): boolean =>
  parseFilter(filter).filter.terms.some((term) => term.field === field && !term.not && 'values' in term && term.values.includes(value));

function showFilter(filter: string): void {
  const parsed = parseFilter(filter);
  const issues = parsed.ok ? [] : parsed.issues;
  says.textContent =
    filter === ''
      ? 'Empty: the core set, which the dataset opens with.'
      : (issues.map(({ message }) => message)[0] ?? 'The grammar is that of the search box in the map.');
  control('filter')?.toggleAttribute('aria-invalid', issues.length > 0);
  for (const field of FACETS) for (const box of boxesOf(`facet-${field}`)) box.checked = asks(filter, field, box.value);
}

function fill(choices: Choices): void {
  for (const name of ['filter', 'view', 'color', 'group', 'selected', 'at', 'story', 'scheme'] as const) {
    const one = control(name);
    if (one) one.value = choices[name];
  }
  const [height, width] = [control('height'), control('width')];
  if (height) height.value = String(choices.height);
  if (width) width.value = choices.width === 0 ? '' : String(choices.width);
  for (const name of ['highlight', 'without', 'companions'] as const)
    for (const box of boxesOf(name)) box.checked = choices[name].includes(box.value);
}

/** The blocks of a snippet keep their places, so that a button beside them stays; only their text changes. */
function showCode(section: Element, files: readonly SnippetFile[]): void {
  const blocks = section.querySelectorAll('pre code');
  files.forEach(({ code }, at) => {
    const block = blocks[at];
    if (block) block.textContent = code;
  });
}

function show(choices: Choices): void {
  const embed = embedOf(choices);
  showFilter(choices.filter);
  showEmbed(preview, embed);
  for (const snippet of snippets(embed)) {
    const section = places.querySelector(`[data-snippet="${snippet.id}"]`);
    if (section) showCode(section, snippet.files);
  }
  const query = writeChoices(choices);
  again.href = query === '' ? 'configurator.html' : `configurator.html?${query}`;
}

/** The reader's choice becomes the address of the page; what was explored in the map before is no longer said there. */
function take(choices: Choices): void {
  show(choices);
  history.replaceState(null, '', again.href);
}

/** A value of a facet, put into the filter or taken out of it. */
function toggleFacet(box: HTMLInputElement): void {
  const filter = control('filter');
  const field = FACETS.find((one) => box.name === `facet-${one}`);
  if (filter && field) filter.value = formatFilter(toggle(parseFilter(filter.value).filter, field, box.value));
}

/** What the reader has made of the map by hand. */
function takeOver(): void {
  const map = preview.querySelector<StandardsMap>('standards-map');
  if (!map) return;
  const { filter, view, color, group, highlight, selected, at } = map;
  const opens = map.catalogue?.dataset.opening?.filter;
  const choices = {
    ...chosen(),
    filter: filter === opens ? '' : filter,
    view,
    color,
    group,
    highlight: highlight.split(/\s+/).filter(Boolean),
    selected,
    at,
  };
  fill(choices);
  take(choices);
}

form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.name.startsWith('facet-')) toggleFacet(target);
  take(chosen());
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  take(chosen());
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  fill(DEFAULTS);
  take(DEFAULTS);
});
part('[data-take]', HTMLButtonElement).addEventListener('click', takeOver);

const first = readChoices(location.search);
fill(first);
for (const hidden of document.querySelectorAll<HTMLElement>('[data-configurator] [hidden]')) hidden.hidden = false;
show(first);
