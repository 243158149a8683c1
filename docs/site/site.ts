/** What every page of the documentation does beside being read: theme, search on a key, copying of code. */

const THEME = 'standards-map-theme';

/** What the reader chose before; a browser that keeps nothing has no choice. */
function kept(): string {
  try {
    return localStorage.getItem(THEME) ?? '';
  } catch (error) {
    // a page that may keep nothing throws a SecurityError; anything else is a fault
    if (error instanceof DOMException) return '';
    throw error;
  }
}
function keep(theme: string): void {
  try {
    localStorage.setItem(THEME, theme);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function applyTheme(theme: string): void {
  document.documentElement.style.colorScheme = theme;
  document.documentElement.dataset['theme'] = theme;
}

function offerTheme(): void {
  const label = document.querySelector<HTMLElement>('.theme');
  const select = label?.querySelector('select');
  if (!label || !select) return;
  select.value = kept();
  applyTheme(select.value);
  select.addEventListener('change', () => {
    applyTheme(select.value);
    keep(select.value);
  });
  label.hidden = false;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, standards-map'));

/** The link to the page of the search opens it where the reader is; so do `/` and Ctrl+K. */
function offerSearch(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
  const here = document.querySelector<HTMLElement>('[data-search-here]');
  if (here) {
    void import('./search.js').then(({ searchBox }) => {
      const box = searchBox();
      here.append(box.element);
      box.ask(new URLSearchParams(location.search).get('q') ?? '');
    });
    return;
  }
  const open = (): void => {
    void import('./search.js').then(({ openSearch }) => openSearch());
  };
  link?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    const isAsked = (event.key === '/' && !isTyping(event.target)) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
    if (!isAsked || event.defaultPrevented) return;
    event.preventDefault();
    open();
  });
}

/** A button at every block of code that copies it. */
function offerCopies(): void {
  for (const block of document.querySelectorAll('pre')) {
    if (block.parentElement?.classList.contains('code')) continue;
    const frame = document.createElement('div');
    frame.className = 'code';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      // read at the click: a snippet changes with the choices
      void navigator.clipboard.writeText(block.textContent).then(
        () => {
          button.textContent = 'Copied';
        },
        () => {
          button.textContent = 'Select and copy it by hand';
        },
      );
    });
    button.addEventListener('blur', () => {
      button.textContent = 'Copy';
    });
    block.replaceWith(frame);
    frame.append(block, button);
  }
}

/** Lists of pages and headings stand open where there is room for it, and are a button where there is not. */
function unfoldNavigation(): void {
  for (const [selector, width] of [
    ['nav.pages details', '64rem'],
    ['nav.contents details', '84rem'],
  ] as const) {
    const list = document.querySelector<HTMLDetailsElement>(selector);
    const wide = matchMedia(`(min-width: ${width})`);
    const follow = (): void => {
      if (list) list.open = wide.matches;
    };
    wide.addEventListener('change', follow);
    follow();
  }
}

offerTheme();
offerSearch();
offerCopies();
unfoldNavigation();
