import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBackground } from './background.js';
import { sourceId } from './catalogues.js';
import type { Tables } from './build.js';
import { readClassification } from './classify.js';
import { readCommittees } from './committees.js';
import { readCorrections } from './correct.js';
import { Absent, Contradiction, omissionText, Unreadable } from './faults.js';
import { readGoals } from './goals.js';
import { readIsoCommittees } from './iso-committees.js';
import { CATALOGUES } from './record.js';
import { readSelection } from './select.js';
import { SmallFiles } from './source-file.js';
import { readClaims, readExpectations } from './statements.js';
import { readStories } from './stories.js';
import { readTaxonomy } from './taxonomy.js';

/** Bytes of the largest table; ISO's list of committees has 1.7 MB. */
const LIMIT = 64_000_000;

/** A file as text. @throws Absent that says what was expected; Contradiction when it is too large, a folder or no UTF-8 */
export function read(file: string, what: string): string {
  if (!existsSync(file)) throw new Absent(`${file}: not found. Expected ${what}.`);
  try {
    return new SmallFiles(LIMIT).text(file);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Contradiction(omissionText({ file, says: error.message, ...(error.line !== undefined && { line: error.line }) }));
  }
}

/** The JSON of a table. @throws Absent when it is not there; Contradiction when it is no JSON */
function tableOf(folder: string, name: string): unknown {
  const text = read(join(folder, name), 'a table of the pipeline; --tables names the folder that is laid out like data/');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Contradiction(`${name}: is no JSON: ${error.message}`);
  }
}

/** A map need not bring a story. */
const STORIES = 'sources/stories.json';

/**
 * The tables below a folder laid out as `data/` is.
 *
 * @param isoCommittees ISO Open Data's iso_technical_committees.jsonl
 * @throws Absent when one is not there; Contradiction that says where a table is wrong
 */
export function readTables(folder: string, isoCommittees: string): Tables {
  const json = (name: string): unknown => tableOf(folder, name);
  const taxonomy = json('taxonomy.json');
  const lines = read(
    isoCommittees,
    "ISO Open Data's iso_technical_committees.jsonl; get it from https://www.iso.org/open-data.html and name it with --iso-committees",
  );
  const vocabulary = readTaxonomy(taxonomy);
  const committees = readCommittees(json('sources/committees.json'), readIsoCommittees(lines));
  const background = readBackground(json('sources/background.json'));
  const names = { topics: vocabulary.topics.map(({ id }) => id), sdos: committees.sdos().map(({ id }) => id) };
  const claims = readClaims(json('sources/claims.json'), names);
  const sources = [...CATALOGUES.map(sourceId), ...[...background.sources, ...claims.sources].map(({ id }) => id)];
  return {
    selection: readSelection(json('sources/selection.json')),
    classification: readClassification(json('sources/classification.json'), taxonomy),
    taxonomy: vocabulary,
    committees,
    corrections: readCorrections(json('sources/corrections.json')),
    background,
    expectations: readExpectations(json('sources/expectations.json'), { ...names, sources }),
    claims,
    goals: readGoals(json('sources/goals.json'), { topics: names.topics, sources }),
    ...(existsSync(join(folder, STORIES)) && { stories: readStories(json(STORIES)) }),
  };
}
