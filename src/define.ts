import { StandardsDetail, StandardsMatrix, StandardsTable, StandardsTimeline } from './element/companion.js';
import { register } from './element/register.js';
import { StandardsMap } from './element/standards-map.js';
import { VERSION } from './element/version.js';

const ELEMENTS = {
  'standards-map': StandardsMap,
  'standards-table': StandardsTable,
  'standards-matrix': StandardsMatrix,
  'standards-timeline': StandardsTimeline,
  'standards-detail': StandardsDetail,
} as const;

/** Registers `<standards-map>` and its companions; a page that loads the file twice keeps the first registration, and is told where that is another version. */
register(customElements, ELEMENTS, VERSION, (sentence) => {
  console.warn(sentence);
});

// With the element come the types of its events, of `addEventListener` too
export type * from './element/events.js';
export type * from './element/later-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'standards-map': StandardsMap;
    'standards-table': StandardsTable;
    'standards-matrix': StandardsMatrix;
    'standards-timeline': StandardsTimeline;
    'standards-detail': StandardsDetail;
  }
}
