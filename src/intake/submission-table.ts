import type { Catalogue } from '../model/catalogue.js';
import type { Relation, StandardId } from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import { LIMITS } from '../model/schema.js';
import { submissionSource, type Submission, type SubmittedStandard } from '../model/submission.js';
import { findStandard } from './find-standard.js';
import type { Grid } from './grid.js';
import { NewGroups } from './groups.js';
import type { IntakeField } from './fields.js';
import { KnownNames } from './known.js';
import type { Mapping } from './mapping.js';
import { nearestStandard } from './near-standard.js';
import type { Nearby } from './nearby.js';
import type { RowProblem, RowProblemCode } from './problem.js';
import { readReference } from './reference.js';
import { standardRecord, type Defaults } from './standard-record.js';
import { Names } from './submission-names.js';
import { misdated, remarksOn } from './submission-remarks.js';
import { statedOf } from './submission-stated.js';
import { readRows } from './take-table.js';
import { isExample } from './template.js';
import { without } from './without.js';
import type { Work, WorkRow } from './works.js';

/** Who says what a table says. */
export type Sender = Omit<Submission, 'sdos' | 'committees' | 'standards'>;

/** What a table comes to. */
export interface TableSubmission {
  /** What could be read, in the order of the rows. */
  readonly submission: Submission;
  /** Rows below the header that have anything in them. */
  readonly rows: number;
  /** In the order of the rows. */
  readonly problems: readonly RowProblem[];
}

/** How a table is read. */
export interface SubmissionOptions extends Defaults {
  /** SDOs and committees that the dataset does not have come with the submission. Default: a row that names one is left out. */
  readonly newGroups?: boolean;
}

/** Most works between two looks at the clock: to look for what is near takes some milliseconds. */
const STRIDE = 50;

/** Makes statements of works, and problems of what cannot be one. */
class Stating {
  readonly #known: KnownNames;
  readonly #catalogue: Catalogue;
  readonly #mapping: Mapping;
  readonly #problems: RowProblem[];
  readonly #sender: Sender;
  readonly #works: ReadonlyMap<StandardId, Work>;
  readonly #options: SubmissionOptions;

  constructor(
    known: KnownNames,
    mapping: Mapping,
    works: readonly Work[],
    sender: Sender,
    options: SubmissionOptions,
    problems: RowProblem[],
  ) {
    this.#known = known;
    this.#catalogue = known.catalogue;
    this.#mapping = mapping;
    this.#works = new Map(works.map((work) => [work.id, work]));
    this.#sender = sender;
    this.#options = options;
    this.#problems = problems;
  }

  problem(code: RowProblemCode, severity: RowProblem['severity'], row: number, field: IntakeField, got: string, expected = ''): void {
    const column = this.#mapping.fields[field];
    this.#problems.push({ code, severity, row, ...(column !== undefined && { column }), field, got, expected });
  }

