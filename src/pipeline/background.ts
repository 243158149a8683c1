import type { Activity, Fact, Source } from '../model/dataset.js';
import { FACT_KINDS } from '../model/dataset.js';
import { Cell, given } from './cell.js';
import { Contradiction } from './faults.js';
import { readSource } from './source.js';

/** What the background documents state about the coordination of smart-city standards. */
export interface Background {
  /** Meetings of coordination activities, in file order. */
  readonly activities: readonly Activity[];
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
}

const COUNTS = ['participants', 'inputDocuments', 'deliverables', 'outputLiaisonStatements', 'contactPoints'] as const;

/** A cell of the report's table: null stays null, for a blank is not a zero; a missing key is an error, for it could be either. */
function blankOr<T>(cell: Cell, read: (cell: Cell) => T): T | null {
  if (!cell.present) cell.fail('a value, or null where the report leaves the cell blank');
  return cell.value === null ? null : read(cell);
}

function readActivity(cell: Cell, sources: readonly string[]): Activity {
  cell.table('id', 'committee', 'date', ...COUNTS, 'deliverableNotes', 'termsOfReferenceUpdated', 'source');
  const count = (key: (typeof COUNTS)[number]): number | null => blankOr(cell.at(key), (value) => value.integer(0));
  return {
    id: cell.at('id').text(),
    committee: cell.at('committee').text(),
    date: cell.at('date').date(),
    participants: count('participants'),
    inputDocuments: count('inputDocuments'),
    deliverables: count('deliverables'),
    ...given('deliverableNotes', cell.at('deliverableNotes'), (notes) => notes.texts()),
    outputLiaisonStatements: count('outputLiaisonStatements'),
    contactPoints: count('contactPoints'),
    termsOfReferenceUpdated: blankOr(cell.at('termsOfReferenceUpdated'), (value) => value.flag()),
    source: cell.at('source').oneOf(sources),
  };
}

function readFact(cell: Cell, sources: readonly string[]): Fact {
  cell.table('about', 'kind', 'text', 'value', 'url', 'source');
  return {
    about: cell.at('about').text(),
    kind: cell.at('kind').oneOf(FACT_KINDS),
    text: cell.at('text').text(),
    ...given('value', cell.at('value'), (value) => value.integer(0)),
    ...given('url', cell.at('url'), (url) => url.url()),
    source: cell.at('source').oneOf(sources),
  };
}

/**
 * The content of `data/sources/background.json`, checked.
 *
 * @throws Error that says where, what was found, what was expected and the nearest valid name
 */
export function readBackground(json: unknown): Background {
  const file = new Cell(json, 'background.json');
  file.table('about', 'sources', 'activities', 'facts');
  const sources = file.at('sources').list().map(readSource);
  const ids = sources.map((source) => source.id);
  const activities = file
    .at('activities')
    .list()
    .map((cell) => readActivity(cell, ids));
  const double = activities.find((activity, index) => activities.findIndex((other) => other.id === activity.id) !== index);
  if (double) throw new Contradiction(`background.json activities: got the id "${double.id}" twice, expected it once.`);
  return {
    activities,
    facts: file
      .at('facts')
      .list()
      .map((cell) => readFact(cell, ids)),
    sources,
  };
}
