import type { IssueList } from './issues.js';
import { committeesOf, sdoIdOf, withParents } from './migrate-0-owners.js';
import { relationsOf } from './migrate-0-relations.js';
import { LEFT_OUT, readRow0, type Row0, type Work0 } from './migrate-0-rows.js';
import { KINDS, NO_TOPIC, ROLE_OF_TOPIC, SDOS, TIERS, TOPICS } from './migrate-0-words.js';
import { isFields, records, textOf, type Fields } from './raw.js';

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const isDraft = ({ kind }: Row0): boolean => kind === 'draft';
const isMain = ({ kind }: Row0): boolean => kind === undefined;
const ageOf = (row: Row0): string => row.date ?? (isDraft(row) ? '9999' : '0000');
const byAge = (a: Row0, b: Row0): number =>
  ageOf(a) < ageOf(b) ? -1 : ageOf(a) > ageOf(b) ? 1 : Number(isDraft(a)) - Number(isDraft(b)) || (a.id < b.id ? -1 : 1);

function worksOf(rows: readonly Row0[]): readonly Work0[] {
  const works = new Map<string, Row0[]>();
  for (const row of rows) {
    const texts = works.get(row.work);
    if (texts) texts.push(row);
    else works.set(row.work, [row]);
  }
  return [...works].flatMap(([id, texts]) => {
    const [first, ...others] = texts.sort(byAge);
    if (!first) return [];
    const rowsOfWork = [first, ...others] as const;
    const leading = rowsOfWork.filter(isMain).at(-1) ?? rowsOfWork.filter((row) => !isDraft(row)).at(-1) ?? rowsOfWork.at(-1) ?? first;
    return [{ id, rows: rowsOfWork, leading }];
  });
}

/** Where a work stands: in force while one of its main texts is, under revision while another text is being written. */
function statusOf({ rows, leading }: Work0): string {
  const main = rows.filter(isMain);
  const isInForce = main.some(({ status }) => status === 'in-force' || status === 'under-revision');
  if (!isInForce) return leading.status;
  return rows.some(isDraft) || leading.status === 'under-revision' ? 'under-revision' : 'in-force';
}

const editionOf = (row: Row0, title: string): Fields => ({
  id: row.id,
  ...(row.kind !== undefined && { kind: row.kind }),
  ...(row.date !== undefined && { date: row.date }),
  status: row.status,
  ...(row.stage !== undefined && { stage: row.stage }),
  ...(row.title !== title && { title: row.title }),
});

function roleOf(topics: readonly string[], kind: string): string {
  const told = ROLE_OF_TOPIC.find(([topic]) => topics.includes(topic))?.[1];
  return told ?? (kind === 'informative' || kind === 'guide' ? 'process-guidance' : 'requirements');
}

function topicsOf({ rows, leading }: Work0): readonly string[] {
  const named = unique([leading, ...rows].flatMap(({ topics }) => topics));
  return named.length > 0 ? named : [NO_TOPIC];
}

/** Catalogues that give a text another status. */
const conflictsOf = ({ rows }: Work0): readonly Fields[] =>
  rows.flatMap(({ id, status, catalogue, also }) =>
    also.flatMap((other) =>
      other.status === undefined || other.status === status || other.catalogue === catalogue
        ? []
        : [
            {
              field: `status of ${id}`.slice(0, 120),
              value: status,
              source: catalogue,
              otherValue: other.status,
              otherSource: other.catalogue,
            },
          ],
    ),
  );

function standardOf(work: Work0, relations: readonly Fields[]): Fields {
  const { id, rows, leading } = work;
  const topics = topicsOf(work);
  const aliases = unique(rows.flatMap((row) => row.aliases)).filter((alias) => alias !== id);
  const ics = unique([leading, ...rows].flatMap((row) => row.ics));
  const kind = KINDS.get(leading.deliverable.toLowerCase()) ?? 'normative';
  const status = statusOf(work);
  const isOver = status === 'withdrawn' || status === 'superseded';
  const url = leading.url ?? rows.findLast((row) => row.url !== undefined)?.url;
  const reason = `version 0${leading.group === undefined ? '' : `: ${leading.group}`}`;
  const conflicts = conflictsOf(work);
  return {
    id,
    title: leading.title,
    ...(leading.french !== undefined && { titles: { fr: leading.french } }),
    ...(aliases.length > 0 && { aliases }),
    publishers: unique([leading, ...rows].flatMap((row) => row.publishers.map(sdoIdOf))),
    committees: committeesOf([leading, ...rows]).map(({ id: committee }) => committee),
    ...{ deliverable: leading.deliverable, kind, role: roleOf(topics, kind), level: 'technical' },
    tier: TIERS.find((tier) => tier === leading.tier) ?? 'extended',
    status,
    ...(isOver && leading.withdrawn !== undefined && { withdrawn: leading.withdrawn }),
    editions: rows.map((row) => editionOf(row, leading.title)),
    ...(ics.length > 0 && { ics }),
    ...(url !== undefined && { url }),
    topics,
    reasons: topics.map((topic) => (topic === NO_TOPIC ? 'version 0 gave no topic' : reason)),
    ...(relations.length > 0 && { relations }),
    ...(conflicts.length > 0 && { conflicts }),
    sources: unique([leading, ...rows].flatMap(({ catalogue, also }) => [catalogue, ...also.map((other) => other.catalogue)])),
  };
}

