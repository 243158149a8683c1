import type { IssueList } from './issues.js';
import { STATUSES } from './migrate-0-words.js';
import { isFields, textOf, type Fields } from './raw.js';
import { isHttpUrl, isPartialDate } from './value.js';

/** A text of the flat table of version 0: an edition, an amendment or a draft by itself. */
export interface Row0 {
  /** Designation with edition. */
  readonly id: string;
  /** The work that it is a text of; its own id where the table has none. */
  readonly work: string;
  readonly publishers: readonly string[];
  readonly title: string;
  readonly french: string | undefined;
  readonly deliverable: string;
  /** A status of version 1. */
  readonly status: string;
  readonly stage: string | undefined;
  readonly date: string | undefined;
  readonly withdrawn: string | undefined;
  readonly committees: readonly string[];
  readonly ics: readonly string[];
  readonly topics: readonly string[];
  readonly aliases: readonly string[];
  readonly url: string | undefined;
  readonly tier: string | undefined;
  /** Why it was selected. */
  readonly group: string | undefined;
  /** Edition, amendment, corrigendum or draft; undefined: an edition. */
  readonly kind: string | undefined;
  readonly catalogue: string;
  /** Other catalogues that list it, each with the status that it gives, where it gives one. */
  readonly also: readonly { readonly catalogue: string; readonly status: string | undefined; readonly committees: readonly string[] }[];
  readonly relations: readonly { readonly type: string; readonly to: string; readonly isInferred: boolean }[];
}

/** The texts of one work, oldest first; what has no date yet comes last. */
export interface Work0 {
  readonly id: string;
  readonly rows: readonly [Row0, ...Row0[]];
  /** The newest text that is neither a draft nor an amendment, else the newest. */
  readonly leading: Row0;
}

/** Fields of version 0 that version 1 has no place for. */
export const LEFT_OUT = ['lang', 'ed', 'ver', 'p', 'kw', 'stages', 'latest', 'tInherited', 'conflict', 'var', '_f', '_v'] as const;

/** Takes the fields of a row, and tells what has another form than version 0 has. */
class RowReader {
  readonly #row: Fields;
  readonly #at: number;
  readonly #list: IssueList;

  constructor(row: Fields, at: number, list: IssueList) {
    this.#row = row;
    this.#at = at;
    this.#list = list;
  }

  #tell(field: string, code: 'missing' | 'type' | 'date' | 'link' | 'enum', says: string, candidates?: Iterable<string>): void {
    const isMissing = this.#row[field] === undefined;
    const path = ['standards', this.#at, field];
    this.#list.add({ code: isMissing ? 'missing' : code, path, says, quoted: !isMissing, ...(candidates && { candidates }) });
  }

  text(field: string): string | undefined {
    const value = this.#row[field];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') this.#tell(field, 'type', 'is not text');
    return textOf(value);
  }

  needed(field: string): string {
    const text = this.text(field);
    if (text === undefined) this.#tell(field, 'type', 'is missing, expected text');
    return text ?? '';
  }

  texts(field: string): readonly string[] {
    const value = this.#row[field];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) this.#tell(field, 'type', 'is not a list');
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    if (items.some((item) => typeof item !== 'string')) this.#tell(field, 'type', 'is not a list of texts');
    return [...new Set(items.flatMap((item) => textOf(item) ?? []))].filter((item) => item !== '');
  }

  objects(field: string): readonly Fields[] {
    const value = this.#row[field];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || !value.every(isFields)) this.#tell(field, 'type', 'is not a list of objects');
    return Array.isArray(value) ? value.filter(isFields) : [];
  }

  date(field: string): string | undefined {
    const text = this.text(field);
    if (text === undefined || isPartialDate(text)) return text;
    this.#tell(field, 'date', 'is not a date of the calendar such as 2019, 2019-05 or 2019-05-23');
    return undefined;
  }

  link(field: string): string | undefined {
    const text = this.text(field);
    if (text === undefined || isHttpUrl(text)) return text;
    this.#tell(field, 'link', 'is not an http or https address');
    return undefined;
  }

  status(field: string): string {
    const text = this.text(field);
    const status = text === undefined ? 'unknown' : STATUSES.get(text.toLowerCase());
    if (status === undefined) this.#tell(field, 'enum', `is not one of ${[...STATUSES.keys()].join(', ')}`, STATUSES.keys());
    return status ?? 'unknown';
  }
}

/** A state by its stage. @source ISO, International harmonized stage codes: 00 and 10 preliminary, 90.92 to be revised */
function staged(status: string, stage: string | undefined): string {
  if (status === 'in-force' && stage === '90.92') return 'under-revision';
  return status === 'under-development' && /^[01]0\./.test(stage ?? '') ? 'proposed' : status;
}

function kindOf(row: Fields, status: string): string | undefined {
  if (status === 'under-development' || status === 'proposed') return 'draft';
  const amends = textOf(row['amd']);
  if (amends === undefined) return undefined;
  return /^(?:cor|err)/i.test(amends) ? 'corrigendum' : 'amendment';
}

/** IEC fills an unknown day with 1 January. */
const believed = (date: string | undefined, catalogue: string): string | undefined =>
  catalogue === 'iec' && date?.endsWith('-01-01') ? date.slice(0, 4) : date;

/** One row of the table; what is wrong with it is told. */
export function readRow0(row: Fields, at: number, list: IssueList): Row0 {
  const read = new RowReader(row, at, list);
  const id = read.needed('id');
  const stage = read.text('stage');
  const status = staged(read.status('st'), stage);
  const catalogue = read.text('src') ?? 'table';
  const publishers = read.texts('sdo');
  if (publishers.length === 0)
    list.add({ code: 'missing', path: ['standards', at, 'sdo'], says: 'names no SDO, expected at least one', quoted: false });
  return {
    id,
    ...{ work: read.text('w') ?? id, publishers, title: read.text('t') ?? id, french: read.text('fr') },
    ...{ deliverable: read.needed('ty'), status, stage, date: believed(read.date('d'), catalogue), withdrawn: read.date('wd') },
    ...{ committees: read.texts('c'), ics: read.texts('ics'), topics: read.texts('topics') },
    aliases: [...new Set([...read.texts('alt'), ...read.texts('nums')])],
    ...{ url: read.link('url'), tier: read.text('tier'), group: read.text('g'), kind: kindOf(row, status), catalogue },
    also: read.objects('also').map((other) => ({
      catalogue: textOf(other['src']) ?? 'table',
      status: STATUSES.get(textOf(other['st'])?.toLowerCase() ?? ''),
      committees: Array.isArray(other['c']) ? other['c'].flatMap((name) => textOf(name) ?? []) : [],
    })),
    relations: read.objects('rel').map((one) => ({
      ...{ type: textOf(one['t']) ?? '', to: textOf(one['id']) ?? '', isInferred: one['inferred'] === true },
    })),
  };
}
