import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/scene/graph.js';
import { neighbourhood } from '../../src/scene/near.js';
import { shownNodes } from '../../src/scene/shown.js';
import { everything, town } from './town.js';

const names = (graph: Graph, flags: Uint8Array): readonly string[] => graph.ids.filter((_, i) => flags[i] === 1);

describe('S1 what a filter leaves', () => {
  test('a standard brings its committees with all above them, their SDO and its topics; nothing else', () => {
    const graph = town();
    expect(names(graph, shownNodes(graph, new Set(['ISO/TS 37151'])))).toEqual([
      'iso',
      'ISO/TC 268',
      'ISO/TC 268/SC 1',
      'energy',
      'assessment',
      'ISO/TS 37151',
    ]);
  });

  test('groups that own nothing are shown with the committee or the SDO they belong to', () => {
    const graph = town();
    const shown = names(graph, shownNodes(graph, new Set(['ITU-T Y.4000'])));
    expect(shown).toContain('ITU-T Q1/20');
    expect(shown).toContain('J-SCTF');
    expect(names(graph, shownNodes(graph, new Set(['ISO 37122'])))).not.toContain('ITU-T Q1/20');
  });

  test('PR20 in a picture that is made for some records there are neither silent groups nor other topics', () => {
    const graph = town();
    const visible = new Set(['ITU-T Y.4000', 'ISO/TS 37151']);
    const shown = names(graph, shownNodes(graph, visible, '', new Set(['ITU-T Y.4000', 'energy'])));
    expect(shown).toContain('ITU-T SG20');
    expect(shown).not.toContain('ITU-T Q1/20');
    expect(shown).not.toContain('J-SCTF');
    expect(shown).toContain('energy');
    expect(shown).not.toContain('assessment');
  });

  test('a committee that owns standards is hidden with the last of them', () => {
    const graph = town();
    expect(names(graph, shownNodes(graph, new Set(['ISO 37122'])))).not.toContain('ISO/TC 268/SC 1');
  });

  test('a standard without a committee brings its SDO', () => {
    const graph = town();
    expect(names(graph, shownNodes(graph, new Set(['IEC 5'])))).toEqual(['iec', 'energy', 'IEC 5']);
  });

  test('an empty filter result shows nothing, everything shows all', () => {
    const graph = town();
    expect(names(graph, shownNodes(graph, new Set()))).toEqual([]);
    expect(names(graph, shownNodes(graph, everything(graph)))).toEqual([...graph.ids]);
  });
});

describe('S2 what is near a selection', () => {
  const near = (kind: Parameters<Graph['indexOf']>[0], id: string): readonly string[] => {
    const graph = town();
    return names(graph, neighbourhood(graph, [graph.indexOf(kind, id)]));
  };

  test('of a standard: its committees up to the SDO, its topics, its related standards in both directions', () => {
    expect(near('standard', 'ISO/TS 37151')).toEqual(['iso', 'ISO/TC 268', 'ISO/TC 268/SC 1', 'energy', 'assessment', 'ISO/TS 37151']);
    expect(near('standard', 'ISO 37122')).toContain('ISO/IEC 30141');
    expect(near('standard', 'ISO/IEC 30141')).toContain('ISO 37122');
  });

  test('of a committee: everything below it and the way up, no sister', () => {
    expect(near('committee', 'ISO/TC 268')).toEqual([
      'iso',
      'ISO/TC 268',
      'ISO/TC 268/SC 1',
      'ISO 37122',
      'ISO/TS 37151',
      'ISO 1',
      'ISO 2',
      'ISO 3',
      'ISO 4',
    ]);
    expect(near('committee', 'ISO/TC 268/SC 1')).toEqual(['iso', 'ISO/TC 268', 'ISO/TC 268/SC 1', 'ISO/TS 37151']);
  });

  test('of an SDO: all its committees and standards', () => {
    const all = near('sdo', 'itu-t');
    expect(all).toEqual(['itu-t', 'ITU-T SG20', 'ITU-T Q1/20', 'J-SCTF', 'ITU-T Y.4903/L.1603', 'ITU-T Y.4000']);
  });

  test('of a topic: its standards only', () => {
    expect(near('topic', 'energy')).toEqual(['energy', 'ISO/TS 37151', 'IEC 5']);
  });
});
