import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsPatch } from '../../src/analysis/finding-patch.js';
import type { Finding } from '../../src/model/dataset.js';
import { findingsFiles, withFindings } from '../../src/pipeline/findings.js';
import { dataset } from '../fixtures/small.js';

const finding = (given: Partial<Finding> = {}): Finding => ({
  id: 'f1',
  standards: ['ISO 37122', 'ITU-T Y.4000'],
  verdict: 'not-related',
  reason: 'r',
  by: 'analyst',
  date: '2026-11-20',
  ...given,
});
const file = (name: string, ...findings: readonly Finding[]) => ({ name, text: JSON.stringify(findingsPatch(findings)) });

describe('FI7 exported findings in data/sources/findings', () => {
  test('are read by name, JSON files only; a folder that is not there has none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'findings-'));
    for (const name of ['b.json', 'a.json', 'notes.txt']) writeFileSync(join(folder, name), name);
    expect(findingsFiles(folder)).toEqual([
      { name: 'a.json', text: 'a.json' },
      { name: 'b.json', text: 'b.json' },
    ]);
    expect(findingsFiles(join(folder, 'nowhere'))).toEqual([]);
  });

  test('are in every dataset that is built, each once, and what disagrees is said', () => {
    const built = withFindings(dataset({ findings: [] }), [
      file('a.json', finding()),
      file('b.json', finding(), finding({ id: 'f2', verdict: 'overlap', by: 'editor' })),
    ]);
    expect(built.ok).toBe(true);
    expect(built.dataset.findings?.map(({ id }) => id)).toEqual(['f1', 'f2']);
    expect(built.says).toEqual([
      'a.json: 1 of 1 findings are new',
      'b.json: 1 of 2 findings are new',
      'b.json: findings on ISO 37122 and ITU-T Y.4000 disagree: not-related (analyst), overlap (editor)',
    ]);
  });

  test('with a fault stop the run, and say where', () => {
    const built = withFindings(dataset(), [
      file('a.json', finding()),
      file('b.json', finding({ id: 'f2', standards: ['ISO 37122', 'ISO 1'] })),
    ]);
    expect(built.ok).toBe(false);
    expect(built.dataset).toEqual(dataset());
    expect(built.says).toHaveLength(1);
    expect(built.says[0]).toContain('b.json findings[0] "f2": standards[1] "ISO 1" is not a standard.');
  });
});
