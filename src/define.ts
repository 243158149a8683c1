import { StandardsDetail, StandardsMatrix, StandardsTable, StandardsTimeline } from './element/companion.js';
import { StandardsMap } from './element/standards-map.js';

const ELEMENTS = {
  'standards-map': StandardsMap,
  'standards-table': StandardsTable,
  'standards-matrix': StandardsMatrix,
  'standards-timeline': StandardsTimeline,
  'standards-detail': StandardsDetail,
} as const;

/** Registers `<standards-map>` and its companions; a page that loads the file twice keeps the first registration. */
for (const [name, element] of Object.entries(ELEMENTS)) if (!customElements.get(name)) customElements.define(name, element);

// With the element come the types of its events, of `addEventListener` too
export type * from './element/events.js';

declare global {
  interface HTMLElementTagNameMap {
    'standards-map': StandardsMap;
    'standards-table': StandardsTable;
    'standards-matrix': StandardsMatrix;
    'standards-timeline': StandardsTimeline;
    'standards-detail': StandardsDetail;
  }
}
