import { lastDayOf } from '../analysis/at.js';
import type { Conflict, PartialDate, SourceId, Standard, StandardId } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { submissionSource, type SubmittedStandard } from '../model/submission.js';
import { decide, type Claim, type Rank } from './submission-claim.js';
import type { Names } from './submission-names.js';
import type { Idle, Statement } from './submission-statement.js';

/** What the map itself adds to a standard. */
const CLASSIFICATION: ReadonlySet<string> = new Set(['topics', 'role', 'level', 'tier']);
const isOpen = (name: string, text: string): boolean => text === 'unknown' && /(?:^| )status$/.test(name);

/** How a value is compared and quoted. */
export interface Telling<T> {
  readonly text: (value: T) => string;
  /** Default `text`. */
  readonly key?: (value: T) => string;
}

/** The catalogue's record of a standard and all statements about it, asked fact by fact. */
export class Facts {
  readonly id: StandardId;
  /** Absent where the standard came with submissions. */
  readonly base: Standard | undefined;
  /** By date and id. */
  readonly statements: readonly Statement[];
  /** Who is behind each fact that was asked for, by its name. */
  readonly sources = new Map<string, SourceId>();
  /** Words that the same body has replaced. */
  readonly idle: Idle[] = [];
  readonly #names: Names;
  /** Whose word counts is told by the catalogue; of a new standard by all who state it. */
  readonly #owners: Pick<Standard, 'publishers' | 'committees'>;
  /** Day up to which the catalogue's word is as good as a submission's. */
  readonly #until: PartialDate;
  readonly #own: Conflict[];
  readonly #conflicts: Conflict[] = [];

  constructor(id: StandardId, base: Standard | undefined, statements: readonly Statement[], names: Names, until: PartialDate) {
    this.id = id;
    this.base = base;
    this.statements = statements;
    this.#names = names;
    this.#until = until;
    this.#own = [...(base?.conflicts ?? [])];
    this.#owners = base ?? {
      publishers: statements.flatMap(({ stated }) => stated.publishers ?? []),
      committees: statements.flatMap(({ stated }) => stated.committees ?? []),
    };
  }

  /** Where the sources disagree about the facts that were asked for; the catalogues' own disagreements first. */
  get conflicts(): readonly Conflict[] {
    return [...this.#own, ...this.#conflicts];
  }

  #rank({ submission, stated }: Statement, name: string): Rank {
    if (!this.#names.hasAuthority(submission.body, this.#owners, CLASSIFICATION.has(name))) return 4;
    if (stated.reason !== undefined) return 1;
    return this.base === undefined || lastDayOf(submission.date) >= lastDayOf(this.#until) ? 2 : 4;
  }

  #claims<T>(name: string, of: (record: SubmittedStandard) => T | undefined, { text, key = text }: Telling<T>): readonly Claim<T>[] {
    return this.statements.flatMap((statement) => {
      const value = of(statement.stated);
      if (value === undefined) return [];
      const { id, body, date } = statement.submission;
      const rank = this.#rank(statement, name);
      return [
        { value, text: text(value), key: key(value), rank, source: submissionSource(id), body, date, open: isOpen(name, text(value)) },
      ];
    });
  }

  #catalogued<T>(name: string, value: T | undefined, { text, key = text }: Telling<T>): readonly Claim<T>[] {
    if (value === undefined) return [];
    const source = this.base?.conflicts?.find(({ field }) => field === name)?.source ?? this.base?.sources[0] ?? '';
    return [{ value, text: text(value), key: key(value), rank: 3, source, body: '', date: this.#until, open: isOpen(name, text(value)) }];
  }

  /**
   * The value of a fact that is in force; undefined where nobody says anything.
   *
   * @param name what it is called: `status`, `ISO 37122:2019 date`
   * @param own what the catalogue says
   * @param of what a statement says
   */
  fact<T>(name: string, own: T | undefined, of: (record: SubmittedStandard) => T | undefined, telling: Telling<T>): T | undefined {
    const decided = decide(name, [...this.#catalogued(name, own, telling), ...this.#claims(name, of, telling)]);
    if (!decided) return undefined;
    const text = telling.text(decided.value);
    this.sources.set(name, decided.source);
    this.#rewrite(name, text, decided.source);
    this.#conflicts.push(...decided.conflicts);
    for (const claim of decided.replaced) this.#idle(name, claim, text);
    return decided.value;
  }

  #idle(field: string, { source, text }: Claim<unknown>, expected: string): void {
    const one = this.statements.find(({ submission }) => submissionSource(submission.id) === source);
    if (one) this.idle.push({ submission: one.submission.id, about: this.id, field, code: 'replaced', got: text, expected });
  }

  /** What the catalogues disagree about is told against the value in force, whoever is behind it now. */
  #rewrite(name: string, text: string, source: SourceId): void {
    const value = text.slice(0, LIMITS.title);
    for (let at = this.#own.length - 1; at >= 0; at--) {
      const conflict = this.#own[at];
      if (conflict?.field !== name || conflict.value === value) continue;
      if (conflict.otherValue === value) this.#own.splice(at, 1);
      else this.#own.splice(at, 1, { ...conflict, value, source });
    }
  }

  /** Adds a disagreement that is no fact of one field. */
  disagree(conflict: Conflict): void {
    this.#conflicts.push(conflict);
  }

  /** The entries of a list that only grows, the catalogue's first; undefined where nobody states one. */
  union(
    name: string,
    own: readonly string[] | undefined,
    of: (record: SubmittedStandard) => readonly string[] | undefined,
  ): readonly string[] | undefined {
    const all = new Set(own);
    let isStated = own !== undefined;
    for (const { submission, stated } of this.statements) {
      const entries = of(stated);
      isStated ||= entries !== undefined;
      for (const entry of entries ?? []) {
        if (!all.has(entry) && !this.sources.has(name)) this.sources.set(name, submissionSource(submission.id));
        all.add(entry);
      }
    }
    return isStated ? [...all] : undefined;
  }
}
