import type { Conflict, Relation, StandardId, Status } from '../../model/dataset.js';
import { sourceId, sourceOf } from '../catalogues.js';
import { isCurrentRow, type Row, type TableName } from './rows.js';

/** A document with every table row that lists it, the freshest snapshot first. */
export interface Document {
  readonly id: StandardId;
  readonly rows: readonly [Row, ...Row[]];
}

const byAge = (a: Row, b: Row): number =>
  sourceOf(a.catalogue).asOf < sourceOf(b.catalogue).asOf ? 1 : sourceOf(a.catalogue).asOf > sourceOf(b.catalogue).asOf ? -1 : 0;

/**
 * One document for all rows of the same designation: ISO and IEC both list their joint texts.
 *
 * @returns in the order of their designations by code unit
 */
export function documentsOf(rows: readonly Row[]): readonly Document[] {
  const byId = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const copies = byId.get(row.id);
    if (copies) copies.push(row);
    else byId.set(row.id, [row]);
  }
  const documents = [...byId].map(([id, copies]) => ({ id, rows: copies.sort(byAge) }));
  return documents.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a document is current by its freshest row. */
export const isCurrentDocument = ({ rows }: Document): boolean => isCurrentRow(rows[0]);

/** @source ISO, International harmonized stage codes: 00 and 10 preliminary, 90.92 to be revised */
export function statusOf({ id, status, stage }: Row): Status {
  switch (status) {
    case 'published':
      return stage === '90.92' ? 'under-revision' : 'in-force';
    case 'draft':
      return /^[01]0\./.test(stage) ? 'proposed' : 'under-development';
    case 'superseded':
      return 'superseded';
    case 'withdrawn':
    case 'deleted':
      return 'withdrawn';
    case 'unknown':
      return 'unknown';
    default:
      throw new Error(`${id}: got the status "${status}", expected published, draft, superseded, withdrawn, deleted or unknown.`);
  }
}

/** Where two tables disagree on the status; the freshest one is believed. */
export function conflictsOf({ rows: [first, ...others] }: Document): readonly Conflict[] {
  return others.flatMap((other) => {
    const [value, otherValue] = [statusOf(first), statusOf(other)];
    if (value === otherValue) return [];
    return [{ field: 'status', value, source: sourceId(first.catalogue), otherValue, otherSource: sourceId(other.catalogue) }];
  });
}

interface Statement {
  readonly subject: StandardId;
  readonly relation: Relation;
}

/** Newest last; what has no date is in preparation, and so newer than what has. */
function isOlder(a: Document, b: Document): boolean {
  const [first, second] = [a.rows[0].date || '9999', b.rows[0].date || '9999'];
  return first < second || (first === second && a.id < b.id);
}

/** Superseding leads from the newer to the older document only, so that it never turns in a circle. */
function supersedes(newer: Document, older: Document, evidence: string, catalogue: TableName): readonly Statement[] {
  if (!isOlder(older, newer)) return [];
  return [{ subject: newer.id, relation: { type: 'supersedes', to: older.id, evidence, source: sourceId(catalogue) } }];
}

function stated(document: Document, known: ReadonlyMap<string, Document>): readonly Statement[] {
  return document.rows.flatMap(({ relations, catalogue }) =>
    relations.flatMap(({ type, to, inferred }): readonly Statement[] => {
      const other = known.get(to);
      if (!other || other === document) return [];
      const evidence = inferred ? 'order of the editions' : `catalogue: ${type}`;
      const source = sourceId(catalogue);
      switch (type) {
        case 'replaces':
          return supersedes(document, other, evidence, catalogue);
        case 'replacedBy':
        case 'willBeReplacedBy':
          return supersedes(other, document, evidence, catalogue);
        case 'hasAmendment':
          return [{ subject: other.id, relation: { type: 'amends', to: document.id, evidence, source } }];
        case 'partOf':
          return [{ subject: document.id, relation: { type: 'part-of', to: other.id, evidence, source } }];
        default:
          // hasEdition: every edition lists all others, which the order of the editions says with one link each
          return [];
      }
    }),
  );
}

/** ITU states which editions a Recommendation has, not which follows which: each one supersedes the one before it. */
function chained(documents: readonly Document[]): readonly Statement[] {
  const works = new Map<string, Document[]>();
  for (const document of documents) {
    const [first] = document.rows;
    if (first.catalogue !== 'itu' || first.isAmendment || first.date === '') continue;
    const editions = works.get(first.work);
    if (editions) editions.push(document);
    else works.set(first.work, [document]);
  }
  return [...works.values()].flatMap((editions) => {
    const inOrder = editions.sort((a, b) => (isOlder(a, b) ? -1 : 1));
    return inOrder.slice(1).flatMap((newer, at) => {
      const older = inOrder[at];
      return older ? supersedes(newer, older, 'order of the editions', 'itu') : [];
    });
  });
}

/** Relations by the document that carries them; each type once between two documents. */
export function relationsOf(documents: readonly Document[]): ReadonlyMap<StandardId, readonly Relation[]> {
  const known = new Map(documents.map((document) => [document.id, document]));
  const relations = new Map<StandardId, Relation[]>();
  const seen = new Set<string>();
  for (const { subject, relation } of [...documents.flatMap((document) => stated(document, known)), ...chained(documents)]) {
    const key = `${subject}\n${relation.type}\n${relation.to}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const list = relations.get(subject);
    if (list) list.push(relation);
    else relations.set(subject, [relation]);
  }
  return relations;
}
