import { sharedBy, type SharedMap } from './shared-map.js';

/** What a companion shows of its map. */
export type CompanionKind = 'table' | 'matrix' | 'timeline' | 'detail';

/** What a companion says of the map it goes with. */
export interface MapSeeker extends HTMLElement {
  readonly for: unknown;
  readonly map: unknown;
}

/** Why a companion has no map: `unnamed` asks for none, `absent` there is none of that id, `other` is something else, `foreign` a map of another version. */
export type Missing = 'unnamed' | 'absent' | 'other' | 'foreign';

/** What was found. */
export type Found =
  | { readonly shared: SharedMap; readonly missing?: undefined }
  | { readonly shared?: undefined; readonly missing: Missing; readonly name: string };

const idOf = ({ for: id }: MapSeeker): string => (typeof id === 'string' ? id.trim() : '');

const within = (root: Node, id: string): Element | null =>
  root instanceof Document || root instanceof DocumentFragment ? root.getElementById(id) : null;

function elementFor(host: MapSeeker): Element | null {
  if (host.map instanceof Element) return host.map;
  const id = idOf(host);
  return id === '' ? null : (within(host.getRootNode(), id) ?? host.ownerDocument.getElementById(id));
}

/** The map that a companion asks for: by its property, else by id in its own root, else in the document. */
export function findMap(host: MapSeeker): Found {
  const element = elementFor(host);
  const id = idOf(host);
  if (!element) return { missing: id === '' ? 'unnamed' : 'absent', name: id };
  const shared = sharedBy(element);
  if (shared) return { shared };
  const isMap = element.localName === 'standards-map';
  // A map that is not defined yet, or was made by another copy of another version
  return isMap && element.matches(':not(:defined)')
    ? { missing: 'absent', name: id }
    : { missing: isMap ? 'foreign' : 'other', name: isMap ? id : element.localName };
}

/**
 * Looks again whenever the map of a companion may have come, gone, or got another id.
 *
 * @param look called after changes of the page around the companion
 * @returns ends it
 */
export function watchForMap(host: MapSeeker, look: () => void): () => void {
  const observer = new MutationObserver(look);
  for (const root of new Set([host.getRootNode(), host.ownerDocument]))
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['id'] });
  if (!customElements.get('standards-map')) {
    // The registry outlives every element
    const weak = new WeakRef(look);
    void customElements.whenDefined('standards-map').then(() => weak.deref()?.());
  }
  return () => {
    observer.disconnect();
  };
}
