import type { RenderOptions } from 'lit';

/**
 * The root to draw into, without what a server's template put there and nobody takes over: Lit would draw the same a second time before it.
 *
 * Where `@lit-labs/ssr-client` has taught Lit to take it over, `renderBefore` is not set and everything stays.
 */
export function withoutLeftovers<Root extends HTMLElement | DocumentFragment>(root: Root, options: RenderOptions): Root {
  if (options.renderBefore) root.replaceChildren();
  options.renderBefore = null;
  return root;
}
