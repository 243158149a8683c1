import { LIMITS } from '../model/schema.js';
import type { Kind, Level, PartialDate, Role, Status, TopicId } from '../model/dataset.js';
import { isHttpUrl } from '../model/value.js';
import { readDate, type DayOrder, type ReadDate } from './dates.js';
import type { IntakeField } from './fields.js';
import { kindNamed, levelOf, roleOf, type KnownNames } from './known.js';
import { entriesOf } from './lists.js';
import type { Mapping } from './mapping.js';
import type { RowProblem, RowProblemCode, Severity } from './problem.js';
import { statusOf } from './status-words.js';
import { plainWords } from './words.js';

/** What the cells of a row say, read one by one; which standard it is about is told elsewhere. */
export interface RowFacts {
  readonly row: number;
  /** Designations as they stand. */
  readonly references: readonly string[];
  readonly titles: readonly string[];
  readonly sdo: string;
  readonly committees: readonly string[];
  readonly deliverable: string;
  readonly status?: Status;
  /** The SDO's own stage code, where the status was one: `60.60`. */
  readonly stage?: string;
  readonly date?: PartialDate;
  readonly scope: string;
  readonly topics: readonly TopicId[];
  readonly role?: Role;
  readonly level?: Level;
  readonly kind?: Kind;
  readonly ics: readonly string[];
  readonly url?: string;
  readonly aliases: readonly string[];
  /** Day on which it was withdrawn. */
  readonly withdrawn?: PartialDate;
  /** Designations as they stand. */
  readonly supersedes: readonly string[];
  readonly supersededBy: readonly string[];
  readonly sameText: readonly string[];
  /** What the row is said to do; absent where it is not said, or is no known action. */
  readonly action?: 'add' | 'change' | 'withdraw';
  /** Why the catalogue is wrong; empty where nothing is said. */
  readonly reason: string;
}

/** Words of a column of actions, folded: what asks for a withdrawal, and what only says what the row does anyway. */
const WITHDRAWS = /^(?:withdr|delet|remov|retir|cancel|annul|supprim|anula|suprim|zuruckz|loschen|streich|سحب|الغاء)/;
const STATES =
  /^(?:add|new|change|updat|revis|confirm|correct|no change|none|keep|ajout|nouve|modif|corrig|anad|nuev|cambi|correg|neu|ander|korrig|bestat|اضافه|تعديل|جديد)/;

/** Words that ask for what a map never does, and for a standard that it should not have yet. */
const DELETES = /^(?:delet|remov|supprim|suprim|loschen|streich)/;
const ADDS = /^(?:add|ajout|anad|اضافه)/;
/** A mark in a column of withdrawals that gives no day. */
const YES = /^(?:yes|y|x|true|oui|si|ja|نعم)$/;
/** What spreadsheet programs write where a formula failed. */
const CELL_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;
/** What stands for nothing. */
const isNothing = (text: string): boolean => /^(?:-|–|—|n\/?a|none|nil|tbd|tba|\?|\.)$/i.test(text);

/** The cells of one row by field, and the problems that they have. */
export class RowReader {
  readonly #known: KnownNames;
  readonly #mapping: Mapping;
  readonly #order: DayOrder;
  readonly #problems: RowProblem[];
  readonly #strict: boolean;
  #row = 0;
  #cells: readonly string[] = [];

  /**
   * @param problems where problems are added
   * @param strict a cell of which not all is certain is left out as a whole; default: what is certain of it is taken
   */
  constructor(known: KnownNames, mapping: Mapping, order: DayOrder, problems: RowProblem[], strict = false) {
    this.#known = known;
    this.#mapping = mapping;
    this.#order = order;
    this.#problems = problems;
    this.#strict = strict;
  }

