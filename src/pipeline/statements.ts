import type { Claim, Expectation, Source } from '../model/dataset.js';
import { EXPECTATION_STATES, ROLES } from '../model/dataset.js';
import { Cell, given } from './cell.js';
import { readSource } from './source.js';

/** What claims.json gives: gaps that publications claim, and the publications. */
export interface Claims {
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
}

/** The names that a statement may use. */
export interface Names {
  readonly topics: readonly string[];
  readonly sdos: readonly string[];
  readonly sources: readonly string[];
}

const topicsOf = (cell: Cell, { topics }: Names): readonly string[] => cell.list().map((topic) => topic.oneOf(topics));

function readExpectation(cell: Cell, names: Names): Expectation {
  cell.table('topics', 'role', 'sdo', 'state', 'reason', 'by', 'date', 'source');
  return {
    topics: topicsOf(cell.at('topics'), names),
    ...given('role', cell.at('role'), (role) => role.oneOf(ROLES)),
    ...given('sdo', cell.at('sdo'), (sdo) => sdo.oneOf(names.sdos)),
    state: cell.at('state').oneOf(EXPECTATION_STATES),
    reason: cell.at('reason').text(),
    by: cell.at('by').text(),
    date: cell.at('date').date(),
    ...given('source', cell.at('source'), (source) => source.oneOf(names.sources)),
  };
}

function readClaim(cell: Cell, names: Names): Claim {
  cell.table('id', 'text', 'topics', 'roles', 'sdo', 'titles', 'clause', 'date', 'source', 'note');
  return {
    id: cell.at('id').text(),
    text: cell.at('text').text(),
    topics: topicsOf(cell.at('topics'), names),
    ...given('roles', cell.at('roles'), (roles) => roles.list().map((role) => role.oneOf(ROLES))),
    ...given('sdo', cell.at('sdo'), (sdo) => sdo.oneOf(names.sdos)),
    ...given('titles', cell.at('titles'), (titles) => titles.texts()),
    ...given('clause', cell.at('clause'), (clause) => clause.text()),
    date: cell.at('date').date(),
    source: cell.at('source').oneOf(names.sources),
    ...given('note', cell.at('note'), (note) => note.text()),
  };
}

/**
 * The content of `data/sources/claims.json`, checked.
 *
 * @param names topics and SDOs that a claim may name; its source is one of the file itself
 * @throws Error that says where, what was found, what was expected and the nearest valid name
 */
export function readClaims(json: unknown, names: Omit<Names, 'sources'>): Claims {
  const file = new Cell(json, 'claims.json');
  file.table('about', 'sources', 'claims');
  const sources = file.at('sources').list().map(readSource);
  const all = { ...names, sources: sources.map(({ id }) => id) };
  return {
    sources,
    claims: file
      .at('claims')
      .list()
      .map((cell) => readClaim(cell, all)),
  };
}

/**
 * The content of `data/sources/expectations.json`, checked.
 *
 * @param names topics, SDOs and sources that a statement may name
 * @throws Error that says where, what was found, what was expected and the nearest valid name
 */
export function readExpectations(json: unknown, names: Names): readonly Expectation[] {
  const file = new Cell(json, 'expectations.json');
  file.table('about', 'expectations');
  return file
    .at('expectations')
    .list()
    .map((cell) => readExpectation(cell, names));
}
