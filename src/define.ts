import { StandardsMap } from './element/standards-map.js';

/** Registers `<standards-map>`; a page that loads the file twice keeps the first registration. */
if (!customElements.get('standards-map')) customElements.define('standards-map', StandardsMap);

declare global {
  interface HTMLElementTagNameMap {
    'standards-map': StandardsMap;
  }
}
