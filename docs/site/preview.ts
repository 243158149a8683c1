import type { Embed, EmbedElement } from './embed.js';

const sheet = new CSSStyleSheet();

/** Gives an element the attributes that are said, and takes away what was said before and is no longer. */
function setAttributes(element: Element, { attributes }: EmbedElement, before: readonly string[]): void {
  for (const name of before) if (!attributes.some(([one]) => one === name)) element.removeAttribute(name);
  for (const [name, value] of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

const said = new WeakMap<Element, readonly string[]>();

/**
 * Shows in a place what a snippet says: the same elements, attributes and style sheet.
 *
 * Elements that stay keep what they have loaded: only their attributes change.
 */
export function showEmbed(place: HTMLElement, { elements, css }: Embed): void {
  sheet.replaceSync(css);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  const isSame = place.children.length === elements.length && elements.every(({ tag }, at) => place.children[at]?.localName === tag);
  // filled before they come into the page: an element reads some of its attributes once
  const shown = isSame ? [...place.children] : elements.map(({ tag }) => document.createElement(tag));
  elements.forEach((element, at) => {
    const one = shown[at];
    if (!one) return;
    setAttributes(one, element, said.get(one) ?? []);
    said.set(
      one,
      element.attributes.map(([name]) => name),
    );
  });
  if (!isSame) place.replaceChildren(...shown);
}
