import { provenanceOf, type Provenance } from '../../src/export/provenance.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { dataset } from '../fixtures/small.js';

/** The small landscape. */
export const small = (): Catalogue => catalogue(dataset());

/** Where an export of all of a catalogue comes from. */
export const from = (
  of: Catalogue,
  given: { readonly filter?: string; readonly link?: string; readonly title?: string } = {},
): Provenance =>
  provenanceOf(
    of,
    of.standards.map(({ id }) => id),
    { at: '2026-11-22', filter: 'sdo:iso', link: 'https://example.org/map#map.filter=sdo:iso', ...given },
  );
