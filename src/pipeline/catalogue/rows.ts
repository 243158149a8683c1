import { isPartialDate } from '../../model/value.js';
import { Cell } from '../cell.js';
import type { CatalogueName } from '../record.js';

/** The catalogues whose whole tables are at hand, the publisher's own before the copies that another one lists. */
export const TABLES = ['itu', 'iso', 'iec', 'etsi'] as const satisfies readonly CatalogueName[];
export type TableName = (typeof TABLES)[number];

/** A relation as a table states it, read from the row that carries it; `inferred` where it follows from the order of editions. */
export interface RowRelation {
  readonly type: string;
  readonly to: string;
  readonly inferred: boolean;
}

/** One document of a catalogue: an edition, amendment or draft by itself. */
export interface Row {
  readonly catalogue: TableName;
  /** Designation with edition: `ISO 37122:2019`. */
  readonly id: string;
  readonly publishers: readonly string[];
  readonly title: string;
  /** `IS`, `TS`, `Recommendation`, `Amendment`, … */
  readonly deliverable: string;
  /** published, draft, superseded, withdrawn, deleted, unknown. */
  readonly status: string;
  /** The SDO's own stage code; empty where there is none. */
  readonly stage: string;
  /** Empty where unknown. */
  readonly date: string;
  readonly committees: readonly string[];
  readonly ics: readonly string[];
  readonly keywords: readonly string[];
  readonly aliases: readonly string[];
  readonly url: string;
  readonly relations: readonly RowRelation[];
  /** Designation of the work that the document is an edition of. */
  readonly work: string;
  /** Whether it amends or corrects another document. */
  readonly isAmendment: boolean;
}

const optional = (cell: Cell): string => (cell.present ? cell.text() : '');
const texts = (cell: Cell): readonly string[] => (cell.present ? cell.texts() : []);

/** The date as far as it can be believed: IEC fills an unknown day with 1 January. */
function dateOf(cell: Cell, catalogue: TableName): string {
  const date = optional(cell);
  if (!isPartialDate(date)) return '';
  return catalogue === 'iec' && date.endsWith('-01-01') ? date.slice(0, 4) : date;
}

/** Codes as the classification writes them; a few rows carry prose. */
const isIcs = (code: string): boolean => /^\d{2}(?:\.\d{3}(?:\.\d{2})?)?$/.test(code);

function readRow(cell: Cell, catalogue: TableName): Row {
  const id = cell.at('id').text();
  const relations = cell.at('rel');
  return {
    catalogue,
    id,
    publishers: cell.at('sdo').texts(),
    title: (optional(cell.at('t')) || id).replaceAll(' -- ', ' – ').replaceAll(' - ', ' – ').replaceAll(' — ', ' – '),
    deliverable: cell.at('ty').text(),
    status: cell.at('st').text(),
    stage: optional(cell.at('stage')),
    date: dateOf(cell.at('d'), catalogue),
    committees: texts(cell.at('c')),
    ics: texts(cell.at('ics')).filter(isIcs),
    keywords: texts(cell.at('kw')),
    aliases: [...new Set(texts(cell.at('alt')))].filter((alias) => alias !== id),
    url: optional(cell.at('url')),
    relations: relations.present
      ? relations.list().map((one) => ({
          type: one.at('t').text(),
          to: one.at('id').text(),
          inferred: one.at('inferred').value === true,
        }))
      : [],
    work: cell.at('w').text(),
    isAmendment: cell.at('amd').present,
  };
}

/**
 * The rows of one table, one JSON object per line.
 *
 * @throws Error that names the line and the field which has another form than the tables of 2026 have
 */
export function readRows(lines: string, catalogue: TableName): readonly Row[] {
  return lines.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    return [readRow(new Cell(JSON.parse(line), `${catalogue}.jsonl line ${index + 1}`), catalogue)];
  });
}

/** Documents that are neither superseded nor withdrawn nor given up. */
export const isCurrentRow = ({ status }: Row): boolean => !['superseded', 'withdrawn', 'deleted'].includes(status);
