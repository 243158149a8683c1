import type { Catalogue } from '../model/catalogue.js';
import { GOAL_FRAMEWORKS, NO_GOAL, type GoalFrameworkId, type Standard } from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import { compact } from './fold.js';
import { endsOf, nearOf } from './focus.js';
import { goalCodes, goalFrameworks, goalsIn, hasGoals, isGoalFramework } from './goals.js';
import { pathBetween } from './network.js';
import { ACTIVE, CLOSED, filterIssue, formatFieldValue, formatTerm } from './terms.js';
import type { Field, FieldTerm, Filter, FilterIssue } from './terms.js';
import { hasWildcard, matchesWord, pieces, valuePattern } from './wildcards.js';
import { latestOf } from './day.js';

/** The fields whose values are counted: a standard has none, one or several of each. */
export const LISTED = [
  'sdo',
  'committee',
  'topic',
  'role',
  'level',
  'kind',
  'deliverable',
  'status',
  'tier',
  'relation',
  ...GOAL_FRAMEWORKS,
] as const satisfies readonly Field[];
export type Listed = (typeof LISTED)[number];

function committeesAbove(catalogue: Catalogue, { committees }: Standard): readonly string[] {
  const ids = committees.flatMap((id) => [id, ...catalogue.path(id).map((above) => above.id)]);
  return [...new Set(ids)];
}

/** The values a standard has in a field, each once; a committee counts with every committee above it, of goals their codes or `none`. */
export function valuesOf(catalogue: Catalogue, standard: Standard, field: Exclude<Listed, 'relation'>): readonly string[] {
  switch (field) {
    case 'sdo':
      return catalogue.sdosOf(standard);
    case 'committee':
      return committeesAbove(catalogue, standard);
    case 'topic':
      return standard.topics.length === 1 ? standard.topics : [...new Set(standard.topics)];
    case 'role':
      return [standard.role];
    case 'level':
      return [standard.level];
    case 'kind':
      return [standard.kind];
    case 'deliverable':
      return [standard.deliverable];
    case 'status':
      return [standard.status];
    case 'tier':
      return [standard.tier];
    default:
      return goalCodes(catalogue, standard, field);
  }
}

type OpenField = 'sdo' | 'committee' | 'topic' | 'deliverable' | GoalFrameworkId;

/** What the values of an open field are called in an issue. */
const NOUNS: ReadonlyMap<Field, string> = new Map<Field, string>([
  ['sdo', 'an SDO of this dataset'],
  ['committee', 'a committee of this dataset'],
  ['topic', 'a topic of this dataset'],
  ['deliverable', 'a deliverable of this dataset'],
  ['id', 'a standard of this dataset'],
  ['near', 'a standard of this dataset'],
  ['path', 'a standard of this dataset'],
  ...GOAL_FRAMEWORKS.map((framework) => [framework, `a goal of the field ${framework}, or ${NO_GOAL}`] as const),
]);

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

function namesOf(given: Catalogue): Names {
  const catalogue = latestOf(given);
  const known = memo.get(catalogue) ?? readNames(catalogue);
  memo.set(catalogue, known);
  return known;
}

const isOpen = (field: Field): field is OpenField =>
  field === 'sdo' || field === 'committee' || field === 'topic' || field === 'deliverable' || isGoalFramework(field);

/** The standards that designations name, in any spelling. */
const idsNamed = (catalogue: Catalogue, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => catalogue.find(name)?.id ?? []);

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

/** The values that a pattern names, by any name they go by. */
function matching(catalogue: Catalogue, field: Field, value: string): readonly string[] {
  const pattern = valuePattern(value);
  if (field === 'id')
    return namesInPieces(catalogue).flatMap(([id, names]) => (names.some((name) => namesDesignation(pattern, name)) ? [id] : []));
  if (!isOpen(field)) {
    const found = (CLOSED.get(field) ?? []).filter((one) => matchesWord(pattern, pieces(one)));
    return [...new Set(found.flatMap((one): readonly string[] => (one === 'active' ? ACTIVE : [one])))];
  }
  const is = (...names: readonly string[]): boolean => names.some((name) => matchesWord(pattern, pieces(name)));
  if (field === 'sdo') return catalogue.sdos.filter(({ id, name }) => is(id, name)).map(({ id }) => id);
  if (field === 'topic') return catalogue.topics.filter(({ id, label }) => is(id, label)).map(({ id }) => id);
  if (isGoalFramework(field))
    return goalsIn(catalogue, field)
      .filter(({ id, code, label }) => is(id, code, label))
      .map(({ code }) => code);
  if (field === 'committee') return catalogue.committees.filter(({ id, aliases = [] }) => is(id, ...aliases)).map(({ id }) => id);
  return [...(namesOf(catalogue).get(field)?.values() ?? [])].flat().filter((one) => is(one));
}

