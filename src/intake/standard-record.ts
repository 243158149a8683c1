import type { Edition, SourceId, Standard, Status, TopicId } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { deliverableNamed } from './deliverables.js';
import type { Derived, Nearby } from './nearby.js';
import type { Work, WorkRow } from './works.js';

/** What the reader decides for rows near to nothing. */
export interface Defaults {
  readonly topic?: TopicId;
}

/** How a status of one text speaks for the whole work: the first that one of its texts has. */
const STRONGEST: readonly Status[] = ['in-force', 'under-revision', 'under-development', 'proposed', 'superseded', 'withdrawn', 'unknown'];

const statusOf = ({ facts, reference }: WorkRow): Status => facts.status ?? (reference.draft ? 'under-development' : 'unknown');

/** One edition for each text that the rows name, oldest first; texts without a date come last. */
function editionsOf(work: Work, title: string): readonly Edition[] {
  const byId = new Map<string, WorkRow>();
  for (const row of work.rows) if (!byId.has(row.reference.edition)) byId.set(row.reference.edition, row);
  const editions = [...byId].map(([id, row]): Edition => {
    const date = row.facts.date ?? row.reference.date;
    return {
      id,
      ...(row.reference.draft && { kind: 'draft' as const }),
      ...(date !== undefined && { date }),
      status: statusOf(row),
      ...(row.facts.stage !== undefined && { stage: row.facts.stage }),
      ...(row.title !== '' && row.title !== title && { title: row.title }),
    };
  });
  const dateOf = ({ date }: Edition): string => date ?? '9999';
  return editions.sort((x, y) => (dateOf(x) < dateOf(y) ? -1 : dateOf(x) > dateOf(y) ? 1 : 0));
}

const listed = ({ from }: Derived): string => from.map(({ id, score }) => `${id} (${score.toFixed(2)})`).join(', ');

/** What a column says in any of the rows; the first that says something. */
const firstOf = <T>(work: Work, valueOf: (row: WorkRow) => T | undefined): T | undefined => {
  for (const row of work.rows) {
    const value = valueOf(row);
    if (value !== undefined) return value;
  }
  return undefined;
};

interface Topics {
  readonly topics: readonly TopicId[];
  readonly reason: string;
}

function topicsOf(work: Work, derived: Derived, defaults: Defaults): Topics | undefined {
  const said = [...new Set(work.rows.flatMap(({ facts }) => facts.topics))];
  if (said.length > 0) return { topics: said, reason: 'own file: column of topics' };
  if (derived.topics.length > 0)
    return { topics: derived.topics, reason: `derived from the nearest standards, not stated by the file: ${listed(derived)}` };
  return defaults.topic === undefined
    ? undefined
    : { topics: [defaults.topic], reason: 'chosen by the reader for rows that are near no standard, not stated by the file' };
}

/** How role and level came about, where the file does not say them. */
function basis(isSaid: boolean, derived: Derived, usualOf: string): string {
  if (isSaid) return '';
  if (derived.role !== undefined) return `; role and level of the nearest standards: ${listed(derived)}`;
  return `; role and level as most standards${usualOf === '' ? '' : ` of ${usualOf}`} have them`;
}

const lists = (work: Work): Pick<Standard, 'aliases' | 'ics' | 'url' | 'copublishers'> => {
  const aliases = [...new Set(work.rows.flatMap(({ facts }) => facts.aliases))].filter((alias) => alias !== work.id);
  const ics = [...new Set(work.rows.flatMap(({ facts }) => facts.ics))];
  const url = firstOf(work, ({ facts }) => facts.url);
  return {
    ...(work.copublishers.length > 0 && { copublishers: work.copublishers }),
    ...(aliases.length > 0 && { aliases }),
    ...(ics.length > 0 && { ics }),
    ...(url !== undefined && { url }),
  };
};

/**
 * A record for a work that the catalogue does not have: what its rows say, and what is derived, marked as derived in the reasons. Undefined
 * where it would have no topic: none is invented.
 */
export function standardRecord(work: Work, nearby: Nearby, defaults: Defaults, source: SourceId): Standard | undefined {
  const title =
    firstOf(work, (row) => (statusOf(row) === 'in-force' && row.title !== '' ? row.title : undefined)) ??
    firstOf(work, (row) => row.title || undefined) ??
    '';
  const scope = firstOf(work, ({ facts }) => facts.scope || undefined) ?? '';
  const derived = nearby.of(title, scope);
  const found = topicsOf(work, derived, defaults);
  if (!found) return undefined;
  const [role, level] = [firstOf(work, ({ facts }) => facts.role), firstOf(work, ({ facts }) => facts.level)];
  const usual = nearby.usual(work.committees, work.publishers, (standard) => standard);
  const deliverable = deliverableNamed(
    firstOf(work, ({ facts }) => facts.deliverable || undefined) ?? firstOf(work, ({ reference }) => reference.form) ?? '',
  );
  const form =
    deliverable === '' ? (nearby.usual([], work.publishers, (standard) => standard.deliverable).value ?? 'Standard') : deliverable;
  const statuses = work.rows.map(statusOf);
  const withdrawn = firstOf(work, ({ facts }) => facts.withdrawn);
  const reason = `${found.reason}${basis(role !== undefined && level !== undefined, derived, usual.of)}`.slice(0, LIMITS.title);
  const value = <T>(valueOf: (standard: Standard) => T): T | undefined => nearby.usual(work.committees, work.publishers, valueOf).value;
  return {
    id: work.id,
    title,
    publishers: work.publishers,
    committees: work.committees,
    deliverable: form,
    kind: firstOf(work, ({ facts }) => facts.kind) ?? nearby.kindOf(form, work.publishers),
    role: role ?? derived.role ?? value((standard) => standard.role) ?? 'requirements',
    level: level ?? derived.level ?? value((standard) => standard.level) ?? 'technical',
    tier: derived.tier ?? value((standard) => standard.tier) ?? 'extended',
    status: STRONGEST.find((status) => statuses.includes(status)) ?? 'unknown',
    ...(withdrawn !== undefined && { withdrawn }),
    editions: editionsOf(work, title),
    ...lists(work),
    topics: found.topics,
    reasons: found.topics.map(() => reason),
    sources: [source],
  };
}
