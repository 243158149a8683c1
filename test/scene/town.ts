import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { buildGraph, type Graph } from '../../src/scene/graph.js';
import type { NodeRef } from '../../src/scene/scene.js';
import { dataset, standard } from '../fixtures/small.js';

/** The small landscape with a Question and a coordination group that own nothing, standards of every status, and one of no committee. */
export const town = (given: Partial<Dataset> = {}): Graph => {
  const small = dataset();
  return buildGraph(
    catalogue({
      ...small,
      committees: [
        ...small.committees,
        { id: 'ITU-T Q1/20', title: 'Interworking', sdo: 'itu-t', kind: 'question', parent: 'ITU-T SG20' },
        { id: 'J-SCTF', title: 'Joint Smart Cities Task Force', sdo: 'itu-t', kind: 'task-force' },
      ],
      standards: [
        ...small.standards,
        standard('ISO 1', { status: 'proposed', topics: ['mobility'] }),
        standard('ISO 2', { status: 'under-revision', topics: ['mobility'] }),
        standard('ISO 3', { status: 'superseded', topics: ['mobility'] }),
        standard('ISO 4', { status: 'withdrawn', topics: ['mobility'] }),
        standard('IEC 5', { status: 'unknown', publishers: ['iec'], committees: [], topics: ['energy'] }),
      ],
      ...given,
    }),
  );
};

export const node = (kind: NodeRef['kind'], id: string): NodeRef => ({ kind, id });

/** Positions on a line, far enough apart for nothing to matter. */
export const line = (graph: Graph): Float32Array =>
  Float32Array.from({ length: 2 * graph.ids.length }, (_, i) => (i % 2 === 0 ? 100 * i : 0));

export const everything = (graph: Graph): ReadonlySet<string> => new Set(graph.catalogue.standards.map(({ id }) => id));