  /** The rows of a work that name no SDO and no committee that the dataset does not have; the others are problems. */
  familiar(given: Work): Work {
    const work = this.#real(given);
    if (this.#options.newGroups === true) return work;
    const strange = work.publishers.find((id) => !this.#catalogue.sdo(id));
    const rows = work.rows.filter((row) => this.#isFamiliar(row, work, strange));
    const names = new Set(this.#catalogue.committees.map(({ id }) => id));
    return { ...work, rows, committees: work.committees.filter((id) => names.has(id)) };
  }

  /** Without the example row of a template. */
  #real(work: Work): Work {
    const examples = work.rows.filter(({ title }) => isExample(title));
    for (const { facts, title } of examples) this.problem('heading', 'note', facts.row, 'title', title);
    return { ...work, rows: work.rows.filter(({ title }) => !isExample(title)).map((row) => this.#dated(row, work)) };
  }

  /** A row without a date that cannot be that of its text. */
  #dated(row: WorkRow, { known }: Work): WorkRow {
    const text = misdated(row, known);
    if (text === undefined) return row;
    this.problem('date-edition', 'warning', row.facts.row, 'date', row.facts.date ?? '', text);
    return { ...row, facts: without(row.facts, 'date') };
  }

  #isFamiliar({ facts }: WorkRow, work: Work, strange: string | undefined): boolean {
    if (strange !== undefined) {
      const names = this.#catalogue.sdos.flatMap(({ id, name }) => [name, id]);
      const got = facts.sdo || strange;
      this.problem('sdo', 'error', facts.row, 'sdo', got, nearest(got, names) ?? '');
      return false;
    }
    const sdo = this.#catalogue.sdo(work.publishers[0] ?? '')?.name ?? '';
    const unknown = facts.committees.filter((text) => !(this.#known.committee(text, sdo) ?? this.#known.sdo(text)));
    const names = this.#catalogue.committees.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    for (const text of unknown)
      this.problem('committee', 'error', facts.row, 'committee', text, nearest(text, names) ?? nearest(`${sdo} ${text}`, names) ?? '');
    return unknown.length === 0;
  }

  /** The id of the standard that a cell names: of the dataset, of the table, or as it is written. */
  #idOf(text: string): { readonly id: StandardId; readonly isKnown: boolean } {
    const { standard, reference } = findStandard(this.#catalogue, text, '');
    const id = standard?.id ?? reference.work;
    return { id, isKnown: standard !== undefined || this.#works.has(id) };
  }

  /** Relations that a work states of itself, and those that it states of its successors. */
  relations(work: Work, ofOthers: (id: StandardId, relation: Relation) => void): readonly Relation[] {
    const evidence = `stated by ${this.#sender.by}${this.#sender.liaison === undefined ? '' : `, ${this.#sender.liaison}`}`.slice(
      0,
      LIMITS.title,
    );
    const all = new Map<string, Relation>();
    for (const { facts } of work.rows) {
      for (const [field, type] of [
        ['supersedes', 'supersedes'],
        ['sameText', 'same-text'],
      ] as const)
        for (const text of facts[field]) {
          const { id } = this.#idOf(text);
          if (id === work.id) {
            const isEdition = field === 'supersedes' && readReference(text).edition !== readReference(text).work;
            if (isEdition) this.problem('own-edition', 'note', facts.row, field, text);
            else this.problem('relation', 'warning', facts.row, field, text);
          } else all.set(`${type} ${id}`, { type, to: id, evidence });
        }
      for (const text of facts.supersededBy) {
        const { id, isKnown } = this.#idOf(text);
        if (isKnown && id !== work.id) ofOthers(id, { type: 'supersedes', to: work.id, evidence });
        else {
          const names = this.#catalogue.standards.map((standard) => standard.id);
          this.problem('relation', 'warning', facts.row, 'supersededBy', text, nearest(readReference(text).work, names) ?? '');
        }
      }
    }
    return [...all.values()];
  }

  /** What the sender should know of the statements. */
  remark(standards: readonly SubmittedStandard[]): void {
    const names = new Names(this.#catalogue.dataset, []);
    const lacking = new Set(this.#problems.flatMap(({ severity, row }) => (severity === 'note' ? [] : [row])));
    for (const stated of standards) {
      const work = this.#works.get(stated.id);
      if (work && !work.rows.every(({ title }) => isExample(title)))
        remarksOn(work, stated, this.#sender.body, this.#known, names, (code, row, field, got, expected) => {
          // Of what is left out nobody can tell whether it is new
          if (code !== 'nothing-new' || !work.rows.some((one) => lacking.has(one.facts.row)))
            this.problem(code, 'note', row, field, got, expected);
        });
    }
  }

  /** What the rows of a work state; undefined where they state too little. */
  stated(work: Work, nearby: Nearby): SubmittedStandard | undefined {
    if (work.rows.length === 0) return undefined;
    if (work.known) return statedOf(this.#catalogue, work.known, work);
    if (work.rows.every(({ facts }) => facts.action === 'change' || facts.action === 'withdraw')) {
      for (const { facts } of work.rows)
        this.problem('not-there', 'error', facts.row, 'reference', work.id, nearestStandard(this.#catalogue, work.id));
      return undefined;
    }
    const record = standardRecord(work, nearby, this.#options, submissionSource(this.#sender.id));
    if (!record) {
      for (const { facts, title } of work.rows) this.problem('no-topic', 'error', facts.row, 'topics', title);
      return undefined;
    }
    const reason = work.rows.find(({ facts }) => facts.reason !== '')?.facts.reason;
    const reasons = record.reasons.map((text) =>
      text.replace(/^own file: column of topics/, `stated by ${this.#sender.by}`).slice(0, LIMITS.title),
    );
    return { ...without(record, 'sources'), reasons, ...(reason !== undefined && { reason }) };
  }
}

/** Fields of a statement in the order of the schema. */
const withRelations = (stated: SubmittedStandard, relations: readonly Relation[]): SubmittedStandard => {
  const { reason, ...rest } = stated;
  return { ...rest, ...(relations.length > 0 && { relations }), ...(reason !== undefined && { reason }) };
};

/**
 * Makes a submission of a table, step by step: each step yields how much is done, 0-1. A standard of the dataset is stated as far as the row says
 * something of it; a new one is stated whole, with topics, role and level of the nearest standards where the row gives none, and its reasons say
 * so. That is done here and not in `merge`, so that a merge never depends on what else is there.
 *
 * Nothing is thrown for bad rows: what cannot be used is a problem of its row, with its column and its value.
 *
 * @param catalogue the edition that the table is read against
 */
export function* submissionOf(
  grid: Grid,
  mapping: Mapping,
  nearby: Nearby,
  catalogue: Catalogue,
  sender: Sender,
  options: SubmissionOptions = {},
): Generator<number, TableSubmission> {
  const all: RowProblem[] = [];
  const known = new KnownNames(catalogue);
  const groups = new NewGroups(known, submissionSource(sender.id));
  const { rows, works } = yield* readRows({ grid, mapping, known, groups, problems: all, strict: true });
  const stating = new Stating(known, mapping, works, sender, options, all);
  const statements = new Map<StandardId, SubmittedStandard>();
  const relations = new Map<StandardId, readonly Relation[]>();
  const add = (id: StandardId, more: readonly Relation[]): void => void relations.set(id, [...(relations.get(id) ?? []), ...more]);
  for (const [at, given] of works.entries()) {
    const work = stating.familiar(given);
    const stated = stating.stated(work, nearby);
    if (stated) {
      statements.set(work.id, stated);
      add(
        work.id,
        stating.relations(work, (id, relation) => {
          add(id, [relation]);
        }),
      );
    }
    if (!work.known || at % STRIDE === 0) yield at / works.length;
  }
  // Also of one whose own row is left out: the relation waits for it
  for (const id of relations.keys()) if (!statements.has(id)) statements.set(id, { id });
  const standards = [...statements.values()].map((stated) => withRelations(stated, unique(relations.get(stated.id) ?? [])));
  stating.remark(standards);
  const used = groups.used(
    new Set(standards.flatMap(({ committees = [] }) => committees)),
    new Set(standards.flatMap(({ publishers = [] }) => publishers)),
  );
  const isNew = options.newGroups === true;
  // What is said of a new group is said as an error where it may not come in
  const problems = isNew ? all : all.filter(({ code }) => code !== 'new-committee' && code !== 'new-sdo');
  return {
    submission: {
      ...sender,
      ...(isNew && used.sdos.length > 0 && { sdos: used.sdos }),
      ...(isNew && used.committees.length > 0 && { committees: used.committees.map((one) => without(one, 'sources')) }),
      standards,
    },
    rows,
    problems: problems.sort((a, b) => a.row - b.row),
  };
}

const unique = (relations: readonly Relation[]): readonly Relation[] => [
  ...new Map(relations.map((relation) => [`${relation.type} ${relation.to}`, relation])).values(),
];
