import type { ReactiveController } from 'lit';
import type { Theme } from '../scene/theme.js';
import type { PresentationHost } from './presentation.js';
import { readTheme } from './theme.js';

/** Puts a picture of all lanes in the place of the canvas while the page is printed: a canvas holds no more than what was in view. */
export class TimelinePaper implements ReactiveController {
  readonly #media = matchMedia('print');
  readonly #host: PresentationHost;
  readonly #picture: (theme: Theme) => string | undefined;

  /** @param picture the SVG that is printed, in these colours; undefined while there is none */
  constructor(host: PresentationHost, picture: (theme: Theme) => string | undefined) {
    this.#host = host;
    this.#picture = picture;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPaper);
    addEventListener('afterprint', this.#onPaper);
    this.#media.addEventListener('change', this.#onPaper);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPaper);
    removeEventListener('afterprint', this.#onPaper);
    this.#media.removeEventListener('change', this.#onPaper);
  }

  readonly #onPaper = (event: Event): void => {
    const paper = this.#host.renderRoot.querySelector('.timeline-paper');
    const reader = this.#host.renderRoot.querySelector<HTMLElement>('.reader');
    if (!paper || !reader) return;
    const isPrinting = event.type === 'beforeprint' || this.#media.matches;
    // Paper is light, whatever the screen is
    reader.style.colorScheme = 'only light';
    const picture = isPrinting ? this.#picture(readTheme(reader)) : undefined;
    reader.style.removeProperty('color-scheme');
    if (picture === undefined) paper.replaceChildren();
    else paper.replaceChildren(document.importNode(new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement, true));
  };
}
