import MiniSearch from 'minisearch';
import options from './search-options.json';

/** Results that are listed; a reader who sees more than these asks for more words. */
const SHOWN = 12;

interface Found {
  readonly address: string;
  readonly heading: string;
  readonly title: string;
  readonly excerpt: string;
}

type Index = (words: string) => readonly Found[];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Loads the index once; it stands beside the pages. */
async function load(): Promise<Index> {
  const answer = await fetch(new URL('search.json', document.baseURI));
  if (!answer.ok) throw new Error(`search.json answers ${String(answer.status)}`);
  const index = MiniSearch.loadJSON(await answer.text(), options);
  return (words) =>
    index
      .search(words, {
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        combineWith: 'AND',
        boost: { heading: 4, title: 2 },
      })
      .map((one) => ({ address: String(one.id), heading: text(one['heading']), title: text(one['title']), excerpt: text(one['excerpt']) }));
}

let loaded: Promise<Index> | undefined;

/** The search over all pages: a box, what it found as a list of links, and in words how much. */
export interface SearchBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Puts words into the box and looks for them. */
  readonly ask: (words: string) => void;
}

function row({ address, heading, title, excerpt }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  const name = document.createElement('strong');
  name.textContent = heading;
  const where = document.createElement('span');
  where.textContent = title;
  const words = document.createElement('small');
  words.textContent = excerpt;
  link.append(name, ' ', where, words);
  item.append(link);
  return item;
}

const inWords = (count: number): string => (count === 0 ? 'Nothing found' : count === 1 ? '1 place' : `${String(count)} places`);

/** Arrows walk from the box through the results and back. */
function walk(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops: readonly HTMLElement[] = [input, ...list.querySelectorAll('a')];
  if (step !== 0) {
    const at = stops.findIndex((one) => one === document.activeElement);
    stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
    event.preventDefault();
  } else if (event.key === 'Enter' && document.activeElement === input) {
    stops[1]?.click();
    event.preventDefault();
  }
}

/** @returns a search that stands anywhere in a page */
export function searchBox(): SearchBox {
  const element = document.createElement('div');
  element.className = 'search';
  element.setAttribute('role', 'search');
  const label = document.createElement('label');
  label.textContent = 'Search the documentation';
  const input = document.createElement('input');
  input.type = 'search';
  input.spellcheck = false;
  input.autocomplete = 'off';
  label.append(input);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const list = document.createElement('ol');
  element.append(label, status, list);

  const show = async (): Promise<void> => {
    const words = input.value.trim();
    if (words === '') {
      status.textContent = '';
      list.replaceChildren();
      return;
    }
    loaded ??= load();
    try {
      const found = (await loaded)(words);
      if (words !== input.value.trim()) return;
      status.textContent = inWords(found.length);
      list.replaceChildren(...found.slice(0, SHOWN).map(row));
    } catch (error) {
      loaded = undefined;
      status.textContent = `The search cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
  input.addEventListener('input', () => void show());
  element.addEventListener('keydown', (event) => walk(event, input, list));
  return {
    element,
    input,
    ask: (words) => {
      input.value = words;
      void show();
    },
  };
}

let dialog: HTMLDialogElement | undefined;
let box: SearchBox | undefined;

/** Opens the search over the page; Escape, a result or the button closes it. */
export function openSearch(): void {
  if (!dialog || !box) {
    box = searchBox();
    dialog = document.createElement('dialog');
    dialog.className = 'search-dialog';
    dialog.setAttribute('aria-label', 'Search');
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', () => dialog?.close());
    // a result on this very page closes the dialog as well
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest('a'))) dialog?.close();
    });
    // in a search box Escape empties it first; here it closes, as anywhere else in the dialog
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      dialog?.close();
    });
    dialog.append(box.element, close);
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
  box.input.focus();
  box.input.select();
}