  /** @param row number of the row, from 1 */
  read(row: number, cells: readonly string[]): RowFacts {
    this.#row = row;
    this.#cells = cells;
    const isList = this.#mapping.fields.reference !== undefined;
    const title = this.#text('title', LIMITS.title);
    const references = entriesOf(this.#text('reference', LIMITS.title));
    const lines = title.split(/\s*[\n\r]+\s*/).filter((line) => line !== '');
    return {
      row,
      references,
      titles:
        isList && references.length > 1 && lines.length === references.length ? lines : title === '' ? [] : [title.replace(/\s+/g, ' ')],
      sdo: this.#text('sdo', LIMITS.id).replace(/\s+/g, ' '),
      committees: entriesOf(this.#text('committee', LIMITS.title)),
      deliverable: this.#text('deliverable', LIMITS.code),
      ...this.#status(),
      ...this.#date(),
      scope: this.#text('scope', LIMITS.text, true),
      topics: this.#topics(),
      ...this.#closed('role', roleOf),
      ...this.#closed('level', levelOf),
      ...this.#closed('kind', kindNamed),
      ics: this.#ics(),
      ...this.#url(),
      aliases: this.#names('aliases'),
      ...this.#withdrawal(),
      supersedes: this.#names('supersedes'),
      supersededBy: this.#names('supersededBy'),
      sameText: this.#names('sameText'),
      reason: this.#text('reason', LIMITS.text),
    };
  }

  /** The trimmed text of a field; empty where there is none, where it stands for nothing, and where it is too long. */
  #text(field: IntakeField, most: number, cut = false): string {
    const column = this.#mapping.fields[field];
    const text = (column === undefined ? '' : (this.#cells[column] ?? '')).trim();
    if (text === '' || isNothing(text)) return '';
    if (CELL_ERROR.test(text)) return this.#problem('cell-error', 'warning', field, text);
    if (text.length <= most) return text;
    if (cut) return text.slice(0, most);
    return this.#problem('too-long', 'warning', field, text, String(most));
  }

  #problem(code: RowProblemCode, severity: Severity, field: IntakeField, got: string, expected = ''): '' {
    const column = this.#mapping.fields[field];
    this.#problems.push({ code, severity, row: this.#row, ...(column !== undefined && { column }), field, got, expected });
    return '';
  }

  #names(field: 'aliases' | 'supersedes' | 'supersededBy' | 'sameText'): readonly string[] {
    return entriesOf(this.#text(field, LIMITS.title)).filter((name) => name.length <= LIMITS.id);
  }

  /** An action or a day of withdrawal withdraws, whatever the column of the status still says. */
  #withdrawal(): Pick<RowFacts, 'status' | 'withdrawn' | 'action'> {
    const action = this.#text('action', LIMITS.title);
    const asked = WITHDRAWS.test(plainWords(action));
    const deletes = this.#strict && DELETES.test(plainWords(action));
    if (deletes) this.#problem('deleted', 'note', 'action', action);
    if (action !== '' && !asked && !STATES.test(plainWords(action))) this.#problem('action', 'warning', 'action', action);
    const text = this.#text('withdrawn', LIMITS.title);
    const isMark = YES.test(plainWords(text));
    const read = text === '' || isMark ? undefined : readDate(text, this.#order);
    const day = read && this.#day('withdrawn', text, read);
    const told = {
      ...(day !== undefined && { withdrawn: day }),
      ...(asked
        ? { action: 'withdraw' as const }
        : STATES.test(plainWords(action)) && { action: ADDS.test(plainWords(action)) ? ('add' as const) : ('change' as const) }),
    };
    if (!asked && !isMark && day === undefined) return told;
    const said = statusOf(this.#text('status', LIMITS.title));
    return { ...told, ...(said === 'superseded' ? {} : { status: 'withdrawn' }) };
  }

  #status(): Pick<RowFacts, 'status' | 'stage'> {
    const text = this.#text('status', LIMITS.title);
    if (text === '') return {};
    const status = statusOf(text);
    if (status === undefined) this.#problem('status', 'warning', 'status', text);
    return status === undefined ? {} : { status, ...(/^\d{2}\.\d{2}$/.test(text) && { stage: text }) };
  }

  #date(): Pick<RowFacts, 'date'> {
    const text = this.#text('date', LIMITS.title);
    if (text === '') return {};
    const date = this.#day('date', text, readDate(text, this.#order));
    return date === undefined ? {} : { date };
  }

  /** What is certain of a date. */
  #day(field: 'date' | 'withdrawn', text: string, read: ReadDate): PartialDate | undefined {
    if (!read.ok) this.#problem('date', 'warning', field, text);
    else if (read.unsure) this.#problem('date-order', this.#strict ? 'warning' : 'note', field, text, read.date);
    return read.ok && !(this.#strict && read.unsure) ? read.date : undefined;
  }

  #topics(): readonly TopicId[] {
    const cell = this.#text('topics', LIMITS.text);
    if (cell === '') return [];
    const whole = this.#known.topic(cell);
    if (whole) return [whole.id];
    const entries = entriesOf(cell).flatMap((entry) => (this.#known.topic(entry) ? [entry] : entry.split(/\s*[,/]\s*/)));
    const found: TopicId[] = [];
    let isWhole = true;
    for (const entry of entries.filter((one) => one !== '')) {
      const topic = this.#known.topic(entry);
      isWhole &&= topic !== undefined;
      if (!topic) this.#problem('topic', 'warning', 'topics', entry, this.#known.nearestTopic(entry) ?? '');
      else if (!found.includes(topic.id)) found.push(topic.id);
    }
    // Some of the topics would take the place of all
    return isWhole || !this.#strict ? found : [];
  }

  #closed<F extends 'role' | 'level' | 'kind', T>(field: F, read: (text: string) => T | undefined): Partial<Record<F, T>> {
    const text = this.#text(field, LIMITS.title);
    if (text === '') return {};
    const value = read(text);
    if (value === undefined) this.#problem(field, 'warning', field, text);
    const found: Partial<Record<F, T>> = {};
    if (value !== undefined) found[field] = value;
    return found;
  }

  #ics(): readonly string[] {
    return entriesOf(this.#text('ics', LIMITS.title).replaceAll(',', ';')).filter((code) => {
      if (/^\d{2}(?:\.\d{3}(?:\.\d{2})?)?$/.test(code)) return true;
      this.#problem('ics', 'warning', 'ics', code);
      return false;
    });
  }

  #url(): Pick<RowFacts, 'url'> {
    const text = this.#text('url', LIMITS.link);
    if (text === '') return {};
    const url = /^www\./i.test(text) ? `https://${text}` : text;
    if (isHttpUrl(url)) return { url };
    this.#problem('url', 'warning', 'url', text);
    return {};
  }
}
