import type { Catalogue } from '../model/catalogue.js';
import type { Relation, RelationType, Standard, StandardId } from '../model/dataset.js';
import type { Coordination, CoordinationStep } from './coordination.js';
import { compact } from './fold.js';

/**
 * Relations that join two standards. `references` and `complements` name a neighbour, not a partner; `amends` does not stand here because
 * amendments are editions of their text.
 *
 * @source analysis.md, coordinated
 */
export const COORDINATING: ReadonlySet<RelationType> = new Set<RelationType>([
  'same-text',
  'twin',
  'adopts',
  'transposes',
  'incorporates',
  'supersedes',
  'part-of',
]);
/** Relations between two publications of one text. */
const TWINS: ReadonlySet<RelationType> = new Set<RelationType>(['same-text', 'twin', 'adopts', 'transposes']);

/** A relation as an edge between two texts; a standard of the dataset by its id, any other by one spelling of its designation. */
interface Edge {
  readonly to: string;
  readonly step: CoordinationStep;
}

interface Graph {
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  /** Number of the work that a text belongs to; a text without edges has none. */
  readonly works: ReadonlyMap<string, number>;
}

/** Key of a text outside the dataset, apart from every id. */
const outside = (designation: string): string => `\u0000${compact(designation)}`;

function addEdge(edges: Map<string, Edge[]>, from: string, edge: Edge): void {
  const list = edges.get(from);
  if (list) list.push(edge);
  else edges.set(from, [edge]);
}

function addRelation(edges: Map<string, Edge[]>, catalogue: Catalogue, subject: Standard, relation: Relation): void {
  if (!COORDINATING.has(relation.type)) return;
  const known = catalogue.standard(relation.to) ?? catalogue.find(relation.to);
  if (known === subject) return;
  const to = known?.id ?? outside(relation.to);
  const step = {
    by: relation.type,
    evidence: relation.evidence,
    ...(relation.source === undefined ? {} : { source: relation.source }),
  };
  const name = known?.id ?? relation.to;
  addEdge(edges, subject.id, { to, step: { from: subject.id, to: name, ...step } });
  addEdge(edges, to, { to: subject.id, step: { from: name, to: subject.id, ...step } });
}

/** Every text that edges join has one number, so that no chain is looked for where there is none. */
function worksIn(edges: Graph['edges']): Graph['works'] {
  const works = new Map<string, number>();
  let number = 0;
  for (const start of edges.keys()) {
    if (works.has(start)) continue;
    const open = [start];
    works.set(start, ++number);
    for (let text = open.pop(); text !== undefined; text = open.pop())
      for (const { to } of edges.get(text) ?? []) {
        if (works.has(to)) continue;
        works.set(to, number);
        open.push(to);
      }
  }
  return works;
}

const memo = new WeakMap<Catalogue, Graph>();

function graphOf(catalogue: Catalogue): Graph {
  const known = memo.get(catalogue);
  if (known) return known;
  const edges = new Map<string, Edge[]>();
  for (const standard of catalogue.standards)
    for (const relation of standard.relations ?? []) addRelation(edges, catalogue, standard, relation);
  const graph = { edges, works: worksIn(edges) };
  memo.set(catalogue, graph);
  return graph;
}

/** How each text that can be reached was reached, nearest first; the start itself not included. */
function reached({ edges }: Graph, from: StandardId, until?: StandardId): ReadonlyMap<string, Edge & { readonly before: string }> {
  const found = new Map<string, Edge & { readonly before: string }>();
  let border: readonly string[] = [from];
  while (border.length > 0 && (until === undefined || !found.has(until))) {
    const next: string[] = [];
    for (const before of border)
      for (const edge of edges.get(before) ?? []) {
        if (edge.to === from || found.has(edge.to)) continue;
        found.set(edge.to, { ...edge, before });
        next.push(edge.to);
      }
    border = next;
  }
  return found;
}

