import { compact } from '../analysis/fold.js';
import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Conflict, Edition, Standard } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { deliverableNamed } from './deliverables.js';
import type { IntakeField } from './fields.js';
import type { Work, WorkRow } from './works.js';

/** A fact on which a row and the catalogue disagree; the catalogue's stays. */
export interface Difference {
  readonly row: number;
  readonly field: IntakeField;
  /** What it is called in the record: `status`, `ISO 37122:2019 date`. */
  readonly name: string;
  readonly value: string;
  readonly otherValue: string;
}

/** Dates that say the same as far as both say anything. */
const agree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

const isKin = (catalogue: Catalogue, a: CommitteeId, b: CommitteeId): boolean =>
  a === b || catalogue.path(a).some(({ id }) => id === b) || catalogue.path(b).some(({ id }) => id === a);

const newestOf = (standard: Standard): Edition | undefined =>
  [...standard.editions]
    .filter(({ kind }) => kind === undefined || kind === 'edition')
    .sort((x, y) => (x.date ?? '').localeCompare(y.date ?? ''))
    .at(-1) ?? standard.editions.at(-1);

/** The edition that a row speaks of: the one it names, else the newest. */
const meant = (standard: Standard, row: WorkRow): Edition | undefined =>
  row.edition ?? (row.reference.date === undefined && !row.reference.draft ? newestOf(standard) : undefined);

function ofDates(standard: Standard, row: WorkRow): readonly Omit<Difference, 'row'>[] {
  const said = row.facts.date ?? row.reference.date;
  const edition = meant(standard, row);
  if (!edition) {
    const newest = newestOf(standard)?.id ?? '';
    return [{ field: 'reference', name: 'editions', value: newest, otherValue: row.reference.edition }];
  }
  if (said === undefined || edition.date === undefined) return [];
  // A bare number may be dated by any of its texts
  const isKnown = row.edition ? agree(edition.date, said) : standard.editions.some(({ date }) => date !== undefined && agree(date, said));
  return isKnown ? [] : [{ field: 'date', name: `${edition.id} date`, value: edition.date, otherValue: said }];
}

function ofStatus(standard: Standard, row: WorkRow): readonly Omit<Difference, 'row'>[] {
  const { status } = row.facts;
  const edition = row.edition;
  const held = edition?.status ?? standard.status;
  if (status === undefined || status === 'unknown' || held === status || held === 'unknown') return [];
  if (!meant(standard, row)) return [];
  return [{ field: 'status', name: edition ? `${edition.id} status` : 'status', value: held, otherValue: status }];
}

function ofTitle(standard: Standard, row: WorkRow): readonly Omit<Difference, 'row'>[] {
  const titles = [standard.title, ...Object.values(standard.titles ?? {}), ...standard.editions.flatMap(({ title }) => title ?? [])];
  if (row.title === '' || titles.some((title) => compact(title) === compact(row.title))) return [];
  return [{ field: 'title', name: 'title', value: standard.title, otherValue: row.title }];
}

function ofLists(catalogue: Catalogue, standard: Standard, work: Work, row: WorkRow): readonly Omit<Difference, 'row'>[] {
  const { topics } = row.facts;
  const strange = work.committees.filter((one) => !standard.committees.some((other) => isKin(catalogue, one, other)));
  const added = topics.filter((topic) => !standard.topics.includes(topic));
  return [
    ...(strange.length > 0 && row === work.rows[0]
      ? ([
          { field: 'committee', name: 'committees', value: standard.committees.join('; ') || '–', otherValue: strange.join('; ') },
        ] as const)
      : []),
    ...(added.length > 0
      ? ([{ field: 'topics', name: 'topics', value: standard.topics.join('; '), otherValue: topics.join('; ') }] as const)
      : []),
  ];
}

function ofWords(standard: Standard, row: WorkRow): readonly Omit<Difference, 'row'>[] {
  const deliverable = row.facts.deliverable === '' ? undefined : deliverableNamed(row.facts.deliverable);
  const said = { deliverable, role: row.facts.role, level: row.facts.level, kind: row.facts.kind };
  return (['deliverable', 'role', 'level', 'kind'] as const).flatMap((field) => {
    const otherValue = said[field];
    const isSame = otherValue === undefined || compact(otherValue) === compact(standard[field]);
    return isSame ? [] : [{ field, name: field, value: standard[field], otherValue }];
  });
}

/** Where the rows about a known standard say something else than its record. */
export function differencesOf(catalogue: Catalogue, standard: Standard, work: Work): readonly Difference[] {
  return work.rows.flatMap((row) =>
    [
      ...ofTitle(standard, row),
      ...ofDates(standard, row),
      ...ofStatus(standard, row),
      ...ofLists(catalogue, standard, work, row),
      ...ofWords(standard, row),
    ].map((difference) => ({ row: row.facts.row, ...difference })),
  );
}

/** Differences as the record keeps them. */
export const conflictsOf = (standard: Standard, differences: readonly Difference[], source: string): readonly Conflict[] =>
  differences.map(({ name, value, otherValue }) => ({
    field: name.slice(0, LIMITS.id),
    value: value.slice(0, LIMITS.title),
    source: standard.sources[0] ?? source,
    otherValue: otherValue.slice(0, LIMITS.title),
    otherSource: source,
  }));
