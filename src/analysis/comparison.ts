import type { Catalogue, Neighbour } from '../model/catalogue.js';
import type { Conflict, Edition, Finding, RelationType, Standard, StandardId } from '../model/dataset.js';
import type { Evidence, Span } from './candidate.js';
import { COLUMNS, columnValue, type Column, type ColumnValue } from './columns.js';
import { evidence } from './evidence.js';
import { compact } from './fold.js';
import { lineage, type Lineage } from './lineage.js';

/** Fewest and most standards that are compared. */
export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 6;

/** What a comparison says beside the columns of a table. */
export const COMPARED_LISTS = ['texts', 'declared', 'conflicts', 'findings'] as const;
export type ComparedList = (typeof COMPARED_LISTS)[number];

/** One column of a table across the standards. */
export interface ComparedField {
  readonly column: Column;
  /** In the order of the standards. */
  readonly values: readonly ColumnValue[];
  /** Not all say the same; the order of a list does not count. */
  readonly differs: boolean;
  /** Entries of lists that only one of the standards has. */
  readonly single: ReadonlySet<string>;
}

/** A list across the standards. */
export interface ComparedLists {
  readonly texts: readonly (readonly Edition[])[];
  /** Declared relations at either end. */
  readonly declared: readonly (readonly Neighbour[])[];
  readonly conflicts: readonly (readonly Conflict[])[];
  readonly findings: readonly (readonly Finding[])[];
}

/** One step down to what a work comes from. */
export interface DescentStep {
  readonly from: string;
  readonly to: string;
  readonly by: RelationType;
  readonly evidence: string;
}

/** A work that at least two of the standards come from. */
export interface CommonAncestor {
  readonly designation: string;
  /** Absent where it is outside the dataset. */
  readonly standard?: Standard;
  /** The standards that come from it, in their order, each by a shortest chain; empty for the ancestor itself. */
  readonly descendants: readonly { readonly id: StandardId; readonly steps: readonly DescentStep[] }[];
}

/** Two of the standards. */
export interface ComparedPair {
  readonly a: StandardId;
  readonly b: StandardId;
  /** Relations that one of them declares to the other, seen from a. */
  readonly declared: readonly Neighbour[];
  readonly evidence: Evidence;
}

/** A term that titles share. */
export interface SharedTerm {
  readonly term: string;
  readonly weight: number;
  /** Whose title has it, in the order of the standards; at least two. */
  readonly standards: readonly StandardId[];
}

/** Standards side by side. */
export interface Comparison {
  readonly standards: readonly Standard[];
  /** In the order of COLUMNS. */
  readonly fields: readonly ComparedField[];
  readonly lists: ComparedLists;
  /** Those lists that are not the same for all. */
  readonly differing: ReadonlySet<ComparedList>;
  /** Where words that another title has too stand in each title, in the order of the standards. */
  readonly spans: readonly (readonly Span[])[];
  /** Those in most titles first, then the weightiest. */
  readonly terms: readonly SharedTerm[];
  readonly lineages: readonly Lineage[];
  /** Those of most standards first, then the nearest. */
  readonly ancestors: readonly CommonAncestor[];
  /** Every two, in the order of the standards. */
  readonly pairs: readonly ComparedPair[];
}

/** What is known beside the dataset. */
export interface ComparisonOptions {
  /** Open overlap candidates by standard; absent while they are looked for. */
  readonly overlaps?: ReadonlyMap<StandardId, number>;
  /** Findings beside those of the dataset. */
  readonly findings?: readonly Finding[];
}

/** Relations that lead from a text to the one it was made of. @source model: the subject carries the relation */
const DESCENT: ReadonlySet<RelationType> = new Set<RelationType>(['supersedes', 'adopts', 'transposes', 'incorporates', 'amends']);

const text = (value: ColumnValue): string => (typeof value === 'object' ? [...value].sort().join('\u0000') : String(value));
const differs = (texts: readonly string[]): boolean => new Set(texts).size > 1;

