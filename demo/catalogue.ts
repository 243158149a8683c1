import { StandardsErrorEvent } from '../src/element/events.js';

const map = document.querySelector('standards-map');
const extent = document.querySelector('#extent');
const wait = document.querySelector<HTMLElement>('#wait');
const absent = document.querySelector<HTMLElement>('#absent');

/** Says what to do where the files have not been built, instead of waiting for them. */
function tell(isAbsent: boolean): void {
  if (wait) wait.hidden = isAbsent;
  if (absent) absent.hidden = !isAbsent;
}

if (map && extent instanceof HTMLSelectElement) {
  const show = (): void => {
    tell(false);
    map.setAttribute('src', `./.catalogue/${extent.value}.smc.gz`);
  };
  // A server that knows no such file may answer with a page of its own
  map.addEventListener('standards-error', (event) => {
    if (event instanceof StandardsErrorEvent) tell(event.kind === 'network' || event.kind === 'json');
  });
  extent.addEventListener('change', show);
  show();
}
