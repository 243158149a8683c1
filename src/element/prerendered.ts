import type { LitElement } from 'lit';

/**
 * Whether the page brought a picture of the map with it, made by `standards-map/static`. It stands over everything, where it stood before the element was
 * there, until the map's own picture does: nothing on the page moves.
 *
 * No before the first update of a shadow root that came with the page: what hydrates must be what the server has rendered, which sees no content.
 */
export const isPrerendered = (host: LitElement): boolean =>
  (host.hasUpdated || host.shadowRoot?.childNodes.length === 0) &&
  [...host.children].some((child) => child.hasAttribute('data-standards-map'));