function fieldOf(catalogue: Catalogue, standards: readonly Standard[], column: Column, { overlaps }: ComparisonOptions): ComparedField {
  const values = standards.map((standard) => columnValue(catalogue, standard, column, overlaps));
  const counts = new Map<string, number>();
  for (const value of values) if (typeof value === 'object') for (const one of new Set(value)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const single = new Set([...counts].flatMap(([one, count]) => (count === 1 ? [one] : [])));
  return { column, values, differs: differs(values.map(text)), single };
}

function listsOf(catalogue: Catalogue, standards: readonly Standard[], local: readonly Finding[]): ComparedLists {
  const own = catalogue.dataset.findings ?? [];
  const ids = new Set(own.map(({ id }) => id));
  const all = [...own, ...local.filter(({ id }) => !ids.has(id))];
  return {
    texts: standards.map(({ id, editions }) => lineage(catalogue, id)?.editions ?? editions),
    declared: standards.map(({ id }) => catalogue.neighbours(id)),
    conflicts: standards.map(({ conflicts }) => conflicts ?? []),
    findings: standards.map(({ id }) => all.filter((finding) => finding.standards.includes(id))),
  };
}

/** What a list says, without whose it is. */
function listTexts(lists: ComparedLists, list: ComparedList): readonly string[] {
  const sorted = (parts: readonly string[]): string => [...parts].sort().join('\u0000');
  if (list === 'texts') return lists.texts.map((texts) => sorted(texts.map(({ id, date, status }) => `${id} ${date ?? ''} ${status}`)));
  if (list === 'declared')
    return lists.declared.map((relations) =>
      sorted(relations.map(({ relation, outgoing, designation }) => `${relation.type} ${String(outgoing)} ${designation}`)),
    );
  if (list === 'findings') return lists.findings.map((findings) => sorted(findings.map(({ id }) => id)));
  return lists.conflicts.map((conflicts) => sorted(conflicts.map((one) => JSON.stringify(one))));
}

/** One spelling of a work: its id, or its designation apart from every id. */
const keyOf = ({ standard, designation }: Pick<Neighbour, 'standard' | 'designation'>): string =>
  standard?.id ?? `\u0000${compact(designation)}`;

interface Reached {
  readonly designation: string;
  readonly standard?: Standard;
  readonly steps: readonly DescentStep[];
}

/** What a standard was made of before what it refers to. */
const descending = (catalogue: Catalogue, { id }: Standard): readonly Neighbour[] => {
  const own = catalogue.neighbours(id).filter(({ outgoing }) => outgoing);
  return [...own.filter(({ relation }) => DESCENT.has(relation.type)), ...own.filter(({ relation }) => relation.type === 'references')];
};

/** Everything a standard comes from, the nearest chain to each; what it refers to counts at the first step only. */
function origins(catalogue: Catalogue, start: Standard): ReadonlyMap<string, Reached> {
  const found = new Map<string, Reached>([[start.id, { designation: start.id, standard: start, steps: [] }]]);
  let border: readonly Reached[] = [...found.values()];
  while (border.length > 0) {
    const next: Reached[] = [];
    for (const { designation: from, standard, steps } of border) {
      for (const neighbour of standard ? descending(catalogue, standard) : []) {
        const { relation, designation } = neighbour;
        const key = keyOf(neighbour);
        if (found.has(key) || (relation.type === 'references' && steps.length > 0)) continue;
        const step = { from, to: designation, by: relation.type, evidence: relation.evidence };
        const reached = { designation, ...(neighbour.standard && { standard: neighbour.standard }), steps: [...steps, step] };
        found.set(key, reached);
        // What a cited text comes from says nothing of who cites it
        if (relation.type !== 'references') next.push(reached);
      }
    }
    border = next;
  }
  return found;
}

/**
 * The works that at least two standards come from, along `supersedes`, `adopts`, `transposes`, `incorporates` and `amends`, over any number of steps; and
 * those that both refer to. One of the standards itself counts where another comes from it.
 *
 * @returns those of most standards first, then by steps, then by designation
 */
export function commonAncestors(catalogue: Catalogue, standards: readonly Standard[]): readonly CommonAncestor[] {
  const ancestors = new Map<string, CommonAncestor>();
  for (const one of standards)
    for (const [key, { designation, standard, steps }] of origins(catalogue, one)) {
      const known = ancestors.get(key) ?? { designation, ...(standard && { standard }), descendants: [] };
      ancestors.set(key, { ...known, descendants: [...known.descendants, { id: one.id, steps }] });
    }
  const far = ({ descendants }: CommonAncestor): number => descendants.reduce((sum, { steps }) => sum + steps.length, 0);
  return [...ancestors.values()]
    .filter(({ descendants }) => descendants.length > 1)
    .sort((a, b) => b.descendants.length - a.descendants.length || far(a) - far(b) || (a.designation < b.designation ? -1 : 1));
}

function pairsOf(catalogue: Catalogue, standards: readonly Standard[], { findings }: ComparisonOptions): readonly ComparedPair[] {
  return standards.flatMap(({ id: a }, i) =>
    standards.slice(i + 1).map(({ id: b }) => ({
      a,
      b,
      declared: catalogue.neighbours(a).filter(({ standard }) => standard?.id === b),
      evidence: evidence(catalogue, a, b, findings ? { findings } : {}),
    })),
  );
}

function sharedTerms(ids: readonly StandardId[], pairs: readonly ComparedPair[]): readonly SharedTerm[] {
  const terms = new Map<string, { readonly weight: number; readonly standards: Set<StandardId> }>();
  for (const { a, b, evidence: found } of pairs)
    for (const { term, weight } of found.terms) {
      const known = terms.get(term) ?? { weight, standards: new Set<StandardId>() };
      terms.set(term, known);
      known.standards.add(a).add(b);
    }
  return [...terms]
    .map(([term, { weight, standards }]) => ({ term, weight, standards: ids.filter((id) => standards.has(id)) }))
    .sort((a, b) => b.standards.length - a.standards.length || b.weight - a.weight || (a.term < b.term ? -1 : 1));
}

/**
 * Two to six standards side by side: every column, texts, relations, conflicts and findings with what differs; what titles share; how each came to be,
 * what they come from together, and what every two are to each other.
 *
 * @param ids each once; in the order in which they stand side by side
 * @throws RangeError when there are fewer than two or more than six, one stands twice, or one is not in the catalogue
 */
export function comparison(catalogue: Catalogue, ids: readonly StandardId[], options: ComparisonOptions = {}): Comparison {
  if (ids.length < LEAST_COMPARED || ids.length > MOST_COMPARED || new Set(ids).size < ids.length)
    throw new RangeError(
      `comparison: expected ${String(LEAST_COMPARED)} to ${String(MOST_COMPARED)} standards, each once, got ${ids.join(', ')}`,
    );
  const standards = ids.map((id) => {
    const standard = catalogue.standard(id);
    if (!standard) throw new RangeError(`comparison: expected the id of a standard of the catalogue, got "${id}"`);
    return standard;
  });
  const lists = listsOf(catalogue, standards, options.findings ?? []);
  const pairs = pairsOf(catalogue, standards, options);
  return {
    standards,
    fields: COLUMNS.map((column) => fieldOf(catalogue, standards, column, options)),
    lists,
    differing: new Set(COMPARED_LISTS.filter((list) => differs(listTexts(lists, list)))),
    spans: ids.map((id) =>
      pairs.flatMap(({ a, b, evidence: { terms } }) => (a === id ? terms.flatMap((t) => t.a) : b === id ? terms.flatMap((t) => t.b) : [])),
    ),
    terms: sharedTerms(ids, pairs),
    lineages: ids.flatMap((id) => lineage(catalogue, id) ?? []),
    ancestors: commonAncestors(catalogue, standards),
    pairs,
  };
}
