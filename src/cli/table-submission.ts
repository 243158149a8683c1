import { KnownNames } from '../intake/known.js';
import { Nearby } from '../intake/nearby.js';
import { submissionOf, type Sender } from '../intake/submission-table.js';
import type { Catalogue } from '../model/catalogue.js';
import { nearest } from '../model/nearest.js';
import { LIMITS } from '../model/schema.js';
import type { Submission } from '../model/submission.js';
import { isPartialDate } from '../model/value.js';
import { Unusable, type Io, type Options } from './command.js';
import { readTable, sheetOf } from './table-file.js';
import { guessedMapping, mappingOf, mustName, readMapping } from './table-mapping.js';
import { problemText } from './table-words.js';

/** What has to be known of a table beside its cells. */
export const TABLE_OPTIONS = {
  body: { type: 'string', value: 'BODY', says: 'table: the SDO or committee that speaks: iso, "ISO/TC 268"' },
  by: { type: 'string', value: 'ROLE', says: 'table: who says so, a role and never a name; "contact person of …" otherwise' },
  date: { type: 'string', value: 'DAY', says: 'table: the day on which its facts stood' },
  liaison: { type: 'string', value: 'DOC', says: 'table: the liaison statement or document it came with' },
  id: { type: 'string', value: 'ID', says: 'table: id of the submission; day and body otherwise' },
  url: { type: 'string', value: 'URL', says: 'table: where it can be seen' },
  note: { type: 'string', value: 'TEXT', says: 'table: a remark that is kept with it' },
  mapping: { type: 'string', value: 'FILE', says: 'table: which column says what (JSON); guessed and told otherwise' },
  sheet: { type: 'string', value: 'NAME', says: 'table: the sheet to read; the first one otherwise' },
  encoding: { type: 'string', value: 'NAME', says: 'table: its encoding; told by its bytes otherwise' },
  topic: { type: 'string', value: 'TOPIC', says: 'table: topic of new standards that are near no other' },
  'new-groups': { type: 'boolean', says: 'table: SDOs and committees that are new come in' },
} as const satisfies Options;

/** The options by their names, as far as they are given. */
export type TableValues = {
  readonly [Name in keyof typeof TABLE_OPTIONS]: Name extends 'new-groups' ? boolean : string | undefined;
};

/** A submission, and what of the table is left out or in doubt. */
export interface ReadTable {
  readonly submission: Submission;
  /** Rows with anything in them. */
  readonly rows: number;
  /** Rows and cells that are left out, a line each, with sheet, row, column, value and reason. */
  readonly leftOut: readonly string[];
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Who speaks. @throws Unusable when it is not said or not known */
function senderOf(values: TableValues, catalogue: Catalogue, known: KnownNames, file: string): Sender {
  const { body = '', date = '', liaison, url, note } = values;
  const example = '--body iso --date 2026-11-20 --liaison "ISO/TC 268 N 1234"';
  if (body === '') throw new Unusable(`${file}: is a table, and nothing says who sends it. Expected ${example}.`);
  if (date === '') throw new Unusable(`${file}: is a table, and nothing says on which day its facts stood. Expected ${example}.`);
  if (!isPartialDate(date)) throw new Unusable(`--date ${date} is no date. Expected one such as 2026-11-20.`);
  const committee = catalogue.committee(body) ?? known.committee(body);
  const speaker = catalogue.sdo(body) ?? known.sdo(body) ?? committee;
  if (!speaker) {
    const near = nearest(body, [...catalogue.sdos.flatMap(({ id, name }) => [id, name]), ...catalogue.committees.map(({ id }) => id)]);
    throw new Unusable(
      `--body ${body} is neither an SDO nor a committee of the dataset.${near === undefined ? '' : ` Nearest: "${near}".`}`,
    );
  }
  const name = 'name' in speaker ? speaker.name : speaker.id;
  return {
    id: (values.id ?? `${date}-${slug(speaker.id)}`).slice(0, LIMITS.id - 20),
    body: speaker.id,
    by: values.by ?? `contact person of ${name}`,
    date,
    ...(liaison !== undefined && { liaison }),
    ...(url !== undefined && { url }),
    ...(note !== undefined && { note }),
  };
}

function topicOf(text: string | undefined, known: KnownNames): string | undefined {
  if (text === undefined) return undefined;
  const topic = known.topic(text);
  if (topic) return topic.id;
  const near = known.nearestTopic(text);
  throw new Unusable(`--topic ${text} is no topic of the dataset.${near === undefined ? '' : ` Nearest: "${near}".`}`);
}

/**
 * Reads a table as a submission. What the columns were taken for and what is in doubt is said; what is left out is answered.
 *
 * @param catalogue the edition that it is read against
 * @throws Unusable when nothing of it can be read
 */
export async function tableSubmission(file: string, catalogue: Catalogue, values: TableValues, io: Io): Promise<ReadTable> {
  const known = new KnownNames(catalogue);
  const sender = senderOf(values, catalogue, known, file);
  const topic = topicOf(values.topic, known);
  const asked = values.mapping === undefined ? undefined : readMapping(values.mapping, io);
  const grid = sheetOf(await readTable(file, values.encoding, io), values.sheet ?? asked?.sheet, file, io);
  const mapping = asked ? mappingOf(grid, asked, file) : guessedMapping(grid, known, file, io);
  mustName(grid, mapping, file);
  const steps = submissionOf(grid, mapping, new Nearby(catalogue), catalogue, sender, {
    ...(topic !== undefined && { topic }),
    newGroups: values['new-groups'],
  });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    io.progress(`reading ${file}`, step.value);
    io.signal.throwIfAborted();
  }
  io.progress(`reading ${file}`, 1);
  const { submission, rows, problems } = step.value;
  const text = (problem: (typeof problems)[number]): string => problemText(problem, grid, mapping, file);
  for (const problem of problems) if (problem.severity === 'note') io.say(text(problem));
  return { submission, rows, leftOut: problems.filter(({ severity }) => severity !== 'note').map(text) };
}
