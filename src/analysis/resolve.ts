import type { Catalogue } from '../model/catalogue.js';
import { latestOf } from './day.js';
import { endsOf, nearOf } from './focus.js';
import { goalsIn, isGoalFramework } from './goals.js';
import { ACTIVE, CLOSED, type Field } from './terms.js';
import { idsNamed, isOpen, named, namesOf, type OpenField } from './names.js';
import { hasWildcard, matchesWord, pieces, valuePattern } from './wildcards.js';

/** Names of each standard in pieces, by its id; read once, when the first pattern is looked for. */
type NamePieces = readonly (readonly [id: string, names: readonly string[]])[];
const namePieces = new WeakMap<Catalogue, NamePieces>();

function namesInPieces(given: Catalogue): NamePieces {
  const catalogue = latestOf(given);
  const known = namePieces.get(catalogue) ?? catalogue.standards.map(({ id, aliases = [] }) => [id, [id, ...aliases].map(pieces)] as const);
  namePieces.set(catalogue, known);
  return known;
}

/** Whether a pattern is all of a designation, or all behind its letters: `Y.49*` of `ITU-T Y.4903`. */
function namesDesignation(pattern: string, name: string): boolean {
  const words = name.split(' ');
  const firstNumber = words.findIndex((word) => /\d/.test(word));
  for (let from = 0; from <= Math.max(0, firstNumber); from++) if (matchesWord(pattern, words.slice(from).join(' '))) return true;
  return false;
}

/** The values of an open field, each with the other names it goes by. */
function namesIn(catalogue: Catalogue, field: OpenField): readonly (readonly [value: string, ...names: readonly string[]])[] {
  if (field === 'sdo') return catalogue.sdos.map(({ id, name }) => [id, name]);
  if (field === 'topic') return catalogue.topics.map(({ id, label }) => [id, label]);
  if (field === 'committee') return catalogue.committees.map(({ id, aliases = [] }) => [id, ...aliases]);
  if (isGoalFramework(field)) return goalsIn(catalogue, field).map(({ id, code, label }) => [code, id, label]);
  return [...(namesOf(catalogue).get(field)?.values() ?? [])].flat().map((value) => [value]);
}

/** The values that a pattern names, by any name they go by. */
function matching(catalogue: Catalogue, field: Field, value: string): readonly string[] {
  const pattern = valuePattern(value);
  if (field === 'id')
    return namesInPieces(catalogue).flatMap(([id, names]) => (names.some((name) => namesDesignation(pattern, name)) ? [id] : []));
  if (!isOpen(field)) {
    const found = (CLOSED.get(field) ?? []).filter((one) => matchesWord(pattern, pieces(one)));
    return [...new Set(found.flatMap((one): readonly string[] => (one === 'active' ? ACTIVE : [one])))];
  }
  const named = namesIn(catalogue, field).filter((names) => names.some((name) => matchesWord(pattern, pieces(name))));
  return named.map(([value]) => value);
}

/**
 * The values of the dataset that a value of a filter names: any spelling of an id, a name, a label or an alias;
 * `status:active` names three, a value with wildcards all that it fits. Empty when it names none.
 */
export function resolve(catalogue: Catalogue, field: Field, value: string): readonly string[] {
  if (field === 'near') return idsNamed(catalogue, [nearOf(value)?.id ?? '']);
  if (field === 'path') return idsNamed(catalogue, endsOf(value) ?? []);
  return hasWildcard(value) ? matching(catalogue, field, value) : named(catalogue, field, value);
}
