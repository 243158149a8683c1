import type { Catalogue } from '../model/catalogue.js';
import { GOAL_FRAMEWORKS, NO_GOAL } from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import { compact } from './fold.js';
import { endsOf, nearOf } from './focus.js';
import { hasGoals, isGoalFramework } from './goals.js';
import { pathBetween } from './network.js';
import { resolve } from './resolve.js';
import { filterIssue } from './filter-issue.js';
import { formatFieldValue, formatTerm } from './terms.js';
import type { Field, FieldTerm, Filter, FilterIssue } from './terms.js';
import { isOpen, namesOf } from './names.js';
import { hasWildcard } from './wildcards.js';

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
