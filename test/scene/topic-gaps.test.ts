import { describe, expect, test } from 'vitest';
import type { Axis, Cell, CellState, Coverage } from '../../src/analysis/cell.js';
import { topicGaps } from '../../src/scene/topic-gaps.js';

const cell = (row: string, column: string, state: CellState, gap = false): Cell => ({
  row,
  column,
  state,
  gap,
  standards: [],
  works: 0,
  inForce: 0,
  underDevelopment: 0,
  informative: 0,
  unknown: 0,
  beyond: 0,
  sdos: [],
  effectiveSdos: 0,
  covering: 0,
  reasons: [],
});
const matrix = (rows: Axis, columns: Axis, cells: readonly Cell[]): Coverage => ({
  rows,
  columns,
  rowHeadings: [],
  columnHeadings: [],
  cells,
  at: '',
  scope: 0,
  unplaced: 0,
});

describe('C8 gaps and thin cells are counted by topic', () => {
  test('for the topics of rows and of columns; what is covered, uncovered without expectation or unknown counts for none', () => {
    const coverage = matrix('domain', 'capability', [
      cell('energy', 'security', 'uncovered', true),
      cell('energy', 'data', 'single-source'),
      cell('mobility', 'security', 'informative-only', true),
      cell('mobility', 'data', 'covered'),
      cell('water', 'security', 'uncovered'),
      cell('water', 'data', 'no-data'),
      cell('health', 'security', 'crowded'),
      cell('health', 'data', 'ageing'),
    ]);
    expect([...topicGaps(coverage)]).toEqual([
      ['energy', { gaps: 1, thin: 1 }],
      ['mobility', { gaps: 1, thin: 0 }],
      ['health', { gaps: 0, thin: 1 }],
      ['security', { gaps: 2, thin: 0 }],
      ['data', { gaps: 0, thin: 2 }],
    ]);
  });

  test('a gap is no thin cell, whatever its state', () => {
    for (const state of ['being-filled', 'informative-only'] as const) {
      expect([...topicGaps(matrix('topic', 'sdo', [cell('energy', 'iso', state, true)])).values()]).toEqual([{ gaps: 1, thin: 0 }]);
      expect([...topicGaps(matrix('topic', 'sdo', [cell('energy', 'iso', state)])).values()]).toEqual([{ gaps: 0, thin: 1 }]);
    }
  });

  test('roles and SDOs are no topics, and a topic with itself is one cell', () => {
    expect([...topicGaps(matrix('role', 'sdo', [cell('security', 'iso', 'single-source')]))]).toEqual([]);
    const square = matrix('topic', 'topic', [cell('energy', 'energy', 'ageing'), cell('energy', 'water', 'ageing')]);
    expect([...topicGaps(square)]).toEqual([
      ['energy', { gaps: 0, thin: 2 }],
      ['water', { gaps: 0, thin: 1 }],
    ]);
  });

  test('the same matrix gives the same map', () => {
    const coverage = matrix('topic', 'sdo', [cell('energy', 'iso', 'ageing')]);
    expect(topicGaps(coverage)).toBe(topicGaps(coverage));
  });
});
