import { html, type TemplateResult } from 'lit';
import { redoIcon, undoIcon } from './parts/icons.js';

/** The way along the steps of a reader. */
export type Way = 'undo' | 'redo';

/** What the next steps are, either way, and what was walked last. */
export interface StepNames {
  /** What would be undone, in a few words; empty: something; undefined: there is nothing. */
  readonly undo: string | undefined;
  readonly redo: string | undefined;
  /** What the last walk did. */
  readonly told: string;
}

/** The two buttons, in English. */
const messages = { title: 'Steps', undo: 'Undo', redo: 'Redo' } as const;

/** Fields in which the keys of undo belong to what is typed. */
const TEXT =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range], [type=file], [type=color]), textarea, select, [contenteditable]';

/** The letter of a key; by its place where the keyboard writes other letters. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase();

/** The way that a key goes; undefined for other keys, and for what is somebody else's. */
export function wayOf(event: KeyboardEvent): Way | undefined {
  const [target] = event.composedPath();
  if (event.altKey || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return undefined;
  if (target instanceof Element && target.closest(TEXT)) return undefined;
  const letter = letterOf(event);
  if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
  // With Cmd it opens the history of a browser
  return letter === 'y' && !event.metaKey && !event.shiftKey ? 'redo' : undefined;
}

/** A button that has nothing to do stays where it is: with `disabled` the focus would fall out of the map. */
function button(way: Way, what: string | undefined, walk: (way: Way) => void): TemplateResult {
  const name = what ? `${messages[way]}: ${what}` : messages[way];
  const keys = way === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z Control+Y';
  return html`<button type="button" class="icon" data-step=${way} aria-label=${name} title=${name} aria-keyshortcuts=${keys}
    aria-disabled=${what === undefined ? 'true' : 'false'} @click=${() => {
      walk(way);
    }}>${way === 'undo' ? undoIcon : redoIcon}</button>`;
}

/** The two buttons, and what the last walk did for those who do not see it. */
export const stepButtons = ({ undo, redo, told }: StepNames, walk: (way: Way) => void): TemplateResult =>
  html`<div class="scope steps" role="group" aria-label=${messages.title}>
    ${button('undo', undo, walk)}${button('redo', redo, walk)}
    <span class="hidden" role="status">${told}</span></div>`;
