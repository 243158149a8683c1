import type { StandardsMap } from '../src/element/standards-map.js';

const theme = document.querySelector('#theme');
if (theme instanceof HTMLSelectElement) {
  theme.addEventListener('change', () => {
    document.documentElement.style.colorScheme = theme.value;
  });
}

/** Presents the story that the map names; where that cannot be done, the reader is told why. */
async function present(map: StandardsMap, told: Element): Promise<void> {
  told.textContent = '';
  try {
    await map.present();
  } catch (error) {
    // Something else was asked for meanwhile, or it was left: nothing to tell
    if (error instanceof DOMException && error.name === 'AbortError') return;
    told.textContent = error instanceof Error ? error.message : String(error);
  }
}

await customElements.whenDefined('standards-map');
const map = document.querySelector('standards-map');
const told = document.querySelector('#told');
if (map && told)
  document.querySelector('#present')?.addEventListener('click', () => {
    void present(map, told);
  });
