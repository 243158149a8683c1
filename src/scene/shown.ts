import { isBy } from '../analysis/days.js';
import type { PartialDate, StandardId } from '../model/dataset.js';
import { linkCode, nodeCode, type Graph } from './graph.js';
import { around, neighboursOf } from './neighbours.js';

/**
 * Which nodes a filter leaves, one byte a node.
 *
 * A committee, topic or SDO is shown while a visible standard leads to it; a group that neither owns standards nor has a group below it
 * that does (a Question, a coordination activity) is shown while the committee or SDO it belongs to is, on a past day from the day on when it
 * was created, where that is known.
 *
 * @param at the day that is shown; empty: the latest. Default `""`
 * @param about what the picture is made for: no silent group is shown then, and of the topics those of these. Default: it is of everything alike
 */
export function shownNodes(graph: Graph, visible: ReadonlySet<StandardId>, at: PartialDate = '', about?: ReadonlySet<string>): Uint8Array {
  const { catalogue, kinds, ids, links, linkKinds } = graph;
  const shown = new Uint8Array(ids.length);
  const [standard, committee, topic] = [nodeCode('standard'), nodeCode('committee'), nodeCode('topic')];
  const [relation, partOf] = [linkCode('relation'), linkCode('part-of')];
  for (let node = ids.length - 1; kinds[node] === standard; node--) if (visible.has(ids[node] ?? '')) shown[node] = 1;
  // Committees, SDOs and topics are the first end of a link, their standards the second
  for (let link = 0; link < linkKinds.length; link++) {
    if (linkKinds[link] === relation || linkKinds[link] === partOf) continue;
    if (shown[links[2 * link + 1] ?? 0] === 1) shown[links[2 * link] ?? 0] = 1;
  }
  const show = (node: number): void => {
    if (node >= 0) shown[node] = 1;
  };
  for (let node = 0; node < ids.length; node++) {
    if (about && kinds[node] === topic && !about.has(ids[node] ?? '')) shown[node] = 0;
    if (kinds[node] !== committee || shown[node] !== 1) continue;
    for (const above of catalogue.path(ids[node] ?? '')) {
      show(graph.indexOf('committee', above.id));
      show(graph.indexOf('sdo', above.sdo));
    }
  }
  for (const group of about ? [] : silentGroups(graph)) {
    const { created } = catalogue.committee(group) ?? {};
    if (at !== '' && created !== undefined && !isBy(created, at)) continue;
    const above = catalogue.path(group)[1];
    const sdo = catalogue.committee(group)?.sdo ?? '';
    if (shown[above ? graph.indexOf('committee', above.id) : graph.indexOf('sdo', sdo)] === 1) show(graph.indexOf('committee', group));
  }
  return shown;
}

const memo = new WeakMap<Graph, readonly string[]>();

/** Groups without standards of their own or below them, parents before children. */
function silentGroups(graph: Graph): readonly string[] {
  const known = memo.get(graph);
  if (known) return known;
  const { catalogue } = graph;
  const owners = new Set<string>();
  for (const { committees } of catalogue.standards) for (const id of committees) owners.add(id);
  const busy = new Set([...owners].flatMap((id) => catalogue.path(id).map((c) => c.id)));
  const silent = catalogue.committees.map((c) => c.id).filter((id) => !busy.has(id));
  const groups = silent.sort((a, b) => catalogue.path(a).length - catalogue.path(b).length);
  memo.set(graph, groups);
  return groups;
}

/**
 * The neighbourhood of selected nodes, one byte a node: themselves and what they are linked to; a standard brings its committees up to the
 * SDO, a committee or an SDO everything below it.
 */
export function neighbourhood(graph: Graph, selected: readonly number[]): Uint8Array {
  const near = new Uint8Array(graph.ids.length);
  for (const node of selected) {
    near[node] = 1;
    for (const other of around(graph, node)) near[other] = 1;
    const kind = graph.kinds[node];
    if (kind === nodeCode('standard')) climb(graph, node, near);
    else if (kind !== nodeCode('topic')) {
      climb(graph, node, near);
      descend(graph, node, near);
    }
  }
  return near;
}

function climb(graph: Graph, node: number, near: Uint8Array): void {
  const { catalogue } = graph;
  const id = graph.ids[node] ?? '';
  const standard = graph.kinds[node] === nodeCode('standard') ? catalogue.standard(id) : undefined;
  for (const committee of standard ? standard.committees : [id]) {
    for (const above of catalogue.path(committee)) {
      near[graph.indexOf('committee', above.id)] = 1;
      near[graph.indexOf('sdo', above.sdo)] = 1;
    }
  }
}

/** Follows `part-of` and `owns` links away from the SDO. */
function descend(graph: Graph, node: number, near: Uint8Array): void {
  const { offsets, nodes, links } = neighboursOf(graph);
  const down = new Set([linkCode('owns'), linkCode('part-of')]);
  const pending = [node];
  const seen = new Set(pending);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (let l = offsets[at] ?? 0; l < (offsets[at + 1] ?? 0); l++) {
      const [other, link] = [nodes[l] ?? 0, links[l] ?? 0];
      // Of a part-of link the first end is the part; an owned standard is a leaf.
      const isBelow =
        down.has(graph.linkKinds[link] ?? -1) &&
        (graph.linkKinds[link] === linkCode('owns') ? graph.links[2 * link] === at : graph.links[2 * link] === other);
      if (!isBelow || seen.has(other)) continue;
      seen.add(other);
      near[other] = 1;
      pending.push(other);
    }
  }
}
