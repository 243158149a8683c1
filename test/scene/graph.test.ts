import { describe, expect, test } from 'vitest';
import { LINK_KINDS, NODE_KINDS, type Graph } from '../../src/scene/graph.js';
import { standard } from '../fixtures/small.js';
import { town } from './town.js';

/** The links of a graph as text: `owns ISO/TC 268 > ISO 37122`. */
const links = (graph: Graph): readonly string[] =>
  [...graph.linkKinds].map(
    (kind, l) => `${LINK_KINDS[kind]} ${graph.ids[graph.links[2 * l] ?? -1]} > ${graph.ids[graph.links[2 * l + 1] ?? -1]}`,
  );

describe('G1 a node a record, in a fixed order', () => {
  test('SDOs, committees, topics, standards, each in the order of the dataset', () => {
    const { catalogue, kinds, ids } = town();
    const { sdos, committees, topics, standards } = catalogue;
    expect([...kinds].map((kind, i) => [NODE_KINDS[kind], ids[i]])).toEqual([
      ...sdos.map(({ id }) => ['sdo', id]),
      ...committees.map(({ id }) => ['committee', id]),
      ...topics.map(({ id }) => ['topic', id]),
      ...standards.map(({ id }) => ['standard', id]),
    ]);
  });

  test('every record is found by kind and id; equal ids of different kinds are different nodes', () => {
    const graph = town({ standards: [standard('energy')] });
    graph.ids.forEach((id, i) => expect(graph.indexOf(NODE_KINDS[graph.kinds[i] ?? 0] ?? 'sdo', id)).toBe(i));
    expect(graph.indexOf('standard', 'energy')).not.toBe(graph.indexOf('topic', 'energy'));
    expect(graph.indexOf('committee', 'energy')).toBe(-1);
  });

  test('ids that are names of object properties are ordinary ids', () => {
    const graph = town({ standards: [standard('__proto__'), standard('constructor')] });
    expect(graph.ids[graph.indexOf('standard', '__proto__')]).toBe('__proto__');
    expect(graph.indexOf('standard', 'toString')).toBe(-1);
  });
});

describe('G2 a link says what the dataset says, once a pair', () => {
  test('a committee is part of its parent, else of its SDO; a joint SDO of those it is joint of', () => {
    expect(links(town()).filter((link) => link.startsWith('part-of'))).toEqual([
      'part-of jtc1 > iso',
      'part-of jtc1 > iec',
      'part-of ISO/TC 268 > iso',
      'part-of ISO/TC 268/SC 1 > ISO/TC 268',
      'part-of ITU-T SG20 > itu-t',
      'part-of ISO/IEC JTC 1/SC 41 > jtc1',
      'part-of ITU-T Q1/20 > ITU-T SG20',
      'part-of J-SCTF > itu-t',
    ]);
  });

  test('a standard is owned by its committees, the leading one first; by its SDO when it names none', () => {
    const graph = town({
      standards: [
        standard('ISO 9', { committees: ['ISO/TC 268/SC 1', 'ISO/TC 268'] }),
        standard('IEC 5', { publishers: ['iec'], committees: [] }),
      ],
    });
    expect(links(graph).filter((link) => link.startsWith('owns'))).toEqual([
      'owns ISO/TC 268/SC 1 > ISO 9',
      'owns ISO/TC 268 > ISO 9',
      'owns iec > IEC 5',
    ]);
  });

  test('a relation told from both sides is one link; one that leaves the dataset and one to itself are none', () => {
    const relation = (to: string, external = false) => ({ type: 'complements' as const, to, external, evidence: 'told' });
    const graph = town({
      standards: [
        standard('ISO 1', { relations: [relation('ISO 2'), relation('ISO 1'), relation('IEEE 7', true)] }),
        standard('ISO 2', { relations: [relation('ISO 1')] }),
      ],
    });
    expect(links(graph).filter((link) => link.startsWith('relation'))).toEqual(['relation ISO 1 > ISO 2']);
  });
});

describe('G3 shipped positions', () => {
  test('stand in the order of the nodes, not a number where a record carries none', () => {
    const graph = town({ standards: [standard('ISO 1', { xy: [3, -4] }), standard('ISO 2')] });
    const [one, two] = [graph.indexOf('standard', 'ISO 1'), graph.indexOf('standard', 'ISO 2')];
    expect([...graph.shipped.subarray(2 * one, 2 * one + 2), ...graph.shipped.subarray(2 * two, 2 * two + 2)]).toEqual([3, -4, NaN, NaN]);
  });
});
