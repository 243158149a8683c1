import type { LayoutInput } from '../layout/input.js';
import type { Standard } from '../model/dataset.js';
import { linkCode, nodeCode, type Graph } from './graph.js';

/** Room of a standard, in layout units: the unit of the whole drawing. */
const ROOM = 8;

interface Rooms {
  readonly radii: Float32Array;
  readonly charges: Float32Array;
  readonly gravity: Float32Array;
}

/** Nodes of the core picture: core standards, their leading committees with all ancestors, every SDO and topic. */
function stagesOf(graph: Graph): Uint8Array {
  const { catalogue } = graph;
  const stages = new Uint8Array(graph.ids.length).fill(1);
  const early = (node: number): void => {
    if (node >= 0) stages[node] = 0;
  };
  for (const sdo of catalogue.sdos) early(graph.indexOf('sdo', sdo.id));
  for (const topic of catalogue.topics) early(graph.indexOf('topic', topic.id));
  for (const standard of catalogue.standards) {
    if (standard.tier !== 'core') continue;
    early(graph.indexOf('standard', standard.id));
    for (const id of standard.committees) for (const committee of catalogue.path(id)) early(graph.indexOf('committee', committee.id));
  }
  for (const committee of catalogue.committees) {
    if (isWithoutStandards(graph, committee.id)) early(graph.indexOf('committee', committee.id));
  }
  return stages;
}

/** True for a coordination group: neither it nor any group below it owns a standard. */
export function isWithoutStandards(graph: Graph, id: string): boolean {
  const { catalogue } = graph;
  return catalogue.standardsOf(id).length === 0 && catalogue.children(id).every((child) => isWithoutStandards(graph, child.id));
}

function roomsOf(graph: Graph): Rooms {
  const n = graph.ids.length;
  const radii = new Float32Array(n);
  const charges = new Float32Array(n);
  const gravity = new Float32Array(n);
  const room = { sdo: 44, committee: 20, topic: 40, standard: ROOM };
  const charge = { sdo: -900, committee: -160, topic: -700, standard: -28 };
  const pull = { sdo: 0.02, committee: 0.01, topic: 0.05, standard: 0.01 };
  for (const kind of ['sdo', 'committee', 'topic', 'standard'] as const) {
    const code = nodeCode(kind);
    graph.kinds.forEach((k, i) => {
      if (k === code) [radii[i], charges[i], gravity[i]] = [room[kind], charge[kind], pull[kind]];
    });
  }
  return { radii, charges, gravity };
}

const leads = (standard: Standard | undefined, committee: string): boolean => standard?.committees[0] === committee;

/** Forces of the whole graph. */
export function layoutInput(graph: Graph): LayoutInput {
  const m = graph.linkKinds.length;
  const strengths = new Float32Array(m);
  const distances = new Float32Array(m);
  const degree = new Uint32Array(graph.ids.length);
  for (const node of graph.links) degree[node] = (degree[node] ?? 0) + 1;
  const [owns, partOf, about] = [linkCode('owns'), linkCode('part-of'), linkCode('about')];
  for (let l = 0; l < m; l++) {
    const [a, b] = [graph.links[2 * l] ?? 0, graph.links[2 * l + 1] ?? 0];
    const kind = graph.linkKinds[l];
    if (kind === owns) {
      const lead = leads(graph.catalogue.standard(graph.ids[b] ?? ''), graph.ids[a] ?? '') || graph.kinds[a] === nodeCode('sdo');
      strengths[l] = lead ? 0.6 : 0.05;
      distances[l] = 24;
    } else if (kind === partOf) {
      strengths[l] = 0.25;
      distances[l] = 90;
    } else if (kind === about) {
      strengths[l] = 0.012;
      distances[l] = 120;
    } else {
      strengths[l] = 0.04;
      distances[l] = 30;
    }
  }
  return { count: graph.ids.length, links: graph.links, strengths, distances, ...roomsOf(graph), stages: stagesOf(graph) };
}