/**
 * The values of the dataset that a value of a filter names: any spelling of an id, a name, a label or an alias;
 * `status:active` names three, a value with wildcards all that it fits. Empty when it names none.
 */
export function resolve(catalogue: Catalogue, field: Field, value: string): readonly string[] {
  if (field !== 'near' && field !== 'path' && hasWildcard(value)) return matching(catalogue, field, value);
  if (field === 'status' && value === 'active') return ACTIVE;
  if (isOpen(field)) {
    return namesOf(catalogue).get(field)?.get(compact(value)) ?? [];
  }
  if (field === 'id') return idsNamed(catalogue, [value]);
  if (field === 'near') return idsNamed(catalogue, [nearOf(value)?.id ?? '']);
  if (field === 'path') return idsNamed(catalogue, endsOf(value) ?? []);
  const closed = CLOSED.get(field);
  return closed && !closed.includes(value) ? [] : [value];
}

/** The value of the dataset that was probably meant. */
export function nearValue(catalogue: Catalogue, field: Field, value: string): string | undefined {
  if (hasWildcard(value)) return undefined;
  const wanted = compact(value);
  if (!isOpen(field))
    return nearest(
      value,
      catalogue.standards.map((standard) => standard.id),
    );
  const names = namesOf(catalogue).get(field) ?? new Map<string, readonly string[]>();
  const direct = nearest(value, new Set([...names.values()].flat()));
  if (direct !== undefined) return direct;
  const other = nearest(wanted, names.keys()) ?? [...names.keys()].find((name) => wanted.length > 1 && name.startsWith(wanted));
  return other === undefined ? undefined : names.get(other)?.[0];
}

/** The designations in a value and where each begins in it; one for most fields. */
function namedIn(field: Field, value: string): readonly { readonly name: string; readonly at: number }[] {
  const ends = field === 'path' ? endsOf(value) : undefined;
  if (!ends) return [{ name: field === 'near' ? (nearOf(value)?.id ?? value) : value, at: 0 }];
  const [from, to] = ends;
  const quote = formatFieldValue(field, value).startsWith('"') ? 1 : 0;
  return [
    { name: from, at: 0 },
    { name: to, at: quote + value.lastIndexOf(to) },
  ];
}

/** Two standards of the dataset that nothing joins. */
function isApart(catalogue: Catalogue, field: Field, value: string): boolean {
  if (field !== 'path') return false;
  const [from, to] = resolve(catalogue, field, value);
  return from !== undefined && to !== undefined && !pathBetween(catalogue, from, to);
}

/** What is wrong with a value of a filter that only a dataset can know. @param at where the value stands */
export function valueIssues(catalogue: Catalogue, field: Field, value: string, at: number): readonly FilterIssue[] {
  const noun = NOUNS.get(field);
  if (noun === undefined) return [];
  const issues: FilterIssue[] = [];
  for (const { name, at: offset } of namedIn(field, value)) {
    if (resolve(catalogue, field === 'path' || field === 'near' ? 'id' : field, name).length > 0) continue;
    const spaced = field === 'committee' && !/\s/.test(value) ? ' (in quotation marks when it has spaces)' : '';
    const lacking = isGoalFramework(field) && !hasGoals(catalogue, field) ? '; this dataset has none of these goals' : '';
    issues.push(filterIssue('unknown-value', at + offset, name, noun + spaced + lacking, nearValue(catalogue, field, name)));
  }
  if (isApart(catalogue, field, value))
    issues.push(filterIssue('no-path', at, value, 'two standards that relations, committees or liaisons of this dataset join'));
  return issues;
}

function checkTerm(catalogue: Catalogue, term: FieldTerm, start: number, issues: FilterIssue[]): void {
  let at = start + term.field.length + (term.not ? 2 : 1);
  for (const value of term.values) {
    issues.push(...valueIssues(catalogue, term.field, value, at));
    at += formatFieldValue(term.field, value).length + 1;
  }
}

/**
 * The values of a filter that this dataset does not have: of sdo, committee, topic, deliverable, id, near and path; and paths that there are not.
 * The values of a filter that this dataset does not have: of sdo, committee, topic, deliverable, id and the goals.
 *
 * @returns in the order of the terms; `at` counts in `formatFilter(filter)`
 */
export function checkFilter(catalogue: Catalogue, filter: Filter): readonly FilterIssue[] {
  const issues: FilterIssue[] = [];
  let at = 0;
  for (const term of filter.terms) {
    if (term.field !== 'text') checkTerm(catalogue, term, at, issues);
    at += formatTerm(term).length + 1;
  }
  return issues;
}
