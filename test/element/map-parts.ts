import { fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';

/** A map of a size in CSS px that is ready, with attributes as a page writes them. */
export async function readyMap(
  data: Dataset,
  attributes: Readonly<Record<string, string>> = {},
  { width, height }: { readonly width?: number; readonly height: number } = { height: 560 },
): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.style.blockSize = `${String(height)}px`;
  if (width !== undefined) element.style.inlineSize = `${String(width)}px`;
  element.data = data;
  await fixture(html`<div>${element}</div>`);
  await element.ready;
  return element;
}

/** Everything in a map that a selector finds. */
export const all = (element: StandardsMap, selector: string): readonly HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The first of it. @throws Error when there is none */
export function part(element: StandardsMap, selector: string): HTMLElement {
  const [found] = all(element, selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
}

/** Text as it is read: runs of white space are one space. */
export const textOf = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Takes what earlier tests have left out of the address. */
export const clearAddress = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
};
