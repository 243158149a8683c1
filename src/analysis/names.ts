import type { Catalogue } from '../model/catalogue.js';
import { NO_GOAL, type GoalFrameworkId } from '../model/dataset.js';
import { latestOf } from './day.js';
import { compact } from './fold.js';
import { goalFrameworks, hasGoals, isGoalFramework } from './goals.js';
import { ACTIVE, CLOSED, type Field } from './terms.js';

export type OpenField = 'sdo' | 'committee' | 'topic' | 'deliverable' | GoalFrameworkId;

/** The values of the open fields by every name they go by. */
type Names = ReadonlyMap<OpenField, ReadonlyMap<string, readonly string[]>>;

const memo = new WeakMap<Catalogue, Names>();

/** An id wins over a name or alias that is spelt the same; two ids that differ in case only share the spelling. */
function readNames(catalogue: Catalogue): Names {
  const names = new Map<OpenField, Map<string, string[]>>();
  const spelt = (field: OpenField): Map<string, string[]> => {
    const known = names.get(field) ?? new Map<string, string[]>();
    names.set(field, known);
    return known;
  };
  const put = (field: OpenField, value: string): void => {
    const key = compact(value);
    const known = spelt(field).get(key);
    if (key !== '' && !known) spelt(field).set(key, [value]);
    else if (known && !known.includes(value)) known.push(value);
  };
  const alias = (field: OpenField, value: string, other: string): void => {
    const key = compact(other);
    if (key !== '' && !spelt(field).has(key)) spelt(field).set(key, [value]);
  };
  for (const { id } of catalogue.sdos) put('sdo', id);
  for (const { id } of catalogue.committees) put('committee', id);
  for (const { id } of catalogue.topics) put('topic', id);
  for (const { deliverable } of catalogue.standards) put('deliverable', deliverable);
  for (const { id, name } of catalogue.sdos) alias('sdo', id, name);
  for (const { id, aliases } of catalogue.committees) for (const other of aliases ?? []) alias('committee', id, other);
  for (const { id, label } of catalogue.topics) alias('topic', id, label);
  addGoals(catalogue, put, alias);
  return names;
}

type Spell<Rest extends readonly string[]> = (field: OpenField, ...rest: Rest) => void;

/** A goal goes by its code, its id and its label; a code wins over the others. */
function addGoals(catalogue: Catalogue, put: Spell<[string]>, alias: Spell<[string, string]>): void {
  const goals = (catalogue.dataset.goals ?? []).filter(({ framework }) => hasGoals(catalogue, framework));
  for (const { framework, code } of goals) put(framework, code);
  for (const { id } of goalFrameworks(catalogue)) put(id, NO_GOAL);
  for (const { framework, code, id, label } of goals) for (const other of [id, label]) alias(framework, code, other);
}

export function namesOf(given: Catalogue): Names {
  const catalogue = latestOf(given);
  const known = memo.get(catalogue) ?? readNames(catalogue);
  memo.set(catalogue, known);
  return known;
}

export const isOpen = (field: Field): field is OpenField =>
  field === 'sdo' || field === 'committee' || field === 'topic' || field === 'deliverable' || isGoalFramework(field);

/** The standards that designations name, in any spelling. */
export const idsNamed = (catalogue: Catalogue, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => catalogue.find(name)?.id ?? []);

/** What a value without wildcards names, of any field but `near` and `path`; `resolve` is the same of all. */
export function named(catalogue: Catalogue, field: Field, value: string): readonly string[] {
  if (field === 'status' && value === 'active') return ACTIVE;
  if (isOpen(field)) return namesOf(catalogue).get(field)?.get(compact(value)) ?? [];
  if (field === 'id') return idsNamed(catalogue, [value]);
  const closed = CLOSED.get(field);
  return closed && !closed.includes(value) ? [] : [value];
}
