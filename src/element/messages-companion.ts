import type { CompanionKind, Missing } from './companion-map.js';

/** Texts of the elements beside a map. */
export interface CompanionMessages {
  /** Why there is no map, and what to do. @param name the id that is asked for, or what stands there instead */
  readonly missing: Readonly<Record<Missing, (kind: CompanionKind, name: string) => string>>;
  readonly loading: string;
  readonly failed: string;
  readonly none: string;
  /** Nothing is selected. */
  readonly nothingSelected: string;
}

/** English. */
export const companionEn: CompanionMessages = {
  missing: {
    unnamed: (kind) => `<standards-${kind}> does not say which map it goes with. Give it for="…" with the id of a <standards-map>.`,
    absent: (kind, name) =>
      `<standards-${kind}> found no map with the id “${name}”. Give a <standards-map> that id, or set the property map where it stands in another root.`,
    other: (kind, name) => `<standards-${kind}> found <${name}>, which is no map. Expected a <standards-map>.`,
    foreign: (kind, name) =>
      `<standards-${kind}> found the map “${name}” of another version of standards-map. Load one version, and load it once.`,
  },
  loading: 'The map reads its dataset …',
  failed: 'The map has no dataset that it could show. It says why.',
  none: 'The map has no dataset yet.',
  nothingSelected: 'Nothing is selected. Choose a standard, committee, topic or SDO to read about it here.',
};
