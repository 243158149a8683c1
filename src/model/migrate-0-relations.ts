import type { Work0 } from './migrate-0-rows.js';
import { RELATIONS } from './migrate-0-words.js';
import type { Fields } from './raw.js';

/** The relations of version 1 by the work that carries them, and what could not become one. */
export interface Related {
  readonly relations: ReadonlyMap<string, readonly Fields[]>;
  readonly dropped: readonly string[];
}

/** Newest text of a work, then its id: superseding leads from later to earlier works only, so that it never turns in a circle. */
const rankOf = ({ id, rows }: Work0): string =>
  `${
    rows
      .map(({ date }) => date ?? '')
      .sort()
      .at(-1) ?? ''
  } ${id}`;

/** Relations of texts as relations of their works; between two texts of one work the order of its editions says it. */
export function relationsOf(works: readonly Work0[]): Related {
  const byName = new Map(works.flatMap((work) => [[work.id, work] as const, ...work.rows.map((row) => [row.id, work] as const)]));
  const relations = new Map<string, Fields[]>();
  const seen = new Set<string>();
  const lost = new Map<string, number>();
  const lose = (why: string): void => void lost.set(why, (lost.get(why) ?? 0) + 1);
  const state = (subject: string, type: string, to: string, isOutside: boolean, evidence: string, source: string): void => {
    const key = `${subject}\n${type}\n${to}`;
    if (seen.has(key)) return;
    seen.add(key);
    const list = relations.get(subject) ?? [];
    relations.set(subject, list);
    list.push({ type, to, ...(isOutside && { external: true }), evidence, source });
  };
  for (const work of works)
    for (const { catalogue, relations: stated } of work.rows)
      for (const { type, to, isInferred } of stated) {
        const form = RELATIONS.get(type);
        const other = byName.get(to);
        const evidence = isInferred ? 'order of the editions' : `catalogue: ${type}`;
        if (!form || to === '') {
          if (type !== 'hasEdition' && type !== 'editionOf') lose(`of the type "${type}", which version 1 does not have`);
          else if (other !== work) lose('that name an edition of another number');
        } else if (!other) {
          if (form[1]) lose('whose subject is not in the table');
          else state(work.id, form[0], to, true, evidence, catalogue);
        } else if (other !== work) {
          const [subject, object] = form[1] ? [other, work] : [work, other];
          if (form[0] === 'supersedes' && rankOf(subject) < rankOf(object)) lose('by which an older text replaces a newer one');
          else state(subject.id, form[0], object.id, false, evidence, catalogue);
        }
      }
  return { relations, dropped: [...lost].map(([why, count]) => `Left out: ${String(count)} relations ${why}.`) };
}