const topicRecord = (id: string): Fields => {
  const [label, axis] = id === NO_TOPIC ? (['Not classified', 'capability'] as const) : (TOPICS.get(id) ?? ([id, 'domain'] as const));
  return { id, label, axis, sources: ['version 0 of the format'] };
};

/** The catalogues; each stood on the day of its newest text at least, and version 0 kept no other. */
function sourcesOf(rows: readonly Row0[], asOf: string | undefined): readonly Fields[] {
  const days = new Map<string, string>();
  for (const { catalogue, date, also } of rows)
    for (const name of [catalogue, ...also.map((other) => other.catalogue)])
      days.set(name, [days.get(name) ?? '', date ?? ''].sort().at(-1) ?? '');
  const newest = asOf ?? [...days.values()].sort().at(-1) ?? '';
  return [...days].map(([id, day]) => ({
    id,
    catalogue: `catalogue "${id}" of version 0`,
    asOf: asOf ?? (day === '' ? newest : day),
    licence: 'none stated',
    ...(asOf === undefined && { note: 'The day is that of its newest text: version 0 kept no other.' }),
  }));
}

/** The publishers, and those that their committees belong to. */
function sdosOf(ids: readonly string[]): readonly Fields[] {
  const titles = new Map([...SDOS].map(([name, [id, title]]) => [id, { name, title }]));
  const all = unique([...ids, ...(ids.includes('jtc1') ? ['iso', 'iec'] : [])]);
  return all.map((id) =>
    id === 'jtc1'
      ? { id, name: 'ISO/IEC JTC 1', title: 'ISO/IEC Joint Technical Committee 1', jointOf: ['iso', 'iec'] }
      : { id, name: titles.get(id)?.name ?? id.toUpperCase(), title: titles.get(id)?.title ?? id.toUpperCase() },
  );
}

const NOTES = [
  'Roles come from topics where those tell one (else requirements, of informative texts process-guidance), and the level is "technical": version 0 kept neither.',
  'Topics keep their names of version 0; a work without one is "unclassified".',
] as const;

function notesOf(rows: readonly Fields[], dropped: readonly string[]): readonly string[] {
  const left = LEFT_OUT.filter((field) => rows.some((row) => row[field] !== undefined));
  return [...NOTES, ...(left.length === 0 ? [] : [`Left out, as version 1 has no place for them: ${left.join(', ')}.`]), ...dropped];
}

/** Whether a value is a table of version 0 without anything around it. */
export function isTable0(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((row) => isTable0(row));
  return isFields(value) && value['format'] === undefined && typeof value['id'] === 'string' && Array.isArray(value['sdo']);
}

/** Version 0, a flat table of texts, as version 1: every text is an edition of the standard whose work it is. */
export function fromVersion0(json: Fields, list: IssueList): { readonly json: Fields; readonly notes: readonly string[] } {
  const given = records(json, 'standards');
  if (!Array.isArray(json['standards']) || given.length < json['standards'].length || given.length === 0)
    list.add({ code: 'type', path: ['standards'], says: 'is not a list of objects, at least one' });
  const rows = given.map(([row, at]) => readRow0(row, at, list));
  const first = new Map<string, number>();
  for (const [at, { id }] of rows.entries()) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, at);
    else list.add({ code: 'duplicate', path: ['standards', at, 'id'], says: `is already the id of standards[${String(earlier)}]` });
  }
  const works = worksOf(rows);
  const { relations, dropped } = relationsOf(works);
  const committees = withParents(committeesOf(rows));
  const standards = works.map((work) => standardOf(work, relations.get(work.id) ?? []));
  const sources = sourcesOf(rows, textOf(json['asOf']));
  const asOf =
    textOf(json['asOf']) ??
    sources
      .map((source) => textOf(source['asOf']) ?? '')
      .sort()
      .at(-1) ??
    '';
  if (asOf === '')
    list.add({
      code: 'missing',
      path: ['asOf'],
      says: 'is missing, and no text has a date',
      quoted: false,
      remedy: 'Give the day of the edition',
    });
  const owners = unique([...rows.flatMap(({ publishers }) => publishers.map(sdoIdOf)), ...committees.map(({ sdo }) => sdo)]);
  const migrated = {
    ...{ format: 'standards-map', version: 1, title: textOf(json['title']) ?? 'Standards map' },
    description: textOf(json['description']) ?? `Brought from version 0 of the format, a flat table of ${String(rows.length)} texts.`,
    ...{ asOf, sources, sdos: sdosOf(owners), committees },
    topics: unique(works.flatMap((work) => topicsOf(work))).map(topicRecord),
    standards,
  };
  return {
    json: migrated,
    notes: notesOf(
      given.map(([row]) => row),
      dropped,
    ),
  };
}
