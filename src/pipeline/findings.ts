import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFindings } from '../analysis/finding-patch.js';
import type { Dataset } from '../model/dataset.js';

/** A file of findings as a map exports it. */
export interface FindingsFile {
  readonly name: string;
  readonly text: string;
}

/** The files of findings in a folder, by name; none where there is no folder. */
export function findingsFiles(folder: string): readonly FindingsFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** A dataset with findings, and what has to be said of them: what is wrong, or what disagrees. */
export interface WithFindings {
  readonly dataset: Dataset;
  /** Lines for a reader; with `ok` false at least one. */
  readonly says: readonly string[];
  readonly ok: boolean;
}

/**
 * Adds exported findings to a dataset, file by file, each finding once.
 *
 * A file with a fault leaves the dataset as it was; contradictions are said and both sides kept.
 */
export function withFindings(dataset: Dataset, files: readonly FindingsFile[]): WithFindings {
  let current = dataset;
  const says: string[] = [];
  for (const { name, text } of files) {
    const applied = applyFindings(current, text, { name });
    if (!applied.ok) return { dataset, ok: false, says: applied.issues.map(({ message }) => message) };
    current = applied.dataset;
    says.push(`${name}: ${String(applied.added.length)} of ${String(applied.count)} findings are new`);
    for (const conflict of applied.conflicts) {
      says.push(
        conflict.kind === 'id'
          ? `${name}: the id "${conflict.kept.id}" stands for two findings; this one is "${conflict.renamed.id}" now`
          : `${name}: findings on ${conflict.a} and ${conflict.b} disagree: ${conflict.findings.map(({ verdict, by }) => `${verdict} (${by})`).join(', ')}`,
      );
    }
  }
  return { dataset: current, ok: true, says };
}
