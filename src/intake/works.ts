import { compact } from '../analysis/fold.js';
import type { Edition, SdoId, Standard } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { findStandard, type NamedStandard } from './find-standard.js';
import type { NewGroups } from './groups.js';
import type { KnownNames } from './known.js';
import type { RowProblem, RowProblemCode, Severity } from './problem.js';
import { nearestStandard } from './near-standard.js';
import { isCommitteeName, isReference, readReference, type Reference } from './reference.js';
import type { RowFacts } from './row-facts.js';

/** One row about one work. */
export interface WorkRow {
  readonly facts: RowFacts;
  readonly reference: Reference;
  /** The edition of the catalogue that the row names. */
  readonly edition?: Edition;
  readonly title: string;
}

/** A work that rows of a table are about. */
export interface Work {
  readonly id: string;
  /** Its record in the catalogue; absent where it is new. */
  readonly known?: Standard;
  readonly publishers: readonly SdoId[];
  readonly copublishers: readonly string[];
  readonly committees: readonly string[];
  readonly rows: readonly WorkRow[];
}

interface OpenWork extends Work {
  readonly committees: string[];
  readonly rows: WorkRow[];
}

/** The name of an SDO as designations have it: that of a joint body by the two it belongs to. */
const designationName = (known: KnownNames, text: string): string => {
  const sdo = known.sdo(text);
  if (!sdo) return '';
  return sdo.jointOf ? sdo.jointOf.map((id) => known.catalogue.sdo(id)?.name ?? id).join('/') : sdo.name;
};

/** Sorts rows by the works that they are about; a row that is about none becomes a problem. */
export class WorkSorter {
  readonly #known: KnownNames;
  readonly #groups: NewGroups;
  readonly #problems: RowProblem[];
  readonly #works = new Map<string, OpenWork>();
  readonly #titles = new Map<string, Standard | null>();
  readonly #columns: { readonly reference?: number; readonly title?: number; readonly sdo?: number; readonly committee?: number };

  constructor(known: KnownNames, groups: NewGroups, columns: WorkSorter['columns'], problems: RowProblem[]) {
    this.#known = known;
    this.#groups = groups;
    this.#columns = columns;
    this.#problems = problems;
    for (const standard of known.catalogue.standards) {
      const key = compact(standard.title);
      this.#titles.set(key, this.#titles.has(key) ? null : standard);
    }
  }

  /** Places of the columns that problems name. */
  get columns(): { readonly reference?: number; readonly title?: number; readonly sdo?: number; readonly committee?: number } {
    return this.#columns;
  }

  /** In the order of their first rows. */
  get works(): readonly Work[] {
    return [...this.#works.values()];
  }

  #problem(
    code: RowProblemCode,
    severity: Severity,
    facts: RowFacts,
    field: 'reference' | 'title' | 'sdo' | 'committee',
    got: string,
    expected = '',
  ): void {
    const column = this.#columns[field];
    this.#problems.push({ code, severity, row: facts.row, ...(column !== undefined && { column }), field, got, expected });
  }

