import type { Theme } from '../scene/theme.js';
import { OnPaper } from './on-paper.js';
import type { PresentationHost } from './presentation.js';
import { readTheme } from './theme.js';

/**
 * Puts a picture of all lanes in the place of the canvas while the page is printed: a canvas holds no more than what was in view.
 *
 * @param picture the SVG that is printed, in these colours; undefined while there is none
 */
export function timelineOnPaper(host: PresentationHost, picture: (theme: Theme) => string | undefined): void {
  new OnPaper(host, (isPrinting) => {
    const paper = host.renderRoot.querySelector('.timeline-paper');
    const reader = host.renderRoot.querySelector<HTMLElement>('.reader');
    if (!paper || !reader) return;
    // Paper is light, whatever the screen is
    reader.style.colorScheme = 'only light';
    const printed = isPrinting ? picture(readTheme(reader)) : undefined;
    reader.style.removeProperty('color-scheme');
    if (printed === undefined) paper.replaceChildren();
    else paper.replaceChildren(document.importNode(new DOMParser().parseFromString(printed, 'image/svg+xml').documentElement, true));
  });
}