const isOneWork = ({ works }: Graph, a: StandardId, b: StandardId): boolean => works.has(a) && works.get(a) === works.get(b);

function chain(graph: Graph, a: StandardId, b: StandardId): readonly CoordinationStep[] | undefined {
  if (!isOneWork(graph, a, b)) return undefined;
  const found = reached(graph, a, b);
  const steps: CoordinationStep[] = [];
  for (let at: string = b; at !== a;) {
    const edge = found.get(at);
    if (edge === undefined) return undefined;
    steps.unshift(edge.step);
    at = edge.before;
  }
  return steps;
}

/** Whether a chain of declared relations joins two standards: known at once, without the chain. */
export const isJoined = (catalogue: Catalogue, a: StandardId, b: StandardId): boolean => a !== b && isOneWork(graphOf(catalogue), a, b);

/** The step between two standards of one committee. */
function throughCommittee(catalogue: Catalogue, a: Standard, b: Standard): CoordinationStep | undefined {
  const shared = a.committees.find((id) => b.committees.includes(id));
  if (shared === undefined) return undefined;
  const title = catalogue.committee(shared)?.title;
  return { from: a.id, to: b.id, by: 'committee', committee: shared, evidence: `Both belong to ${shared}${title ? ` (${title})` : ''}` };
}

/** Other publications of a standard's own text, in order of the dataset's relations. */
function twinsOf(catalogue: Catalogue, { edges }: Graph, id: StandardId): readonly (readonly [Standard, CoordinationStep])[] {
  return (edges.get(id) ?? []).flatMap(({ to, step }) => {
    const twin = step.by !== 'committee' && TWINS.has(step.by) ? catalogue.standard(to) : undefined;
    return twin ? [[twin, step] as const] : [];
  });
}

/** From a over its twin to b, which belongs to the twin's committee. */
function overTwin(catalogue: Catalogue, graph: Graph, a: Standard, b: Standard): readonly CoordinationStep[] | undefined {
  for (const [twin, step] of twinsOf(catalogue, graph, a.id)) {
    const last = throughCommittee(catalogue, twin, b);
    if (last) return [step, last];
  }
  return undefined;
}

/** Two texts of a series that two committees publish together: each has a twin with the committee of the other. */
function inJointSeries(catalogue: Catalogue, graph: Graph, a: Standard, b: Standard): readonly CoordinationStep[] | undefined {
  const there = overTwin(catalogue, graph, a, b);
  return there && overTwin(catalogue, graph, b, a) ? there : undefined;
}

/**
 * Why two standards are coordinated: the shortest chain of declared relations between them, over texts outside the dataset where it
 * leads there; else the committee that both name; else that both belong to a series which their committees publish together.
 *
 * A committee counts for itself only: two subcommittees of one parent (JTC 1) plan apart, and a chain never leads through one.
 *
 * @returns undefined when nothing joins them, when one of them is not in the catalogue, and for one standard with itself
 */
export function coordinated(catalogue: Catalogue, a: StandardId, b: StandardId): Coordination | undefined {
  const first = catalogue.standard(a);
  const second = catalogue.standard(b);
  if (!first || !second || a === b) return undefined;
  const graph = graphOf(catalogue);
  const declared = chain(graph, a, b);
  const committee = throughCommittee(catalogue, first, second);
  if (declared && (committee === undefined || declared.length === 1)) return { steps: declared };
  if (committee) return { steps: [committee] };
  const series = inJointSeries(catalogue, graph, first, second);
  return series && { steps: series };
}

/**
 * The standards that a chain of declared relations joins to one, nearest first: what counts as one work with it.
 *
 * Those that only share a committee with it are `catalogue.standardsOf`; they are coordinated, and works of their own.
 */
export function coordinatedWith(catalogue: Catalogue, id: StandardId): readonly StandardId[] {
  const graph = graphOf(catalogue);
  if (!graph.edges.has(id)) return [];
  return [...reached(graph, id).keys()].filter((key) => catalogue.standard(key) !== undefined);
}
