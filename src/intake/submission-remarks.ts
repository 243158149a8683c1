import type { Standard } from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import type { SubmittedStandard } from '../model/submission.js';
import type { KnownNames } from './known.js';
import type { RowProblemCode } from './problem.js';
import type { Names } from './submission-names.js';
import { newestOf } from './submission-stated.js';
import type { Work, WorkRow } from './works.js';

/** Year at the end of a designation: `ISO 37122:2019`, `ITU-T Y.4903 (10/2016)`, `ETSI TS 103 410 V1.1.1 (2020-01)`. */
const YEAR = /[:(]\s*(?:\d{2}\/)?(\d{4})(?:-\d{2})?\)?$/;

/**
 * The text that the date of a row cannot be of, because its designation has another year; undefined where the date fits, where the catalogue has it
 * already, and where no designation has a year.
 */
export function misdated({ facts, reference, edition }: WorkRow, standard: Standard | undefined): string | undefined {
  const { date } = facts;
  if (date === undefined || standard?.editions.some((one) => one.date?.startsWith(date))) return undefined;
  const isNew = edition === undefined && (reference.date !== undefined || reference.draft);
  const id = isNew || !standard ? reference.edition : (edition ?? newestOf(standard))?.id;
  const year = id === undefined ? undefined : YEAR.exec(id)?.[1];
  return year === undefined || date.startsWith(year) ? undefined : id;
}

/** Whether a record has a value, or all of a list or of fields. */
function within(said: unknown, held: unknown): boolean {
  if (Array.isArray(said)) return Array.isArray(held) && said.every((one) => held.some((other) => within(one, other)));
  if (typeof said !== 'object' || said === null) return said === held;
  return (
    typeof held === 'object' && held !== null && Object.entries(said).every(([field, value]) => within(value, Reflect.get(held, field)))
  );
}

/** Fields of a statement that are no facts of the standard. */
const AROUND: ReadonlySet<string> = new Set(['id', 'reason', 'reasons']);
const CLASSIFICATION: ReadonlySet<string> = new Set([...AROUND, 'topics', 'role', 'level', 'tier']);

/** Whether a statement says nothing that the record does not have. */
export function isHeld(standard: Standard, stated: SubmittedStandard): boolean {
  const { topics = standard.topics, committees = standard.committees, relations = [] } = stated;
  const facts = Object.entries({ ...stated, relations: relations.map(({ type, to }) => ({ type, to })) });
  return (
    topics.length === standard.topics.length &&
    committees.length === standard.committees.length &&
    facts.every(
      ([field, value]) => AROUND.has(field) || (Array.isArray(value) && value.length === 0) || within(value, Reflect.get(standard, field)),
    )
  );
}

/** Says something of a row. */
export type Say = (code: RowProblemCode, row: number, field: 'reference' | 'sdo' | 'action', got: string, expected?: string) => void;

/** What the sender should know of a statement before it is sent: nothing of it is left out. */
export function remarksOn(work: Work, stated: SubmittedStandard, body: string, known: KnownNames, names: Names, say: Say): void {
  const { catalogue } = known;
  const [first] = work.rows;
  if (!first) return;
  for (const { facts } of work.rows)
    if (facts.sdo !== '' && !known.sdo(facts.sdo)) {
      const all = catalogue.sdos.flatMap(({ id, name }) => [name, id]);
      say('sdo-name', facts.row, 'sdo', facts.sdo, nearest(facts.sdo, all) ?? '');
    }
  const isClassification = Object.keys(stated).every((field) => CLASSIFICATION.has(field));
  const owners = work.known ?? { publishers: work.publishers, committees: work.committees };
  const publishers = owners.publishers.map((id) => catalogue.sdo(id)?.name ?? id).join(' and ');
  const row = first.facts.row;
  const held = work.known !== undefined && isHeld(work.known, stated);
  if (held) say('nothing-new', row, 'reference', work.id);
  else if (!names.hasAuthority(body, owners, isClassification))
    say(work.known ? 'no-authority' : 'new-of-other', row, 'reference', work.id, `${publishers}, not to ${body}`);
  for (const { facts, reference, edition } of work.rows)
    if (work.known && facts.action === 'add' && (edition !== undefined || (reference.date === undefined && !reference.draft)))
      say('add-known', facts.row, 'action', edition?.id ?? work.id);
}
