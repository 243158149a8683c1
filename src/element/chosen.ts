import type { PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import type { Part } from '../state/settings.js';
import { DEFAULTS, type State } from '../state/state.js';

/** What holds the choices of an element. */
interface Choices {
  readonly state: State;
  set(settings: unknown): void;
  undo(): boolean;
  redo(): boolean;
}

const TEXTS: ReadonlySet<Part> = new Set<Part>(['filter', 'highlight', 'sort', 'fields', 'by', 'at', 'name', 'since']);
const holders = new WeakMap<object, Choices>();

/** Says where the chosen properties of an element are kept. */
export function keepChoices(host: object, choices: Choices): void {
  holders.set(host, choices);
}

/** What the reader of an element chose; undefined for an element that keeps no choices. */
export const stateOf = (host: object): State | undefined => holders.get(host)?.state;

/** Walks the steps of an element; false where there is none to walk. */
export const walkSteps = (host: object, way: 'undo' | 'redo'): boolean => holders.get(host)?.[way]() ?? false;

/**
 * A property that is a part of what the reader chose: reads the state and changes it through an intent. What cannot be used leaves it as it
 * is; null and a removed attribute empty a text. Lists are read as text with spaces between.
 */
export function chosen(part: Exclude<Part, 'camera' | 'selected' | 'moved'>, options?: PropertyDeclaration) {
  return (prototype: object, name: string): void => {
    Object.defineProperty(prototype, name, {
      get(this: object) {
        const value = holders.get(this)?.state[part] ?? DEFAULTS[part];
        return typeof value === 'string' ? value : value.join(' ');
      },
      set(this: object, value: unknown) {
        holders.get(this)?.set({ [part]: value ?? (TEXTS.has(part) ? '' : value) });
      },
      configurable: true,
      enumerable: true,
    });
    property({ ...options, noAccessor: true })(prototype, name);
  };
}

/** The ids that somebody sets as `selected`: a list, or text with commas between. An id may have a comma of its own: `JCA-IoT, DT and SSC&C`. */
export function idsOf(selected: string | readonly unknown[] | null, isRecord: (id: string) => boolean): unknown {
  const isOne = typeof selected === 'string' && isRecord(selected);
  const ids: unknown = typeof selected === 'string' ? (isOne ? [selected] : selected.split(',')) : (selected ?? []);
  return Array.isArray(ids) ? ids.map((id: unknown) => (typeof id === 'string' ? id.trim() : id)).filter((id) => id !== '') : ids;
}

/** The selection after a record, or none, was chosen; `add`: beside what is selected, or out of it where it is. */
export function picked(selected: readonly string[], id: string | null, add: boolean): readonly string[] {
  if (id === null) return [];
  if (!add) return [id];
  return selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id];
}
