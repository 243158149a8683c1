import { html, render, type CSSResult, type TemplateResult } from 'lit';
import type { Candidate, Evidence } from '../../src/analysis/candidate.js';
import { analysisStyles } from '../../src/element/analysis-styles.js';
import { furtherOf } from '../../src/element/further.js';
import { en } from '../../src/element/messages.js';
import { deskStyles } from '../../src/element/desk-styles.js';
import { paletteStyles } from '../../src/element/palette-styles.js';
import { formatFor, type PanelContext } from '../../src/element/parts/context.js';
import type { StandardPairs } from '../../src/element/parts/standard-pairs.js';
import { frameStyles, panelStyles } from '../../src/element/styles.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';

/** A panel by itself, in a shadow root with the styles of the element. */
export interface Stage {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly context: PanelContext;
  /** What the panel asked for, in order: `choose ISO 1`, `filter sdo:iso`. */
  readonly asked: readonly string[];
  show(panel: (context: PanelContext) => unknown): void;
  /** The first element of a selector; throws where there is none. */
  part(selector: string): HTMLElement;
  parts(selector: string): readonly HTMLElement[];
  text(selector: string): string;
  /** The button that says exactly this. */
  button(text: string): HTMLElement;
  remove(): void;
}

const sheetOf = ({ styleSheet, cssText }: CSSResult): CSSStyleSheet => {
  if (styleSheet) return styleSheet;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
};
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
/** What an element says, with a space between its blocks and cells; browsers disagree on one behind text that only screen readers get. */
export const said = (element: HTMLElement | undefined): string => plain(element?.innerText).replace(/ (?=,)/g, '');

const NO_GOALS = { on: undefined, set: (): void => undefined };
/** A panel that knows the pairs of a standard. */
export const paired = (context: PanelContext, pairs: StandardPairs): PanelContext => ({
  ...context,
  goals: NO_GOALS,
  further: furtherOf(() => pairs),
});

/** @param width of the stage in CSS px */
export function stage(dataset: Dataset, width = 400): Stage {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [paletteStyles, frameStyles, panelStyles, deskStyles, analysisStyles].map(sheetOf);
  host.style.inlineSize = `${String(width)}px`;
  host.style.aspectRatio = 'auto';
  document.body.append(host);
  const asked: string[] = [];
  const context: PanelContext = {
    catalogue: catalogue(dataset),
    messages: en,
    format: formatFor('en'),
    goals: NO_GOALS,
    further: furtherOf(),
    choose: (id) => {
      asked.push(`choose ${id}`);
    },
    tell: () => undefined,
    changeFilter: () => undefined,
    filterBy: (filter) => {
      asked.push(`filter ${filter}`);
    },
  };
  const parts = (selector: string): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  const part = (selector: string): HTMLElement => {
    const [found] = parts(selector);
    if (!found) throw new Error(`${selector} is not on the stage`);
    return found;
  };
  const made: Stage = {
    host,
    root,
    context,
    asked,
    show: (panel) => {
      const body: TemplateResult = html`<div class="detail wide stage-panel">${panel(context)}</div>`;
      render(body, root);
      // On the page it lies over the map; here it is as tall as what it says.
      part('.stage-panel').style.cssText = 'position:static;inline-size:auto;max-inline-size:none';
    },
    part,
    parts,
    text: (selector) => said(part(selector)),
    button: (text) => {
      const found = parts('button').find((button) => said(button) === text || button.getAttribute('aria-label') === text);
      if (!found) throw new Error(`no button says ${text}`);
      return found;
    },
    remove: () => {
      host.remove();
    },
  };
  return made;
}

/** Evidence for a pair of which nothing is known; what a test is about is given. */
export const evidenceOf = (a: string, b: string, given: Partial<Evidence> = {}): Evidence => ({
  a,
  b,
  score: 0,
  tier: 'none',
  early: false,
  terms: [],
  onlyA: [],
  onlyB: [],
  topics: [],
  parts: [],
  against: [],
  ...given,
});

export const candidateOf = (a: string, b: string, given: Partial<Candidate> = {}): Candidate => ({
  ...evidenceOf(a, b),
  score: 0.5,
  topics: ['energy'],
  band: 'medium',
  ...given,
  tier: 'candidate',
});
