import type { Committee, CommitteeKind } from '../model/dataset.js';
import { Cell } from './cell.js';
import { Contradiction } from './faults.js';

/** One line of ISO Open Data's `iso_technical_committees.jsonl`, the fields that the map uses. */
export interface IsoCommittee {
  /** As the file spells it: `ISO/TC 268/SC 1`, `ISO/IEC/JTC 4`. */
  readonly reference: string;
  readonly title: string;
  readonly id: number;
  readonly parentId: number | null;
  readonly creationDate: string;
  /** References of the committees it has a liaison with; those of dissolved committees have none and are left out. */
  readonly liaisons: readonly string[];
}

function readLine(cell: Cell): IsoCommittee {
  const parent = cell.at('parentId');
  const liaisons = cell.at('committeeLiaisons');
  const references = liaisons.value === null ? [] : liaisons.list().map((entry) => entry.at('reference'));
  return {
    reference: cell.at('reference').text(),
    title: cell.at('title').at('en').text(),
    id: cell.at('id').integer(1),
    parentId: parent.value === null ? null : parent.integer(1),
    creationDate: cell.at('creationDate').date(),
    liaisons: references.filter((entry) => entry.value !== null).map((entry) => entry.text()),
  };
}

function jsonOf(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Contradiction(`${where}: is no JSON: ${error.message}. Expected one JSON object per line.`);
  }
}

/**
 * ISO's own committee file, one JSON object per line, in file order.
 *
 * @throws Contradiction that names the line and the field which has another form than the file of 2025 has
 */
export function readIsoCommittees(lines: string): readonly IsoCommittee[] {
  return lines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `iso_technical_committees.jsonl line ${index + 1}`;
    return [readLine(new Cell(jsonOf(line, where), where))];
  });
}

/** A reference as committees are named elsewhere: `ISO/IEC/JTC 4` is `ISO/IEC JTC 4`. */
export function isoReference(reference: string): string {
  return reference.replace(/^(ISO\/IEC|IEC\/ISO)\/(?=JTC )/, '$1 ');
}

const KINDS: readonly (readonly [RegExp, CommitteeKind])[] = [
  [/\/SC \d+$/, 'subcommittee'],
  [/\bJSyC\b/, 'systems-committee'],
  [/\bJTC \d+$/, 'joint-technical-committee'],
  [/\/PC \d+$/, 'project-committee'],
  [/\/TC \d+$/, 'technical-committee'],
];

/**
 * ISO's committees as the map's, by their id. The number of a committee in the file is that of its page at iso.org.
 *
 * ISO/IEC JTC 1 and its subcommittees belong to `jtc1`; every other committee of the file, JTC 4 included, to `iso`: only
 * JTC 1 has a body of standards large enough to be compared with the SDOs.
 */
export function isoCommittees(records: readonly IsoCommittee[], source: string): ReadonlyMap<string, Committee> {
  const byNumber = new Map(records.map((record) => [record.id, isoReference(record.reference)]));
  return new Map(
    records.map((record) => {
      const id = isoReference(record.reference);
      const parent = record.parentId === null ? undefined : byNumber.get(record.parentId);
      return [
        id,
        {
          id,
          title: record.title,
          created: record.creationDate,
          sources: [source],
          url: `https://www.iso.org/committee/${record.id}.html`,
          sdo: id.startsWith('ISO/IEC JTC 1') && !/^ISO\/IEC JTC 1\d/.test(id) ? 'jtc1' : 'iso',
          kind: KINDS.find(([pattern]) => pattern.test(id))?.[1] ?? 'coordination-activity',
          ...(parent !== undefined && { parent }),
          ...(record.liaisons.length > 0 && { liaisons: record.liaisons.map(isoReference) }),
        },
      ];
    }),
  );
}
