import { isBy } from '../analysis/days.js';
import type { PartialDate, StandardId } from '../model/dataset.js';
import { linkCode, nodeCode, type Graph } from './graph.js';

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
