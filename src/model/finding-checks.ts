import { cycleText } from './cycle-text.js';
import { checkCycles } from './cycles.js';
import { excerpt, type PathStep } from './issue.js';
import type { ProblemSink } from './issues.js';
import { isFields, records, textOf, type Fields } from './raw.js';

const textsOf = (value: unknown): readonly (string | undefined)[] => (Array.isArray(value) ? value.map(textOf) : []);

/** A finding before it is known to be one. */
interface Found {
  readonly record: Fields;
  readonly path: readonly PathStep[];
  /** What it is about; undefined where no text stands. */
  readonly standards: readonly (string | undefined)[];
}

function checkStandards({ standards, path }: Found, list: ProblemSink): void {
  for (const [at, id] of standards.entries()) {
    const earlier = standards.indexOf(id);
    if (id === undefined || earlier === at) continue;
    const says = `is already standards[${String(earlier)}] of this finding`;
    list.add({ code: 'duplicate', path: [...path, 'standards', at], says, remedy: 'Name every standard once' });
  }
}

/** Clauses belong to the standards of the finding, and a conflict names one of each. */
function checkClauses({ record, standards, path }: Found, list: ProblemSink): void {
  const named = new Set<string>();
  const about = standards.filter((id) => id !== undefined);
  const clauses: readonly unknown[] = Array.isArray(record['clauses']) ? record['clauses'] : [];
  for (const [at, clause] of clauses.entries()) {
    const id = isFields(clause) ? textOf(clause['standard']) : undefined;
    if (id === undefined) continue;
    named.add(id);
    if (about.includes(id)) continue;
    const where = [...path, 'clauses', at, 'standard'];
    list.add({ code: 'reference', path: where, says: 'is not a standard that this finding is about', candidates: about });
  }
  if (record['verdict'] !== 'conflict') return;
  const missing = [...new Set(about)].filter((id) => !named.has(id));
  if (missing.length === 0) return;
  list.add({
    code: 'missing',
    path: [...path, 'clauses'],
    says: `names no clause of ${missing.map(excerpt).join(' and ')}, where a conflict names at least one of each standard`,
    quoted: false,
    remedy: 'Name the clauses that contradict each other',
  });
}

/** A finding takes the place of others on the same ground only. */
function checkReplaced({ record, standards, path }: Found, byId: ReadonlyMap<string, Found>, list: ProblemSink): void {
  for (const [at, id] of textsOf(record['replaces']).entries()) {
    const replaced = id === undefined ? undefined : byId.get(id);
    if (!replaced || id === record['id']) continue;
    const shared = new Set(replaced.standards.filter((one) => standards.includes(one)));
    if (shared.size >= 2) continue;
    list.add({
      code: 'reference',
      path: [...path, 'replaces', at],
      says: 'is about other standards',
      remedy: 'A finding takes the place of earlier findings that share at least two standards with it',
    });
  }
}

/**
 * What findings have to keep beyond their shape: every standard once, clauses of their own standards, one of each for a conflict, and earlier
 * findings that they may take the place of.
 */
export function checkFindings(root: Fields, list: ProblemSink): void {
  const all: readonly Found[] = records(root, 'findings').map(([record, index]) => ({
    record,
    path: ['findings', index],
    standards: textsOf(record['standards']),
  }));
  const byId = new Map<string, Found>();
  for (const found of all) {
    const id = textOf(found.record['id']);
    if (id !== undefined && !byId.has(id)) byId.set(id, found);
  }
  for (const found of all) {
    checkStandards(found, list);
    checkClauses(found, list);
    checkReplaced(found, byId, list);
  }
  const next = new Map([...byId].map(([id, { record }]) => [id, textsOf(record['replaces']).filter((one) => one !== undefined)] as const));
  checkCycles(next, (cycle) => {
    const path = [...(byId.get(cycle[0] ?? '')?.path ?? []), 'replaces'];
    list.add({ code: 'cycle', path, says: `make a finding take its own place: ${cycleText(cycle)}`, quoted: false });
  });
}