  add(given: RowFacts): void {
    const facts = this.#regrouped(given);
    const { references, titles } = facts;
    if (references.length === 0) {
      this.#addByTitle(facts);
      return;
    }
    const sdo = designationName(this.#known, facts.sdo);
    const named = references.map((reference) => ({ text: reference, ...findStandard(this.#known.catalogue, reference, sdo) }));
    const works = new Set(named.map(({ standard, text }) => standard?.id ?? text));
    const isOne = titles.length === named.length || works.size === 1;
    if (!isOne && named.some(({ standard }) => standard === undefined)) {
      this.#problem('several-references', 'error', facts, 'reference', references.join('; '), String(references.length));
      return;
    }
    // Dual numbers of one work: the first is its own, the catalogue knows the others
    const isDual = named.length > 1 && titles.length !== named.length && named[0]?.standard !== undefined && isOne;
    named.slice(0, isDual ? 1 : named.length).forEach((one, at) => {
      this.#addNamed(facts, one, titles.length === named.length ? (titles[at] ?? '') : named.length > 1 ? '' : (titles[0] ?? ''));
    });
  }

  /** A committee in the column of SDOs is one all the same. */
  #regrouped(facts: RowFacts): RowFacts {
    const { sdo } = facts;
    if (sdo === '' || this.#known.sdo(sdo) || !(this.#known.committee(sdo) ?? isCommitteeName(sdo))) return facts;
    return { ...facts, sdo: '', committees: [sdo, ...facts.committees] };
  }

  #addByTitle(facts: RowFacts): void {
    const [title = ''] = facts.titles;
    const standard = title === '' ? undefined : this.#titles.get(compact(title));
    if (standard) this.#put(facts, { reference: { ...readReference(standard.id), edition: standard.id }, standard }, title);
    else this.#problem('no-reference', 'error', facts, 'reference', title);
  }

  #addNamed(facts: RowFacts, named: NamedStandard & { readonly text: string }, title: string): void {
    const { reference, standard, text } = named;
    if (standard) {
      this.#put(facts, named, title);
      return;
    }
    if (!isReference(text) && !isReference(reference.edition) && !(title !== '' && /[\d.]/.test(text) && facts.sdo !== '')) {
      this.#problem('not-a-reference', 'error', facts, 'reference', text);
    } else if (title === '' && !this.#works.has(reference.work)) {
      if (facts.action === 'change' || facts.action === 'withdraw')
        this.#problem('not-there', 'error', facts, 'reference', text, nearestStandard(this.#known.catalogue, text));
      else this.#problem('no-title', 'error', facts, 'title', text);
    } else if (reference.work.length > LIMITS.id || reference.edition.length > LIMITS.id)
      this.#problem('too-long', 'error', facts, 'reference', text, String(LIMITS.id));
    else this.#put(facts, named, title);
  }

  #put(facts: RowFacts, { reference, standard, edition }: NamedStandard, title: string): void {
    const id = standard?.id ?? reference.work;
    const row: WorkRow = { facts, reference, title, ...(edition && { edition }) };
    let work = this.#works.get(id);
    if (!work) {
      const owners = standard ? { publishers: standard.publishers, copublishers: [] } : this.#publishers(facts, reference);
      if (!owners) {
        this.#problem('no-sdo', 'error', facts, 'sdo', facts.references.join('; '));
        return;
      }
      work = { id, ...(standard && { known: standard }), ...owners, committees: [], rows: [] };
      this.#works.set(id, work);
    } else if (work.rows.some(({ reference: other }) => other.edition === reference.edition)) {
      this.#problem('repeated', 'note', facts, 'reference', reference.edition, String(work.rows[0]?.facts.row ?? ''));
    }
    work.rows.push(row);
    for (const committee of this.#committees(facts, work.publishers))
      if (!work.committees.includes(committee)) work.committees.push(committee);
  }

  #committees(facts: RowFacts, publishers: readonly SdoId[]): readonly string[] {
    // A column of groups often names SDOs in some rows
    const named = facts.committees.filter((text) => this.#known.committee(text) ?? !(this.#known.sdo(text) ?? this.#groups.isSdo(text)));
    const sdo = publishers.length === 1 ? (publishers[0] ?? '') : (this.#known.sdo(facts.sdo)?.id ?? publishers[0] ?? '');
    return named.map((text) => {
      const { id, made } = this.#groups.committeeNamed(text, sdo);
      if (made) this.#problem('new-committee', 'note', facts, 'committee', id);
      return id;
    });
  }

  /** Who publishes a new work: as its designation says, else the column, else the committee's SDO, else what the designation begins with. */
  #publishers(facts: RowFacts, reference: Reference): Pick<Work, 'publishers' | 'copublishers'> | undefined {
    const told = reference.publishers.map((name) => ({ name, sdo: this.#known.sdo(name) }));
    const publishers = told.flatMap(({ sdo }) => sdo?.id ?? []);
    if (publishers.length > 0) return { publishers, copublishers: told.filter(({ sdo }) => !sdo).map(({ name }) => name) };
    const prefix = told[0]?.name ?? /^[A-Za-z][A-Za-z]*(?:\/[A-Z]+)?(?=[\s-]*\S*\d)/.exec(reference.work)?.[0] ?? '';
    const ofGroup = facts.committees.flatMap(
      (text) => this.#known.sdo(text)?.name ?? this.#known.committee(text)?.sdo ?? /^[A-Z][A-Z-]+(?=[/ ])/.exec(text)?.[0] ?? [],
    );
    for (const name of [facts.sdo, ...ofGroup, prefix].filter((one) => one !== '')) {
      const { ids, made } = this.#groups.sdosNamed(name);
      if (ids.length === 0) continue;
      if (made) this.#problem('new-sdo', 'note', facts, 'sdo', name);
      return { publishers: ids, copublishers: [] };
    }
    return undefined;
  }
}
