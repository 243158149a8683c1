import type { FoldedWork } from './editions.js';
import type { Statement } from './relations.js';
import type { Report } from './report.js';

const dateOf = (work: FoldedWork | undefined): string => work?.latest.date ?? '';

/**
 * Supersessions without cycles: of two statements that contradict each other, the one whose subject is older goes, and every statement
 * that would close a longer circle goes as well; each is named in the report.
 */
export function withoutCycles(
  statements: readonly Statement[],
  works: ReadonlyMap<string, FoldedWork>,
  report: Report,
): readonly Statement[] {
  const next = new Map<string, Set<string>>();
  const reaches = (from: string, to: string): boolean => {
    const pending = [from];
    const seen = new Set<string>();
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (id === to) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      pending.push(...(next.get(id) ?? []));
    }
    return false;
  };
  const ahead = (statement: Statement): string => dateOf(works.get(statement.subject));
  // Newest subjects first, so that what closes a circle is the statement of the oldest one.
  const ordered = statements
    .filter(({ relation }) => relation.type === 'supersedes' && relation.external !== true)
    .sort((a, b) => (ahead(a) < ahead(b) ? 1 : ahead(a) > ahead(b) ? -1 : a.subject < b.subject ? -1 : 1));
  const dropped = new Set<Statement>();
  for (const statement of ordered) {
    const { subject, relation } = statement;
    if (subject === relation.to || reaches(relation.to, subject)) {
      dropped.add(statement);
      report.add(3, `${subject} supersedes ${relation.to} would close a circle: ${relation.evidence}`);
    } else next.set(subject, (next.get(subject) ?? new Set()).add(relation.to));
  }
  return statements.filter((statement) => !dropped.has(statement));
}

/**
 * Trap 27 between works: a work that is withdrawn, and that a published newer work supersedes, is superseded. A draft that will replace
 * a text leaves the status of that text alone.
 *
 * @param promoted works that are superseded although their catalogue still lists them as current (trap 15)
 */
export function settleStatuses(
  works: readonly FoldedWork[],
  statements: readonly Statement[],
  promoted: ReadonlySet<string>,
  report: Report,
): readonly FoldedWork[] {
  const published = new Set(works.filter((work) => work.latest.name.kind === 'edition').map((work) => work.id));
  const newer = new Map<string, string>();
  for (const { subject, relation } of statements)
    if (relation.type === 'supersedes' && published.has(subject)) newer.set(relation.to, subject);
  return works.map((work) => {
    const by = newer.get(work.id);
    if (by === undefined || (work.status !== 'withdrawn' && !promoted.has(work.id))) return work;
    if (work.status === 'withdrawn') report.add(27, `${work.id} is superseded by ${by}`);
    return { ...work, status: 'superseded', editions: work.editions.map((edition) => ({ ...edition, status: 'superseded' })) };
  });
}
